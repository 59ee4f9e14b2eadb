"""One provision of a working draft: its words as they stand, and every step that needs a further word."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models.functions import Substr
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from proceedings.desk.gate import MEND, if_working, reads_and_writes
from proceedings.desk.mending import ACTS, siblings_of, taken, told
from proceedings.desk.node_forms import FORMS, NodeForm
from proceedings.desk.outline import address, overtaken_page
from proceedings.desk.outline_lines import SURE_FROM, full_name_of
from proceedings.models import Draft, Provision
from proceedings.operations.draft_standing import Overtaken
from proceedings.operations.refusals import Refused
from proceedings.queries.drafting import stand_of
from proceedings.text.provisions import Kind, Role

#: Letters of a provision's text that its page shows.
SHOWN = 20_000


@reads_and_writes
@if_working
def node(request: HttpRequest, draft: Draft, pk: int) -> HttpResponse:
    """Show a provision, or take a step on it."""
    row = draft.provisions.select_related("parent").filter(pk=pk).first()
    if row is not None:
        row.draft = draft
    if request.method != "POST":
        if row is None:
            raise Http404
        return _page(request, row, _forms(row))
    if not request.user.has_perm(MEND):
        raise PermissionDenied
    return _take(request, draft, row, pk)


def _take(request: HttpRequest, draft: Draft, row: Provision | None, pk: int) -> HttpResponse:
    made = next((form for form in FORMS if form.act == request.POST.get("act")), None)
    if made is None:
        raise Http404
    sent = request.POST.copy()
    form = made(sent, provision=row, hidden=_read_at(0, 0)) if row else None
    if form is not None and not form.is_valid():
        return _page(request, form.provision, _forms(form.provision, form))
    try:
        after = taken(request, draft, pk, form.take if form else _gone)
    except Overtaken as overtaken:
        kept = {
            name: str(sent[name]) for name in sent if name not in ("csrfmiddlewaretoken", *_read_at(0, 0))
        }
        return overtaken_page(request, draft, overtaken, wanted=str(made.title), at=pk, again=kept)
    except Refused as refusal:
        if form is None:
            raise Http404 from refusal
        form.refuse(refusal)
        sent.update(_read_at(stand_of(draft).key, form.provision.version))
        return _page(request, form.provision, _forms(form.provision, form))
    messages.success(request, told(request, draft))
    return redirect(address(draft.consulted_text, after.pk if after else None))


def _gone(**call: Any) -> Provision | None:
    raise Http404


def _read_at(stand: int, version: int) -> dict[str, str]:
    """Return what a form tells of the state in which it was read."""
    return {"stand": str(stand), "version": str(version)}


def _forms(row: Provision, sent: NodeForm | None = None) -> list[NodeForm]:
    read_at = _read_at(stand_of(row.draft).key, row.version)
    return [
        sent if sent is not None and form.act == sent.act else form(provision=row, hidden=read_at)
        for form in FORMS
        if _fits(form, row)
    ]


def _fits(form: type[NodeForm], row: Provision) -> bool:
    if form.act == "retitle":
        return row.kind not in (Kind.TEXT, Kind.KHOAN, Kind.DIEM) or row.role == Role.APPENDIX
    return bool(row.text) if form.act == "split" else True


def _page(request: HttpRequest, row: Provision, forms: list[NodeForm]) -> HttpResponse:
    text = row.draft.consulted_text
    siblings = siblings_of(row)
    place = siblings.index(row.pk)
    context: dict[str, Any] = {
        "workshop": text.workshop,
        "text": text,
        "row": row,
        "name": _name(row),
        "inside": _name(row.parent) if row.parent else "",
        "place": place + 1,
        "siblings": len(siblings),
        "paragraphs": row.text[:SHOWN].split("\n") if row.text else [],
        "is_cut": len(row.text) > SHOWN,
        "children": row.children.count(),
        "is_doubtful": row.confidence < SURE_FROM,
        "source": _source(row),
        "forms": forms,
        "stand": stand_of(row.draft),
        "acts": {name: words for name, (words, _act) in ACTS.items() if name != "merge"},
        "may_mend": request.user.has_perm(MEND),
        "back": address(text, row.pk),
        "mend_href": reverse("desk:draft-mend", args=[text.workshop.slug, text.slug]),
    }
    return render(request, "desk/node.html", context)


def _name(row: Provision) -> str:
    name = full_name_of(Kind(row.kind), row.role, row.number, row.path)
    return f"{name}. {row.heading}"[:160] if row.heading else name


def _source(row: Provision) -> str:
    """Return what the source has at this place, where it is known; the whole text stays in the database."""
    if row.start is None or row.end is None:
        return ""
    part = Substr("source_text", row.start + 1, min(row.end - row.start, 2000))
    found = Draft.objects.filter(pk=row.draft_id).annotate(part=part).values_list("part", flat=True).first()
    return (found or "").strip()
