"""What the chair, or a site's leader, concluded, and the work it orders."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models.committees import Committee
from proceedings.models.guards import counts_versions, lasting, tracked
from proceedings.models.workshops import Delegate, Site, Workshop
from proceedings.vocabulary import ConclusionKind, TaskState


@tracked(exclude=["version"])
class Conclusion(models.Model):
    """Kết luận: closing words have no number; a notice or a document has one."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="conclusions", verbose_name=_("hội thảo")
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    kind = models.CharField(_("loại"), max_length=20, choices=ConclusionKind)
    speaker = models.ForeignKey(
        Delegate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conclusions",
        verbose_name=_("người kết luận"),
    )
    site = models.ForeignKey(
        Site,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conclusions",
        verbose_name=_("điểm cầu"),
    )
    symbol = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    concluded_on = models.DateField(_("ngày"), null=True, blank=True)
    title = models.CharField(_("tên"), max_length=500)
    text = models.TextField(_("nội dung"))
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("kết luận")
        verbose_name_plural = _("kết luận")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "position"],
                name="conclusion_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["notice", "document"]) | Q(symbol=""),
                name="conclusion_spoken_has_no_symbol",
                violation_error_message=_(
                    "Phát biểu không có số, ký hiệu; chỉ thông báo và kết luận bằng văn bản mới có."
                ),
            ),
        ]
        triggers = [counts_versions(), *lasting()]

    def __str__(self) -> str:
        return self.title

    @property
    def paragraphs(self) -> list[str]:
        """Return the text's lines that are not blank."""
        return [line for line in self.text.splitlines() if line.strip()]


class TaskQuerySet(models.QuerySet["Task"]):
    """Questions about tasks."""

    def open(self) -> TaskQuerySet:
        """Keep what is still to be done."""
        return self.filter(state__in=[TaskState.TO_DO, TaskState.IN_PROGRESS])

    def overdue(self, today: datetime.date) -> TaskQuerySet:
        """Keep the open tasks whose day has passed."""
        return self.open().filter(due_on__lt=today)


@tracked(exclude=["version"])
class Task(models.Model):
    """Nhiệm vụ: one piece of work that a conclusion orders, with who does it and by when where that is said."""

    conclusion = models.ForeignKey(
        Conclusion, on_delete=models.CASCADE, related_name="tasks", verbose_name=_("kết luận")
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    text = models.TextField(_("nội dung nhiệm vụ"))
    owner = models.CharField(_("đơn vị thực hiện"), max_length=300, blank=True)
    owner_committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("cấp ủy thực hiện"),
    )
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    state = models.CharField(_("tình trạng"), max_length=20, choices=TaskState, default=TaskState.TO_DO)
    evidence = models.TextField(_("kết quả, dẫn chứng"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = _("nhiệm vụ")
        constraints = [
            models.UniqueConstraint(
                fields=["conclusion", "position"],
                name="task_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | ~Q(evidence=""),
                name="task_done_has_evidence",
                violation_error_message=_("Nhiệm vụ hoàn thành phải ghi kết quả hoặc dẫn chứng."),
            ),
        ]
        triggers = [counts_versions()]

    def __str__(self) -> str:
        return self.text[:80]
