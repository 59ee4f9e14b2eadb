"""The rows behind each number of the ledger: found by the very words by which they are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, Participation, Point, Provision, Workshop
from proceedings.queries.ledger import DECIDED, DOCUMENTS, POINTS, Ledger, counts_of, find_bodies
from proceedings.queries.provision_changes import changes_of_workshop, latest_changes
from proceedings.queries.truth import responses_in_use
from proceedings.vocabulary import (
    CHANGING,
    BodyKind,
    ParticipationState,
    PointKind,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row behind a number: what it is called, a few words on it, and the key of what it opens."""

    name: str
    words: str = ""
    contribution: int = 0
    point: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the ledger: its words, and how its rows are found."""

    words: str | Promise
    find: Callable[[Workshop], Iterator[Row]]


def _documents(asked: Q) -> Callable[[Workshop], Iterator[Row]]:
    def find(workshop: Workshop) -> Iterator[Row]:
        rows = Contribution.objects.in_workshop(workshop).filter(asked).with_body().by_number()
        for row in rows.defer("text", "summary"):
            name = gettext("Số %(number)s, %(body)s") % {"number": row.number, "body": row.body}
            yield Row(name, row.title, contribution=row.number)

    return find


def _points(asked: Q) -> Callable[[Workshop], Iterator[Row]]:
    def find(workshop: Workshop) -> Iterator[Row]:
        rows: QuerySet[Point] = Point.objects.in_workshop(workshop).standing().filter(asked).in_order()
        for row in rows.select_related("contribution__committee").defer("contribution__text", "quote"):
            name = gettext("Số %(number)s, %(body)s") % {
                "number": row.contribution.number,
                "body": row.contribution.body,
            }
            yield Row(name, row.summary, contribution=row.contribution.number, point=row.pk)

    return find


def _bodies(has: Callable[[str, str, bool], bool]) -> Callable[[Workshop], Iterator[Row]]:
    def find(workshop: Workshop) -> Iterator[Row]:
        for body in find_bodies(workshop):
            if has(body.kind, body.stance, body.has_points):
                yield Row(body.name, contribution=body.first_number)

    return find


def _asked(asked: Q) -> Callable[[Workshop], Iterator[Row]]:
    def find(workshop: Workshop) -> Iterator[Row]:
        rows = Participation.objects.filter(asked, workshop=workshop).select_related("committee")
        for row in rows.order_by("committee__sort_key", "pk"):
            yield Row(row.committee.full_name, row.get_state_display())

    return find


def _commented(workshop: Workshop) -> Iterator[Row]:
    points = Point.objects.in_workshop(workshop).standing().filter(anchor__isnull=False)
    yield from _provisions(points.values("anchor"))


def _named(workshop: Workshop) -> Iterator[Row]:
    rows = responses_in_use(workshop).filter(decision__in=CHANGING, resulting__isnull=False)
    found = rows.order_by("resulting_id", "pk").distinct("resulting_id")
    for label in found.values_list("resulting_label", flat=True):
        yield Row(label)


def _provisions(keys: object) -> Iterator[Row]:
    rows = Provision.objects.filter(pk__in=keys).select_related("draft").defer("draft__source_text")  # type: ignore[misc]
    for row in rows.in_reading_order():
        yield Row(str(row), row.draft.label)


def _changed(workshop: Workshop) -> Iterator[Row]:
    for step in latest_changes(changes_of_workshop(workshop), workshop):
        yield from (Row(unit.label, unit.path) for pk, unit in step.units.items() if pk in step.own)


def _removed(workshop: Workshop) -> Iterator[Row]:
    for step in latest_changes(changes_of_workshop(workshop), workshop):
        yield from (Row(unit.label, unit.path) for pk, unit in step.old_units.items() if pk in step.gone)


_DOCUMENT_WORDS: dict[str, Promise] = {
    "numbers": _("Số đã cấp trong sổ"),
    "void": _("đã hủy số"),
    "replaced": _("đã có bản thay thế"),
    "standing": _("Văn bản có hiệu lực"),
    "written": _("văn bản góp ý"),
    "papers": _("bài tham luận"),
    "remarks": _("chỉ phát biểu, không có văn bản"),
    "presented_live": _("trình bày trực tiếp"),
    "split": _("Đã tách hết thành ý kiến"),
    "open": _("còn đoạn chưa tách"),
    "agreeing": _("nhất trí hoàn toàn"),
    "without_opinion": _("không có ý kiến"),
}
_POINT_WORDS: dict[str, Promise] = {
    "all": _("Tất cả ý kiến"),
    "written": _("ý kiến bằng văn bản"),
    "only_spoken": _("ý kiến chỉ phát biểu"),
    "answered": _("đã có trả lời"),
    "unanswered": _("chưa có trả lời"),
    "approved": _("trả lời đã duyệt"),
    "maintained": _("cấp ủy bảo lưu"),
    "satisfied": _("cấp ủy đồng ý với trả lời"),
}
_ANSWERED = Q(state=ParticipationState.ANSWERED)

#: Every number of the ledger by its name in addresses.
NUMBERS: dict[str, Number] = {
    **{
        f"documents-{name}": Number(_DOCUMENT_WORDS[name], _documents(asked))
        for name, asked in DOCUMENTS.items()
    },
    **{f"points-{name}": Number(_POINT_WORDS[name], _points(asked)) for name, asked in POINTS.items()},
    **{f"points-{each.value}": Number(each.label, _points(asked)) for each, asked in DECIDED.items()},
    **{f"points-kind-{each.value}": Number(each.label, _points(Q(kind=each))) for each in PointKind},
    "bodies-asked": Number(_("Cấp ủy được hỏi"), _asked(Q())),
    "bodies-answered": Number(_("đã trả lời"), _asked(_ANSWERED)),
    "bodies-silent": Number(_("chưa trả lời"), _asked(~_ANSWERED)),
    "bodies-contributed": Number(_("Chủ thể góp ý"), _bodies(lambda _kind, _stance, _has: True)),
    "bodies-with_points": Number(_("có ý kiến cụ thể"), _bodies(lambda _kind, _stance, has: has)),
    **{
        f"bodies-kind-{each.value}": Number(
            each.label,
            _bodies(lambda kind, _stance, _has, own=each.value: kind == own),  # type: ignore[misc]
        )
        for each in BodyKind
    },
    **{
        f"bodies-stance-{each.value}": Number(
            each.label,
            _bodies(lambda _kind, stance, _has, own=each.value: stance == own),  # type: ignore[misc]
        )
        for each in Stance
    },
    "bodies-stance-unknown": Number(_("chưa ghi quan điểm"), _bodies(lambda _kind, stance, _has: not stance)),
    "provisions-commented": Number(_("Điều khoản có ý kiến"), _commented),
    "provisions-named": Number(_("được nêu trong tiếp thu"), _named),
    "provisions-changed": Number(_("đã thay đổi trong dự thảo mới nhất"), _changed),
    "provisions-removed": Number(_("đã bỏ"), _removed),
}
#: The counts that are never mixed, in the order in which they are told.
PARTS: dict[str, Promise] = {
    "documents": pgettext_lazy("góp ý", "Văn bản"),
    "points": _("Ý kiến"),
    "bodies": _("Chủ thể"),
    "provisions": _("Điều khoản"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A number of the ledger that is another one than when the synthesis was closed."""

    words: str
    before: int
    now: int


def since_closing(ledger: Ledger) -> list[Difference]:
    """Return what changed in a ledger since its synthesis was closed: a document taken back, a reply, a draft."""
    if ledger.closing is None:
        return []
    before, now = counts_of(ledger.closing.ledger), counts_of(ledger.as_json())
    found = [
        Difference(f"{PARTS[name.split('-')[0]]}: {number.words}", before.get(name, 0), now.get(name, 0))
        for name, number in NUMBERS.items()
        if before.get(name, 0) != now.get(name, 0)
    ]
    if len(ledger.closing.gaps) != len(ledger.gaps):
        found.append(Difference(gettext("Chỗ chưa khớp"), len(ledger.closing.gaps), len(ledger.gaps)))
    return found
