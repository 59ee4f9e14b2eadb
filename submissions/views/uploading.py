"""Taking files in: one a request from the script, several from a plain form; each ends as a row or with its reason."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from proceedings.operations.refusals import Refused
from submissions import outcomes, spool
from submissions.forms.upload import LeaveOutTooLarge
from submissions.models import Batch, Submission
from submissions.operations import receiving
from submissions.views.gate import RECEIVE, call_of, workshop_of, writes
from submissions.vocabulary import Refusal, Source, SubmissionState

#: What one request may weigh: a plain form sends several files at once.
LARGEST_REQUEST = 20 * spool.LARGEST
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True)
class Arrived:
    """What became of one file on its way in; ``status`` is that of HTTP."""

    file: str
    status: int = 200
    reason: str = ""
    remedy: str = ""


@csrf_exempt  # asked for below, after the handler that watches the sizes is in its place
@writes(RECEIVE)
def upload(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Take the files of a request into a batch; whatever happens is told in words and nothing that arrived is lost."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_REQUEST:
        return _answer(request, slug, [Arrived("", 413, *_too_large())])
    watch = LeaveOutTooLarge(request)
    request.upload_handlers.insert(0, watch)
    try:
        return _receive(request, slug, watch)
    except TooManyFilesSent:
        reason = _("Mỗi lần gửi được tối đa 100 tệp, nên lần gửi này chưa được nhận.")
        return _answer(
            request, slug, [Arrived("", 413, reason, _("Chọn ít tệp hơn, hoặc gộp thành một tệp ZIP."))]
        )
    except OSError as error:
        if error.errno not in _NO_SPACE:
            raise
        return _answer(request, slug, [Arrived("", 507, *_disk_full())])


@csrf_protect
def _receive(request: HttpRequest, slug: str, watch: LeaveOutTooLarge) -> HttpResponse:
    workshop = workshop_of(slug)
    files = request.FILES.getlist("files")
    arrived = [Arrived(name, 413, *_too_large()) for name in watch.left_out]
    if files:
        try:
            batch = receiving.open_batch(
                workshop=workshop, source=Source.DESK, idempotency_key=_token(request), **call_of(request)
            )
        except Refused as refusal:
            return _answer(request, slug, [Arrived("", 409, str(refusal))])
        arrived += _take_in(request, batch, files)
    elif not arrived:
        arrived = [Arrived("", 400, _("Chưa chọn tệp nào."), _("Chọn tệp rồi gửi lại."))]
    return _answer(request, slug, arrived)


def _take_in(request: HttpRequest, batch: Batch, files: list[UploadedFile[bytes]]) -> Iterator[Arrived]:
    paths = request.POST.getlist("path")
    for place, file in enumerate(files):
        name = (paths[place] if place < len(paths) else "") or file.name or ""
        try:
            submission = _take_in_one(request, batch, name, file)
        except spool.TooLarge:
            yield Arrived(name, 413, *_too_large())
        except Refused as refusal:
            yield Arrived(name, 409, str(refusal))
        except OSError as error:
            if error.errno not in _NO_SPACE:
                raise
            yield Arrived(name, 507, *_disk_full())
        else:
            is_kept = submission.refusal != Refusal.SECRECY
            words = outcomes.words_of(submission) if submission.state == SubmissionState.REFUSED else ("", "")
            yield Arrived(name if is_kept else "", 200, *words)


def _take_in_one(request: HttpRequest, batch: Batch, name: str, file: UploadedFile[bytes]) -> Submission:
    spooled = spool.take_in(file.chunks())
    try:
        return receiving.receive(batch=batch, name=name, spooled=spooled, **call_of(request))
    except Refused:
        spool.discard(spooled.name)
        raise


def _answer(request: HttpRequest, slug: str, arrived: list[Arrived]) -> HttpResponse:
    if "application/json" in request.headers.get("Accept", ""):
        told: list[dict[str, Any]] = [
            {"file": each.file, "reason": each.reason, "remedy": each.remedy} for each in arrived
        ]
        return JsonResponse({"files": told}, status=max(each.status for each in arrived))
    taken = sum(each.status == 200 for each in arrived)
    if taken:
        words = ngettext(
            "Đã nhận %(count)s tệp. Việc đọc tệp vẫn tiếp tục khi đóng trang.",
            "Đã nhận %(count)s tệp. Việc đọc tệp vẫn tiếp tục khi đóng trang.",
            taken,
        )
        messages.success(request, words % {"count": taken})
    for each in arrived:
        if each.status != 200:
            name = f"“{each.file}”: " if each.file else ""
            messages.error(request, f"{name}{each.reason} {each.remedy}".strip())
    return redirect("intake:table", slug=slug)


def _token(request: HttpRequest) -> str:
    """Return the form's token, so that sending again is the same batch; it is scoped to who sends."""
    return f"{request.user.pk}:{request.POST.get('form_token', '')[:60]}"


def _too_large() -> tuple[str, str]:
    return _("Tệp lớn hơn 50 MB nên chưa được nhận."), _(
        "Chia thành nhiều tệp, hoặc quét lại ở độ phân giải thấp hơn."
    )


def _disk_full() -> tuple[str, str]:
    return (
        _("Máy chủ hết chỗ lưu nên tệp này chưa được nhận; những tệp nhận trước vẫn còn nguyên."),
        _("Báo người quản trị dọn đĩa rồi gửi lại tệp."),
    )
