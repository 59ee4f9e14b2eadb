"""The head of a document as a row of tokens: mottos, number, date, addressee, type name, and plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from submissions.letterhead import marks
from submissions.letterhead.bodies import names_a_body
from submissions.letterhead.days import Day, find_days
from submissions.letterhead.numbers import Number, find_number, read_bare_number
from submissions.letterhead.pieces import Piece

MOST_LINES: Final = 60
#: Lines that are read after the addressee or after the first sentence, to hear who speaks.
_LINES_AFTER: Final = 14
#: A line this long is running text: no part of a letterhead but a subject that was not broken into lines.
LONG: Final = 320


class Sort(StrEnum):
    """What a token is."""

    PARTY_MOTTO = "party_motto"
    STATE_MOTTO = "state_motto"
    TAGLINE = "tagline"
    NUMBER = "number"
    DAY = "day"
    ADDRESSEE = "addressee"
    TYPE = "type"
    RULE = "rule"
    ASIDE = "aside"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the head and what it is; ``line`` counts the lines that are not empty."""

    sort: Sort
    piece: Piece
    line: int
    number: Number | None = None
    day: Day | None = None
    is_squeezed: bool = False
    """Whether one blank alone parts it from what stands before it on its line."""


@dataclass(frozen=True, slots=True)
class Head:
    """The tokens before the text begins; ``addressee`` and what follows it stand in ``rest``."""

    tokens: tuple[Token, ...]
    rest: tuple[Token, ...]

    def first(self, sort: Sort) -> int | None:
        """Return the place of the first token of a sort."""
        return next((at for at, token in enumerate(self.tokens) if token.sort is sort), None)

    @property
    def is_squeezed(self) -> bool:
        """Whether the two columns of a head stand in one line without a gap: their ends are uncertain."""
        return any(token.is_squeezed for token in self.tokens)

    def title(self) -> int | None:
        """Return the place of the type name: in capitals, else in small letters where nobody is addressed."""
        at = self.first(Sort.TYPE)
        if at is not None or (self.rest and self.rest[0].sort is Sort.ADDRESSEE):
            return at
        for at, token in enumerate(self.tokens):
            if token.sort is Sort.TEXT and not token.piece.is_capitals and not names_a_body(token.piece):
                return at if is_quiet_type(token.piece) else None
        return None

    def has(self, *sorts: Sort) -> bool:
        """Tell whether a token of one of the sorts stands in the head."""
        return any(token.sort in sorts for token in self.tokens)


_LABEL: Final = re.compile(r"(?<![a-z0-9])s[o06](?=[\s.:;,_…0-9oil|/–-]|$)")
_MOTTOS: Final = (
    (Sort.PARTY_MOTTO, marks.PARTY_MOTTO),
    (Sort.STATE_MOTTO, marks.STATE_MOTTO),
    (Sort.TAGLINE, marks.TAGLINE),
)
_SIGNS: Final = ' .*_-(["“'
_CITED_AFTER: Final = re.compile(r"\s*,?\s*(?:ngay\s*\d|cua\s)")
Cut = tuple[int, int, Sort, Number | None, Day | None]


def read_head(lines: Iterable[Piece]) -> Head:
    """Read the head from the first lines of a document that are not empty."""
    tokens: list[Token] = []
    last = MOST_LINES
    for count, line in enumerate(lines):
        read = _read_line(line, count, tokens)
        tokens.extend(read)
        if any(token.sort is Sort.ADDRESSEE or _is_text(token.piece) for token in read):
            last = min(last, count + _LINES_AFTER)
        if count >= last:
            break
    end = _end(tokens)
    return Head(tuple(tokens[:end]), tuple(tokens[end:]))


def _read_line(line: Piece, count: int, before: Sequence[Token]) -> list[Token]:
    cuts: list[Cut] = []
    skeleton = line.skeleton
    if marks.PRINTED_BESIDE.fullmatch(skeleton):
        return [Token(Sort.ASIDE, line, count)]
    for sort, pattern in _MOTTOS:
        for match in pattern.finditer(skeleton):
            part = line.part(match.start(), match.end())
            if part.is_capitals or (sort is Sort.TAGLINE and part.text[0].isupper()):
                cuts.append((match.start(), match.end(), sort, None, None))
    cuts += [
        (day.place_start if day.has_place else day.start, day.end, Sort.DAY, None, day)
        for day in find_days(line)
        if not day.is_cited
    ]
    cuts.sort(key=lambda cut: cut[0])
    if (inside := marks.ADDRESSEE_INSIDE.search(line.skeleton)) and line.text[inside.start()] == "K":
        ahead = line.part(0, inside.start())
        return [
            *_read_line(ahead, count, before),
            Token(Sort.ADDRESSEE, line.part(inside.start(), len(line.text)), count),
        ]
    tokens: list[Token] = []
    at = 0
    for start, end, sort, number, day in [*cuts, (len(line.text), len(line.text), Sort.TEXT, None, None)]:
        tokens += _read_rest(line.part(at, start), line, at, count, [*before, *tokens])
        if end > start:
            squeezed = re.search(r"\S {1,2}$", line.text[:start]) is not None
            tokens.append(Token(sort, line.part(start, end), count, number, day, squeezed))
        at = max(at, end)
    return tokens


def _read_rest(part: Piece, line: Piece, at: int, count: int, before: Sequence[Token]) -> list[Token]:
    """Read what no landmark claimed: a number, then what gaps part."""
    if not part.text:
        return []
    for label in _LABEL.finditer(part.plain):
        number = find_number(part, label.start())
        if number and _may_be_own(part, number, before):
            token = Token(Sort.NUMBER, part.part(number.start, number.end), count, number)
            if dated := _dated(part, number, count):
                return [token, dated]
            left = _sorted(part.part(0, number.start), count)
            return [*left, token, *_sorted(part.part(number.end, len(part.text)), count)]
    return _sorted(part, count)


def _may_be_own(part: Piece, number: Number, before: Sequence[Token]) -> bool:
    """Tell whether a number is the document's own: it begins a cell and nothing cites it."""
    ahead = part.part(0, number.start)
    follows = part.plain[number.end :]
    if ahead.text and not (
        ahead.is_capitals or marks.is_rule(ahead.text) or part.text[: number.start].endswith(("\t", "  "))
    ):
        return False
    if number.value and _CITED_AFTER.match(follows) and not _dated(part, number, 0):
        return False
    is_small = part.text[number.start].islower()
    last = next((token for token in reversed(before) if token.sort is not Sort.RULE), None)
    goes_on = last is not None and last.sort is Sort.TEXT and not last.piece.is_capitals
    return not ((is_small or _dated(part, number, 0)) and goes_on)


def _dated(part: Piece, number: Number, count: int) -> Token | None:
    """Return the date in "Số 123-CV/TU, ngày 05/8/2021" where nothing else stands on the line."""
    if number.start or not number.value:
        return None
    rest = part.part(number.end, len(part.text))
    match = re.match(r"\W*", rest.text)
    rest = rest.part(match.end() if match else 0, len(rest.text))
    day = next(iter(find_days(rest)), None)
    if day is None or day.start or rest.text[day.end :].strip(" .,;"):
        return None
    return Token(Sort.DAY, rest, count, None, day)


def _sorted(part: Piece, count: int) -> list[Token]:
    if not part.text:
        return []
    if marks.ADDRESSEE.match(part.skeleton):
        return [Token(Sort.ADDRESSEE, part, count)]
    return [_sort(piece, count) for gap in part.gaps() for piece in _without_mark(gap)]


def _without_mark(piece: Piece) -> list[Piece]:
    """Part a heading in capitals from a mark that one blank joins to it ("TỈNH ỦY BẮC NINH DỰ THẢO")."""
    match = marks.MARK_AT_END.search(piece.skeleton)
    if match is None or marks.ASIDE.fullmatch(piece.words):
        return [piece]
    if not piece.part(0, match.start()).is_capitals or not piece.text[match.start("mark")].isupper():
        return [piece]
    return [piece.part(0, match.start()), piece.part(match.start(), len(piece.text))]


def _sort(piece: Piece, count: int) -> Token:
    words = piece.words
    if marks.is_rule(piece.text):
        return Token(Sort.RULE, piece, count)
    if (
        len(words) < 100
        and marks.ASIDE.fullmatch(words)
        and piece.text.lstrip(_SIGNS)[:1].upper() == piece.text.lstrip(_SIGNS)[:1]
    ):
        return Token(Sort.ASIDE, piece, count)
    if marks.ADDRESSEE.match(words):
        return Token(Sort.ADDRESSEE, piece, count)
    if is_type(piece):
        return Token(Sort.TYPE, piece, count)
    if len(piece.text) < 40 and (number := read_bare_number(piece)):
        return Token(Sort.NUMBER, piece, count, number)
    return Token(Sort.TEXT, piece, count)


def is_type(piece: Piece) -> bool:
    """Tell whether a piece is the name of a type of document in capitals, alone or with its subject."""
    if len(piece.text) > LONG:
        return False
    match = marks.TYPE.fullmatch(piece.skeleton)
    return match is not None and piece.part(match.start("type"), match.end("type")).is_capitals


def is_quiet_type(piece: Piece) -> bool:
    """Tell whether a piece is the name of a type in small letters, alone on its line ("Báo cáo")."""
    match = marks.TYPE.fullmatch(piece.words) if len(piece.text) < 30 else None
    return match is not None and not match["more"] and piece.text.lstrip(" *_-")[:1].isupper()


def begins_text(piece: Piece) -> bool:
    """Tell whether a piece is the beginning of running text."""
    return (
        piece.plain[:1] in "-+•"
        or bool(marks.ENUMERATED.match(piece.words))
        or (
            piece.text[:1].upper() == piece.text[:1]
            and not piece.is_capitals
            and marks.BODY.match(piece.words) is not None
        )
    )


def is_sentence(piece: Piece) -> bool:
    """Tell whether a piece is a sentence of a text rather than a line of a heading."""
    return len(piece.text) > 60 and piece.text.endswith(".")


def _is_text(piece: Piece) -> bool:
    return len(piece.text) > LONG or is_sentence(piece)


def _end(tokens: Sequence[Token]) -> int:
    """Return where the head ends: at the addressee, or where running text begins."""
    for at, token in enumerate(tokens):
        if token.sort is Sort.ADDRESSEE:
            return at
        if token.sort is Sort.TEXT and _is_text(token.piece):
            break
    for at, token in enumerate(tokens):
        if token.sort is not Sort.TEXT:
            continue
        if _is_text(token.piece):
            return at
        if begins_text(token.piece) and not _is_in_title(tokens, at) and not _is_left_cell(tokens, at):
            return at
    return len(tokens)


def _is_in_title(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a line that could begin a text is a title's: the first below a type name, or above its rule."""
    piece = tokens[at].piece
    if marks.NEVER_TITLE.match(piece.words):
        return False
    if at and tokens[at - 1].sort is Sort.TYPE and tokens[at - 1].piece.is_capitals:
        return not piece.text.endswith((",", ";", ":"))
    titled = any(token.sort is Sort.TYPE for token in tokens[max(0, at - 6) : at])
    ruled = next((i for i, token in enumerate(tokens[at : at + 6]) if token.sort is Sort.RULE), None)
    return titled and ruled is not None


def _is_left_cell(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a line under the number is a subject because the right side of the head is still to come."""
    ahead = tokens[at + 1 : at + 9]
    return any(token.number for token in tokens[:at]) and any(
        token.sort in (Sort.PARTY_MOTTO, Sort.STATE_MOTTO) or (token.day and token.day.has_place)
        for token in ahead
    )
