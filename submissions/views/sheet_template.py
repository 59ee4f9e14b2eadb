"""Handing out the workbook that people fill in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from proceedings.models import Workshop
from submissions.readers.document import Kind
from submissions.readers.kinds import media_type_of
from submissions.sheets.template import write_template
from submissions.views.entrance import private
from submissions.views.gate import reads


@reads
def template(request: HttpRequest) -> HttpResponse:
    """Hand out the template for the workshop named in ``?workshop=``, with the committees of its day."""
    workshop = get_object_or_404(Workshop, slug=request.GET.get("workshop", ""))
    content = write_template(workshop, day=workshop.held_on or timezone.localdate())
    return download(content, f"bang-gop-y-{workshop.slug}.xlsx")


def download(content: bytes, name: str) -> HttpResponse:
    """Answer with a workbook."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return private(HttpResponse(content, content_type=media_type_of(Kind.XLSX), headers=headers))
