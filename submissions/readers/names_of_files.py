"""What the name of a file claims, compared with what it is."""

from __future__ import annotations

from typing import Final

from submissions.readers.document import Kind

#: Endings that a desktop starts as a program, whatever the bytes are.
_PROGRAMS: Final = frozenset(
    {
        "exe", "scr", "com", "bat", "cmd", "pif", "cpl", "msi", "msp", "jar", "js", "jse", "vbs", "vbe", "wsf", "wsh",
        "ps1", "hta", "lnk", "reg", "scf", "url", "app", "command", "sh", "dll",
    }
)  # fmt: skip
_ENDINGS: Final = {
    Kind.DOCX: frozenset({"docx", "docm", "dotx", "dotm"}),
    Kind.DOC: frozenset({"doc", "dot", "wps"}),
    Kind.RTF: frozenset({"rtf", "doc"}),
    Kind.ODT: frozenset({"odt", "ott", "fodt"}),
    Kind.PDF: frozenset({"pdf"}),
    Kind.XLSX: frozenset({"xlsx", "xlsm", "xltx", "xltm"}),
    Kind.CSV: frozenset({"csv", "tsv", "txt"}),
    Kind.TEXT: frozenset({"txt", "text", "md", "log", "csv"}),
    Kind.MAIL: frozenset({"eml", "mht", "mhtml"}),
    Kind.ZIP: frozenset({"zip"}),
    Kind.IMAGE: frozenset({"png", "jpg", "jpeg", "jpe", "tif", "tiff", "gif"}),
}
#: Endings of files that the door knows; another one claims nothing.
_KNOWN: Final = frozenset().union(*_ENDINGS.values()) | {
    "xls",
    "ppt",
    "pptx",
    "html",
    "htm",
    "xml",
    "rar",
    "7z",
}


def ending_of(name: str) -> str:
    """Return the ending of a name in small letters, empty where there is none."""
    last = name.replace("\\", "/").rpartition("/")[2].strip(". ")
    return last.rpartition(".")[2].lower() if "." in last else ""


def is_program_name(name: str) -> bool:
    """Tell whether a file of this name would be started as a program; blanks that hide the ending do not help."""
    return ending_of("".join(sign for sign in name if sign.isprintable())) in _PROGRAMS


def contradicts(name: str, kind: Kind) -> bool:
    """Tell whether the ending claims another kind than the bytes have."""
    ending = ending_of(name)
    return ending in _KNOWN and ending not in _ENDINGS.get(kind, frozenset())
