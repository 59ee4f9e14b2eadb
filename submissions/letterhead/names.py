"""Names of provinces as committees, mails and files write them, and which committee bears a name on a day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from proceedings.reference import CommitteeRow, committees
from submissions.letterhead.pieces import skeleton_text

#: Old spellings and abbreviations that have one meaning; folding alone does not reach them (domain notes, I).
_SPELLINGS: Final = {
    "Đắk Lắk": ("Đắc Lắc", "Đăk Lăk", "Đắk Lăk", "Đắc Lắk", "Daklak", "Đak Lak", "Darlac"),
    "Đắk Nông": ("Đắc Nông", "Đăk Nông", "Dac Nong"),
    "Bắc Kạn": ("Bắc Cạn", "Bắc Kan"),
    "Kon Tum": ("Kontum", "Công Tum", "Kon Tom"),
    "Thừa Thiên Huế": ("TT Huế", "T.T Huế", "Thừa Thiên", "TTH"),
    "Bà Rịa - Vũng Tàu": ("BR-VT", "BRVT", "Bà Rịa VT", "BR Vũng Tàu"),
    "Thành phố Hồ Chí Minh": ("Hồ Chí Minh", "HCM", "TPHCM", "Tp HCM", "HCMC", "Sài Gòn"),
    "Quảng Ngãi": ("Quảng Nghĩa",),
    "Gia Lai": ("Gialai",),
    "Hòa Bình": ("Hoà Bình",),
}
#: Abbreviations of which only a file name or a sender is thought to speak; several have several meanings.
_SHORT: Final = {
    "Hà Nội": "HN HNI", "Hà Giang": "HG HAG", "Cao Bằng": "CB CBA", "Bắc Kạn": "BK BKA", "Tuyên Quang": "TQ TQU",
    "Lào Cai": "LCA LCAI LC", "Điện Biên": "DB DBI", "Lai Châu": "LCH LC", "Sơn La": "SL SLA", "Yên Bái": "YB YBA",
    "Hòa Bình": "HB HBI", "Thái Nguyên": "TN TNG", "Lạng Sơn": "LS LSO", "Quảng Ninh": "QN QNI", "Bắc Giang": "BG BGI",
    "Phú Thọ": "PT PTH", "Vĩnh Phúc": "VP VPH", "Bắc Ninh": "BN BNI", "Hải Dương": "HD HDU", "Hải Phòng": "HP HPG",
    "Hưng Yên": "HY HYE", "Thái Bình": "TB TBI", "Hà Nam": "HN HNA", "Nam Định": "ND NDI", "Ninh Bình": "NB NBI",
    "Thanh Hóa": "TH THO", "Nghệ An": "NA NAN", "Hà Tĩnh": "HT HTI", "Quảng Bình": "QB QBI", "Quảng Trị": "QT QTR",
    "Thừa Thiên Huế": "TTH", "Đà Nẵng": "DN DNG", "Quảng Nam": "QN QNA", "Quảng Ngãi": "QN QNG",
    "Bình Định": "BD BDI", "Phú Yên": "PY PYE", "Khánh Hòa": "KH KHO", "Ninh Thuận": "NT NTH", "Bình Thuận": "BT BTH",
    "Kon Tum": "KT KTU", "Gia Lai": "GL GLA", "Đắk Lắk": "DL DLA", "Đắk Nông": "DN DNO", "Lâm Đồng": "LD LDO",
    "Bình Phước": "BP BPH", "Tây Ninh": "TN TNI", "Bình Dương": "BD BDU", "Đồng Nai": "DN DNA",
    "Bà Rịa - Vũng Tàu": "BRVT VT", "Thành phố Hồ Chí Minh": "HCM TPHCM", "Long An": "LA LAN", "Tiền Giang": "TG TGI",
    "Bến Tre": "BT BTR", "Trà Vinh": "TV TVI", "Vĩnh Long": "VL VLO", "Đồng Tháp": "DT DTH", "An Giang": "AG AGI",
    "Kiên Giang": "KG KGI", "Cần Thơ": "CT CTH", "Hậu Giang": "HG HAU", "Sóc Trăng": "ST STR", "Bạc Liêu": "BL BLI",
    "Cà Mau": "CM CMA",
}  # fmt: skip
_NOT_A_LETTER: Final = re.compile(r"[^a-z]")
_UNIT: Final = re.compile(r"^(?:thanh\s*pho|tp\s*\.?|t\.\s?p\.?|tinh)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the table; ``certainty`` is 1 for one that is spelled as known, less for a likely slip."""

    name: str
    certainty: float


def key(text: str) -> str:
    """Return the letters of a name, folded and without blanks: ``Bà Rịa – Vũng Tàu`` → ``bariavungtau``."""
    return _NOT_A_LETTER.sub("", skeleton_text(text)).replace("y", "i")


@cache
def _rows() -> dict[str, tuple[CommitteeRow, ...]]:
    rows: dict[str, list[CommitteeRow]] = {}
    for row in committees():
        rows.setdefault(row.name, []).append(row)
    return {name: tuple(same) for name, same in rows.items()}


@cache
def _keys() -> dict[str, str]:
    known = {key(name): name for name in _rows()}
    for name, spellings in _SPELLINGS.items():
        known.update((key(spelling), name) for spelling in spellings)
    return known


@cache
def short_names() -> dict[str, tuple[str, ...]]:
    """Return the abbreviations of names, in capitals, each with all its meanings."""
    meanings: dict[str, list[str]] = {}
    for name, shorts in _SHORT.items():
        for short in shorts.split():
            meanings.setdefault(short, []).append(name)
    return {short: tuple(names) for short, names in meanings.items()}


@cache
def name_pattern() -> str:
    """Return a pattern over skeletons that finds any known name, the longest first."""
    spelled = sorted(
        {*_rows(), *(one for many in _SPELLINGS.values() for one in many)}, key=len, reverse=True
    )
    return "|".join(
        r"[\s._-]{0,3}".join(
            re.sub("[iy]", "[iy]", re.escape(word)) for word in re.findall(r"\w+", skeleton_text(one))
        )
        for one in spelled
    )


def read_name(text: str) -> Name | None:
    """Return the name that a text is as a whole, with "tỉnh", "thành phố" or "TP." before it or not.

    A slip of one letter (two in a long name) is read through when only one name is that near.
    """
    bare = key(_UNIT.sub("", skeleton_text(text).strip(" .,;:*'\"_-")))
    if name := _keys().get(bare) or _keys().get(key(text)):
        return Name(name, 1.0)
    if not 5 <= len(bare) <= 24:
        return None
    allowed = 1 if len(bare) < 9 else 2
    near: dict[str, int] = {}
    for known, name in _keys().items():
        if len(known) >= 5 and (distance := _distance(bare, known, allowed)) <= allowed:
            near[name] = min(distance, near.get(name, distance))
    closest = [name for name, distance in near.items() if distance == min(near.values())]
    return Name(closest[0], 0.8) if len(closest) == 1 else None


def _distance(one: str, other: str, allowed: int) -> int:
    """Return the number of letters to change, add or drop, or more than ``allowed``."""
    if abs(len(one) - len(other)) > allowed:
        return allowed + 1
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != wanted))
        if min(row) > allowed:
            return allowed + 1
    return row[-1]


def rows_named(name: str) -> tuple[CommitteeRow, ...]:
    """Return the committees that bear or bore a name, in the order of the table."""
    return _rows().get(name, ())


def row_in_force(name: str, day: datetime.date) -> CommitteeRow | None:
    """Return the committee that bore a name on a day."""
    return next((row for row in rows_named(name) if row.is_in_force_on(day)), None)


def are_related(one: str, other: str) -> bool:
    """Tell whether two names are of one committee of today: a seat may lie in what was another province."""
    return one == other or not _today((one,)).isdisjoint(_today((other,)))


def _today(names: Iterable[str]) -> set[str]:
    return {row.successor_slug or row.slug for name in names for row in rows_named(name)}
