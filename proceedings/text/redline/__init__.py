"""What lies between two drafts, by words and by provisions, as an editor reads it and as Word tracks it."""

from proceedings.text.redline.comparing import compare
from proceedings.text.redline.segments import (
    Block,
    BlockKind,
    Change,
    Op,
    Paragraph,
    Place,
    Redline,
    Segment,
    Whole,
)
from proceedings.text.redline.views import (
    Fold,
    Row,
    TrackedParagraph,
    accept_all,
    inline,
    reject_all,
    side_by_side,
    tracked_paragraphs,
)
from proceedings.text.redline.wording import compare_words

__all__ = [
    "Block",
    "BlockKind",
    "Change",
    "Fold",
    "Op",
    "Paragraph",
    "Place",
    "Redline",
    "Row",
    "Segment",
    "TrackedParagraph",
    "Whole",
    "accept_all",
    "compare",
    "compare_words",
    "inline",
    "reject_all",
    "side_by_side",
    "tracked_paragraphs",
]
