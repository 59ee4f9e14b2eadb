"""Which committee of the table a document comes from: what its parts say, weighed together."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from proceedings.reference import CommitteeRow
from submissions.letterhead.bodies import Body, Rank, starts_like_a_body
from submissions.letterhead.found import SURE, Found
from submissions.letterhead.names import are_related, name_pattern, read_name, row_in_force, rows_named
from submissions.letterhead.outside import Hint
from submissions.letterhead.pieces import Piece, skeleton_text

#: The most that can be believed where the heading does not name the committee.
_WITHOUT_HEADING: Final = 0.88
_TEXT_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that speaks for a name; ``is_city`` which kind of committee it means, if it says."""

    name: str
    confidence: float
    reason: str
    is_city: bool | None = None
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What else is known of the document while its committee is looked for."""

    body: Body | None
    place: Piece | None
    issuer: str
    is_party: bool
    is_state: bool
    is_framed: bool
    """Whether a motto or a number stands there: the heading is one."""


def find_committees(
    letter: Letter,
    text: Sequence[Piece],
    powers: Sequence[Found[str]],
    hints: Iterable[Hint],
    date: Found[datetime.date] | None,
    day: datetime.date | None,
    about: datetime.date | None = None,
) -> list[Found[str]]:
    """Return the slugs of the committees that may have issued a document, best first.

    ``date`` is that of the document, ``day`` that of its receipt: names are borne by different committees at
    different times (63 until 30 June 2025, 34 since; domain notes, 0 and I). ``about`` is a day of the month that
    a draft states without its day.
    """
    evidence = [*_from_heading(letter), *_from_place(letter), *_from_signature(powers)]
    if letter.is_framed:
        evidence += _from_text(text, letter)
    evidence += [Evidence(hint.name, hint.confidence, hint.reason, hint.is_city) for hint in hints]
    if date is None and about is not None:
        date = Found(about, 0.95, "month")
    return _rank([*_by_name(letter, evidence)], date, day)


def _from_heading(letter: Letter) -> Iterator[Evidence]:
    body = letter.body
    if body is None or body.name is None:
        return
    place = _place_name(letter)
    agrees = place is not None and are_related(place, body.name.name)
    if body.rank is Rank.OTHER:
        yield Evidence(body.name.name, 0.35, "other_body", None, body.lines[0])
    elif body.rank is Rank.ORGAN:
        yield Evidence(body.name.name, 0.75, "organ_of_committee", body.is_city, body.lines[0])
    else:
        confidence = 0.95 if body.name.certainty == 1 else 0.88 if agrees else 0.75
        if not letter.is_framed:
            confidence = 0.8
        if letter.is_state or letter.issuer not in ("", "TU"):
            confidence = min(confidence, 0.8)
        if place is not None and not agrees:
            confidence = min(confidence, 0.82)
        yield Evidence(body.name.name, confidence, "heading", body.is_city, body.lines[0])


def _place_name(letter: Letter) -> str | None:
    name = read_name(letter.place.text) if letter.place else None
    return name.name if name and name.certainty == 1 else None


def _from_place(letter: Letter) -> Iterator[Evidence]:
    name = _place_name(letter)
    if name is None:
        return
    body = letter.body
    is_committee = body is not None and body.rank is Rank.ITSELF
    confidence = 0.2
    if letter.is_party and not letter.is_state:
        confidence = 0.8 if letter.issuer == "TU" or is_committee else 0.4
    yield Evidence(name, confidence, "place", body.is_city if body and is_committee else None, letter.place)


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<province>tinh\s*uy)|(?P<city>thanh\s*uy))\s+(?:(?:tinh|thanh pho"
        rf"|tp)[\s.]*)?(?P<name>{name_pattern()})(?![a-z])"
    )


def _from_text(text: Sequence[Piece], letter: Letter) -> Iterator[Evidence]:
    """Speak for the first committee that the first lines name as acting, not as receiving."""
    for piece in text[:_TEXT_LINES]:
        for match in _mention().finditer(piece.skeleton):
            name = read_name(match["name"])
            if name is None or re.search(r"(?:gui|den|cua|voi|va)\s*$", piece.skeleton[: match.start()]):
                continue
            part = piece.part(match.start(), match.end())
            yield Evidence(name.name, 0.6 if letter.is_party else 0.3, "text", bool(match["city"]), part)
            return


def _from_signature(powers: Sequence[Found[str]]) -> Iterator[Evidence]:
    for power in powers[:1]:
        if match := _mention().search(skeleton_text(power.value)):
            name = read_name(match["name"])
            if name:
                yield Evidence(name.name, 0.8, "signature", bool(match["city"]))


def _by_name(letter: Letter, evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Join what speaks for the same name, and let what speaks for another lower it."""
    body = letter.body
    is_other = body is not None and body.rank is Rank.OTHER
    for name in dict.fromkeys(one.name for one in evidence):
        own = sorted((one for one in evidence if one.name == name), key=lambda one: -one.confidence)
        against = max(
            (one.confidence for one in evidence if one.name != name and not are_related(one.name, name)),
            default=0.0,
        )
        best = own[0]
        missed = 1.0
        for reason in dict.fromkeys(one.reason for one in own):
            missed *= 1 - max(one.confidence for one in own if one.reason == reason)
        confidence = min(1 - missed, 0.99 if best.reason == "heading" else _WITHOUT_HEADING)
        if best.reason == "heading" and best.confidence < SURE:
            confidence = min(confidence, SURE - 0.01 if best.confidence < 0.85 else 0.93)
        if best.reason == "organ_of_committee":
            confidence = min(confidence, 0.85)
        if is_other and best.reason != "heading":
            confidence = min(confidence, 0.5 if body and (body.name or starts_like_a_body(body)) else 0.7)
        if against >= 0.4:
            confidence = min(confidence, 0.85 if best.confidence > against else 0.5)
        kinds = {one.is_city for one in own if one.is_city is not None}
        is_city = best.is_city if best.is_city is not None else next(iter(kinds), None)
        yield replace(best, confidence=confidence, is_city=is_city)


def _rank(
    evidence: Sequence[Evidence], date: Found[datetime.date] | None, day: datetime.date | None
) -> list[Found[str]]:
    found: dict[str, Found[str]] = {}
    for one in evidence:
        for row, most, why in _rows(one, date, day):
            confidence = round(min(one.confidence, most), 3)
            value = (
                one.piece.found(row.slug, confidence, why or one.reason)
                if one.piece
                else Found(row.slug, confidence, why or one.reason)
            )
            if row.slug not in found or found[row.slug].confidence < confidence:
                found[row.slug] = value
    return sorted(found.values(), key=lambda value: -value.confidence)


def _rows(
    one: Evidence, date: Found[datetime.date] | None, day: datetime.date | None
) -> Iterator[tuple[CommitteeRow, float, str]]:
    """Yield the committees of a name, the most that can be believed of each, and why it is less."""
    rows = rows_named(one.name)
    on = date.value if date else day
    in_force = row_in_force(one.name, on) if on else None
    for row in rows:
        most, why = 1.0, ""
        if on is None:
            most, why = (1.0, "") if len(rows) == 1 else (0.55 if row.valid_to is None else 0.5, "no_date")
        elif row is in_force:
            if len(rows) > 1 and (date is None or date.confidence < SURE):
                most, why = (0.8, "date_of_receipt") if date is None else (0.85, "doubtful_date")
        elif in_force is not None:
            continue
        else:
            is_past = row.valid_to is not None and row.valid_to < on
            most, why = (0.6, "no_longer_in_force") if is_past else (0.4, "not_yet_in_force")
        if one.is_city is not None and one.is_city != (row.kind == "thanh-pho"):
            most, why = min(most, 0.4), "other_level"
        yield row, most, why
