"""Signs of symbol fonts (bullets, ticks, arrows) → the Unicode signs that look like them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WINGDINGS: Final[Mapping[int, str]] = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○",
    0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xB2: "✧", 0xC7: "↖", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL: Final[Mapping[int, str]] = {
    0x22: "∀", 0x24: "∃", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x41: "Α", 0x42: "Β", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ",
    0x50: "Π", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ",
    0x68: "η", 0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x77: "ω",
    0x78: "ξ", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xDE: "⇒",
}  # fmt: skip
_BULLET: Final = "•"
_PRIVATE: Final = range(0xF000, 0xF100)


def shown_sign(sign: str, font: str = "") -> str:
    """Return one sign as it looks in its font: a private one (U+F0xx) that is unknown becomes a bullet."""
    code = ord(sign)
    name = font.lower()
    is_private = code in _PRIVATE
    if not is_private and not _is_of_symbols(name):
        return sign
    low = code & 0xFF
    table = _SYMBOL if name.startswith("symbol") else _WINGDINGS
    if low in table:
        return table[low]
    if name.startswith("symbol") and 0x20 <= low < 0x7F:
        return chr(low)
    return _SYMBOL.get(low, _BULLET) if is_private else sign


def shown_signs(text: str, font: str = "") -> str:
    """Return a text with its private signs, and all those of a symbol font, as they look."""
    if _is_of_symbols(font.lower()):
        return "".join(sign if sign.isspace() else shown_sign(sign, font) for sign in text)
    if any(ord(sign) in _PRIVATE for sign in text):
        return "".join(shown_sign(sign, font) for sign in text)
    return text


def shown_bullet(text: str, font: str = "") -> str:
    """Return a list's bullet: the "o" that Word draws is a ring, a soft hyphen a hyphen."""
    if text == "o":
        return "◦"
    return shown_signs(text, font).replace("\xad", "-")


def _is_of_symbols(name: str) -> bool:
    return name.startswith(("wingdings", "symbol")) and not name.startswith(("wingdings 2", "wingdings 3"))
