"""Every pair of tokens is readable, in light, dark and high contrast."""

import re
from itertools import product

import pytest
from django.conf import settings

STYLES = settings.BASE_DIR / "static" / "css"
BLOCK = re.compile(r"(?:@media ([^{]+?) )?\{?\s*(:root[^{]*?) \{([^}]*)\}")
HEX = re.compile(r"(--[\w-]+): (#[0-9a-f]{6});")
LIGHT, DARK, HELD_DARK, MORE, MORE_DARK, PAPER = range(6)


def colour_blocks():
    """The colours of each block of tokens.css that has any, in the order they are written."""
    text = re.sub(r"/\*.*?\*/", "", (STYLES / "tokens.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    blocks = [dict(HEX.findall(body)) for body in re.findall(r":root[^{]*\{([^}]*)\}", text)]
    return [block for block in blocks if block]


def themes():
    blocks = colour_blocks()
    return {
        "light": blocks[LIGHT],
        "dark": blocks[LIGHT] | blocks[DARK],
        "light, more contrast": blocks[LIGHT] | blocks[MORE],
        "dark, more contrast": blocks[LIGHT] | blocks[DARK] | blocks[MORE] | blocks[MORE_DARK],
        "paper": blocks[LIGHT] | blocks[PAPER],
    }


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs(tokens):
    """(foreground, background, least ratio) by the duty that the names declare."""
    named = {
        prefix: [t for t in tokens if t.startswith(f"--{prefix}")]
        for prefix in ("ground", "ink", "line", "fill")
    }
    yield from (
        (ink, ground, 7 if ink == "--ink" else 4.5) for ink, ground in product(named["ink"], named["ground"])
    )
    yield from ((line, ground, 3) for line, ground in product(named["line"] + named["fill"], named["ground"]))
    yield from ((token, token.replace("on", "fill", 1), 4.5) for token in tokens if token.startswith("--on-"))


def test_contrast_of_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("theme", themes())
def test_every_pair_of_tokens_is_readable(theme):
    tokens = themes()[theme]

    weak = {
        f"{front} on {back}": round(contrast(tokens[front], tokens[back]), 2)
        for front, back, least in pairs(tokens)
        if contrast(tokens[front], tokens[back]) < least
    }

    assert weak == {}


def test_dark_by_system_and_dark_by_choice_are_the_same():
    blocks = colour_blocks()

    assert blocks[DARK] == blocks[HELD_DARK]


def test_dark_answers_every_colour_of_light():
    blocks = colour_blocks()

    assert set(blocks[DARK]) == set(blocks[LIGHT])


@pytest.mark.parametrize("path", sorted(STYLES.rglob("*.css")), ids=lambda path: path.name)
def test_raw_colours_and_sizes_stand_in_the_tokens_only(path):
    if path.name == "tokens.css":
        pytest.skip("this is where they belong")
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"@media[^{]*\{", "{", text)
    text = re.sub(r"@page \{.*?\}\s*\}", "", text, flags=re.DOTALL)  # a sheet of paper takes no variables

    raw = re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|[\d.]+(?:px|rem|pt|mm)\b", text)

    assert raw == []
