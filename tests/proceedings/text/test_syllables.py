import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.common_syllables import COMMON, FREQUENT
from proceedings.text.sorting import sort_key
from proceedings.text.syllables import (
    Standing,
    is_compound,
    is_syllable,
    may_begin_syllable,
    part_tone,
    standing,
)

POSSIBLE = """
nghiêng khuỷu quyền quốc quý gì giếng giết gìn yêu yến ý ở uy khuya huỳnh ngoằn xoong buýt Đắk Lắk Krông hoà hòa
thuỷ thủy tóan oanh ưỡn ươm ích ách ếch kỳ kỷ Ỷ NGHĨA Nguyễn quýt quạch quỵt loắt choắt hoẵng nguệch
"""
IMPOSSIBLE = """
cat tôt kìt gha nga1 kha´ cê gê ngê kà ghà ngha bb déjà über München señor c«ng chøc thaùng qu qú trëng ởng ợc
mưn ơng ất1 aâ uô ấ́ xyz straße
"""


@pytest.mark.parametrize("word", POSSIBLE.split())
def test_syllables_are_known_by_their_shape(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", [*IMPOSSIBLE.split(), "", "a" * 1000])
def test_other_words_are_no_syllables(word):
    assert not is_syllable(word)


def test_standing_tells_common_words_from_possible_ones():
    assert standing("của") is Standing.FREQUENT
    assert standing("thuyền") is Standing.COMMON
    assert standing("ghẻng") is Standing.POSSIBLE
    assert standing("ghoet") is Standing.IMPOSSIBLE


def test_listed_syllables_are_possible_and_listed_once():
    listed = [part_tone(word) for word in (FREQUENT + COMMON).split()]

    assert all(map(is_syllable, (FREQUENT + COMMON).split()))
    assert len(listed) == len(set(listed)) > 3000
    assert COMMON.split() == sorted(COMMON.split(), key=sort_key)


def test_words_cut_off_may_begin_a_syllable():
    assert all(map(may_begin_syllable, ["đượ", "ngh", "trưở", "việ"]))
    assert not any(map(may_begin_syllable, ["", "bl", "xyz", "a" * 1000]))


def test_compounds_are_two_syllables_written_as_one():
    assert is_compound("ôtô")
    assert not is_compound("viêïc")


@given(st.text())
def test_standing_never_raises(text):
    assert standing(text) in Standing
    assert is_compound(text) in {True, False}
    assert may_begin_syllable(text) in {True, False}
