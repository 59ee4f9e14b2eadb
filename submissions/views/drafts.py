"""A draft arrives at the door: a file or a pasted text is read and screened here, then handed to the record."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from proceedings.admin.attachments import media_type_of
from proceedings.desk import beginning
from proceedings.desk.gate import BEGIN, call_of, text_of, writes
from proceedings.models import ConsultedText
from proceedings.operations.draft_reading import start_from_paragraphs
from proceedings.operations.drafts import Source
from proceedings.operations.refusals import Refused
from submissions.examination import Examined, examine
from submissions.forms.upload import LeaveOutTooLarge
from submissions.readers.document import Kind, State
from submissions.screening.words import words_of as words_of_flag
from submissions.screening.words import words_of_mark
from submissions.typed_words import mark_in
from submissions.views.uploading import LARGEST_REQUEST
from submissions.words import reason_of, remedy_of, words_of

#: Kinds that hold no running text.
NO_TEXTS = frozenset({Kind.XLSX, Kind.CSV, Kind.MAIL, Kind.ZIP})


@dataclass(frozen=True, slots=True)
class Read:
    """The paragraphs of a file, or why it is not taken; ``notes`` is what a person should know of it."""

    paragraphs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    source: Source | None = None
    objection: str = ""


@csrf_exempt  # asked for below, after the handler that watches the size is in its place
@writes(BEGIN)
def upload(request: HttpRequest, slug: str, text: str) -> HttpResponseBase:
    """Begin a draft from a file; it is read in the jail in a scratch folder, of which nothing stays."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_REQUEST:
        return beginning.page(request, text_of(request, slug, text), refusal=too_large())
    watch = LeaveOutTooLarge(request)
    request.upload_handlers.insert(0, watch)
    return _upload(request, slug, text, watch)


@csrf_protect
def _upload(request: HttpRequest, slug: str, text: str, watch: LeaveOutTooLarge) -> HttpResponse:
    consulted = text_of(request, slug, text)
    form = beginning.FileForm(request.POST, request.FILES)
    if watch.left_out:
        return beginning.page(request, consulted, refusal=too_large())
    if not form.is_valid():
        return beginning.page(request, consulted, upload=form)
    found = read_file(form.cleaned_data["file"])
    if found.objection:
        form.add_error("file", found.objection)
        return beginning.page(request, consulted, upload=form)
    return _begin(request, consulted, found, form)


@writes(BEGIN)
def paste(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Begin a draft from a pasted text, which is screened as a file is."""
    consulted = text_of(request, slug, text)
    form = beginning.PasteForm(request.POST)
    if not form.is_valid():
        return beginning.page(request, consulted, paste=form)
    found = read_words(form.cleaned_data["words"])
    if found.objection:
        form = beginning.PasteForm()  # what is secret is not sent back either
        return beginning.page(request, consulted, paste=form, refusal=found.objection)
    return _begin(request, consulted, found, form)


def read_file(file: UploadedFile[Any]) -> Read:
    """Read and screen an uploaded file; whatever happens, nothing of it is left on the disk."""
    name = (file.name or "").rsplit("/", 1)[-1]
    with tempfile.TemporaryDirectory(prefix="kyyeu-draft-") as folder:
        path, scratch = Path(folder, "received"), Path(folder, "scratch")
        scratch.mkdir()
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        examined = examine(path, name=name, scratch=scratch)
        objection = objection_to(examined)
        content = b"" if objection else path.read_bytes()
    if objection:
        return Read(objection=objection)
    paragraphs = tuple(paragraph.text for paragraph in examined.document.paragraphs)
    return Read(paragraphs, tuple(_notes(examined)), Source(name, content, media_type_of(content)))


def read_words(words: str) -> Read:
    """Screen a pasted text; only its line ends are told apart, not a word is touched."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mark = mark_in(lines)
    if mark is not None and mark.is_certain:
        return Read(objection=" ".join(words_of_mark(mark)))
    return Read(tuple(lines), (" ".join(words_of_mark(mark)),) if mark else ())


def objection_to(examined: Examined) -> str:
    """Return why a file may not become a draft and what to do; nothing where it may."""
    document = examined.document
    if examined.is_secret and examined.mark:
        return " ".join(words_of_mark(examined.mark))
    if document.state is State.REFUSED:
        return f"{reason_of(document)} {remedy_of(document)}"
    if examined.stopping_flag:
        return " ".join(words_of_flag(examined.stopping_flag))
    if document.kind in NO_TEXTS:
        return _("Tệp này là bảng, thư hoặc tệp nén, không phải một văn bản. Gửi riêng tệp của dự thảo.")
    if document.state is State.NEEDS_PERSON:
        remedy = _("Dán văn bản vào ô bên dưới, hoặc gửi bản Word (.docx).")
        return f"{reason_of(document)} {remedy}"
    return ""


def _notes(examined: Examined) -> list[str]:
    notes = [words_of(remark) for remark in examined.document.remarks]
    if examined.document.tracked_changes:
        notes.append(
            _(
                "Tệp còn %(count)s chỗ sửa đang theo dõi (Track Changes); bản được đọc là bản đã chấp nhận hết."
            )
            % {"count": examined.document.tracked_changes}
        )
    if examined.mark is not None:
        notes.append(" ".join(words_of_mark(examined.mark)))
    return notes


def _begin(request: HttpRequest, text: ConsultedText, found: Read, form: Any) -> HttpResponse:
    try:
        begun = start_from_paragraphs(
            consulted_text=text,
            paragraphs=found.paragraphs,
            source=found.source,
            notes=found.notes,
            **call_of(request),
        )
    except Refused as refusal:
        form.refuse(refusal)
        shown = {"paste": form} if isinstance(form, beginning.PasteForm) else {"upload": form}
        return beginning.page(request, text, **shown)
    at = [text.workshop.slug, text.slug]
    if begun.text_count > 1:
        return redirect("desk:draft-choose", *at)
    messages.success(request, _("Đã đọc văn bản. Xem dàn ý, sửa chỗ máy đọc chưa đúng rồi phát hành."))
    return redirect("desk:draft-outline", *at)


def too_large() -> str:
    """Return what a file over the limit is answered."""
    return _(
        "Tệp lớn hơn 50 MB nên chưa được nhận. Giảm dung lượng ảnh trong tệp, hoặc dán văn bản vào ô bên dưới."
    )
