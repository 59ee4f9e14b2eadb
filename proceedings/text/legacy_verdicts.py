"""Which stretches of a document are TCVN3 or VNI: by their own words, and by their neighbours where these are few."""

import math
import re
import unicodedata
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
_FONT: Final = Weights(2.0, -2.0)
_UNICODE_NEIGHBOUR: Final = Weights(-12.0, -12.0)
_NEAR_LIMIT: Final = 10.0
_FONT_LIMIT: Final = 6.0
_DOCUMENT_LIMIT: Final = 8.0
_NEAR_SHARES: Final = (0.4, 0.2)
_CONTEXT_LIMIT: Final = 10.0
_AGAINST_SURE_WORDS: Final = -4.0
TELLING_ALONE: Final = 6.0
_SURE_ALONE: Final = 8.0
_PRESENT: Final = 3.0
_OWN_GAP: Final = 5.0
_FONT_SHARE: Final = 0.5
_DOCUMENT_SHARE: Final = 0.25
_TELLING: Final = 2.0
_CERTAIN: Final = 2.0
_SAFE: Final = 3.5
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
    was possible and not chosen; ``is_thin`` tells that it was chosen on little evidence.
    """

    paragraph: int
    key: str
    runs: list[Run]
    is_unicode: bool
    own: Weights = NO_WEIGHT
    verdict: Legacy = Legacy.UNICODE
    rival: Legacy | None = None
    is_thin: bool = False
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


_MOVED: Final = re.compile(
    "(?<=[A-Za-z\uf020-\uf0ff])[\uf020-\uf0ff]|[\uf020-\uf0ff](?=[A-Za-z\uf020-\uf0ff])"
)


def as_arrived(text: str) -> str:
    """Return the text with the letters that Word moved to U+F0xx, for fonts marked as symbol fonts, moved back.

    A sign alone, which a bullet is, stays.
    """
    return text if text.isascii() else _MOVED.sub(lambda found: chr(ord(found[0]) - 0xF000), text)


def part(paragraphs: Sequence[Sequence[Run]]) -> list[Stretch]:
    """Return the stretches of all paragraphs, in order, their letters composed (NFC)."""
    stretches: list[Stretch] = []
    keys: dict[str, str] = {}
    for number, runs in enumerate(paragraphs):
        last: Stretch | None = None
        for run in runs:
            key = keys.get(run.font)
            if key is None:
                key = keys.setdefault(run.font, font_key(run.font))
            if not (is_ascii := run.text.isascii()) and not unicodedata.is_normalized("NFC", run.text):
                run = Run(unicodedata.normalize("NFC", run.text), run.font)
            is_unicode = not is_ascii and UNICODE_LETTERS.search(run.text) is not None
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
    document = NO_WEIGHT.plus(_sum(stretches).within(_DOCUMENT_LIMIT), _DOCUMENT_SHARE)
    known = document.plus(_present(stretches))
    for key, members in by_key.items():
        _judge_together(key, members, known)


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


def _present(stretches: Sequence[Stretch]) -> Weights:
    """Return what it is worth that a document surely holds an encoding somewhere."""
    own = [stretch.own for stretch in stretches if stretch.is_open]
    return Weights(
        _PRESENT if max(one.tcvn3 for one in own) >= _SURE_ALONE else 0.0,
        _PRESENT if max(one.vni for one in own) >= _SURE_ALONE else 0.0,
    )


def _judge_together(key: str, members: Sequence[Stretch], known: Weights) -> None:
    hint = _hint(key).plus(known)
    total = _sum(members)
    before = _neighbours(members)
    after = _neighbours(members[::-1])[::-1]
    for stretch, left, right in zip(members, before, after, strict=True):
        if not stretch.is_open:
            continue
        others = total.plus(stretch.own, -1.0) if _tells(stretch) else total
        context = NO_WEIGHT.plus(others.within(_FONT_LIMIT), _FONT_SHARE)
        for near in (left, right):
            for neighbour, share in zip(near, _NEAR_SHARES, strict=False):
                context = context.plus(neighbour.within(_NEAR_LIMIT), share)
        _decide(stretch, hint, context.within(_CONTEXT_LIMIT))


def _neighbours(members: Sequence[Stretch]) -> list[tuple[Weights, ...]]:
    """Return for every stretch what the nearest telling ones before it say, the nearest first."""
    found: list[tuple[Weights, ...]] = []
    near: tuple[Weights, ...] = ()
    for stretch in members:
        found.append(near)
        if _tells(stretch):
            near = (stretch.evidence, *near)[: len(_NEAR_SHARES)]
    return found


def _decide(stretch: Stretch, hint: Weights, context: Weights) -> None:
    own = stretch.own
    posterior = Weights(*map(_posterior, own, hint, context))
    by_own = own.tcvn3 - own.vni
    leads = by_own if abs(by_own) >= _OWN_GAP else posterior.tcvn3 - posterior.vni
    encoding, likelihood = (Legacy.TCVN3, posterior.tcvn3) if leads >= 0 else (Legacy.VNI, posterior.vni)
    if likelihood >= _CERTAIN and abs(leads) >= _APART:
        stretch.verdict = encoding
        stretch.is_thin = likelihood < _SAFE
    elif likelihood >= _POSSIBLE and max(own) > 0:
        stretch.rival = encoding


def _posterior(own: float, hint: float, context: float) -> float:
    """Return how likely a reading is; against words that are sure by themselves the context counts for less."""
    return own + hint + (max(context, _AGAINST_SURE_WORDS) if own >= TELLING_ALONE else context) + _RARITY
