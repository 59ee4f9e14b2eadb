"""What the name of a file and the sender of a mail say of a document: hints only, never sure."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import parseaddr
from typing import Final

from proceedings.text.dates import WrongDate, parse_date
from proceedings.text.folding import strip_marks
from proceedings.text.symbols import PARTY_KINDS, parse_symbol
from submissions.letterhead.names import name_pattern, read_name, short_names
from submissions.letterhead.pieces import skeleton_text


@dataclass(frozen=True, slots=True)
class Hint:
    """A name of a province from outside the document; ``is_city`` as in a body, ``confidence`` at most .7."""

    name: str
    confidence: float
    reason: str
    is_city: bool | None = None


LONGEST: Final = 300
_EXTENSION: Final = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{1,4}){1,2}$")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-ZĐ])")
_TO: Final = re.compile(r"(?:gui|goi|kinh gui|den)\s*$")
_OTHER: Final = re.compile(
    r"(?:cong an|ubnd|uy ban nhan dan|so|ca|bo chi huy|hdnd|mttq|truong|dang uy|huyen uy"
    r"|thi uy)\s*(?:tinh|tp|thanh pho)?\s*$"
)
_PLACES: Final = re.compile(
    rf"(?<![a-z])(?:(?P<province>tinh\s*uy|tu tinh)|(?P<city>thanh\s*uy)|(?P<any>t\.?u))?[\s.,-]{{0,4}}"
    rf"(?:(?:tinh|thanh\s{{0,3}}pho|tp)[\s.]{{0,3}})?(?P<name>{name_pattern()})(?![a-z])"
)
_SHORT: Final = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2,5})(?![A-Za-z0-9])")
_KINDS: Final = "|".join(sorted({strip_marks(kind) for kind in PARTY_KINDS}, key=len, reverse=True))
_SYMBOL: Final = re.compile(
    rf"(?<![0-9a-z])(?P<number>[0-9]{{1,5}})[\s._-]*(?P<kind>{_KINDS})[\s._/-]*(?P<issuer>(?:vp|bnc"
    rf"|btg|btc|ubkt)?tu|[a-z]{{2,8}}t[uw]|tw|du[a-z]{{0,6}})(?![a-z])"
)
_SYMBOL_TURNED: Final = re.compile(
    rf"(?<![0-9a-z])(?P<kind>{_KINDS})[\s._-]*(?:so)?[\s._-]*(?P<number>[0-9]{{1,5}})(?:[\s._-]*(?P<issuer>tu))?(?![a-z0-9])"
)
_STATE: Final = re.compile(
    r"(?<![0-9a-z])(?P<number>[0-9]{1,6})[\s._-]+(?P<tail>ubnd(?:-[a-z]{2,6})?)(?![a-z])"
)
_DAY: Final = re.compile(r"(?<![0-9])([0-9]{1,2})[._ -]([0-9]{1,2})[._ -]((?:19|20)[0-9]{2})(?![0-9])")
_DAY_TURNED: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[._-]?([01][0-9])[._-]?([0-3][0-9])(?![0-9])")
_LABELS: Final = re.compile(
    r"^(?:vptinhuy|vpthanhuy|tinhuy|thanhuy|vptu|vanphong|tu|vp|congan|ubnd)?(?P<name>[a-z]{5,24})$"
)
_PROPER: Final = {strip_marks(kind): kind for kind in sorted(PARTY_KINDS, key=lambda kind: -len(kind))}


def file_stem(file_name: str) -> str:
    """Return the name of a file without folder and extension, composed, its underscores as blanks."""
    stem = unicodedata.normalize("NFC", file_name[-LONGEST:]).replace("\\", "/").rsplit("/", 1)[-1]
    return re.sub(r"[_+\s]+", " ", _EXTENSION.sub("", stem)).strip()


def hints_of_file(file_name: str) -> list[Hint]:
    """Return the names of provinces in the name of a file, best first."""
    stem = file_stem(file_name)
    hints = list(_named(stem, "file_name", is_party=bool(_party_symbol(stem))))
    if not hints:
        for short in _SHORT.findall(stem):
            meanings = (
                () if strip_marks(short) in _PROPER or short in {"TU", "TW"} else short_names().get(short, ())
            )
            chance = 0.5 if len(meanings) == 1 else 0.3
            hints += [Hint(name, chance, "file_name_short") for name in meanings]
    return sorted(hints, key=lambda hint: -hint.confidence)


def hints_of_sender(sender: str) -> list[Hint]:
    """Return the names of provinces in the name and the address of a mail's sender, best first."""
    shown, address = parseaddr(_decoded(sender))
    hints = list(_named(unicodedata.normalize("NFC", shown or sender), "sender", is_party=False))
    is_other = bool(re.search(r"congan|ubnd|police|@so|bocongan", address.lower()))
    for label in re.split(r"[@.\-_]", address.lower()):
        match = _LABELS.match(label)
        name = read_name(match["name"]) if match else None
        if name and name.certainty == 1:
            hints.append(Hint(name.name, 0.2 if is_other else 0.5, "sender_address"))
    return sorted(hints, key=lambda hint: -hint.confidence)


def _decoded(sender: str) -> str:
    try:
        return str(make_header(decode_header(sender[:LONGEST])))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return sender[:LONGEST]


def _named(text: str, source: str, *, is_party: bool) -> Iterator[Hint]:
    skeleton = skeleton_text(_CAMEL.sub(" ", text)).replace("_", " ")
    for match in _PLACES.finditer(skeleton):
        name = read_name(match["name"])
        if name is None:
            continue
        before = skeleton[: match.start()]
        said = match["province"] or match["city"]
        is_city = True if match["city"] else False if match["province"] else None
        if _TO.search(before):
            yield Hint(name.name, 0.2, f"{source}_receiver", is_city)
        elif said:
            yield Hint(name.name, 0.7 if source == "file_name" else 0.65, source, is_city)
        elif _OTHER.search(before):
            yield Hint(name.name, 0.25, f"{source}_other_body")
        else:
            yield Hint(name.name, 0.65 if is_party or match["any"] else 0.45, source)


def _party_symbol(stem: str) -> re.Match[str] | None:
    plain = strip_marks(stem)
    match = _SYMBOL.search(plain)
    if match is None:
        match = next((turned for turned in _SYMBOL_TURNED.finditer(plain) if turned["issuer"]), None)
    return match


def symbol_of_file(file_name: str) -> str:
    """Return the symbol that the name of a file states (``123-CVTU_BN.pdf`` → ``123-CV/TU``), or nothing."""
    stem = file_stem(file_name)
    if match := _party_symbol(stem):
        kind = _PROPER[match["kind"]]
        return f"{match['number']}-{kind}/{match['issuer'].upper()}" if match["number"].strip("0") else ""
    if match := _STATE.search(strip_marks(stem)):
        symbol = parse_symbol(f"{match['number']}/{match['tail'].upper()}")
        return symbol.normalised if symbol else ""
    return ""


def day_of_file(file_name: str) -> datetime.date | None:
    """Return the date that stands in the name of a file."""
    stem = file_stem(file_name)
    for pattern, order in ((_DAY, (1, 2, 3)), (_DAY_TURNED, (3, 2, 1))):
        if match := pattern.search(stem):
            try:
                return parse_date("/".join(match[group] for group in order))
            except WrongDate:
                return None
    return None
