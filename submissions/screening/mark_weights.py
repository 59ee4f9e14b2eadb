"""How sure a form of a mark is in the place where it stands."""

from __future__ import annotations

from typing import Final

from submissions.screening.letters import plainly
from submissions.screening.mark_cells import Cell, Place, first_word, is_letterhead, last_word
from submissions.screening.mark_forms import Case, Form, Level, Spelling

#: Words that make another word of the "mật" on the next line, as written and without marks: bảo mật, họp mặt …
_BEFORE: Final = frozenset(("bảo", "bí", "cơ", "cẩn", "thân", "ẩn", "trinh"))
_BEFORE_BARE: Final = frozenset(
    plainly(
        "bảo bí cơ cẩn thân ẩn họp gặp ra tiền thay vắng bề về đôi khám buổi các nhiều hai sự điều không người đường"
    ).split()
)
_AFTER: Final = frozenset(("mã", "khẩu", "ong", "thiết", "vụ", "nghị"))
_AFTER_BARE: Final = frozenset(
    plainly(
        "mã khẩu ong thiết vụ trận bằng hàng trời trăng nước đường an đoàn tiền cắt khác trật cân dây mùa tích"
    ).split()
)
#: Words before a mark on the line above, in a title about secret papers.
_TITLE_ENDS: Final = frozenset(("liệu", "bản", "sơ", "độ", "loại", "dấu", "nước"))
_GOING_ON: Final = frozenset(("độ", "và", "hoặc", "là", "loại", "dấu", "thuộc", "tối", "tuyệt"))
_SENTENCE_WORDS: Final = 11


def weigh(form: Form, cell: Cell) -> bool | None:
    """Tell whether a form is a mark for certain (True), perhaps (False) or not at all (None).

    Near a letterhead and in headers every spelling counts; further down capitals do, or a label with its colon. A
    form that goes on with a sentence or a title of the line before, or makes another word with it, does not.
    """
    if form.is_alone and form.level is Level.SECRET and _makes_another_word(form, cell):
        return None
    if form.case is not Case.CAPITALS and not form.is_labelled and _goes_on(cell):
        return None
    if cell.is_in_table:
        return _weigh_value(form, cell)
    is_certain = _weigh_deep(form) if cell.place is Place.DEEP else _weigh_at_head(form)
    if is_certain is None or not cell.is_listed:
        return False if is_certain and _ends_title(form, cell) else is_certain
    goes_on = cell.text.rstrip().endswith((";", ","))
    is_item = cell.place is Place.DEEP or cell.is_numbered or cell.has_other_items or goes_on
    return None if is_item and form.case is not Case.CAPITALS and not form.is_labelled else False


def _weigh_at_head(form: Form) -> bool | None:
    is_low = form.case is not Case.CAPITALS
    has_level = form.level is not Level.SECRET
    if form.spelling is Spelling.OTHER_WORD:
        is_likely = (
            form.is_misread
            or has_level
            or form.is_labelled
            or "khan" in form.closing
            or (form.is_boxed and not is_low)
        )
        return False if is_likely else None
    if form.spelling is Spelling.EXACT:
        return True
    if form.spelling is Spelling.BROKEN:
        return not is_low and (has_level or form.is_boxed or form.is_alone)
    if form.is_labelled:
        return form.is_parted or has_level
    if is_low:
        return has_level and form.is_boxed
    return form.is_alone or has_level or bool(form.closing)


def _weigh_deep(form: Form) -> bool | None:
    if form.spelling is Spelling.EXACT and (
        form.case is Case.CAPITALS or (form.is_labelled and form.is_parted)
    ):
        return True
    if form.spelling is Spelling.EXACT:
        return False if form.is_boxed or "nay" in form.opening else None
    if form.case is not Case.CAPITALS or form.spelling is Spelling.OTHER_WORD:
        return None
    return form.spelling is Spelling.BARE and form.level is not Level.SECRET


def _weigh_value(form: Form, cell: Cell) -> bool | None:
    """Weigh a value in a row of values: a list may name levels without being secret."""
    if form.spelling is not Spelling.EXACT:
        return False if form.spelling is Spelling.BARE and form.level is not Level.SECRET else None
    if form.case is Case.CAPITALS:
        return form.level is not Level.SECRET and cell.place is not Place.DEEP
    return False if form.level is not Level.SECRET and cell.place is not Place.DEEP else None


def _makes_another_word(form: Form, cell: Cell) -> bool:
    before, after = last_word(cell.before), first_word(cell.after)
    if form.spelling is Spelling.EXACT:
        is_degree = after == "độ" and not plainly(cell.after).startswith(("do khan", "do mat"))
        return before in _BEFORE or after in _AFTER or is_degree
    if form.spelling is Spelling.OTHER_WORD:
        is_slip = form.is_boxed or form.is_misread
        return not is_slip or plainly(before) in _BEFORE_BARE or plainly(after) in _AFTER_BARE
    return plainly(before) in _BEFORE_BARE or plainly(after) in _AFTER_BARE


def _goes_on(cell: Cell) -> bool:
    before = cell.before.rstrip()
    if before.endswith((".", ":", ";", "!", "?", "…")) or "\t" in before or is_letterhead(before):
        return False
    words = before.split()
    return (
        len(words) >= _SENTENCE_WORDS
        or (len(words) > 2 and last_word(before) in _GOING_ON)
        or before.endswith(",")
    )


def _ends_title(form: Form, cell: Cell) -> bool:
    return form.is_alone and len(cell.before.split()) > 3 and last_word(cell.before) in _TITLE_ENDS
