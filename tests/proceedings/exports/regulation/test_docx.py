"""The Word file is read again, by its XML and by LibreOffice, against the table of the layout rules."""

import re
import shutil
import subprocess
import zipfile

import docx
import pytest
from lxml import etree

from proceedings.exports.docx_styles import W
from proceedings.exports.regulation.final_text import write_final_text
from proceedings.text.provisions import Role, with_paths
from tests.proceedings.exports.documents import HOSTILE, squeezed
from tests.proceedings.exports.regulation.measuring import line, lines_of, sheets_of, strokes_of
from tests.proceedings.exports.regulation.samples import DATES, article, document_of, sample_of, text

STATE, PARTY_2018, PARTY_2026 = DATES
needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def w(name):
    return f"{{{W}}}{name}"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("regulation")
    return {key: write_final_text(sample_of(key), folder / f"{key}.docx") for key in DATES}


@pytest.fixture(scope="module")
def parts(written):
    read = {}
    for key, path in written.items():
        with zipfile.ZipFile(path) as package:
            read[key] = {name: package.read(name) for name in package.namelist()}
    return read


def style_of(parts, name):
    """The attributes of the properties of a style: {"sz": {"val": "28"}, …}."""
    for style in etree.fromstring(parts["word/styles.xml"]).iter(w("style")):
        if style.find(w("name")).get(w("val")) == name:
            properties = (child for group in (w("pPr"), w("rPr")) for child in style.find(group))
            return {
                etree.QName(child).localname: {
                    etree.QName(key).localname: value for key, value in child.attrib.items()
                }
                for child in properties
            }
    raise AssertionError(name)


def paragraphs_of(parts):
    body = etree.fromstring(parts["word/document.xml"])
    return {
        "".join(node.text or "" if node.tag == w("t") else "|" for node in p.iter(w("t"), w("br"))): p
        for p in body.iter(w("p"))
    }


@pytest.mark.parametrize("key", DATES)
def test_sheet_is_a4_with_margins_of_20_20_30_15(parts, key):
    section = etree.fromstring(parts[key]["word/document.xml"]).find(f".//{w('sectPr')}")
    sheet, margins = section.find(w("pgSz")), section.find(w("pgMar"))

    assert (sheet.get(w("w")), sheet.get(w("h"))) == ("11906", "16838")
    given = [int(margins.get(w(side))) for side in ("top", "bottom", "left", "right", "header")]
    assert given == pytest.approx([1134, 1134, 1701, 850, 567], abs=1)  # 20, 20, 30, 15 and 10 mm
    assert section.find(w("titlePg")) is not None


@pytest.mark.parametrize(
    ("key", "name", "half_points", "looks"),
    [
        (STATE, "VB - Quốc hiệu, tiêu đề", 26, {"b", "caps"}),
        (STATE, "VB - Tiêu ngữ", 28, {"b"}),
        (STATE, "VB - Cơ quan cấp trên", 26, {"caps"}),
        (STATE, "VB - Cơ quan ban hành", 26, {"b", "caps"}),
        (STATE, "VB - Số, ký hiệu", 26, set()),
        (STATE, "VB - Địa danh, ngày tháng", 28, {"i"}),
        (STATE, "VB - Tên loại", 28, {"b", "caps"}),
        (STATE, "VB - Trích yếu", 28, {"b"}),
        (STATE, "VB - Chức vụ ký", 28, {"b", "caps"}),
        (STATE, "VB - Nơi nhận", 24, {"b", "i"}),
        (STATE, "VB - Danh sách nơi nhận", 22, set()),
        (PARTY_2018, "VB - Quốc hiệu, tiêu đề", 30, {"b", "caps"}),
        (PARTY_2018, "VB - Cơ quan cấp trên", 28, {"caps"}),
        (PARTY_2018, "VB - Tên loại", 32, {"b", "caps"}),
        (PARTY_2018, "VB - Trích yếu", 30, {"b"}),
        (PARTY_2018, "VB - Quyền hạn ký", 28, {"b", "caps"}),
        (PARTY_2018, "VB - Chức vụ ký", 28, {"caps"}),
        (PARTY_2018, "VB - Nơi nhận", 28, {"u"}),
        (PARTY_2018, "VB - Danh sách nơi nhận", 24, set()),
        (PARTY_2026, "VB - Điều", 28, {"b"}),
        (PARTY_2026, "header", 28, set()),
    ],
)
def test_styles_have_the_sizes_and_looks_of_the_table(parts, key, name, half_points, looks):
    style = style_of(parts[key], name)

    assert style["sz"] == style["szCs"] == {"val": str(half_points)}
    assert set(style) & {"b", "i", "caps", "u"} == looks
    assert style["color"] == {"val": "000000"}


@pytest.mark.parametrize(
    ("key", "line_twips", "rule", "first_line"),
    [(STATE, 264, "auto", 720), (PARTY_2018, 360, "exact", 567), (PARTY_2026, 400, "exact", 567)],
)
def test_body_has_the_pitch_and_the_first_line_of_the_table(parts, key, line_twips, rule, first_line):
    for name in ("Body Text", "VB - Khoản", "VB - Điểm", "VB - Điều"):
        style = style_of(parts[key], name)

        assert style["spacing"] == {
            "before": "0",
            "after": "120",
            "line": str(line_twips),
            "lineRule": rule,
        }
        assert style["ind"] == {"firstLine": str(first_line)}
        assert style["jc"] == {"val": "both"}


def test_font_is_times_new_roman_in_all_four_scripts(parts):
    (fonts,) = re.findall(rb"<w:rFonts [^>]*>", parts[STATE]["word/styles.xml"])

    assert fonts.count(b"Times New Roman") == 4


def test_every_style_in_use_is_defined(parts):
    for files in parts.values():
        defined = set(re.findall(rb'w:styleId="([^"]+)"', files["word/styles.xml"]))
        for name in (name for name in files if re.match(r"word/(document|header\d)\.xml", name)):
            used = set(re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', files[name]))
            assert used <= defined


def test_navigation_lists_chapters_and_articles_with_their_titles(parts):
    files = parts[STATE]
    levels = {
        name: style_of(files, name)["outlineLvl"]["val"]
        for name in ("VB - Phần, Chương", "VB - Mục, Tiểu mục", "VB - Điều", "VB - Phụ lục")
    }

    assert levels == {
        "VB - Phần, Chương": "0",
        "VB - Mục, Tiểu mục": "1",
        "VB - Điều": "2",
        "VB - Phụ lục": "0",
    }
    chapter = paragraphs_of(files)["Chương I|Quy định chung"]
    assert chapter.find(f"./{w('pPr')}/{w('pStyle')}").get(w("val")) == "Division"


def test_numbers_are_text(parts):
    for files in parts.values():
        assert b"<w:numPr" not in files["word/document.xml"]
        assert "word/numbering.xml" not in files
        assert "1. Tuân thủ pháp luật và quy định của cấp trên." in paragraphs_of(files)


def test_head_and_foot_are_tables_of_two_columns_without_borders(parts):
    tables = list(etree.fromstring(parts[PARTY_2026]["word/document.xml"]).iter(w("tbl")))
    head, ruled, foot = tables

    for table in (head, foot):
        assert len(table.findall(f"./{w('tblGrid')}/{w('gridCol')}")) == 2
        assert table.find(f".//{w('tblBorders')}") is None
        assert table.find(f".//{w('tblStyle')}") is None
    assert ruled.find(f".//{w('tblHeader')}") is not None


@pytest.mark.parametrize(("key", "count"), [(STATE, 3), (PARTY_2018, 1), (PARTY_2026, 1)])
def test_rules_are_borders_of_paragraphs(parts, key, count):
    body = etree.fromstring(parts[key]["word/document.xml"])

    assert len(body.findall(f".//{w('pBdr')}/{w('top')}")) == count
    assert all("-----" not in words for words in paragraphs_of(parts[STATE]))


def test_number_stands_in_the_head_of_all_pages_but_the_first(parts):
    heads = {name: parts[STATE][name].decode() for name in parts[STATE] if "header" in name}
    with_number = [name for name, xml in heads.items() if " PAGE " in xml]

    assert len(heads) == 2
    assert len(with_number) == 1
    assert all("VĂN BẢN MẪU" in xml for xml in heads.values())


def test_two_sided_print_mirrors_the_margins(tmp_path):
    path = write_final_text(sample_of(PARTY_2026, is_two_sided=True), tmp_path / "a.docx")
    state = write_final_text(sample_of(STATE, is_two_sided=True), tmp_path / "b.docx")

    assert b"mirrorMargins" in zipfile.ZipFile(path).read("word/settings.xml")
    assert b"mirrorMargins" not in zipfile.ZipFile(state).read("word/settings.xml")


def test_docx_bytes_are_the_same_twice(written, tmp_path):
    again = write_final_text(sample_of(STATE), tmp_path / "again.docx")

    assert again.read_bytes() == written[STATE].read_bytes()


def test_docx_holds_hostile_text_literally(tmp_path):
    hostile = " ".join(HOSTILE)
    document = document_of(
        *with_paths((article("1", hostile, f"{hostile}\x07\x00"), text(f"{hostile}\tô", Role.TABLE))),
        issuing_body=hostile,
        subject=hostile,
        draft_mark=hostile,
        sample_mark=hostile,
        recipients=(hostile,),
    )

    path = write_final_text(document, tmp_path / "a.docx")

    body = docx.Document(path).element.body
    printed = squeezed("".join(node.text or "" for node in body.iter(w("t"))))
    for each in HOSTILE:
        assert printed.count(squeezed(each)) >= 5


@needs_soffice
def test_libreoffice_prints_the_same_pages(written, tmp_path):
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    files = [str(written[key]) for key in (STATE, PARTY_2018)]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    for key, nation, pitch in ((STATE, "Độc lập", 17.7), (PARTY_2018, "ĐẢNG CỘNG", 18)):
        path = tmp_path / f"{key}.pdf"
        first, second, *_ = lines_of(path)
        place = next(n for n, each in enumerate(first) if each.text.startswith("Các cơ quan tham gia"))
        words, rule = line(first, nation), strokes_of(path)[0][0]
        assert set(sheets_of(path)) == {(210.0, 297.0)}
        assert first[place + 1].left == pytest.approx(30, abs=0.6)
        assert first[place + 1].right == pytest.approx(195, abs=0.6)
        distance = (first[place + 1].baseline - first[place].baseline) / 25.4 * 72
        assert distance == pytest.approx(pitch, abs=0.5)
        assert (rule.left, rule.right) == pytest.approx((words.left, words.right), abs=1)
        assert line(second[:3], "2").middle == pytest.approx(112.5, abs=0.6)
        assert not any(each.text == "1" for each in first)
