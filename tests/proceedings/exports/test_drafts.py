"""The final text and the redline as files of a workshop."""

import zipfile

import pypdfium2
import pytest
from docx import Document as open_docx
from lxml import etree

from proceedings.exports.drafts import DRAFT_FILES, FINAL, exported_text, names_of
from proceedings.exports.files import NothingToWrite, file_names, write_file
from proceedings.operations import consulted_texts
from proceedings.sample import regulation
from proceedings.sample.consulting import consult
from proceedings.vocabulary import Audience
from tests.proceedings.exports.akoma_ntoso.schema import errors_in
from tests.proceedings.exports.test_redline_docx import decided

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulted(workshop, by):
    return consult(workshop, **by)


def write(workshop, name, folder, audience=Audience.PUBLIC, created=None):
    (path,) = write_file(workshop, name, folder / name, audience=audience, created=created)
    return path


def test_a_workshop_without_an_issued_draft_has_no_such_file(workshop, tmp_path, now):
    assert file_names(workshop, Audience.PUBLIC) == ("proceedings.pdf", "proceedings.docx")
    with pytest.raises(NothingToWrite):
        write(workshop, "final-text.html", tmp_path, created=now)


def test_a_redline_takes_two_drafts(drafting, workshop, tmp_path, now):
    drafting.start()
    drafting.issue()
    text = exported_text(workshop, Audience.DELEGATES)

    assert names_of(text) == FINAL
    with pytest.raises(NothingToWrite):
        write(workshop, "redline.docx", tmp_path, Audience.DELEGATES, created=now)


def test_a_text_that_does_not_circulate_has_no_files(drafting, workshop):
    drafting.start()
    drafting.issue()

    assert names_of(exported_text(workshop, Audience.PUBLIC)) == ()
    assert names_of(exported_text(workshop, Audience.DELEGATES)) == FINAL


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
    consulted_texts.record_issued_document(
        consulted_text=consulted, symbol="12-QC/TW", on=now.date(), title="Quy chế (bản mẫu)", **by
    )

    page = write(workshop, "final-text.html", tmp_path, created=now).read_text()

    assert "Số 12-QC/TW" in page
    assert "Dự thảo lần" not in page
