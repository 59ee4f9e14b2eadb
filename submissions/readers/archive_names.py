"""Names of files inside archives and mails: decoded, made fit to show, and the dangerous ones told."""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from pathlib import PurePosixPath
from typing import Final

from submissions.readers.zip_directory import Entry, extra_field

NAME_LIMIT: Final = 255
"""Characters of one name; of a path four times as many."""

_UNICODE_NAME: Final = 0x7075
_NOISE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_VIETNAMESE = re.compile("[À-ỹ]")
_SYSTEM_FILE = re.compile(
    r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._|\.~lock\.|\.Spotlight-V100/|\.Trashes/)",
    re.I,
)
_ARCHIVE = re.compile(
    r"\.(zip|zipx|rar|7z|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|lz4?|lzma|cab|arj|ace|iso|img|dmg|jar|apk|r\d\d|z\d\d)$",
    re.I,
)


def decode_name(entry: Entry) -> str:
    """Return an entry's name with "/" between folders, NFC, as its maker meant it.

    In order: the Unicode name of Info-ZIP where it belongs to this very name, UTF-8 where it is marked or fits, else
    the code page (1258 of Vietnamese Windows, 437 of DOS) that gives more Vietnamese letters.
    """
    return unicodedata.normalize("NFC", _decoded(entry)).replace("\\", "/")


def danger_of(name: str) -> str:
    """Return the code of what makes a name a danger to the whole archive, or nothing."""
    if "\0" in name:
        return "control"
    if name.startswith("/"):
        return "absolute"
    if re.match("[A-Za-z]:", name):
        return "drive"
    if ".." in name.split("/"):
        return "parent"
    return ""


def shown_name(name: str) -> str:
    """Return a name fit to be stored and shown: no invisible signs, no part over ``NAME_LIMIT``, its suffix kept."""
    parts = [_shorten(_NOISE.sub("", part).strip()) for part in name.replace("\\", "/").split("/")]
    return _shorten("/".join(part for part in parts if part), 4 * NAME_LIMIT) or "?"


def plain_name(name: str) -> str:
    """Return the last part of a name, fit to be shown."""
    return PurePosixPath(shown_name(name)).name or "?"


def is_system_file(name: str) -> bool:
    """Tell whether a file was left by a system or a program, and never meant to be sent."""
    return bool(_SYSTEM_FILE.search(name))


def is_archive_name(name: str) -> bool:
    """Tell whether a name is that of an archive."""
    return bool(_ARCHIVE.search(name))


def _decoded(entry: Entry) -> str:
    unicode_name = extra_field(entry.extra, _UNICODE_NAME)
    if unicode_name and len(unicode_name) > 5:
        version, checksum = struct.unpack_from("<BL", unicode_name)
        if version == 1 and checksum == zlib.crc32(entry.raw_name):
            return unicode_name[5:].decode("utf-8", "replace")
    try:
        return entry.raw_name.decode("utf-8")
    except UnicodeDecodeError:
        return decode_legacy_name(entry.raw_name)


def decode_legacy_name(raw: bytes) -> str:
    """Return bytes that are not UTF-8 as the code page that makes most of them Vietnamese letters; 437 on a tie."""
    return max(
        (unicodedata.normalize("NFC", raw.decode(page, "replace")) for page in ("cp437", "cp1258")),
        key=_vietnamese_share,
    )


def _vietnamese_share(name: str) -> float:
    signs = [sign for sign in name if ord(sign) > 127]
    return sum(bool(_VIETNAMESE.match(sign)) for sign in signs) / len(signs) if signs else 0


def _shorten(name: str, limit: int = NAME_LIMIT) -> str:
    if len(name) <= limit:
        return name
    suffix = PurePosixPath(name).suffix[:16]
    return name[: limit - len(suffix) - 1] + "…" + suffix
