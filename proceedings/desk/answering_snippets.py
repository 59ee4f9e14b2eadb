"""Reasons that are used again and again: listed, added, amended, retired, and where each is used."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.desk.gate import call_of, workshop_of
from proceedings.desk.point_gate import SNIPPETS, reads_and_writes_points
from proceedings.desk.sent_keys import key_of
from proceedings.models import ReasonSnippet, Workshop
from proceedings.models.responses import LONGEST_REASON
from proceedings.operations.reason_snippets import add_snippet, amend_snippet
from proceedings.operations.refusals import Conflict, Refused
from proceedings.queries.reason_snippets import snippets_of, where_used
from proceedings.vocabulary import Decision


class SnippetForm(DeskForm):
    """The words, what they are called, and which decision they go with."""

    button = _("Thêm mẫu")

    name = forms.CharField(label=_("Tên gọi tắt"), max_length=100, required=False)
    decision = forms.ChoiceField(
        label=_("Dùng cho"), required=False, choices=[("", _("Mọi quyết định")), *Decision.choices]
    )
    text = forms.CharField(
        label=_("Nội dung"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 5, "lang": "vi"}),
    )


class AmendForm(SnippetForm):
    """The same, for words that are there."""

    button = _("Lưu mẫu")

    is_retired = forms.BooleanField(
        label=_("Thôi dùng"),
        required=False,
        help_text=_("Không còn trong danh sách khi soạn; những nội dung đã dùng giữ nguyên."),
    )


@reads_and_writes_points
def snippets(request: HttpRequest, slug: str) -> HttpResponse:
    """List the snippets of a workshop, or keep a new one."""
    workshop = workshop_of(slug)
    if request.method != "POST":
        return _list(request, workshop, SnippetForm())
    _refuse_reader(request)
    form = SnippetForm(request.POST)
    if form.is_valid():
        try:
            add_snippet(workshop=workshop, **form.cleaned_data, **call_of(request))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, gettext("Đã thêm mẫu giải trình."))
            return redirect("points:snippets", slug)
    return _list(request, workshop, form, status=422)


@reads_and_writes_points
def snippet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one snippet with the responses that hold its words, or change it."""
    found = get_object_or_404(ReasonSnippet.objects.select_related("workshop"), pk=pk, workshop__slug=slug)
    if request.method != "POST":
        return _one(request, found, _amending(found))
    _refuse_reader(request)
    form = AmendForm(request.POST, hidden={"version": found.version})
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("name", "text", "decision", "is_retired")}
        try:
            amend_snippet(snippet=found, version=_version(form), **told, **call_of(request))
        except Conflict:
            form = _reread(form, found)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, gettext("Đã lưu mẫu giải trình."))
            return redirect("points:snippet", slug, pk)
    return _one(request, found, form, status=422)


def _list(request: HttpRequest, workshop: Workshop, form: SnippetForm, *, status: int = 200) -> HttpResponse:
    form.action = reverse("points:snippets", args=[workshop.slug])
    context = {
        "workshop": workshop,
        "snippets": snippets_of(workshop, with_retired=True),
        "form": form if request.user.has_perm(SNIPPETS) else None,
    }
    return render(request, "desk/answer_snippets.html", context, status=status)


def _one(request: HttpRequest, found: ReasonSnippet, form: SnippetForm, *, status: int = 200) -> HttpResponse:
    form.action = reverse("points:snippet", args=[found.workshop.slug, found.pk])
    context = {
        "workshop": found.workshop,
        "snippet": found,
        "uses": where_used(found),
        "form": form if request.user.has_perm(SNIPPETS) else None,
    }
    return render(request, "desk/answer_snippet.html", context, status=status)


def _amending(found: ReasonSnippet) -> AmendForm:
    initial = {name: getattr(found, name) for name in ("name", "text", "decision", "is_retired")}
    return AmendForm(initial=initial, hidden={"version": found.version})


def _reread(form: AmendForm, found: ReasonSnippet) -> AmendForm:
    """The form with what was typed and the version that stands now; the saved words are told above it."""
    data: dict[str, Any] = {
        **{name: form.data.get(name, "") for name in form.fields},
        "version": found.version,
    }
    again = AmendForm(data, hidden={"version": found.version})
    again.add_error(
        None,
        gettext("Người khác vừa sửa mẫu này. Bản đã lưu: “%(theirs)s”. Bản của đồng chí vẫn còn dưới đây.")
        % {"theirs": found.text},
    )
    return again


def _version(form: AmendForm) -> int:
    return key_of(form.cleaned_data.get("version")) or 0


def _refuse_reader(request: HttpRequest) -> None:
    if not request.user.has_perm(SNIPPETS):
        raise PermissionDenied
