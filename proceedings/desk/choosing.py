"""Several texts in one source: which of them is the draft in hand, and beginning another text from another of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.desk.gate import ADD_TEXT, BEGIN, MEND, call_of, reads_and_writes, text_of
from proceedings.desk.text_forms import slug_of
from proceedings.models import ConsultedText, Draft
from proceedings.operations import consulted_texts, drafts
from proceedings.operations.draft_reading import start_from_paragraphs
from proceedings.operations.drafts import Source
from proceedings.operations.refusals import Refused
from proceedings.text.provisions import Kind
from proceedings.text.structure import Outline, TextOutline, read_structure
from proceedings.vocabulary import Family

#: Sent in the place of a text's address: enter a new one under the title that was found.
NEW = "+"


class IntoForm(DeskForm):
    """Of which consulted text a text of the source is to be the draft."""

    button = _("Bắt đầu dự thảo")
    into = forms.ChoiceField(label=_("Dùng văn bản này làm dự thảo của"))

    def __init__(self, *, place: int, choices: list[tuple[str, str]]) -> None:
        super().__init__(auto_id=f"into-{place}-%s", hidden={"place": place})
        self.fields["into"].choices = choices  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Found:
    """One text of the source."""

    place: int
    title: str
    articles: int
    first: str
    is_in_hand: bool
    form: IntoForm | None


@reads_and_writes
def choose(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Show the texts that the source of a draft holds; begin a draft from the chosen one."""
    consulted = text_of(request, slug, text)
    draft = _with_source(consulted)
    if request.method != "POST":
        return _page(request, draft)
    if not (request.user.has_perm(BEGIN) and request.user.has_perm(MEND)):
        raise PermissionDenied
    sent = request.POST.get("place", "")
    place = int(sent) if sent.isdecimal() and len(sent) < 6 else -1
    into = request.POST.get("into", consulted.slug)
    if into == NEW and not request.user.has_perm(ADD_TEXT):
        raise PermissionDenied
    try:
        target = _begin(request, draft, place, into)
    except Refused as refusal:
        return _page(request, draft, refusal=str(refusal))
    messages.success(request, gettext("Đã bắt đầu dự thảo của “%(title)s”.") % {"title": target.title})
    return redirect("desk:draft-outline", slug, target.slug)


@transaction.atomic
def _begin(request: HttpRequest, draft: Draft, place: int, into: str) -> ConsultedText:
    call = call_of(request)
    outline = read_structure(draft.source_text.split("\n"))
    own = draft.consulted_text
    if into == NEW:
        target = _added(own, outline, place, call)
    elif into == own.slug:
        target = own
        if not draft.is_issued:
            drafts.discard(draft=draft, **call)
    else:
        target = text_of(request, own.workshop.slug, into)
    source = None
    if draft.has_source:
        with draft.source.open("rb") as kept:
            source = Source(draft.source_name, kept.read(), draft.source_media_type)
    start_from_paragraphs(
        consulted_text=target, paragraphs=draft.source_text.split("\n"), source=source, place=place, **call
    )
    return target


def _added(own: ConsultedText, outline: Outline, place: int, call: dict[str, Any]) -> ConsultedText:
    if not 0 <= place < len(outline.texts):
        raise Refused(gettext("Tệp không có văn bản này. Tải lại trang rồi chọn lại."))
    found = outline.texts[place]
    title = title_of(found, place)
    family = found.family if found.family in Family.values else own.family
    return consulted_texts.add_text(
        workshop=own.workshop,
        title=title,
        family=family,
        slug=slug_of(title),
        is_sample=own.is_sample,
        **call,
    )


def title_of(text: TextOutline, place: int) -> str:
    """Return the title of a text on one line, or its place in the source where it has none."""
    return " ".join(text.title.split())[:500] or gettext("Văn bản thứ %(place)s trong tệp") % {
        "place": place + 1
    }


def _with_source(text: ConsultedText) -> Draft:
    rows = text.drafts.exclude(source_text="").select_related("based_on").order_by("-pk")
    draft = rows.first()
    if draft is None:
        raise Http404
    draft.consulted_text = text
    return draft


def _choices(request: HttpRequest, draft: Draft) -> list[tuple[str, str]]:
    text = draft.consulted_text
    others = text.workshop.consulted_texts.in_order().exclude(pk=text.pk).exclude(drafts__state="working")
    choices = [(other.slug, other.title) for other in others]
    if request.user.has_perm(ADD_TEXT):
        choices.append((NEW, gettext("Văn bản lấy ý kiến mới, lấy tên như trên")))
    if not draft.is_issued:
        choices.append((text.slug, gettext("%(title)s (thay bản đang soạn)") % {"title": text.title}))
    return choices


def _page(request: HttpRequest, draft: Draft, *, refusal: str = "") -> HttpResponse:
    text = draft.consulted_text
    outline = read_structure(draft.source_text.split("\n"))
    start = draft.provisions.exclude(start=None).order_by("start").values_list("start", flat=True).first()
    choices = _choices(request, draft)
    context: dict[str, Any] = {
        "workshop": text.workshop,
        "text": text,
        "draft": draft,
        "found": [
            Found(
                place,
                title_of(found, place),
                sum(node.kind is Kind.DIEU for node in found.walk()),
                outline.source[found.start : found.start + 240].strip(),
                start is not None and found.start <= start < max(found.end, found.start + 1),
                IntoForm(place=place, choices=choices) if choices else None,
            )
            for place, found in enumerate(outline.texts)
        ],
        "steps": draft.changes.filter(undone_at=None).count(),
        "refusal": refusal,
        "may_choose": request.user.has_perm(BEGIN) and request.user.has_perm(MEND),
    }
    return render(request, "desk/choose.html", context)
