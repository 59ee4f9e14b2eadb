import io
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from proceedings.operations import consulted_texts
from submissions import spool
from submissions.jail.convert import find_converter
from tests.submissions import documents, real_files

pytestmark = pytest.mark.django_db
TEXT = "/desk/drafts/hoi-thao-mau/quy-dinh/"
REGULATION = """QUY ĐỊNH MẪU
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định mẫu này quy định về phối hợp.
Điều 2. Nguyên tắc
1. Tuân thủ pháp luật.
2. Kịp thời."""
DECISION = """QUYẾT ĐỊNH
Ban hành Quy định mẫu
Điều 1. Ban hành kèm theo Quyết định này Quy định mẫu.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Điều 3. Các cơ quan mẫu thi hành Quyết định này.
Nơi nhận:
- Như Điều 3;
"""


def picture():
    """A white page as an image."""
    made = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def text(workshop, by):
    """A consulted text without any draft."""
    return consulted_texts.add_text(
        workshop=workshop, slug="quy-dinh", title="Quy định mẫu", family="party", is_sample=True, **by
    )


@pytest.fixture
def workbench(editor, client_of):
    """An editor's browser."""
    return client_of(editor)


@pytest.fixture
def send(workbench, text):
    """Upload a file: ``send("a.docx", content)``."""

    def upload(name, content):
        sent = {"act": "upload", "file": SimpleUploadedFile(name, content)}
        return workbench.post(f"{TEXT}begin/upload/", sent, follow=True)

    return upload


def docx(words):
    return documents.docx(*(documents.paragraph(line) for line in words.split("\n")))


@pytest.fixture(autouse=True)
def _temporary_files_of_its_own(tmp_path, monkeypatch):
    """What is left behind is looked for in a folder that no other test writes to."""
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))


def left_behind():
    return [path for path in Path(tempfile.gettempdir()).iterdir() if path.name.startswith("kyyeu-draft-")]


def test_file_becomes_a_working_draft_and_is_kept_as_it_came(send, text):
    content = docx(REGULATION)

    page = send("quy-dinh.docx", content)

    draft = text.drafts.get()
    assert page.redirect_chain[-1][0] == f"{TEXT}outline/"
    assert draft.provisions.filter(kind="dieu").count() == 2
    assert draft.source_text == REGULATION
    with draft.source.open() as kept:
        assert (kept.read(), draft.source_name) == (content, "quy-dinh.docx")
    assert left_behind() == []


def test_pasted_text_becomes_a_working_draft_word_by_word(workbench, text):
    words = REGULATION.replace("\n", "\r\n")

    workbench.post(f"{TEXT}begin/paste/", {"act": "paste", "words": words})

    draft = text.drafts.get()
    assert draft.source_text == REGULATION
    assert not draft.has_source
    first = draft.provisions.get(path="dieu-2.khoan-1")
    assert draft.source_text[first.start : first.end].strip() == "1. Tuân thủ pháp luật."


def test_several_texts_lead_to_a_choice_and_the_likeliest_is_in_hand(send, text):
    page = send("quyet-dinh.docx", docx(DECISION + REGULATION))

    assert page.redirect_chain[-1][0] == f"{TEXT}choose/"
    assert [(each.articles, each.is_in_hand) for each in page.context["found"]] == [(3, False), (2, True)]
    assert text.drafts.get().provisions.filter(kind="dieu").count() == 2


def test_tracked_changes_are_told_as_a_remark(send, text):
    words = [documents.paragraph("Điều 1. Mẫu"), documents.paragraph("Đoạn ", documents.inserted("mới"), ".")]

    send("a.docx", documents.docx(*words))

    assert any("Track Changes" in warning for warning in text.drafts.get().warnings)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"", "Tệp rỗng"),
        ("a.docx", docx(REGULATION)[:400], "Tệp bị hỏng"),
        ("a.exe", b"MZ" + b"\0" * 200, ""),
        ("a.txt", ("TUYỆT MẬT\n" + REGULATION).encode(), "mật"),
        ("a.csv", "STT,Ý kiến\n1,Mẫu\n".encode(), "không phải một văn bản"),
        ("a.png", picture(), "Dán văn bản vào ô bên dưới"),
    ],
)  # fmt: skip
def test_file_is_refused_with_reason_and_remedy_and_nothing_is_kept(send, text, name, content, words):
    page = send(name, content)

    told = page.context["upload"].errors["file"][0]
    assert words.lower() in told.lower()
    assert not text.drafts.exists()
    assert left_behind() == []


def test_file_that_is_too_large_is_told_so(send, text, monkeypatch):
    monkeypatch.setattr("submissions.forms.upload.LARGEST", 100)
    assert spool.LARGEST > 100

    page = send("a.docx", docx(REGULATION))

    assert "lớn hơn 50 MB" in page.context["refusal"]
    assert not text.drafts.exists()


def test_pasted_secret_is_refused_and_not_sent_back(workbench, text):
    page = workbench.post(f"{TEXT}begin/paste/", {"words": f"TUYỆT MẬT\n{REGULATION}"})

    assert "mật" in page.context["refusal"]
    assert "Phạm vi điều chỉnh" not in page.content.decode()
    assert not text.drafts.exists()


@pytest.mark.parametrize(
    ("words", "told"), [("", "Chưa dán văn bản nào."), ("  \n ", "Không có chữ nào để đọc.")]
)
def test_nothing_pasted_is_refused_at_its_field(workbench, text, words, told):
    page = workbench.post(f"{TEXT}begin/paste/", {"words": words})

    assert told in page.context["paste"].errors["words"][0]


def test_second_working_draft_is_refused_in_words(send, workbench, text):
    send("a.docx", docx(REGULATION))

    page = send("b.docx", docx(REGULATION))

    assert "đang có một dự thảo được soạn" in str(page.context["upload"].errors)
    assert text.drafts.count() == 1


def test_delegate_and_stranger_send_nothing(text, client_of, delegate_bac_ninh, stranger):
    for address in ("upload", "paste"):
        assert client_of(delegate_bac_ninh).post(f"{TEXT}begin/{address}/").status_code == 403
        assert stranger.post(f"{TEXT}begin/{address}/").status_code == 302


def test_upload_asks_for_the_token_of_the_form(editor, text):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(editor)

    sent = browser.post(f"{TEXT}begin/upload/", {"file": SimpleUploadedFile("a.txt", b"a")})

    assert sent.status_code == 403


@pytest.mark.drill
@pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing() or "they are there")
@pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed")
def test_real_decision_and_its_regulation_are_two_texts(workbench, text):
    path = real_files.folder() / "quy-che-phoi-hop-04-2014-QD-TTg.doc"

    page = workbench.post(
        f"{TEXT}begin/upload/", {"file": SimpleUploadedFile(path.name, path.read_bytes())}, follow=True
    )
    assert sorted(each.articles for each in page.context["found"]) == [3, 31]
