"""Where the provisions of a draft come from: proposed by the machine, decided by an editor on one page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.desk.gate import TRACE, call_of, issued_of, reads, text_of, writes
from proceedings.desk.kin import GROUPS, End, Pair, kin_of, pairs_of, with_words
from proceedings.desk.likely import candidates_of
from proceedings.desk.paging import page_links
from proceedings.desk.places import find_place
from proceedings.desk.reanchoring import MOST, report_of
from proceedings.desk.sent_keys import key_of
from proceedings.models import Draft, Provision
from proceedings.operations import lineages
from proceedings.operations.lineage_proposals import may_propose_at_once, propose_from_engine
from proceedings.operations.lineages import Match
from proceedings.operations.refusals import Conflict, Refused
from proceedings.text.lineage import SURE
from proceedings.vocabulary import LineageKind

#: Pairs that are shown at once.
ON_A_PAGE = 25


class CorrectForm(DeskForm):
    """What an editor says of a pair."""

    act = "correct"
    button = _("Ghi cặp đã sửa")

    before = forms.CharField(
        label=_("Điều khoản ở lần trước"),
        required=False,
        help_text=_(
            "Ví dụ “khoản 2 Điều 5”; nhiều điều khoản cách nhau bằng dấu chấm phẩy. Trống nếu là bổ sung mới."
        ),
    )
    after = forms.CharField(
        label=_("Điều khoản ở lần này"), required=False, help_text=_("Để trống nếu điều khoản cũ bị bỏ.")
    )
    kind = forms.ChoiceField(label=_("Quan hệ"), choices=LineageKind.choices)

    def __init__(self, *args: Any, pair: Pair, kin: list[Pair], **options: Any) -> None:
        told = {
            "before": _typed(each.before for each in kin),
            "after": _typed(each.after for each in kin),
            "kind": pair.kind,
        }
        options["hidden"] = {"row": pair.pk, "version": pair.version}
        super().__init__(*args, auto_id=f"correct-{pair.pk}-%s", initial=told, **options)


@reads
def lineage(request: HttpRequest, slug: str, text: str, number: int) -> HttpResponse:
    """Show the pairs of a draft with the one before, the doubtful ones first."""
    return _page(request, issued_of(text_of(request, slug, text), number))


@writes(TRACE)
def propose(request: HttpRequest, slug: str, text: str, number: int) -> HttpResponse:
    """Let the machine match the two drafts; what was decided stays."""
    draft = issued_of(text_of(request, slug, text), number)
    try:
        made = propose_from_engine(draft=draft, **call_of(request))
    except Refused as refusal:
        return _page(request, draft, refusal=str(refusal))
    told = ngettext("Máy đề xuất %(count)s cặp.", "Máy đề xuất %(count)s cặp.", len(made))
    messages.success(request, told % {"count": len(made)})
    return redirect("desk:draft-lineage", slug, text, number)


@writes(TRACE)
def confirm(request: HttpRequest, slug: str, text: str, number: int) -> HttpResponse:
    """Confirm one pair, or all that the machine is sure of."""
    draft = issued_of(text_of(request, slug, text), number)
    row = key_of(request.POST.get("row"))
    rows = draft.lineages.undecided()
    rows = (
        rows.filter(pk=row)
        if row
        else rows.filter(score__gte=SURE)
        if "sure" in request.POST
        else rows.none()
    )
    count = lineages.confirm_lineage(lineages=rows, **call_of(request))
    if not count:
        return _page(
            request, draft, refusal=gettext("Không có cặp nào để xác nhận: có thể người khác vừa xác nhận.")
        )
    told = ngettext("Đã xác nhận %(count)s cặp.", "Đã xác nhận %(count)s cặp.", count)
    messages.success(request, told % {"count": count})
    return redirect(_back(request, slug, text, number))


@writes(TRACE)
def correct(request: HttpRequest, slug: str, text: str, number: int) -> HttpResponse:
    """Put an editor's own pair in the place of one that is shown."""
    draft = issued_of(text_of(request, slug, text), number)
    row = draft.lineages.filter(pk=key_of(request.POST.get("row")) or 0).first()
    pairs = pairs_of(draft)
    pair = next((pair for pair in pairs if row and pair.pk == row.pk), None)
    if row is None or pair is None:
        return _page(
            request, draft, refusal=gettext("Cặp này vừa được người khác sửa. Xem lại danh sách bên dưới.")
        )
    kin = kin_of(pairs, pair)
    form = CorrectForm(request.POST, pair=pair, kin=kin)
    form.action = reverse("desk:draft-lineage-correct", args=[slug, text, number])
    if form.is_valid():
        try:
            row.version = key_of(request.POST.get("version")) or 0
            others = draft.lineages.filter(pk__in=[each.pk for each in kin]).exclude(pk=row.pk)
            lineages.correct_lineage(
                draft=draft,
                matches=[_match(draft, form.cleaned_data)],
                replaces=[row, *others],
                **call_of(request),
            )
        except Conflict as conflict:
            form.add_error(
                None, gettext("Người khác vừa quyết định cặp này: %(theirs)s.") % {"theirs": conflict.theirs}
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, gettext("Đã ghi cặp đã sửa."))
            return redirect(_back(request, slug, text, number))
    return _page(request, draft, sent=form, at=pair)


def _match(draft: Draft, data: dict[str, Any]) -> Match:
    before = _found(draft.based_on, data["before"], "before") if draft.based_on else []
    after = _found(draft, data["after"], "after")
    if not before and not after:
        raise Refused(_("Ghi điều khoản ở lần trước, ở lần này, hoặc cả hai."), field="before")
    paths = [tuple(dict.fromkeys(row.path for row in side)) for side in (before, after)]
    is_changed = bool(before and after) and [*map(_words, before)] != [*map(_words, after)]
    return Match(paths[0], paths[1], LineageKind(data["kind"]), is_changed)


def _found(draft: Draft, words: str, field: str) -> list[Provision]:
    """Return the provisions that some words name, parted by semicolons."""
    return [find_place(draft, each, field=field) for each in words.split(";") if each.strip()]


def _typed(ends: Iterable[End | None]) -> str:
    return "; ".join(dict.fromkeys(end.typed for end in ends if end))


def _words(row: Provision) -> tuple[str, str]:
    return row.heading, row.text


def _back(request: HttpRequest, slug: str, text: str, number: int) -> str:
    group = request.POST.get("group", "")
    url = reverse("desk:draft-lineage", args=[slug, text, number])
    return f"{url}?group={group}" if group in GROUPS else url


def _page(
    request: HttpRequest,
    draft: Draft,
    *,
    refusal: str = "",
    sent: CorrectForm | None = None,
    at: Pair | None = None,
) -> HttpResponse:
    text = draft.consulted_text
    pairs = pairs_of(draft)
    counts = {group: sum(pair.group == group for pair in pairs) for group in GROUPS}
    group = at.group if at else request.POST.get("group") or request.GET.get("group", "")
    if group not in GROUPS:
        group = next((name for name, count in counts.items() if count), "look")
    chosen = [pair for pair in pairs if pair.group == group]
    page = (chosen.index(next(pair for pair in chosen if pair.pk == at.pk)) // ON_A_PAGE + 1) if at else None
    links = page_links(
        len(chosen), page or key_of(request.GET.get("page")) or 1, ON_A_PAGE, f"?group={group}&page="
    )
    shown = with_words(draft, chosen[links.start : links.end])
    near = key_of(request.GET.get("near"))
    looked_at = next((pair for pair in shown if pair.pk == near), None)
    action = reverse("desk:draft-lineage-correct", args=[text.workshop.slug, text.slug, draft.number])
    report = report_of(draft, pairs) if pairs else []
    context: dict[str, Any] = {
        "workshop": text.workshop,
        "text": text,
        "draft": draft,
        "refusal": refusal,
        "pairs": [(pair, _form(pair, pairs, sent, at, action)) for pair in shown],
        "total": len(pairs),
        "undecided": counts["look"] + counts["sure"] + counts["kept"],
        "sure": counts["sure"] + counts["kept"],
        "group": group,
        "choices": [
            {"href": f"?group={name}", "label": words, "count": counts[name], "is_current": name == group}
            for name, words in GROUPS.items()
        ],
        "links": links,
        "report": report[:MOST],
        "report_count": len(report),
        "near": near,
        "page": links.start // ON_A_PAGE + 1,
        "candidates": candidates_of(draft, looked_at) if looked_at else [],
        "may_trace": request.user.has_perm(TRACE),
        "may_propose": may_propose_at_once(draft),
    }
    return render(request, "desk/lineage.html", context)


def _form(
    pair: Pair, pairs: list[Pair], sent: CorrectForm | None, at: Pair | None, action: str
) -> CorrectForm:
    if sent is not None and at is not None and pair.pk == at.pk:
        return sent
    return CorrectForm(pair=pair, kin=kin_of(pairs, pair), action=action)
