"""What stands in the margin of a contribution: its points, quiet stretches, what is proposed, what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from proceedings.desk.split_draft import Beside
from proceedings.desk.split_text import OPEN_SHAPE, QUIET_SHAPE, SHAPES, Note, open_spans
from proceedings.desk.split_words import grounds_in_words
from proceedings.models import NoRequest, Point
from proceedings.queries.anchors import Whereabouts
from proceedings.queries.place_names import row_name
from proceedings.queries.proposals import Proposed
from proceedings.vocabulary import NoRequestReason, PointKind


def notes_of(
    text: str,
    points: Sequence[Point],
    quiet: Sequence[NoRequest],
    proposals: Sequence[Proposed],
    beside: Beside,
    moved: Mapping[int, Whereabouts],
) -> Iterator[Note]:
    """Yield a note for each span of a contribution, and for each stretch that nothing accounts for or proposes."""
    yield from (_of_point(point, beside, moved) for point in points)
    yield from (_of_quiet(row) for row in quiet)
    yield from (of_proposal(each, beside) for each in proposals)
    known: Iterable[Point | NoRequest | Proposed] = (*points, *quiet, *proposals)
    for start, end in open_spans(text, [(each.start, each.end) for each in known]):
        yield Note("open", str(start), start, end, OPEN_SHAPE, _("Còn để ngỏ"))


def of_proposal(each: Proposed, beside: Beside) -> Note:
    """Return what the margin says of a proposal."""
    kind = each.kind or ""
    return Note(
        "proposal",
        each.key,
        each.start,
        each.end,
        SHAPES.get(kind, QUIET_SHAPE),
        _kind_word(each),
        quote=each.quote,
        summary=each.summary if each.kind else "",
        wording=each.wording,
        place=beside.names.get(each.anchor, ""),
        reference=each.anchor,
        grounds=grounds_in_words(each.grounds),
        choices=tuple(beside.names[path] for path in each.candidates if path in beside.names),
        is_sure=each.is_sure,
    )


def _kind_word(each: Proposed) -> str:
    if each.kind:
        return str(PointKind(each.kind).label)
    return _("Không nêu yêu cầu: %(reason)s") % {
        "reason": str(NoRequestReason(each.reason or NoRequestReason.OTHER).label).lower()
    }


def _of_point(point: Point, beside: Beside, moved: Mapping[int, Whereabouts]) -> Note:
    anchor = point.anchor
    is_beside = bool(anchor and beside.draft and anchor.draft_id == beside.draft.pk)
    name = ""
    if anchor:
        name = beside.names.get(anchor.path, "") if is_beside else row_name(anchor)
    return Note(
        "point",
        str(point.pk),
        point.start,
        point.end,
        SHAPES[point.kind],
        point.get_kind_display(),
        summary=point.summary,
        wording=point.wording,
        place=name or (point.theme.title if point.theme else ""),
        reference=anchor.path if anchor and is_beside else "",
        draft="" if is_beside or anchor is None else anchor.draft.label,
        moved=moved.get(anchor.pk) if anchor else None,
        is_answered=hasattr(point, "answer"),
        version=point.version,
    )


def _of_quiet(row: NoRequest) -> Note:
    word = row.get_reason_display()
    return Note("quiet", str(row.pk), row.start, row.end, QUIET_SHAPE, word, by=str(row.marked_by))
