"""Issuing a draft: what it will be, what it changes, what must be accepted; and the page of an issued draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.desk.gate import ISSUE, TRACE, call_of, guarded_form, if_working, issued_of, reads, text_of
from proceedings.desk.mending import number_in
from proceedings.desk.outline_lines import lines_of, parts_of
from proceedings.models import Draft
from proceedings.operations import drafts
from proceedings.operations.draft_standing import Overtaken, refuse_overtaken
from proceedings.operations.lineage_proposals import may_propose_at_once, propose_from_engine
from proceedings.operations.refusals import Refused
from proceedings.queries.drafting import stand_of, undecided_of
from proceedings.queries.drafts import removed_provisions, tree
from proceedings.text.provisions import Kind
from proceedings.text.redline import BlockKind, compare
from proceedings.vocabulary import ProvisionKind

#: What happened to provisions, in the words and the order of the page.
_KINDS = {
    BlockKind.CHANGED: _("sửa lời văn"),
    BlockKind.RENUMBERED: _("đổi số"),
    BlockKind.MOVED_TO: _("chuyển vị trí"),
    BlockKind.INSERTED: _("bổ sung"),
    BlockKind.DELETED: _("bỏ"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what."""

    count: int
    words: str


class IssueForm(DeskForm):
    """A note, and a word that the remarks were seen."""

    acknowledged = forms.BooleanField(
        label=_("Đã xem các lưu ý trên; dự thảo đúng như vậy"),
        required=False,
        help_text=_("Ghi cùng tên người phát hành."),
    )
    note = forms.CharField(
        label=_("Ghi chú của lần dự thảo"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: dự thảo gửi xin ý kiến cấp ủy các tỉnh, thành phố."),
    )

    def __init__(self, *args: Any, remarks: list[str], number: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.remarks = remarks
        self.button = gettext("Phát hành dự thảo lần %(number)s") % {"number": number}
        if not remarks:
            del self.fields["acknowledged"]


@guarded_form(ISSUE)
@if_working
def issue(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Show what will be issued, or issue it: numbered, dated, frozen."""
    sent = request.POST.copy() if request.method == "POST" else None
    form = IssueForm(
        sent,
        remarks=drafts.remarks_on(draft),
        number=_next_number(draft),
        initial={"note": draft.note},
        hidden={"stand": stand_of(draft).key},
    )
    if sent is not None and form.is_valid():
        try:
            made = _issue(request, draft, form)
        except Overtaken as overtaken:
            form.refuse(overtaken)
            sent["stand"] = str(stand_of(draft).key)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            text = draft.consulted_text
            return redirect("desk:draft-issued", text.workshop.slug, text.slug, made.number)
    return _preview(request, draft, form)


@transaction.atomic
def _issue(request: HttpRequest, draft: Draft, form: IssueForm) -> Draft:
    """Issue the draft as it was previewed, and let the machine say where its provisions come from."""
    data, call = form.cleaned_data, call_of(request)
    refuse_overtaken(draft, key=number_in(request, "stand") or 0)
    acknowledged = data.get("acknowledged", False)
    made = drafts.issue(draft=draft, note=data["note"], acknowledged=acknowledged, **call)
    if made.based_on and may_propose_at_once(made):
        propose_from_engine(draft=made, **call)
    messages.success(request, gettext("Đã phát hành dự thảo lần %(number)s.") % {"number": made.number})
    return made


def _next_number(draft: Draft) -> int:
    return (draft.based_on.number or 0) + 1 if draft.based_on else 1


def _preview(request: HttpRequest, draft: Draft, form: IssueForm) -> HttpResponse:
    context = {
        "workshop": draft.consulted_text.workshop,
        "text": draft.consulted_text,
        "draft": draft,
        "number": _next_number(draft),
        "counts": counts_of(draft),
        "changes": changes_of(draft),
        "form": form,
    }
    return render(request, "desk/issue.html", context)


@reads
def issued(request: HttpRequest, slug: str, text: str, number: int) -> HttpResponse:
    """Show an issued draft: its number and date, what it holds, where its parts come from."""
    consulted = text_of(request, slug, text)
    draft = issued_of(consulted, number)
    context = {
        "workshop": consulted.workshop,
        "text": consulted,
        "draft": draft,
        "counts": counts_of(draft),
        "parts": parts_of(
            line for line in lines_of(draft) if line.kind not in (Kind.KHOAN, Kind.DIEM, Kind.TEXT)
        ),
        "undecided": undecided_of(draft),
        "traced": draft.lineages.exists(),
        "is_last": not consulted.drafts.issued().filter(number__gt=number).exists(),
        "has_working": consulted.drafts.working().exists(),
        "may_trace": request.user.has_perm(TRACE),
    }
    return render(request, "desk/issued.html", context)


def counts_of(draft: Draft) -> list[Count]:
    """Return how many phần, chương … điểm a draft has: one query."""
    found = list(draft.provisions.exclude(kind=Kind.TEXT.value).order_by().values_list("kind", flat=True))
    return [
        Count(found.count(kind.value), str(kind.label).lower())
        for kind in ProvisionKind
        if kind.value in found
    ]


def changes_of(draft: Draft) -> list[Count] | None:
    """Return what a draft changes against the last issued one, by kind; None where there is none before.

    Of long drafts the machine does not compare words while somebody waits: what was copied and is gone is counted.
    """
    if draft.based_on is None:
        return None
    if not may_propose_at_once(draft):
        removed = len(removed_provisions(draft))
        added = draft.provisions.filter(origin=None).count()
        return [Count(added, gettext("mục mới")), Count(removed, gettext("mục bỏ"))]
    redline = compare(tree(draft.based_on), tree(draft))
    return [Count(redline.counts[kind], str(words)) for kind, words in _KINDS.items() if redline.counts[kind]]
