"""Stopping a batch while it is being read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import ngettext

from submissions.models import Batch
from submissions.operations import receiving
from submissions.views.gate import call_of, writes


@writes()
def stop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Stop a batch: what was read stays on the table, what was not is refused as stopped."""
    batch = get_object_or_404(Batch, pk=pk, workshop__slug=slug)
    count = receiving.stop(batch=batch, **call_of(request))
    words = ngettext(
        "Đã dừng đợt tiếp nhận: %(count)s tệp chưa đọc được để lại ở mục “Không nhận”, gửi lại khi cần.",
        "Đã dừng đợt tiếp nhận: %(count)s tệp chưa đọc được để lại ở mục “Không nhận”, gửi lại khi cần.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect("intake:table", slug=slug)
