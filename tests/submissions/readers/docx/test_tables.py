from submissions.readers.document import ParagraphKind
from tests.submissions.documents import paragraph, root, table

LETTERHEAD = [
    paragraph("TỈNH ỦY MẪU") + paragraph("*") + paragraph("Số 12-CV/TU"),
    paragraph("ĐẢNG CỘNG SẢN VIỆT NAM") + paragraph("Mẫu, ngày 05 tháng 9 năm 2021"),
]


def merged(words, merge):
    return f"<w:tc><w:tcPr><w:vMerge{merge}/></w:tcPr>{paragraph(words)}</w:tc>"


def test_a_letterhead_is_read_cell_by_cell(read):
    found = read(table(LETTERHEAD, bordered=False)).paragraphs

    assert [(each.text, each.kind, each.cell) for each in found] == [
        ("TỈNH ỦY MẪU", ParagraphKind.CELL, (0, 0, 0)),
        ("*", ParagraphKind.CELL, (0, 0, 0)),
        ("Số 12-CV/TU", ParagraphKind.CELL, (0, 0, 0)),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", ParagraphKind.CELL, (0, 0, 1)),
        ("Mẫu, ngày 05 tháng 9 năm 2021", ParagraphKind.CELL, (0, 0, 1)),
    ]


def test_a_letterhead_in_a_frame_is_a_letterhead_all_the_same(read):
    assert {each.kind for each in read(table(LETTERHEAD)).paragraphs} == {ParagraphKind.CELL}


def test_a_table_with_lines_is_data_row_by_row(read):
    found = read(
        table(["TT", "Nội dung góp ý"], ["1", paragraph("Điều 5:") + paragraph("bổ sung.")])
    ).paragraphs

    assert [(each.text, each.kind) for each in found] == [
        ("TT\tNội dung góp ý", ParagraphKind.ROW),
        ("1\tĐiều 5: bổ sung.", ParagraphKind.ROW),
    ]


def test_lines_may_come_from_the_style_and_be_taken_away_by_the_table(read):
    borders = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
    style = f'<w:style w:type="table" w:styleId="Luoi">{borders}</w:style>'
    parts = {"word/styles.xml": root("styles", style)}
    cells = f"<w:tr><w:tc>{paragraph('A')}</w:tc><w:tc>{paragraph('B')}</w:tc></w:tr>"
    named = '<w:tblPr><w:tblStyle w:val="Luoi"/>{}</w:tblPr>'
    without = '<w:tblBorders><w:insideV w:val="nil"/></w:tblBorders>'

    with_lines = read(f"<w:tbl>{named.format('')}{cells}</w:tbl>", parts=parts)
    without_lines = read(f"<w:tbl>{named.format(without)}{cells}</w:tbl>", parts=parts)

    assert [each.text for each in with_lines.paragraphs] == ["A\tB"]
    assert [each.text for each in without_lines.paragraphs] == ["A", "B"]


def test_a_grid_without_lines_is_data_from_three_by_three(read):
    grid = table(*[["a", "b", "c"]] * 3, bordered=False)

    assert [each.text for each in read(grid).paragraphs] == ["a\tb\tc"] * 3


def test_one_column_only_frames_what_is_in_it(read):
    found = read(table([paragraph("KHUNG") + paragraph("chữ")])).paragraphs

    assert [each.text for each in found] == ["KHUNG", "chữ"]


def test_a_cell_over_several_rows_is_told_once(read):
    rows = [
        [merged("Điều 5", ' w:val="restart"'), "a"],
        [merged("", ""), "b"],
        [merged("Điều 5", ""), "c"],
        [merged("Điều 6", ' w:val="restart"'), "d"],
    ]

    assert [each.text for each in read(table(*rows)).paragraphs] == ["Điều 5\ta", "\tb", "\tc", "Điều 6\td"]


def test_what_stands_in_the_lower_part_of_a_merged_cell_is_not_lost(read):
    rows = [[merged("Điều 5", ' w:val="restart"'), "a"], [merged("riêng", ""), "b"]]

    assert [each.text for each in read(table(*rows)).paragraphs] == ["Điều 5\ta", "riêng\tb"]


def test_a_table_in_a_cell_is_read_where_it_stands(read):
    inner = table(["1", "2"])

    data = read(table(["A", inner + paragraph("sau")], ["B", "C"]))
    layout = read(table([paragraph("trước") + inner + paragraph("sau"), "B"], bordered=False))

    assert [each.text for each in data.paragraphs] == ["A\t1 2 sau", "B\tC"]
    assert [each.text for each in layout.paragraphs] == ["trước", "1\t2", "sau", "B"]


def test_columns_count_what_a_cell_spans(read):
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("rộng")}</w:tc>'

    found = read(table([wide, "hẹp"], bordered=False)).paragraphs

    assert [(each.text, each.cell) for each in found] == [("rộng", (0, 0, 0)), ("hẹp", (0, 0, 2))]


def test_rows_and_cells_in_content_controls_are_read(read):
    cell = f"<w:sdt><w:sdtContent><w:tc>{paragraph('A')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell}</w:tr></w:sdtContent></w:sdt>"

    assert [each.text for each in read(f"<w:tbl>{row}</w:tbl>").paragraphs] == ["A"]


def test_tables_are_nested_twelve_times(read):
    inside = paragraph("trong cùng")
    for number in range(12):
        inside = table([inside + paragraph(f"tầng {number}")])

    assert [each.text for each in read(inside).paragraphs] == [
        "trong cùng",
        *(f"tầng {each}" for each in range(12)),
    ]
