import contextlib
import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.dates import DateReason, WrongDate, long_date, parse_date

SEVENTH = datetime.date(2021, 9, 7)


@pytest.mark.parametrize(
    "text",
    [
        "07/9/2021",
        "07/09/2021",
        "7/9/2021",
        "7.9.2021",
        "07-9-2021",
        " 07 / 9 / 2021 ",
        "2021-09-07",
        "ngày 07 tháng 9 năm 2021",
        "Ngày 7 tháng 09 năm 2021",
        "Hà Nội, ngày 07 tháng 9 năm 2021.",
        "Bà Rịa - Vũng Tàu, ngày 07 tháng 9\u00a0năm 2021",
        unicodedata.normalize("NFD", "ngày 07 tháng 9 năm 2021"),
    ],
)
def test_parse_date_reads_every_form(text):
    assert parse_date(text) == SEVENTH


def test_parse_date_never_takes_the_month_first():
    assert parse_date("03/05/2026") == datetime.date(2026, 5, 3)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", DateReason.EMPTY),
        ("\u00a0 ", DateReason.EMPTY),
        ("hôm qua", DateReason.UNREADABLE),
        ("07/9-2021", DateReason.UNREADABLE),
        ("٠٧/٩/٢٠٢١", DateReason.UNREADABLE),
        ("07/9/20210", DateReason.UNREADABLE),
        ("9" * 5000, DateReason.UNREADABLE),
        ("1, " * 5000, DateReason.UNREADABLE),
        ("Sáng 7-9", DateReason.NO_YEAR),
        ("ngày 07 tháng 9", DateReason.NO_YEAR),
        ("07/9/21", DateReason.SHORT_YEAR),
        ("07/9/0021", DateReason.YEAR_OUT_OF_RANGE),
        ("07/9/2921", DateReason.YEAR_OUT_OF_RANGE),
        ("12/25/2021", DateReason.NO_SUCH_MONTH),
        ("12/0/2021", DateReason.NO_SUCH_MONTH),
        ("2021-25-12", DateReason.NO_SUCH_MONTH),
        ("31/02/2021", DateReason.NO_SUCH_DAY),
        ("29/02/2021", DateReason.NO_SUCH_DAY),
        ("00/9/2021", DateReason.NO_SUCH_DAY),
        ("ngày 32 tháng 12 năm 2021", DateReason.NO_SUCH_DAY),
    ],
)
def test_parse_date_says_what_is_wrong(text, reason):
    with pytest.raises(WrongDate) as caught:
        parse_date(text)

    assert caught.value.reason is reason


def test_parse_date_names_the_parts_it_read():
    with pytest.raises(ValueError, match="no_such_month") as caught:
        parse_date("12/25/2021")

    assert (caught.value.day, caught.value.month, caught.value.year) == (12, 25, 2021)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (SEVENTH, "ngày 07 tháng 9 năm 2021"),
        (datetime.date(2021, 1, 5), "ngày 05 tháng 01 năm 2021"),
        (datetime.date(2021, 2, 10), "ngày 10 tháng 02 năm 2021"),
        (datetime.date(2021, 3, 31), "ngày 31 tháng 3 năm 2021"),
        (datetime.date(2021, 12, 25), "ngày 25 tháng 12 năm 2021"),
    ],
)
def test_long_date_follows_the_zero_rule(date, text):
    assert long_date(date) == text


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_parse_date_reads_what_is_written(date):
    assert parse_date(long_date(date)) == date
    assert parse_date(date.isoformat()) == date
    assert parse_date(f"{date:%d/%m/%Y}") == date


@given(st.text())
def test_parse_date_only_ever_refuses_kindly(text):
    with contextlib.suppress(WrongDate):
        parse_date(text)
