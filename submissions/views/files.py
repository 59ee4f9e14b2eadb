"""Handing out what was received, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from proceedings.admin.attachments import handed_out
from submissions.jail.run import read_in_jail
from submissions.operations.recognising import PICTURES, path_of
from submissions.readers.document import Kind, State
from submissions.readers.page_image import NAME
from submissions.readers.registry import PAGE
from submissions.views.gate import reads, submission_of

#: Pages that one web process draws at a time: each is a child with limits of its own.
_drawing: Final = BoundedSemaphore(2)


@reads
def original(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Send the file of a submission under the name it came with; one that was not kept is not there."""
    file = submission_of(request, slug, pk).file
    if file is None:
        raise Http404
    return handed_out(file.file, name=file.name, media_type=file.media_type)


@reads
def page(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """Send one page of a PDF or a picture as an image, drawn in a child process with limits."""
    submission = submission_of(request, slug, pk)
    if submission.file is None or submission.kind not in PICTURES:
        raise Http404
    with _drawing, tempfile.TemporaryDirectory(prefix="page-") as folder:
        scratch = Path(folder)
        kind = Kind(submission.kind)
        drawn = read_in_jail(path_of(submission), kind, scratch=scratch, task=f"{PAGE}{number}")
        if drawn.state is not State.READ:
            raise Http404
        content = (scratch / NAME).read_bytes()
    return HttpResponse(content, content_type="image/png", headers={"Cache-Control": "private, no-store"})
