"""Quotations and sentences: which marks pair, and where a sentence ends."""

import pytest

from proceedings.text.opinions.quotes import Quotes, split_sentences


def inner(text):
    return [text[quote.inner_start : quote.inner_end] for quote in Quotes(text).all]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("sửa “một” thành « hai »", ["một", "hai"]),
        ('bỏ "khi cần" và "nếu có"', ["khi cần", "nếu có"]),
        ("máy quét: ”khi cần”", ["khi cần"]),
        ("“1. Một\n2. Hai”", ["1. Một\n2. Hai"]),
        ("mở “ rồi quên “một” thôi", ["một"]),
        ('không đóng "\nmột"', []),
        ("“ ”", []),
    ],
)
def test_marks_pair(text, quoted):
    assert inner(text) == quoted


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Điều 8. Công tác cán bộ", ["Điều 8. Công tác cán bộ"]),
        ("bỏ “A. Bê” đi. Xong", ["bỏ “A. Bê” đi.", "Xong"]),
        ("gộp khoản 1; chuyển khoản 2", ["gộp khoản 1; chuyển khoản 2"]),
        ("Điều 2 bỏ; tại Điều 3 sửa", ["Điều 2 bỏ;", "tại Điều 3 sửa"]),
    ],
)
def test_sentences_end(text, sentences):
    spans = split_sentences(text, text.lower(), Quotes(text), 0, 0, len(text))

    assert [text[slice(*span)] for span in spans] == sentences
