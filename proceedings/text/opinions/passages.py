"""A contribution cut into passages: what makes one point together, and what stands around the points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from proceedings.text.opinions import phrases
from proceedings.text.opinions.anchoring import Surveyor, is_complete
from proceedings.text.opinions.grouping import group_sentences
from proceedings.text.opinions.lines import Line, is_short, read_lines
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quotes, split_sentences
from proceedings.text.opinions.sentences import Mark, Sentence, Surroundings
from proceedings.text.opinions.shapes import Rule
from proceedings.text.opinions.signals import Listener

#: Within so many characters of a sentence stands the provision that it opens with.
_OPENING: Final = 30
#: Within so many characters of a heading's words stands the provision that it names.
_NAMED: Final = 12


@dataclass(slots=True)
class Passage:
    """A passage while it is put together: it grows by the reasons and the quoted provisions below it.

    ``place`` is the path that the heading above names, ``place_mark`` that heading; ``rule`` says why a passage is
    no point.
    """

    start: int
    end: int
    line: Line
    sentences: list[Sentence] = field(default_factory=list)
    place: str = ""
    place_mark: Mark | None = None
    rule: Rule = Rule.CONTEXT
    marks: list[Mark] = field(default_factory=list)

    @property
    def is_point(self) -> bool:
        """Return whether anything in it asks, agrees or wants to know."""
        return any(sentence.speaks for sentence in self.sentences)


class PassageReader:
    """Reads the lines of one text, the heading above them in mind."""

    def __init__(self, plain: Plain, quotes: Quotes, surveyor: Surveyor) -> None:
        self._plain, self._quotes, self._surveyor = plain, quotes, surveyor
        self._listener = Listener(plain, quotes)
        self._place = ""
        self._place_mark: Mark | None = None
        self._place_depth = 0

    def read(self) -> list[Passage]:
        """Return the passages in order; together they hold every line that is not blank."""
        passages: list[Passage] = []
        for line in read_lines(self._plain):
            if passages and self._goes_on(passages[-1], line):
                self._append(passages[-1], line)
            else:
                passages.extend(self._read_line(line))
        return passages

    def _goes_on(self, last: Passage, line: Line) -> bool:
        """Return whether a line belongs to what stands above it."""
        return self._is_quoted_in(last, line) or self._is_labelled(last, line) or self._is_motive(last, line)

    def _is_quoted_in(self, last: Passage, line: Line) -> bool:
        """Return whether a line is of a provision that the point above quotes."""
        quote = self._quotes.at(line.start)
        if quote is None:
            return False
        if last.start <= quote.start < line.start:
            return True
        return last.is_point and quote.start == line.start and self._plain.lower[last.end - 1] == ":"

    def _is_labelled(self, last: Passage, line: Line) -> bool:
        """Return whether "Ý kiến: …" stands right under the heading that says what it is about."""
        is_under = last.rule is Rule.HEADING and last.place_mark is not None and not last.is_point
        return is_under and phrases.LABEL.match(self._plain.lower, line.body, line.end) is not None

    def _is_motive(self, last: Passage, line: Line) -> bool:
        """Return whether a line gives the reason for the point above and asks for nothing itself."""
        if not last.is_point or line.frame:
            return False
        if not phrases.MOTIVE.match(self._plain.lower, line.start, line.end):
            return False
        return not any(one.is_explicit or one.question for one in self._listen(line))

    def _append(self, last: Passage, line: Line) -> None:
        rule = Rule.MOTIVE if self._is_motive(last, line) else Rule.CONTEXT
        if not last.is_point:
            last.sentences.extend(self._listen(line))
        last.end = line.end
        last.marks.append((rule, line.start, line.end))

    def _read_line(self, line: Line) -> list[Passage]:
        if line.frame:
            if line.frame is Rule.HEADING:
                self._take_place(line)
            return [self._no_request(line, line.frame)]
        self._leave_place(line)
        sentences = self._listen(line)
        if self._is_heading(line, sentences):
            self._take_place(line)
            return [self._no_request(line, Rule.HEADING)]
        if rule := self._read_closing(line, sentences):
            return [self._no_request(line, rule)]
        groups = group_sentences(self._plain, sentences, self._opens)
        return [
            Passage(group[0].start, group[-1].end, line, group, self._place, self._place_mark)
            for group in groups
        ]

    def _listen(self, line: Line) -> list[Sentence]:
        mentions = phrases.OWN_TEXT.search(self._plain.lower, line.start, line.end) is not None
        cited = tuple((one.start, one.end) for one in self._surveyor.spoken_about(line.start, line.end))
        around = Surroundings(line.is_item, bool(self._place), mentions, cited)
        plain = self._plain
        spans = split_sentences(plain.cased, plain.lower, self._quotes, line.start, line.body, line.end)
        return [
            self._listener.read(start, line.body if start == line.start else start, end, around)
            for start, end in spans
        ]

    def _opens(self, sentence: Sentence) -> bool:
        """Return whether a sentence turns to a provision of its own and does more than wish."""
        cited = self._surveyor.spoken_about(sentence.start, min(sentence.end, sentence.start + _OPENING))
        wishes = sentence.requests and phrases.MODAL.match(
            self._plain.lower, sentence.requests[0][1], sentence.end
        )
        return not wishes and any(map(is_complete, cited))

    def _is_heading(self, line: Line, sentences: list[Sentence]) -> bool:
        lower = self._plain.lower
        titled = phrases.TITLED_REQUESTS.match(lower, line.body, line.end)
        if titled and titled.end() == line.end:
            return True
        if not is_short(self._plain, line) or any(one.speaks for one in sentences):
            return False
        if line.marker == "roman" or lower[line.end - 1] == ":":
            return True
        names = self._surveyor.spoken_about(line.body, min(line.end, line.body + _NAMED))
        return bool(names) and line.marker != "row" and lower[line.end - 1] != "." and len(sentences) == 1

    def _take_place(self, line: Line) -> None:
        """Remember what a heading is about; one that names nothing of the draft ends what was remembered."""
        found = self._surveyor.survey(line.body, line.end, "", [line.end])
        is_named = any(mark[0] in (Rule.CITATION, Rule.NAMED_HEADING) for mark in found.marks)
        self._place = found.path if is_named else ""
        self._place_mark = (Rule.INHERITED, line.start, line.end) if self._place else None
        self._place_depth = line.depth

    def _leave_place(self, line: Line) -> None:
        """Forget a numbered heading at the next number of its own rank or a higher one."""
        if 0 < line.depth <= self._place_depth:
            self._place, self._place_mark, self._place_depth = "", None, 0

    def _no_request(self, line: Line, rule: Rule) -> Passage:
        is_placing = rule is Rule.HEADING and self._place_mark is not None
        place, mark = (self._place, self._place_mark) if is_placing else ("", None)
        return Passage(line.start, line.end, line, [], place, mark, rule)

    def _read_closing(self, line: Line, sentences: list[Sentence]) -> Rule | None:
        """Return the rule by which a line is words around the opinions, whatever verbs it has."""
        lower = self._plain.lower
        if line.is_item or self._surveyor.spoken_about(line.start, line.end):
            return None
        if phrases.CLOSING.search(lower, line.start, line.end):
            return Rule.CLOSING
        if any(one.agreement for one in sentences) or not lower.endswith(
            phrases.ANNOUNCING, line.start, line.end
        ):
            return None
        announces = phrases.ANNOUNCED.search(lower, sentences[-1].body, line.end) if sentences else None
        return Rule.CONTEXT if announces else None
