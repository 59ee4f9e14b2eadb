"""The tile map of the committees: who presented, contributed, kept silent or was not asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from proceedings.publishing.pictures.grids import GRID_2021, GRID_TODAY, ISLANDS, PLACES, SHORT, UNCHANGED

Period = Literal["2021", "today"]
TileState = Literal["live", "contributed", "silent", "unasked", "island"]
Committees = Mapping[str, tuple[str, TileState]]

TILE = 100  # drawing units; the picture scales to the column it stands in
MARKS: Mapping[TileState, str] = {"live": "T", "contributed": "G", "silent": "–", "unasked": "", "island": ""}
# Where the key stands: the first row of the empty west beside the central coast.
KEY_ROW: Mapping[Period, int] = {"2021": 9, "today": 7}
KEY_STEP = 56


class UnknownCommittee(ValueError):
    """A slug was given that has no tile on this map; nothing is left off a picture in silence."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a tile's label; `y` is the base line inside the tile."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Tile:
    """One square of the map; `x` and `y` are drawing units, `lines` the name broken for the square."""

    slug: str
    label: str
    lines: tuple[Line, ...]
    x: int
    y: int
    href: str
    state: TileState
    mark: str
    words: str
    belongs_to: str = ""

    @property
    def name(self) -> str:
        """The accessible name: the place first, then what it did, in words."""
        return f"{self.label}: {self.words}" if self.words else self.label


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of the key, with how many committees it counts."""

    state: TileState
    mark: str
    label: str
    count: int
    y: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The picture: `tiles` north to south, west to east; `committees` the same without the archipelagos."""

    tiles: tuple[Tile, ...]
    committees: tuple[Tile, ...]
    key: tuple[KeyEntry, ...]
    width: int
    height: int


def slugs_on(period: Period) -> frozenset[str]:
    """Slugs of the committees that have a tile in this period: 63 in "2021", 34 in "today"."""
    return frozenset(_slug(code, period) for code, _column, _row in _cells(period) if code in PLACES)


def draw_tile_map(period: Period, committees: Committees) -> TileMap:
    """Draw every tile of the period; `committees` maps slug → (href or "", state).

    A committee that is not mentioned is drawn as not asked. Hoàng Sa and Trường Sa are always drawn; they
    lead where the committee they belong to leads, and are never counted. Raises UnknownCommittee for a slug
    without tile.
    """
    if strangers := sorted(set(committees) - slugs_on(period)):
        raise UnknownCommittee(f"no tile on the map of {period} for: {', '.join(strangers)}")
    cells = tuple(_cells(period))
    tiles = tuple(_tile(code, column, row, period, committees) for code, column, row in cells)
    counted = tuple(tile for tile in tiles if tile.state != "island")
    return TileMap(
        tiles=tiles,
        committees=counted,
        key=_key(counted, period),
        width=TILE * (1 + max(column for _code, column, _row in cells)),
        height=TILE * (1 + max(row for _code, _column, row in cells)),
    )


def state_words(state: TileState) -> str:
    """What a state is called, as a reader would say it."""
    return {
        "live": _("tham luận trực tiếp"),
        "contributed": _("gửi văn bản góp ý"),
        "silent": _("chưa có văn bản góp ý"),
        "unasked": _("không thuộc diện lấy ý kiến"),
        "island": "",
    }[state]


def _cells(period: Period) -> Iterator[tuple[str, int, int]]:
    grid = GRID_2021 if period == "2021" else GRID_TODAY
    for row, line in enumerate(grid.strip("\n").splitlines()):
        for column, code in enumerate(line.split()):
            if code != ".":
                yield code, column, row


def _slug(code: str, period: Period) -> str:
    slug = PLACES[code][0]
    return slug if period == "2021" or slug in UNCHANGED else f"{slug}-2025"


def _tile(code: str, column: int, row: int, period: Period, committees: Committees) -> Tile:
    x, y = column * TILE, row * TILE
    if code in ISLANDS:
        return _island(code, x, y, period, committees)
    slug = _slug(code, period)
    old_slug, name = PLACES[code]
    href, state = committees.get(slug, ("", "unasked"))
    lines = _lines(SHORT.get(old_slug, tuple(name.split())))
    return Tile(slug, name, lines, x, y, href, state, MARKS[state], state_words(state))


def _island(code: str, x: int, y: int, period: Period, committees: Committees) -> Tile:
    slug, name, province = ISLANDS[code]
    owner = PLACES[province][1]
    href, _state = committees.get(_slug(province, period), ("", "unasked"))
    words = _("quần đảo thuộc %(province)s") % {"province": owner}
    lines = _lines(tuple(name.split()), lowered=12)
    return Tile(slug, name, lines, x, y, href, "island", "", words, belongs_to=owner)


def _lines(words: tuple[str, ...], *, lowered: int = 0) -> tuple[Line, ...]:
    top = 33 if len(words) > 1 else 46
    return tuple(Line(word, top + lowered + 25 * index) for index, word in enumerate(words))


def _key(tiles: tuple[Tile, ...], period: Period) -> tuple[KeyEntry, ...]:
    labels: dict[TileState, str] = {
        "live": _("Tham luận trực tiếp"),
        "contributed": _("Văn bản góp ý"),
        "silent": _("Chưa góp ý"),
        "unasked": _("Không lấy ý kiến"),
    }
    counts = {state: sum(tile.state == state for tile in tiles) for state in labels}
    shown = [state for state in labels if counts[state]]
    top = KEY_ROW[period] * TILE + 8
    return tuple(
        KeyEntry(state, MARKS[state], labels[state], counts[state], top + index * KEY_STEP)
        for index, state in enumerate(shown)
    )
