"""A strict reader of the sample drafts alone: what tests measure them by, apart from the engines for any text."""

import re
from dataclasses import dataclass, field

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
STARTS = (
    ("chuong", re.compile(r"Chương ([IV]+)()$")),
    ("dieu", re.compile(r"Điều (\d+)\. (.+)$")),
    ("khoan", re.compile(r"(\d+)\. (.+)$")),
    ("diem", re.compile(r"([a-zđ])\) (.+)$")),
)


@dataclass
class Unit:
    """A numbered unit: its own lines without its number (heading, chapeau, dash and closing lines), and its chương."""

    kind: str
    number: str
    chapter: str
    lines: list[str] = field(default_factory=list)


def units(paragraphs):
    """Return path → unit in reading order; the lines above Chương I are left out."""
    found, open_ = {}, {"chuong": "", "dieu": "", "khoan": "", "diem": ""}
    for line in paragraphs:
        start = next(((kind, match) for kind, pattern in STARTS if (match := pattern.match(line))), None)
        if start:
            _begin(found, open_, *start)
        elif open_["chuong"]:
            found[_holder(open_, line)].lines.append(line)
    return found


def _begin(found, open_, kind, match):
    number, text = match.groups()
    above = {"khoan": open_["dieu"], "diem": open_["khoan"]}.get(kind, "")
    path = ".".join(filter(None, (above, f"{kind}-{ROMAN.get(number, number)}")))
    for lower in list(open_)[list(open_).index(kind) :]:
        open_[lower] = ""
    open_[kind] = path
    assert path not in found, path
    found[path] = Unit(kind, number, open_["chuong"], [text] if text else [])


def _holder(open_, line):
    """A closing sentence belongs to what holds the list above it, a dash line to what it stands in."""
    if open_["diem"]:
        return open_["khoan"]
    if open_["khoan"]:
        return open_["khoan"] if line.startswith("- ") else open_["dieu"]
    return open_["dieu"] or open_["chuong"]
