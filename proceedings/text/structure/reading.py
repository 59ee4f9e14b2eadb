"""Paragraphs → outline: a state machine that believes a mark only where its number is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from proceedings.text.provisions import Kind, Role
from proceedings.text.structure.articles import Verdict, judge_article, restarts
from proceedings.text.structure.branches import Branch
from proceedings.text.structure.divisions import judge_division, open_division
from proceedings.text.structure.growing import GrowingText
from proceedings.text.structure.inside import ArticleReader
from proceedings.text.structure.manuscript import Manuscript, prepare
from proceedings.text.structure.markers import Marker, Strength, dash_length, khoan_marker
from proceedings.text.structure.numbers import BEFORE_FIRST, Relation, relate
from proceedings.text.structure.outline import Doubt, Node, Outline, TextOutline
from proceedings.text.structure.quotes import Quoted
from proceedings.text.structure.surroundings import (
    appendix_of,
    is_form,
    is_ground,
    is_signature,
    is_upper,
)
from proceedings.text.structure.titles import article_title, start_of_next, title_of
from proceedings.text.structure.written import named

_PARTY: Final = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
_STATE: Final = re.compile(r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI|VIỆT\s+NAM\s+DÂN\s+CHỦ")


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
    return reader.outline()


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
        if self._begins_text(place, marker):
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
            verdict = judge_article(self.manuscript, place, marker, text.last_article)
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
        if not is_after_text and not is_announced:
            return False
        is_announced = is_announced or (marker.kind is not Kind.DIEU and self._is_first_of_kind(marker))
        if not restarts(manuscript, article_place, article, is_announced=is_announced):
            return False
        self._begin_text(start, place)
        return True

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
        is_open = self.manuscript.is_cut_before(place) or self.manuscript.text_before(place).endswith(",")
        appendix = None if is_open else appendix_of(line.clean)
        if appendix is None and self.region is _Region.END and is_form(line.clean):
            appendix = "", 0
        if appendix is not None and not self._is_continued(place):
            self._open_appendix(place, *appendix)
            return True
        if self.region is _Region.BODY and is_signature(line.clean) and not self._is_continued(place):
            text.add_text(line, Role.SIGNATURE, at_top=True)
            self.region, self.region_line = _Region.END, place
            return True
        return False

    def _open_appendix(self, place: int, number: str, mark_length: int) -> None:
        text, line = self.text, self.manuscript.lines[place]
        branch = text.add_text(line, Role.APPENDIX, at_top=True, mark_length=mark_length, confidence=0.85)
        text.stack.append(branch)
        branch.number = number
        branch.heading = line.clean[mark_length:].strip(" *_#")
        branch.head_end = branch.body = line.end
        self.region, self.region_line = _Region.APPENDIX, place

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
            self._place_in_appendix(place)
        else:
            self.text.extend(self.manuscript.lines[place])

    def _place_head(self, place: int) -> None:
        text, line = self.text, self.manuscript.lines[place]
        if text.cursor is not None and text.cursor.role is Role.TITLE and is_ground(line.clean):
            text.add_text(line, Role.PREAMBLE, at_top=True)
        else:
            text.extend(line)

    def _place_in_appendix(self, place: int) -> None:
        text, line = self.text, self.manuscript.lines[place]
        is_table = text.cursor is not None and text.cursor.role is Role.TABLE
        appendix = text.stack[-1]
        if "\t" in line.clean:
            if is_table:
                text.extend(line)
            else:
                text.add_text(line, Role.TABLE)
        elif is_table:
            text.add_text(line, Role.PLAIN)
        else:
            if appendix.head_end == appendix.end and not appendix.children and is_upper(line.clean):
                appendix.heading = f"{appendix.heading} {line.clean}".strip()
                appendix.head_end = appendix.body = line.end
            text.extend(line)

    def _doubt(self, verdict: Verdict, place: int, marker: Marker, expected: int) -> None:
        if verdict.doubt:
            due = str(expected) if verdict.doubt in ("gap", "out_of_order") else ""
            start = self.manuscript.lines[place].start
            self.doubts.append(Doubt(verdict.doubt, _label(marker), due, start))

    def outline(self) -> Outline:
        """Return what was read, with what is doubtful about the whole."""
        source = self.manuscript.source
        texts = tuple(self._finish(text, source) for text in self.texts)
        return Outline(source, texts, (*_doubts_of(self, texts), *self.doubts))

    def _finish(self, text: GrowingText, source: str) -> TextOutline:
        if not any(branch.kind is not Kind.TEXT for branch in text.branches) and source:
            _part(text, self.manuscript)
        nodes: Sequence[Node] = named([branch.node(source) for branch in text.branches])
        end = nodes[-1].end if nodes else text.start
        head = source[text.start : next((node.start for node in nodes if node.kind is not Kind.TEXT), end)]
        lines = [line.clean for line in self.manuscript.lines[text.first_line : text.first_line + 80]]
        upto = max(1, head.count("\n")) if head else 0
        return TextOutline(title_of(lines[:upto]), tuple(nodes), _family_of(head), text.start, end)


def _part(text: GrowingText, manuscript: Manuscript) -> None:
    """A text without units: every paragraph is a leaf, so that each can be pointed at."""
    text.branches, text.cursor, text.stack = [], None, []
    for line in manuscript.lines:
        is_row = "\t" in line.clean
        if text.cursor is not None and (not line.clean or (is_row and text.cursor.role is Role.TABLE)):
            text.extend(line)
        elif length := dash_length(line.clean):
            text.add_text(line, Role.DASH, mark_length=length)
        else:
            text.add_text(line, Role.TABLE if is_row else Role.PLAIN)


def _doubts_of(reader: _Reader, texts: Sequence[TextOutline]) -> list[Doubt]:
    doubts = []
    if not reader.manuscript.source.strip():
        doubts.append(Doubt("no_text"))
    elif not any(text.articles for text in reader.texts):
        doubts.append(Doubt("no_articles"))
    if reader.manuscript.contents:
        doubts.append(Doubt("contents", start=reader.manuscript.lines[min(reader.manuscript.contents)].start))
    if len(texts) > 1:
        doubts.append(Doubt("several_texts", str(len(texts)), start=texts[1].start))
    return doubts


def _family_of(head: str) -> str:
    capitals = head.upper()
    if _PARTY.search(capitals):
        return "party"
    return "state" if _STATE.search(capitals) else ""


def _has_words(manuscript: Manuscript, first: int, end: int) -> bool:
    return any(not manuscript.idle[index] for index in range(first, end))


def _label(marker: Marker) -> str:
    return f"{marker.word.capitalize()} {marker.number}"
