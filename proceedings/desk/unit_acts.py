"""What is done with a whole unit: another put in after it, taken out, restored, brought back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from proceedings.desk.gate import MEND, call_of, text_of, writes
from proceedings.desk.working import told_if_gone, working_of
from proceedings.models import ConsultedText, Provision
from proceedings.operations import draft_units
from proceedings.operations.draft_rewriting import UnitConflict
from proceedings.operations.refusals import Refused
from proceedings.queries.writing import Writing, provision_in


@writes(MEND)
@told_if_gone
def insert(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Put a new article after a unit, as an inserted one or with the later ones renumbered."""
    consulted = text_of(request, slug, text)
    row = _row_or_404(consulted, pk)
    try:
        made = draft_units.insert_article(
            after=row,
            heading=request.POST.get("heading", ""),
            renumber=request.POST.get("numbering") == "renumber",
            **call_of(request),
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("drafting:write", slug, text, pk)
    messages.success(request, _("Đã thêm %(label)s.") % {"label": made.label})
    return redirect("drafting:write", slug, text, made.pk)


@writes(MEND)
@told_if_gone
def remove(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Take a unit out; the table of contents still shows it, to be brought back."""
    consulted = text_of(request, slug, text)
    row = _row_or_404(consulted, pk)
    neighbour = _neighbour(consulted, pk)
    try:
        draft_units.remove_unit(provision=row, stamp=request.POST.get("stamp", ""), **call_of(request))
    except Refused as refusal:
        return _refused_act(request, consulted, pk, refusal)
    messages.success(
        request, _("Đã bỏ “%(name)s”. Có thể khôi phục ở mục lục hoặc hoàn tác ở dàn ý.") % {"name": row}
    )
    if neighbour is None:
        return redirect("desk:draft-outline", slug, text)
    return redirect("drafting:write", slug, text, neighbour)


@writes(MEND)
@told_if_gone
def restore(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Make a unit again what the draft before has."""
    consulted = text_of(request, slug, text)
    row = _row_or_404(consulted, pk)
    try:
        draft_units.restore_unit(provision=row, stamp=request.POST.get("stamp", ""), **call_of(request))
    except Refused as refusal:
        return _refused_act(request, consulted, pk, refusal)
    messages.success(request, _("Đã khôi phục theo dự thảo đã phát hành."))
    return redirect("drafting:write", slug, text, pk)


@writes(MEND)
@told_if_gone
def bring_back(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Bring a unit of the draft before back that was taken out; ``pk`` is that of the draft before."""
    consulted = text_of(request, slug, text)
    draft = working_of(consulted)
    origin = provision_in(draft.based_on, pk) if draft.based_on else None
    if origin is None:
        raise Http404
    try:
        made = draft_units.bring_back(draft=draft, origin=origin, **call_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("drafting:write-begin", slug, text)
    messages.success(request, _("Đã khôi phục “%(name)s”.") % {"name": made})
    return redirect("drafting:write", slug, text, made.pk)


def _refused_act(request: HttpRequest, consulted: ConsultedText, pk: int, refusal: Refused) -> HttpResponse:
    if isinstance(refusal, UnitConflict):
        words = _("%(who)s vừa sửa mục này nên chưa làm. Xem bản hiện tại dưới đây rồi quyết định.") % {
            "who": refusal.theirs_by or _("Người khác")
        }
    else:
        words = str(refusal)
    messages.error(request, words)
    return redirect("drafting:write", consulted.workshop.slug, consulted.slug, pk)


def _row_or_404(consulted: ConsultedText, pk: int) -> Provision:
    row = provision_in(working_of(consulted), pk)
    if row is None:
        raise Http404
    return row


def _neighbour(consulted: ConsultedText, pk: int) -> int | None:
    """The unit to go on with when one is taken out: the one after it, else before it, none of those within it."""
    writing = Writing(working_of(consulted))
    inside = {writing.rows.keys[node.path] for node in writing.rows.nodes[pk].walk()}
    keys = [key for key, _depth, _node in writing.rows.units()]
    place = keys.index(pk) if pk in keys else 0
    left = [key for key in (*keys[place:], *reversed(keys[:place])) if key not in inside]
    return left[0] if left else None
