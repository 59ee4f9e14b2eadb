"""The neutral document."""

from proceedings.exports.tree import Heading, NewPage, Stream, Table, item, paragraph, plain_text, table_of
from tests.proceedings.exports.documents import BLOCKS, document_of


def test_stream_is_walked_again():
    stream = Stream(lambda: iter(BLOCKS))

    assert list(stream) == list(stream) == list(BLOCKS)


def test_plain_text_of_every_block_in_order():
    blocks = (
        NewPage(),
        Heading("Đề mục"),
        paragraph("đoạn"),
        item("a)", "điểm"),
        Table(("cột",), (("ô",),), (1,), "bảng"),
    )

    texts = [text for block in blocks for text in plain_text(block)]

    assert texts == ["Đề mục", "đoạn", "a) điểm", "bảng", "cột", "ô"]


def test_table_of_leaves_empty_columns_out():
    table = table_of(("STT", "Tên", "Hạn"), [("1", "a", ""), ("2", "", " ")], (1, 4, 2), "Bảng")

    assert table == Table(("STT", "Tên"), (("1", "a"), ("2", "")), (1, 4), "Bảng")


def test_running_title_prefers_the_short_one():
    document = document_of(short_title="Quy chế phối hợp")

    assert document.running_title == "Kỷ yếu: Quy chế phối hợp"
    assert document.full_title == "Kỷ yếu: Hội thảo quy chế phối hợp"
