"""The PDF is read again, by another program, and must hold what the tree holds."""

import re
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from proceedings.exports.pdf import bookmarked_pages, roman, write_pdf
from proceedings.exports.printable import Lettering
from proceedings.exports.tree import ContentsPlace, Heading, NewPage, Table, paragraph, plain_text
from proceedings.exports.typesetting import Limits, PdfTooLarge
from tests.proceedings.exports.documents import BLOCKS, HOSTILE, document_of, one_line, pages_of, squeezed


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    (path,) = write_pdf(document_of(), tmp_path_factory.mktemp("pdf"))
    return path


def test_pdf_holds_every_paragraph_in_order(written):
    text = squeezed(" ".join(pages_of(written)[1:]))

    position = 0
    for block in BLOCKS:
        for expected in plain_text(block):
            found = text.find(squeezed(expected), position)
            assert found >= 0, expected
            position = found + len(squeezed(expected))


def test_pdf_begins_each_paper_on_a_page(written):
    pages = pages_of(written)

    assert "KỶ YẾU" in pages[0]
    assert "Phối hợp lãnh đạo" in pages[3]
    assert "Ý kiến về nguyên tắc" in pages[4]
    assert "Mục lục" in pages[-1]
    assert all(len(page) > 20 for page in pages)
    assert len(pages) == 7


def test_pdf_shows_page_of_pages_and_running_heads(written):
    pages = pages_of(written)

    assert pages[4].endswith("5/7")
    assert "VĂN BẢN MẪU · Kỷ yếu: Hội thảo quy chế" in pages[4]
    assert "1/7" not in pages[0]


def test_pdf_contents_list_pages_and_bylines(written):
    contents = re.sub(r"[. ]{4,}", " ", pages_of(written)[-1])

    assert "Lời nói đầu 2" in contents
    assert "Phối hợp lãnh đạo công tác Đảng Tỉnh ủy Bắc Ninh 4" in contents


def test_pdf_contents_stand_first_when_asked(tmp_path):
    (path,) = write_pdf(document_of(contents=ContentsPlace.FIRST), tmp_path)

    assert "Mục lục" in pages_of(path)[1]


def test_pdf_contents_may_be_left_out(tmp_path):
    (path,) = write_pdf(document_of(contents=ContentsPlace.NONE), tmp_path)

    assert not any("Mục lục" in page for page in pages_of(path))


def test_pdf_has_bookmarks(written):
    with closing(pypdfium2.PdfDocument(written)) as pdf:
        titles = [(mark.level, mark.get_title()) for mark in pdf.get_toc()]

    assert titles[:3] == [(0, "Lời nói đầu"), (0, "Tham luận"), (1, "Phối hợp lãnh đạo công tác Đảng")]
    assert bookmarked_pages(written) == [2, 3, 4, 5, 6, 7]


def test_pdf_has_metadata_and_tags(written):
    with closing(pypdfium2.PdfDocument(written)) as pdf:
        metadata = pdf.get_metadata_dict()
        is_tagged = pdfium.FPDFCatalog_IsTagged(pdf)

    assert metadata["Title"] == "Kỷ yếu: Hội thảo quy chế phối hợp – VĂN BẢN MẪU"
    assert metadata["Author"] == "Đảng ủy Công an Trung ương"
    assert "VĂN BẢN MẪU" in metadata["Keywords"]
    assert metadata["Subject"] == "Quy chế phối hợp"
    assert metadata["CreationDate"].startswith("D:20210907013000")
    assert is_tagged
    assert re.search(rb"/Lang ?\(vi", written.read_bytes())


def test_pdf_embeds_every_font(written):
    with closing(pypdfium2.PdfDocument(written)) as pdf:
        fonts = [item for page in pdf for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
        embedded = {pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(item)) for item in fonts}

    assert embedded == {1}


def test_pdf_bytes_are_the_same_twice(written, tmp_path):
    (again,) = write_pdf(document_of(), tmp_path)

    assert again.read_bytes() == written.read_bytes()


@pytest.mark.parametrize("text", HOSTILE)
def test_pdf_prints_hostile_text_literally(tmp_path, text):
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
        subject=text,
        keywords=(text,),
    )

    (path,) = write_pdf(document, tmp_path)

    printed = squeezed(" ".join(pages_of(path)))
    assert printed.count(squeezed(text)) >= 8


def test_pdf_prints_what_no_font_has_as_a_square(tmp_path):
    (path,) = write_pdf(document_of(paragraph("Ý kiến 👍 đồng tình \u202eđảo\u202c\x07 chuông")), tmp_path)

    assert "Ý kiến □ đồng tình đảo chuông" in " ".join(pages_of(path))


def test_pdf_breaks_a_word_longer_than_the_page(tmp_path):
    (path,) = write_pdf(document_of(paragraph("x" * 10_000), Heading("y" * 400)), tmp_path)

    with closing(pypdfium2.PdfDocument(path)) as pdf:
        right = max(
            item.get_bounds()[2] for page in pdf for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])
        )
    text = squeezed(re.sub(r"\d+/\d+", "", " ".join(pages_of(path))))
    assert text.count("x") >= 10_000
    assert right < 595


def test_pdf_goes_into_volumes_with_the_contents_of_all_in_the_first(tmp_path):
    papers = [
        block for number in range(12) for block in (NewPage(), Heading(f"Tham luận {number}"), paragraph("a"))
    ]

    paths = write_pdf(document_of(*papers), tmp_path, pages_a_volume=6)

    assert [path.name for path in paths] == ["proceedings.pdf", "proceedings-2.pdf", "proceedings-3.pdf"]
    first, second = pages_of(paths[0]), pages_of(paths[1])
    assert "TẬP I" in first[0]
    assert "TẬP II" in second[0]
    contents = re.sub(r"[. ]{4,}", " ", first[-1])
    assert all(f"Tham luận {number} " in contents for number in range(12))
    page = next(number for number, text in enumerate(second, start=1) if "Tham luận 5" in text)
    assert f"Tham luận 5 {page}" in contents.split("Tập II")[1]


def test_pdf_volumes_know_their_pages_when_contents_stand_first(tmp_path):
    papers = [
        block for number in range(12) for block in (NewPage(), Heading(f"Tham luận {number}"), paragraph("a"))
    ]

    paths = write_pdf(document_of(*papers, contents=ContentsPlace.FIRST), tmp_path, pages_a_volume=6)

    contents = re.sub(r"[. ]{4,}", " ", pages_of(paths[0])[1])
    page = next(n for n, text in enumerate(pages_of(paths[1])[2:], start=3) if "Tham luận 5" in text)
    assert f"Tham luận 5 {page}" in contents.split("Tập II")[1]


def test_pdf_too_large_leaves_nothing_behind(tmp_path):
    long = (paragraph("Ý kiến của đại biểu. " * 400) for _ in range(400))

    with pytest.raises(PdfTooLarge):
        write_pdf(document_of(*long), tmp_path / "out", limits=Limits(memory=200_000_000))

    assert not (tmp_path / "out").exists()


def test_pdf_of_an_empty_document_is_a_cover(tmp_path):
    (path,) = write_pdf(document_of(NewPage(), contents=ContentsPlace.NONE, bodies=(), marks=()), tmp_path)

    assert [one_line(page)[:6] for page in pages_of(path)] == ["KỶ YẾU"]


def test_pdf_text_of_the_tree_needs_no_square():
    lettering = Lettering()

    texts = [lettering(text) for block in BLOCKS for text in plain_text(block)]

    assert not any("□" in text for text in texts)


@pytest.mark.parametrize(("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL")])
def test_roman(number, numeral):
    assert roman(number) == numeral
