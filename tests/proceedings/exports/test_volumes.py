"""Sheets and their share-out among volumes."""

import io
import json

from proceedings.exports.printable import Lettering
from proceedings.exports.tree import Heading, NewPage, Table, paragraph
from proceedings.exports.volumes import Sheet, breakable, plan_volumes, sheet_data, store_sheets


def sheet(pages, headings=1):
    return Sheet(start=0, end=1, lines=pages * 34, headings=[{}] * headings)


def test_store_sheets_begins_one_at_every_new_page():
    store = io.BytesIO()
    blocks = [NewPage(), Heading("Một"), paragraph("a"), NewPage(), NewPage(), Heading("Hai"), NewPage()]

    sheets = store_sheets(blocks, Lettering(), store)

    assert [[heading["text"] for heading in each.headings] for each in sheets] == [["Một"], ["Hai"]]


def test_sheet_data_is_json_of_the_blocks_in_order():
    store = io.BytesIO()
    sheets = store_sheets([NewPage(), paragraph("a"), NewPage(), paragraph("b")], Lettering(), store)

    data = json.loads(b"".join(sheet_data(sheets, store)))

    assert [block["is"] for block in data] == ["page", "paragraph", "page", "paragraph", "end"]


def test_store_sheets_cuts_what_would_outgrow_a_volume():
    long = [paragraph("chữ " * 20_000) for _ in range(100)]

    sheets = store_sheets(long, Lettering(), io.BytesIO())

    assert len(sheets) > 1
    assert max(each.pages for each in sheets) < 1100


def test_store_sheets_carries_a_long_table_over_to_new_pages():
    store = io.BytesIO()
    table = Table(
        ("STT", "Ý kiến"), ((str(number), "Nhất trí") for number in range(2500)), (1, 4), caption="Bảng"
    )

    sheets = store_sheets([Heading("Phụ lục"), table], Lettering(), store)

    tables = [block for block in json.loads(b"".join(sheet_data(sheets, store))) if block["is"] == "table"]
    assert [len(each["cells"]) // 2 for each in tables] == [1000, 1000, 500]
    assert [each["caption"] for each in tables] == ["Bảng", "", ""]
    assert all(each["header"] == ["STT", "Ý kiến"] for each in tables)
    assert len(sheets) == 3


def test_store_sheets_cuts_a_paragraph_of_endless_lines():
    store = io.BytesIO()
    lines = [f"dòng {number}" for number in range(100)]

    sheets = store_sheets([paragraph("\n".join(lines))], Lettering(), store)

    texts = [
        block["runs"][0]["text"]
        for block in json.loads(b"".join(sheet_data(sheets, store)))
        if "runs" in block
    ]
    assert len(texts) == 3
    assert "\n".join(texts).split("\n") == lines


def test_plan_volumes_keeps_a_small_document_whole():
    assert plan_volumes([sheet(3)] * 90, limit=1000) == [[sheet(3)] * 90]


def test_plan_volumes_keeps_order_and_room_for_all_contents():
    sheets = [sheet(3) for _ in range(1800)]

    volumes = plan_volumes(sheets, limit=1000)

    assert [each for volume in volumes for each in volume] == sheets
    assert sum(each.pages for each in volumes[0]) <= 1000 - 1800 / 18
    assert all(sum(each.pages for each in volume) <= 1000 for volume in volumes)


def test_plan_volumes_gives_a_long_paper_a_volume_of_its_own():
    volumes = plan_volumes([sheet(2), sheet(1500), sheet(2)], limit=1000)

    assert [len(volume) for volume in volumes] == [1, 1, 1]


def test_breakable_leaves_ordinary_words_alone():
    text = "Đảng ủy Công an Trung ương " * 10

    assert breakable(text) == text


def test_breakable_opens_long_words():
    broken = breakable("x" * 200)

    assert broken.replace("\u200b", "") == "x" * 200
    assert max(map(len, broken.split("\u200b"))) <= 60
