"""Dates as Vietnamese offices write them, read and written."""

import datetime
import re
import unicodedata
from enum import StrEnum
from typing import Final

OLDEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2199
LONGEST: Final = 200

_YEAR_LAST = re.compile(r"(\d+) ?([/.-]) ?(\d+) ?\2 ?(\d+)", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d+)\2(\d+)", re.ASCII)
_IN_WORDS = re.compile(r"(?:.*, ?)?ngày (\d+) tháng (\d+) năm (\d+)", re.ASCII | re.IGNORECASE)
_NO_YEAR = re.compile(
    r"(?:.*\D)?\d{1,2} ?[/.-] ?\d{1,2}|(?:.*, ?)?ngày \d+ tháng \d+", re.ASCII | re.IGNORECASE
)


class DateReason(StrEnum):
    """Why a date was not read; the caller words it."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NO_YEAR = "no_year"
    SHORT_YEAR = "short_year"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"


class WrongDate(ValueError):
    """A text that is no date: the reason and, where they were read, its day, month and year as numbers."""

    def __init__(
        self, reason: DateReason, *, day: int | None = None, month: int | None = None, year: int | None = None
    ) -> None:
        super().__init__(reason.value)
        self.reason, self.day, self.month, self.year = reason, day, month, year


def parse_date(text: str) -> datetime.date:
    """Read one date, the day always first unless the year is (domain notes, I).

    Accepts ``07/9/2021``, ``7.9.2021``, ``07-9-2021``, ``ngày 07 tháng 9 năm 2021`` with or without a place
    before it ("Hà Nội, ngày …") and ISO ``2021-09-07``; NFC and NFD, any blanks around. Raises
    ``WrongDate``: a month is never taken for a day, so ``12/25/2021`` has no such month, and a year of two
    figures is never completed.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split()).rstrip(".,;")
    if not plain:
        raise WrongDate(DateReason.EMPTY)
    if len(plain) > LONGEST:
        raise WrongDate(DateReason.UNREADABLE)
    if parts := _YEAR_FIRST.fullmatch(plain):
        year, _, month, day = parts.groups()
    elif parts := _YEAR_LAST.fullmatch(plain):
        day, _, month, year = parts.groups()
    elif parts := _IN_WORDS.fullmatch(plain):
        day, month, year = parts.groups()
    else:
        raise WrongDate(DateReason.NO_YEAR if _NO_YEAR.fullmatch(plain) else DateReason.UNREADABLE)
    return _checked(day, month, year)


def _checked(day: str, month: str, year: str) -> datetime.date:
    if max(map(len, (day, month, year))) > 4:
        raise WrongDate(DateReason.UNREADABLE)
    d, m, y = int(day), int(month), int(year)
    reason = _what_is_wrong(d, m, y, len(year))
    if reason is not None:
        raise WrongDate(reason, day=d, month=m, year=y)
    return datetime.date(y, m, d)


def _what_is_wrong(day: int, month: int, year: int, year_figures: int) -> DateReason | None:
    if year_figures < 4:
        return DateReason.SHORT_YEAR
    if not OLDEST_YEAR <= year <= LATEST_YEAR:
        return DateReason.YEAR_OUT_OF_RANGE
    if not 1 <= month <= 12:
        return DateReason.NO_SUCH_MONTH
    next_month = datetime.date(year + month // 12, month % 12 + 1, 1)
    last_day = (next_month - datetime.timedelta(days=1)).day
    return None if 1 <= day <= last_day else DateReason.NO_SUCH_DAY


def long_date(date: datetime.date) -> str:
    """The date in words, as at the head of a document: ``ngày 07 tháng 9 năm 2021``.

    Days below 10 and the months 1 and 2 get a zero, the other months none (Nghị định 30/2020, Phụ lục I;
    Hướng dẫn 05-HD/VPTW), so that no figure can be put before them.
    """
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"ngày {date.day:02} tháng {month} năm {date.year:04}"
