"""What is concluded, and how far the ordered work has come."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConclusionKind(TextChoices):
    """Three different things are called a conclusion, and a site's leader may add remarks (domain notes, A)."""

    CLOSING_WORDS = "closing-words", _("Phát biểu kết luận")
    NOTICE = "notice", _("Thông báo kết luận")
    DOCUMENT = "document", _("Kết luận")
    SITE_REMARK = "site-remark", _("Phát biểu tại điểm cầu")


class TaskState(TextChoices):
    """How far the work that a conclusion orders has come."""

    TO_DO = "to-do", _("Chưa thực hiện")
    IN_PROGRESS = "in-progress", _("Đang thực hiện")
    DONE = "done", _("Hoàn thành")
    STOPPED = "stopped", _("Dừng")


TASK_MOVES: Mapping[TaskState, frozenset[TaskState]] = {
    TaskState.TO_DO: frozenset({TaskState.IN_PROGRESS, TaskState.DONE, TaskState.STOPPED}),
    TaskState.IN_PROGRESS: frozenset({TaskState.TO_DO, TaskState.DONE, TaskState.STOPPED}),
    TaskState.DONE: frozenset({TaskState.IN_PROGRESS}),
    TaskState.STOPPED: frozenset({TaskState.TO_DO, TaskState.IN_PROGRESS}),
}
