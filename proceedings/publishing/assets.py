"""What pages are dressed in, at addresses that hold their hash."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from proceedings.publishing.icon import icon, icon_path
from proceedings.publishing.rendering import Rendered, compressed
from proceedings.publishing.stylesheet import (
    desk_stylesheet,
    desk_stylesheet_path,
    draft_stylesheet,
    draft_stylesheet_path,
    stylesheet,
    stylesheet_path,
)


@cache
def assets() -> tuple[tuple[str, str, Rendered], ...]:
    """Return address, media type and bytes of everything that a page of today links."""
    return tuple(_assets())


def _assets() -> Iterator[tuple[str, str, Rendered]]:
    yield stylesheet_path(), "text/css; charset=utf-8", compressed(stylesheet().decode())
    yield draft_stylesheet_path(), "text/css; charset=utf-8", compressed(draft_stylesheet().decode())
    yield desk_stylesheet_path(), "text/css; charset=utf-8", compressed(desk_stylesheet().decode())
    yield icon_path(), "image/svg+xml", compressed(icon())
