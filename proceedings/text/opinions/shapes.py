"""What is proposed of a contribution: spans, each with its kind, its anchor and the reasons for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

#: The longest summary, in characters.
SUMMARY_LENGTH: Final = 140


class Kind(StrEnum):
    """What a passage asks for; the kinds of a point (design, 5) and ``no_request`` for what asks for nothing."""

    AGREE = "agree"
    ADD = "add"
    AMEND = "amend"
    REMOVE = "remove"
    ASK = "ask"
    OTHER = "other"
    NO_REQUEST = "no_request"


class Rule(StrEnum):
    """Why a passage is proposed as it is; the caller words it."""

    NUMBERED = "numbered"  # "1.", "a)", "Thứ nhất,"
    TABLE_ROW = "table_row"  # "Điều 5 | Đề nghị … | Lý do"
    CITATION = "citation"
    NAMED_HEADING = "named_heading"  # "điều quy định về nguyên tắc phối hợp"
    QUOTES_DRAFT = "quotes_draft"  # words of the draft, quoted or repeated at length
    INHERITED = "inherited"  # the anchor is that of the heading above; the span is the heading's
    NAMED_PART = "named_part"  # "tên gọi của Quy chế", "phần căn cứ"
    REQUEST_VERB = "request_verb"  # "đề nghị", "kiến nghị"
    OPERATIVE_VERB = "operative_verb"  # "bổ sung", "bỏ", "sửa": decides the kind
    QUOTED_WORDING = "quoted_wording"
    AGREEMENT = "agreement"
    NO_CHANGE_ASKED = "no_change_asked"  # "không đề nghị sửa"
    QUESTION = "question"
    MOTIVE = "motive"  # "Lý do: …" in a paragraph of its own
    LETTERHEAD = "letterhead"
    SALUTATION = "salutation"
    CLOSING = "closing"
    SIGNATURE = "signature"
    HEADING = "heading"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule and the words that triggered it: ``text[start:end]`` of the text as given."""

    rule: Rule
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed point, or a passage that asks for nothing. All offsets are code points of the text as given.

    ``text[start:end]`` has no blank at either end. ``anchor`` is a path of the draft, empty for none;
    ``candidates`` are the paths that a person has to choose from, the anchor is then empty. ``wording`` is what is
    quoted as the new words (as the words to go, where the kind is remove): exactly
    ``text[wording_start:wording_end]``. ``summary`` has at most 140 characters, all of them the contribution's own
    but a closing "…" where it was cut; ``confidence`` lies between 0 and 1.
    """

    start: int
    end: int
    kind: Kind
    anchor: str = ""
    candidates: tuple[str, ...] = ()
    wording: str = ""
    wording_start: int = 0
    wording_end: int = 0
    summary: str = ""
    reasons: tuple[Reason, ...] = ()
    confidence: float = 0.0
