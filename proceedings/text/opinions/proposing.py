"""The points of one contribution, proposed from its text alone and from the draft it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from proceedings.text.opinions import phrases
from proceedings.text.opinions.anchoring import Anchor, Surveyor, is_complete
from proceedings.text.opinions.draft import DraftIndex
from proceedings.text.opinions.grouping import group_sentences
from proceedings.text.opinions.kinds import judge
from proceedings.text.opinions.lines import Line, is_short, read_lines
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quotes, split_sentences
from proceedings.text.opinions.shapes import Kind, Proposal, Reason, Rule
from proceedings.text.opinions.signals import Listener, Sentence, Surroundings
from proceedings.text.opinions.summing import sum_up
from proceedings.text.opinions.wordings import find_wording

#: How many lines may stand between a heading and its label line.
_OPENING: Final = 30

Mark = tuple[Rule, int, int]


def propose(text: str, draft: DraftIndex | None = None) -> tuple[Proposal, ...]:
    """Return what a contribution says, in its order: its points, and every other passage as no request.

    The proposals never overlap, and every word of ``text`` lies in one. Offsets are code points of ``text`` as given,
    in whatever normal form, blanks and line ends it has. Without a draft no anchor is given. Takes time in
    proportion to the length of the text; any text is read, none is refused.
    """
    reader = _Reader(text, draft)
    return tuple(reader.write(found) for found in reader.read())


@dataclass(slots=True)
class _Passage:
    """A passage while it is put together; its span may still grow by reasons and quoted provisions."""

    start: int
    end: int
    sentences: list[Sentence] = field(default_factory=list)
    line: Line | None = None
    place: str = ""
    place_mark: Mark | None = None
    plain_rule: Rule = Rule.CONTEXT
    marks: list[Mark] = field(default_factory=list)

    @property
    def is_point(self) -> bool:
        return any(sentence.speaks for sentence in self.sentences)


class _Reader:
    """Reads the lines of one text, the heading above them in mind."""

    def __init__(self, text: str, draft: DraftIndex | None) -> None:
        self._plain = Plain(text)
        self._draft = draft
        self._quotes = Quotes(self._plain.cased)
        self._surveyor = Surveyor(self._plain, self._quotes, draft)
        self._listener = Listener(self._plain, self._quotes)
        self._cited = [
            (one.start, one.end) for one in self._surveyor.spoken_about(0, len(self._plain.cased))
        ]
        self._place = ""
        self._place_mark: Mark | None = None

    def read(self) -> list[_Passage]:
        passages: list[_Passage] = []
        for line in read_lines(self._plain):
            if passages and self._goes_on(passages[-1], line):
                self._append(passages[-1], line)
            else:
                passages.extend(self._read_line(line))
        return passages

    def _goes_on(self, last: _Passage, line: Line) -> bool:
        """Return whether a line belongs to the point above it: a quoted provision, a reason, the words under a heading."""
        quote = self._quotes.at(line.start)
        if quote is not None and quote.start < line.start and quote.start >= last.start:
            return True
        if self._is_labelled(last, line):
            return True
        if not last.is_point:
            return False
        opens_quote = quote is not None and quote.start == line.start
        if opens_quote and self._plain.lower[: last.end].endswith(":"):
            return True
        if line.frame or not phrases.MOTIVE.match(self._plain.lower, line.start, line.end):
            return False
        return not any(one.is_explicit or one.question for one in self._listen(line))

    def _is_labelled(self, last: _Passage, line: Line) -> bool:
        """Return whether "Ý kiến: …" stands right under the heading that says what it is about."""
        is_under = last.plain_rule is Rule.HEADING and last.place_mark is not None and not last.is_point
        return is_under and phrases.LABEL.match(self._plain.lower, line.body, line.end) is not None

    def _append(self, last: _Passage, line: Line) -> None:
        last.end = line.end
        if not last.is_point:
            last.sentences.extend(self._listen(line))
            last.line = last.line or line
        last.marks.append((Rule.MOTIVE, line.start, line.end) if last.is_point else (Rule.CONTEXT, line.start, line.end))

    def _read_line(self, line: Line) -> list[_Passage]:
        if line.frame:
            rule = line.frame[0]
            if rule is Rule.HEADING:
                self._take_place(line)
            return [self._no_request(line, rule)]
        sentences = self._listen(line)
        if self._is_heading(line, sentences):
            self._take_place(line)
            return [self._no_request(line, Rule.HEADING)]
        if rule_found := self._closing(line, sentences):
            return [self._no_request(line, rule_found)]
        groups = group_sentences(self._plain, sentences, self._opens)
        return [
            _Passage(group[0].start, group[-1].end, group, line, self._place, self._place_mark) for group in groups
        ]

    def _listen(self, line: Line) -> list[Sentence]:
        mentions = phrases.OWN_TEXT.search(self._plain.lower, line.start, line.end) is not None
        around = Surroundings(line.is_item, bool(self._place), mentions, self._cites_in(line.start, line.end))
        spans = split_sentences(self._plain.cased, self._plain.lower, self._quotes, line.start, line.end)
        return [
            self._listener.read(start, max(start, line.body) if start == line.start else start, end, around)
            for start, end in spans
        ]

    def _cites_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        return tuple(span for span in self._cited if start <= span[0] < end)

    def _opens(self, sentence: Sentence) -> bool:
        """Return whether a sentence turns to a provision of its own and does more than wish."""
        cited = self._surveyor.spoken_about(sentence.start, min(sentence.end, sentence.start + _OPENING))
        wishes = bool(sentence.requests) and phrases.MODAL.match(
            self._plain.lower, sentence.requests[0][1], sentence.end
        )
        return any(map(is_complete, cited)) and not wishes

    def _is_heading(self, line: Line, sentences: list[Sentence]) -> bool:
        lower = self._plain.lower
        titled = phrases.TITLED_REQUESTS.match(lower, line.body, line.end)
        if titled and titled.end() == line.end:
            return True
        if not is_short(self._plain, line) or any(one.speaks for one in sentences):
            return False
        if line.marker == "roman" or lower[line.start : line.end].endswith(":"):
            return True
        if line.marker == "row":
            return False
        cited = self._cites_in(line.body, min(line.end, line.body + 12))
        return bool(cited) and not lower[line.start : line.end].endswith(".") and len(sentences) == 1

    def _take_place(self, line: Line) -> None:
        """Remember what a heading is about; one that names nothing of the draft ends what was remembered."""
        found = self._surveyor.survey(line.body, line.end, "", [line.end]) if self._draft else Anchor()
        is_named = any(mark[0] in (Rule.CITATION, Rule.NAMED_HEADING) for mark in found.marks)
        self._place = found.path if is_named else ""
        self._place_mark = (Rule.INHERITED, line.start, line.end) if self._place else None

    def _no_request(self, line: Line, rule: Rule) -> _Passage:
        mark = self._place_mark if rule is Rule.HEADING else None
        return _Passage(line.start, line.end, [], line, self._place if mark else "", mark, rule)

    def _closing(self, line: Line, sentences: list[Sentence]) -> Rule | None:
        """Return the rule by which a line is words around the opinions, whatever verbs it has."""
        lower = self._plain.lower
        is_cited = bool(self._cites_in(line.start, line.end))
        if is_cited or line.is_item:
            return None
        if phrases.CLOSING.search(lower, line.start, line.end):
            return Rule.CLOSING
        last = sentences[-1]
        announces = phrases.ANNOUNCED.search(lower, last.body, last.end)
        if announces and lower[: line.end].endswith((":", "sau", "sau.", "sau đây.")) and not any(
            one.agreement for one in sentences
        ):
            return Rule.CONTEXT
        return None

    def write(self, passage: _Passage) -> Proposal:
        if not passage.is_point:
            return self._write_no_request(passage)
        return self._write_point(passage)

    def _write_no_request(self, passage: _Passage) -> Proposal:
        start, end = self._plain.span(passage.start, passage.end)
        reason = Reason(passage.plain_rule, start, end)
        sure = 0.6 if passage.plain_rule is Rule.CONTEXT else 0.9
        return Proposal(start, end, Kind.NO_REQUEST, reasons=(reason,), confidence=sure)

    def _write_point(self, passage: _Passage) -> Proposal:
        stops = [one.end for one in passage.sentences]
        asking = next((one for one in passage.sentences if one.speaks), passage.sentences[0])
        anchor = self._surveyor.survey(passage.start, stops[-1], passage.place, stops)
        has_cited = bool(self._cites_in(passage.start, stops[-1])) or bool(passage.place)
        judged = judge(self._plain, self._quotes, passage.sentences, is_about_text=has_cited or bool(anchor.path))
        quote = find_wording(self._plain, self._quotes, judged.kind, passage.sentences, passage.end)
        marks = [*self._marks(passage, asking), *anchor.marks]
        if anchor.path and not anchor.marks and passage.place_mark:
            marks.append(passage.place_mark)
        if judged.mark:
            marks.append(judged.mark)
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
            wording=self._plain.source[wording[0] : wording[1]],
            wording_start=wording[0],
            wording_end=wording[1],
            summary=sum_up(self._plain, passage.sentences),
            reasons=self._reasons(marks),
            confidence=_weigh(asking, anchor, judged.confidence, passage),
        )

    def _marks(self, passage: _Passage, asking: Sentence) -> list[Mark]:
        line, marks = passage.line, list(passage.marks)
        if line and line.marker == "row":
            marks.append((Rule.TABLE_ROW, line.start, line.end))
        elif line and line.is_item and passage.start == line.start:
            marks.append((Rule.NUMBERED, line.start, line.body))
        marks.extend(asking.requests[:1])
        marks.extend(mark for mark in (asking.agreement, asking.question) if mark)
        return marks

    def _reasons(self, marks: Sequence[Mark]) -> tuple[Reason, ...]:
        spans = ((rule, *self._trimmed(start, end)) for rule, start, end in dict.fromkeys(marks))
        return tuple(Reason(rule, *self._plain.span(start, end)) for rule, start, end in spans)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while end > start + 1 and self._plain.cased[end - 1].isspace():
            end -= 1
        return start, end


def _weigh(asking: Sentence, anchor: Anchor, kind: float, passage: _Passage) -> float:
    """Return how sure a point is: that it asks, what for, and where."""
    asks = 0.95 if asking.is_explicit else 0.85 if asking.agreement or asking.question else 0.7
    where = anchor.confidence if anchor.path else 0.5 if anchor.candidates else 0.7
    return round(asks * (0.4 + 0.35 * kind + 0.25 * where), 3)
