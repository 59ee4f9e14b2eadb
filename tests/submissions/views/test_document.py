from submissions.models import Submission
from submissions.views.document import cut, document_of


def pieces(text, *spans):
    return [(piece.text, piece.mark) for piece in cut(text, spans)]


def test_cut_parts_a_text_at_its_spans():
    assert pieces("Số 12-CV/TU nhé", (3, 11, "found", "symbol")) == [
        ("Số ", ""), ("12-CV/TU", "found"), (" nhé", "")
    ]  # fmt: skip


def test_cut_leaves_out_what_lies_outside_and_what_overlaps():
    assert pieces("abcdef", (0, 3, "found", "symbol"), (1, 2, "doubtful", ""), (5, 99, "doubtful", "")) == [
        ("abc", "found"), ("de", ""), ("f", "doubtful")
    ]  # fmt: skip
    assert pieces("", (0, 3, "found", "symbol")) == [("", "")]


def test_no_word_is_altered_whatever_the_spans_say():
    text = "Một đoạn văn mẫu"
    for spans in (
        [(0, 4, "found", "date"), (2, 9, "doubtful", "")],
        [(9, 2, "doubtful", "")],
        [(-3, 2, "doubtful", "")],
    ):
        assert "".join(piece.text for piece in cut(text, spans)) == text


def test_marked_text_shows_what_was_deleted_and_inserted():
    row = Submission(text="a c", marked_text="a [-b-][+c+]", original_text="a b")

    document = document_of(row)

    assert [(piece.text, piece.mark) for piece in document.marked[0].pieces] == [
        ("a ", ""), ("b", "deleted"), ("c", "inserted")
    ]  # fmt: skip
    assert document.original[0].pieces[0].text == "a b"


def test_a_field_is_a_target_once_and_doubts_are_marked():
    row = Submission(
        text="TỈNH ỦY MẪU\nchữ mờ",
        found={
            "body": {
                "value": "Tỉnh ủy Mẫu",
                "confidence": 0.9,
                "reason": "",
                "paragraph": 0,
                "start": 0,
                "end": 11,
            }
        },
        facts={"doubtful": [[1, 4, 6]]},
    )

    first, second = document_of(row).proposed

    assert [(piece.mark, piece.field) for piece in first.pieces] == [("found", "body_name")]
    assert [piece.mark for piece in second.pieces] == ["", "doubtful"]
