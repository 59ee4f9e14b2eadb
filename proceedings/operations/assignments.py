"""Writes on who does what by when: points are handed over with a note, contributions are given to be split."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from operator import attrgetter

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, Point, Splitting, User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, within_limit
from proceedings.operations.synthesis_guard import refuse_closed
from proceedings.text.cleaning import clean_line


@operation
def assign_points(
    *,
    points: Iterable[Point],
    assignee: User | None,
    due_on: datetime.date | None = None,
    note: str = "",
    actor: User,
    now: datetime.datetime,
) -> int:
    """Give points to an editor, with a day and a note; with nobody they are free again. Returns how many.

    Refuses a person who may not answer points, a day that is past, and a closed synthesis.
    """
    words = _checked_note(assignee, due_on, note, "proceedings.change_response", now)
    keys = sorted(point.pk for point in points)
    rows = Point.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    for workshop in set(rows.values_list("contribution__workshop", flat=True)):
        refuse_closed(workshop)
    return Point.objects.filter(pk__in=keys).update(
        assignee=assignee, due_on=due_on if assignee else None, handover_note=words if assignee else ""
    )


@operation
def assign_splitting(
    *,
    contributions: Iterable[Contribution],
    editor: User,
    due_on: datetime.date | None = None,
    note: str = "",
    actor: User,
    now: datetime.datetime,
) -> int:
    """Give contributions to an editor who splits them into points; return how many. Refuses as :func:`assign_points`
    does.
    """
    words = _checked_note(editor, due_on, note, "proceedings.add_point", now)
    count = 0
    for contribution in sorted(
        contributions, key=attrgetter("pk")
    ):  # one order for all, so that none deadlock
        refuse_closed(contribution.workshop_id)
        Splitting.objects.update_or_create(
            contribution=contribution, defaults={"editor": editor, "due_on": due_on, "note": words}
        )
        count += 1
    return count


def _checked_note(
    person: User | None, due_on: datetime.date | None, note: str, right: str, now: datetime.datetime
) -> str:
    if person is not None and not person.has_perm(right):
        raise Refused(
            _(
                "%(person)s không có quyền xử lý ý kiến. Chọn người khác, hoặc thêm người này vào Tổ biên tập."
            ),
            field="assignee",
            person=str(person),
        )
    if due_on is not None and due_on < timezone.localdate(now):
        raise Refused(_("Hạn xử lý không thể ở quá khứ."), field="due_on")
    return within_limit(clean_line, note, field="handover_note")
