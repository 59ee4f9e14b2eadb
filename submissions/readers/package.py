"""The ZIP of parts that a DOCX, XLSX or ODT is: checked by its directory before a byte of a part is unpacked."""

from __future__ import annotations

import posixpath
import struct
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.parse import unquote

from lxml import etree

from submissions.readers import safe_xml
from submissions.readers.document import Problem
from submissions.readers.failure import Unreadable

PARTS_ALLOWED: Final = 5_000
UNPACKED_ALLOWED: Final = 300_000_000
PART_ALLOWED: Final = 150_000_000
RATIO_ALLOWED: Final = 200
RATIO_MATTERS_FROM: Final = 1_000_000
"""Below this many bytes nothing is a bomb: an empty form may shrink to very little."""

SMALL_PART: Final = 4_000_000
DIRECTORY_ALLOWED: Final = 4_000_000
"""Bytes of the directory: five thousand entries with very long names."""

_ENCRYPTED: Final = 0x1
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LONGEST_COMMENT: Final = 65_535
_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part: the last word of its type, and the part's name or, outside the package, an address."""

    key: str
    kind: str
    target: str
    is_external: bool


class Package:
    """An opened package; a context manager. Names of parts have no slash at the front and are found in any case."""

    def __init__(self, path: Path) -> None:
        """Open and check; raises :class:`Unreadable` (or ``zipfile.BadZipFile``) before anything is unpacked."""
        _check_directory(path)
        self._zip = zipfile.ZipFile(path)
        try:
            self._parts = self._check(self._zip.infolist())
        except BaseException:
            self._zip.close()
            raise
        self._types: tuple[dict[str, str], dict[str, str]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of all parts as they are written."""
        return [info.filename for info in self._parts.values()]

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name.lower() in self._parts

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; raises :class:`Unreadable` where it is missing or not what it says."""
        info = self._parts.get(name.lower())
        if info is None:
            raise Unreadable(Problem.DAMAGED, part=name[:100])
        return self._zip.read(info)

    def small(self, name: str) -> bytes:
        """Return the bytes of a part that says what the others are; raises :class:`Unreadable` where it is large."""
        info = self._parts.get(name.lower())
        if info is not None and info.file_size > SMALL_PART:
            raise Unreadable(Problem.TOO_LONG, part=name[:100])
        return self.read(name)

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part that is XML."""
        return safe_xml.parse(self.read(name))

    def type_of(self, name: str) -> str:
        """Return the content type of a part, in small letters, empty where none is given."""
        if self._types is None:
            self._types = self._read_types()
        by_name, by_ending = self._types
        return by_name.get(name.lower()) or by_ending.get(name.lower().rpartition(".")[2], "")

    def relations_of(self, name: str = "") -> list[Relation]:
        """Return the relations of a part, or of the package itself."""
        folder, _, last = name.rpartition("/")
        listed = posixpath.join(folder, "_rels", f"{last}.rels")
        if not self.has(listed):
            return []
        return [
            _relation(element, folder) for element in safe_xml.parse(self.small(listed)).iter(_RELATIONSHIPS)
        ]

    def main_part(self) -> str:
        """Return the name of the part that is the document, empty where the package says of none."""
        for relation in self.relations_of():
            if relation.kind == "officeDocument" and not relation.is_external and self.has(relation.target):
                return relation.target
        return ""

    def _read_types(self) -> tuple[dict[str, str], dict[str, str]]:
        by_name: dict[str, str] = {}
        by_ending: dict[str, str] = {}
        for element in safe_xml.parse(self.small("[Content_Types].xml")):
            kind = element.get("ContentType", "").lower()
            if element.tag == f"{_TYPES}Override":
                by_name[element.get("PartName", "").lstrip("/").lower()] = kind
            elif element.tag == f"{_TYPES}Default":
                by_ending[element.get("Extension", "").lower()] = kind
        return by_name, by_ending

    @staticmethod
    def _check(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(infos) > PARTS_ALLOWED:
            raise Unreadable(Problem.TOO_MANY_PARTS, measured=len(infos), allowed=PARTS_ALLOWED)
        for info in infos:
            if info.file_size > PART_ALLOWED or _is_bomb(info):
                raise Unreadable(Problem.UNPACKS_TOO_LARGE, part=info.filename[:100])
            if info.flag_bits & _ENCRYPTED:
                raise Unreadable(Problem.ENCRYPTED)
        if sum(info.file_size for info in infos) > UNPACKED_ALLOWED:
            raise Unreadable(Problem.UNPACKS_TOO_LARGE)
        names = Counter(info.filename.lower() for info in infos)
        if any(count > 1 for count in names.values()):
            raise Unreadable(Problem.UNSAFE_ARCHIVE)
        return {info.filename.lower(): info for info in infos if not info.is_dir()}


def _check_directory(path: Path) -> None:
    """Refuse a directory that would fill the memory when it is read; what is no ZIP is left to zipfile to say."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_SIZE - _LONGEST_COMMENT))
        tail = file.read()
    place = tail.rfind(_END)
    record = tail[place : place + _END_SIZE]
    if place < 0 or len(record) < _END_SIZE:
        return
    entries, size = struct.unpack("<HI", record[10:16])
    if entries > PARTS_ALLOWED or size > DIRECTORY_ALLOWED:
        raise Unreadable(Problem.TOO_MANY_PARTS, measured=entries, allowed=PARTS_ALLOWED)


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > RATIO_MATTERS_FROM and info.file_size > RATIO_ALLOWED * max(info.compress_size, 1)


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    is_external = element.get("TargetMode", "").lower() == "external"
    kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
    if not is_external:
        whole = target if target.startswith("/") else posixpath.join("/", folder, target)
        target = posixpath.normpath(unquote(whole.partition("#")[0])).lstrip("/")
    return Relation(element.get("Id", ""), kind, target, is_external)
