"""Files by name, from real rows."""

import shutil

import pytest
from django.utils import translation

from proceedings.exports.files import chosen_fonts, write_file
from proceedings.exports.fonts import NoUsableFont, Origin
from proceedings.vocabulary import Audience
from tests.proceedings.exports.documents import pages_of
from tests.proceedings.exports.records import NOW, Record
from tests.proceedings.exports.test_docx import texts_of

pytestmark = pytest.mark.django_db


def write(record, name, path):
    (written,) = write_file(record.workshop, name, path, audience=Audience.PUBLIC, created=NOW)
    return written


def test_write_file_pdf(tmp_path):
    record = Record()
    record.contribution("Góp ý cho dự thảo", is_sample=True)
    record.event()

    path = write(record, "proceedings.pdf", tmp_path / "kỷ yếu.pdf")

    text = " ".join(pages_of(path))
    assert path.name == "kỷ yếu.pdf"
    assert "Đoạn hai của Góp ý cho dự thảo." in text
    assert "VĂN BẢN MẪU" in text


def test_write_file_docx(tmp_path):
    record = Record()
    record.contribution("Góp ý cho dự thảo")

    assert "Đoạn hai của Góp ý cho dự thảo." in texts_of(
        write(record, "proceedings.docx", tmp_path / "a.docx")
    )


def test_write_file_is_vietnamese_whatever_language_is_active(tmp_path):
    record = Record()
    record.event()
    vietnamese = write(record, "proceedings.docx", tmp_path / "vi.docx")

    with translation.override("en"):
        english = write(record, "proceedings.docx", tmp_path / "en.docx")

    assert english.read_bytes() == vietnamese.read_bytes()


def test_write_file_refuses_a_name_it_does_not_know(tmp_path):
    with pytest.raises(ValueError, match=r"proceedings\.pdf"):
        write_file(None, "synthesis.pdf", tmp_path / "a", audience=Audience.PUBLIC, created=NOW)


def test_chosen_fonts_follow_the_setting(settings, tmp_path):
    settings.FONT_DIR = ""
    installed = chosen_fonts()
    for file in installed.files:
        shutil.copy(file, tmp_path)

    settings.FONT_DIR = str(tmp_path)

    assert chosen_fonts().origin is Origin.SETTING


def test_chosen_fonts_never_fall_back_from_a_wrong_setting(settings, tmp_path):
    settings.FONT_DIR = str(tmp_path)

    with pytest.raises(NoUsableFont):
        chosen_fonts()
