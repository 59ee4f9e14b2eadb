"""VĂN BẢN MẪU: letters of our own writing with the points that a reader finds in them; nobody's words.

The files hold letters below ``== name``. ``⟦kind anchor⟧…⟦/⟧`` is a point, ``-`` for no anchor, ``?a,b`` for one of
several; ``⟪…⟫`` in it is the wording. What stands outside asks for nothing. ``draft=none`` is read without a draft.
The rules were never adjusted to ``letters_apart.txt``; ``letters_further.txt`` was written after the first rules.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

_MARK = re.compile(r"⟦(?P<kind>[a-z_]+) (?P<anchor>\S+)⟧|(?P<close>⟦/⟧)|(?P<opening>⟪)|(?P<closing>⟫)")
_NO_DRAFT = "draft=none\n"


@dataclass
class Expected:
    """One point of a letter; ``text[start:end]`` is its span."""

    kind: str
    anchor: str
    candidates: tuple
    start: int
    end: int = 0
    wording: str = ""


@dataclass
class Letter:
    """One letter without its marks."""

    name: str
    text: str = ""
    has_draft: bool = True
    points: list = field(default_factory=list)


def read_letters(name):
    """The letters of a file beside this one."""
    content = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [_read(block) for block in re.split(r"^== ", content, flags=re.MULTILINE) if block.strip()]


def _read(block):
    name, _, body = block.partition("\n")
    letter = Letter(name.strip(), has_draft=not body.startswith(_NO_DRAFT))
    body = body.removeprefix(_NO_DRAFT).rstrip("\n")
    done, wording_start = 0, 0
    for mark in _MARK.finditer(body):
        letter.text += body[done : mark.start()]
        done = mark.end()
        if mark["kind"]:
            letter.points.append(_open(mark["kind"], mark["anchor"], len(letter.text)))
        elif mark["close"]:
            letter.points[-1].end = len(letter.text)
        elif mark["opening"]:
            wording_start = len(letter.text)
        else:
            letter.points[-1].wording = letter.text[wording_start:]
    letter.text += body[done:]
    return letter


def _open(kind, anchor, start):
    if anchor.startswith("?"):
        return Expected(kind, "", tuple(anchor[1:].split(",")), start)
    return Expected(kind, "" if anchor == "-" else anchor, (), start)
