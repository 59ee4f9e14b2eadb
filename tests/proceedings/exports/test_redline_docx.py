import time
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from lxml import etree

from proceedings.exports.docx_styles import W
from proceedings.exports.redline_docx import TrackedParagraph, write_redline_docx
from proceedings.exports.tree import Document
from proceedings.text.provisions import Kind
from tests.proceedings.exports.office import Office, needs_soffice, paragraphs_of

NAMES = {"w": W}
NFD = "Điều kiê\u0323n ho\u0300a"
DOCUMENT = Document("So sánh dự thảo 1 và dự thảo 2", (), datetime(2026, 1, 2, 10, 4, 5, tzinfo=UTC))
PARAGRAPHS = [
    TrackedParagraph((("equal", "Chương I"),), kind=Kind.CHUONG),
    TrackedParagraph(
        (("equal", "Điều 1. Phạm vi "), ("delete", "điều chỉnh"), ("insert", 'áp dụng <&> "x"')),
        kind=Kind.DIEU,
        reason="Theo ý kiến số 12 <Bắc Ninh>",
    ),
    TrackedParagraph((("delete", "1. Bị xóa hết."),), "delete", kind=Kind.KHOAN, reason="Trùng Điều 3"),
    TrackedParagraph((("insert", "1. Thêm mới hoàn toàn."),), "insert", kind=Kind.KHOAN, reason="Bổ sung"),
    TrackedParagraph((), "insert"),
    TrackedParagraph((("equal", "Điều 2. Chuyển đi"), ("delete", " bản cũ")), "move_from", "a", Kind.DIEU),
    TrackedParagraph((("delete", "đầu "), ("equal", "1. Khoản đi theo")), "move_from", "a", Kind.KHOAN),
    TrackedParagraph((("equal", "  hai  blank,\ttab,\nxuống dòng, " + NFD + " x\xady\u00a0z"),)),
    TrackedParagraph((("equal", "Điều 2. Chuyển đi"), ("insert", " bản mới")), "move_to", "a", Kind.DIEU),
    TrackedParagraph((("insert", "đầu mới "), ("equal", "1. Khoản đi theo")), "move_to", "a", Kind.KHOAN),
    TrackedParagraph((("equal", "lẻ loi"),), "move_from", "không có cặp"),
    TrackedParagraph((("delete", "a"), ("insert", "b"), ("equal", " c\x01"))),
    TrackedParagraph((("delete", "Điều cuối cũ."),), "delete"),
    TrackedParagraph((("insert", "Điều cuối mới."),), "insert"),
]


def side_of(paragraphs, absent, absent_wholes):
    return [
        "".join(text for op, text in paragraph.runs if op != absent).replace("\x01", "\ufffd")
        for paragraph in paragraphs
        if paragraph.whole not in absent_wholes
    ]


NEW = side_of(PARAGRAPHS, "delete", {"delete", "move_from"})
OLD = side_of(PARAGRAPHS, "insert", {"insert", "move_to"})


def body_of(path):
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


def decided(path, gone, stays):
    """What an independent reading of the file leaves: words and paragraph marks in `gone` disappear."""
    lines, line = [], ""
    for p in body_of(path).iter(f"{{{W}}}p"):
        for run in p.iter(f"{{{W}}}r"):
            if run.getparent().tag.split("}")[1] in gone:
                continue
            for each in run:
                line += {"tab": "\t", "br": "\n"}.get(each.tag.split("}")[1]) or each.text or ""
        if not any(p.find(f"w:pPr/w:rPr/w:{tag}", NAMES) is not None for tag in gone):
            lines.append(line)
            line = ""
    return lines[:-1] if lines[-1] == "" else lines


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("redline") / "redline.docx"
    return write_redline_docx(PARAGRAPHS, DOCUMENT, path, author='Ban biên tập <&">')


def test_redline_docx_sides_are_the_expected_drafts():
    assert OLD[:3] == ["Chương I", "Điều 1. Phạm vi điều chỉnh", "1. Bị xóa hết."]
    assert NEW[:4] == ["Chương I", 'Điều 1. Phạm vi áp dụng <&> "x"', "1. Thêm mới hoàn toàn.", ""]


def test_redline_docx_accepts_to_the_new_and_rejects_to_the_old_draft(written):
    assert decided(written, {"del", "moveFrom"}, ()) == NEW
    assert decided(written, {"ins", "moveTo"}, ()) == OLD


@needs_soffice
def test_redline_docx_in_libreoffice_accepts_and_rejects_exactly(written, tmp_path):
    accepted, rejected = Office(tmp_path).decide(written)

    assert paragraphs_of(accepted) == NEW
    assert paragraphs_of(rejected) == OLD


def test_redline_docx_ids_are_unique_and_changes_are_signed(written):
    changes = [e for e in body_of(written).iter() if e.get(f"{{{W}}}author")]
    ids = [e.get(f"{{{W}}}id") for e in changes]

    assert len(ids) == len(set(ids)) > 20
    assert {e.get(f"{{{W}}}author") for e in changes} == {'Ban biên tập <&">'}
    assert {e.get(f"{{{W}}}date") for e in changes} == {"2026-01-02T10:04:05Z"}


def test_redline_docx_moves_are_paired_by_name_and_closed(written):
    body = body_of(written)
    names = {
        tag: [e.get(f"{{{W}}}name") for e in body.iterfind(f".//w:{tag}RangeStart", NAMES)]
        for tag in ("moveFrom", "moveTo")
    }

    assert names == {"moveFrom": ["move1"], "moveTo": ["move1"]}
    for tag in names:
        opened = [e.get(f"{{{W}}}id") for e in body.iterfind(f".//w:{tag}RangeStart", NAMES)]
        closed = [e.get(f"{{{W}}}id") for e in body.iterfind(f".//w:{tag}RangeEnd", NAMES)]
        assert opened == closed
    assert "lẻ loi" in [e.text for e in body.iterfind(".//w:del//w:delText", NAMES)]


def test_redline_docx_deleted_words_stand_in_their_own_element(written):
    assert not body_of(written).xpath("//w:del//w:t | //w:ins//w:delText", namespaces=NAMES)


def test_redline_docx_reasons_are_comments(written):
    comments = docx.Document(written).comments

    assert [comment.text for comment in comments] == [
        "Theo ý kiến số 12 <Bắc Ninh>",
        "Trùng Điều 3",
        "Bổ sung",
    ]
    assert {comment.author for comment in comments} == {'Ban biên tập <&">'}


def test_redline_docx_equal_input_gives_equal_bytes(written, tmp_path):
    again = write_redline_docx(PARAGRAPHS, DOCUMENT, tmp_path / "b.docx", author='Ban biên tập <&">')

    assert again.read_bytes() == written.read_bytes()


def test_redline_docx_torn_move_is_paired_piece_by_piece(tmp_path):
    moved = (("equal", "x"),)
    paragraphs = [
        TrackedParagraph(moved, "move_from", "m"),
        TrackedParagraph((("equal", "giữa"),)),
        TrackedParagraph(moved, "move_from", "m"),
        TrackedParagraph(moved, "move_to", "m"),
    ]

    body = body_of(write_redline_docx(paragraphs, DOCUMENT, tmp_path / "a.docx", author="A"))

    assert [e.get(f"{{{W}}}name") for e in body.iterfind(".//w:moveFromRangeStart", NAMES)] == ["move1"]
    assert [e.get(f"{{{W}}}name") for e in body.iterfind(".//w:moveToRangeStart", NAMES)] == ["move1"]


def test_redline_docx_without_paragraphs_is_a_file(tmp_path):
    path = write_redline_docx([], DOCUMENT, tmp_path / "a.docx", author="A")

    assert paragraphs_of(path) == []


def test_redline_docx_of_200_articles_is_written_in_time(tmp_path):
    article = [
        TrackedParagraph((("equal", "Điều 5. Tên điều"),), kind=Kind.DIEU, reason="Lý do"),
        *[
            TrackedParagraph(
                (
                    ("equal", "1. Cơ quan chủ trì phối hợp "),
                    ("delete", "với"),
                    ("insert", "cùng"),
                    ("equal", " x" * 99),
                ),
                kind=Kind.KHOAN,
            )
        ]
        * 4,
        TrackedParagraph((("insert", "5. Khoản mới."),), "insert", kind=Kind.KHOAN),
    ]

    begun = time.process_time()
    write_redline_docx(article * 200, DOCUMENT, tmp_path / "a.docx", author="A")

    assert time.process_time() - begun < 3
