"""Reading a letterhead: who wrote it, number, date, place, subject, addressee, signer, each with its confidence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from proceedings.text.symbols import Family, symbol_key
from submissions.letterhead.bodies import Body, Rank, names_a_body, read_body, starts_like_a_body
from submissions.letterhead.committee import Letter, find_committees
from submissions.letterhead.found import DOUBTFUL, SURE, Found, Letterhead
from submissions.letterhead.head import Head, Sort, Token, read_head
from submissions.letterhead.lawbook import read_title
from submissions.letterhead.names import read_name
from submissions.letterhead.numbers import Number, Slip
from submissions.letterhead.outside import day_of_file, hints_of_file, hints_of_sender, symbol_of_file
from submissions.letterhead.pieces import Piece, read_lines
from submissions.letterhead.signatures import LONGEST, Signed, find_signature
from submissions.letterhead.subjects import find_addressees, find_subjects

#: Paragraphs that are looked at from the start and, beyond them, from the end.
FROM_START: Final = 4000
FROM_END: Final = 400
_HEAD_PARAGRAPHS: Final = 120
Value = TypeVar("Value", str, datetime.date)

_SLIPS: Final = {
    Slip.NONE: 0.96,
    Slip.NO_LABEL: 0.8,
    Slip.FIGURES: 0.8,
    Slip.SIGNS: 0.85,
    Slip.SMALL_LABEL: 0.7,
    Slip.ODD_KIND: 0.85,
}


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
    lines = list(read_lines(paragraphs, range(min(len(paragraphs), _HEAD_PARAGRAPHS))))
    head = read_head(lines)
    body = _read_body(head)
    if not _is_letterhead(head, body):
        return _without_letterhead(lines, paragraphs, head, file_name, sender, day)
    text = _text_lines(paragraphs, head)
    signed = find_signature(text)
    dates = _find_dates(head, text, file_name, day)
    symbols = _find_symbols(head, body, file_name)
    date = _best(dates)
    letter = _letter(head, body)
    opening = [token.piece for token in head.rest if token.sort is not Sort.ADDRESSEE]
    hints = [*hints_of_file(file_name), *hints_of_sender(sender)]
    return _put_together(
        family=_family(head, letter),
        committee=find_committees(letter, opening, signed.powers, hints, date, day, _about(head)),
        body=_find_bodies(body, letter, head),
        symbol=symbols,
        date=dates,
        place=_find_places(head),
        subject=find_subjects(head),
        addressee=find_addressees(head),
        signer=signed.signers,
        signer_post=signed.posts,
        signing_power=signed.powers,
    )


def _without_letterhead(
    lines: Sequence[Piece],
    paragraphs: Sequence[str],
    head: Head,
    file_name: str,
    sender: str,
    day: datetime.date | None,
) -> Letterhead:
    hints = [*hints_of_file(file_name), *hints_of_sender(sender)]
    nothing = Letter(None, None, "", is_party=False, is_state=False, is_framed=False)
    title = read_title(lines)
    signed = find_signature(_text_lines(paragraphs, head)) if title else Signed()
    date = title.date if title else None
    named = day_of_file(file_name)
    return _put_together(
        family="state" if title and "-CP" in title.symbol.value else "",
        committee=find_committees(nothing, (), (), hints, date, day),
        body=[],
        symbol=_with_file([title.symbol] if title else [], file_name),
        date=[date] if date else [Found(named, 0.4, "file_name")] if named else [],
        place=[],
        subject=[title.subject] if title else _paper_title(head),
        addressee=[],
        signer=signed.signers,
        signer_post=signed.posts,
        signing_power=signed.powers,
    )


def _put_together(
    *, family: str, **fields: Iterable[Found[str]] | Iterable[Found[datetime.date]]
) -> Letterhead:
    candidates = {
        name: tuple(sorted(found, key=lambda one: -one.confidence)) for name, found in fields.items()
    }
    chosen = {
        name: found[0] for name, found in candidates.items() if found and found[0].confidence >= DOUBTFUL
    }
    return Letterhead(**chosen, family=family, candidates=candidates)  # type: ignore[arg-type]


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
        _place(placed) if placed else None,
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


def _place(token: Token) -> Piece | None:
    day = token.day
    if day is None:
        return None
    return token.piece.part(0, day.place_end - day.place_start)


def _find_places(head: Head) -> list[Found[str]]:
    places = [
        place for token in head.tokens if token.day and token.day.has_place and (place := _place(token))
    ]
    return [
        place.found(" ".join(place.text.split()), 0.95 if read_name(place.text) else 0.88, "before_date")
        for place in places[:2]
    ]


def _find_symbols(head: Head, body: Body | None, file_name: str) -> list[Found[str]]:
    tokens = [token for token in head.tokens if token.number]
    symbols: list[Found[str]] = []
    for at, token in enumerate(tokens):
        number = token.number
        if number is None:
            continue
        value, confidence, reason = number.value, _SLIPS[number.slip], number.slip.value
        if number.issuer == "TƯ" and body and body.rank is not Rank.OTHER:
            value, confidence, reason = value.replace("TƯ", "TU"), min(confidence, 0.85), Slip.SIGNS.value
        if at:
            confidence, reason = 0.3, "second_number"
        if not value:
            value, confidence, reason = " ".join(token.piece.text.split()), 0.1, "left_blank"
        symbols.append(token.piece.found(value, confidence, reason))
    return _with_file(symbols, file_name)


def _with_file(symbols: list[Found[str]], file_name: str) -> list[Found[str]]:
    """Let the symbol in the file's name confirm or question the one that was read."""
    named = symbol_of_file(file_name)
    if not named:
        return symbols
    wanted = symbol_key(named).replace(" ", "")
    if symbols and symbols[0].confidence >= DOUBTFUL:
        agrees = symbol_key(symbols[0].value).replace(" ", "") == wanted
        confidence = max(symbols[0].confidence, 0.95) if agrees else min(symbols[0].confidence, SURE - 0.05)
        symbols = [
            replace(symbols[0], confidence=max(confidence, 0.97) if agrees else confidence),
            *symbols[1:],
        ]
        if agrees:
            return symbols
    return [*symbols, Found(named, 0.5, "file_name")]


def _find_dates(
    head: Head, text: Sequence[Piece], file_name: str, day: datetime.date | None
) -> list[Found[datetime.date]]:
    dates = list(_dates_of_head(head))
    is_blank = any(token.day and token.day.date is None and token.day.has_place for token in head.tokens)
    if not dates and not is_blank:
        dates = list(_dates_at_end(text))
    if is_blank:
        dates = [replace(found, confidence=min(found.confidence, 0.5)) for found in dates]
    named = day_of_file(file_name)
    if named and dates:
        agrees = dates[0].value == named
        confidence = dates[0].confidence
        confidence = (
            max(confidence, 0.97) if agrees and confidence >= DOUBTFUL else min(confidence, SURE - 0.05)
        )
        dates[0] = replace(dates[0], confidence=confidence)
    if named and all(found.value != named for found in dates):
        dates.append(Found(named, 0.4, "file_name"))
    return [
        replace(found, confidence=min(found.confidence, DOUBTFUL), reason="after_receipt")
        if day and found.value > day
        else found
        for found in dates
    ]


def _about(head: Head) -> datetime.date | None:
    return next((token.day.about for token in head.tokens if token.day and token.day.has_place), None)


def _dates_of_head(head: Head) -> Iterator[Found[datetime.date]]:
    placed = {token.day.date for token in head.tokens if token.day and token.day.has_place and token.day.date}
    is_first = True
    for at, token in enumerate(head.tokens):
        day = token.day
        if day is None or day.date is None:
            continue
        before = head.tokens[at - 1] if at else None
        is_stray = before is not None and before.sort is Sort.TEXT and not before.piece.is_capitals
        confidence = 0.96 if day.has_place else 0.5 if is_stray else 0.8
        if day.is_repaired:
            confidence = min(confidence, 0.82)
        if day.has_place and not is_first:
            confidence = min(confidence, 0.4)
        elif day.has_place and len(placed) > 1:
            confidence = min(confidence, 0.82)
        is_first = is_first and not day.has_place
        shift = token.piece.offsets
        start = day.start - (day.place_start if day.has_place else day.start)
        yield Found(
            day.date,
            confidence,
            "after_place" if day.has_place else "alone",
            token.piece.paragraph,
            shift[start],
            shift[-1],
        )


def _dates_at_end(text: Sequence[Piece]) -> Iterator[Found[datetime.date]]:
    from submissions.letterhead.days import find_days

    for piece in text[-60:]:
        if len(piece.text) > 120:
            continue
        for day in find_days(piece):
            if day.date and day.has_place and not day.is_cited:
                yield Found(
                    day.date, 0.7, "at_end", piece.paragraph, piece.offsets[day.start], piece.offsets[day.end]
                )
                return


def _text_lines(paragraphs: Sequence[str], head: Head) -> list[Piece]:
    """Return the short lines after the head, where a signature can stand."""
    if not head.rest:
        return []
    start = head.rest[0].piece.paragraph
    count = len(paragraphs)
    numbers = [
        *range(start, min(count, start + FROM_START)),
        *range(max(start + FROM_START, count - FROM_END), count),
    ]
    short = [number for number in numbers if len(paragraphs[number]) <= 6 * LONGEST]
    return list(read_lines(paragraphs, short))
