"""Handing out what was received, byte for byte."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from proceedings.admin.attachments import handed_out
from submissions.views.gate import reads, submission_of


@reads
def original(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Send the file of a submission under the name it came with; one that was not kept is not there."""
    file = submission_of(request, slug, pk).file
    if file is None:
        raise Http404
    return handed_out(file.file, name=file.name, media_type=file.media_type)
