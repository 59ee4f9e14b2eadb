"""Secrecy in the name of a file, where "mat" is far more often mặt, mất or mắt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from submissions.screening.letters import plainly, see, undo_mojibake
from submissions.screening.mark_forms import Case, Form, Level, Spelling
from submissions.screening.mark_slips import read_form
from submissions.screening.secret_symbols import level_of_symbol

Weighed = tuple[Level, bool]

_ENDINGS = re.compile(
    r"(?:\.(?:docx?m?|docm|dotx?|rtf|odt|pdf|xlsx?|xlsm|csv|txt|eml|msg|zip|rar|7z|jpe?g|png|tiff?|p7m|sig))+$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[\[({【（]([^\[\](){}]{1,40})[\])}】）]")
# "mat truoc.jpg", "mat 1.jpg": the sides of a card.
_PICTURE = re.compile(r"\.(?:jpe?g|png|tiff?|heic|webp)$", re.IGNORECASE)
_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")
_SYMBOL = re.compile(
    r"[0-9]{1,6}[-_ ./]*(?:CV|BC|TB|KH|QĐ|QD|NQ|TTr|CT|KL|HD)(?:[-_ ./]+[^\W\d_]+)*(?:\s*\([^\W\d_]{1,6}\))?",
    re.IGNORECASE,
)
#: What a mark follows or precedes besides numbers: kinds of documents, bodies in a symbol, urgency.
_SHORT: Final = frozenset(
    plainly(
        "CV BC TB KH QĐ NQ TTr TT CT KL HD PA ĐA GM BB TL VB HS TU UBND ĐU BCA BCH BTV v "
        "khẩn hỏa thượng số ngày tháng final scan signed"
    ).split()
)
#: The last words of kinds, before a mark, and the first ones, after it.
_ENDS_OF_KINDS: Final = _SHORT | frozenset(
    plainly("văn cáo liệu bản sơ trình hoạch luận điện ý phiếu tốc độ loại dấu").split()
)
_STARTS_OF_KINDS: Final = frozenset(plainly("công báo tài văn hồ tờ kế góp tham").split())
#: A name with one of these is about secrets; it is not one.
_TOPICS = re.compile(
    r"\b(?:bao ve|quan ly|bao quan|quy dinh|dang ky|quy che|huong dan|cong tac|soan thao|giai mat|tieu huy|luat|"
    r"nghi dinh|thong tu|danh muc|tap huan|bao mat|ve viec|ve)\b"
)
_BEFORE: Final = frozenset(plainly("bảo bí cơ cẩn thân ẩn trinh không phi").split())
_BEFORE_BARE: Final = _BEFORE | frozenset(
    plainly(
        "họp gặp ra tiền thay vắng bề về đôi khám buổi các nhiều mọi hai ba bốn sự điều thấm thất chủ khuôn song một "
        "nước thiếu kính vật nằm tại không đã bị việc người danh và"
    ).split()
)
_AFTER: Final = frozenset(plainly("khẩu mã ong thiết vụ nghị tông học nguyệt đạo phục sàn").split())


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    base: str

    @property
    def is_plain_before(self) -> bool:
        """Tell whether a mark would not follow it: it is no number and no kind of document."""
        return not self.base.isdigit() and self.base not in _ENDS_OF_KINDS

    @property
    def is_plain_after(self) -> bool:
        """Tell whether it goes on with a word before it: it is no number and no kind of document."""
        return not self.base.isdigit() and self.base not in _SHORT


def read_secret_name(name: str) -> Weighed | None:
    """Return the level that the name of a file, or a folder it lies in, tells of, and whether it leaves no doubt."""
    found = [
        weighed
        for part in re.split(r"[/\\]", unicodedata.normalize("NFC", undo_mojibake(name)))
        if (weighed := _read_part(_ENDINGS.sub("", part)))
    ]
    if _PICTURE.search(name) and not any(is_certain for _, is_certain in found):
        return None
    return max(found, key=lambda weighed: weighed[1], default=None)


def _read_part(stem: str) -> Weighed | None:
    for inside in _BRACKETED.findall(stem):
        form = read_form(inside)
        if form and form.spelling > Spelling.OTHER_WORD and (form.is_alone or form.is_labelled):
            return form.level, form.spelling is not Spelling.BROKEN
    if form := read_form(stem):
        return _weigh_whole(form)
    words = _words_of(stem)
    found = [weighed for place in range(len(words)) if (weighed := _read_word(words, place, stem))]
    if found:
        return max(found, key=lambda weighed: weighed[1])
    symbol = _SYMBOL.search(stem)
    code = level_of_symbol(re.sub(r"[_ .]", "-", symbol[0])) if symbol else None
    return (code[0], code[1] and "(" in stem) if code else None


def _weigh_whole(form: Form) -> Weighed | None:
    if form.spelling is Spelling.OTHER_WORD:
        return None
    is_certain = form.spelling is Spelling.EXACT or (
        form.spelling is Spelling.BARE
        and (
            form.is_labelled
            or form.level is not Level.SECRET
            or (form.case is Case.CAPITALS and form.is_alone)
        )
    )
    return form.level, is_certain


def _words_of(stem: str) -> list[_Word]:
    parts = [part for word in _WORDS.findall(stem) for part in _part_camel(word)]
    return [_Word(part, base) for part in parts if (base := see(part).base)]


def _part_camel(word: str) -> list[str]:
    """Part ``CVMatKhan`` into ``CV``, ``Mat``, ``Khan``."""
    starts = [0]
    for place in range(1, len(word)):
        before, here, after = word[place - 1], word[place], word[place + 1 : place + 2]
        if here.isupper() and (before.islower() or after.islower()):
            starts.append(place)
    return [word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True)]


def _read_word(words: list[_Word], place: int, stem: str) -> Weighed | None:
    word = words[place]
    joined = re.search("(tuyetmat|toimat)", word.base)
    if joined and len(word.base) > 3:
        return Level.ABSOLUTE if joined[0] == "tuyetmat" else Level.TOP_SECRET, True
    short = re.fullmatch("(?:cv|bc|tl|vb|hs|kh|ttr)mat", word.base)
    if short:
        return Level.SECRET, False
    if word.base != "mat" or not (form := read_form(word.text)):
        return None
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    pair = read_form(f"{before.text} {word.text}") if before and before.base in ("toi", "tuyet") else None
    is_exact = form.spelling is Spelling.EXACT
    if pair and pair.level is not Level.SECRET and pair.spelling > Spelling.OTHER_WORD:
        return _weigh_pair(pair, after, stem)
    if form.spelling is Spelling.OTHER_WORD or _is_other_word(before, after, is_exact):
        return None
    return _weigh_alone(form, before, after, stem)


def _weigh_pair(pair: Form, after: _Word | None, stem: str) -> Weighed | None:
    goes_on = after is not None and after.is_plain_after
    if pair.spelling is Spelling.EXACT:
        is_topic = bool(_TOPICS.search(_plain(stem)))
        return None if is_topic else (pair.level, True)
    if after and goes_on and pair.level is Level.TOP_SECRET and after.base not in _STARTS_OF_KINDS:
        return None
    return pair.level, not goes_on


def _is_other_word(before: _Word | None, after: _Word | None, is_exact: bool) -> bool:
    if before and before.base in (_BEFORE if is_exact else _BEFORE_BARE):
        return True
    return bool(after and (after.base in _AFTER or after.base == "do"))


def _weigh_alone(form: Form, before: _Word | None, after: _Word | None, stem: str) -> Weighed | None:
    is_exact = form.spelling is Spelling.EXACT
    stands_out = form.case is Case.CAPITALS and stem.upper() != stem
    if after and after.is_plain_after:
        if not is_exact or form.case is Case.SMALL or (before and before.is_plain_before):
            return None
        if before is None:
            return (form.level, after.base in _STARTS_OF_KINDS) if form.case is Case.CAPITALS else None
        is_topic = not stands_out and (_TOPICS.search(_plain(stem)) or stem.upper() == stem)
        return None if is_topic else (form.level, False)
    if not stands_out and _TOPICS.search(_plain(stem)):
        return None
    if before is None or not before.is_plain_before:
        return form.level, is_exact or (stands_out and before is not None)
    if is_exact and form.case is Case.TITLE and before.text.istitle():
        return None  # a name: Lệ Mật
    if is_exact:
        return form.level, stands_out
    return (form.level, False) if stands_out else None


def _plain(stem: str) -> str:
    return " ".join(word.base for word in _words_of(stem))
