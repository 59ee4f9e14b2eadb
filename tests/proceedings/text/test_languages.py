import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.languages import how_vietnamese, is_english
from tests.proceedings.text.legacy_writing import SENTENCES, sample_paragraphs, write_tcvn3, write_vni

ENGLISH = (
    "The committee shall review the draft regulation and send its comments within thirty days of receipt."
)
FRENCH = (
    "Le comité examine le projet de règlement et transmet ses observations dans un délai de trente jours."
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_vietnamese_sentences_are_vietnamese(sentence):
    assert how_vietnamese(sentence) > 0.9
    assert not is_english(sentence)


def test_sample_paragraphs_are_vietnamese():
    assert min(map(how_vietnamese, sample_paragraphs())) > 0.95


@pytest.mark.parametrize(
    "text", [ENGLISH, FRENCH, "asdkj qwez zxcv lkjh", "Báo cấo cúaĐảng uỷCông antrung ươngvề"]
)
def test_other_texts_are_not(text):
    assert how_vietnamese(text) < 0.6


@pytest.mark.parametrize("write", [write_tcvn3, write_vni])
def test_unrepaired_legacy_text_is_not(write):
    assert how_vietnamese(write(" ".join(SENTENCES))) < 0.6


def test_numbers_addresses_and_abbreviations_do_not_count():
    assert how_vietnamese("Số 12/2021/NĐ-CP, UBND, HĐND, a) b) info@example.com: đúng") == 1.0


@pytest.mark.parametrize("text", ["", " ", "2021 – 2022", "12/2021", "…"])
def test_a_text_without_words_is_not_vietnamese(text):
    assert how_vietnamese(text) == 0.0
    assert not is_english(text)


def test_english_is_known_by_its_common_words():
    assert is_english(ENGLISH)
    assert not is_english(FRENCH)
    assert not is_english("the of and")


@given(st.text())
def test_how_vietnamese_is_a_share_of_any_text(text):
    assert 0.0 <= how_vietnamese(text) <= 1.0
