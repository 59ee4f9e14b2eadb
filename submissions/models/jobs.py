"""BackgroundJob: a job of the queue, as people look at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateReadOnlyManager

#: Tasks that keep the house in order by themselves; nobody has to look after them.
HOUSEKEEPING = frozenset(
    {"retry_stalled", "sweep_intake", "builtin:procrastinate.builtin_tasks.remove_old_jobs"}
)
#: What each task does, in words.
TASKS: Mapping[str, str | Promise] = {
    "publish": _("Công bố ấn bản"),
    "read_submission": _("Đọc hồ sơ tiếp nhận"),
    "recognise_submission": _("Nhận dạng chữ"),
}


class BackgroundJob(ProcrastinateJob):
    """Việc chạy nền: the library's row, which is only read; ``operations.jobs`` asks the library to change it."""

    objects: ClassVar[models.Manager[BackgroundJob]] = ProcrastinateReadOnlyManager()  # type: ignore[assignment]

    class Meta:
        proxy = True
        default_permissions = ("view", "change")
        verbose_name = _("việc chạy nền")
        verbose_name_plural = _("việc chạy nền")

    def __str__(self) -> str:
        return str(TASKS.get(self.task_name, self.task_name))


def waiting_for_people() -> Q:
    """Return the condition of a job that a person must look at: it failed, and nothing tries it again."""
    return Q(status="failed") & ~Q(task_name__in=HOUSEKEEPING)
