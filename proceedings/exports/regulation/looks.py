"""What a layout is made of: how each component looks, the sheet, the pitch of the lines, the signs of a family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proceedings.exports.regulation.document import Family, Power


class Component(StrEnum):
    """The parts of a document for which the rules name a look; the values name styles in every writer."""

    NATION = "nation"  # quốc hiệu, or the title of the Party
    MOTTO = "motto"  # tiêu ngữ
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE_DATE = "place-date"
    TYPE_NAME = "type-name"
    SUBJECT = "subject"
    LETTER_SUBJECT = "letter-subject"  # trích yếu of a công văn
    ISSUED_WITH = "issued-with"
    ENACTING = "enacting"  # "QUYẾT ĐỊNH:" between the grounds and the text
    PREAMBLE = "preamble"
    BODY = "body"
    DIVISION = "division"  # phần, chương
    DIVISION_TITLE = "division-title"
    SECTION = "section"  # mục, tiểu mục
    SECTION_TITLE = "section-title"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"
    TABLE = "table"
    APPENDIX = "appendix"
    APPENDIX_TITLE = "appendix-title"
    POWER = "power"
    POST = "post"
    NAME = "name"
    RECIPIENTS_HEAD = "recipients-head"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"  # a signature block as a file had it
    DRAFT_MARK = "draft-mark"
    URGENCY = "urgency"  # khẩn, thượng khẩn, hỏa tốc
    PAGE_NUMBER = "page-number"


@dataclass(frozen=True, slots=True)
class Look:
    """How a component is printed: the size we chose in points, the sizes that `source` allows, the style."""

    size: float
    allowed: tuple[float, float]
    source: str
    is_bold: bool = False
    is_italic: bool = False
    is_capitals: bool = False
    is_underlined: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins in millimetres, and the least and greatest of each that `source` allows."""

    top: float
    bottom: float
    left: float
    right: float
    allowed: Mapping[str, tuple[float, float]]
    source: str
    may_mirror: bool = False  # two-sided printing: left and right change places on even pages


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The body: first line in millimetres, space between paragraphs in points, the pitch of the lines.

    `exact` is the pitch in points; where it is 0 the pitch is `multiple` of a single line.
    """

    first_line: float
    between: float
    source: str
    exact: float = 0
    multiple: float = 1
    allowed_exact: tuple[float, float] = (0, 0)
    allowed_multiple: tuple[float, float] = (0, 0)

    def pitch(self, size: float) -> float:
        """The distance of two lines of `size` points, in points."""
        return self.exact or size * SINGLE_LINE * self.multiple


#: Height of a single line of Times New Roman (and its twins) as a share of its size: ascent, descent and gap.
SINGLE_LINE = 1.15


@dataclass(frozen=True, slots=True)
class Signs:
    """The words and signs in which the families differ; rules in millimetres or as a share of the line above."""

    nation: str
    nation_rule: float  # below the last line of the nation, as long as its text
    motto: str
    issuer_rule: float  # share of the line; 0 where an asterisk stands instead
    issuer_sign: str  # "*" or nothing
    number: str  # "Số: {number}/{symbol}"
    subject_rule: float
    subject_sign: str
    letter_subject: str  # what the subject of a công văn begins with
    starts_lower: bool  # the subject begins with a small letter
    end: str
    powers: Mapping[Power, str]
    addressee: str
    addressee_of_submission: str  # in a tờ trình
    source: str


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """One set of rules and the days on which documents that follow it are dated; an open end is None.

    The shares of the two columns are our own; 10 mm from the edge to the page number is the custom, unverified.
    """

    key: str
    name: str
    family: Family
    valid_from: date | None
    valid_until: date | None
    margins: Margins
    paragraphs: Paragraphs
    signs: Signs
    looks: Mapping[Component, Look]
    left_share: float  # of the two columns of the head
    number_from_edge: float  # page number, millimetres from the top edge of the sheet
    clause_marks: tuple[str, ...]  # how khoản are numbered; the first is used where a text shows none
    source: str
    width: float = 210
    height: float = 297

    @property
    def line_width(self) -> float:
        """The width of a line in millimetres."""
        return self.width - self.margins.left - self.margins.right

    @property
    def body_size(self) -> float:
        """The size of the running text in points."""
        return self.looks[Component.BODY].size
