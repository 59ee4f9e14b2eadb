"""The consulted texts of a workshop with their drafts, and what can be done next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from proceedings.desk.gate import (
    ADD_TEXT,
    BEGIN,
    CHANGE_TEXT,
    ISSUE,
    MEND,
    TRACE,
    call_of,
    guarded_form,
    if_working,
    reads,
    reads_and_writes,
    text_of,
    workshop_of,
    writes,
)
from proceedings.desk.text_forms import IssuedForm, TextForm
from proceedings.models import Draft, Workshop
from proceedings.operations import consulted_texts, drafts
from proceedings.operations.refusals import Refused
from proceedings.queries.drafting import texts_of, workshops_with_texts


@reads
def workshops(request: HttpRequest) -> HttpResponse:
    """Show the workshops and how many texts each consults on."""
    return render(request, "desk/workshops.html", {"workshops": workshops_with_texts()})


@reads_and_writes
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the texts of a workshop, or enter another one."""
    workshop = workshop_of(slug)
    if request.method != "POST":
        return _page(request, workshop, TextForm())
    if not request.user.has_perm(ADD_TEXT):
        raise PermissionDenied
    form = TextForm(request.POST)
    if form.is_valid():
        try:
            text = consulted_texts.add_text(workshop=workshop, **form.told(), **call_of(request))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Đã thêm “%(title)s”.") % {"title": text.title})
            return redirect("desk:draft-begin", slug, text.slug)
    return _page(request, workshop, form)


@guarded_form(CHANGE_TEXT)
def issued_document(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Say which document a text became in the end; said again, it is corrected."""
    consulted = text_of(request, slug, text)
    told = {name: getattr(consulted, name) for name in ("issued_symbol", "issued_on", "issued_title")}
    told["issued_title"] = told["issued_title"] or consulted.title
    form = IssuedForm(request.POST if request.method == "POST" else None, initial=told)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            consulted_texts.record_issued_document(
                consulted_text=consulted,
                symbol=data["issued_symbol"],
                on=data["issued_on"],
                title=data["issued_title"],
                **call_of(request),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, _("Đã ghi văn bản ban hành %(symbol)s.") % {"symbol": data["issued_symbol"]}
            )
            return redirect("desk:draft-list", slug)
    context = {"workshop": consulted.workshop, "text": consulted, "form": form}
    return render(request, "desk/issued_document.html", context)


@writes(MEND)
@if_working
def discard(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Give up the draft of a text that is worked on; its rows stay in the history."""
    consulted = draft.consulted_text
    try:
        drafts.discard(draft=draft, **call_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("Đã hủy bản đang soạn của “%(title)s”. Lịch sử còn lưu.") % {"title": consulted.title}
        )
    return redirect("desk:draft-list", consulted.workshop.slug)


def _page(request: HttpRequest, workshop: Workshop, form: TextForm) -> HttpResponse:
    context: dict[str, Any] = {
        "workshop": workshop,
        "entries": texts_of(workshop),
        "form": form,
        "may_add": request.user.has_perm(ADD_TEXT),
        "may_begin": request.user.has_perm(BEGIN),
        "may_mend": request.user.has_perm(MEND),
        "may_issue": request.user.has_perm(ISSUE),
        "may_record": request.user.has_perm(CHANGE_TEXT),
        "may_trace": request.user.has_perm(TRACE),
    }
    return render(request, "desk/texts.html", context)
