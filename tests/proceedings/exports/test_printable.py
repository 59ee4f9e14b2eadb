"""Any text, made fit for print."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.exports.fonts import vietnamese_letters
from proceedings.exports.printable import Lettering, shorten


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        (unicodedata.normalize("NFD", "Đảng ủy Công an"), "Đảng ủy Công an"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("mềm\u00admại \u200bkhông\ufeffrộng", "mềmmại khôngrộng"),
        ("\u202eđảo\u202c \u2066cô lập\u2069", "đảo cô lập"),
        ("một\r\nhai\rba\u2028bốn\vnăm", "một\nhai\nba\nbốn\nnăm"),
        ("\uf0b7\uf020việc", "• việc"),
        ("cột\tcột", "cột cột"),
        ("\ue123", "□"),
        ("lone \ud800 surrogate", "lone  surrogate"),
    ],
)
def test_lettering_cleans(given_text, printed):
    assert Lettering()(given_text) == printed


def test_lettering_replaces_and_counts_what_no_font_draws():
    lettering = Lettering(vietnamese_letters() | {0x20, 0x25A1})

    printed = lettering("Ý kiến 👍🏽 của đại biểu □ 漢")

    assert printed == "Ý kiến □□ của đại biểu □ □"
    assert lettering.replaced == 3


def test_lettering_without_a_square_prints_a_question_mark():
    assert Lettering(vietnamese_letters())("漢") == "?"


@given(st.text())
def test_lettering_is_stable_and_fit_for_xml(text):
    lettering = Lettering()

    printed = lettering(text)

    assert lettering(printed) == printed
    assert all(char == "\n" or char >= " " for char in printed)
    assert not {"\ufffe", "\uffff"} & set(printed)


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("ngắn", 10, "ngắn"),
        ("một tiêu đề dài quá", 12, "một tiêu đề…"),
        ("a" * 20, 5, "aaaa…"),
        ("hai\ndòng", 20, "hai dòng"),
    ],
)
def test_shorten(text, length, short):
    assert shorten(text, length) == short
