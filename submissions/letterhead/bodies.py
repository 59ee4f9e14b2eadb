"""The issuing body: the lines that name it, and whether they name a provincial committee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from submissions.letterhead.names import Name, read_name
from submissions.letterhead.pieces import Piece


class Rank(StrEnum):
    """What a body is to the provincial committee whose name it bears."""

    ITSELF = "itself"
    ORGAN = "organ"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Body:
    """An issuing body as written, its lines, and the provincial committee it names, if it names one.

    ``is_city`` tells which kind of committee is meant (Thành ủy or Tỉnh ủy), None where it is not said.
    """

    written: str
    lines: tuple[Piece, ...]
    rank: Rank = Rank.OTHER
    name: Name | None = None
    is_city: bool | None = None


_ITSELF: Final = re.compile(
    r"(?:(?:ban thuong vu|b\.?t\.?v\.?|thuong truc|ban chap hanh|b\.?c\.?h\.?)\s+)?"
    r"(?:(?P<province>tinh\s*uy)|(?P<city>thanh\s*uy)|(?P<any>t\.?\s?u\.?(?=\s)))\s*(?P<name>.*)"
)
_PARTY_OF: Final = re.compile(
    r"(?:(?:ban thuong vu|b\.?t\.?v\.?|ban chap hanh"
    r"|b\.?c\.?h\.?)\s+)?dang bo\s+(?:(?P<province>tinh)|(?P<city>thanh pho|tp\.?))"
    r"\s+(?P<name>.*)"
)
_ORGAN: Final = re.compile(
    r"(?:van phong|vp\.?|ban (?:noi chinh|to chuc|tuyen giao|dan van)[a-z ]*?|uy ban kiem tra"
    r"|ubkt)\s*(?:cua\s+)?"
    r"(?:(?P<province>tinh\s*uy)|(?P<city>thanh\s*uy))\s*(?P<name>.*)"
)
_ORGAN_ALONE: Final = re.compile(
    r"(?:van phong|vp\.?|ban (?:noi chinh|to chuc|tuyen giao|dan van)[a-z ]*|uy ban kiem tra|ubkt)\W*"
)
_STANDING: Final = re.compile(r"(?:ban thuong vu|btv|thuong truc|ban chap hanh|bch)\W*")
_PLACED: Final = re.compile(r"(?P<before>.*?\s)(?:tinh|thanh pho|tp\.?)\s+(?P<name>.+)")
_STARTS: Final = re.compile(
    r"(?:ban|bo|so|van phong|vp|uy ban|ubnd|hdnd|hoi dong|cong an|cuc|vu|hoc vien|truong|dang"
    r"|tinh\s*uy|thanh\s*uy|huyen\s*uy"
    r"|quan\s*uy|thi\s*uy|vien|toa an|mat tran|iien doan|hoi|chi|phong|bqi|tong|chinh phu|thu tuong"
    r"|quoc hoi|co quan|doan"
    r"|trung tam|tap doan|cong ty|bao|dai|iien|chu tich|bch|btv|ubkt|ubmttq|bi thu|to|thanh tra"
    r"|kho bac|ngan hang)\b"
)
_CONTINUES: Final = re.compile(
    r"(?:tinh(?!\s*uy)|thanh pho|tp\b|trung uong|viet nam|quan\b|huyen(?!\s*uy)|va\b|xa\b|phuong\b)"
)
_EVENT: Final = re.compile(r"hoi (?:thao|nghi|hoc|thi)\b|ban (?:tham|gop|tong|chi tiet|sao)|chuong")
_JOINS: Final = re.compile(r"(?:.*\s)?(?:va|cua|ve|cac|,|-)|.*[,-]")


def read_body(lines: Sequence[Piece]) -> Body | None:
    """Read the lines of a heading's left side: superior bodies above, the issuing body last."""
    names = _grouped(lines)
    if not names:
        return None
    own = names[-1]
    above = names[-2] if len(names) > 1 else ()
    body = judge_body(own)
    if above and body.rank is Rank.ITSELF and body.name is None:
        over = judge_body(above)
        return Body(body.written, own, Rank.ITSELF, over.name, over.is_city) if over.name else body
    if above and body.rank is Rank.OTHER and body.name is None:
        over = judge_body(above)
        bare = _written(own, plain=True)
        if over.rank is Rank.ITSELF and _STANDING.fullmatch(bare):
            return Body(body.written, own, Rank.ITSELF, over.name, over.is_city)
        if over.rank is Rank.ITSELF and _ORGAN_ALONE.fullmatch(bare):
            return Body(body.written, own, Rank.ORGAN, over.name, over.is_city)
        return Body(body.written, own, Rank.OTHER, over.name, over.is_city)
    return body


def judge_body(lines: Sequence[Piece]) -> Body:
    """Tell what one body is by the words of its name."""
    written, plain = _written(lines), _written(lines, plain=True)
    for pattern, rank in ((_ITSELF, Rank.ITSELF), (_PARTY_OF, Rank.ITSELF), (_ORGAN, Rank.ORGAN)):
        if match := pattern.fullmatch(plain):
            name = read_name(match["name"]) if match["name"] else None
            if name or not match["name"].strip(" .*"):
                groups = match.groupdict()
                is_city = True if groups.get("city") else False if groups.get("province") else None
                return Body(written, tuple(lines), rank, name, is_city)
            if match.groupdict().get("province") and rank is Rank.ITSELF:
                return Body(
                    written, tuple(lines), rank, None, False
                )  # there is a name, but it cannot be read
            return Body(written, tuple(lines))
    placed = _PLACED.fullmatch(plain)
    name = read_name(placed["name"]) if placed else None
    return Body(written, tuple(lines), Rank.OTHER, name if name and name.certainty == 1 else None)


def names_a_body(piece: Piece) -> bool:
    """Tell whether a line that is not in capitals names a committee as a whole ("Tỉnh ủy Bắc Ninh")."""
    return len(piece.text) < 60 and judge_body((piece,)).rank is not Rank.OTHER


def _grouped(lines: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """Put the lines of one name together: a name goes on where nothing new can begin."""
    names: list[list[Piece]] = []
    for line in lines:
        if names and _goes_on(names[-1], line):
            names[-1].append(line)
        else:
            names.append([line])
    return [tuple(name) for name in names]


def _goes_on(before: list[Piece], line: Piece) -> bool:
    known, new = _written(before, plain=True), line.words
    if _JOINS.fullmatch(known) or _CONTINUES.match(new) or not _STARTS.match(new):
        return True
    if re.match(r"(?:tinh|thanh)\s*uy|dang bo", new):
        return bool(_STANDING.fullmatch(known) or _ORGAN_ALONE.fullmatch(known))
    return bool(re.fullmatch(r"uy ban|hoi dong|dang uy|dang bo|ban can su(?: dang)?|van phong|doan", known))


def _written(lines: Sequence[Piece], *, plain: bool = False) -> str:
    return " ".join(" ".join((line.skeleton if plain else line.text).split()) for line in lines).strip(" *")


def starts_like_a_body(body: Body) -> bool:
    """Tell whether a name begins as those of bodies do."""
    return bool(_STARTS.match(body.lines[0].words)) and not _EVENT.match(body.lines[0].words)
