"""A saved mail → its text as paragraphs, its attachments as members."""

from __future__ import annotations

import email
import io
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.generator import BytesGenerator
from email.message import Message
from pathlib import Path, PurePosixPath
from typing import Final

from submissions.readers.archive_names import plain_name
from submissions.readers.document import (
    Kind,
    Member,
    Paragraph,
    Problem,
    ReadDocument,
    Remark,
    State,
    refused,
)
from submissions.readers.html_text import read_html
from submissions.readers.mail_parts import (
    RawPolicy,
    decode_text,
    header_text,
    part_bytes,
    part_name,
    sent_at,
)
from submissions.readers.mail_text import unwrap
from submissions.readers.repairing import repaired

DEPTH_ALLOWED: Final = 10
PARTS_ALLOWED: Final = 200
SIZE_ALLOWED: Final = 200_000_000
INLINE_IMAGE: Final = 64 * 1024
"""Bytes up to which an image that the text shows is taken for a logo; a photographed letter is larger."""

_MULTIPARTS = re.compile(rb"^content-type[ \t]*:\s*(?:multipart|message)/", re.I | re.M)
_HEADERS: Final = ("from", "to", "subject", "date", "received", "message-id", "mime-version", "content-type")
_ENCRYPTED: Final = frozenset({"multipart/encrypted", "application/pgp-encrypted"})
_SIGNATURES: Final = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_ENVELOPES: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_POLICY: Final = RawPolicy()


class _TooDeep(Exception):
    """Parts within parts beyond ``DEPTH_ALLOWED``."""


class _TooMany(Exception):
    """More than ``PARTS_ALLOWED`` parts."""


@dataclass(slots=True)
class _Found:
    """What has been gathered from the parts so far."""

    scratch: Path
    paragraphs: list[Paragraph] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    hidden_characters: int = 0
    inline_images: int = 0
    is_signed: bool = False
    is_encrypted: bool = False
    size: int = 0
    names: set[str] = field(default_factory=set)


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the text of a mail, and its attachments below ``scratch`` as 0001.bin, 0002.bin …

    An attached mail is a member whose name ends in .eml. Small images that the text shows are left out with a remark.
    """
    try:
        message = _parsed(path)
        if not any(name in message for name in _HEADERS):
            return refused(Kind.MAIL, Problem.DAMAGED)
        found = _Found(scratch)
        for part in _leaves(message):
            _take(part, found)
    except (_TooDeep, RecursionError):
        return refused(Kind.MAIL, Problem.TOO_DEEP, allowed=DEPTH_ALLOWED)
    except _TooMany:
        return refused(Kind.MAIL, Problem.TOO_MANY_PARTS, allowed=PARTS_ALLOWED)
    if found.size > SIZE_ALLOWED:
        return refused(Kind.MAIL, Problem.UNPACKS_TOO_LARGE, size=found.size, allowed=SIZE_ALLOWED)
    if found.is_encrypted and not found.members:
        return refused(Kind.MAIL, Problem.ENCRYPTED)
    if not found.paragraphs and not found.members and not header_text(message, "subject"):
        return refused(Kind.MAIL, Problem.EMPTY)
    paragraphs, encoding = repaired(found.paragraphs)
    has_something = any(paragraph.text.strip() for paragraph in paragraphs) or bool(found.members)
    return ReadDocument(
        Kind.MAIL,
        State.READ if has_something else State.NEEDS_PERSON,
        None if has_something else Problem.NO_TEXT,
        paragraphs=tuple(paragraphs),
        encoding=encoding,
        members=tuple(found.members),
        external_links=tuple(dict.fromkeys(found.links))[:200],
        hidden_characters=found.hidden_characters,
        remarks=tuple(_remarks(message, found)),
        sender=header_text(message, "from")[:500],
        subject=header_text(message, "subject")[:2_000],
        sent_at=sent_at(message),
    )


def _parsed(path: Path) -> Message:
    """Return a mail taken apart, read piece by piece as it may be large; raise ``_TooMany`` before it is."""
    with path.open("rb") as file:
        multiparts = sum(len(_MULTIPARTS.findall(line)) for line in file)
        if multiparts > 5 * PARTS_ALLOWED:
            raise _TooMany
        file.seek(0)
        start = file.read(1024)
        file.seek(len(start) - len(start.lstrip(b"\r\n\xef\xbb\xbf")))
        return email.message_from_binary_file(file, policy=_POLICY)


def _remarks(message: Message, found: _Found) -> Iterator[Remark]:
    if found.inline_images:
        yield Remark("inline_images_left_out", {"count": found.inline_images})
    if found.is_signed:
        yield Remark("mail_signed")
    if found.is_encrypted:
        yield Remark("mail_part_encrypted")
    if any(member.values.get("form") == "winmail" for member in found.members):
        yield Remark("winmail_dat")
    if any(type(defect).__name__ == "CloseBoundaryNotFoundDefect" for defect in message.defects):
        yield Remark("mail_cut_off")


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something, in order; of alternatives only the one to read."""
    waiting, seen = [(message, 0)], 0
    while waiting:
        part, depth = waiting.pop()
        if depth > DEPTH_ALLOWED:
            raise _TooDeep
        if (seen := seen + 1) > PARTS_ALLOWED:
            raise _TooMany
        kind, payload = part.get_content_type(), part.get_payload()
        if kind.startswith("multipart/") and kind not in _ENCRYPTED and isinstance(payload, list):
            inside = [inner for inner in payload if isinstance(inner, Message)]
            parts = _alternative(inside) if kind == "multipart/alternative" else inside
            waiting.extend((inner, depth + 1) for inner in reversed(parts))
        else:
            yield part


def _alternative(parts: list[Message]) -> list[Message]:
    """Return the parts of an alternative to read: plain text, unless it is an excuse for a longer page of HTML."""
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    others = [part for part in parts if part.get_content_type() != "text/plain"]
    if not plain:
        return others[-1:]
    text = _text_of(plain[0]).strip()
    pages = [part for part in others if part.get_content_type() == "text/html"]
    shown = "".join(paragraph.text for paragraph in read_html(_text_of(pages[0])).paragraphs) if pages else ""
    attached = [part for part in others if part.get_content_type() != "text/html"]
    return (plain[:1] if 3 * len(text) >= len(shown) and text else pages[:1]) + attached


def _take(part: Message, found: _Found) -> None:
    kind, name = part.get_content_type(), part_name(part)
    if kind in _ENCRYPTED or (kind in _ENVELOPES and "certs-only" not in str(part.get("content-type"))):
        found.is_encrypted = True
    elif kind in _SIGNATURES:
        found.is_signed = True
    elif kind.startswith("message/"):
        _take_message(part, name, found)
    elif kind in {"text/plain", "text/html"} and not name and part.get_content_disposition() != "attachment":
        _take_text(_text_of(part), part, found)
    else:
        _take_file(part, name, found)


def _take_text(text: str, part: Message, found: _Found) -> None:
    if "-----BEGIN PGP MESSAGE-----" in text[:2_000]:
        found.is_encrypted = True
    elif part.get_content_type() == "text/html":
        page = read_html(text)
        found.paragraphs += page.paragraphs
        found.links += page.links
        found.hidden_characters += page.hidden_characters
    else:
        is_flowed = str(part.get_param("format", "")).lower() == "flowed"
        found.paragraphs += map(Paragraph, unwrap(text, is_flowed=is_flowed))


def _take_message(part: Message, name: str, found: _Found) -> None:
    """Keep an attached mail as a file; reports of delivery are not what anybody sends."""
    inside = part.get_payload()
    attached = inside[0] if isinstance(inside, list) and inside else None
    if part.get_content_type() != "message/rfc822" or not isinstance(attached, Message):
        return
    out = io.BytesIO()
    if str(part.get("content-transfer-encoding", "")).lower() == "base64":
        attached.add_header("Content-Transfer-Encoding", "base64")
        out.write(part_bytes(attached)[0])
    else:
        BytesGenerator(out, mangle_from_=False, policy=_POLICY).flatten(attached)
    stem = (
        name.removesuffix(".eml")
        or header_text(attached, "subject")[:120].replace("/", "-")
        or "thu-dinh-kem"
    )
    _keep(out.getvalue(), stem + ".eml", found)


def _take_file(part: Message, name: str, found: _Found) -> None:
    content, is_whole = part_bytes(part)
    kind = part.get_content_type()
    is_shown = "content-id" in part and part.get_content_disposition() != "attachment"
    if kind.startswith("image/") and is_shown and len(content) <= INLINE_IMAGE:
        found.inline_images += 1
    elif kind == "application/ms-tnef" or name.lower() == "winmail.dat":
        values = {"form": "winmail"}
        found.members.append(Member("winmail.dat", "", len(content), Problem.WRONG_TYPE, values))
    elif name.lower() == "smime.p7s":
        found.is_signed = True
    else:
        suffix = mimetypes.guess_extension(kind) or ".bin"
        _keep(content, name or f"tep-dinh-kem-{len(found.members) + 1}{suffix}", found, is_whole=is_whole)


def _keep(content: bytes, name: str, found: _Found, *, is_whole: bool = True) -> None:
    name = _unused(plain_name(name), found.names)
    found.names.add(name)
    found.size += len(content)
    if not is_whole or found.size > SIZE_ALLOWED:
        found.members.append(Member(name, "", len(content), Problem.DAMAGED))
        return
    target = found.scratch / f"{len(found.members) + 1:04}.bin"
    target.write_bytes(content)
    found.members.append(Member(name, target.name, len(content)))


def _unused(name: str, names: set[str]) -> str:
    """Return the name, numbered where another attachment has it already."""
    path, number, tried = PurePosixPath(name), 1, name
    while tried in names:
        number += 1
        tried = f"{path.stem} ({number}){path.suffix}"
    return tried


def _text_of(part: Message) -> str:
    content, _ = part_bytes(part)
    charset = part.get_param("charset", "")
    return decode_text(content, charset if isinstance(charset, str) else "")
