"""Which stretches of a document are TCVN3 or VNI: by their own words, and by their neighbours where these are few."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from proceedings.text.legacy_readings import NO_WEIGHT, Weights, weigh_text
from proceedings.text.tcvn3 import plain_font_name

UNICODE_LETTERS: Final = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323\u031b]"
)
"""Proof of Unicode Vietnamese: letters and marks that neither encoding, read as Latin-1, can show."""

_SYMBOL_FONTS: Final = re.compile(r"symbol|wingdings|webdings|dingbats|mt extra|marlett")
_LEGACY_FONTS: Final = {".vn": "tcvn3", "vni": "vni"}

# Natural logarithms: how much rarer legacy text is, what a font name, neighbours and the document are worth.
_RARITY: Final = -4.0
_FONT: Final = Weights(3.0, -2.0)
_UNICODE_NEIGHBOUR: Final = Weights(-12.0, -12.0)
_NEAR_LIMIT: Final = 10.0
_FONT_LIMIT: Final = 6.0
_DOCUMENT_LIMIT: Final = 8.0
_NEAR_SHARES: Final = (0.8, 0.4)
_FONT_SHARE: Final = 0.5
_DOCUMENT_SHARE: Final = 0.25
_TELLING: Final = 2.0
_CERTAIN: Final = 2.0
_APART: Final = 1.5
_POSSIBLE: Final = 0.0


class Legacy(StrEnum):
    """The encoding of a stretch of text."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one font inside a paragraph."""

    text: str
    font: str = ""


@dataclass(slots=True)
class Stretch:
    """Neighbouring runs of one paragraph that are judged together: ``key`` names their kind of font.

    ``own`` is what the stretch's own words say; ``verdict`` what was decided, and ``rival`` the legacy reading that
    was possible and not chosen.
    """

    paragraph: int
    key: str
    runs: list[Run]
    is_unicode: bool
    own: Weights = NO_WEIGHT
    verdict: Legacy = Legacy.UNICODE
    rival: Legacy | None = None
    arrived: str = field(default="", repr=False)

    @property
    def is_open(self) -> bool:
        """Return whether the stretch might be legacy text at all."""
        return not self.is_unicode and not self.is_symbols

    @property
    def is_symbols(self) -> bool:
        """Return whether its font draws signs, not letters."""
        return _SYMBOL_FONTS.search(self.key) is not None

    @property
    def evidence(self) -> Weights:
        """Return what it tells its neighbours."""
        return _UNICODE_NEIGHBOUR if self.is_unicode else self.own


def font_key(font: str) -> str:
    """Return the kind of a font: ``.vn`` for all of TCVN3's, ``vni`` for all of VNI's, else its plain name."""
    name = plain_font_name(font)
    return next((prefix for prefix in _LEGACY_FONTS if name.startswith(prefix)), name)


_PRIVATE: Final = {code: code - 0xF000 for code in (*range(0xF020, 0xF07F), *range(0xF0A1, 0xF100))}


def as_arrived(text: str) -> str:
    """Return the text with the signs that Word moved to U+F0xx, for fonts marked as symbol fonts, moved back."""
    return text if text.isascii() else text.translate(_PRIVATE)


def part(paragraphs: Sequence[Sequence[Run]]) -> list[Stretch]:
    """Return the stretches of all paragraphs, in order."""
    stretches: list[Stretch] = []
    keys: dict[str, str] = {}
    for number, runs in enumerate(paragraphs):
        last: Stretch | None = None
        for run in runs:
            key = keys.get(run.font)
            if key is None:
                key = keys.setdefault(run.font, font_key(run.font))
            is_unicode = not run.text.isascii() and UNICODE_LETTERS.search(run.text) is not None
            if last is not None and last.key == key and last.is_unicode == is_unicode:
                last.runs.append(run)
            else:
                last = Stretch(number, key, [run], is_unicode)
                stretches.append(last)
    return stretches


def judge(stretches: Sequence[Stretch]) -> None:
    """Decide the encoding of every stretch.

    Nothing is asked of the font but which stretches belong together and, where the words leave it open, a hint:
    of 62 files that name .VnTime, 27 were Unicode (domain notes, E).
    """
    for stretch in stretches:
        if stretch.is_open:
            stretch.arrived = as_arrived("".join(run.text for run in stretch.runs))
            stretch.own = weigh_text(stretch.arrived)
    if not any(max(stretch.own) > 0 for stretch in stretches):
        return
    by_key: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        if not stretch.is_symbols:
            by_key[stretch.key].append(stretch)
    document = _sum(stretches).within(_DOCUMENT_LIMIT)
    for key, members in by_key.items():
        _judge_together(key, members, document)


def _sum(stretches: Sequence[Stretch]) -> Weights:
    telling = [stretch.evidence for stretch in stretches if _tells(stretch)]
    return Weights(math.fsum(one.tcvn3 for one in telling), math.fsum(one.vni for one in telling))


def _tells(stretch: Stretch) -> bool:
    return stretch.is_unicode or max(map(abs, stretch.own)) >= _TELLING


def _hint(key: str) -> Weights:
    encoding = _LEGACY_FONTS.get(key)
    if encoding is None:
        return NO_WEIGHT
    return _FONT if encoding == "tcvn3" else Weights(_FONT.vni, _FONT.tcvn3)


def _judge_together(key: str, members: Sequence[Stretch], document: Weights) -> None:
    hint = _hint(key)
    total = _sum(members)
    before = _neighbours(members)
    after = _neighbours(members[::-1])[::-1]
    for stretch, left, right in zip(members, before, after, strict=True):
        if not stretch.is_open:
            continue
        others = total.plus(stretch.own, -1.0) if _tells(stretch) else total
        posterior = stretch.own.plus(hint).plus(document, _DOCUMENT_SHARE)
        posterior = posterior.plus(others.within(_FONT_LIMIT), _FONT_SHARE)
        for near in (left, right):
            for neighbour, share in zip(near, _NEAR_SHARES, strict=False):
                posterior = posterior.plus(neighbour.within(_NEAR_LIMIT), share / 2)
        _decide(stretch, posterior)


def _neighbours(members: Sequence[Stretch]) -> list[tuple[Weights, ...]]:
    """Return for every stretch what the nearest telling ones before it say, the nearest first."""
    found: list[tuple[Weights, ...]] = []
    near: tuple[Weights, ...] = ()
    for stretch in members:
        found.append(near)
        if _tells(stretch):
            near = (stretch.evidence, *near)[: len(_NEAR_SHARES)]
    return found


def _decide(stretch: Stretch, posterior: Weights) -> None:
    encoding = Legacy.TCVN3 if posterior.tcvn3 >= posterior.vni else Legacy.VNI
    likelihood = max(posterior) + _RARITY
    if likelihood >= _CERTAIN and abs(posterior.tcvn3 - posterior.vni) >= _APART:
        stretch.verdict = encoding
    elif likelihood >= _POSSIBLE and max(stretch.own) > 0:
        stretch.rival = encoding
