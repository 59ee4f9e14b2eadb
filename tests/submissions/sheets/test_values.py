import datetime

import pytest

from proceedings.vocabulary import BodyKind, Circulation, ContributionForm, Stance
from submissions.sheets.problems import PROBLEMS
from submissions.sheets.values import (
    Wrong,
    is_nothing,
    read_choice,
    read_day,
    read_line,
    read_symbol_and_date,
)

DAY = datetime.date(2021, 9, 3)


@pytest.mark.parametrize(
    "text",
    ["2021-09-03", "03/9/2021", "3.9.2021", "2021-09-03T10:30", " 03-09-2021 ", "ngày 03 tháng 9 năm 2021"],
)
def test_a_day_is_read_as_offices_write_it(text):
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9/2021", "date_unreadable"),
        ("03/9", "date_no_year"),
        ("03/9/21", "date_short_year"),
        ("09/25/2021", "date_month_first"),
        ("31/9/2021", "date_no_such_day"),
        ("01/55/2021", "date_no_such_month"),
        ("44442", "date_is_number"),
        ("hôm qua", "date_unreadable"),
        ("03/9/1621", "date_year_out_of_range"),
    ],
)
def test_a_day_that_is_none_says_why(text, code):
    with pytest.raises(Wrong) as caught:
        read_day(text)

    assert caught.value.code == code
    assert code in PROBLEMS


def test_a_number_of_excel_is_offered_as_the_day_it_may_mean():
    with pytest.raises(Wrong) as caught:
        read_day("44442")

    assert caught.value.values == {"meant": "03/09/2021"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("123-CV/TU, ngày 03/9/2021", ("123-CV/TU", DAY)),
        ("123-CV/TU ngày 03 tháng 9 năm 2021", ("123-CV/TU", DAY)),
        ("123-CV/TU\n(03/09/2021)", ("123-CV/TU", DAY)),
        ("123-CV/TU", ("123-CV/TU", None)),
        ("03/9/2021", ("", DAY)),
        ("15/2021/NĐ-CP; 03/9/2021", ("15/2021/NĐ-CP", DAY)),
        ("123-CV/TU, 2021-09-03", ("123-CV/TU", DAY)),
    ],
)
def test_a_symbol_and_a_date_in_one_cell_are_parted(text, expected):
    assert read_symbol_and_date(text, 60) == expected


@pytest.mark.parametrize("choices", [BodyKind, Circulation, ContributionForm, Stance])
def test_closed_lists_are_read_by_their_words(choices):
    for value, label in choices.choices:
        assert read_choice(str(label), choices) == value
        assert read_choice(str(label).upper() + ".", choices) == value


def test_what_people_write_for_them_is_read_too():
    assert read_choice("Tham luận", ContributionForm) == "paper"
    assert read_choice("thong nhat", Stance) == "agrees"


def test_another_word_is_told_with_those_that_are_allowed():
    with pytest.raises(Wrong) as caught:
        read_choice("Có lẽ", ContributionForm)

    assert caught.value.values == {"allowed": "Văn bản góp ý; Bài tham luận; Phát biểu"}


def test_dashes_and_dots_are_nothing():
    assert all(map(is_nothing, ("", " ", "-", "…", "...", "–", "_ _")))
    assert not is_nothing("0")


def test_a_line_is_cleaned_and_measured():
    assert read_line(" a \n b\u200b ", 10) == "a b"
    with pytest.raises(Wrong) as caught:
        read_line("a" * 61, 60)
    assert caught.value.values == {"measured": 61, "allowed": 60}
