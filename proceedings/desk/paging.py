"""Pages of a list: which rows are shown, and the links to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Links:
    """The rows from ``start`` to ``end``, and what the component of pages takes."""

    start: int
    end: int
    pages: tuple[dict[str, Any], ...]
    previous_href: str
    next_href: str


def page_links(count: int, page: int, size: int, href: str) -> Links:
    """Return the links of a list of ``count`` rows at a page from 1; a page that is not there is the nearest one."""
    last = max(1, -(-count // size))
    page = min(max(page, 1), last)
    near = [number for number in range(1, last + 1) if number in (1, last) or abs(number - page) <= 2]
    pages: list[dict[str, Any]] = []
    for number in near:
        if pages and number - pages[-1]["number"] > 1:
            pages.append({"is_gap": True, "number": number - 1})
        pages.append({"number": number, "href": f"{href}{number}", "is_current": number == page})
    return Links(
        (page - 1) * size,
        page * size,
        tuple(pages) if last > 1 else (),
        f"{href}{page - 1}" if page > 1 else "",
        f"{href}{page + 1}" if page < last else "",
    )
