"""What is mended at once from a list of gaps: offered to who may do it, found again when it is sent, then done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from proceedings.desk.gate import MEND, call_of, workshop_of
from proceedings.desk.point_gate import ANSWER, APPROVE, sends
from proceedings.desk.sent_keys import key_of
from proceedings.models import Draft, Provision, ReasonSnippet, Response, User, Workshop
from proceedings.operations.draft_units import bring_back
from proceedings.operations.draft_writing import write
from proceedings.operations.refusals import Refused
from proceedings.operations.remedies import decide_alike, name_what_changed
from proceedings.operations.responses import Decided, save_response
from proceedings.queries.gaps import Gap, GapKind
from proceedings.queries.ledger import standing_closing
from proceedings.queries.remedies import TECHNICAL, Act, Remedy, remedies_for
from proceedings.queries.truth import find_untruths

#: Which right the remedies of a kind of gap ask for; other kinds have none.
RIGHTS: Final = {
    GapKind.NOT_CHANGED: ANSWER,
    GapKind.NOT_THERE: ANSWER,
    GapKind.NO_REASON: ANSWER,
    GapKind.UNEQUAL: ANSWER,
    GapKind.NO_RESPONSE: MEND,
}


def offered(
    workshop: Workshop, gaps: Iterable[Gap], person: User, *, is_closed: bool
) -> dict[Gap, list[Remedy]]:
    """Return what a person may do at once about gaps; nothing about responses while the synthesis is closed."""
    asked = [gap for gap in gaps if _may_mend(gap.kind, person, is_closed=is_closed)]
    reopens = person.has_perm(APPROVE)
    return {
        gap: [remedy for remedy in remedies if reopens or not remedy.reopens]
        for gap, remedies in remedies_for(workshop, asked).items()
    }


@sends()
def mend(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Do what was chosen about one gap, if the record is still as the page showed it; lead to those that are left."""
    workshop = workshop_of(slug)
    if kind not in RIGHTS:
        raise Http404
    if not request.user.has_perm(RIGHTS[GapKind(kind)]):
        raise PermissionDenied
    try:
        messages.success(request, _chosen(request, workshop, GapKind(kind)))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("ledger:gaps", slug, kind)


def _chosen(request: HttpRequest, workshop: Workshop, kind: GapKind) -> str:
    """Do what was chosen and return what was done, in words; refuse what is no longer offered."""
    subject = key_of(request.POST.get("subject"))
    gaps = [gap for gap in find_untruths(workshop) if gap.kind == kind and gap.subject == subject]
    is_closed = standing_closing(workshop) is not None
    found = offered(workshop, gaps, cast("User", request.user), is_closed=is_closed)
    sent = request.POST.get("remedy")
    for gap, remedies in found.items():
        for remedy in remedies:
            if remedy.key == sent:
                try:
                    _apply(remedy, request)
                except ObjectDoesNotExist:
                    break
                return _done(remedy, gap)
    raise Refused(
        _("Chỗ này vừa được người khác sửa, hoặc tổng hợp vừa khóa, nên chưa làm gì. Xem danh sách hiện tại.")
    )


def _may_mend(kind: GapKind, person: User, *, is_closed: bool) -> bool:
    right = RIGHTS.get(kind)
    return right is not None and person.has_perm(right) and not (is_closed and right == ANSWER)


def _apply(remedy: Remedy, request: HttpRequest) -> None:
    call = call_of(request)
    versions = dict(remedy.read)
    match remedy.act:
        case Act.NAME:
            ((subject, version),) = remedy.read
            name_what_changed(
                response=Response(pk=subject),
                resulting=_provision(remedy.target),
                version=version,
                **call,
            )
        case Act.REASON:
            ((subject, version),) = remedy.read
            theirs = Response.objects.get(pk=subject)
            resulting = _provision(theirs.resulting_id) if theirs.resulting_id else None
            reason = ReasonSnippet.objects.get(pk=remedy.target).text
            decided = Decided(theirs.decision, reason, resulting)
            save_response(response=theirs, decided=decided, version=version, **call)
        case Act.ALIKE:
            response = Response(pk=remedy.target)
            decide_alike(response=response, points=dict(remedy.answered), versions=versions, **call)
        case Act.NOTE:
            row = _provision(remedy.target)
            write(
                provision=row, heading=row.heading, text=row.text, change_note=TECHNICAL,
                version=versions[row.pk], **call,
            )  # fmt: skip
        case Act.RESTORE:
            row = _provision(remedy.target)
            draft = Draft.objects.working().get(based_on=row.draft_id)
            bring_back(draft=draft, origin=row, **call)


def _provision(key: int) -> Provision:
    rows = Provision.objects.select_related("draft__consulted_text").defer("draft__source_text")
    return rows.get(pk=key)


def _done(remedy: Remedy, gap: Gap) -> str:
    words = _("Đã làm “%(what)s” cho: %(where)s.") % {"what": remedy.words, "where": gap.where}
    if remedy.reopens:
        words += " " + _("Nội dung đã duyệt được mở lại và chờ duyệt.")
    return words
