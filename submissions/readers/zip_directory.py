"""What a ZIP says it holds, read from its directory alone: nothing is unpacked here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import BinaryIO, Final

STORED: Final = 0
DEFLATED: Final = 8
MEMBERS_ALLOWED: Final = 2_000

_ENCRYPTED: Final = 0x2041
"""Bits 0 (encrypted), 6 (strongly) and 13 (the directory too)."""
_SIZES_FOLLOW: Final = 0x08
_IS_UTF8: Final = 0x800
_AES: Final = 99

_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE: Final = b"PK\x05\x06"
_BIG_POINTER = struct.Struct("<4sLQL")
_BIG_END = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_CENTRAL_SIGNATURE: Final = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s2B4H3L2H")
_LOCAL_SIGNATURE: Final = b"PK\x03\x04"
_FULL: Final = 0xFFFFFFFF


class DamagedDirectory(Exception):
    """The directory is missing or makes no sense."""


class TooManyEntries(Exception):
    """More entries than ``MEMBERS_ALLOWED``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the directory describes it; sizes in bytes, ``start`` is where its local header stands."""

    raw_name: bytes
    is_utf8: bool
    extra: bytes
    method: int
    checksum: int
    packed: int
    size: int
    start: int
    mode: int = 0
    is_encrypted: bool = False


def read_entries(file: BinaryIO) -> list[Entry]:
    """Return the entries of the central directory.

    Raises ``DamagedDirectory`` where there is none or a record is broken, ``TooManyEntries`` after ``MEMBERS_ALLOWED``
    records, whatever the count in the end record says.
    """
    try:
        return list(_central_entries(file))
    except (struct.error, OverflowError, ValueError, OSError) as error:
        raise DamagedDirectory(str(error)) from error


def recover_entries(file: BinaryIO, *, unpacked_allowed: int) -> tuple[list[Entry], bool]:
    """Return the whole entries of a ZIP without a directory, one after the other by their local headers, and whether
    something follows that could not be read.

    Sizes that are written only after the data are measured by unpacking into nothing, up to ``unpacked_allowed`` bytes
    in all. It stops at the first thing that is not a header: searching on would take the parts of a stored DOCX for
    members.
    """
    found: list[Entry] = []
    length, position, measured = file.seek(0, 2), 0, 0
    while position + _LOCAL.size <= length and len(found) <= MEMBERS_ALLOWED:
        header = _read_local(file, position)
        if header is None:
            break
        entry, data_start, sizes_follow = header
        if sizes_follow:
            sized = _measure(file, entry, data_start, unpacked_allowed - measured)
            if sized is None:
                return found, True
            entry = sized
            measured += entry.size
        if data_start + entry.packed > length:
            return found, True
        found.append(entry)
        position = (
            data_start + entry.packed + (_descriptor_length(file, entry, data_start) if sizes_follow else 0)
        )
    if len(found) > MEMBERS_ALLOWED:
        raise TooManyEntries
    return found, position < length and not _is_directory(file, position)


def data_offset(file: BinaryIO, entry: Entry) -> int | None:
    """Return where the data of an entry begin; None where its local header is missing.

    Raises ``ValueError`` where the local header contradicts the directory.
    """
    header = _read_local(file, entry.start)
    if header is None:
        return None
    local, start, sizes_follow = header
    same = local.raw_name == entry.raw_name and local.method == entry.method
    if sizes_follow:
        same &= local.size in {0, entry.size} and local.packed in {0, entry.packed}
    else:
        same &= (local.size, local.packed) == (entry.size, entry.packed)
    if not same:
        raise ValueError("the local header contradicts the directory")
    return start


def overlap(entries: list[Entry]) -> bool:
    """Tell whether two entries share bytes, as in a bomb that quotes its own entries."""
    spans = sorted(
        (entry.start, entry.start + _LOCAL.size + len(entry.raw_name) + entry.packed) for entry in entries
    )
    return any(following < end for (_, end), (following, _) in pairwise(spans))


def _central_entries(file: BinaryIO) -> Iterator[Entry]:
    start, size, shift = _find_directory(file)
    file.seek(start)
    position, end, seen = start, start + size, 0
    while position < end:
        record = file.read(_CENTRAL.size)
        if record[:4] != _CENTRAL_SIGNATURE:
            raise DamagedDirectory("a record of the directory is broken")
        if (seen := seen + 1) > MEMBERS_ALLOWED:
            raise TooManyEntries
        given = _CENTRAL.unpack(record)
        name_length, extra_length, comment_length = given[12:15]
        name, extra = file.read(name_length), file.read(extra_length)
        file.seek(comment_length, 1)
        position += _CENTRAL.size + name_length + extra_length + comment_length
        if len(name) != name_length or position > end:
            raise DamagedDirectory("the directory is cut off")
        size_, packed, offset = _big_sizes(extra, given[11], given[10], given[18])
        made_on, flags, method = given[2], given[5], given[6]
        yield Entry(
            raw_name=name,
            is_utf8=bool(flags & _IS_UTF8),
            extra=extra,
            method=method,
            checksum=given[9],
            packed=packed,
            size=size_,
            start=offset + shift,
            mode=given[17] >> 16 if made_on in {3, 19} else 0,
            is_encrypted=bool(flags & _ENCRYPTED) or method == _AES,
        )


def _find_directory(file: BinaryIO) -> tuple[int, int, int]:
    """Return start and length of the directory, and how far everything is shifted by what was put before the ZIP."""
    length = file.seek(0, 2)
    tail_start = max(0, length - _END.size - 0xFFFF)
    file.seek(tail_start)
    tail = file.read()
    at = tail.rfind(_END_SIGNATURE)
    if at < 0 or at + _END.size > len(tail):
        raise DamagedDirectory("no end record")
    _, disk, directory_disk, _, _, size, offset, _ = _END.unpack_from(tail, at)
    end = tail_start + at
    if _FULL in {size, offset} or 0xFFFF in {disk, directory_disk}:
        end, size, offset, disk = _find_big_directory(file, end)
    if disk not in {0, 0xFFFF}:
        raise DamagedDirectory("a part of an archive in several volumes")
    shift = end - size - offset
    if shift < 0:
        raise DamagedDirectory("the directory lies outside the file")
    return offset + shift, size, shift


def _find_big_directory(file: BinaryIO, end: int) -> tuple[int, int, int, int]:
    file.seek(max(0, end - _BIG_POINTER.size))
    signature, _, at, _ = _BIG_POINTER.unpack(file.read(_BIG_POINTER.size))
    if signature != b"PK\x06\x07":
        raise DamagedDirectory("no large end record")
    file.seek(at)
    given = _BIG_END.unpack(file.read(_BIG_END.size))
    if given[0] != b"PK\x06\x06":
        raise DamagedDirectory("no large end record")
    return at, given[8], given[9], given[4]


def _big_sizes(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Return the sizes and the offset, with those that did not fit in 32 bits taken from the extra field 1."""
    values = [size, packed, offset]
    big = extra_field(extra, 1)
    for index, value in enumerate(values):
        if value == _FULL and big is not None:
            values[index], big = struct.unpack_from("<Q", big)[0], big[8:]
    return values[0], values[1], values[2]


def extra_field(extra: bytes, wanted: int) -> bytes | None:
    """Return the content of one extra field, None where it is missing or cut off."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        if kind == wanted:
            content = extra[position + 4 : position + 4 + length]
            return content if len(content) == length else None
        position += 4 + length
    return None


def _read_local(file: BinaryIO, start: int) -> tuple[Entry, int, bool] | None:
    """Return the entry of a local header, where its data begin, and whether its sizes follow the data."""
    try:
        file.seek(start)
    except (OverflowError, OSError):
        return None  # an offset that no file can have
    record = file.read(_LOCAL.size)
    if len(record) < _LOCAL.size or record[:4] != _LOCAL_SIGNATURE:
        return None
    given = _LOCAL.unpack(record)
    flags, method, checksum, packed, size, name_length, extra_length = *given[3:5], *given[7:12]
    name, extra = file.read(name_length), file.read(extra_length)
    try:
        size, packed, _ = _big_sizes(extra, size, packed, 0)
    except struct.error:
        return None
    entry = Entry(
        raw_name=name,
        is_utf8=bool(flags & _IS_UTF8),
        extra=extra,
        method=method,
        checksum=checksum,
        packed=packed,
        size=size,
        start=start,
        is_encrypted=bool(flags & _ENCRYPTED) or method == _AES,
    )
    return entry, start + _LOCAL.size + name_length + extra_length, bool(flags & _SIZES_FOLLOW)


def _measure(file: BinaryIO, entry: Entry, start: int, allowed: int) -> Entry | None:
    """Return the entry with the sizes that its data really have; None where they end early or are too long."""
    if entry.method != DEFLATED or entry.is_encrypted:
        return None
    unpacker, size, checksum = zlib.decompressobj(-15), 0, 0
    file.seek(start)
    packed = 0
    try:
        while not unpacker.eof:
            pending = unpacker.unconsumed_tail or file.read(65_536)
            if not pending or size > allowed:
                return None
            packed += 0 if unpacker.unconsumed_tail else len(pending)
            piece = unpacker.decompress(pending, 1 << 20)
            size, checksum = size + len(piece), zlib.crc32(piece, checksum)
    except zlib.error:
        return None
    packed -= len(unpacker.unused_data)
    return replace(entry, checksum=checksum, packed=packed, size=size)


def _descriptor_length(file: BinaryIO, entry: Entry, data_start: int) -> int:
    file.seek(data_start + entry.packed)
    following = file.read(24)
    marked = 4 if following[:4] == b"PK\x07\x08" else 0
    for length in (marked + 12, marked + 20):
        if following[length : length + 2] == b"PK":
            return length
    return marked + 12


def _is_directory(file: BinaryIO, position: int) -> bool:
    file.seek(position)
    return file.read(4) in {_CENTRAL_SIGNATURE, _END_SIGNATURE}
