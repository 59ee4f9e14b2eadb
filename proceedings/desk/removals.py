"""Why a provision of the draft before was taken out: a page with its words, on which an editor notes the reason."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from proceedings.desk.gate import MEND, call_of, reads_and_writes, text_of
from proceedings.desk.working import told_if_gone, working_of
from proceedings.models import ConsultedText, Draft, Provision
from proceedings.operations.draft_removals import ReasonConflict, explain_removal
from proceedings.operations.refusals import Refused
from proceedings.queries.draft_names import names_of
from proceedings.queries.writing import Rows, UnitChange, Writing, provision_in
from proceedings.text.redline import BlockKind, Redline
from proceedings.text.units import text_of as words_of_unit


@reads_and_writes
@told_if_gone
def removed(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Show what was taken out, with its reason, or save the reason; ``pk`` is that of the draft before."""
    consulted = text_of(request, slug, text)
    draft = working_of(consulted)
    origin = provision_in(draft.based_on, pk) if draft.based_on else None
    if origin is None:
        raise Http404
    if request.method != "POST":
        return _page(request, consulted, draft, origin)
    if not request.user.has_perm(MEND):
        raise PermissionDenied
    reason, read = (request.POST.get(name, "").replace("\r\n", "\n") for name in ("reason", "read"))
    try:
        explain_removal(draft=draft, removed=origin, reason=reason, read=read, **call_of(request))
    except ReasonConflict as conflict:
        return _page(request, consulted, draft, origin, sent=reason, refusal=str(conflict), status=409)
    except Refused as refusal:
        return _page(request, consulted, draft, origin, sent=reason, refusal=str(refusal), status=422)
    messages.success(request, _("Đã ghi lý do bỏ.") if reason.strip() else _("Đã xóa lý do bỏ."))
    return redirect("drafting:write-removed", slug, text, pk)


def explaining(consulted: ConsultedText, old: Rows, new: Rows, redline: Redline) -> dict[str, str]:
    """Return where the reason of each deletion is noted, by the path before; none for what has its copy elsewhere."""
    copied = set(new.origins.values())
    gone = (redline.blocks[each.blocks[0]].old for each in redline.changes if each.kind is BlockKind.DELETED)
    keys = {place.path: old.keys[place.path] for place in gone if place}
    return {
        path: reverse("drafting:write-removed", args=[consulted.workshop.slug, consulted.slug, key])
        for path, key in keys.items()
        if key not in copied
    }


def _page(
    request: HttpRequest,
    consulted: ConsultedText,
    draft: Draft,
    origin: Provision,
    *,
    sent: str | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    writing = Writing(draft)
    units = writing.units()
    standing = {writing.rows.origins[key]: key for key in writing.rows.origins}
    if origin.pk in standing and not refusal:  # brought back meanwhile: it is written where it stands
        return redirect("drafting:write", consulted.workshop.slug, consulted.slug, standing[origin.pk])
    node = writing.before.nodes[origin.pk] if writing.before else None
    saved = writing.removals.get(origin.pk, "")
    context: dict[str, Any] = {
        "workshop": consulted.workshop,
        "text": consulted,
        "draft": draft,
        "units": units,
        "current": origin.pk,
        "change_count": sum(unit.change is not UnitChange.NONE for unit in units),
        "name": names_of(writing.before.tree)[origin.path] if writing.before else str(origin),
        "heading": origin.heading,
        "words": words_of_unit(node) if node else "",
        "reason": saved if sent is None else sent,
        "read": saved,
        "refusal": refusal,
        "may_bring_back": origin.pk not in standing,
        "may_write": request.user.has_perm(MEND),
    }
    return render(request, "desk/removed.html", context, status=status)
