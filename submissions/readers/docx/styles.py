"""The styles of a DOCX: which font, list, outline level and visibility a paragraph or a run has by its style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from lxml import etree

from submissions.readers.docx.names import DRAWING, W, is_on, number_of, value_of

_DEEPEST: Final = 20
_HEADING = re.compile(r"heading ([1-9])$", re.I)
_BODY_LEVEL: Final = 9


class Style(NamedTuple):
    """What a style gives, with what it inherits; None where it says nothing. ``lineage`` are its id and its bases'."""

    font: str | None = None
    is_hidden: bool | None = None
    outline: int | None = None
    list_number: int | None = None
    list_level: int | None = None
    lineage: tuple[str, ...] = ()


class Styles:
    """The table of styles, looked up by id and resolved once."""

    def __init__(self, root: etree._Element | None = None, theme: etree._Element | None = None) -> None:
        """Take the roots of the parts, None where the file has none."""
        self._theme = _theme_fonts(theme)
        self._elements: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._resolved: dict[str, Style] = {}
        self.font = ""
        if root is None:
            return
        for element in root.iterchildren(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._elements.setdefault(name, element)
            if is_on_attribute(element.get(f"{W}default")):
                self._defaults[element.get(f"{W}type", "")] = name
        self.font = self.font_in(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) or ""

    def of_paragraph(self, name: str | None) -> Style:
        """Return a paragraph's style; the default one where it names none or an unknown one."""
        if name is None or name not in self._elements:
            name = self._defaults.get("paragraph", "")
        return self._resolve(name)

    def of_run(self, name: str | None) -> Style:
        """Return a run's style, saying nothing where it names none."""
        return self._resolve(name) if name else Style()

    def borders_of(self, name: str | None) -> etree._Element | None:
        """Return the borders that a table's style gives, the nearest of its lineage."""
        for each in self._lineage(name or self._defaults.get("table", "")):
            found = self._elements[each].find(f"{W}tblPr/{W}tblBorders")
            if found is not None:
                return found
        return None

    def list_of(self, name: str | None) -> int | None:
        """Return the number of the list that a numbering style stands for."""
        element = self._elements.get(name or "")
        return None if element is None else number_of(value_of(element.find(f"{W}pPr/{W}numPr"), "numId"))

    def font_in(self, properties: etree._Element | None) -> str | None:
        """Return the font that run properties name, for letters beyond ASCII; a theme's font by its name."""
        fonts = None if properties is None else properties.find(f"{W}rFonts")
        if fonts is None:
            return None
        for side in ("hAnsi", "ascii"):
            themed = self._theme.get(fonts.get(f"{W}{side}Theme", ""))
            if font := themed or fonts.get(W + side):
                return font
        return None

    def _resolve(self, name: str) -> Style:
        if name not in self._resolved:
            self._resolved[name] = self._merge(self._lineage(name))
        return self._resolved[name]

    def _lineage(self, name: str) -> tuple[str, ...]:
        names: list[str] = []
        while name in self._elements and name not in names and len(names) < _DEEPEST:
            names.append(name)
            name = value_of(self._elements[name], "basedOn") or ""
        return tuple(names)

    def _merge(self, lineage: tuple[str, ...]) -> Style:
        said: dict[str, Any] = {}
        for name in reversed(lineage):
            own = self._own(self._elements[name])._asdict()
            said |= {field: value for field, value in own.items() if value is not None}
        return Style(**{**said, "lineage": lineage})

    def _own(self, element: etree._Element) -> Style:
        run, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
        numbers = None if paragraph is None else paragraph.find(f"{W}numPr")
        outline = number_of(value_of(paragraph, "outlineLvl"))
        if outline is None and (heading := _HEADING.match(value_of(element, "name") or "")):
            outline = int(heading[1]) - 1
        return Style(
            font=self.font_in(run),
            is_hidden=is_on(None if run is None else run.find(f"{W}vanish")),
            outline=outline,
            list_number=number_of(value_of(numbers, "numId")),
            list_level=number_of(value_of(numbers, "ilvl")),
        )


def heading_level(outline: int | None) -> int:
    """Return a heading's level from 1, or 0 for body text."""
    return outline + 1 if outline is not None and 0 <= outline < _BODY_LEVEL else 0


def is_on_attribute(value: str | None) -> bool:
    """Tell whether an attribute of yes or no says yes."""
    return (value or "0").lower() in ("1", "true", "on")


def _theme_fonts(theme: etree._Element | None) -> Mapping[str, str]:
    if theme is None:
        return {}
    fonts = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{DRAWING}{kind}Font/{DRAWING}latin")
        if latin is not None:
            fonts[f"{kind}HAnsi"] = fonts[f"{kind}Ascii"] = latin.get("typeface", "")
    return fonts
