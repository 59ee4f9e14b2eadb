"""The points of one contribution, proposed from its text alone and from the draft it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.text.opinions.anchoring import Anchor, Surveyor
from proceedings.text.opinions.draft import DraftIndex
from proceedings.text.opinions.kinds import judge
from proceedings.text.opinions.passages import Passage, PassageReader
from proceedings.text.opinions.plain import Plain, trim
from proceedings.text.opinions.quotes import Quotes
from proceedings.text.opinions.sentences import Mark, Sentence
from proceedings.text.opinions.shapes import Kind, Proposal, Reason, Rule
from proceedings.text.opinions.summing import sum_up
from proceedings.text.opinions.wordings import find_wording


def propose(text: str, draft: DraftIndex | None = None) -> tuple[Proposal, ...]:
    """Return what a contribution says, in its order: its points, and every other passage as no request.

    The proposals never overlap, and every word of ``text`` lies in one. Offsets are code points of ``text`` as given,
    in whatever normal form, blanks and line ends it has. Without a draft no anchor is given. Takes time in
    proportion to the length of the text; any text is read, none is refused.
    """
    plain = Plain(text)
    quotes = Quotes(plain.cased)
    surveyor = Surveyor(plain, quotes, draft)
    passages = PassageReader(plain, quotes, surveyor).read()
    writer = _Writer(plain, quotes, surveyor)
    return tuple(writer.write(passage) for passage in passages)


class _Writer:
    """Turns passages of the plain copy into proposals on the text as given."""

    def __init__(self, plain: Plain, quotes: Quotes, surveyor: Surveyor) -> None:
        self._plain, self._quotes, self._surveyor = plain, quotes, surveyor

    def write(self, passage: Passage) -> Proposal:
        return self._write_point(passage) if passage.is_point else self._write_no_request(passage)

    def _write_no_request(self, passage: Passage) -> Proposal:
        start, end = self._plain.span(passage.start, passage.end)
        confidence = 0.6 if passage.rule is Rule.CONTEXT else 0.9
        reasons = (Reason(passage.rule, start, end),)
        return Proposal(start, end, Kind.NO_REQUEST, reasons=reasons, confidence=confidence)

    def _write_point(self, passage: Passage) -> Proposal:
        stops = [one.end for one in passage.sentences]
        telling = next(one for one in passage.sentences if one.speaks)
        anchor = self._surveyor.survey(passage.start, stops[-1], passage.place, stops)
        is_cited = bool(passage.place or anchor.path or self._surveyor.spoken_about(passage.start, stops[-1]))
        judged = judge(self._plain, self._quotes, passage.sentences, is_about_text=is_cited)
        quote = find_wording(self._plain, self._quotes, judged.kind, passage.sentences, passage.end)
        marks = [*_list_marks(passage, telling, anchor), *([judged.mark] if judged.mark else [])]
        if quote:
            marks.append((Rule.QUOTED_WORDING, quote.start, quote.end))
        start, end = self._plain.span(passage.start, passage.end)
        wording = self._plain.span(quote.inner_start, quote.inner_end) if quote else (start, start)
        return Proposal(
            start=start,
            end=end,
            kind=judged.kind,
            anchor=anchor.path,
            candidates=anchor.candidates,
            wording=self._plain.source[slice(*wording)],
            wording_start=wording[0],
            wording_end=wording[1],
            summary=sum_up(self._plain, passage.sentences),
            reasons=tuple(self._reason(*mark) for mark in dict.fromkeys(marks)),
            confidence=_weigh(telling, anchor, judged.confidence),
        )

    def _reason(self, rule: Rule, start: int, end: int) -> Reason:
        span = trim(self._plain.cased, start, end) or (start, end)
        return Reason(rule, *self._plain.span(*span))


def _list_marks(passage: Passage, telling: Sentence, anchor: Anchor) -> Iterator[Mark]:
    line = passage.line
    if line.marker == "row":
        yield Rule.TABLE_ROW, line.start, line.end
    elif line.body > line.start == passage.start:
        yield Rule.NUMBERED, line.start, line.body
    yield from telling.requests[:1]
    yield from filter(None, (telling.agreement, telling.question))
    yield from anchor.marks
    if anchor.path and not anchor.marks and passage.place_mark:
        yield passage.place_mark
    yield from passage.marks


def _weigh(telling: Sentence, anchor: Anchor, kind: float) -> float:
    """Return how sure a point is: that it asks, what for, and where."""
    asks = 0.95 if telling.is_explicit else 0.85 if telling.agreement or telling.question else 0.7
    where = anchor.confidence if anchor.path else 0.5 if anchor.candidates else 0.7
    return round(asks * (0.4 + 0.35 * kind + 0.25 * where), 3)
