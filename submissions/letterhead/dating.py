"""Place and date of a document: at its head, else above its signature, compared with its file's name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from submissions.letterhead.days import find_days
from submissions.letterhead.found import DOUBTFUL, SURE, Found
from submissions.letterhead.head import Head, Sort, Token
from submissions.letterhead.names import read_name
from submissions.letterhead.outside import day_of_file
from submissions.letterhead.pieces import Piece


def find_dates(
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


def month_left_blank(head: Head) -> datetime.date | None:
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
    for piece in text[-60:]:
        if len(piece.text) > 120:
            continue
        for day in find_days(piece):
            if day.date and day.has_place and not day.is_cited:
                yield Found(
                    day.date, 0.7, "at_end", piece.paragraph, piece.offsets[day.start], piece.offsets[day.end]
                )
                return


def place_of(token: Token) -> Piece | None:
    day = token.day
    if day is None:
        return None
    return token.piece.part(0, day.place_end - day.place_start)


def find_places(head: Head) -> list[Found[str]]:
    places = [
        place for token in head.tokens if token.day and token.day.has_place and (place := place_of(token))
    ]
    return [
        place.found(" ".join(place.text.split()), 0.95 if read_name(place.text) else 0.88, "before_date")
        for place in places[:2]
    ]
