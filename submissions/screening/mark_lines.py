"""The marks in one line: cells that are a mark, brackets with one in them, a mark run together with a letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from submissions.screening.letters import plainly
from submissions.screening.mark_cells import LONGEST_LINE, Place, cells_of, parts_of
from submissions.screening.mark_forms import Case, Form, Level, Spelling
from submissions.screening.mark_slips import read_form
from submissions.screening.mark_weights import weigh


@dataclass(frozen=True, slots=True)
class Reading:
    """A form that a line holds and how sure it is a mark."""

    form: Form
    is_certain: bool
    is_listed: bool = False


_BRACKETED = re.compile(r"[\[({【〔（]\s*([^\[\](){}]{2,60}?)\s*[\])}】〕）]")
_PARTS = re.compile(r"\s+[-–—•·*]+\s+|\s*[;|/]\s*|:\s+")
_CITES = re.compile("(?:can cu|thuc hien|theo|tiep theo|phuc dap|tra loi|xet|kem theo|tham chieu)\\b")
#: Folded beginnings of the lines of a letterhead.
_LETTERHEAD = re.compile(
    r"(?:dang cong san|cong hoa xa hoi|doc lap tu do|(?:tinh|thanh|dang|huyen|quan|thi|chi) uy|dang bo|uy ban|hoi dong|"
    r"ban (?:thuong vu|chap hanh|can su|dan van|to chuc|tuyen giao|noi chinh|bi thu|kinh te|dan van|thuong truc)|"
    r"bo [a-z]+|cong an|van phong|so (?:[0-9]|[a-z]{2,4} [a-z])|[0-9]{1,5} [a-z]{1,4} [a-z]|[a-z ]{2,40} ngay [0-9])"
)
_SAME_IN_EVERY_LETTER = re.compile(
    "dang cong san viet nam|cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc"
)
_LAST_WORDS_OF_OTHERS: Final = frozenset(("bảo", "bí", "cơ", "cẩn", "độ", "liệu", "bản", "sơ", "về"))
# "Độ mật" is a label and names no level.
_WORD_MAT = re.compile(r"(?<!\bdo )(?<!\bbao )\bmat\b")
_BOX = re.compile(r"[☐□☒☑]|\[[ xX✓]?\]|\([ xX]\)")
_TICKED = re.compile(r"(?:[☒☑✓✔✗✘■]|\[[xX✓]\]|\([xX]\))\s*([^☐☒☑□■✓✔✗✘\[\](){}]{2,30})")
_MOST_WORDS: Final = 30
_SHORT_LINE: Final = 15


def read_line(line: str, place: Place, before: str = "", after: str = "") -> Iterator[Reading]:
    """Yield the marks of one line in its place among its neighbours; a line of running text has none."""
    if len(line) > LONGEST_LINE and "\t" in line:
        for part in line.split("\t"):
            if len(part) <= LONGEST_LINE:
                yield from _read_cells(f"{part}\t-\t-", place)
    if len(line) > LONGEST_LINE or (place is Place.DEEP and len(line) > LONGEST_LINE // 2):
        return
    for chosen in _TICKED.findall(line):
        form = read_form(chosen)
        if form and form.is_alone and form.spelling is Spelling.EXACT:
            yield Reading(form, is_certain=True)
    if len(_BOX.findall(line)) > 1:
        return
    yield from _read_cells(line, place, before, after)
    yield from _read_brackets(line, place)
    if place is not Place.DEEP and len(line.split()) <= _MOST_WORDS:
        yield from _read_parts(line, place)
        yield from _read_beside_letterhead(line)


def _read_cells(line: str, place: Place, before: str = "", after: str = "") -> Iterator[Reading]:
    named = {form.level for part in parts_of(line) if (form := read_form(part)) and form.is_alone}
    is_list = len(named) > 1
    for cell in cells_of(line, place, before, after):
        form = read_form(cell.text)
        if not form or (is_certain := weigh(form, cell)) is None:
            continue
        if not is_list:
            yield Reading(form, is_certain, cell.is_listed)
        elif form.is_alone and form.case is Case.CAPITALS:
            yield Reading(form, is_certain=False)


def _read_brackets(line: str, place: Place) -> Iterator[Reading]:
    """Read ``Báo cáo tình hình (MẬT)``: brackets at an end of a short line, or capitals anywhere near the head."""
    words = line.split()
    for match in _BRACKETED.finditer(line):
        form = read_form(match[1])
        if not form or form.spelling < Spelling.BARE or not (form.is_alone or form.is_labelled):
            continue
        is_at_end = not line[match.end() :].strip(" .;*") or not line[: match.start()].strip(" *")
        is_capital = form.case is Case.CAPITALS
        if place is Place.DEEP:
            if is_capital and is_at_end and form.spelling is Spelling.EXACT and len(words) <= _SHORT_LINE:
                yield Reading(form, is_certain=False)
        elif is_capital and len(words) <= _MOST_WORDS and not _CITES.match(plainly(line)):
            yield Reading(form, is_certain=form.spelling is Spelling.EXACT)
        elif (
            is_at_end
            and len(words) <= _SHORT_LINE
            and form.spelling is Spelling.EXACT
            and form.case > Case.SMALL
        ):
            yield Reading(form, is_certain=False)


def _read_parts(line: str, place: Place) -> Iterator[Reading]:
    """Read ``MẬT: Báo cáo …`` and ``Tuyệt mật – Trang 2``: a part that is a mark, if one level alone is named."""
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    if len(parts) < 2:
        return
    forms = [form for part in parts if (form := read_form(part)) and form.spelling > Spelling.BROKEN]
    others = len(_WORD_MAT.findall(plainly(line))) - len(forms)
    if len({form.level for form in forms}) != 1 or others > 0:
        return
    form = max(forms, key=lambda one: (one.case, one.spelling))
    is_exact = form.spelling is Spelling.EXACT
    if form.case is Case.CAPITALS and (is_exact or form.level is not Level.SECRET):
        yield Reading(form, is_certain=is_exact)
        return
    is_short = len(line.split()) <= _SHORT_LINE and not line.rstrip().endswith((",", "."))
    is_likely = place is Place.ASIDE or form.level is not Level.SECRET or form.is_labelled
    is_likely = is_likely or any(_LETTERHEAD.match(plainly(part)) for part in parts)
    if form.case is Case.TITLE and is_exact and is_short and is_likely:
        yield Reading(form, is_certain=form.is_labelled)


def _read_beside_letterhead(line: str) -> Iterator[Reading]:
    """Read ``MẬT ĐẢNG CỘNG SẢN VIỆT NAM``: the columns of a letterhead run together in one line."""
    words = line.split()
    for count in range(1, min(len(words) - 1, 8) + 1):
        for mark, rest, is_first in (
            (words[:count], words[count:], True),
            (words[-count:], words[:-count], False),
        ):
            form = read_form(" ".join(mark))
            if not form or not form.is_alone or form.case is not Case.CAPITALS:
                continue
            is_exact = form.spelling is Spelling.EXACT
            is_other_word = not is_first and rest[-1].lower().strip(".,") in _LAST_WORDS_OF_OTHERS
            known = _LETTERHEAD if is_exact else _SAME_IN_EVERY_LETTER
            if not is_other_word and form.spelling >= Spelling.BARE and known.match(plainly(" ".join(rest))):
                yield Reading(form, is_exact)
