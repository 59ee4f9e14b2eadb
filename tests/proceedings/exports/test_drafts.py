"""The final text and the redline as files of a workshop."""

import zipfile

import pypdfium2
import pytest
from docx import Document as open_docx
from lxml import etree

from proceedings.exports.draft_names import DRAFT_FILES, FINAL, kind_of, names_of
from proceedings.exports.files import PROCEEDINGS, NothingToWrite, file_names, write_file
from proceedings.operations import closings, consulted_texts, drafts
from proceedings.queries.issued_drafts import circulated_texts
from proceedings.sample import regulation
from proceedings.sample.consulting import consult
from proceedings.text.provisions import plain_text, with_paths
from proceedings.vocabulary import Audience, Circulation
from tests.proceedings.exports.akoma_ntoso.schema import errors_in
from tests.proceedings.exports.test_redline_docx import decided
from tests.proceedings.regulations import dieu, khoan

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulted(workshop, by):
    return consult(workshop, **by)


def add_text(workshop, by, *, slug="de-an", circulation=Circulation.PUBLIC, issued=1):
    """Add a further text with so many issued drafts of one article."""
    text = consulted_texts.add_text(
        workshop=workshop, slug=slug, title="Đề án mẫu", family="state", circulation=circulation, **by
    )
    for number in range(1, issued + 1):
        tree = with_paths([dieu(1, "Tên điều", khoan(1, f"Khoản của đề án, lần {number}."))])
        draft = drafts.start_from_outline(
            consulted_text=text, provisions=tree, source_text=plain_text(tree), **by
        )
        drafts.issue(draft=draft, **by)
    return text


def write(workshop, name, folder, audience=Audience.PUBLIC, created=None):
    (path,) = write_file(workshop, name, folder / name, audience=audience, created=created)
    return path


def test_a_workshop_without_an_issued_draft_has_no_such_file(workshop, tmp_path, now):
    assert file_names(circulated_texts(workshop, Audience.PUBLIC)) == ("proceedings.pdf", "proceedings.docx")
    with pytest.raises(NothingToWrite):
        write(workshop, "final-text.html", tmp_path, created=now)


def test_a_redline_takes_two_drafts(drafting, workshop, tmp_path, now):
    drafting.start()
    drafting.issue()
    (text,) = circulated_texts(workshop, Audience.DELEGATES)

    assert names_of(text) == FINAL
    with pytest.raises(NothingToWrite):
        write(workshop, "redline.docx", tmp_path, Audience.DELEGATES, created=now)


def test_a_text_that_does_not_circulate_has_no_files(drafting, workshop):
    drafting.start()
    drafting.issue()

    assert file_names(circulated_texts(workshop, Audience.PUBLIC)) == PROCEEDINGS
    assert file_names(circulated_texts(workshop, Audience.DELEGATES)) == (*PROCEEDINGS, *FINAL)


def test_names_tell_the_kind_of_a_file_whatever_text_it_is_of():
    kinds = {
        "final-text.pdf": "final-text.pdf", "final-text-de-an.akn.xml": "final-text.akn.xml",
        "redline-de_an-2.docx": "redline.docx", "redline-de-an.html": "", "final-text-.pdf": "",
        "final-text-đề-án.pdf": "", "final-text-a/b.pdf": "", "final-text-a.pdf\n": "", "proceedings.pdf": "",
    }  # fmt: skip

    assert {name: kind_of(name) for name in kinds} == kinds


def test_a_further_text_has_files_under_its_slug_and_says_its_own_words(
    consulted, workshop, tmp_path, now, by
):
    further = add_text(workshop, by, issued=2)
    texts = circulated_texts(workshop, Audience.PUBLIC)
    names = [name for name in file_names(texts) if "de-an" in name]

    assert sorted(names) == sorted(
        (*(f"final-text-de-an.{ending}" for ending in ("akn.xml", "docx", "html", "pdf")),
         "redline-de-an.docx", "redline-de-an.pdf")
    )  # fmt: skip
    for name in names:
        written = write(workshop, name, tmp_path, created=now)
        assert written.stat().st_size > 500, name
    page = (tmp_path / "final-text-de-an.html").read_text()
    assert further.title in page
    assert "Khoản của đề án, lần 2." in page
    assert "Khoản của đề án" not in write(workshop, "final-text.html", tmp_path, created=now).read_text()
    assert decided(tmp_path / "redline-de-an.docx", {"ins", "moveTo"})[-1] == "1. Khoản của đề án, lần 1."
    assert errors_in((tmp_path / "final-text-de-an.akn.xml").read_bytes()) == []
    with pytest.raises(NothingToWrite):
        write(workshop, "final-text-khac.html", tmp_path, created=now)


def test_every_file_is_the_last_issued_draft_and_always_the_same_bytes(consulted, workshop, tmp_path, now):
    (tmp_path / "again").mkdir()

    for name in DRAFT_FILES:
        first = write(workshop, name, tmp_path, created=now)
        again = write(workshop, name, tmp_path / "again", created=now.replace(year=2031))

        assert first.read_bytes() == again.read_bytes(), name


def test_the_final_text_opens_as_pdf_word_page_and_akoma_ntoso(consulted, workshop, tmp_path, now):
    last = "Việc sửa đổi, bổ sung Quy chế được xem xét"
    pdf = pypdfium2.PdfDocument(write(workshop, "final-text.pdf", tmp_path, created=now))
    printed = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    pdf.close()
    word = "\n".join(
        p.text for p in open_docx(write(workshop, "final-text.docx", tmp_path, created=now)).paragraphs
    )
    page = write(workshop, "final-text.html", tmp_path, created=now).read_text()
    akn = etree.parse(write(workshop, "final-text.akn.xml", tmp_path, created=now))

    for text in (printed, word, page, "".join(akn.getroot().itertext())):
        assert last in text
    assert "VĂN BẢN MẪU" in printed
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in printed
    assert "Dự thảo lần 2" in printed
    assert errors_in((tmp_path / "final-text.akn.xml").read_bytes()) == []
    assert len(akn.getroot().findall(".//{*}textualMod")) > 60


def test_the_redline_accepted_is_draft_two_and_rejected_draft_one(consulted, workshop, tmp_path, now):
    path = write(workshop, "redline.docx", tmp_path, created=now)

    first, second = regulation.drafts()
    assert decided(path, {"del", "moveFrom"}) == list(second.paragraphs)
    assert decided(path, {"ins", "moveTo"}) == list(first.paragraphs)
    with zipfile.ZipFile(path) as package:
        comments = package.read("word/comments.xml").decode()
    assert "Bổ sung khâu dự báo, phòng ngừa" in comments
    assert "vì không xác định được yêu cầu của ai" in comments  # why a clause was left out


def test_the_redline_on_paper_says_what_changed_and_why(consulted, workshop, tmp_path, now):
    pdf = pypdfium2.PdfDocument(write(workshop, "redline.pdf", tmp_path, created=now))
    printed = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    marks = [bookmark.get_title() for bookmark in pdf.get_toc()]
    pdf.close()

    assert "So sánh Dự thảo lần 1 và Dự thảo lần 2" in printed
    assert "Trước là khoản 4 Điều 3. Lý do: Bổ sung nguyên tắc không làm ảnh hưởng" in printed
    assert "Lý do: Bỏ khoản “các nội dung khác theo yêu cầu”" in printed
    assert "Chuyển tới " in printed
    assert "Chuyển từ " in printed
    assert "VĂN BẢN MẪU" in printed
    assert "Điều 4. Phương pháp phối hợp" in marks


def test_an_issued_document_gives_its_number_and_no_draft_mark(consulted, workshop, tmp_path, now, by):
    closings.close_synthesis(workshop=workshop, reason="Tổng hợp ngoài hệ thống", **by)
    consulted_texts.record_issued_document(
        consulted_text=consulted, symbol="12-QC/TW", on=now.date(), title="Quy chế (bản mẫu)", **by
    )

    page = write(workshop, "final-text.html", tmp_path, created=now).read_text()

    assert "Số 12-QC/TW" in page
    assert "Dự thảo lần" not in page
