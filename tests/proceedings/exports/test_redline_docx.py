import random
import time
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime

import docx
import pytest
from lxml import etree

from proceedings.exports.docx_styles import W
from proceedings.exports.redline_docx import write_redline_docx
from proceedings.exports.tree import Document
from proceedings.text.provisions import Kind, Role
from tests.proceedings.exports.office import Office, needs_soffice, paragraphs_of

NAMES = {"w": W}


@dataclass(frozen=True)
class Tracked:
    runs: tuple
    whole: str = ""
    move: str = ""
    kind: Kind = Kind.TEXT
    role: Role = Role.PLAIN


NFD = "Điều kiê\u0323n ho\u0300a"
DOCUMENT = Document("So sánh dự thảo 1 và dự thảo 2", (), datetime(2026, 1, 2, 10, 4, 5, tzinfo=UTC))
PARAGRAPHS = [
    Tracked((("equal", "Chương I"),), kind=Kind.CHUONG),
    Tracked(
        (("equal", "Điều 1. Phạm vi "), ("delete", "điều chỉnh"), ("insert", 'áp dụng <&> "x"')),
        kind=Kind.DIEU,
    ),
    Tracked((("delete", "1. Bị xóa hết."),), "delete", kind=Kind.KHOAN),
    Tracked((("insert", "1. Thêm mới hoàn toàn."),), "insert", kind=Kind.KHOAN),
    Tracked((), "insert"),
    Tracked((("equal", "Điều 2. Chuyển đi"), ("delete", " bản cũ")), "move_from", "a", Kind.DIEU),
    Tracked((("delete", "đầu "), ("equal", "1. Khoản đi theo")), "move_from", "a", Kind.KHOAN),
    Tracked((("equal", "  hai  blank,\ttab,\nxuống dòng, " + NFD + " x\xady\u00a0z"),)),
    Tracked((("equal", "Điều 2. Chuyển đi"), ("insert", " bản mới")), "move_to", "a", Kind.DIEU),
    Tracked((("insert", "đầu mới "), ("equal", "1. Khoản đi theo")), "move_to", "a", Kind.KHOAN),
    Tracked((("equal", "Cuối có thêm"), ("insert", " chữ"))),
    Tracked((("insert", "Rồi một đoạn mới."),), "insert"),
    Tracked((("equal", "Lại có thêm"), ("insert", " chữ"))),
    Tracked((("insert", "Rồi một "), ("equal", "đoạn chuyển đến.")), "move_to", "b"),
    Tracked((("equal", "đoạn chuyển đến."),), "move_from", "b"),
    Tracked((("equal", "lẻ loi"),), "move_from", "không có cặp"),
    Tracked((("delete", "a"), ("insert", "b"), ("equal", " c\x01"))),
    Tracked((("delete", "Điều cuối cũ."),), "delete"),
    Tracked((("insert", "Điều cuối mới."),), "insert"),
]


def side_of(paragraphs, absent, absent_wholes):
    return [
        "".join(text for op, text in paragraph.runs if op != absent).replace("\x01", "\ufffd")
        for paragraph in paragraphs
        if paragraph.whole not in absent_wholes
    ]


REASONS = {1: "Theo ý kiến số 12 <Bắc Ninh>", 2: "Trùng Điều 3", 3: "Bổ sung"}
NEW = side_of(PARAGRAPHS, "delete", {"delete", "move_from"})
OLD = side_of(PARAGRAPHS, "insert", {"insert", "move_to"})


def body_of(path):
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


def decided(path, gone):
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
    return write_redline_docx(PARAGRAPHS, DOCUMENT, path, author='Ban biên tập <&">', reasons=REASONS)


def test_redline_docx_sides_are_the_expected_drafts():
    assert OLD[:3] == ["Chương I", "Điều 1. Phạm vi điều chỉnh", "1. Bị xóa hết."]
    assert NEW[:4] == ["Chương I", 'Điều 1. Phạm vi áp dụng <&> "x"', "1. Thêm mới hoàn toàn.", ""]


def test_redline_docx_accepts_to_the_new_and_rejects_to_the_old_draft(written):
    assert decided(written, {"del", "moveFrom"}) == NEW
    assert decided(written, {"ins", "moveTo"}) == OLD


@needs_soffice
def test_redline_docx_in_libreoffice_keeps_reasons_and_accepts_and_rejects_exactly(written, tmp_path):
    office = Office(tmp_path)
    # A LibreOffice without windows ends itself where a macro opens any file with comments.
    bare = write_redline_docx(PARAGRAPHS, DOCUMENT, tmp_path / "bare.docx", author="A")

    saved = office.save_again(written)
    accepted, rejected = office.decide(bare)

    assert [comment.text for comment in docx.Document(saved).comments] == list(REASONS.values())
    assert paragraphs_of(accepted) == NEW
    assert paragraphs_of(rejected) == OLD


def test_redline_docx_ids_are_unique_and_changes_are_signed(written):
    changes = [e for e in body_of(written).iter() if e.get(f"{{{W}}}author")]
    ids = [e.get(f"{{{W}}}id") for e in changes]

    assert len(ids) == len(set(ids)) > 20
    assert {e.get(f"{{{W}}}author") for e in changes} == {'Ban biên tập <&">'}
    assert {e.get(f"{{{W}}}date") for e in changes} == {"2026-01-02T10:04:05Z", "2026-01-02T10:06:05Z"}


def test_redline_docx_moves_are_paired_by_name_and_closed(written):
    body = body_of(written)
    names = {
        tag: [e.get(f"{{{W}}}name") for e in body.iterfind(f".//w:{tag}RangeStart", NAMES)]
        for tag in ("moveFrom", "moveTo")
    }

    assert names == {"moveFrom": ["move1", "move2"], "moveTo": ["move1", "move2"]}
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
    again = write_redline_docx(
        PARAGRAPHS, DOCUMENT, tmp_path / "b.docx", author='Ban biên tập <&">', reasons=REASONS
    )

    assert again.read_bytes() == written.read_bytes()


def test_redline_docx_torn_move_is_paired_piece_by_piece(tmp_path):
    moved = (("equal", "x"),)
    paragraphs = [
        Tracked(moved, "move_from", "m"),
        Tracked((("equal", "giữa"),)),
        Tracked(moved, "move_from", "m"),
        Tracked(moved, "move_to", "m"),
    ]

    body = body_of(write_redline_docx(paragraphs, DOCUMENT, tmp_path / "a.docx", author="A"))

    assert [e.get(f"{{{W}}}name") for e in body.iterfind(".//w:moveFromRangeStart", NAMES)] == ["move1"]
    assert [e.get(f"{{{W}}}name") for e in body.iterfind(".//w:moveToRangeStart", NAMES)] == ["move1"]


def test_redline_docx_without_paragraphs_is_a_file(tmp_path):
    path = write_redline_docx([], DOCUMENT, tmp_path / "a.docx", author="A")

    assert paragraphs_of(path) == []


def test_redline_docx_of_200_articles_is_written_in_time(tmp_path):
    article = [
        Tracked((("equal", "Điều 5. Tên điều"),), kind=Kind.DIEU),
        *[
            Tracked(
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
        Tracked((("insert", "5. Khoản mới."),), "insert", kind=Kind.KHOAN),
    ]

    begun = time.process_time()
    reasons = dict.fromkeys(range(0, 1200, 6), "Lý do")
    write_redline_docx(article * 200, DOCUMENT, tmp_path / "a.docx", author="A", reasons=reasons)

    assert time.process_time() - begun < 3


def shuffled(seed):
    """300 paragraphs to which anything happened, one after the other."""
    chance = random.Random(seed)
    words = ("một ", "hai", "\t", "ba,", " bốn", "\n", "sáu\u00a0", "<b>&")
    paragraphs = []
    for number in range(300):
        whole = chance.choice(("", "", "", "insert", "delete", "move_from", "move_to"))
        ops = {
            "": ("equal", "insert", "delete"),
            "move_to": ("equal", "equal", "insert"),
            "move_from": ("equal", "equal", "delete"),
        }.get(whole, (whole,))
        runs = [(chance.choice(ops), chance.choice(words)) for _ in range(chance.randint(1, 6))]
        start = [] if whole else [("equal", f"P{number} ")]
        move = f"m{chance.randint(1, 20)}" if whole.startswith("move") else ""
        paragraphs.append(Tracked((*start, *runs), whole, move))
    return paragraphs


@pytest.mark.drill
@needs_soffice
@pytest.mark.parametrize("seed", range(6))
def test_redline_docx_of_anything_is_exact_in_libreoffice(seed, tmp_path):
    paragraphs = shuffled(seed)
    path = write_redline_docx(paragraphs, DOCUMENT, tmp_path / "a.docx", author="A")

    accepted, rejected = Office(tmp_path).decide(path)

    assert paragraphs_of(accepted) == side_of(paragraphs, "delete", {"delete", "move_from"})
    assert paragraphs_of(rejected) == side_of(paragraphs, "insert", {"insert", "move_to"})


@pytest.mark.parametrize("seed", range(8))
def test_redline_docx_of_anything_is_exact(seed, tmp_path):
    paragraphs = shuffled(seed)

    path = write_redline_docx(paragraphs, DOCUMENT, tmp_path / "a.docx", author="A")

    assert decided(path, {"del", "moveFrom"}) == side_of(paragraphs, "delete", {"delete", "move_from"})
    assert decided(path, {"ins", "moveTo"}) == side_of(paragraphs, "insert", {"insert", "move_to"})
