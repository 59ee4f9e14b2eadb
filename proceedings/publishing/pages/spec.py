"""One page of an edition before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PageSpec:
    """An address, the template that draws it, and all that the template may read.

    ``content`` is a frozen dataclass of plain values: its ``repr`` is what the page is made from, so that an
    unchanged page is known without being rendered. ``heading`` and ``passage`` are what a search finds here.
    """

    path: str
    template: str
    content: Any
    section: str = "workshops"
    is_site_page: bool = False
    heading: str = ""
    passage: str = ""
