import datetime
import io
import random

import openpyxl
import pytest
from lxml.etree import XMLSyntaxError
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from submissions.readers.document import Kind, ParagraphKind, Problem, State, from_json, to_json
from submissions.readers.failure import Unreadable
from tests.submissions.readers.workbooks import MAIN, by_hand, cells, written, zipped


def codes(document):
    return {remark.code: dict(remark.values) for remark in document.remarks}


# --- what a cell holds ---------------------------------------------------------------


def test_cells_are_text_as_it_is_read(rows_of):
    def fill(workbook, sheet):
        sheet.write_datetime(
            "E1", datetime.date(2021, 9, 3), workbook.add_format({"num_format": "dd/mm/yyyy"})
        )
        sheet.write_formula("F1", "=1+1", None, 2)
        sheet.write_boolean("G1", True)

    rows = rows_of(written([["Tỉnh ủy Bắc Ninh", 1, 1.5, "007"]], fill=fill))

    assert rows == [["Tỉnh ủy Bắc Ninh", "1", "1.5", "007", "2021-09-03", "2", "TRUE"]]


def test_a_number_that_is_a_symbol_has_no_exponent(rows_of):
    assert rows_of(by_hand("<sheetData><row><c><v>1.2E+15</v></c></row></sheetData>")) == [
        ["1200000000000000"]
    ]


def test_rich_text_is_its_text_and_reading_aids_are_not(rows_of, opened):
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = CellRichText("Góp ý ", TextBlock(InlineFont(b=True), "dự thảo"))
    content = io.BytesIO()
    workbook.save(content)
    shared = "<si><t>漢</t><rPh sb='0' eb='1'><t>かん</t></rPh></si>"
    shared += "<si><r><t>a_x000D_b</t></r><r><t xml:space='preserve'> c</t></r></si>"
    sheet = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>'

    assert rows_of(content.getvalue()) == [["Góp ý dự thảo"]]
    assert rows_of(by_hand(sheet, shared=shared)) == [["漢", "ab c"]]


def test_a_formula_is_its_stored_result_or_itself(opened):
    sheet = "<sheetData><row><c><f>A2</f><v>5</v></c><c t='str'><f>A3</f><v>năm</v></c>"
    sheet += "<c><f>SUM(B2:B9)</f></c></row></sheetData>"

    document = opened(by_hand(sheet))

    assert document.sheets[0].rows == (("5", "năm", "=SUM(B2:B9)"),)
    assert codes(document)["formulas"] == {"sheet": "Bảng", "count": 3}
    assert codes(document)["formulas_without_results"] == {"sheet": "Bảng", "count": 1, "cells": "C1"}


def test_error_cells_are_kept_and_remarked(opened):
    document = opened(by_hand("<sheetData><row r='3'><c r='B3' t='e'><v>#REF!</v></c></row></sheetData>"))

    assert document.sheets[0].rows == ((), (), ("", "#REF!"))
    assert codes(document)["error_cells"] == {"sheet": "Bảng", "count": 1, "cells": "B3"}


def test_dates_written_as_iso(rows_of):
    sheet = "<sheetData><row><c t='d'><v>2021-09-03T00:00:00</v></c>"
    sheet += "<c t='d'><v>2021-09-03T10:30:00Z</v></c></row></sheetData>"

    assert rows_of(by_hand(sheet)) == [["2021-09-03", "2021-09-03T10:30:00"]]


def test_the_strict_namespace_is_read_too(rows_of):
    content = by_hand(
        f"<sheetData>{cells('góp ý')}</sheetData>", namespace="http://purl.oclc.org/ooxml/spreadsheetml/main"
    )

    assert rows_of(content) == [["góp ý"]]


def test_what_is_empty_at_the_ends_is_left_out(rows_of):
    sheet = f"<sheetData>{cells('', ' ', 'a', ' ', '', row=2)}{cells('', ' ', row=900)}<row r='1048576'/></sheetData>"

    assert rows_of(by_hand(sheet)) == [[], ["", "", "a"]]


def test_rows_and_cells_without_addresses_follow_one_another(rows_of):
    sheet = "<sheetData><row><c><v>1</v></c><c r='D1'><v>4</v></c><c><v>5</v></c></row>"
    sheet += "<row><c><v>6</v></c></row></sheetData>"

    assert rows_of(by_hand(sheet)) == [["1", "", "", "4", "5"], ["6"]]


# --- what hides ---------------------------------------------------------------


def test_cells_merged_downwards_all_hold_the_value(opened):
    def fill(workbook, sheet):
        sheet.merge_range("A1:C1", "TỔNG HỢP")
        sheet.merge_range("A2:A4", "Tỉnh ủy Bắc Ninh")

    document = opened(written([[], ["", "một"], ["", "hai"], ["", "ba"], ["", "bốn"]], fill=fill))

    assert [row[0] for row in document.sheets[0].rows] == ["TỔNG HỢP", *["Tỉnh ủy Bắc Ninh"] * 3, ""]
    assert document.sheets[0].rows[0] == ("TỔNG HỢP",)
    assert codes(document)["merged_cells"] == {"sheet": "Sheet1", "count": 2}


def test_what_is_hidden_is_read_and_remarked(opened):
    def fill(workbook, first, second):
        first.set_row(1, options={"hidden": True})
        first.set_column("C:C", options={"hidden": True})
        second.hide()

    document = opened(written([["a", "b", "che"], ["dòng ẩn"]], [["trang ẩn"]], fill=fill))

    assert [len(sheet.rows) for sheet in document.sheets] == [2, 1]
    assert codes(document)["hidden_rows"] == {"sheet": "Sheet1", "count": 1}
    assert codes(document)["hidden_columns"] == {"sheet": "Sheet1", "columns": "C"}
    assert codes(document)["hidden_sheet"] == {"sheet": "Sheet2"}
    assert document.hidden_characters == len("che" + "dòng ẩn" + "trang ẩn")


def test_headers_comments_shapes_and_properties_stand_aside(opened):
    def fill(workbook, sheet):
        sheet.set_header('&C&"Times New Roman,Bold"&14MẬT&R&P')
        sheet.write_comment("A1", "Xem lại số này")
        sheet.insert_textbox("C3", "TÀI LIỆU HỌP")
        workbook.set_properties({"title": "Bảng tổng hợp", "author": "Nguyễn Văn Mẫu"})

    document = opened(written([["a"]], fill=fill))

    said = {(each.kind, each.text) for each in document.aside}
    assert (ParagraphKind.HEADER, "MẬT") in {(kind, text.strip()) for kind, text in said}
    assert any(kind == ParagraphKind.COMMENT and "Xem lại số này" in text for kind, text in said)
    assert (ParagraphKind.TEXT_BOX, "TÀI LIỆU HỌP") in said
    assert (ParagraphKind.PROPERTY, "title: Bảng tổng hợp") in said
    assert document.comments == 1


def test_macros_embedded_files_and_links_are_told(opened, tmp_path):
    (tmp_path / "vbaProject.bin").write_bytes(b"macro")
    (tmp_path / "a.bin").write_bytes(b"x")
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"'
        ' Target="http://may-chu.example/so-lieu.xlsx" TargetMode="External"/></Relationships>'
    )
    parts = {
        "xl/vbaProject.bin": b"macro",
        "xl/embeddings/oleObject1.bin": b"x",
        "xl/media/image1.png": b"x",
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": link,
    }

    document = opened(by_hand(f"<sheetData>{cells('a')}</sheetData>", parts=parts))

    assert document.has_macros
    assert document.embedded == ("oleObject1.bin",)
    assert document.images == 1
    assert document.external_links == ("http://may-chu.example/so-lieu.xlsx",)


def test_a_link_that_a_person_may_follow_is_none(opened):
    def fill(workbook, sheet):
        sheet.write_url("A1", "https://example.vn/")

    assert opened(written([[]], fill=fill)).external_links == ()


# --- as a document ---------------------------------------------------------------


def test_rows_are_paragraphs_and_sheets_are_headings(opened):
    document = opened(written([["a", "b\nc"], [], ["d"]], [["e"]]))

    assert [(each.kind, each.text) for each in document.paragraphs] == [
        (ParagraphKind.HEADING, "Sheet1"),
        (ParagraphKind.ROW, "a\tb c"),
        (ParagraphKind.ROW, "d"),
        (ParagraphKind.HEADING, "Sheet2"),
        (ParagraphKind.ROW, "e"),
    ]
    assert (document.kind, document.state) == (Kind.XLSX, State.READ)
    assert from_json(to_json(document)) == document


def test_cells_of_legacy_encodings_are_repaired(opened):
    """What .VnTime and VNI-Times drew as letters, as workbooks of 2005 still hold it; ư is U+00AD in TCVN3."""
    tcvn3 = ["1", "", "V¨n b¶n gãp ý dù th¶o quy ®Þnh phèi hîp c«ng t¸c, ®Ò nghÞ bæ sung tr\xad\xeang ban"]
    tcvn3[1] = "TØnh ñy Qu¶ng Ninh göi B¸o c¸o t×nh h×nh"

    document = opened(written([tcvn3, ["2", "Tỉnh ủy Bắc Ninh", "Góp ý"]]))

    assert document.encoding in {"mixed", "tcvn3"}
    assert document.sheets[0].rows[0][1] == "Tỉnh ủy Quảng Ninh gửi Báo cáo tình hình"
    assert document.sheets[0].rows[0][2].startswith("Văn bản góp ý dự thảo quy định phối hợp công tác")
    assert document.sheets[0].rows[1] == ("2", "Tỉnh ủy Bắc Ninh", "Góp ý")


def test_cells_are_composed_and_their_lines_stay(rows_of):
    assert rows_of(written([["Gop y\u0301", "một\nhai\tba", "", "bốn"]])) == [
        ["Gop ý", "một\nhai ba", "", "bốn"]
    ]


def test_a_workbook_without_a_word_waits_for_a_person(opened):
    document = opened(written([[]]))

    assert (document.state, document.problem) == (State.NEEDS_PERSON, Problem.NO_TEXT)


def test_what_another_program_reads_is_read(opened):
    """Workbooks of random cells, as openpyxl writes them and as it reads them again."""
    chance = random.Random(3)
    for _each in range(20):
        workbook = openpyxl.Workbook()
        for row in range(1, 12):
            for column in range(1, 9):
                value = chance.choice([None, 12, 2.25, "góp ý", "=literal", True, datetime.date(2021, 9, 3)])
                cell = workbook.active.cell(row, column, value)
                if value == "=literal":
                    cell.data_type = "s"
        content = io.BytesIO()
        workbook.save(content)

        read = opened(content.getvalue()).sheets[0].rows

        again = openpyxl.load_workbook(io.BytesIO(content.getvalue())).active
        for row in again.iter_rows():
            for cell in row:
                mine = read[cell.row - 1] if cell.row <= len(read) else ()
                text = mine[cell.column - 1] if cell.column <= len(mine) else ""
                assert text == _plain(cell.value)


def _plain(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return "" if value is None else str(value).upper() if isinstance(value, bool) else str(value)


# --- what is too much, broken or hostile ---------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "values"),
    [
        (cells("a", row=20_001), {"unit": "rows", "measured": 20_001, "allowed": 20_000}),
        ("<row r='1'><c r='BI1'><v>1</v></c></row>", {"unit": "columns", "measured": 61, "allowed": 60}),
        ("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", {"unit": "columns", "measured": 16_384}),
    ],
)
def test_a_sheet_over_the_limits_is_refused_with_figures(opened, sheet, values):
    with pytest.raises(Unreadable) as caught:
        opened(by_hand(f"<sheetData>{sheet}</sheetData>"))

    assert caught.value.problem == Problem.TOO_LONG
    assert values.items() <= caught.value.values.items()
    assert caught.value.values["sheet"] == "Bảng"


def test_a_sheet_at_the_limits_is_read(rows_of):
    rows = rows_of(by_hand(f"<sheetData>{cells('a', row=1)}{cells(*['b'] * 60, row=20_000)}</sheetData>"))

    assert (len(rows), len(rows[-1])) == (20_000, 60)


def test_too_many_sheets_are_refused(opened):
    with pytest.raises(Unreadable) as caught:
        opened(by_hand(names=[f"T{n}" for n in range(21)]))

    assert caught.value.values == {"unit": "sheets", "measured": 21, "allowed": 20}


def test_too_many_characters_are_refused(opened):
    rows = "".join(f"<row r='{n}'><c t='s'><v>0</v></c></row>" for n in range(1, 702))

    with pytest.raises(Unreadable) as caught:
        opened(by_hand(f"<sheetData>{rows}</sheetData>", shared=f"<si><t>{'a' * 30_000}</t></si>"))

    assert caught.value.values["unit"] == "characters"


@pytest.mark.parametrize("claim", ["A1:XFD1048576", "A1", "", "x", "A1:A0"])
def test_a_sheet_is_not_believed_about_its_size(rows_of, claim):
    sheet = f"<dimension ref='{claim}'/><cols><col min='1' max='16384' hidden='1'/></cols>"
    sheet += f"<sheetData>{cells('a')}</sheetData>"

    assert rows_of(by_hand(sheet)) == [["a"]]


def test_a_million_formatted_rows_without_a_value_are_passed_over(rows_of):
    rows = "".join(f'<row r="{n}" s="1" ht="15.75"/>' for n in range(2, 300_000))

    assert rows_of(by_hand(f"<sheetData>{cells('a')}{rows}</sheetData>")) == [["a"]]


def test_merges_over_everything_do_no_harm(rows_of):
    merges = (
        "<mergeCells>" + "<mergeCell ref='A1:A1048576'/>" * 5000 + "<mergeCell ref='ZZZ0:9'/></mergeCells>"
    )

    assert rows_of(by_hand(f"<sheetData>{cells('a')}{cells('', 'b', row=2)}</sheetData>{merges}")) == [
        ["a"],
        ["a", "b"],
    ]


@pytest.mark.parametrize("where", ["sheet", "shared", "utf16"])
def test_a_document_type_is_refused(opened, where):
    entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    content = by_hand(f"<sheetData>{cells('a')}</sheetData>", head=entity)
    if where == "shared":
        parts = {"xl/sharedStrings.xml": f"{entity}<sst xmlns='{MAIN}'><si><t>&e;</t></si></sst>"}
        content = by_hand(f"<sheetData>{cells('a')}</sheetData>", parts=parts)
    if where == "utf16":
        parts = {"xl/sharedStrings.xml": f"{entity}<sst xmlns='{MAIN}'/>".encode("utf-16")}
        content = by_hand(f"<sheetData>{cells('a')}</sheetData>", parts=parts)

    with pytest.raises(Unreadable) as caught:
        opened(content)

    assert caught.value.problem == Problem.DECLARES_ENTITIES


def test_a_bomb_is_refused_before_it_is_unpacked(opened):
    with pytest.raises(Unreadable) as caught:
        opened(by_hand(f"<sheetData>{' ' * 30_000_000}</sheetData>"))

    assert caught.value.problem == Problem.UNPACKS_TOO_LARGE


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
            Problem.ENCRYPTED,
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "Workbook".encode("utf-16-le"),
            Problem.WRONG_TYPE,
        ),
        (zipped({"a.txt": "a"}), Problem.DAMAGED),
    ],
)
def test_what_is_no_open_workbook_is_refused(opened, content, problem):
    with pytest.raises(Unreadable) as caught:
        opened(content)

    assert caught.value.problem == problem


@pytest.mark.parametrize(
    "sheet", ["<sheetData><row>", "<sheetData><row><c t='s'><v>7</v></c></row></sheetData>"]
)
def test_a_damaged_sheet_is_refused(opened, sheet):
    with pytest.raises((Unreadable, XMLSyntaxError)):
        opened(by_hand(sheet))


def test_odd_attributes_are_passed_over(rows_of):
    sheet = (
        "<sheetData><row r='x'><c r='!!' s='999999' t='n'><v>1</v></c><c r='1' s='-1'><v>2</v></c>"
        "<c t='lạ'><v>3</v></c></row></sheetData>"
    )

    assert rows_of(by_hand(sheet, styles="<cellXfs><xf numFmtId='y'/></cellXfs>")) == [["1", "2", "3"]]
