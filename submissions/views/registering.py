"""Registering what was chosen, each file by itself, and taking one registration back."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from proceedings.models import Contribution
from proceedings.operations.refusals import Refused
from submissions.models import Submission
from submissions.operations import deciding
from submissions.views.gate import call_of, submission_of, workshop_of, writes
from submissions.views.rows import order_of

#: How many numbers are named one by one, and how many refusals are told at once.
MOST_NAMED, MOST_TOLD = 8, 25
#: What one request may register: at a hundred a second it stays far below the limit of time.
MOST_AT_ONCE = 1_000


@writes()
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Register the chosen submissions in the shown order; one that is refused never stops the others.

    Sending it twice gives the same numbers (law 10): accepting again returns what was registered the first time.
    """
    workshop_of(slug)
    entered: list[tuple[Submission, Contribution]] = []
    refused: list[tuple[Submission, Refused]] = []
    for submission in _chosen(request, slug):
        try:
            entered.append((submission, deciding.accept(submission=submission, **call_of(request))))
        except Refused as refusal:
            refused.append((submission, refusal))
    _tell(request, entered, refused)
    return redirect(f"{reverse('intake:table', args=[slug])}?order={order_of(request.POST.get('order'))}")


@writes()
def undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a registration back within a day; its number stays as void."""
    submission = submission_of(request, slug, pk)
    number = submission.contribution.number if submission.contribution else None
    try:
        deciding.undo(submission=submission, **call_of(request))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        words = _("Đã hoàn tác: số %(number)s để trống trong sổ, hồ sơ trở lại bảng.")
        messages.success(request, words % {"number": number})
    return redirect("intake:table", slug=slug)


def _chosen(request: HttpRequest, slug: str) -> Iterator[Submission]:
    """Yield the chosen submissions as sent, those that are kept with another one last."""
    asked = [int(each) for each in request.POST.getlist("id") if each.isdigit()][:MOST_AT_ONCE]
    rows = Submission.objects.visible_to(request.user).filter(batch__workshop__slug=slug)  # type: ignore[arg-type]
    found = rows.select_related("batch__workshop").in_bulk(dict.fromkeys(asked))
    in_order = [found[pk] for pk in dict.fromkeys(asked) if pk in found]
    yield from sorted(in_order, key=lambda row: row.attaches_to_id is not None)


def _tell(
    request: HttpRequest,
    entered: list[tuple[Submission, Contribution]],
    refused: list[tuple[Submission, Refused]],
) -> None:
    if not entered and not refused:
        messages.warning(request, _("Chưa chọn hồ sơ nào, nên không có gì thay đổi."))
    if entered:
        values = {"count": len(entered), "numbers": _numbers(entered)}
        messages.success(request, _("Đã vào sổ %(count)s hồ sơ: %(numbers)s.") % values)
    for submission, refusal in refused[:MOST_TOLD]:
        values = {"name": submission.name, "reason": str(refusal)}
        messages.warning(request, _("Chưa vào sổ “%(name)s”: %(reason)s") % values)
    if len(refused) > MOST_TOLD:
        rest = len(refused) - MOST_TOLD
        messages.warning(request, _("Và %(count)s hồ sơ khác chưa vào sổ.") % {"count": rest})


def _numbers(entered: list[tuple[Submission, Contribution]]) -> str:
    numbers = sorted({contribution.number for _submission, contribution in entered})
    is_run = len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1
    if is_run:
        return _("số %(first)s đến số %(last)s") % {"first": numbers[0], "last": numbers[-1]}
    if len(entered) <= MOST_NAMED:
        return "; ".join(
            _("số %(number)s (%(name)s)") % {"number": contribution.number, "name": submission.name}
            for submission, contribution in entered
        )
    return _("số %(numbers)s") % {"numbers": ", ".join(map(str, numbers))}
