"""The Word file is read again, by other programs, and must hold what the tree holds."""

import re
import shutil
import subprocess
import zipfile

import docx
import pytest
from lxml import etree

from proceedings.exports.docx import write_docx
from proceedings.exports.docx_styles import W
from proceedings.exports.tree import ContentsPlace, Heading, NewPage, Table, paragraph, plain_text
from tests.proceedings.exports.documents import BLOCKS, HOSTILE, document_of, one_line, pages_of, squeezed

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write_docx(document_of(), tmp_path_factory.mktemp("docx") / "proceedings.docx")


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def texts_of(path):
    """The text of every paragraph in order, also of those in tables."""
    body = docx.Document(path).element.body
    return ["".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in body.iter(f"{{{W}}}p")]


def as_pdf(path, folder):
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.pdf"


def test_docx_holds_every_paragraph_in_order(written):
    text = squeezed(" ".join(texts_of(written)))

    position = text.index("Hà Nội,2021".replace(" ", ""))
    for block in BLOCKS:
        for expected in plain_text(block):
            found = text.find(squeezed(expected), position)
            assert found >= 0, expected
            position = found + len(squeezed(expected))


def test_docx_has_real_styles(written):
    used = {p.text: p.style.name for p in docx.Document(written).paragraphs if p.text}

    assert used["Lời nói đầu"] in ("Heading 1", "toc 1")
    assert used["Người viết mẫu"] == "Bài - Tác giả"
    assert used["Kỷ yếu ghi lại đầy đủ các ý kiến tại hội thảo."] == "Body Text"
    assert used["Hội thảo quy chế phối hợp"] == "Title"


def test_docx_every_style_in_use_is_defined(written):
    parts = parts_of(written)
    defined = set(re.findall(rb'w:styleId="([^"]+)"', parts["word/styles.xml"]))

    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        used = set(re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', parts[name]))
        assert used <= defined


def test_docx_names_times_new_roman_and_no_theme_font(written):
    styles = parts_of(written)["word/styles.xml"].decode()

    fonts = re.findall(r"<w:rFonts [^>]*>", styles)
    assert len(fonts) == 1
    assert fonts[0].count("Times New Roman") == 4
    assert "Theme" not in styles


def test_docx_has_a_table_of_contents_to_be_renewed(written):
    body = parts_of(written)["word/document.xml"].decode()

    assert 'w:fldCharType="begin" w:dirty="true"' in body
    assert r"TOC \o" in body
    links = re.findall(r'<w:hyperlink w:anchor="([^"]+)"', body)
    marks = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body)
    assert links == marks
    assert len(marks) == 5


@pytest.mark.parametrize(("place", "before"), [(ContentsPlace.FIRST, True), (ContentsPlace.LAST, False)])
def test_docx_contents_stand_where_asked(tmp_path, place, before):
    texts = texts_of(write_docx(document_of(contents=place), tmp_path / "a.docx"))

    assert (texts.index("Mục lục") < texts.index("Kỷ yếu ghi lại đầy đủ các ý kiến tại hội thảo.")) is before


def test_docx_contents_may_be_left_out(tmp_path):
    path = write_docx(document_of(contents=ContentsPlace.NONE), tmp_path / "a.docx")

    assert b"TOC" not in parts_of(path)["word/document.xml"]


def test_docx_shows_page_of_pages_and_running_heads(written):
    parts = parts_of(written)

    assert "VĂN BẢN MẪU" in parts["word/header1.xml"].decode()
    assert b'STYLEREF "Running Head"' in parts["word/header1.xml"]
    assert b" PAGE " in parts["word/footer1.xml"]
    assert b" NUMPAGES " in parts["word/footer1.xml"]


def test_docx_repeats_the_head_of_a_table(written):
    assert parts_of(written)["word/document.xml"].count(b"<w:tblHeader/>") == 1


def test_docx_properties_are_those_of_the_document(written):
    properties = docx.Document(written).core_properties

    assert properties.title == "Kỷ yếu: Hội thảo quy chế phối hợp – VĂN BẢN MẪU"
    assert properties.author == properties.last_modified_by == "Đảng ủy Công an Trung ương"
    assert properties.keywords == "kỷ yếu, quy chế, VĂN BẢN MẪU"
    assert properties.comments == "VĂN BẢN MẪU"
    assert properties.created.isoformat() == "2021-09-07T01:30:00+00:00"
    assert properties.language == "vi"


def test_docx_bytes_are_the_same_twice(written, tmp_path):
    again = write_docx(document_of(), tmp_path / "again.docx")

    assert again.read_bytes() == written.read_bytes()


def test_docx_is_a4_with_margins_of_party_documents(written):
    section = docx.Document(written).sections[0]

    sizes = (
        section.page_width,
        section.page_height,
        section.left_margin,
        section.right_margin,
        section.top_margin,
    )
    assert [round(size.mm) for size in sizes] == [210, 297, 30, 15, 20]


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 10_000, "Ý kiến 👍🏽 漢字"])
def test_docx_prints_hostile_text_literally(tmp_path, text):
    document = document_of(
        NewPage(),
        Heading(text, byline=text),
        paragraph(text),
        Table((text,), ((text,),), (1,), caption=text),
        title=text,
        kind=text,
        subtitle=text,
        bodies=(text,),
        place_and_date=text,
        marks=(text,),
        keywords=(text,),
    )

    path = write_docx(document, tmp_path / "a.docx")

    texts = [squeezed(each) for each in texts_of(path)]
    assert "|".join(texts).count(squeezed(text)) == 13
    for part in parts_of(path).values():
        etree.fromstring(part)


def test_docx_drops_what_no_xml_may_hold(tmp_path):
    path = write_docx(document_of(paragraph("a\x00\x07\x1b\ud800\uffffb\u202e")), tmp_path / "a.docx")

    assert "a□b" in texts_of(path)


def test_docx_that_cannot_be_written_leaves_no_file(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        write_docx(document_of(), tmp_path / "absent" / "a.docx")


@needs_soffice
def test_docx_in_libreoffice_has_the_headings_and_no_empty_page(written, tmp_path):
    pages = pages_of(as_pdf(written, tmp_path))

    assert "KỶ YẾU" in pages[0].upper()
    assert "Hà Nội, 2021" in pages[0]
    starts = [
        "Lời nói đầu",
        "Tham luận hai",
        "Phối hợp lãnh đạo",
        "Ý kiến về nguyên tắc",
        "Phụ lục",
        "Mục lục",
    ]
    assert len(pages) == 7
    for page, start in zip(pages[1:], starts, strict=True):
        assert start in one_line(page)


@needs_soffice
def test_docx_in_libreoffice_holds_every_paragraph(written, tmp_path):
    text = squeezed(" ".join(pages_of(as_pdf(written, tmp_path))[1:]))

    for block in BLOCKS:
        for expected in plain_text(block):
            assert squeezed(expected) in text
