"""What a narrow column of a letterhead has cut in two: a motto, a place and its date, a number and its signs."""

from __future__ import annotations

import re
from typing import Final

_MOTTOS: Final = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
)
_DATE_CUT: Final = re.compile(
    r"\A[^\W\d_a-zà-ỹ].{0,40}(?:,\s*ngày[\s\d.…]{0,12}(?:tháng[\s\d.…]{0,12}(?:năm)?)?|[^\W\d_],)\s*\Z"
)
_DATE_REST: Final = re.compile(r"(?:ngày\s|[\d.…]{1,6}\s*(?:tháng|năm)\b|tháng\s|năm\s*\d|\d{4}).{0,30}\Z")
_NUMBER_CUT: Final = re.compile(r"\ASố\s*:?\s*\d\S{0,30}[-/]\Z")
_NUMBER_REST: Final = re.compile(r"[A-ZĐƯ][\w.&]{0,11}(?:[-/][\w.&]{1,12}){0,4}")


def goes_on(line: str, following: str) -> bool:
    """Tell whether a line of a letterhead was cut and goes on with the line below it in its column."""
    if _NUMBER_CUT.match(line):
        return _NUMBER_REST.fullmatch(following) is not None
    if _DATE_CUT.match(line):
        return _DATE_REST.match(following) is not None
    return _goes_on_as_motto(" ".join(line.upper().split()), " ".join(following.upper().split()))


def _goes_on_as_motto(line: str, following: str) -> bool:
    return any(
        motto.startswith(f"{line} ") and motto[len(line) + 1 :].startswith(following) for motto in _MOTTOS
    )
