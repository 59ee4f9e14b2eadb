"""Reading a letterhead: who wrote it, number, date, place, subject, addressee, signer, each with its confidence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final, TypeVar

from proceedings.text.symbols import Family
from submissions.letterhead.bodies import Body, Rank, names_a_body, read_body, starts_like_a_body
from submissions.letterhead.committee import Letter, find_committees
from submissions.letterhead.dating import find_dates, find_places, month_left_blank, place_of
from submissions.letterhead.found import DOUBTFUL, Found, Letterhead
from submissions.letterhead.head import MOST_LINES, Head, Sort, read_head
from submissions.letterhead.lawbook import read_title
from submissions.letterhead.numbering import find_symbols, with_file
from submissions.letterhead.numbers import Number, Slip
from submissions.letterhead.outside import day_of_file, hints_of_file, hints_of_sender
from submissions.letterhead.pieces import Piece, read_lines
from submissions.letterhead.signatures import LONGEST, Signed, find_signature, may_sign
from submissions.letterhead.subjects import find_addressees, find_subjects
from submissions.letterhead.wrapped import rejoin

#: Paragraphs in which a signature is looked for, besides the last ones.
FROM_START: Final = 4000
_HEAD_PARAGRAPHS: Final = 120
_TITLE_PARAGRAPHS: Final = 12
_AT_END: Final = 70
_GLANCES: Final = 8
_BEFORE_SIGN: Final = 12
_AFTER_SIGN: Final = 60
Value = TypeVar("Value", str, datetime.date)


def find_letterhead(
    paragraphs: Sequence[str], *, file_name: str = "", sender: str = "", day: datetime.date | None = None
) -> Letterhead:
    """Find the fields of a letterhead in the paragraphs of a document, in reading order.

    A table may come cell by cell, as rows with tabs, as lines whose columns several blanks part, or with the lines
    of both columns in turn. ``file_name`` and ``sender`` (a From header) add candidates: agreement raises the
    confidence, disagreement lowers it below ``SURE``. ``day`` is the day of receipt: a later date is doubtful.

    Every value stands at its place: ``paragraphs[f.paragraph][f.start:f.end]``, for a value of several paragraphs
    its first. A paper or mail without a letterhead has no fields; a title line of a law book ("Nghị định số … ngày
    …") is read as one. Never raises, whatever the text (domain notes, C and I).
    """
    lines = read_lines(paragraphs, range(min(len(paragraphs), _HEAD_PARAGRAPHS)))
    head = read_head(rejoin(list(islice(lines, MOST_LINES + 3))))
    body = _read_body(head)
    if not _is_letterhead(head, body):
        return _without_letterhead(paragraphs, head, file_name, sender, day)
    text = _text_lines(paragraphs, head)
    signed = find_signature(text)
    dates = find_dates(head, text, file_name, day)
    symbols = find_symbols(head, body, file_name)
    date = _best(dates)
    letter = _letter(head, body)
    opening = [token.piece for token in head.rest if token.sort is not Sort.ADDRESSEE]
    hints = [*hints_of_file(file_name), *hints_of_sender(sender)]
    return _put_together(
        family=_family(head, letter),
        committee=find_committees(letter, opening, signed.powers, hints, date, day, month_left_blank(head)),
        body=_find_bodies(body, letter, head),
        symbol=symbols,
        date=dates,
        place=find_places(head),
        subject=find_subjects(head),
        addressee=find_addressees(head),
        signer=signed.signers,
        signer_post=signed.posts,
        signing_power=signed.powers,
    )


def _without_letterhead(
    paragraphs: Sequence[str],
    head: Head,
    file_name: str,
    sender: str,
    day: datetime.date | None,
) -> Letterhead:
    hints = [*hints_of_file(file_name), *hints_of_sender(sender)]
    nothing = Letter(None, None, "", is_party=False, is_state=False, is_framed=False)
    title = read_title(list(read_lines(paragraphs, range(min(len(paragraphs), _TITLE_PARAGRAPHS)))))
    signed = find_signature(_text_lines(paragraphs, head)) if title else Signed()
    date = title.date if title else None
    named = day_of_file(file_name)
    return _put_together(
        family="state" if title and "-CP" in title.symbol.value else "",
        committee=find_committees(nothing, (), (), hints, date, day),
        body=[],
        symbol=with_file([title.symbol] if title else [], file_name),
        date=[date] if date else [Found(named, 0.4, "file_name")] if named else [],
        place=[],
        subject=[title.subject] if title else _paper_title(head),
        addressee=[],
        signer=signed.signers,
        signer_post=signed.posts,
        signing_power=signed.powers,
    )


def _put_together(*, family: str, **fields: Iterable[Found[Any]]) -> Letterhead:
    candidates = {
        name: tuple(sorted(found, key=lambda one: -one.confidence)) for name, found in fields.items()
    }
    chosen = {
        name: found[0] for name, found in candidates.items() if found and found[0].confidence >= DOUBTFUL
    }
    return Letterhead(**chosen, family=family, candidates=candidates)


def _best(found: Sequence[Found[Value]]) -> Found[Value] | None:
    best = max(found, key=lambda one: one.confidence, default=None)
    return best if best and best.confidence >= DOUBTFUL else None


def _paper_title(head: Head) -> list[Found[str]]:
    """Return the title of a paper without a letterhead, where it calls itself one."""
    at = head.title()
    if at is None or at > 3 or "tham iuan" not in head.tokens[at].piece.skeleton:
        return []
    return [replace(found, confidence=min(found.confidence, 0.8)) for found in find_subjects(head)]


def _is_letterhead(head: Head, body: Body | None) -> bool:
    """Tell whether at least two of motto, number, placed date and body stand at the head."""
    signs = (
        head.has(Sort.PARTY_MOTTO, Sort.STATE_MOTTO),
        any(token.number and token.number.slip is not Slip.SMALL_LABEL for token in head.tokens),
        any(token.day and token.day.has_place for token in head.tokens),
        body is not None and (body.rank is not Rank.OTHER or starts_like_a_body(body)),
    )
    return sum(signs) >= 2


def _read_body(head: Head) -> Body | None:
    """Read the capital lines above the number, or above the title or addressee where there is no number."""
    until = [at for sort in (Sort.NUMBER, Sort.TYPE) if (at := head.first(sort)) is not None]
    for end in (*until[:1], len(head.tokens) if not until else until[-1]):
        lines = [token.piece for token in head.tokens[:end] if token.sort is Sort.TEXT]
        named = [piece for piece in lines if piece.is_capitals] or [
            piece for piece in lines if names_a_body(piece)
        ]
        if named and (body := read_body(named[:6])):
            return body
    return None


def _letter(head: Head, body: Body | None) -> Letter:
    number = next((token.number for token in head.tokens if token.number), None)
    placed = next((token for token in head.tokens if token.day and token.day.has_place), None)
    is_state = head.has(Sort.STATE_MOTTO) and not head.has(Sort.PARTY_MOTTO)
    is_party = head.has(Sort.PARTY_MOTTO) or bool(number and number.family is Family.PARTY)
    return Letter(
        body,
        place_of(placed) if placed else None,
        _issuer(number),
        is_party=is_party,
        is_state=is_state,
        is_framed=head.has(Sort.PARTY_MOTTO, Sort.STATE_MOTTO, Sort.NUMBER),
    )


def _issuer(number: Number | None) -> str:
    issuer = number.issuer.upper() if number else ""
    return issuer.replace("Ư", "U")


def _family(head: Head, letter: Letter) -> str:
    if head.has(Sort.PARTY_MOTTO):
        return "party"
    if head.has(Sort.STATE_MOTTO):
        return "state"
    if letter.body and letter.body.rank is not Rank.OTHER:
        return "party"
    number = next((token.number for token in head.tokens if token.number), None)
    return number.family.value if number and number.family else ""


def _find_bodies(body: Body | None, letter: Letter, head: Head) -> list[Found[str]]:
    if body is None:
        return []
    confidence = 0.94 if letter.is_framed else 0.8
    if head.is_squeezed and body.rank is Rank.OTHER:
        confidence = 0.85
    if body.rank is Rank.OTHER and not starts_like_a_body(body):
        confidence = min(confidence, 0.8)
    if body.rank is Rank.ITSELF and letter.issuer not in ("", "TU"):
        confidence = min(confidence, 0.85)  # a sign such as VPTU: its organ's line may be lost
    if body.rank is not Rank.OTHER and (body.name is None or body.name.certainty < 1):
        confidence = min(confidence, 0.85)
    return [body.lines[0].found(body.written, confidence, "heading")]


def _text_lines(paragraphs: Sequence[str], head: Head) -> list[Piece]:
    """Return the lines after the head among which a signature can stand: what a glance tells, and the end."""
    if not head.rest:
        return []
    start, count = head.rest[0].piece.paragraph, len(paragraphs)
    from_start = range(start, min(count, start + FROM_START))
    signs = [number for number in from_start if may_sign(paragraphs[number])][:_GLANCES]
    wanted = set(range(max(start, count - _AT_END), count))
    for number in signs:
        wanted.update(range(max(start, number - _BEFORE_SIGN), min(count, number + _AFTER_SIGN)))
    short = sorted(number for number in wanted if len(paragraphs[number]) <= 6 * LONGEST)
    return list(read_lines(paragraphs, short))
