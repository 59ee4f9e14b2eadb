"""The sample regulation on which the founding workshop consults: its two drafts, written for this software.

The real draft is not public. What the files hold is nobody's text: each says so in its first paragraph. The sample
opinions quote draft 1; draft 2 is what an editing group would make of them (:mod:`proceedings.sample.redrafting`).
"""

from __future__ import annotations

import datetime
import functools
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("drafts")
SLUG: Final = "quy-che-mau"
#: What the text is about, as it stands below its type name.
SUBJECT: Final = (
    "phối hợp giữa Đảng ủy Công an Trung ương với các Tỉnh ủy, Thành ủy về lãnh đạo công tác Đảng, công tác "
    "chính trị đối với Công an tỉnh, thành phố trực thuộc Trung ương"
)
TYPE_NAME: Final = "QUY CHẾ (bản mẫu)"
TITLE: Final = f"Quy chế (bản mẫu) {SUBJECT}"
SHORT_TITLE: Final = "Quy chế phối hợp (bản mẫu)"
#: The family of layouts and numbers that the text belongs to: Party, not State.
FAMILY: Final = "party"
MARK: Final = "VĂN BẢN MẪU: soạn riêng cho phần mềm này để minh họa, không phải văn bản của cơ quan nêu tên."
#: Of the sample's making, as all dates of its texts: a week before the first opinion, and after the workshop.
DATES: Final = (datetime.date(2021, 6, 28), datetime.date(2021, 9, 30))


class MalformedDraft(ValueError):
    """A file of the sample drafts is not as it must be; the message names the file."""


@dataclass(frozen=True, slots=True)
class SampleDraft:
    """One draft. ``paragraphs`` are its lines from the sample mark to the last khoản, NFC, each a paragraph."""

    number: int
    drafted_on: datetime.date
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the paragraphs parted by line ends, as every reader of text takes them."""
        return "\n".join(self.paragraphs)


@functools.cache
def drafts() -> tuple[SampleDraft, ...]:
    """Return draft 1 and draft 2. Raises :class:`MalformedDraft` where a file lacks its mark or is not NFC."""
    return tuple(_read(number, day) for number, day in enumerate(DATES, start=1))


def _read(number: int, day: datetime.date) -> SampleDraft:
    path = FOLDER / f"draft-{number}.txt"
    paragraphs = parse(path.read_text(encoding="utf-8"), name=path.name)
    return SampleDraft(number, day, paragraphs)


def parse(content: str, *, name: str) -> tuple[str, ...]:
    """Return the paragraphs of a draft's file, one a line, empty lines left out.

    Raises :class:`MalformedDraft` for a text that does not begin with the mark of a sample or is not NFC.
    """
    paragraphs = tuple(line for line in content.split("\n") if line)
    if paragraphs[:1] != (MARK,):
        raise MalformedDraft(f"{name}: the first paragraph is not the mark of a sample.")
    if not unicodedata.is_normalized("NFC", content):
        raise MalformedDraft(f"{name}: the text is not NFC.")
    return paragraphs
