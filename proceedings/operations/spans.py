"""The spans of a contribution that points and stretches without a request are made of: fit, free, and checked."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, NoRequest, Point
from proceedings.operations.refusals import Invalid, Refused
from proceedings.text.coverage import Span, has_words

#: A span that is taken, by the summary of the point that has it.
OVERLAPS = _("Đoạn đã chọn trùng với ý kiến “%(summary)s”. Chọn đoạn khác, hoặc sửa ý kiến đó.")


def taken_spans(contribution: Contribution) -> list[Span]:
    """Return the spans of a contribution that are points or ask for nothing."""
    points = contribution.points.values_list("start", "end")
    return [*points, *contribution.no_requests.values_list("start", "end")]


def fit_span(contribution: Contribution, start: int, end: int) -> Span:
    """Return a span without the blanks at its ends. Refuses one without words or beyond the text."""
    words = contribution.text
    if not 0 <= start < end <= len(words):
        raise Refused(_("Đoạn đã chọn không nằm trong toàn văn. Tải lại trang rồi chọn lại."), field="span")
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    if not has_words(words[start:end]):
        raise Refused(_("Đoạn đã chọn không có chữ. Chọn lại cả câu hoặc cả đoạn."), field="span")
    return start, end


def refuse_overlap(contribution: Contribution, span: Span, *, but: Point | None = None) -> None:
    """Refuse a span that has words of another one, which is named; ``but`` a point that is to move."""
    points = contribution.points.filter(start__lt=span[1], end__gt=span[0])
    taken = points.exclude(pk=but.pk).first() if but else points.first()
    if taken:
        raise Refused(OVERLAPS, field="span", summary=taken.summary)
    stretch = contribution.no_requests.filter(start__lt=span[1], end__gt=span[0]).first()
    if stretch:
        raise Refused(
            _(
                "Đoạn đã chọn trùng với đoạn đã ghi là không nêu yêu cầu: “%(words)s”. Bỏ dấu ở đoạn đó trước."
            ),
            field="span",
            words=" ".join(stretch.quote[:80].split()),
        )


def check_fields(row: Point | NoRequest) -> None:
    """Check what was typed; that spans are apart and exact is seen to before, and held by the database."""
    try:
        row.clean_fields(exclude=["contribution", "quote", "anchor", "theme", "marked_by", "assignee"])
    except ValidationError as error:
        raise Invalid(error) from error
