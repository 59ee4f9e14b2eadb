"""Two drafts as PDF: insertions underlined, deletions struck, moves and reasons told below their provision."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.utils.translation import gettext as _

from proceedings.exports.fonts import FontChoice, find_fonts
from proceedings.exports.printable import Lettering
from proceedings.exports.typesetting import Limits, run_typesetter, set_up_press
from proceedings.queries.draft_marks import Mark, counts_of
from proceedings.text.citations import Outline, write_citation
from proceedings.text.provisions import Kind, Role
from proceedings.text.redline import Block, BlockKind, Change, Redline, Whole

_TEMPLATE: Final = Path(__file__).with_name("redline.typ")
_INDENT: Final = 8  # millimetres, of điểm and lines with a dash
_DIVISIONS: Final = (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC)
_OPS: Final = {
    Whole.INSERT: "insert",
    Whole.MOVE_TO: "",
    Whole.DELETE: "delete",
    Whole.MOVE_FROM: "delete",
    Whole.STAYS: "",
}


@dataclass(frozen=True, slots=True)
class RedlineDocument:
    """What stands around a redline; ``created`` (aware) is the only time that goes into the file."""

    title: str
    earlier: str
    later: str
    created: datetime
    bodies: tuple[str, ...] = ()
    sample_mark: str = ""

    @property
    def heading(self) -> str:
        """Return what the file is called: the two drafts that it compares."""
        return _("So sánh %(earlier)s và %(later)s") % {"earlier": self.earlier, "later": self.later}


def write_redline_pdf(
    redline: Redline,
    document: RedlineDocument,
    path: Path,
    *,
    outlines: tuple[Outline, Outline],
    marked: Sequence[tuple[Change, Mark]],
    fonts: FontChoice | None = None,
    limits: Limits | None = None,
) -> Path:
    """Write a redline to `path` and return it. Equal input and fonts give equal bytes.

    `outlines` are those of the earlier and of the later draft, `marked` its changes with their kinds and reasons.
    Raises PdfTooLarge, PdfFailed or NoUsableFont, and then writes nothing.
    """
    fonts = fonts or find_fonts()
    clean = Lettering(fonts.letters)
    paragraphs = list(_paragraphs(redline, outlines, marked, clean))
    data = _data(redline, counts_of(marked), document, fonts, clean) | {"paragraphs": paragraphs}
    with TemporaryDirectory(prefix="redline-") as temporary:
        root, output = Path(temporary) / "press", Path(temporary) / "redline.pdf"
        set_up_press(root, _TEMPLATE, fonts)
        (root / "redline.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        timestamp = int(document.created.timestamp())
        run_typesetter(root, _TEMPLATE.name, output, timestamp=timestamp, limits=limits or Limits())
        path.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.move(output, path))


def _data(
    redline: Redline,
    counts: Iterable[tuple[str, int]],
    document: RedlineDocument,
    fonts: FontChoice,
    clean: Lettering,
) -> dict[str, Any]:
    told = ", ".join(f"{_word(kind)} {count}" for kind, count in counts)
    words = {"more": redline.words_inserted, "less": redline.words_deleted}
    return {
        "meta": {
            "title": clean(f"{document.heading} – {document.title}"),
            "bodies": [clean(body) for body in document.bodies],
            "keywords": [clean(document.sample_mark)] if document.sample_mark else [],
            "language": "vi",
            "family": fonts.family,
            "italics": fonts.has_italics,
        },
        "heading": clean(document.heading),
        "running": clean(document.heading),
        "title": clean(document.title),
        "sample": clean(document.sample_mark),
        "summary": [
            clean(_("Các chỗ thay đổi: %(told)s.") % {"told": told} if told else _("Không có thay đổi.")),
            clean(_("Thêm %(more)s chữ, bớt %(less)s chữ.") % words),
        ],
        "key": [
            *(clean(part) for part in (_("Chữ "), _("gạch chân"), _(" là thêm, chữ "), _("gạch ngang"))),
            clean(_(" là bỏ.")),
        ],
    }


def _word(kind: str) -> str:
    return {
        "changed": _("sửa"),
        "inserted": _("bổ sung"),
        "deleted": _("bỏ"),
        "renumbered": _("đổi số"),
        "moved": _("chuyển vị trí"),
        "split": _("tách"),
        "merged": _("gộp"),
    }[kind]


def _paragraphs(
    redline: Redline,
    outlines: tuple[Outline, Outline],
    marked: Iterable[tuple[Change, Mark]],
    clean: Lettering,
) -> Iterator[dict[str, Any]]:
    reason_of = {change.blocks[0]: mark.reason for change, mark in marked}
    for block in redline.blocks:
        note = _note(block, outlines, reason_of.get(block.index, ""))
        last = len(block.paragraphs) - 1
        for place, paragraph in enumerate(block.paragraphs):
            whole = _OPS[paragraph.whole]
            runs = [[whole or part.op.value, clean(part.text)] for part in paragraph.segments]
            is_head = paragraph.is_heading and place == 0
            yield {
                "runs": runs,
                "heading": paragraph.is_heading,
                "bookmark": clean(paragraph.new_text or "") if is_head else "",
                "level": 1 if block.place.kind in _DIVISIONS else 2,
                "indent": _INDENT if block.place.kind is Kind.DIEM or block.place.role is Role.DASH else 0,
                "note": clean(note) if place == last else "",
            }


def _note(block: Block, outlines: tuple[Outline, Outline], reason: str) -> str:
    """Say where a provision went or came from, what number it had, and why it changed."""
    parts = []
    if block.old and block.new and block.kind is BlockKind.MOVED_FROM:
        parts.append(_("Chuyển tới %(place)s.") % {"place": write_citation(block.new.path, outlines[1])})
    elif block.old and block.kind is BlockKind.MOVED_TO:
        parts.append(_("Chuyển từ %(place)s.") % {"place": write_citation(block.old.path, outlines[0])})
    elif block.old and block.is_renumbered:
        parts.append(_("Trước là %(place)s.") % {"place": write_citation(block.old.path, outlines[0])})
    if reason:
        parts.append(_("Lý do: %(reason)s.") % {"reason": reason.rstrip(".")})
    return " ".join(parts)
