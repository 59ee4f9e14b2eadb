"""The provision beside a point: as commented on, where it went, as the working copy has it, and edited in place."""

from __future__ import annotations

from typing import Any

from proceedings.desk.answering_sent import Sent, fingerprint
from proceedings.desk.marked import Naming, marked, words_of
from proceedings.desk.outline_lines import full_name_of
from proceedings.operations.draft_rewriting import UnitConflict
from proceedings.queries.answering import Beside
from proceedings.queries.draft_marks import Reasons
from proceedings.text.provisions import Kind, plain_text
from proceedings.text.redline import compare, compare_words
from proceedings.text.units import stamp_of, text_of


def provision_context(beside: Beside, sent: Sent | None, conflict: UnitConflict | None) -> dict[str, Any]:
    """Return what the right column shows."""
    anchor = beside.point.anchor
    return {
        "text": beside.text,
        "current": beside.current,
        "is_working": beside.is_working,
        "commented": plain_text((beside.commented,)) if beside.commented else "",
        "commented_name": full_name_of(Kind(anchor.kind), anchor.role, anchor.number, anchor.path)
        if anchor
        else "",
        "commented_in": anchor.draft.label if anchor else "",
        "steps": [(step.draft, _name(step.path), step.kind) for step in beside.steps],
        "is_gone": anchor is not None and beside.current is not None and beside.heir is None,
        "unit_conflict": _conflict(conflict) if conflict else None,
        **_unit(beside, sent, conflict),
    }


def _unit(beside: Beside, sent: Sent | None, conflict: UnitConflict | None) -> dict[str, Any]:
    writing, key = beside.writing, beside.unit_of(sent.unit if sent and sent.has_unit_left else None)
    if writing is None or key is None:
        return {"unit": None, "unit_lost": sent.unit_text if sent and sent.has_unit_left else ""}
    node, note = writing.rows.nodes[key], writing.rows.notes[key]
    words, stamp = text_of(node), stamp_of(node, note)
    is_typed = sent is not None and sent.unit == key and sent.has_unit_left
    read_at = conflict.stamp if conflict else sent.stamp if sent and is_typed else stamp
    shown = sent.unit_text if sent and is_typed else words
    redline = compare(*writing.sides(key)) if writing.before else None
    return {
        "unit": key,
        "unit_name": beside.names[node.path],
        "unit_words": words,
        "unit_text": shown,
        "unit_note": sent.unit_note if sent and is_typed else note,
        "unit_rows": min(max(shown.count("\n") + 2 + len(shown) // 50, 5), 18),
        "unit_print": fingerprint(words, note),
        "unit_is_typed": is_typed,
        "unit_lost": sent.unit_text
        if sent and sent.has_unit_left and not (is_typed and beside.is_working)
        else "",
        "stamp": read_at,
        "before_label": beside.current.based_on.label if beside.current and beside.current.based_on else "",
        "is_same": redline.is_empty if redline else True,
        "blocks": marked(redline, Naming(beside.names, beside.names_before, Reasons({}, {})), around=None)
        if redline
        else (),
        "words_inserted": redline.words_inserted if redline else 0,
        "words_deleted": redline.words_deleted if redline else 0,
    }


def _conflict(conflict: UnitConflict) -> dict[str, Any]:
    return {
        "by": conflict.theirs_by,
        "at": conflict.theirs_at,
        "you": conflict.yours_by,
        "words": words_of(compare_words(conflict.their_text, conflict.your_text)),
        "their_text": conflict.their_text,
        "their_note": conflict.their_note,
        "your_note": conflict.your_note,
    }


def _name(path: str) -> str:
    return full_name_of(Kind.DIEU, "", path.rpartition("-")[2], path) if path else ""
