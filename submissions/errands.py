"""What waits at the door, as lines of the register's first page."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from proceedings.admin.first_page import Errand
from proceedings.models import User
from submissions.models import BackgroundJob
from submissions.models.jobs import waiting_for_people
from submissions.queries.desk import waiting_by_workshop


def errands_of(user: User) -> Iterable[Errand]:
    """Yield what waits for a person at the intake desk, workshop by workshop, and the jobs that failed."""
    if user.has_perm("submissions.view_submission"):
        for each in waiting_by_workshop():
            if each.total:
                yield Errand(each.total, _("hồ sơ chờ"), _table(each.workshop.slug), str(each.workshop))
    if user.has_perm("submissions.view_backgroundjob"):
        failed = BackgroundJob.objects.filter(waiting_for_people()).count()
        if failed:
            address = reverse("admin:submissions_backgroundjob_changelist")
            yield Errand(failed, _("việc chạy nền không xong"), address, is_late=True)


def _table(slug: str) -> str:
    return reverse("intake:table", args=[slug])
