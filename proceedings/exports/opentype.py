"""The little of a font file that the font policy asks: family, style and the letters it draws."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FAMILY_NAME, _PREFERRED_FAMILY = 1, 16
_UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


@dataclass(frozen=True, slots=True)
class Face:
    """One font file."""

    path: Path
    family: str
    weight: int  # 400 is regular, 700 is bold
    is_italic: bool
    letters: frozenset[int]


class NotAFont(ValueError):
    """The file is not a TrueType or OpenType font, or a broken one."""


@lru_cache(maxsize=64)
def read_face(path: Path) -> Face:
    """Read a .ttf or .otf file (not a collection). Raises NotAFont, or OSError when it cannot be read."""
    data = path.read_bytes()
    try:
        tables = dict(_tables(data))
        (mac_style,) = struct.unpack_from(">H", data, tables["head"] + 44)
        letters = frozenset(_letters(data, tables["cmap"]))
        (weight,) = struct.unpack_from(">H", data, tables["OS/2"] + 4)
        return Face(path, _family(data, tables["name"]), weight, bool(mac_style & 2), letters)
    except (struct.error, KeyError, IndexError, UnicodeDecodeError) as error:
        raise NotAFont(str(path)) from error


def _tables(data: bytes) -> Iterator[tuple[str, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        yield tag.decode("latin-1"), offset


def _family(data: bytes, start: int) -> str:
    _, count, strings = struct.unpack_from(">HHH", data, start)
    names: dict[int, str] = {}
    for index in range(count):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", data, start + 6 + 12 * index)
        if platform == 3 and name in (_FAMILY_NAME, _PREFERRED_FAMILY):
            begin = start + strings + offset
            names.setdefault(name, data[begin : begin + length].decode("utf-16-be"))
    return names.get(_PREFERRED_FAMILY) or names[_FAMILY_NAME]


def _letters(data: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", data, start + 2)
    records = [struct.unpack_from(">HHI", data, start + 4 + 8 * index) for index in range(count)]
    found = {(platform, encoding): start + offset for platform, encoding, offset in records}
    for key in _UNICODE_TABLES:
        if key in found:
            return _mapping(data, found[key])
    raise KeyError("no Unicode table")


def _mapping(data: bytes, start: int) -> Iterator[int]:
    (form,) = struct.unpack_from(">H", data, start)
    if form == 12:
        return _format_12(data, start)
    if form == 4:
        return _format_4(data, start)
    raise KeyError(f"cmap format {form}")


def _format_12(data: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, start + 12)
    for index in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * index)
        yield from range(first if glyph else first + 1, last + 1)


def _format_4(data: bytes, start: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", data, start + 6)
    ends, starts = start + 14, start + 16 + twice
    deltas, ranges = starts + twice, starts + 2 * twice
    for at in range(0, twice, 2):
        first, last = _short(data, starts + at), _short(data, ends + at)
        delta, offset = _short(data, deltas + at), _short(data, ranges + at)
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = _short(data, ranges + at + offset + 2 * (point - first)) if offset else point + delta
            if glyph & 0xFFFF:
                yield point


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")
