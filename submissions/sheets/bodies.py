"""Who speaks in a row: a committee by any of its names on the day of the document, or another kind of body."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from proceedings.models import Committee
from proceedings.text.folding import fold
from proceedings.vocabulary import BodyKind
from submissions.letterhead.names import read_name

#: What may stand before the name of a province and still mean its committee.
_BEFORE: Final = re.compile(
    "(?:(?:"
    + "|".join(
        fold(words)
        for words in (
            "ban thường vụ", "btv", "ban chấp hành", "bch", "thường trực", "đảng bộ", "tỉnh ủy", "thành ủy", "tu",
            "tỉnh", "thành phố", "tp",
        )
    )
    + ") )*"
)  # fmt: skip
_FIRST_WORDS: Final = tuple(
    (tuple(fold(words).split()), kind)
    for kind, phrases in {
        BodyKind.PARTY_BODY: (
            "đảng ủy | đảng đoàn | ban cán sự đảng | ban cán sự | văn phòng trung ương | "
            "ban tổ chức trung ương | ban tuyên giáo | ban tuyên giáo và dân vận | ban dân vận | "
            "ban nội chính | ban kinh tế trung ương | ban đối ngoại | ủy ban kiểm tra | "
            "hội đồng lý luận | quân ủy | ban chính sách | ban bí thư | huyện ủy | thị ủy | "
            "quận ủy | học viện chính trị quốc gia"
        ),
        BodyKind.STATE_BODY: (
            "bộ | ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd | công an | sở | cục | "
            "tổng cục | vụ | thanh tra | tòa án | viện kiểm sát | kiểm toán nhà nước | "
            "văn phòng chính phủ | văn phòng quốc hội | văn phòng chủ tịch nước | "
            "ngân hàng nhà nước | bảo hiểm xã hội | quân khu | bộ đội biên phòng | "
            "đoàn đại biểu quốc hội | ủy ban"
        ),
        BodyKind.ORGANISATION: (
            "mặt trận tổ quốc | ủy ban mặt trận tổ quốc | ủy ban trung ương mặt trận tổ quốc | hội | "
            "liên đoàn | tổng liên đoàn | đoàn thanh niên | trung ương đoàn | trung ương hội | "
            "liên hiệp | hiệp hội | trường | học viện | đại học | viện | tập đoàn | tổng công ty | "
            "công ty | báo | tạp chí | đoàn"
        ),
        BodyKind.PERSON: ("đồng chí | ông | bà | đ c | gs | pgs | ts | ths | luật sư | nhà báo | cá nhân"),
    }.items()
    for words in phrases.split(" | ")
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name means: the committee on that day, else the committees that bore it at other times."""

    committee: Committee | None = None
    others: tuple[Committee, ...] = ()


class Bodies:
    """The committees by their names, made once for a whole table."""

    def __init__(self, committees: Iterable[Committee]) -> None:
        self._by_name: dict[str, list[Committee]] = {}
        for committee in committees:
            self._by_name.setdefault(committee.name, []).append(committee)
        self._by_key: dict[str, tuple[str, bool]] = {}

    def committee(self, text: str, day: datetime.date) -> Named:
        """Return the committee that a text names on a day: ``Tỉnh ủy Bắc Ninh``, ``TU Bắc Ninh``, ``Bắc Ninh``."""
        known, is_sure = self._read(text)
        same = tuple(self._by_name.get(known, ()))
        if not same or not is_sure:
            return Named()
        found = next((committee for committee in same if committee.is_in_force_on(day)), None)
        return Named(found, () if found else same)

    def suggestion(self, text: str, day: datetime.date) -> str:
        """Return the full name of the committee that a misspelt text may mean on a day, or an empty text."""
        known, _is_sure = self._read(text)
        return next((each.full_name for each in self._by_name.get(known, ()) if each.is_in_force_on(day)), "")

    def _read(self, text: str) -> tuple[str, bool]:
        key = fold(text)
        if key not in self._by_key:
            bare = _BEFORE.sub("", key, count=1) if len(key) < 120 else ""
            name = read_name(bare) if bare else None
            self._by_key[key] = (name.name, name.certainty >= 1) if name else ("", False)
        return self._by_key[key]


def kind_of_body(name: str) -> BodyKind | None:
    """Return what kind of body a name says it is by its first words, None where it does not say."""
    words = tuple(fold(name).split())
    kinds = [(len(first), kind) for first, kind in _FIRST_WORDS if words[: len(first)] == first]
    return max(kinds, key=lambda found: found[0])[1] if kinds else None
