"""ZIP → its members, each checked before a byte of it is written."""

from __future__ import annotations

import bz2
import stat
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from submissions.readers.archive_names import (
    danger_of,
    decode_name,
    is_archive_name,
    is_system_file,
    shown_name,
)
from submissions.readers.document import Kind, Member, Problem, ReadDocument, Remark, State, refused
from submissions.readers.zip_directory import (
    DEFLATED,
    MEMBERS_ALLOWED,
    STORED,
    DamagedDirectory,
    Entry,
    TooManyEntries,
    data_offset,
    overlap,
    read_entries,
    recover_entries,
)

UNPACKED_ALLOWED: Final = 200_000_000
RATIO_ALLOWED: Final = 100
RATIO_MATTERS_FROM: Final = 65_536
"""Below this many bytes nothing is a bomb: a nearly empty file may shrink to very little."""

_BZIP2: Final = 12
_PIECE: Final = 1 << 18
_ARCHIVE_SIGNS: Final = (
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"\xfd7zXZ\x00",
    b"BZh",
    b"MSCF\0\0\0\0",
    b"\x28\xb5\x2f\xfd",
)
_OFFICE_SIGNS: Final = (b"[Content_Types].xml", b"mimetypeapplication/")


class _Damaged(Exception):
    """The data of one member are not what the directory says."""


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the members of a ZIP, unpacked below ``scratch`` as 0001.bin, 0002.bin …

    The whole archive is refused, and nothing written, where it is too large (``UNPACKED_ALLOWED``, ``RATIO_ALLOWED``,
    ``MEMBERS_ALLOWED``), where a name leads out of it, where an entry is a link or shares bytes with another, and where
    two have one name. An encrypted, damaged or nested member is refused alone; the others go on.
    """
    with path.open("rb") as file:
        try:
            entries, remarks = _entries(file)
        except TooManyEntries:
            return refused(Kind.ZIP, Problem.TOO_MANY_PARTS, allowed=MEMBERS_ALLOWED)
        except DamagedDirectory:
            return refused(Kind.ZIP, Problem.DAMAGED)
        named = [(entry, decode_name(entry)) for entry in entries]
        if reason := _danger(named):
            return reason
        files = [(entry, name) for entry, name in named if not name.endswith("/")]
        wanted = [(entry, name) for entry, name in files if not is_system_file(name)]
        if len(files) > len(wanted):
            remarks += (Remark("system_files_left_out", {"count": len(files) - len(wanted)}),)
        if not wanted:
            return refused(Kind.ZIP, Problem.EMPTY)
        if all(entry.is_encrypted for entry, _ in wanted):
            return refused(Kind.ZIP, Problem.ENCRYPTED)
        members = tuple(
            _unpack(file, entry, name, scratch / f"{number:04}.bin")
            for number, (entry, name) in enumerate(wanted, start=1)
        )
    return ReadDocument(Kind.ZIP, State.READ, members=members, remarks=remarks)


def _entries(file: BinaryIO) -> tuple[list[Entry], tuple[Remark, ...]]:
    try:
        return read_entries(file), ()
    except DamagedDirectory:
        entries, is_cut_off = recover_entries(file, unpacked_allowed=UNPACKED_ALLOWED)
        if not entries:
            raise
        return entries, (Remark("archive_recovered", {"members": len(entries), "cut_off": int(is_cut_off)}),)


def _danger(named: list[tuple[Entry, str]]) -> ReadDocument | None:
    """Return the refusal of an archive that is dangerous as a whole."""
    if too_large := _too_large([entry for entry, _ in named]):
        return too_large
    for entry, name in named:
        kind = stat.S_IFMT(entry.mode)
        danger = danger_of(name) or ("link" if kind not in {0, stat.S_IFREG, stat.S_IFDIR} else "")
        if danger:
            return refused(Kind.ZIP, Problem.UNSAFE_ARCHIVE, danger=danger, name=shown_name(name))
    repeated, times = Counter(name for _, name in named).most_common(1)[0] if named else ("", 0)
    if times > 1:
        return refused(Kind.ZIP, Problem.UNSAFE_ARCHIVE, danger="duplicate", name=shown_name(repeated))
    if overlap([entry for entry, _ in named]):
        return refused(Kind.ZIP, Problem.UNSAFE_ARCHIVE, danger="overlap", name="")
    return None


def _too_large(entries: list[Entry]) -> ReadDocument | None:
    total = sum(entry.size for entry in entries)
    if total > UNPACKED_ALLOWED:
        return refused(Kind.ZIP, Problem.UNPACKS_TOO_LARGE, size=total, allowed=UNPACKED_ALLOWED)
    packed = sum(entry.packed for entry in entries)
    for size, source in [(total, packed), *((entry.size, entry.packed) for entry in entries)]:
        if size >= RATIO_MATTERS_FROM and size > RATIO_ALLOWED * max(source, 1):
            return refused(Kind.ZIP, Problem.UNPACKS_TOO_LARGE, size=size, allowed=RATIO_ALLOWED * source)
    return None


def _unpack(file: BinaryIO, entry: Entry, name: str, target: Path) -> Member:
    shown = shown_name(name)
    if entry.is_encrypted:
        return Member(shown, "", entry.size, Problem.ENCRYPTED)
    if is_archive_name(name):
        return Member(shown, "", entry.size, Problem.UNSAFE_ARCHIVE, {"danger": "nested"})
    try:
        start = data_offset(file, entry)
    except ValueError:
        return Member(shown, "", entry.size, Problem.UNSAFE_ARCHIVE, {"danger": "header"})
    if start is None:
        return Member(shown, "", entry.size, Problem.DAMAGED)
    if entry.method not in {STORED, DEFLATED, _BZIP2}:
        return Member(shown, "", entry.size, Problem.NO_CONVERTER, {"method": entry.method})
    try:
        if _is_nested(file, entry, start):
            return Member(shown, "", entry.size, Problem.UNSAFE_ARCHIVE, {"danger": "nested"})
        with target.open("xb") as out:
            for piece in _pieces(file, entry, start):
                out.write(piece)
    except (_Damaged, zlib.error, OSError, EOFError, ValueError) as error:
        target.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno:
            raise  # a full disk is no fault of the archive
        return Member(shown, "", entry.size, Problem.DAMAGED)
    return Member(shown, target.name, entry.size)


def _is_nested(file: BinaryIO, entry: Entry, start: int) -> bool:
    """Tell whether the member is itself an archive, whatever its name; an office document is a ZIP and none."""
    pieces = _pieces(file, entry, start)
    first = next(pieces, b"")
    if first.startswith(_ARCHIVE_SIGNS) or first[257:262] == b"ustar":
        return True
    if not first.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    tail = b""
    for piece in (first, *pieces):
        if any(sign in tail + piece for sign in _OFFICE_SIGNS):
            return False
        tail = piece[-32:]
    return True


def _pieces(file: BinaryIO, entry: Entry, start: int) -> Iterator[bytes]:
    """Yield the data of an entry, never more than its declared size.

    Raises ``_Damaged`` where they are shorter, longer or other than declared; ``zlib.error`` or ``OSError`` without
    a number where they cannot be unpacked.
    """
    left, checksum = entry.size, 0
    for piece in _unpacked(file, entry, start):
        if len(piece) > left:
            raise _Damaged("longer than declared")
        left -= len(piece)
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if left or checksum != entry.checksum:
        raise _Damaged("shorter or other than declared")


def _unpacked(file: BinaryIO, entry: Entry, start: int) -> Iterator[bytes]:
    position, end = start, start + entry.packed
    inflate = _unpacker(entry.method)
    while position < end:
        file.seek(position)
        packed = file.read(min(_PIECE, end - position))
        if not packed:
            raise _Damaged("the archive ends before its data")
        position += len(packed)
        if inflate is None:
            yield packed
        else:
            yield from _inflate(inflate, packed)


def _unpacker(method: int) -> zlib._Decompress | bz2.BZ2Decompressor | None:
    if method == DEFLATED:
        return zlib.decompressobj(-15)
    return bz2.BZ2Decompressor() if method == _BZIP2 else None


def _inflate(inflate: zlib._Decompress | bz2.BZ2Decompressor, packed: bytes) -> Iterator[bytes]:
    if isinstance(inflate, bz2.BZ2Decompressor):
        piece = inflate.decompress(packed, _PIECE)
        while piece or not (inflate.needs_input or inflate.eof):
            yield piece
            piece = b"" if inflate.eof else inflate.decompress(b"", _PIECE)
        return
    piece = inflate.decompress(packed, _PIECE)
    while piece:  # asked once more than there is input: the last bytes may still be inside
        yield piece
        piece = inflate.decompress(inflate.unconsumed_tail, _PIECE)
