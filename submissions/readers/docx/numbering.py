"""Automatic numbers of lists, as Word shows them: "Điều 5.", "a)", "1.2.3", "Chương IV" …"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from lxml import etree

from submissions.readers.docx.names import MC as _MC
from submissions.readers.docx.names import VAL, W, branch_of, is_on, number_of, value_of
from submissions.readers.docx.number_forms import write_number, write_padded
from submissions.readers.docx.signs import shown_bullet
from submissions.readers.docx.styles import Styles

LEVELS: Final = 9
_PLACE = re.compile("%([1-9])")
_DEEPEST: Final = 10
_LONGEST: Final = 255
"""Characters before a paragraph, as many as Word takes."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart`` is the level (from 1) whose number begins this one anew; 0 for never."""

    form: str = "decimal"
    text: str = ""
    start: int = 0
    suffix: str = "tab"
    restart: int | None = None
    is_legal: bool = False
    pattern: str = ""
    font: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: the abstract list whose counters it shares, its levels, and where it begins anew."""

    abstract: int
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Label(NamedTuple):
    """A number as it stands before its paragraph, with the blank after it; the font it is set in, if it has its own."""

    text: str
    font: str | None
    is_bullet: bool


class Numbering:
    """The lists that a document defines."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Take the root of the part, None where the file has none."""
        self._styles = styles
        self._lists: dict[int, _List] = {}
        if root is None:
            return
        elements = {number_of(each.get(f"{W}numId")): each for each in root.iterchildren(f"{W}num")}
        abstracts = {
            number_of(each.get(f"{W}abstractNumId")): each for each in root.iterchildren(f"{W}abstractNum")
        }
        self._elements, self._abstracts = elements, abstracts
        for number, element in elements.items():
            if number is not None:
                self._lists[number] = self._read_list(element)

    def get(self, number: int) -> _List | None:
        """Return a list by the number of its w:num."""
        return self._lists.get(number)

    def level_of_style(self, number: int, lineage: Iterable[str]) -> int | None:
        """Return the level of a list that is tied to a style or to one that it is based on."""
        found = self._lists.get(number)
        for style in lineage if found else ():
            for place, level in found.levels.items() if found else ():
                if level.style == style:
                    return place
        return None

    def _read_list(self, element: etree._Element) -> _List:
        abstract, source = self._abstract_of(element, _DEEPEST)
        levels = self._levels_in(source)
        starts: dict[int, int] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            place = number_of(override.get(f"{W}ilvl")) or 0
            levels.update(self._levels_in(override))
            start = number_of(value_of(override, "startOverride"))
            if start is not None:
                starts[place] = start
                levels[place] = replace(levels.get(place, Level()), start=start)
        return _List(abstract, levels, starts)

    def _abstract_of(self, element: etree._Element, left: int) -> tuple[int, etree._Element | None]:
        number = number_of(value_of(element, "abstractNumId"))
        abstract = self._abstracts.get(number)
        link = value_of(abstract, "numStyleLink")
        if link and left:  # the list of a numbering style
            target = self._elements.get(self._styles.list_of(link))
            if target is not None and target is not element:
                return self._abstract_of(target, left - 1)
        return -1 if number is None else number, abstract

    def _levels_in(self, parent: etree._Element | None) -> dict[int, Level]:
        levels = {}
        for element in () if parent is None else parent.iterchildren(f"{W}lvl"):
            place = number_of(element.get(f"{W}ilvl"))
            if place is not None and 0 <= place < LEVELS:
                levels[place] = self._read_level(element)
        return levels

    def _read_level(self, element: etree._Element) -> Level:
        form, pattern = _form_of(element)
        text = element.find(f"{W}lvlText")
        return Level(
            form=form,
            pattern=pattern,
            text="" if text is None else text.get(VAL, "")[:_LONGEST],
            start=number_of(value_of(element, "start")) or 0,
            suffix=value_of(element, "suff") or "tab",
            restart=number_of(value_of(element, "lvlRestart")),
            is_legal=bool(is_on(element.find(f"{W}isLgl"))),
            font=self._styles.font_in(element.find(f"{W}rPr")),
            style=value_of(element, "pStyle"),
        )


class Counters:
    """Counts through one view of a document from its first paragraph to its last."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, number: int, place: int) -> Label | None:
        """Count one paragraph of a list and return what stands before it, None where nothing does."""
        found = self._numbering.get(number)
        level = found.levels.get(place) if found else None
        if found is None or level is None:
            return None
        values = self._values.setdefault(found.abstract, {})
        begins = place in found.starts and (number, place) not in self._begun
        self._begun.add((number, place))
        values[place] = level.start if begins or place not in values else values[place] + 1
        for deeper in [each for each in values if each > place]:
            restart = found.levels.get(deeper, level).restart
            if restart is None or place < restart:
                del values[deeper]
        return _label(found, level, values)


def _label(found: _List, level: Level, values: dict[int, int]) -> Label | None:
    if level.form == "bullet":
        text = shown_bullet(level.text, level.font or "")
    else:
        text = _PLACE.sub(
            lambda place: _written(found, int(place[1]) - 1, values, level.is_legal), level.text
        )[:_LONGEST]
    if not text.strip():
        return None
    return Label(text if level.suffix == "nothing" else f"{text} ", level.font, level.form == "bullet")


def _written(found: _List, place: int, values: dict[int, int], is_legal: bool) -> str:
    level = found.levels.get(place)
    if level is None:
        return ""
    number = values.get(place, level.start)
    if level.pattern and not is_legal:
        return write_padded(number, level.pattern)
    form = "decimal" if is_legal and level.form not in ("none", "bullet") else level.form
    return write_number(number, form)


def _form_of(element: etree._Element) -> tuple[str, str]:
    """The form of a level, and the pattern of one that is the writer's own (001, 002 …)."""
    form = element.find(f"{W}numFmt")
    alternatives = element.find(f"{_MC}AlternateContent")
    if form is None and alternatives is not None:
        branch = branch_of(alternatives)
        form = None if branch is None else branch.find(f"{W}numFmt")
    if form is None:
        return "decimal", ""
    name = form.get(VAL, "decimal")
    return ("decimal", form.get(f"{W}format", "")) if name == "custom" else (name, "")
