"""The pictures of a workshop: its committees in the shape of the country, its bodies by region, its documents."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from proceedings.publishing.pages.site import WorkshopLine
from proceedings.publishing.pictures.numbers import BodiesChart, DocumentsBar, draw_bodies, draw_documents_bar
from proceedings.publishing.pictures.tilemap import Period, Tile, TileMap, TileState, draw_tile_map, slugs_on
from proceedings.queries.committees import Share
from proceedings.queries.regions import NEW_MAP, southward
from proceedings.queries.workshops import Head, Numbers
from proceedings.text.sorting import sort_key

Asked = Mapping[str, tuple[bool, int, int]]


def committees_map(head: Head, shares: Iterable[Share], root: str) -> TileMap | None:
    """Draw the committees of a workshop; every tile leads to the committee's page there."""
    asked = {share.body.slug: (share.asked, len(share.lines), share.live_count) for share in shares}
    return _draw(asked, head.held_on, f"{root}committees/")


def line_map(line: WorkshopLine, site_root: str) -> TileMap | None:
    """Draw the committees of a workshop that stands in a list."""
    day = datetime.date.fromisoformat(line.held_on) if line.held_on else None
    return _draw(dict(line.shares), day, f"{site_root}workshops/{line.slug}/committees/")


def name_index(picture: TileMap | None) -> list[Tile]:
    """Return the committees of a map as a dictionary lists them."""
    return sorted(picture.committees, key=lambda tile: sort_key(tile.label)) if picture else []


def regions_chart(shares: Iterable[Share]) -> BodiesChart | None:
    """Draw the committees that were asked, by region from north to south; None where none was."""
    groups: dict[str, list[Share]] = {}
    for share in shares:
        if share.asked:
            groups.setdefault(share.body.region, []).append(share)
    if not groups:
        return None
    return draw_bodies(
        [
            (
                region,
                len(members),
                sum(bool(share.lines) for share in members),
                sum(bool(share.live_count) for share in members),
            )
            for region, members in sorted(groups.items(), key=lambda item: southward(item[0]))
        ]
    )


def documents_picture(numbers: Numbers) -> DocumentsBar | None:
    """Draw every document as a stroke, those presented live taller; None while there is none."""
    return draw_documents_bar(total=numbers.documents, live=numbers.live) if numbers.documents else None


def map_caption() -> str:
    """Return what the map shows, in a sentence."""
    return _(
        "Mỗi ô là một cấp ủy, xếp theo hình đất nước từ bắc xuống nam; chọn một ô để xem cấp ủy ấy đã góp ý gì."
    )


def _draw(asked: Asked, day: datetime.date | None, root: str) -> TileMap | None:
    period = _period(frozenset(asked), day)
    if period is None or not asked:
        return None
    return draw_tile_map(period, {slug: (f"{root}{slug}/", _state(*did)) for slug, did in asked.items()})


def _period(slugs: frozenset[str], day: datetime.date | None) -> Period | None:
    """Return the map on which all these committees stand, that of the day first; None where none has them all."""
    periods: tuple[Period, ...] = ("2021", "today") if day and day < NEW_MAP else ("today", "2021")
    return next((period for period in periods if slugs <= slugs_on(period)), None)


def _state(asked: bool, documents: int, live: int) -> TileState:
    if live:
        return "live"
    if documents:
        return "contributed"
    return "silent" if asked else "unasked"
