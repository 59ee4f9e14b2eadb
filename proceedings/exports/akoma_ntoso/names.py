"""Akoma Ntoso names: which element a provision is, how its number is told from its mark, and its eId.

Phần is ``part``, chương ``chapter``, mục ``section``, tiểu mục ``subsection``, điều ``article``, khoản ``paragraph``
(as in the acts of the European Union: article, paragraph, point; ``clause`` is understood on the way in), điểm
``point``. A text between units is an ``hcontainer`` named by its role; the words before and after the units of a
provision are its ``intro`` and ``wrapUp``. eIds follow the naming convention of Akoma Ntoso 3.0: ``chp_2__sec_1``,
``art_5__para_2__point_đ``; articles run on through a text, so theirs name nothing above them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from proceedings.exports.word_text import legal
from proceedings.text.provisions import Kind, Provision, Role, number_key

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: Attributes and elements of our own, where Akoma Ntoso has none: ``number``, ``text``, ``moved``.
KY: Final = "urn:x-kyyeu:akoma-ntoso:1"
CONTAINER: Final = "hcontainer"
PLAIN_TEXT: Final = "text"

ELEMENTS: Final[Mapping[Kind, str]] = {
    Kind.PHAN: "part",
    Kind.CHUONG: "chapter",
    Kind.MUC: "section",
    Kind.TIEU_MUC: "subsection",
    Kind.DIEU: "article",
    Kind.KHOAN: "paragraph",
    Kind.DIEM: "point",
}
KINDS: Final[Mapping[str, Kind]] = {
    **{element: kind for kind, element in ELEMENTS.items()},
    "clause": Kind.KHOAN,
    CONTAINER: Kind.TEXT,
}
_SHORT: Final[Mapping[str, str]] = {
    "chapter": "chp",
    "section": "sec",
    "subsection": "subsec",
    "article": "art",
    "paragraph": "para",
}
_NUMBER: Final = re.compile(
    r"(?:(?:phần|chương|tiểu mục|mục|điều|khoản|điểm)\b)?\s*(.*?)[\s.:)/–-]*", re.I | re.S
)


def number_in(mark: str, kind: Kind) -> str:
    """Return the number that a printed mark shows, ``Điều 5.`` → ``5``; a text has none."""
    if kind is Kind.TEXT:
        return ""
    found = _NUMBER.fullmatch(mark)
    return found[1] if found else mark


def name_of(role: Role) -> str:
    """Return the name of an ``hcontainer`` or ``container`` that holds a text with this role."""
    return role.value or PLAIN_TEXT


class ElementIds:
    """Gives each element of one document its eId, never the same one twice."""

    def __init__(self) -> None:
        """Begin a document; ``of_path`` tells the eId of each provision that has a path."""
        self.of_path: dict[str, str] = {}
        self._taken: dict[str, int] = {}
        self._places: dict[str, int] = {}

    def of_provision(self, provision: Provision, above: str) -> str:
        """Return the eId of a provision below the element with the eId `above`."""
        element = ELEMENTS.get(provision.kind, CONTAINER)
        step = f"{_SHORT.get(element, element)}_"
        base = "" if provision.kind is Kind.DIEU else above
        number = number_key(legal(provision.number)) if provision.kind is not Kind.TEXT else ""
        eid = self._free(self._below(base, step + number) if number else self._counted(base, step))
        if provision.path:
            self.of_path[provision.path] = eid
        return eid

    def of_part(self, name: str, above: str = "") -> str:
        """Return the eId of the one `name` below an element: ``art_5__intro``."""
        return self._free(self._below(above, name))

    def of_item(self, name: str, above: str = "") -> str:
        """Return the eId of the next of several below an element: ``preface__container_2``."""
        return self._free(self._counted(above, f"{name}_"))

    def _counted(self, above: str, step: str) -> str:
        start = self._below(above, step)
        self._places[start] = self._places.get(start, 0) + 1
        return f"{start}{self._places[start]}"

    def _below(self, above: str, step: str) -> str:
        return f"{above}__{step}" if above else step

    def _free(self, wanted: str) -> str:
        eid = wanted
        while eid in self._taken:
            self._taken[wanted] += 1
            eid = f"{wanted}-{self._taken[wanted]}"
        self._taken[eid] = 1
        return eid
