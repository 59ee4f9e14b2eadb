import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.cleaning import Change, Cleaned, TextTooLong, clean_line, clean_paragraphs, clean_text

WORDS = "Đảng ủy Công an Trung ương"


def test_clean_text_leaves_a_clean_text_alone():
    text = f"{WORDS}.\n\n\tĐiều 5.\u00a0Trách nhiệm – “phối hợp” …"

    assert clean_text(text) == Cleaned(text)


@pytest.mark.parametrize(
    ("text", "cleaned", "change"),
    [
        (unicodedata.normalize("NFD", WORDS), WORDS, Change.COMPOSED),
        ("một\r\nhai\rba\vbốn\u2028năm", "một\nhai\nba\nbốn\nnăm", Change.LINE_ENDS),
        ("m\0ột\x1b hai\x7f", "một hai", Change.CONTROLS),
        ("\ufeffmột\u200b hai\u2060", "một hai", Change.ZERO_WIDTH),
        ("một\u202e hai\u200f", "một hai", Change.DIRECTIONS),
        ("một\ud800 hai", "một hai", Change.SURROGATES),
        ("một  \n hai\t\n\n", "một\n hai", Change.BLANKS),
        ("trung\u00adương", "trungương", Change.LEGACY_SIGNS),
    ],
)
def test_clean_text_touches_only_what_is_not_seen(text, cleaned, change):
    assert clean_text(text) == Cleaned(cleaned, (change,))


def test_clean_text_keeps_the_letter_of_tcvn3_that_looks_like_a_soft_hyphen():
    text = "Bé tr\u00adëng Bé Néi vô"

    assert clean_text(text) == Cleaned(text, (Change.LEGACY_SIGNS_KEPT,))


def test_clean_text_judges_soft_hyphens_line_by_line():
    cleaned = clean_text("Bé tr\u00adëng\nBộ trư\u00adởng")

    assert cleaned.text == "Bé tr\u00adëng\nBộ trưởng"
    assert cleaned.changes == (Change.LEGACY_SIGNS, Change.LEGACY_SIGNS_KEPT)


def test_clean_line_makes_one_line_with_single_blanks():
    assert clean_line("  Tỉnh ủy\u00a0 Bắc\r\nNinh\t").text == "Tỉnh ủy Bắc Ninh"


def test_clean_paragraphs_are_the_lines_that_are_not_empty():
    assert clean_paragraphs("\r\n  Một.\r\n\r\n\tHai.  \r\nBa\u00a0bốn.") == ["Một.", "Hai.", "Ba\u00a0bốn."]
    assert clean_paragraphs(" \n ") == []


@pytest.mark.parametrize(("measured", "limit"), [(501, 500), (10_000_000, 500)])
def test_clean_line_refuses_a_text_over_its_limit(measured, limit):
    with pytest.raises(TextTooLong) as caught:
        clean_line("a" * measured, limit=limit)

    assert (caught.value.measured, caught.value.allowed) == (measured, limit)


def test_clean_text_refuses_two_megabytes():
    with pytest.raises(TextTooLong, match="2000000 characters, 1000000 allowed"):
        clean_text("ă" * 2_000_000)


def test_clean_line_measures_what_is_stored():
    name = "ặ" * 500

    assert clean_line(unicodedata.normalize("NFD", name) + "\u200b ").text == name


@given(st.text())
def test_clean_text_is_done_once(text):
    once = clean_text(text).text

    assert clean_text(once).text == once
    assert "\0" not in once
    once.encode()


@given(st.text())
def test_clean_line_is_done_once(text):
    once = clean_line(text).text

    assert clean_line(once).text == once
    assert "\n" not in once


@given(st.text(st.characters(categories=["L", "N", "P", "S"]) | st.just(" ")))
def test_clean_text_never_alters_what_is_seen(text):
    seen = unicodedata.normalize("NFC", text).rstrip()

    assert clean_text(text).text == seen
