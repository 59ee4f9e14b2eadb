"""Beginning a draft: from a file, from a pasted text, from the last issued one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.desk.gate import BEGIN, call_of, guarded_form, text_of, writes
from proceedings.models import ConsultedText
from proceedings.operations import drafts
from proceedings.operations.refusals import Refused
from proceedings.queries.drafts import last_issued_draft, working_draft


class PasteForm(DeskForm):
    """A text that is pasted."""

    act = "paste"
    button = _("Đọc văn bản đã dán")

    words = forms.CharField(
        label=_("Văn bản"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_("Dán toàn văn; mỗi điều, khoản, điểm bắt đầu ở một dòng riêng. Lời văn không bị sửa."),
        error_messages={"required": _("Chưa dán văn bản nào.")},
    )


class FileForm(DeskForm):
    """A file that is uploaded."""

    act = "upload"
    button = _("Đọc tệp")

    file = forms.FileField(
        label=_("Tệp"),
        help_text=_(
            "Word (.docx, .doc), RTF, ODT, PDF có lớp chữ, văn bản thuần, Akoma Ntoso; tối đa 50 MB. "
            "Tệp gốc được giữ."
        ),
        error_messages={"required": _("Chưa chọn tệp nào."), "empty": _("Tệp rỗng, không có nội dung. Chọn tệp khác.")},
    )  # fmt: skip


@guarded_form(BEGIN)
def begin(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Show the three ways to begin a draft; sending goes to the door, because what arrives is screened there."""
    return page(request, text_of(request, slug, text))


@writes(BEGIN)
def begin_next(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Begin the next draft as a copy of the last issued one."""
    consulted = text_of(request, slug, text)
    try:
        drafts.start_next(consulted_text=consulted, **call_of(request))
    except Refused as refusal:
        return page(request, consulted, refusal=str(refusal))
    messages.success(request, gettext("Đã bắt đầu dự thảo tiếp theo từ lần đã phát hành gần nhất."))
    return redirect("desk:draft-outline", slug, consulted.slug)


def page(
    request: HttpRequest,
    text: ConsultedText,
    *,
    paste: PasteForm | None = None,
    upload: FileForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    """Show the page of a text whose next draft is to begin, with what was refused; the door shows it too."""
    at = [text.workshop.slug, text.slug]
    paste, upload = paste or PasteForm(), upload or FileForm()
    paste.action, upload.action = reverse("draft-door:paste", args=at), reverse("draft-door:upload", args=at)
    last, working = last_issued_draft(text), working_draft(text)
    context: dict[str, Any] = {
        "workshop": text.workshop,
        "text": text,
        "paste": paste,
        "upload": upload,
        "refusal": refusal,
        "last": last,
        "working": working,
        "number": (last.number or 0) + 1 if last else 1,
    }
    return render(request, "desk/begin.html", context)
