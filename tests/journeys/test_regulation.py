"""The real regulation becomes draft 1, three provisions are changed, and draft 2 goes out as a Word file of that."""

import re
import zipfile

import pytest
from playwright.sync_api import expect

from proceedings.models import ConsultedText, Draft, User
from proceedings.operations import consulted_texts
from proceedings.queries.drafts import tree
from proceedings.text.provisions import plain_text
from submissions.jail.convert import find_converter
from tests.journeys.conftest import founding
from tests.proceedings.exports.office import Office, needs_soffice, paragraphs_of
from tests.submissions import real_files

FILE = real_files.folder() / "quy-che-phoi-hop-04-2014-QD-TTg.doc"
pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not FILE.is_file(), reason=f"the real document is not at {FILE}"),
    pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed"),
    needs_soffice,
]
ROOT = "/desk/drafts/hoi-thao-2021-09-07/quy-che/"
#: Three changes: words in an article, a clause more, and another heading.
CHANGES = (
    ("Điều 3", lambda words: words.replace("phối hợp", "phối hợp chặt chẽ", 1)),
    ("Điều 5", lambda words: f"{words}\n{_next_mark(words)} Báo cáo kết quả phối hợp sáu tháng một lần."),
    ("Điều 7", lambda words: words.replace("\n", " của các cơ quan\n", 1)),
)


@pytest.fixture
def desk(open_site, visit, now):
    """A secretary's window, at a text without drafts."""
    consulted_texts.add_text(
        workshop=founding(),
        slug="quy-che",
        title="Quy chế phối hợp",
        family="state",
        actor=User.objects.get(username="thu-ky"),
        now=now,
    )
    return visit(as_="thu-ky")


def test_a_regulation_from_its_file_to_a_word_file_of_its_changes(desk, tmp_path):
    page = desk
    _upload(page)
    _mend_a_heading(page)
    _issue(page, 1)
    page.goto(f"{ROOT}begin/")
    page.get_by_role("button", name="Bắt đầu từ lần 1").click()

    page.goto(f"{ROOT}write/")
    for label, change in CHANGES:
        _write(page, label, change)
    page.goto(f"{ROOT}compare/1/working/")
    expect(page.locator("ins").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("Theo góp ý")
    _issue(page, 2)

    page.goto(f"{ROOT}compare/1/2/")
    with page.expect_download() as started:
        page.get_by_role("link", name="Tải bản Word").click()
    path = tmp_path / "redline.docx"
    started.value.save_as(path)
    _without_comments(path)
    accepted, rejected = Office(tmp_path).decide(path)
    text = ConsultedText.objects.get(slug="quy-che", workshop=founding())
    first, second = (Draft.objects.get(consulted_text=text, number=number) for number in (1, 2))
    assert _lines(accepted) == plain_text(tree(second)).split("\n")
    assert _lines(rejected) == plain_text(tree(first)).split("\n")


def _upload(page):
    page.goto(f"{ROOT}begin/")
    page.locator("input[type=file]").set_input_files(FILE)
    page.get_by_role("button", name="Đọc tệp").click()
    page.get_by_role("link", name="Đúng, mở dàn ý").click()
    expect(page.locator("h1")).to_contain_text("Dàn ý dự thảo lần 1")
    assert _working().provisions.filter(kind="dieu").count() == 31


def _working():
    return Draft.objects.get(consulted_text__slug="quy-che", consulted_text__workshop=founding(), number=None)


def _mend_a_heading(page):
    article = _working().provisions.get(path="dieu-2")
    page.goto(f"{ROOT}outline/{article.pk}/")
    page.get_by_text("Sửa tên mục…").click()
    page.locator("#retitle-heading").fill("Giải thích các từ ngữ")
    page.get_by_role("button", name="Ghi tên mục").click()
    expect(page.locator("main")).to_contain_text("Giải thích các từ ngữ")


def _issue(page, number):
    page.goto(f"{ROOT}issue/")
    if page.get_by_label("Đã xem các lưu ý trên").count():
        page.get_by_label("Đã xem các lưu ý trên").check()
    page.get_by_role("button", name=f"Phát hành dự thảo lần {number}").click()
    expect(page.locator("h1")).to_contain_text(f"Dự thảo lần {number}")


def _write(page, label, change):
    page.locator(".unit-list a").filter(has=page.locator(f"b:text-is('{label}')")).click()
    expect(page.locator("h1")).to_contain_text(label)
    words = page.locator("#text").input_value()
    page.locator("#change_note").fill(f"Theo góp ý về {label}")
    page.locator("#text").fill(change(words))
    expect(page.locator("#saving")).to_contain_text("Đã lưu lúc")
    expect(page.locator("#redline ins").first).to_be_visible()
    expect(page.locator(".unit-list li.unit-changed a[aria-current]")).to_contain_text(label)


def _next_mark(words):
    marks = [line.split(".")[0] for line in words.split("\n") if line.split(".")[0].isdecimal()]
    return f"{int(marks[-1]) + 1}." if marks else "1."


def _lines(path):
    """The lines of a Word file, those that are blank left out as no draft has them."""
    return [line for line in paragraphs_of(path) if line.strip()]


def _without_comments(path):
    """Take the reasons out: this LibreOffice ends when it rejects changes beside comments."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    assert "commentReference" in body
    body = re.sub(r"<w:commentRange(Start|End) [^>]*/>|<w:r><w:commentReference [^>]*/></w:r>", "", body)
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
