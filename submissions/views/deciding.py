"""What a person decides of one submission beside registering it: refuse, reconsider, take a secret away, recognise."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from proceedings.operations.refusals import Refused
from submissions.operations import deciding, recognising, wiping
from submissions.views.gate import call_of, submission_of, writes


@writes()
def refuse(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Refuse a submission with the reason that its sender is told; the next page is the letter to send."""
    submission = submission_of(request, slug, pk)
    try:
        deciding.refuse(submission=submission, reason=request.POST.get("reason", ""), **call_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("intake:submission", slug=slug, pk=pk)
    messages.success(
        request, _("Không nhận “%(name)s”. Thư trả lời đã soạn sẵn.") % {"name": submission.name}
    )
    return redirect("intake:submission-letter", slug=slug, pk=pk)


@writes()
def reconsider(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Put what a person refused back on the table."""
    try:
        deciding.reconsider(submission=submission_of(request, slug, pk), **call_of(request))
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("intake:table", slug=slug)
    messages.success(request, _("Hồ sơ trở lại mục “Cần xem lại”."))
    return redirect("intake:submission", slug=slug, pk=pk)


@writes()
def take_away(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Wipe a submission in which a person found a secret; neither file, title nor text is kept."""
    try:
        wiping.take_away(submission=submission_of(request, slug, pk), **call_of(request))
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("intake:submission", slug=slug, pk=pk)
    messages.success(
        request,
        _(
            "Đã xóa hồ sơ; hệ thống chỉ giữ thời điểm, người báo và lý do. Báo ngay văn thư, cơ yếu của cơ quan."
        ),
    )
    return redirect("intake:table", slug=slug)


@writes()
def recognise(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Have the text of a scan recognised in the background."""
    try:
        recognising.ask(submission=submission_of(request, slug, pk), **call_of(request))
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("intake:submission", slug=slug, pk=pk)
    messages.success(request, _("Đang nhận dạng chữ; tiến độ hiện ở mục “Đang đọc”, có thể đóng trang."))
    return redirect("intake:table", slug=slug)
