"""The steps on the provision that is chosen in the outline, undoing and doing again; each is one operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.gate import MEND, call_of, if_working, writes
from proceedings.desk.outline import address, overtaken_page, page
from proceedings.desk.sent_keys import key_of
from proceedings.models import Draft, DraftChange, Provision
from proceedings.operations import draft_mending, draft_steps
from proceedings.operations.draft_standing import Overtaken, refuse_overtaken
from proceedings.operations.refusals import Refused
from proceedings.queries.drafting import stand_of

Act = Callable[..., Provision | None]


def shift(by: int) -> Act:
    """Return the act that moves a provision among its siblings."""

    def move(*, provision: Provision, **call: Any) -> Provision:
        siblings = siblings_of(provision)
        place = siblings.index(provision.pk) + by
        if not 0 <= place < len(siblings):
            end = gettext("đầu") if by < 0 else gettext("cuối")
            raise Refused(_("Mục này đã ở %(end)s trong mục chứa nó."), end=end)
        return draft_mending.move(provision=provision, parent=provision.parent, place=place, **call)

    return move


def siblings_of(provision: Provision) -> list[int]:
    """Return the keys of what stands beside a provision, itself included, in reading order: one query."""
    beside = Provision.objects.filter(draft=provision.draft_id, parent=provision.parent_id)
    return list(beside.order_by("position").values_list("pk", flat=True))


#: The acts that need no further word.
ACTS: dict[str, tuple[str | Promise, Act]] = {
    "promote": (_("Nâng một cấp"), draft_mending.promote),
    "demote": (_("Hạ một cấp"), draft_mending.demote),
    "merge": (_("Gộp vào mục trước"), draft_mending.merge),
    "up": (_("Lên"), shift(-1)),
    "down": (_("Xuống"), shift(1)),
    "remove": (_("Bỏ"), draft_mending.remove),
}


@writes(MEND)
@if_working
def mend(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Take one step on the chosen provision; a refusal is shown in the outline, the provision still in hand."""
    at = number_in(request, "provision")
    words, act = ACTS.get(request.POST.get("act", ""), ("", None))
    if act is None or at is None:
        return page(
            request, draft, at=at, refusal=gettext("Chọn một mục trong dàn ý, rồi chọn việc cần làm.")
        )
    try:
        made = taken(request, draft, at, act)
    except Overtaken as overtaken:
        again = {"provision": str(at), "act": request.POST.get("act", "")}
        return overtaken_page(request, draft, overtaken, wanted=str(words), at=at, again=again)
    except Refused as refusal:
        return page(request, draft, at=at, refusal=str(refusal))
    messages.success(request, told(request, draft))
    return redirect(address(draft.consulted_text, made.pk if made else None))


@writes(MEND)
@if_working
def undo(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Take back the last step that stands."""
    return _step(request, draft, draft_steps.undo, gettext("Đã hoàn tác: %(step)s."))


@writes(MEND)
@if_working
def redo(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Do the step again that was undone last."""
    return _step(request, draft, draft_steps.redo, gettext("Đã làm lại: %(step)s."))


def taken(request: HttpRequest, draft: Draft, at: int, act: Act, **more: Any) -> Provision | None:
    """Take a step on the draft as the person saw it, in one transaction; raises :class:`Overtaken` where it is not."""
    with transaction.atomic():
        locked = refuse_overtaken(draft, key=number_in(request, "stand") or 0, provision=at)
        provision = locked.provisions.select_related("parent").filter(pk=at).first()
        if provision is None:
            raise Refused(_("Mục này không còn trong dự thảo. Chọn một mục khác."))
        return act(provision=provision, **more, **call_of(request))


def told(request: HttpRequest, draft: Draft) -> str:
    """Return in words what the last step was."""
    last = stand_of(draft).undo
    if last is None or last.pk == number_in(request, "stand"):
        return gettext("Không có gì thay đổi.")
    return gettext("Đã ghi: %(step)s.") % {"step": last}


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return a number that was sent, None where it is none."""
    return key_of(request.POST.get(name))


def _step(request: HttpRequest, draft: Draft, act: Callable[..., DraftChange], words: str) -> HttpResponse:
    try:
        with transaction.atomic():
            refuse_overtaken(draft, key=number_in(request, "stand") or 0)
            change = act(draft=draft, **call_of(request))
    except Refused as refusal:
        return page(request, draft, at=None, refusal=str(refusal))
    messages.success(request, words % {"step": change})
    at = change.provision or 0
    at = at if draft.provisions.filter(pk=at).exists() else 0
    return redirect(address(draft.consulted_text, at))
