"""The plain copy: what is read for odd signs, and that every span leads back to the text as given."""

import unicodedata

import pytest

from proceedings.text.opinions.plain import Plain, trim


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hoà giải", "Hòa giải"),
        ("ĐẢNG UỶ", "ĐẢNG ỦY"),
        ("quý báu", "quý báu"),
        ("khoảng", "khoảng"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("a\xa0b\tc", "a b c"),
        ("kho\u200bản\xad", "khoản"),
        (unicodedata.normalize("NFD", "Điều khoản"), "Điều khoản"),
    ],
)
def test_the_copy_is_of_one_writing(text, read):
    assert Plain(text).cased == read


def test_spans_lead_back_to_the_text_as_given():
    text = unicodedata.normalize("NFD", "\ufeffVề\r\nkho\u200bản này")
    plain = Plain(text)

    start = plain.lower.index("khoản")
    span = plain.span(start, start + len("khoản"))

    assert unicodedata.normalize("NFC", text[slice(*span)]) == "kho\u200bản"


def test_blanks_only_trim_to_nothing():
    assert trim("  \n ", 0, 4) is None
