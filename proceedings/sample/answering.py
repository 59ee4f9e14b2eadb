"""The sample contributions split into points and answered, as an editing group would leave them: all but one."""

from __future__ import annotations

import datetime
import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.models import Group

from proceedings.models import Contribution, Point, Provision, Response, User, Workshop
from proceedings.operations import approvals, assignments, no_requests, replies, responses
from proceedings.operations.point_marks import Marked, accept_marks
from proceedings.operations.points import Told
from proceedings.operations.responses import Decided
from proceedings.queries.draft_citations import cite_row
from proceedings.sample import redrafting, regulation
from proceedings.sample.compose import contributions
from proceedings.sample.paragraphs import paragraphs
from proceedings.sample.pointing import KnownPoint, points_of
from proceedings.sample.texts import MARK
from proceedings.text.opinions import Kind
from proceedings.vocabulary import Decision, NoRequestReason, PointKind, Reply, Stance

#: The account that splits and answers; another one approves. Nobody can sign in with it.
EDITOR: Final = ("to-bien-tap-mau", "Tổ biên tập (tài khoản mẫu)")
#: The group that it works in.
EDITORS: Final = "Tổ biên tập"
#: The opinion whose first point is left without an answer, so that the ledger has something to find.
LEFT_OPEN: Final = "phuong-phap:36"
#: Opinions whose committee is shown as keeping to what it said, in the first document that says it.
MAINTAINED: Final = ("trach-nhiem:38", "phuong-phap:33")
ADOPTED: Final = "Tiếp thu tại %(place)s của dự thảo tiếp theo."
AGREED: Final = "Ghi nhận ý kiến nhất trí; nội dung này được giữ khi hoàn thiện dự thảo."
_REPLY: Final = "VĂN BẢN MẪU: cấp ủy đề nghị tiếp tục xem xét ý kiến đã nêu."
_HEADING: Final = re.compile(r"[IVX]+\. ")
_REASONS: Final = {
    "opening": NoRequestReason.SALUTATION,
    "closing": NoRequestReason.CLOSING,
    "agreement": NoRequestReason.AGREEMENT,
}


def answer(workshop: Workshop, *, approver: User, now: datetime.datetime) -> int:
    """Split the sample contributions and answer their points through the record's operations; return how many points.

    Does nothing where the workshop has points. One opinion stays without an answer, two are maintained. Call it in one
    transaction: half of it is no sample.
    """
    if Point.objects.in_workshop(workshop).exists():
        return 0
    editor = _editor()
    found = _split(workshop, editor, now)
    resulting, by = _resulting(workshop), {"actor": editor, "now": now}
    left = found[LEFT_OPEN].pop(0)
    answers = {name: _respond(name, same, resulting.get(name), **by) for name, same in found.items()}
    rows = Response.objects.filter(pk__in=[response.pk for response in answers.values()])
    approvals.approve_batch(
        workshop=workshop, versions=dict(rows.values_list("pk", "version")), actor=approver, now=now
    )
    for name in MAINTAINED:
        replies.record_reply(
            point=found[name][0], reply=Reply.MAINTAINED, note=_REPLY, on=now.date(), actor=editor, now=now
        )
    assignments.assign_points(points=[left], assignee=editor, actor=editor, now=now)
    return sum(map(len, found.values())) + 1


def _editor() -> User:
    name, full_name = EDITOR
    known = User.objects.filter(username=name).first()
    if known is not None:
        return known
    account = User(username=name, full_name=full_name)
    account.set_unusable_password()
    account.save()
    account.groups.add(Group.objects.get(name=EDITORS))
    return account


def _split(workshop: Workshop, editor: User, now: datetime.datetime) -> dict[str, list[Point]]:
    anchors = _provisions(workshop, 1)
    places = {sample.idempotency_key: place for place, sample in enumerate(contributions(), start=1)}
    found: dict[str, list[Point]] = defaultdict(list)
    rows = Contribution.objects.in_workshop(workshop).standing().by_number()
    for contribution in rows.filter(idempotency_key__in=places):
        known = points_of(places[contribution.idempotency_key or ""])
        said = [point for point in known if point.opinion]
        is_agreement = all(point.kind == Kind.AGREE for point in said)
        if is_agreement and contribution.stance == Stance.AGREES:
            no_requests.agree_fully(contribution=contribution, actor=editor, now=now)
            continue
        marks = list(_marks(known, contribution.text, anchors))
        made = accept_marks(contribution=contribution, marks=marks, actor=editor, now=now)
        for one, point in zip(said, made, strict=True):
            found[one.opinion].append(point)
    return found


def _marks(known: tuple[KnownPoint, ...], text: str, anchors: dict[str, Provision]) -> Iterator[Marked]:
    for one in known:
        if one.opinion:
            told = Told(
                PointKind(one.kind.value),
                anchor=anchors[one.anchor] if one.anchor else None,
                wording=one.wording,
                summary=one.summary,
            )
            yield Marked(one.start, one.end, told)
        elif text[one.start : one.end].strip():
            yield Marked(one.start, one.end, reason=_why(text[one.start : one.end]))


def _why(paragraph: str) -> NoRequestReason:
    if paragraph == MARK:
        return NoRequestReason.OTHER
    if _HEADING.match(paragraph):
        return NoRequestReason.HEADING
    return _REASONS.get(_roles().get(paragraph, ""), NoRequestReason.CONTEXT)


@functools.cache
def _roles() -> dict[str, str]:
    return {paragraph.text: paragraph.role for paragraph in paragraphs()}


def _provisions(workshop: Workshop, number: int) -> dict[str, Provision]:
    rows = Provision.objects.filter(
        draft__consulted_text__workshop=workshop,
        draft__consulted_text__slug=regulation.SLUG,
        draft__number=number,
    )
    return {row.path: row for row in rows.select_related("draft__consulted_text")}


def _respond(name: str, same: list[Point], resulting: Provision | None, **by: Any) -> Response:
    decided = _decisions().get(name)
    if decided is None:
        told = Decided(Decision.NOTED, AGREED)
    else:
        reason = decided.reason
        if not reason and resulting is not None:
            reason = ADOPTED % {"place": cite_row(resulting)}
        told = Decided(Decision(decided.disposition.value), reason, resulting)
    return responses.respond(points=same, decided=told, propose=True, **by)


def _resulting(workshop: Workshop) -> dict[str, Provision]:
    """Return by opinion the provision of draft 2 that changed on its word, or that of draft 1 that was left out."""
    first, second = _provisions(workshop, 1), _provisions(workshop, 2)
    found = {name: first[gone.path] for gone in redrafting.deleted() for name in gone.opinions}
    for row in reversed(redrafting.lineage()):
        found.update(dict.fromkeys(row.opinions, second[row.path]))
    return found


@functools.cache
def _decisions() -> dict[str, redrafting.Decided]:
    return {decided.opinion: decided for decided in redrafting.decisions()}
