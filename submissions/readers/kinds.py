"""What a file is, by its bytes: a name is only compared with them, never believed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import olefile

from submissions.readers.document import Kind, Problem
from submissions.readers.failure import Unreadable
from submissions.readers.package import Package
from submissions.readers.texts import kind_of_text

HEAD: Final = 65_536
_JUNK_ALLOWED: Final = 1024
"""PDF readers look for the sign in the first kilobyte."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK\x03\x04")
_IMAGES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_PROGRAMS: Final = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",
    b"\x00asm",
)
_MARKUP = re.compile(
    rb"\s*(?>(?:<\?xml[^>]*>\s*)?)(?><!--.*?-->\s*)*+<(!doctype\s+(html|svg)|html|head|body|script|svg|table|meta|style|iframe"
    rb"|\?php|%@|\?mso-application|w:worddocument|hta:|job|package)",
    re.I | re.S,
)
_AKOMA_NTOSO = re.compile(rb"\s*(?>(?:<\?xml[^>]*>\s*)?)(?>(?:<![^>]*>\s*)*+)<(?:\w+:)?akomaNtoso\b")
_HEADER_LINE = re.compile(
    rb"(from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|reply-to|x-[a-z-]+"
    rb"|content-type|dkim-signature|arc-[a-z-]+|authentication-results|thread-[a-z]+|importance|sender):[ \t]?",
    re.I,
)
_PROOF_OF_MAIL = re.compile(
    rb"^(from|subject|received|return-path|message-id|mime-version|delivered-to):", re.I | re.M
)
_HEADERS_NEEDED: Final = 2

_MANIFEST: Final = "META-INF/manifest.xml"
_OFFICE_BEGINS: Final = (b"[Content_Types].xml", b"_rels/.rels")
"""The first member of an Office file; what is cut off behind it is no archive of documents."""
_MAIN_TYPES: Final = (
    ("wordprocessingml", Kind.DOCX),
    ("ms-word.", Kind.DOCX),
    ("spreadsheetml", Kind.XLSX),
    ("ms-excel.sheet.macroenabled", Kind.XLSX),
    ("ms-excel.template.macroenabled", Kind.XLSX),
)
MEDIA_TYPES: Final = {
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.DOC: "application/msword",
    Kind.RTF: "application/rtf",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.PDF: "application/pdf",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.CSV: "text/csv",
    Kind.TEXT: "text/plain",
    Kind.MAIL: "message/rfc822",
    Kind.ZIP: "application/zip",
    Kind.IMAGE: "image/png",
    Kind.AKOMA_NTOSO: "application/akn+xml",
    Kind.OTHER: "application/octet-stream",
}


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is, and what stops it before it is read."""

    kind: Kind
    problem: Problem | None = None


def kind_of(path: Path) -> Kind:
    """Return what a file is by its bytes; programs, scripts, HTML and SVG are OTHER, as is what nobody knows."""
    return sniff(path).kind


def media_type_of(kind: Kind, head: bytes = b"") -> str:
    """Return the media type of a kind; that of an image needs the first bytes of the file, else it is PNG's."""
    if kind is Kind.IMAGE:
        return next((name for sign, name in _IMAGES if head.startswith(sign)), MEDIA_TYPES[kind])
    return MEDIA_TYPES[kind]


def sniff(path: Path, name: str = "") -> Sniffed:
    """Return what a file is and what stops it; ``name`` only decides whether a text of two columns is a table.

    EMPTY; WRONG_TYPE for what no reader takes; MISLEADING_TYPE for a file that is a PDF and a ZIP at once: each reader
    would see another document; ENCRYPTED for an Office file with a password; what else its outermost form shows.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        return Sniffed(Kind.OTHER, Problem.EMPTY)
    kind, problem = _by_signs(path, head, name)
    if problem is None and kind is Kind.OTHER:
        problem = Problem.WRONG_TYPE
    if problem is None and _is_polyglot(path, head):
        problem = Problem.MISLEADING_TYPE
    return Sniffed(kind, problem)


def _by_signs(path: Path, head: bytes, name: str) -> tuple[Kind, Problem | None]:
    if head.startswith(_ZIP):
        return _in_zip(path, head)
    if head.startswith(_OLE):
        return _in_ole(path)
    if head.startswith(_PROGRAMS):
        return Kind.OTHER, None
    if any(head.startswith(sign) for sign, _ in _IMAGES):
        return Kind.IMAGE, None
    if b"%PDF-" in head[: _JUNK_ALLOWED + 5]:
        return Kind.PDF, None
    if head.lstrip()[:5] == b"{\\rtf":
        return Kind.RTF, None
    if _AKOMA_NTOSO.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Kind.AKOMA_NTOSO, None
    if _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Kind.OTHER, None
    if _is_mail(head):
        return Kind.MAIL, None
    return kind_of_text(head, name, is_whole=len(head) < HEAD), None


def _in_zip(path: Path, head: bytes) -> tuple[Kind, Problem | None]:
    try:
        with Package(path) as package:
            return _in_package(package)
    except Unreadable as error:
        kind = _guess_by_names(head)
        return (
            kind,
            None if kind is Kind.ZIP else error.problem,
        )  # its own reader judges an archive member by member
    except Exception:
        kind = _guess_by_names(head)
        return kind, None if kind is Kind.ZIP else Problem.DAMAGED


def _in_package(package: Package) -> tuple[Kind, Problem | None]:
    if package.has("[Content_Types].xml"):
        main = package.main_part()
        kind = (
            next((kind for sign, kind in _MAIN_TYPES if sign in package.type_of(main)), None)
            if main
            else None
        )
        return (kind, None) if kind else (Kind.OTHER, None if main else Problem.DAMAGED)
    if package.has("mimetype") and package.has("content.xml"):
        is_text = package.small("mimetype").strip().startswith(b"application/vnd.oasis.opendocument.text")
        is_locked = package.has(_MANIFEST) and b"encryption-data" in package.small(_MANIFEST)
        return (Kind.ODT if is_text else Kind.OTHER), (Problem.ENCRYPTED if is_locked and is_text else None)
    return Kind.ZIP, None


def _guess_by_names(head: bytes) -> Kind:
    for sign, kind in ((b"word/", Kind.DOCX), (b"xl/", Kind.XLSX), (b"opendocument.text", Kind.ODT)):
        if sign in head and (kind is Kind.ODT or b"[Content_Types].xml" in head or b"_rels/" in head):
            return kind
    return Kind.OTHER if head[30:].startswith(_OFFICE_BEGINS) else Kind.ZIP


def _in_ole(path: Path) -> tuple[Kind, Problem | None]:
    try:
        with olefile.OleFileIO(path) as ole:
            if ole.exists("EncryptedPackage") or ole.exists("EncryptionInfo"):
                return Kind.DOCX, Problem.ENCRYPTED
            if not ole.exists("WordDocument"):
                return Kind.OTHER, None
            flags = ole.openstream("WordDocument").read(12)
    except Exception:
        return Kind.DOC, Problem.DAMAGED
    if len(flags) < 12:
        return Kind.DOC, Problem.DAMAGED
    return Kind.DOC, Problem.ENCRYPTED if flags[11] & 0x01 else None  # FibBase.fEncrypted, [MS-DOC] 2.5.2


def _is_mail(head: bytes) -> bool:
    lines = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines()[:40]
    if lines and lines[0].startswith(b"From "):  # a mailbox of one mail
        lines = lines[1:]
    if not lines or not _HEADER_LINE.match(lines[0]):
        return False
    end = lines.index(b"") if b"" in lines else len(lines)
    block = lines[:end]
    proofs = {match[1].lower() for line in block if (match := _PROOF_OF_MAIL.match(line))}
    return len(proofs) >= _HEADERS_NEEDED


def _is_polyglot(path: Path, head: bytes) -> bool:
    """Tell whether a PDF is a ZIP, too, or the other way round: each reader would see another document."""
    has_pdf = b"%PDF-" in head[: _JUNK_ALLOWED + 5]
    if not has_pdf:
        return False
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _JUNK_ALLOWED))
        tail = file.read()
    if head.startswith(_ZIP):
        return b"%%EOF" in tail  # without it, it is a ZIP whose first member is a PDF, stored as it is
    return b"PK\x05\x06" in tail and zipfile.is_zipfile(path)
