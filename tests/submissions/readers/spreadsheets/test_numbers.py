import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from submissions.readers.spreadsheets.numbers import PLAIN, format_of, show


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("1", "1"), ("1.0", "1"), ("-1", "-1"), ("0", "0"), ("-0", "0"), ("0.5", "0.5"), ("1.50", "1.5"),
        ("0.30000000000000004", "0.3"), ("1E+20", "100000000000000000000"), ("1E-5", "0.00001"),
        ("123456789012345", "123456789012345"), ("1234567890123456789", "1234567890123460000"),
        ("abc", "abc"), (" 7 ", "7"), ("NaN", "NaN"), ("1E+9999", "1E+9999"), ("", ""),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_it_is_read(raw, shown):
    assert show(raw) == shown


@pytest.mark.parametrize(
    ("code", "raw", "shown"),
    [
        ("0000", "12", "0012"),
        ("000", "1234", "1234"),
        ('0"-CV/TU"', "123", "123-CV/TU"),
        ('"Số "00', "7", "Số 07"),
        ("#,##0", "1234567", "1234567"),
        ("0%", "0.5", "50%"),
        ("0.00%", "0.12345", "12.35%"),
        ("General", "12.5", "12.5"),
        ("@", "12", "12"),
        ("dd/mm/yyyy", "44440", "2021-09-01"),
        ("[$-42A]dd mmmm yyyy;@", "44440", "2021-09-01"),
        ('"ngày" d "tháng" m "năm" yyyy', "44440", "2021-09-01"),
        ("h:mm", "0.4375", "10:30"),
        ("dd/mm/yyyy hh:mm", "44440.4375", "2021-09-01T10:30"),
        ("[h]:mm", "1.5", "36:00"),
        ("[Red]0", "5", "5"),
        ("yyyy", "-5", "-5"),
        ("yyyy", "99999999", "99999999"),
        ('"day"0', "5", "day5"),
    ],
)
def test_a_format_of_the_workbook_is_followed(code, raw, shown):
    assert show(raw, format_of(164, code)) == shown


def test_formats_that_every_workbook_knows():
    assert show("44440", format_of(14)) == "2021-09-01"
    assert show("0.5", format_of(9)) == "50%"
    assert format_of(0) == format_of(4) == PLAIN


def test_the_calendar_of_1904():
    assert show("42978", format_of(14), is_1904=True) == "2021-09-01"


@given(st.integers(min_value=1, max_value=2_958_465))
def test_days_are_those_of_another_program(serial):
    expected = from_excel(serial)

    assert show(str(serial), format_of(14)) == (
        expected.date().isoformat() if isinstance(expected, datetime.datetime) else str(expected)
    )


@given(st.floats(allow_nan=False, allow_infinity=False, width=64))
def test_no_number_has_an_exponent(value):
    assert "e" not in show(repr(value)).lower()


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_format_or_number_stops_the_reader(code, raw):
    assert isinstance(show(raw, format_of(164, code)), str)
    assert isinstance(show("44440.5", format_of(164, code)), str)
