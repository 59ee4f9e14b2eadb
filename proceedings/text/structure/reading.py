"""Paragraphs → outline: a state machine that believes a mark only where its number is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from proceedings.text.provisions import Kind, Role
from proceedings.text.structure.appendices import is_unnamed_appendix, open_appendix, place_in_appendix
from proceedings.text.structure.articles import Verdict, judge_article, restarts
from proceedings.text.structure.branches import Branch
from proceedings.text.structure.divisions import judge_division, open_division
from proceedings.text.structure.finishing import finish
from proceedings.text.structure.growing import GrowingText
from proceedings.text.structure.inside import ArticleReader
from proceedings.text.structure.lines import clean
from proceedings.text.structure.manuscript import Manuscript, prepare
from proceedings.text.structure.markers import Marker, Strength, khoan_marker
from proceedings.text.structure.numbers import BEFORE_FIRST, Relation, relate
from proceedings.text.structure.outline import Doubt, Outline
from proceedings.text.structure.quotes import Quoted
from proceedings.text.structure.surroundings import (
    appendix_of,
    introduces_amendment,
    is_ground,
    is_signature,
)
from proceedings.text.structure.titles import article_title, start_of_next

_ANEW: Final = Verdict(True, 0.6, "out_of_order")


class _Region(Enum):
    HEAD = "head"
    BODY = "body"
    END = "end"
    APPENDIX = "appendix"


def read_structure(paragraphs: Sequence[str]) -> Outline:
    """Return the texts that paragraphs hold, each as a tree of units, and what a person should look at.

    The leaves, joined, are ``"\\n".join(paragraphs)`` to the letter: nothing is repaired, dropped or moved. A mark
    opens a unit where its number is the next of its row, an inserted one, or a jump that later numbers confirm.
    """
    source = "\n".join(paragraphs)
    reader = _Reader(prepare(source))
    reader.read()
    return finish(reader.manuscript, reader.texts, reader.doubts)


@dataclass(slots=True, eq=False)
class _Reader:
    manuscript: Manuscript
    texts: list[GrowingText] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    region: _Region = _Region.HEAD
    region_line: int = 0  # where the present region, or the last unit in it, began
    inside: ArticleReader = field(init=False)

    def __post_init__(self) -> None:
        self.inside = ArticleReader.of(self.manuscript, self.doubts)
        self.texts.append(GrowingText(0))

    @property
    def text(self) -> GrowingText:
        return self.texts[-1]

    def read(self) -> None:
        place = 0
        while place < len(self.manuscript.lines):
            place = self._read_line(place) + 1

    def _read_line(self, place: int) -> int:
        """Place one line, or a heading over several; return the last line that was placed."""
        manuscript, text = self.manuscript, self.text
        line = manuscript.lines[place]
        if manuscript.idle[place]:
            text.extend(line)
            return place
        marker = manuscript.heading(place)
        if marker is not None and marker.strength > Strength.CITATION:
            last = self._read_heading(place, marker)
            if last is not None:
                return last
        if manuscript.quoted[place] is not Quoted.NO or place in manuscript.contents:
            text.extend(line)
        elif not self._open_surroundings(place):
            self._place(place)
        return place

    def _read_heading(self, place: int, marker: Marker) -> int | None:
        """Open the unit that a line marks and return its last line; None where it opens none."""
        is_anew = self._is_counted_anew(marker)
        if not is_anew and self._begins_text(place, marker):
            return self._read_heading(place, marker)
        text = self.text
        if self.region in (_Region.APPENDIX, _Region.END) and not self._goes_on(place, marker):
            return None
        if marker.kind is not Kind.DIEU:
            if self.manuscript.quoted[place] is Quoted.UNCLOSED:
                return None
            verdict = judge_division(self.manuscript, place, marker, text)
            if not verdict.is_unit:
                return None
            self._doubt(verdict, place, marker, text.last.get(marker.kind, BEFORE_FIRST)[0] + 1)
            last = open_division(self.manuscript, place, marker, text, verdict.confidence)
        else:
            verdict = _ANEW if is_anew else judge_article(self.manuscript, place, marker, text.last_article)
            if self.manuscript.quoted[place] is Quoted.UNCLOSED:
                if relate(text.last_article, marker.value) is not Relation.NEXT or not verdict.is_unit:
                    return None
                self.doubts.append(
                    Doubt("open_quote", _label(marker), start=self.manuscript.lines[place].start)
                )
                self.manuscript.leave_quotation(place)
            self._doubt(verdict, place, marker, text.last_article[0] + 1)
            if not verdict.is_unit:
                return None
            last = self._open_article(place, marker, verdict)
        self.region, self.region_line = _Region.BODY, last + 1
        return last

    def _open_article(self, place: int, marker: Marker, verdict: Verdict) -> int:
        text, lines = self.text, self.manuscript.lines
        heading, last = article_title(self.manuscript, place, marker)
        body = lines[place].after(marker.length)
        is_footnote = verdict.doubt == "footnote_in_number"
        number = str(verdict.count) if is_footnote else marker.number
        branch = Branch(
            Kind.DIEU,
            lines[place].start,
            lines[last].end,
            number=number,
            word=marker.word if marker.word.casefold() == "điều" else "Điều",
            mark=lines[place].raw[: body - lines[place].start].strip(),
            heading=heading,
            head_end=lines[last].end,
            body=lines[last].end,
            confidence=verdict.confidence,
            value=(verdict.count, "") if verdict.count else marker.value,
        )
        text.open_unit(branch)
        self.manuscript.titles.add(last)
        text.last_article, text.nested = branch.value, ""
        text.articles += 1
        first = khoan_marker(heading)
        if first is not None and first.value == (1, "") and self.inside.confirms(last, first, (2, "")):
            branch.last_khoan, branch.style = (1, ""), first.style
            self.doubts.append(Doubt("khoan_in_heading", f"Điều {branch.number}", start=branch.start))
        return last

    def _begins_text(self, place: int, marker: Marker) -> bool:
        """Begin the next text where its first unit is in this line; tell whether that was so."""
        text, manuscript = self.text, self.manuscript
        if text.articles == 0 or marker.value > (1, ""):
            return False
        if introduces_amendment(manuscript.text_before(place)):
            return False
        article_place, article = place, marker
        if marker.kind is not Kind.DIEU:
            following = next(iter(manuscript.next_articles(place, 1)), None)
            if following is None or marker.strength is not Strength.FULL:
                return False
            article_place, article = following
        if article.value != (1, "") or manuscript.quoted[article_place] is not Quoted.NO:
            return False
        is_after_text = self.region is not _Region.APPENDIX
        start, is_announced = start_of_next(manuscript, self.region_line, place, is_after_text=is_after_text)
        if not is_after_text and (not is_announced or self._is_in_form()):
            return False
        is_announced = is_announced or (marker.kind is not Kind.DIEU and self._is_first_of_kind(marker))
        is_after_end = self.region is _Region.END
        if not restarts(
            manuscript, article_place, article, is_announced=is_announced, is_after_end=is_after_end
        ):
            return False
        self._begin_text(start, place)
        return True

    def _is_counted_anew(self, marker: Marker) -> bool:
        """Tell Điều 1 right below the heading of a later chapter: the articles of this text begin anew in each."""
        stack = self.text.stack
        return (
            marker.kind is Kind.DIEU
            and marker.value == (1, "")
            and marker.strength is Strength.FULL
            and self.text.articles > 0
            and self.region is _Region.BODY
            and bool(stack)
            and stack[-1].kind is not Kind.DIEU
            and stack[0].value > (1, "")
        )

    def _is_in_form(self) -> bool:
        """Tell an appendix that is a form: what it holds is to be filled in, even a whole regulation."""
        return bool(self.text.stack) and clean(self.text.stack[0].mark).casefold().startswith(("mẫu", "biểu"))

    def _is_first_of_kind(self, marker: Marker) -> bool:
        return marker.value[0] <= 1 and marker.kind in (Kind.CHUONG, Kind.PHAN)

    def _begin_text(self, start: int, place: int) -> None:
        lines = self.manuscript.lines
        if self.region is _Region.APPENDIX and not _has_words(self.manuscript, self.region_line + 1, start):
            start = self.region_line  # the regulation is the appendix itself
        self.text.cut(lines[start].start)
        self.texts.append(GrowingText(lines[start].start, first_line=start))
        self.region, self.region_line = _Region.HEAD, start
        for index in range(start, place):
            self._place_head(index)

    def _goes_on(self, place: int, marker: Marker) -> bool:
        """Tell whether the text goes on after what looked like its end: the next number stands here in full."""
        if marker.kind is not Kind.DIEU or self.region is _Region.APPENDIX:
            return False
        return relate(
            self.text.last_article, marker.value
        ) is Relation.NEXT and self.manuscript.is_ended_before(place)

    def _open_surroundings(self, place: int) -> bool:
        """Open an appendix or the signatures where a line says so and no article of the text follows."""
        text, line = self.text, self.manuscript.lines[place]
        if text.articles == 0:
            return False
        is_open = self.manuscript.may_go_on(place) or not (
            line.clean[:6].isupper() or self.manuscript.is_ended_before(place)
        )
        appendix = None if is_open else appendix_of(line.clean)
        if appendix is None and self.region is _Region.END and is_unnamed_appendix(self.manuscript, place):
            appendix = "", 0
        if appendix is not None and not self._is_continued(place):
            open_appendix(text, line, *appendix)
            self.region, self.region_line = _Region.APPENDIX, place
            return True
        if self.region is _Region.BODY and is_signature(line.clean) and not self._is_continued(place):
            text.add_text(line, Role.SIGNATURE, at_top=True)
            self.region, self.region_line = _Region.END, place
            return True
        return False

    def _is_continued(self, place: int) -> bool:
        due = (self.text.last_article[0] + 1, "")
        for _, found in self.manuscript.next_articles(place):
            if found.value == (1, ""):
                return False
            if found.value == due and found.strength is Strength.FULL:
                return self.region is _Region.BODY
        return False

    def _place(self, place: int) -> None:
        if self.region is _Region.BODY:
            self.inside.place_line(self.text, place)
        elif self.region is _Region.HEAD:
            self._place_head(place)
        elif self.region is _Region.APPENDIX:
            place_in_appendix(self.text, self.manuscript.lines[place])
        else:
            self.text.extend(self.manuscript.lines[place])

    def _place_head(self, place: int) -> None:
        text, line = self.text, self.manuscript.lines[place]
        if text.cursor is not None and text.cursor.role is Role.TITLE and is_ground(line.clean):
            text.add_text(line, Role.PREAMBLE, at_top=True)
        else:
            text.extend(line)

    def _doubt(self, verdict: Verdict, place: int, marker: Marker, expected: int) -> None:
        if verdict.doubt:
            due = str(expected) if verdict.doubt in ("gap", "out_of_order") else ""
            start = self.manuscript.lines[place].start
            self.doubts.append(Doubt(verdict.doubt, _label(marker), due, start))


def _has_words(manuscript: Manuscript, first: int, end: int) -> bool:
    return any(not manuscript.idle[index] for index in range(first, end))


def _label(marker: Marker) -> str:
    return f"{marker.word.capitalize()} {marker.number}"
