"""Writing the next draft unit by unit: contents, the unit as text, its redline against the draft before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.desk.gate import MEND, call_of, reads, reads_and_writes, text_of
from proceedings.desk.marked import Naming, marked, words_of
from proceedings.desk.removals import explaining
from proceedings.desk.working import Gone, working_of
from proceedings.models import ConsultedText, Provision
from proceedings.operations.draft_rewriting import UnitConflict, rewrite
from proceedings.operations.refusals import Refused
from proceedings.queries.draft_marks import Reasons
from proceedings.queries.draft_names import names_of
from proceedings.queries.writing import Unit, UnitChange, Writing, last_saved, provision_in, shown
from proceedings.text.redline import compare, compare_words
from proceedings.text.units import is_division, stamp_of
from proceedings.text.units import text_of as words_of_unit


@dataclass(frozen=True, slots=True)
class Sent:
    """What an editor sent: the text of the unit, the reason, and the stamp of what was read."""

    text: str
    change_note: str
    stamp: str

    @classmethod
    def of(cls, request: HttpRequest) -> Sent:
        """Read it from a form."""
        found = {name: request.POST.get(name, "") for name in ("text", "change_note", "stamp")}
        return cls(
            found["text"].replace("\r\n", "\n"), found["change_note"].replace("\r\n", "\n"), found["stamp"]
        )


@reads
def begin(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Lead to the first unit that was changed, else to the first article."""
    consulted = text_of(request, slug, text)
    units = Writing(working_of(consulted)).units()
    there = [unit for unit in units if unit.change is not UnitChange.REMOVED]
    if not there:
        raise Http404
    changed = (unit for unit in there if unit.change is not UnitChange.NONE)
    article = (unit for unit in there if unit.path.startswith("dieu"))
    first = next(changed, None) or next(article, None) or there[0]
    return redirect("drafting:write", slug, text, first.pk)


@reads_and_writes
def write(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Show a unit to be written, or save it: from the form, or by the script, which is answered in JSON."""
    consulted = text_of(request, slug, text)
    if request.method != "POST":
        return _page(request, consulted, pk)
    if not request.user.has_perm(MEND):
        raise PermissionDenied
    sent = Sent.of(request)
    try:
        row = _row(consulted, pk)
        if row is None:
            raise Refused(
                _(
                    "Mục này vừa được người khác bỏ hoặc gộp. Chữ đã nhập vẫn còn trên trang; chép ra rồi mở lại."
                )
            )
        rewrite(
            provision=row, text=sent.text, change_note=sent.change_note, stamp=sent.stamp, **call_of(request)
        )
    except UnitConflict as conflict:
        return _conflict(request, consulted, pk, sent, conflict)
    except Gone as gone:
        if _wants_json(request):
            return JsonResponse({"state": "refused", "words": gone.words}, status=422)
        raise
    except Refused as refusal:
        return _refused(request, consulted, pk, sent, refusal)
    if _wants_json(request):
        return JsonResponse(_saved(request, consulted, pk))
    messages.success(request, _saved_words(timezone.now(), str(request.user)))
    return redirect("drafting:write", slug, text, pk)


def _page(
    request: HttpRequest,
    consulted: ConsultedText,
    pk: int,
    *,
    sent: Sent | None = None,
    refusal: str = "",
    conflict: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    writing = Writing(working_of(consulted))
    node = writing.unit(pk)
    if node is None and sent is None:
        raise Http404
    units = writing.units()
    saved = last_saved(writing.draft, pk)
    may_write = request.user.has_perm(MEND)
    context: dict[str, Any] = {
        "workshop": consulted.workshop,
        "text": consulted,
        "draft": writing.draft,
        "units": units,
        "current": pk,
        "change_count": sum(unit.change is not UnitChange.NONE for unit in units),
        "sent": sent,
        "refusal": refusal,
        "conflict": conflict,
        "saved": _saved_words(*saved) if saved else "",
        "may_write": may_write,
        **(_unit_context(writing, pk, units, consulted, may_write=may_write) if node else {}),
    }
    return render(request, "desk/write.html", context, status=status)


def _unit_context(
    writing: Writing, pk: int, units: list[Unit], consulted: ConsultedText, *, may_write: bool
) -> dict[str, Any]:
    node = writing.rows.nodes[pk]
    label, heading = shown(node)
    there = [unit for unit in units if unit.change is not UnitChange.REMOVED]
    place = next((n for n, unit in enumerate(there) if unit.pk == pk), None)
    words = words_of_unit(node)
    return {
        "label": label,
        "heading": heading,
        "words": words,
        "rows": min(max(words.count("\n") + 2 + len(words) // 70, 6), 28),
        "note": writing.rows.notes[pk],
        "stamp": stamp_of(node, writing.rows.notes[pk]),
        "may_restore": writing.rows.origins[pk] is not None,
        "is_division": is_division(node),
        "holder": None if place is not None else writing.unit_of(pk),
        "previous": there[place - 1] if place else None,
        "next": there[place + 1] if place is not None and place + 1 < len(there) else None,
        **_redline_context(writing, pk, consulted if may_write else None),
    }


def _redline_context(writing: Writing, pk: int, consulted: ConsultedText | None) -> dict[str, Any]:
    """The redline of one unit against the draft before, with where its editor explains what was taken out."""
    old, new = writing.sides(pk)
    if writing.before is None:
        return {"before_label": ""}
    redline = compare(old, new)
    reasons = Reasons({}, {writing.before.nodes[key].path: said for key, said in writing.removals.items()})
    places = explaining(consulted, writing.before, writing.rows, redline) if consulted else {}
    return {
        "before_label": writing.draft.based_on.label if writing.draft.based_on else "",
        "is_same": redline.is_empty,
        "blocks": marked(redline, Naming(names_of(new), names_of(old), reasons, places), around=None),
        "words_inserted": redline.words_inserted,
        "words_deleted": redline.words_deleted,
    }


def _saved(request: HttpRequest, consulted: ConsultedText, pk: int) -> dict[str, Any]:
    """What the script is told after a save: the stamp to go on with, the redline, the mark in the contents."""
    writing = Writing(working_of(consulted))
    unit = next((each for each in writing.units() if each.pk == pk), None)
    node = writing.rows.nodes[pk]
    context = _redline_context(writing, pk, consulted)
    return {
        "state": "saved",
        "words": _saved_words(timezone.now()),
        "stamp": stamp_of(node, writing.rows.notes[pk]),
        "change": unit.change if unit else "",
        "redline": render_to_string("desk/_unit_redline.html", context, request=request),
    }


def _conflict(
    request: HttpRequest, consulted: ConsultedText, pk: int, sent: Sent, conflict: UnitConflict
) -> HttpResponse:
    told = {
        "by": conflict.theirs_by,
        "at": conflict.theirs_at,
        "yours_by": conflict.yours_by,
        "their_text": conflict.their_text,
        "their_note": conflict.their_note,
        "your_note": conflict.your_note,
        "words": words_of(compare_words(conflict.their_text, conflict.your_text)),
        "stamp": conflict.stamp,
    }
    if _wants_json(request):
        context = {"conflict": told, "workshop": consulted.workshop, "text": consulted, "current": pk}
        shown_ = render_to_string("desk/_unit_conflict.html", context, request=request)
        words = _("Chưa lưu: người khác vừa sửa mục này. Xem hai bản ở trên rồi chọn.")
        return JsonResponse(
            {"state": "conflict", "words": words, "stamp": conflict.stamp, "conflict": shown_}, status=409
        )
    kept = Sent(sent.text, sent.change_note, conflict.stamp)
    return _page(request, consulted, pk, sent=kept, conflict=told, status=409)


def _refused(
    request: HttpRequest, consulted: ConsultedText, pk: int, sent: Sent, refusal: Refused
) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse(
            {"state": "refused", "words": _("Chưa lưu: %(why)s") % {"why": refusal}}, status=422
        )
    return _page(request, consulted, pk, sent=sent, refusal=str(refusal), status=422)


def _row(consulted: ConsultedText, pk: int) -> Provision | None:
    return provision_in(working_of(consulted), pk)


def _saved_words(at: Any, who: str = "") -> str:
    local = timezone.localtime(at)
    moment = f"{local:%H:%M}" if local.date() == timezone.localdate() else f"{local:%H:%M %d/%m/%Y}"
    if who:
        return _("Đã lưu lúc %(at)s (%(who)s)") % {"at": moment, "who": who}
    return _("Đã lưu lúc %(at)s") % {"at": moment}


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")
