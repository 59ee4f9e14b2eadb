import hashlib
import io
import shutil

import pytest
from PIL import Image

from submissions.models import Submission
from submissions.operations import wiping
from tests.submissions.views.conftest import DESK

pytestmark = pytest.mark.django_db


def picture(*, pages=1, size=(800, 1100)):
    """The bytes of a picture of white pages with a dark band each."""
    frames = []
    for page in range(pages):
        frame = Image.new("L", size, 255)
        frame.paste(0, (100, 100 + 50 * page, 700, 130 + 50 * page))
        frames.append(frame)
    out = io.BytesIO()
    frames[0].save(
        out,
        "TIFF" if pages > 1 else "PNG",
        **({"save_all": True, "append_images": frames[1:]} if pages > 1 else {}),
    )
    return out.getvalue()


def pdf(content):
    out = io.BytesIO()
    Image.open(io.BytesIO(content)).convert("RGB").save(out, "PDF")
    return out.getvalue()


def test_the_original_is_handed_out_byte_for_byte_to_be_kept(desk, on_table, letter):
    content = letter()
    row = on_table("Thư góp ý.txt", content)

    answer = desk.get(f"{DESK}{row.pk}/file/")

    sent = b"".join(answer.streaming_content)
    assert hashlib.sha256(sent).hexdigest() == hashlib.sha256(content).hexdigest() == row.sha256
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert "no-store" in answer["Cache-Control"]


def test_what_was_not_kept_is_not_there(desk, on_table, by):
    refused, secret = on_table("rong.txt", b""), on_table()
    wiping.take_away(submission=secret, **by)

    assert desk.get(f"{DESK}{refused.pk}/file/").status_code == 404
    assert desk.get(f"{DESK}{secret.pk}/file/").status_code == 404


@pytest.mark.parametrize(
    ("name", "content"), [("a.png", picture()), ("a.tif", picture(pages=2)), ("a.pdf", pdf(picture()))]
)
def test_a_page_is_drawn_anew_as_a_picture(desk, on_table, name, content):
    row = on_table(name, content)

    page = desk.get(f"{DESK}{row.pk}/")
    answer = desk.get(f"{DESK}{row.pk}/pages/1.png")

    assert f"{DESK}{row.pk}/pages/1.png" in page.content.decode()
    assert answer["Content-Type"] == "image/png"
    drawn = Image.open(io.BytesIO(answer.content))
    assert max(drawn.size) <= 1_600
    assert drawn.convert("L").getextrema()[0] < 60
    assert answer.content != content


def test_a_page_that_there_is_not_is_not_there(desk, on_table):
    scan, text = on_table("a.png", picture()), on_table("b.txt")

    assert desk.get(f"{DESK}{scan.pk}/pages/2.png").status_code == 404
    assert desk.get(f"{DESK}{scan.pk}/pages/0.png").status_code == 404
    assert desk.get(f"{DESK}{text.pk}/pages/1.png").status_code == 404


def test_a_scan_offers_to_be_recognised_or_says_what_to_do(desk, on_table, monkeypatch):
    row = on_table("a.png", picture())
    monkeypatch.setattr("submissions.views.submission.can_recognise", lambda: False)
    without = desk.get(f"{DESK}{row.pk}/").content.decode()
    monkeypatch.setattr("submissions.views.submission.can_recognise", lambda: True)
    within = desk.get(f"{DESK}{row.pk}/").content.decode()

    assert "chưa cài chương trình nhận dạng chữ" in without
    assert "Nhận dạng chữ (OCR)" in within
    assert "chưa cài" not in within


@pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")
def test_asking_for_recognition_puts_it_among_what_is_read(desk, on_table):
    row = on_table("a.png", picture())

    text = desk.post(f"{DESK}{row.pk}/recognise/", follow=True).content.decode()

    row.refresh_from_db()
    assert row.state == "reading"
    assert "Đang nhận dạng chữ" in text
    Submission.objects.get(pk=row.pk).reading_progress.__class__.objects.update(done_count=2, total_count=7)
    assert "trang 2/7" in desk.get(f"{DESK}status/").content.decode()
