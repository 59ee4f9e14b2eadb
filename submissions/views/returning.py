"""A draft comes back as a Word file: read and screened at the door, reviewed difference by difference."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from proceedings.desk.gate import MEND, call_of, reads, text_of, writes
from proceedings.desk.marked import Words, words_of
from proceedings.desk.working import told_if_gone, working_of
from proceedings.models import ConsultedText, Draft
from proceedings.operations.refusals import Refused
from proceedings.text.redline import compare_words
from proceedings.text.returned_differences import ReturnedChange
from submissions.examination import examine
from submissions.forms.upload import LeaveOutTooLarge
from submissions.models import ReturnedFile
from submissions.operations import returning
from submissions.queries.returned import Difference, look_at
from submissions.returned_drafts import returned_draft
from submissions.views.drafts import objection_to, too_large
from submissions.views.uploading import LARGEST_REQUEST

#: What happened in the file, as the list says it.
CHANGES = {
    ReturnedChange.CHANGED: gettext_lazy("sửa"),
    ReturnedChange.NEW: gettext_lazy("thêm"),
    ReturnedChange.DELETED: gettext_lazy("bỏ"),
    ReturnedChange.MOVED: gettext_lazy("chuyển chỗ"),
    ReturnedChange.SPLIT: gettext_lazy("tách đoạn"),
    ReturnedChange.JOINED: gettext_lazy("nhập vào đoạn khác"),
}
#: How many differences a page shows; the others follow when these are decided.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One difference as the page shows it."""

    difference: Difference
    word: Any
    words: Words


@reads
def page(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Show how a draft goes out as a Word file and comes back, and the returns that wait."""
    return _page(request, text_of(request, slug, text))


@csrf_exempt  # asked for below, after the handler that watches the size is in its place
@writes(MEND)
@told_if_gone
def upload(request: HttpRequest, slug: str, text: str) -> HttpResponseBase:
    """Take a Word file back; it is read in the jail in a scratch folder, of which nothing stays."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_REQUEST:
        return _page(request, text_of(request, slug, text), refusal=too_large(), status=413)
    watch = LeaveOutTooLarge(request)
    request.upload_handlers.insert(0, watch)
    return _upload(request, slug, text, watch)


@csrf_protect
def _upload(request: HttpRequest, slug: str, text: str, watch: LeaveOutTooLarge) -> HttpResponse:
    consulted = text_of(request, slug, text)
    draft = working_of(consulted)
    file = request.FILES.get("file")
    if watch.left_out:
        return _page(request, consulted, refusal=too_large(), status=413)
    if file is None:
        return _page(request, consulted, refusal=_("Chưa chọn tệp nào."), status=422)
    name, content = (file.name or "").rsplit("/", 1)[-1], file.read()
    with tempfile.TemporaryDirectory(prefix="kyyeu-return-") as folder:
        path, scratch = Path(folder, "received"), Path(folder, "scratch")
        scratch.mkdir()
        path.write_bytes(content)
        examined = examine(path, name=name, scratch=scratch)
    if objection := objection_to(examined):
        return _page(request, consulted, refusal=objection, status=422)
    try:
        kept = returning.take_back(
            draft=draft,
            name=name,
            content=content,
            returned=returned_draft(examined.document),
            document=examined.document,
            **call_of(request),
        )
    except Refused as refusal:
        return _page(request, consulted, refusal=str(refusal), status=422)
    return redirect("returned:review", slug, text, kept.pk)


@reads
def review(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Show what differs between a returned file and the working draft as it stands now."""
    consulted = text_of(request, slug, text)
    draft, kept = _kept(consulted, pk)
    found = look_at(kept, draft)
    waiting = found.open()
    shown = [_shown(each) for each in waiting[:SHOWN]]
    context: dict[str, Any] = {
        "workshop": consulted.workshop,
        "text": consulted,
        "draft": draft,
        "returned": kept,
        "found": found,
        "shown": shown,
        "waiting_count": len(waiting),
        "left_count": len(found.differences) - len(waiting),
        "sure": [each.difference.key for each in shown if each.difference.is_sure],
        "may_write": request.user.has_perm(MEND),
    }
    return render(request, "desk/return_review.html", context)


@writes(MEND)
@told_if_gone
def decide(request: HttpRequest, slug: str, text: str, pk: int) -> HttpResponse:
    """Take a difference over, leave it, take all that are shown over, show the left ones again, or be done."""
    consulted = text_of(request, slug, text)
    _draft, kept = _kept(consulted, pk)
    act, _part, key = request.POST.get("act", "").partition(":")
    try:
        if act == "accept":
            returning.accept(returned=kept, key=key, **call_of(request))
            messages.success(request, _("Đã nhận vào bản đang soạn."))
        elif act == "leave":
            returning.leave(returned=kept, keys=[key], **call_of(request))
        elif act == "accept-all":
            _told(
                request,
                returning.accept_all(returned=kept, keys=request.POST.getlist("key"), **call_of(request)),
            )
        elif act == "reconsider":
            returning.reconsider(returned=kept, **call_of(request))
        elif act == "close":
            returning.close(returned=kept, **call_of(request))
            messages.success(request, _("Đã xử lý xong “%(name)s”.") % {"name": kept.name})
            return redirect("returned:page", slug, text)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("returned:review", slug, text, pk)


def _told(request: HttpRequest, taken: returning.Taken) -> None:
    if taken.count:
        words = ngettext("Đã nhận %(n)s chỗ sửa.", "Đã nhận %(n)s chỗ sửa.", taken.count)
        messages.success(request, words % {"n": taken.count})
    for refusal in taken.refusals[:5]:
        messages.error(request, refusal)


def _page(
    request: HttpRequest, consulted: ConsultedText, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    draft = working_of(consulted)
    context: dict[str, Any] = {
        "workshop": consulted.workshop,
        "text": consulted,
        "draft": draft,
        "refusal": refusal,
        "returns": list(draft.returned_files.open().latest_first().select_related("received_by")[:20]),
        "may_write": request.user.has_perm(MEND),
    }
    return render(request, "desk/return.html", context, status=status)


def _kept(consulted: ConsultedText, pk: int) -> tuple[Draft, ReturnedFile]:
    draft = working_of(consulted)
    kept = draft.returned_files.open().select_related("received_by").filter(pk=pk).first()
    if kept is None:
        raise Http404
    return draft, kept


def _shown(difference: Difference) -> Shown:
    if difference.change is ReturnedChange.MOVED:
        return Shown(difference, CHANGES[difference.change], (("equal", difference.old),))
    return Shown(
        difference, CHANGES[difference.change], words_of(compare_words(difference.old, difference.new))
    )
