import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from proceedings.text.coverage import cover, has_words
from tests.proceedings.models.database import execute

TEXT = "I. Mở đầu\n\n1. Đề nghị bổ sung khoản 2.\n---\nTrân trọng"

PIECES = [
    "Đề nghị bổ sung", "khoản 2", "IV", "XIn", "aIV", "IVa", "I", "V", "C", "đ", "Ự", "ơi", "a)", "1.", "–", "12_ab",
    "_IV", "(III)", "ÉLAN", "ß", "ǅ", "ʰ", "Ελλ", "привет",
    "中文", "한국", "ไทย", "اب", "मन", "𝕏𝕐", "😀", "①", "ﬀ",
    "Ａ", "\u0301", "\u200b", "\ufeff", "...", "“", "”", "5%", "²", "×", "÷", "ª", "º",
]  # fmt: skip
GAPS = ["\n", "\n\n", " ", "\t", "\xa0", "", "\r", "\u2028", "\x85", "\x0b", ".", "-"]
anything = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
texts = st.tuples(
    st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(GAPS), anything), max_size=25).map("".join),
    st.sampled_from(["NFC", "NFD"]),
).map(lambda drawn: unicodedata.normalize(drawn[1], drawn[0]))


@st.composite
def covered_texts(draw):
    """A text and any spans of it: in any order, one over another, beyond its end, empty."""
    text = draw(texts)
    place = st.integers(0, len(text) + 3)
    spans = draw(st.lists(st.tuples(place, place).map(sorted).map(tuple), max_size=6))
    return text, spans


def words_of(text, spans=()):
    """What of each paragraph is open."""
    return [[text[start:end] for start, end in paragraph.rest] for paragraph in cover(text, spans)]


def measured(text, spans):
    """What the database makes of it: paragraphs, and those that are open."""
    ranges = "{" + ",".join(f"[{start},{end})" for start, end in spans) + "}"
    [(found, says)] = execute(
        "SELECT measure_coverage(%s, %s::int4multirange), has_words(%s)", text, ranges, text
    )
    return tuple(found), says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Đề nghị", True), ("ơi", True), ("ab", True), ("中文", True), ("привет", True), ("Điểm IV", True),
        ("XIn", True), ("IVa", True), ("12_ab", True), ("aIV", True),
        ("", False), ("IV", False), ("(XII).", False), ("a)", False), ("1.2.3", False), ("Ự", False), ("– – –", False),
        ("a b c", False), ("\n\t\xa0", False), ("I\nV", False),
    ],
)  # fmt: skip
def test_words_are_two_letters_that_are_no_numeral(text, says):
    assert has_words(text) is says


def test_paragraphs_with_words_are_counted_and_what_is_open_is_told():
    paragraphs = cover(TEXT, [])

    assert [(each.number, TEXT[each.start : each.end], each.is_open) for each in paragraphs] == [
        (1, "I. Mở đầu", True), (2, "1. Đề nghị bổ sung khoản 2.", True), (3, "Trân trọng", True),
    ]  # fmt: skip
    assert words_of(TEXT) == [["I. Mở đầu"], ["1. Đề nghị bổ sung khoản 2."], ["Trân trọng"]]


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        (["Đề nghị bổ sung khoản"], [["I. Mở đầu"], [], ["Trân trọng"]]),
        (["bổ sung"], [["I. Mở đầu"], ["1. Đề nghị", "khoản 2."], ["Trân trọng"]]),
        (["bổ sung", "Đề nghị bổ"], [["I. Mở đầu"], ["khoản 2."], ["Trân trọng"]]),
        (["Đề nghị ", "bổ sung khoản"], [["I. Mở đầu"], [], ["Trân trọng"]]),
        (["đầu\n\n1. Đề nghị bổ sung khoản 2.\n---\nTrân"], [["I. Mở"], [], ["trọng"]]),
        ([TEXT], [[], [], []]),
    ],
)
def test_spans_leave_what_is_beside_them(taken, left):
    spans = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in taken]

    assert words_of(TEXT, spans) == words_of(TEXT, reversed(spans)) == left


def test_an_empty_span_and_one_beyond_the_text_take_nothing():
    assert words_of(TEXT, [(4, 4), (90, 99)]) == words_of(TEXT)


@given(covered_texts())
def test_what_is_open_lies_in_its_paragraph_and_in_no_span(drawn):
    text, spans = drawn
    taken = {place for start, end in spans for place in range(start, end)}

    for paragraph in cover(text, spans):
        for start, end in paragraph.rest:
            assert paragraph.start <= start < end <= paragraph.end
            assert not taken & set(range(start, end))
            assert has_words(text[start:end])
            assert text[start:end] == text[start:end].strip()


@given(covered_texts())
def test_taking_the_rest_leaves_nothing(drawn):
    text, spans = drawn
    rest = [span for paragraph in cover(text, spans) for span in paragraph.rest]

    assert not any(paragraph.is_open for paragraph in cover(text, [*spans, *rest]))


@pytest.mark.datalayer
@pytest.mark.django_db
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(covered_texts())
@example(("", []))
@example(("XIn IV\nab", [(1, 2), (7, 8)]))
@example(("abcd", [(2, 2)]))
def test_the_database_measures_the_same(drawn):
    text, spans = drawn
    paragraphs = cover(text, spans)

    assert measured(text, spans) == (
        (len(paragraphs), sum(paragraph.is_open for paragraph in paragraphs)), has_words(text),
    )  # fmt: skip
