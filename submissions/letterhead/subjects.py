"""Subject and addressee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from submissions.letterhead import marks
from submissions.letterhead.found import Found
from submissions.letterhead.head import Head, Sort, Token, begins_text, is_sentence
from submissions.letterhead.pieces import Piece

MOST_LINES: Final = 10
_ABOUT: Final = re.compile(r"v\s?[/.]\s?v\s*[:.]?\s*")
_UNFINISHED: Final = re.compile(
    r".*(?:[,\-(]|\b(?:cua|ve|va|voi|cho|tai|giua|trong|theo|den|tu|doi|du thao|viec|dang|uy|uy ban"
    r"|tinh|thanh pho|quy|che"
    r"|phoi|hop|cong|tac|bo|ban|trung|so|cac|nhung|nam|thang|ngay|de|gop|y|kien|hoi))"
)


_CUT_SYMBOL: Final = re.compile(
    r"(?<=\d-) (?=[A-ZĐ]{1,4}/)|(?<=[A-ZĐ]/) (?=[A-ZĐ]{2})|(?<=\d/) (?=[A-ZĐ]{2,4}-)"
)
"""The blank that a line end left in a cited symbol ("55- CV/ĐUCA")."""
_ANNOUNCES: Final = re.compile(r".*\b(?:so|dieu|khoan|diem|ian|nam|thang|ngay|thu|quy)")
_AUTHOR: Final = re.compile(
    r"(?:dong chi|d/c|nguoi (?:trinh bay|viet|thuc hien)|tac gia|trinh bay|bao cao vien)\b.*"
)


def find_subjects(head: Head) -> list[Found[str]]:
    """Return the subjects that the head may state, best first."""
    found = _find_subjects(head)
    if head.is_squeezed and head.title() is None:
        return [replace(one, confidence=min(one.confidence, 0.85)) for one in found]
    return found


def _find_subjects(head: Head) -> list[Found[str]]:
    tokens, at = head.tokens, head.title()
    about = next(
        (i for i, token in enumerate(tokens) if _is_text(token) and _ABOUT.match(token.piece.plain)), None
    )
    if at is not None and (about is None or about > at):
        return _titled(tokens, at, head.rest)
    number = head.first(Sort.NUMBER)
    is_letter = bool(head.rest) and head.rest[0].sort is Sort.ADDRESSEE
    if about is not None:
        return _under_number(tokens[about:], 0.95 if is_letter else 0.85, "about")
    if number is None:
        return []
    return _under_number(tokens[number + 1 :], 0.93 if is_letter else 0.8, "under_number")


def _under_number(tokens: Sequence[Token], confidence: float, reason: str) -> list[Found[str]]:
    lines: list[Piece] = []
    before: Token | None = None
    for token in tokens:
        if token.sort is Sort.TYPE or len(lines) == MOST_LINES:
            break
        if before and before.piece in lines[-1:] and _is_wrapped(token, lines[-1]):
            lines.append(token.piece)
            before = token
            continue
        before = token
        if not _is_text(token):
            is_stray = token.sort is Sort.ASIDE and lines and not token.piece.is_capitals
            confidence = min(confidence, 0.85) if is_stray else confidence
            continue
        if is_sentence(token.piece) and lines:
            break
        if token.piece.is_capitals and len(token.piece.text) > 12 and token.piece.text.count(" ") > 1:
            confidence = min(confidence, 0.8)
            continue
        if _is_remnant(token.piece, lines):
            confidence = min(confidence, 0.8)
            continue
        lines.append(token.piece)
    return _joined(lines, confidence, reason)


def _is_remnant(piece: Piece, lines: Sequence[Piece]) -> bool:
    """Tell whether a line is the end of something else, or a stain that was read: a year alone, a few capitals."""
    if lines and _UNFINISHED.fullmatch(lines[-1].words):
        return False
    is_short = len(piece.text) <= 8 and not any(sign.islower() for sign in piece.text)
    return is_short or (piece.is_capitals and bool(lines))


def _titled(tokens: Sequence[Token], at: int, rest: Sequence[Token]) -> list[Found[str]]:
    """Return a type name with the lines below it, up to a rule or to where the text begins."""
    after = tokens[at + 1 :]
    ruled = next(
        (i for i, token in enumerate(after[: MOST_LINES + 2]) if token.sort is Sort.RULE and i), None
    )
    lines = [tokens[at].piece]
    if ruled is not None and not any(_is_second_title(token) for token in after[:ruled]):
        for token in after[:ruled]:
            if len(lines) > 1 and _names_author(token.piece):
                break
            is_line = token.sort in (Sort.TEXT, Sort.TYPE) or _is_wrapped(token, lines[-1])
            lines += [token.piece] if is_line else []
        return _joined(lines, 0.95, "title_and_rule")
    confidence = 0.92 if rest else 0.8
    for token in after:
        if _is_second_title(token) or len(lines) > MOST_LINES:
            break
        if len(lines) > 1 and _is_wrapped(token, lines[-1]):
            lines.append(token.piece)
            continue
        if token.sort is not Sort.TYPE and not _is_text(token):
            continue
        if len(lines) > 1 and (doubt := _stops(lines, token.piece)):
            return _joined(lines, min(confidence, doubt), "title")
        lines.append(token.piece)
    if len(lines) == 1:
        confidence = 0.7
    return _joined(lines, confidence, "title")


def _stops(lines: Sequence[Piece], piece: Piece) -> float:
    """Return 0 where a title goes on with a piece, else how sure it is that it does not."""
    last = lines[-1]
    if begins_text(piece) or piece.text[:1] in '(“"':
        return 0.92
    if last.is_capitals != piece.is_capitals and len(lines) > 1:
        return 0.85 if piece.is_capitals else 0.8
    if last.text.endswith((".", ":")) or (last.text.endswith(";") and not piece.text[:1].islower()):
        return 0.85
    if piece.text[:1].islower() or _UNFINISHED.fullmatch(last.words) or piece.is_capitals:
        return 0
    return 0 if len(piece.text) < 90 else 0.8


def _is_wrapped(token: Token, last: Piece) -> bool:
    """Tell whether a line begins with a cited date, or is the figure that the line above announces."""
    if last.is_capitals:
        return False
    if token.day and not token.day.has_place:
        return True
    return token.piece.text.isdigit() and _ANNOUNCES.fullmatch(last.words) is not None


def _is_second_title(token: Token) -> bool:
    """Tell whether a token is a type name alone; with more words it is a subject in capitals ("GÓP Ý DỰ THẢO …")."""
    match = marks.TYPE.fullmatch(token.piece.words) if token.sort is Sort.TYPE else None
    return match is not None and not match["more"]


def _names_author(piece: Piece) -> bool:
    """Tell whether a line below a title says who speaks, not what about."""
    return piece.text[:1] in "([" or _AUTHOR.match(piece.words) is not None


def _is_text(token: Token) -> bool:
    return token.sort is Sort.TEXT


def _joined(lines: Sequence[Piece], confidence: float, reason: str) -> list[Found[str]]:
    if not lines:
        return []
    first = lines[0]
    if label := _ABOUT.match(first.plain):
        first = first.part(label.end(), len(first.text))
    value = " ".join(" ".join(line.text.split()) for line in (first, *lines[1:]) if line.text)
    value = _CUT_SYMBOL.sub("", value)
    value = re.sub(r"^[\"“”*_\s]+|[\"”*_\s.,;:]+$", "", value) if len(lines) > 1 else value.strip(" *_.;:")
    value = _without_second_label(value)
    if not value:
        return []
    if len(value) > 400:
        confidence = min(confidence, 0.6)
    return (
        [first.found(value, confidence, reason)]
        if first.text
        else [lines[0].found(value, confidence, reason)]
    )


def _without_second_label(value: str) -> str:
    """Drop "V/v" after a type name: ``QUYẾT ĐỊNH V/v: ban hành …``."""
    return re.sub(r"(?<=\S )[Vv]\s?/\s?[Vv]\s*[:.]?\s*", "", value, count=1)


def find_addressees(head: Head) -> list[Found[str]]:
    """Return the addressee that follows the head, its several lines joined by semicolons."""
    if not head.rest or head.rest[0].sort is not Sort.ADDRESSEE:
        return []
    first = head.rest[0].piece
    label = marks.ADDRESSEE.match(first.skeleton)
    named = first.part(label.end() if label else 0, len(first.text))
    lines = [named] if named.text else []
    for token in head.rest[1:8]:
        piece = token.piece
        if not _is_text(token) or len(piece.text) > 160 or token.line == head.rest[0].line:
            break
        is_item = bool(re.match(r"[-+•*]\s*\S", piece.plain))
        if not (is_item or (piece.text[:1].islower() or piece.text[:1] == "(") or not lines):
            break
        if not is_item and lines and begins_text(piece):
            break
        lines.append(piece)
    if not lines:
        return []
    written = " ; ".join(" ".join(line.text.strip(" -–+•*.,;").split()) for line in lines)
    written = re.sub(r" ; (?=[^\W\d_A-ZĐ]|\()", " ", written).replace(" ; ", "; ")
    return [lines[0].found(written, 0.95 if len(lines) == 1 else 0.9, "addressee")]
