"""Handing out received files: only here, only to who may, always as a file to keep."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from proceedings.models import Attachment

#: The first bytes of what offices send; everything else is just bytes.
SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
PACKAGES = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)


def media_type_of(content: bytes) -> str:
    """Tell the kind of a file by its bytes, never by its name."""
    for signature, media_type in SIGNATURES:
        if content.startswith(signature):
            return media_type
    if content.startswith(b"PK\x03\x04"):
        return next((kind for part, kind in PACKAGES if part in content), "application/zip")
    return "application/octet-stream"


@require_safe
def download(request: HttpRequest, pk: int) -> FileResponse:
    """Send a received file under the name it came with; the browser keeps it and never opens it as a page."""
    if not request.user.has_perm("proceedings.view_contribution"):
        raise PermissionDenied
    attachment = get_object_or_404(Attachment, pk=pk)
    return handed_out(attachment.file, name=attachment.name, media_type=attachment.media_type)


def handed_out(file: FieldFile, *, name: str, media_type: str) -> FileResponse:
    """Return a kept file as it was received, to be saved and never opened as a page; 404 if it is gone."""
    try:
        content = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(content, as_attachment=True, filename=name, content_type=media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
