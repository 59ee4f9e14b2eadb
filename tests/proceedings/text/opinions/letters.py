"""VĂN BẢN MẪU: letters of our own writing with the points that a reader finds in them; nobody's words.

The files hold letters below ``== name``. ``⟦kind anchor⟧…⟦/⟧`` is a point, ``-`` for no anchor, ``?a,b`` for one of
several; ``⟪…⟫`` in it is the wording. What stands outside asks for nothing. ``draft=none`` is read without a draft.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

_MARK = re.compile(r"⟦(?P<kind>[a-z_]+) (?P<anchor>\S+)⟧|(?P<close>⟦/⟧)|(?P<open_wording>⟪)|(?P<close_wording>⟫)")


@dataclass
class Expected:
    kind: str
    anchor: str = ""
    candidates: tuple = ()
    start: int = 0
    end: int = 0
    wording: str = ""


@dataclass
class Letter:
    name: str
    text: str = ""
    has_draft: bool = True
    points: list = field(default_factory=list)


def read_letters(name):
    content = (Path(__file__).with_name(name)).read_text(encoding="utf-8")
    return [_read(block) for block in re.split(r"^== ", content, flags=re.MULTILINE) if block.strip()]


def _read(block):
    name, _, body = block.partition("\n")
    letter = Letter(name.strip())
    if body.startswith("draft=none\n"):
        letter.has_draft, body = False, body.partition("\n")[2]
    done, wording_start = 0, 0
    body = body.rstrip("\n")
    for mark in _MARK.finditer(body):
        letter.text += body[done : mark.start()]
        done = mark.end()
        if mark["kind"]:
            anchor, candidates = mark["anchor"], ()
            if anchor.startswith("?"):
                anchor, candidates = "", tuple(anchor[1:].split(","))
            letter.points.append(Expected(mark["kind"], anchor.strip("-") if anchor == "-" else anchor, candidates, len(letter.text)))
        elif mark["close"]:
            letter.points[-1].end = len(letter.text)
        elif mark["open_wording"]:
            wording_start = len(letter.text)
        else:
            letter.points[-1].wording = letter.text[wording_start:]
    letter.text += body[done:]
    return letter
