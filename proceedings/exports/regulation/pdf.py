"""The final text as PDF: one file, tagged, with a bookmark for every chapter and article."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from proceedings.exports.fonts import FontChoice, find_fonts
from proceedings.exports.printable import Lettering
from proceedings.exports.regulation.body import Block, Foot, Grid, Line, body_of
from proceedings.exports.regulation.document import RegulationDocument
from proceedings.exports.regulation.head import Head, HeadLine, head_of, recipients_of, signing_of, title_of
from proceedings.exports.regulation.looks import LayoutProfile
from proceedings.exports.typesetting import Limits, run_typesetter, set_up_press

_TEMPLATE = Path(__file__).with_name("regulation.typ")


def write_pdf(
    document: RegulationDocument,
    profile: LayoutProfile,
    path: Path,
    *,
    fonts: FontChoice | None = None,
    limits: Limits | None = None,
) -> Path:
    """Write `document` to `path` and return it. Equal documents and fonts give equal bytes.

    Raises LayoutRefused, PdfTooLarge, PdfFailed or NoUsableFont, and then writes nothing.
    """
    fonts = fonts or find_fonts()
    data = _data(document, profile, fonts)
    with TemporaryDirectory(prefix="regulation-") as temporary:
        root, output = Path(temporary) / "press", Path(temporary) / "regulation.pdf"
        set_up_press(root, _TEMPLATE, fonts)
        (root / "regulation.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        timestamp = int(document.created.timestamp())
        run_typesetter(root, _TEMPLATE.name, output, timestamp=timestamp, limits=limits or Limits())
        path.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.move(output, path))


def _data(document: RegulationDocument, profile: LayoutProfile, fonts: FontChoice) -> dict[str, Any]:
    """All that the template prints, cleaned: it is data, and never becomes source."""
    clean = Lettering(fonts.letters)
    head = head_of(document, profile)
    return {
        "meta": {
            "title": clean(document.full_title),
            "bodies": [clean(body) for body in (document.superior_body, document.issuing_body) if body],
            "subject": clean(document.subject),
            "keywords": [clean(word) for word in (document.type_name, document.sample_mark) if word],
            "language": document.language,
            "family": fonts.family,
            "italics": fonts.has_italics,
        },
        "page": _page(document, profile),
        "looks": _looks(profile),
        "marks": {"draft": clean(document.draft_mark), "sample": clean(document.sample_mark)},
        "head": {key: _lines(lines, clean) for key, lines in _columns(head)},
        "title": _lines(title_of(document, profile), clean),
        "blocks": [_block(block, clean) for block in body_of(document, profile)],
        "recipients": _lines(recipients_of(document), clean),
        "signing": _lines(signing_of(document, profile), clean),
    }


def _page(document: RegulationDocument, profile: LayoutProfile) -> dict[str, Any]:
    margins, paragraphs = profile.margins, profile.paragraphs
    size = profile.body_size
    return {
        "width": profile.width,
        "height": profile.height,
        "top": margins.top,
        "bottom": margins.bottom,
        "left": margins.left,
        "right": margins.right,
        "mirrored": document.is_two_sided and margins.may_mirror,
        "number_from_edge": profile.number_from_edge,
        "left_share": profile.left_share,
        "first_line": paragraphs.first_line,
        "between": paragraphs.between,
        "pitch": paragraphs.pitch(size),
        "size": size,
    }


def _looks(profile: LayoutProfile) -> dict[str, Any]:
    return {
        component.value: {
            "size": look.size,
            "bold": look.is_bold,
            "italic": look.is_italic,
            "capitals": look.is_capitals,
            "underlined": look.is_underlined,
        }
        for component, look in profile.looks.items()
    }


def _columns(head: Head) -> Iterable[tuple[str, tuple[HeadLine, ...]]]:
    return (
        ("left", head.left),
        ("right", head.right),
        ("number", head.number),
        ("place_date", head.place_date),
    )


def _lines(lines: Iterable[HeadLine], clean: Lettering) -> list[dict[str, Any]]:
    return [{"look": line.component.value, "text": clean(line.text), "rule": line.rule} for line in lines]


def _block(block: Block, clean: Lettering) -> Mapping[str, Any]:
    match block:
        case Line():
            return asdict(block) | {
                "is": "line",
                "component": block.component.value,
                "text": clean(block.text),
                "mark": clean(block.mark),
                "title": clean(block.title),
            }
        case Grid(rows=rows, widths=widths):
            return {"is": "grid", "rows": [[clean(cell) for cell in row] for row in rows], "widths": widths}
        case Foot():
            return {"is": "foot"}
