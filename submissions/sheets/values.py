"""The text of one cell → the value of a field, or what is wrong with it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Final

from django.db.models import TextChoices
from django.utils import translation

from proceedings.text.cleaning import TextTooLong, clean_line, clean_text
from proceedings.text.dates import DateReason, WrongDate, parse_date
from proceedings.text.folding import fold
from proceedings.text.symbols import symbol_key
from proceedings.vocabulary import BodyKind, Circulation, ContributionForm, Stance

_FIRST_DAY: Final = datetime.date(1899, 12, 30)
_SERIAL: Final = re.compile(r"[2-6][0-9]{4}")
_NOTHING: Final = re.compile(r"[\s.…_–—-]*")
_DATE_AT_END: Final = re.compile(
    r"(?:ngày\s*:?\s*)?(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\)?\s*$",
    re.I,
)

#: What people write for the words of the closed lists.
_MEANT: Final[Mapping[type[TextChoices], Mapping[str, TextChoices]]] = {
    ContributionForm: {
        "Góp ý": ContributionForm.WRITTEN,
        "Văn bản": ContributionForm.WRITTEN,
        "Công văn": ContributionForm.WRITTEN,
        "Bằng văn bản": ContributionForm.WRITTEN,
        "Góp ý bằng văn bản": ContributionForm.WRITTEN,
        "Tham luận": ContributionForm.PAPER,
        "Phát biểu trực tiếp": ContributionForm.REMARK,
        "Ý kiến phát biểu": ContributionForm.REMARK,
        "Trực tiếp": ContributionForm.REMARK,
    },
    Stance: {
        "Nhất trí": Stance.AGREES,
        "Hoàn toàn nhất trí": Stance.AGREES,
        "Thống nhất": Stance.AGREES,
        "Đồng ý": Stance.AGREES,
        "Cơ bản nhất trí": Stance.AGREES_WITH_COMMENTS,
        "Cơ bản thống nhất": Stance.AGREES_WITH_COMMENTS,
        "Nhất trí, có ý kiến bổ sung": Stance.AGREES_WITH_COMMENTS,
        "Không nhất trí": Stance.DIFFERS,
        "Ý kiến khác": Stance.DIFFERS,
        "Không ý kiến": Stance.NO_OPINION,
    },
    Circulation: {"Nội bộ": Circulation.INTERNAL, "Đại biểu": Circulation.DELEGATES},
    BodyKind: {
        "Cấp ủy": BodyKind.COMMITTEE,
        "Tổ chức": BodyKind.ORGANISATION,
        "Cơ quan nhà nước": BodyKind.STATE_BODY,
    },
}


class Wrong(ValueError):
    """What is wrong with a cell: a code of ``submissions.sheets.problems`` and its values."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def is_nothing(text: str) -> bool:
    """Tell whether a cell is empty, or filled with dashes or dots that mean so."""
    return _NOTHING.fullmatch(text) is not None


def read_line(text: str, limit: int) -> str:
    """Return a one-line value, cleaned; raises :class:`Wrong` where it is too long."""
    try:
        cleaned = clean_line(text, limit=max(limit, 1)).text
    except TextTooLong as error:
        raise Wrong("too_long", measured=error.measured, allowed=limit) from error
    return cleaned


def read_text(text: str) -> str:
    """Return a text of many lines, cleaned; raises :class:`Wrong` where it is too long."""
    try:
        return clean_text(text).text
    except TextTooLong as error:
        raise Wrong("too_long", measured=error.measured, allowed=error.allowed) from error


def read_day(text: str) -> datetime.date:
    """Return a date; raises :class:`Wrong` with the reason. A day and a month are never exchanged by guessing."""
    plain = text.strip()
    if len(plain) > 10 and plain[10] == "T":
        plain = plain[:10]
    try:
        return parse_date(plain)
    except WrongDate as error:
        if _SERIAL.fullmatch(plain):
            meant = _FIRST_DAY + datetime.timedelta(days=int(plain))
            raise Wrong("date_is_number", meant=f"{meant:%d/%m/%Y}") from error
        if error.reason is DateReason.NO_SUCH_MONTH and error.month and 12 < error.month <= 31:
            raise Wrong(
                "date_month_first", day=error.month, month=error.day or 0, year=error.year or 0
            ) from error
        raise Wrong(f"date_{error.reason.value}") from error


def read_symbol_and_date(text: str, limit: int) -> tuple[str, datetime.date | None]:
    """Return the symbol and the date of one cell: ``123-CV/TU, ngày 03/9/2021``; either may be missing."""
    found = _DATE_AT_END.search(text)
    if found is None:
        return read_line(text, limit), None
    symbol = text[: found.start()].strip(" \t\n,;(")
    day = f"ngày {found[1]}" if "tháng" in found[1].lower() else found[1]
    return read_line(symbol, limit), read_day(day)


def read_choice(text: str, choices: type[TextChoices]) -> str:
    """Return the value of a closed list by its Vietnamese words; raises :class:`Wrong` with those that are allowed."""
    known = _words(choices)
    value = known.get(fold(text.rstrip(" .;")))
    if value is None:
        raise Wrong("choice", allowed="; ".join(labels_of(choices)))
    return value


def labels_of(choices: type[TextChoices]) -> list[str]:
    """Return the Vietnamese words of a closed list, in whatever language the page is read."""
    with translation.override("vi"):
        return [str(label) for label in choices.labels]


def key_of_symbol(symbol: str, limit: int) -> str:
    """Return the form under which the registry compares symbols."""
    return symbol_key(symbol)[:limit]


_known: dict[type[TextChoices], dict[str, str]] = {}


def _words(choices: type[TextChoices]) -> dict[str, str]:
    if choices not in _known:
        _known[choices] = {
            **{fold(words): str(value.value) for words, value in _MEANT.get(choices, {}).items()},
            **{
                fold(label): str(value)
                for label, value in zip(labels_of(choices), choices.values, strict=True)
            },
        }
    return _known[choices]
