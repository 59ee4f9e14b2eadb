"""Acts on many responses at once, queues that are kept, and the closing of a workshop's synthesis."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.guards import lasting, never_truncated, tracked
from proceedings.models.points import Point
from proceedings.models.workshops import Workshop


@tracked()
class ApprovalBatch(models.Model):
    """Một đợt duyệt: responses that were approved together, so that it can be taken back together for a day."""

    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, related_name="approval_batches")
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    versions = models.JSONField(help_text="Key of each response, and its version once approved.")
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_by=None, undone_at=None)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="approvalbatch_undone_by_somebody",
            )
        ]
        triggers = lasting()

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M}: {len(self.versions)}"


class SavedQueue(models.Model):
    """Bộ lọc đã lưu: a queue that a person looks at again, by its query; shared ones all editors see."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="saved_queues")
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_queues")
    name = models.CharField(_("tên bộ lọc"), max_length=100)
    query = models.CharField(max_length=2000, help_text="The query of the address, as the queue reads it.")
    is_shared = models.BooleanField(_("cho cả tổ cùng dùng"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "owner", "name"],
                name="savedqueue_name_unique",
                violation_error_message=_("Đồng chí đã có bộ lọc với tên này."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProposedGroup(models.Model):
    """Nhóm ý kiến do máy đề xuất: points that seem to say the same; nothing is joined before an editor does it."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="proposed_groups")
    score = models.FloatField()
    proposed_at = models.DateTimeField()
    dismissed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    points = models.ManyToManyField(Point, related_name="proposed_groups", through="GroupMember")

    class Meta:
        triggers = [never_truncated()]

    def __str__(self) -> str:
        return f"{self.pk}"


class GroupMember(models.Model):
    """A point in a proposed group, with how near it is to the group's core (0 to 1)."""

    group = models.ForeignKey(ProposedGroup, on_delete=models.CASCADE, related_name="members")
    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="memberships")
    score = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "point"], name="groupmember_once")]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.point_id}"


class Grouping(models.Model):
    """One run of the search for groups: a job with progress."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="groupings")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workshop"], name="grouping_one_at_a_time", condition=Q(finished_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.done}/{self.total}"


@tracked()
class Closing(models.Model):
    """Khóa tổng hợp: all is accounted for, or a named person says in writing why it is closed with gaps.

    While it stands, neither points nor responses of the workshop change; reopening it needs a reason.
    """

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="closings", verbose_name=_("hội thảo")
    )
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(_("khóa lúc"))
    gaps = models.JSONField(_("chỗ chưa khớp khi khóa"), default=list)
    ledger = models.JSONField(_("sổ cái khi khóa"))
    reason = models.TextField(_("lý do khóa khi còn chỗ chưa khớp"), blank=True)
    reopened_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reopened_at = models.DateTimeField(_("mở lại lúc"), null=True)
    reopen_reason = models.TextField(_("lý do mở lại"), blank=True)

    class Meta:
        verbose_name = _("lần khóa tổng hợp")
        verbose_name_plural = _("các lần khóa tổng hợp")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop"], name="closing_stands_once", condition=Q(reopened_at=None)
            ),
            models.CheckConstraint(
                condition=Q(gaps=[]) | ~Q(reason=""), name="closing_with_gaps_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(reopened_by=None, reopened_at=None, reopen_reason="")
                | (Q(reopened_by__isnull=False, reopened_at__isnull=False) & ~Q(reopen_reason="")),
                name="closing_reopened_wholly",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="waits_for_writers",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="PERFORM FROM proceedings_workshop WHERE id = NEW.workshop_id FOR UPDATE; RETURN NEW;",
            ),
            pgtrigger.Protect(
                name="what_was_closed_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__reopened_at__isnull=False)
                | pgtrigger.Q(old__ledger__df=pgtrigger.F("new__ledger"))
                | pgtrigger.Q(old__reason__df=pgtrigger.F("new__reason"))
                | pgtrigger.Q(old__gaps__df=pgtrigger.F("new__gaps"))
                | pgtrigger.Q(old__closed_at__df=pgtrigger.F("new__closed_at"))
                | pgtrigger.Q(old__closed_by_id__df=pgtrigger.F("new__closed_by_id"))
                | pgtrigger.Q(old__workshop_id__df=pgtrigger.F("new__workshop_id")),
            ),
            *lasting(),
        ]

    def __str__(self) -> str:
        return f"{self.workshop}: {self.closed_at:%d/%m/%Y}"
