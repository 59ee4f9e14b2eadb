"""The kind of a file against what its name and its sender say."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

from submissions.readers.document import Kind


class Contradiction(StrEnum):
    """How a name contradicts what the file holds."""

    HARMLESS = "harmless"
    """Office programs write and open both."""
    WRONG = "wrong"
    DECEPTIVE = "deceptive"
    """The name hides what a double click would do."""


_KINDS: Final = {
    "docx": Kind.DOCX, "docm": Kind.DOCX, "dotx": Kind.DOCX, "dotm": Kind.DOCX, "doc": Kind.DOC, "dot": Kind.DOC,
    "wps": Kind.DOC, "rtf": Kind.RTF, "odt": Kind.ODT, "pdf": Kind.PDF, "xlsx": Kind.XLSX, "xlsm": Kind.XLSX,
    "xltx": Kind.XLSX, "csv": Kind.CSV, "tsv": Kind.CSV, "txt": Kind.TEXT, "text": Kind.TEXT, "md": Kind.TEXT,
    "eml": Kind.MAIL, "zip": Kind.ZIP, "jpg": Kind.IMAGE, "jpeg": Kind.IMAGE, "png": Kind.IMAGE, "tif": Kind.IMAGE,
    "tiff": Kind.IMAGE, "bmp": Kind.IMAGE, "gif": Kind.IMAGE, "webp": Kind.IMAGE,
    "akn": Kind.AKOMA_NTOSO,
}  # fmt: skip
_MEDIA_TYPES: Final = {
    "application/pdf": Kind.PDF,
    "application/msword": Kind.DOC,
    "application/rtf": Kind.RTF,
    "application/zip": Kind.ZIP,
    "message/rfc822": Kind.MAIL,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind.DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Kind.XLSX,
}
#: Word and its like open these whatever the ending says.
_ALIKE: Final = (
    frozenset((Kind.DOC, Kind.DOCX, Kind.RTF, Kind.ODT)),
    frozenset((Kind.TEXT, Kind.CSV, Kind.MAIL)),
    frozenset((Kind.XLSX, Kind.CSV)),
)
_PROGRAM = re.compile(
    r"\.(?:exe|dll|com|scr|pif|bat|cmd|ps1|vbs|vbe|jse?|wsf|wsh|hta|msi|msp|jar|lnk|cpl|reg|sh|apk|iso|img|chm)\W*$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,5})\s*$")


def contradiction(
    kind: Kind, file_name: str, declared_type: str = ""
) -> tuple[Contradiction, str, str] | None:
    """Return how a file's name or declared type contradicts its kind, with the ending or type and the kind; or None.

    A name without an ending, or with one that means nothing here, contradicts nothing.
    """
    ending = _ending_of(file_name)
    if is_program_name(file_name) or _turns_round(file_name):
        return Contradiction.DECEPTIVE, f".{ending}", kind.value
    named = _KINDS.get(ending)
    if named and named is not kind:
        how = Contradiction.HARMLESS if _is_alike(named, kind) else Contradiction.WRONG
        return how, f".{ending}", kind.value
    declared = _MEDIA_TYPES.get(declared_type.split(";")[0].strip().lower())
    if declared and declared is not kind and not named:
        return Contradiction.HARMLESS, declared_type, kind.value
    return None


def is_program_name(file_name: str) -> bool:
    """Tell whether a double click on a file of this name would start something."""
    return bool(_PROGRAM.search(file_name))


def _ending_of(file_name: str) -> str:
    match = _ENDING.search(file_name)
    return match[1].lower() if match else ""


def _turns_round(file_name: str) -> bool:
    """Tell whether a name holds a sign that turns the direction of writing: ``gopy\\u202efdp.exe``."""
    return any(unicodedata.bidirectional(sign) in ("RLO", "LRO", "RLE", "LRE", "RLI") for sign in file_name)


def _is_alike(one: Kind, other: Kind) -> bool:
    return any(one in kinds and other in kinds for kinds in _ALIKE)
