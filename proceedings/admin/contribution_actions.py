"""Acts on several documents: a page shows what will happen, then it happens to all or to none."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.admin.fields import LineField
from proceedings.admin.operated import call_of
from proceedings.models import Contribution, Theme
from proceedings.operations import contributions as registry
from proceedings.operations import contributions_in_bulk
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import Circulation

MOST_AT_ONCE = 500


class CirculationForm(forms.Form):
    """Who may read."""

    circulation = forms.ChoiceField(
        label=gettext_lazy("Phạm vi phổ biến"), choices=Circulation.choices, widget=forms.RadioSelect
    )


class ThemeForm(forms.Form):
    """Under which heading of the outline."""

    theme = forms.ModelChoiceField(
        label=gettext_lazy("Nhóm vấn đề"),
        queryset=Theme.objects.none(),
        required=False,
        empty_label=gettext_lazy("– chưa xếp –"),
    )

    def __init__(self, *args: Any, rows: QuerySet[Contribution], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["theme"]
        field.queryset = Theme.objects.filter(workshop__in=rows.values("workshop")).order_by(
            "workshop", "position"
        )


class VoidForm(forms.Form):
    """Why."""

    reason = LineField(
        label=gettext_lazy("Lý do hủy"),
        max_length=500,
        help_text=gettext_lazy("Lý do được giữ trong sổ; số đã hủy không dùng lại và không phục hồi được."),
        widget=forms.TextInput(attrs={"autofocus": True, "class": "vTextField"}),
    )


@admin.action(description=gettext_lazy("Đặt phạm vi phổ biến…"), permissions=["change"])
def set_circulation(
    model_admin: Any, request: HttpRequest, queryset: QuerySet[Contribution]
) -> HttpResponse | None:
    """Set who may read the documents."""
    form = CirculationForm(request.POST if "apply" in request.POST else None)

    def act(rows: list[Contribution]) -> str:
        chosen = Circulation(form.cleaned_data["circulation"])
        count = registry.circulate(contributions=rows, circulation=chosen, **call_of(request))
        return _("Đã đặt “%(circulation)s” cho %(count)s văn bản.") % {
            "circulation": chosen.label,
            "count": count,
        }

    return _ask(model_admin, request, queryset, form, act, title=_("Đặt phạm vi phổ biến"), button=_("Đặt"))


@admin.action(description=gettext_lazy("Xếp vào nhóm vấn đề…"), permissions=["change"])
def assign_theme(
    model_admin: Any, request: HttpRequest, queryset: QuerySet[Contribution]
) -> HttpResponse | None:
    """Put the documents under a heading of the outline."""
    form = ThemeForm(request.POST if "apply" in request.POST else None, rows=queryset)

    def act(rows: list[Contribution]) -> str:
        count = contributions_in_bulk.assign_theme(
            contributions=rows, theme=form.cleaned_data["theme"], **call_of(request)
        )
        return _("Đã xếp nhóm vấn đề cho %(count)s văn bản.") % {"count": count}

    return _ask(model_admin, request, queryset, form, act, title=_("Xếp vào nhóm vấn đề"), button=_("Xếp"))


@admin.action(description=gettext_lazy("Hủy số…"), permissions=["void"])
def void(model_admin: Any, request: HttpRequest, queryset: QuerySet[Contribution]) -> HttpResponse | None:
    """Withdraw the documents; their numbers stay in the book as void."""
    form = VoidForm(request.POST if "apply" in request.POST else None)

    def act(rows: list[Contribution]) -> str:
        count = contributions_in_bulk.void_all(
            contributions=rows, reason=form.cleaned_data["reason"], **call_of(request)
        )
        return _("Đã hủy %(count)s số.") % {"count": count}

    return _ask(
        model_admin,
        request,
        queryset,
        form,
        act,
        title=_("Hủy số"),
        button=_("Hủy các số này"),
        is_destructive=True,
    )


ACTIONS = (set_circulation, assign_theme, void)


def _ask(
    model_admin: Any,
    request: HttpRequest,
    queryset: QuerySet[Contribution],
    form: Any,
    act: Any,
    **words: Any,
) -> HttpResponse | None:
    rows = list(queryset.select_related("committee").by_number()[: MOST_AT_ONCE + 1])  # type: ignore[attr-defined]
    if len(rows) > MOST_AT_ONCE:
        told = _("Chọn nhiều nhất %(most)s văn bản một lần; chưa có gì thay đổi.") % {"most": MOST_AT_ONCE}
        model_admin.message_user(request, told, messages.ERROR)
        return None
    if form.is_bound and form.is_valid():
        try:
            model_admin.message_user(request, act(rows), messages.SUCCESS)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return None
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "form": form,
        "rows": rows,
        "checkbox": ACTION_CHECKBOX_NAME,
        "action": request.POST.get("action"),
        **words,
    }
    return TemplateResponse(request, "admin/proceedings/act_on_many.html", context)
