"""What a DOC, RTF or ODT carries that LibreOffice does not hand on: macros, objects, pages, what it fetches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import olefile

from submissions.readers.document import Kind
from submissions.readers.package import Package

_OBJECTS = re.compile(rb"\\obj(?:data|autlink|update|link)\b")
_FETCHES = re.compile(rb"\\\*\\template\s+([^}\\]{1,300})|(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE)\b")
_FIELDS: Final = ("INCLUDEPICTURE", "INCLUDETEXT", "DDEAUTO", "DDE", "LINK")
_BINARY = re.compile(rb"\\bin(\d{1,12})")
_LISTED: Final = 20


@dataclass(frozen=True, slots=True)
class Carried:
    """What was found in the file as it came."""

    has_macros: bool = False
    embedded: tuple[str, ...] = ()
    external_links: tuple[str, ...] = ()
    pages: int | None = None


def is_damaged(path: Path, kind: Kind) -> bool:
    """Tell whether a rich text promises more binary data than it has: LibreOffice would wait for them without end."""
    if kind is not Kind.RTF:
        return False
    data = path.read_bytes()
    return any(int(match[1]) > len(data) - match.end() for match in _BINARY.finditer(data))


def look_into(path: Path, kind: Kind) -> Carried:
    """Return what a file carries; nothing for one that is broken (the converter says so)."""
    try:
        if kind is Kind.DOC:
            return _in_compound_file(path)
        return _in_rich_text(path.read_bytes()) if kind is Kind.RTF else _in_open_document(path)
    except Exception:
        return Carried()


def _in_compound_file(path: Path) -> Carried:
    with olefile.OleFileIO(path) as ole:
        names = ole.listdir(streams=False, storages=True)
        streams = {part.lower() for entry in ole.listdir() for part in entry}
        objects = sorted({entry[1] for entry in names if len(entry) > 1 and entry[0] == "ObjectPool"})
        links = _fields_that_fetch(ole.openstream("WordDocument").read())
        pages = ole.get_metadata().num_pages if ole.exists("\x05SummaryInformation") else None
    return Carried(
        has_macros="_vba_project" in streams or any(entry[0] == "Macros" for entry in names),
        embedded=tuple(objects[:_LISTED]),
        external_links=links,
        pages=pages if isinstance(pages, int) and pages > 0 else None,
    )


def _fields_that_fetch(stream: bytes) -> tuple[str, ...]:
    """Return the fields of a Word stream that bring in what is elsewhere; text stands there in one byte or in two.

    A field is 0x13, its instruction, 0x14, its result, 0x15 ([MS-DOC] 2.8.25).
    """
    found: list[str] = []
    for coding in ("cp1252", "utf-16-le"):
        begin, *ends = (mark.encode(coding) for mark in "\x13\x14\x15")
        words = b"|".join(re.escape(word.encode(coding)) for word in _FIELDS)
        until = b"|".join(re.escape(end) for end in ends)
        blank = re.escape(" ".encode(coding))
        pattern = re.compile(
            b"%b(?:%b)*((?:%b)%b.{1,600}?)(?:%b)" % (re.escape(begin), blank, words, blank, until), re.S
        )
        found += [match[1].decode(coding, "replace").strip() for match in pattern.finditer(stream)]
    return tuple(dict.fromkeys(found))[:_LISTED]


def _in_rich_text(data: bytes) -> Carried:
    objects = _OBJECTS.findall(data)
    links = {(match[1] or match[2]).decode("latin-1").strip() for match in _FETCHES.finditer(data)}
    return Carried(
        embedded=tuple(f"object{number}" for number in range(1, min(len(objects), _LISTED) + 1)),
        external_links=tuple(sorted(links))[:_LISTED],
    )


def _in_open_document(path: Path) -> Carried:
    with Package(path) as package:
        names = package.names
    scripts = any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names)
    objects = sorted({name.split("/")[0] for name in names if re.match(r"(Object|ObjectReplacement)", name)})
    return Carried(has_macros=scripts, embedded=tuple(objects[:_LISTED]))
