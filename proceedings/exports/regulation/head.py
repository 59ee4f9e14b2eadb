"""What stands above and below the text, as lines: head, title, signing, recipients."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

from django.utils.translation import gettext as _

from proceedings.exports.regulation.document import Power, RegulationDocument
from proceedings.exports.regulation.looks import Component, LayoutProfile, Look

BLANK = "\u00a0" * 6  # what is written in by hand later; no-break, so that it stays as wide as it is
_FULL = 0.95  # of a line: what is estimated to need more does not fit
#: The blank after a comma, or before a word that joins: there a title may be parted.
_PAUSE = re.compile(
    "(?<=[,;:]) | (?=(?:và|của|giữa|với|về|trong|đối với|theo|hoặc|trên|tại|cho|từ|do) )", re.IGNORECASE
)
#: The blank before the place in the name of a body: ỦY BAN NHÂN DÂN | TỈNH BẮC NINH.
_PLACE = re.compile(
    " (?=(?:tỉnh|thành phố|trung ương|xã|phường|đặc khu|huyện|quận|khu vực|việt nam|và|thuộc) )",
    re.IGNORECASE,
)
_MILLIMETRE = 25.4 / 72
_LETTER, _CAPITAL = 0.43, 0.61  # mean widths of bold letters as shares of the size, measured on titles
#: Openers of a subject that are no names, so that a small letter may begin them.
_OPENERS = (
    "Bổ nhiệm", "Chế độ", "Chức năng", "Công tác", "Giải quyết", "Hoạt động", "Kiểm tra", "Làm việc", "Lãnh đạo",
    "Mối quan hệ", "Phân cấp", "Phân công", "Phối hợp", "Quản lý", "Quy định", "Quy trình", "Sửa đổi", "Thi đua",
    "Thực hiện", "Tiếp nhận", "Tổ chức", "Trách nhiệm", "Về", "Xây dựng", "Xử lý",
)  # fmt: skip


class LayoutRefused(ValueError):
    """The document asks for something that its family does not have; the message says what."""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of the head or foot with its look; `rule` is the length in millimetres of the line below it, or 0."""

    component: Component
    text: str
    rule: float = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The head as two rows of two columns: bodies and nation, number and date."""

    left: tuple[HeadLine, ...]
    right: tuple[HeadLine, ...]
    number: tuple[HeadLine, ...]
    place_date: tuple[HeadLine, ...]


def head_of(document: RegulationDocument, profile: LayoutProfile) -> Head:
    """The head of a document. A text that another one issues has neither number nor date of its own."""
    has_number = not document.issued_with or bool(document.symbol)
    number = number_line(document.number, document.symbol, profile)
    has_date = has_number or document.dated_on is not None
    return Head(
        left=_bodies(document, profile),
        right=_nation(profile),
        number=(
            *((HeadLine(Component.NUMBER, number),) if has_number else ()),
            *((HeadLine(Component.DRAFT_MARK, document.draft_mark),) if document.draft_mark else ()),
        ),
        place_date=(HeadLine(Component.PLACE_DATE, date_line(document)),) if has_date else (),
    )


def _bodies(document: RegulationDocument, profile: LayoutProfile) -> tuple[HeadLine, ...]:
    lines, column = [], profile.line_width * profile.left_share
    if document.superior_body:
        superior = broken(document.superior_body, profile.looks[Component.SUPERIOR], column, _PLACE)
        lines.append(HeadLine(Component.SUPERIOR, superior))
    if document.issuing_body:
        look = profile.looks[Component.ISSUER]
        issuer = broken(document.issuing_body, look, column, _PLACE)
        width = max(min(text_width(line, look), column) for line in issuer.split("\n"))
        lines.append(HeadLine(Component.ISSUER, issuer, width * profile.signs.issuer_rule))
        if profile.signs.issuer_sign:
            lines.append(HeadLine(Component.ISSUER, profile.signs.issuer_sign))
    return tuple(lines)


def _nation(profile: LayoutProfile) -> tuple[HeadLine, ...]:
    signs = profile.signs
    if not signs.motto:
        return (HeadLine(Component.NATION, signs.nation, signs.nation_rule),)
    return (
        HeadLine(Component.NATION, signs.nation),
        HeadLine(Component.MOTTO, signs.motto, signs.nation_rule),
    )


def number_line(number: str, symbol: str, profile: LayoutProfile) -> str:
    """The number and symbol as the family writes them: "Số 05-QĐ/TW"; blank where there is no number, never 0."""
    bare = number.strip()
    if bare.isdecimal():
        bare = f"{int(bare):02}" if int(bare) else ""
    return profile.signs.number.format(number=bare or BLANK, symbol=symbol.strip(" -/"))


def date_line(document: RegulationDocument) -> str:
    """Place and date: days below 10 and the months 1 and 2 get a zero; without a date the year of the draft."""
    place = document.place or "…………"
    day = document.dated_on
    if day is None:
        return f"{place}, ngày{BLANK}tháng{BLANK}năm {document.created.year}"
    return f"{place}, {written_date(day)}"


def written_date(day: date) -> str:
    """A date in words: "ngày 05 tháng 01 năm 2026", "ngày 15 tháng 3 năm 2026"."""
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def title_of(document: RegulationDocument, profile: LayoutProfile) -> tuple[HeadLine, ...]:
    """The lines of the title: type, subject with the sign or rule below, and the document that issues the text."""
    lines = []
    if document.type_name:
        lines.append(HeadLine(Component.TYPE_NAME, document.type_name))
    if document.subject:
        look = profile.looks[Component.SUBJECT]
        subject = broken(
            begun(document.subject, is_lower=profile.signs.starts_lower), look, profile.line_width
        )
        width = max(text_width(line, look) for line in subject.split("\n"))
        has_rule_here = not document.issued_with
        rule = width * profile.signs.subject_rule if has_rule_here else 0
        lines.append(HeadLine(Component.SUBJECT, subject, rule))
    if document.issued_with:
        text = f"({document.issued_with.strip().removeprefix('(').removesuffix(')')})"
        rule = 50 if profile.signs.subject_rule else 0
        lines.append(HeadLine(Component.ISSUED_WITH, text, rule))
    if profile.signs.subject_sign and lines:
        lines.append(HeadLine(Component.SUBJECT, profile.signs.subject_sign))
    return tuple(lines)


def begun(subject: str, *, is_lower: bool) -> str:
    """The subject with the first letter that the family wants; a first word that may be a name stays as it is."""
    subject = subject.strip()
    if not is_lower:
        return subject[:1].upper() + subject[1:]
    subject = unicodedata.normalize("NFC", subject)
    is_opener = subject.startswith(tuple(f"{opener} " for opener in _OPENERS))
    return subject[:1].lower() + subject[1:] if is_opener else subject


def signing_of(document: RegulationDocument, profile: LayoutProfile) -> tuple[HeadLine, ...]:
    """Power, post and name of who signs; nothing stands where a draft is silent. Raises LayoutRefused."""
    signing = document.signing
    if signing is None:
        return ()
    if signing.power not in profile.signs.powers and signing.power is not Power.OWN:
        raise LayoutRefused(
            _(
                "%(family)s không ký thừa ủy quyền. Hãy chọn lại quyền hạn của người ký; dữ liệu không thay đổi."
            )
            % {"family": profile.name}
        )
    sign = profile.signs.powers.get(signing.power, "")
    power = f"{sign} {signing.whose}".strip() if signing.whose else ""
    lines = [HeadLine(Component.POWER, power)] if power else []
    lines += [HeadLine(Component.POST, post) for post in signing.post.split("\n") if post.strip()]
    lines += [HeadLine(Component.NAME, signing.name)] if signing.name.strip() else []
    return tuple(lines)


def recipients_of(document: RegulationDocument) -> tuple[HeadLine, ...]:
    """ "Nơi nhận:" and a line with a hyphen for each; the last ends in a point, the others in a semicolon."""
    names = [name.strip(" -;.") for name in document.recipients]
    names = [name for name in names if name]
    if not names:
        return ()
    ends = [";"] * (len(names) - 1) + ["."]
    lines = (HeadLine(Component.RECIPIENTS, f"- {name}{end}") for name, end in zip(names, ends, strict=True))
    return (HeadLine(Component.RECIPIENTS_HEAD, "Nơi nhận:"), *lines)


def broken(text: str, look: Look, width: float, pause: re.Pattern[str] = _PAUSE) -> str:
    """A title that needs several lines, parted by line ends where a reader pauses, so that no word pair is torn.

    The parts are about equal; a title that has line ends of its own, or no pause at a fit place, stays as it is.
    """
    text = unicodedata.normalize("NFC", text)
    count = ceil(text_width(text, look) / width / _FULL)
    if count < 2 or "\n" in text:
        return text
    aims = [len(text) * place / count for place in range(1, count)]
    places = [found.start() for found in pause.finditer(text)]
    chosen = [min(places, key=lambda place: abs(place - aim), default=0) for aim in aims]
    parts = [text[start:end].strip() for start, end in pairwise((0, *chosen, len(text)))]
    fits = all(parts) and all(text_width(part, look) <= width for part in parts)
    return "\n".join(parts) if fits else text


def text_width(text: str, look: Look) -> float:
    """About how wide a line is, in millimetres: good to a tenth, which is what rules of 1/3 to 1/2 ask for."""
    shown = text.upper() if look.is_capitals else text
    capitals = sum(char.isupper() for char in shown)
    share = _LETTER + (_CAPITAL - _LETTER) * capitals / max(len(shown.replace(" ", "")), 1)
    return len(shown) * share * look.size * _MILLIMETRE
