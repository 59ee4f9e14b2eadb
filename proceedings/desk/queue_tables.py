"""A queue to take away, all its pages: as a page that copies into Word and prints, and as a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proceedings.desk.gate import workshop_of
from proceedings.desk.point_gate import reads_points
from proceedings.desk.queue_columns import Column, columns_asked
from proceedings.desk.queue_page import today
from proceedings.desk.queue_query import query_of, read_asked, told_in_words
from proceedings.exports.queue_sheet import write_table
from proceedings.models import User, Workshop
from proceedings.queries.point_filters import points_asked
from proceedings.queries.point_queue import choices_of, lines_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Table:
    """All lines of a query in the columns seen, with what stands above them."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: list[list[str]]


@reads_points
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all lines of the query as a plain table."""
    workshop = workshop_of(slug)
    context = {
        "workshop": workshop,
        "table": _table(request, workshop),
        "query": query_of(read_asked(request.GET.dict()), cols=request.GET.get("cols", "")),
    }
    return render(request, "desk/queue_print.html", context)


@reads_points
def workbook(request: HttpRequest, slug: str) -> HttpResponse:
    """Send all lines of the query as a workbook."""
    workshop = workshop_of(slug)
    found = _table(request, workshop)
    heads = [(str(column.label), column.width) for column in found.columns]
    content = write_table(
        title=found.title, lines=found.lines, heads=heads, rows=found.rows, sheet=_("Ý kiến")
    )
    name = f"y-kien-{workshop.slug}-{timezone.localdate():%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _table(request: HttpRequest, workshop: Workshop) -> Table:
    user = cast("User", request.user)
    asked, columns, now = read_asked(request.GET.dict()), columns_asked(request), timezone.localtime()
    points = points_asked(workshop, asked, user=user, today=today())
    lines = lines_of(points, today=today(), with_quote=any(column.key == "quote" for column in columns))
    count = ngettext("%(count)s ý kiến", "%(count)s ý kiến", len(lines)) % {"count": len(lines)}
    told = "; ".join(told_in_words(asked, choices_of(workshop)))
    heads = (
        _("Danh sách: %(told)s") % {"told": told},
        _("%(count)s. Lập lúc %(at)s, người lập: %(person)s")
        % {"count": count, "at": f"{now:%H:%M %d/%m/%Y}", "person": user},
    )
    title = _("Ý kiến góp ý: %(workshop)s") % {"workshop": workshop.title}
    return Table(title, heads, columns, [[column.words(line) for column in columns] for line in lines])
