"""The stubborn details of mails: headers, names and texts in whatever encoding they came."""

from __future__ import annotations

import base64
import binascii
import codecs
import email.policy
import quopri
import re
import unicodedata
from contextlib import suppress
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final, cast

from proceedings.text import code_pages
from submissions.readers.archive_names import decode_legacy_name

HEADER_LIMIT: Final = 10_000

_WORD: Final = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_UNTRUE_CHARSETS: Final = frozenset({"ascii", "iso8859-1", "cp1252", "utf-8", ""})
"""Charsets that programs write without thinking."""


class RawPolicy(email.policy.Compat32):
    """Headers as they came, bytes above 127 as surrogates; the default policy would replace those and lose the name."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return the value untouched."""
        return value


def header_text(message: Message, name: str) -> str:
    """Return a header decoded (RFC 2047, plain UTF-8 or a legacy code page), in one line, NFC."""
    return decode_header(str(message.get(name, "") or ""))


def decode_header(value: str) -> str:
    """Return a header's value decoded; adjacent encoded words are joined before decoding, as some split a letter."""
    value = re.sub(r"\r?\n[ \t]?", " ", _from_surrogates(value[:HEADER_LIMIT]))
    out: list[str] = []
    pending, charset, position = b"", "", 0
    for word in _WORD.finditer(value):
        between = value[position : word.start()]
        given = word[1].split("*")[0].lower()
        if pending and (between.strip() or given != charset):
            out.append(decode_text(pending, charset))
            pending = b""
        if between.strip() or not position:
            out.append(between)
        pending, charset, position = pending + _word_bytes(word[2], word[3]), given, word.end()
    if pending:
        out.append(decode_text(pending, charset))
    out.append(value[position:])
    return unicodedata.normalize("NFC", " ".join("".join(out).split()))


def decode_text(raw: bytes, charset: str) -> str:
    """Return text by its charset; where that is unknown, untrue or does not fit, as
    ``code_pages`` has it: UTF-8, or the code page that makes words of it.
    """
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        name = ""
    if name in _UNTRUE_CHARSETS:
        return unicodedata.normalize("NFC", code_pages.decode(raw))
    try:
        return unicodedata.normalize("NFC", raw.decode(name))
    except (UnicodeError, LookupError, ValueError):
        return unicodedata.normalize("NFC", code_pages.decode(raw))


def part_name(part: Message) -> str:
    """Return the file name of a part, or nothing: RFC 2231, RFC 2047 inside quotes and plain 8-bit are all met."""
    for header, key in (("content-disposition", "filename"), ("content-type", "name")):
        try:
            given = part.get_param(key, None, header)
        except (ValueError, IndexError, TypeError, AttributeError):
            continue
        if isinstance(given, tuple):
            charset, _, value = given
            raw = value.encode("utf-8" if value.isascii() else "latin-1", "surrogateescape")
            return decode_header(decode_text(raw, charset or "utf-8"))
        if given:
            return decode_header(str(given))
    return ""


def part_bytes(part: Message) -> tuple[bytes, bool]:
    """Return the decoded content of a part, and whether it is whole."""
    payload = part.get_payload()
    if not isinstance(payload, str):
        return b"", False
    transfer = str(part.get("content-transfer-encoding", "")).strip().lower()
    if transfer == "base64":
        with suppress(ValueError):  # the common case, without another copy of what may be 50 MB
            return binascii.a2b_base64(payload), True
    charset = ("ascii", "surrogateescape") if _is_bytes(payload) else ("utf-8", "replace")
    raw = payload.encode(*charset)
    if transfer == "quoted-printable":
        return quopri.decodestring(raw), True
    if transfer in {"x-uuencode", "uuencode", "x-uue", "uue"}:
        return cast("bytes", part.get_payload(decode=True)), True
    if transfer != "base64":
        return raw, True
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    is_whole = len(letters) % 4 != 1
    return base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + b"==="), is_whole


def sent_at(message: Message) -> str:
    """Return when a mail says it was sent, ISO with its offset; nothing where it does not say."""
    try:
        moment = parsedate_to_datetime(str(message.get("date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return moment.isoformat() if moment.tzinfo else moment.isoformat() + "+00:00"


def _is_bytes(text: str) -> bool:
    return (
        not any(127 < ord(sign) < 0xDC80 or ord(sign) > 0xDCFF for sign in text)
        if not text.isascii()
        else True
    )


def _from_surrogates(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raw = value.encode("utf-8", "surrogateescape" if _is_bytes(value) else "replace")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return decode_legacy_name(raw)
    return value


def _word_bytes(form: str, content: str) -> bytes:
    if form in "qQ":
        return quopri.decodestring(content.replace("_", " ").encode("utf-8", "replace"), header=True)
    try:
        return base64.b64decode(re.sub(r"[^A-Za-z0-9+/]", "", content) + "===")
    except (binascii.Error, ValueError):
        return content.encode("utf-8", "replace")
