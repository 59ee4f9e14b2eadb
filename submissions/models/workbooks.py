"""Workbook: how a table of contributions is read, what was found in it, and how far its import has come."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models import User
from submissions.models.submissions import DAYS_TO_UNDO, Submission
from submissions.vocabulary import WorkbookState


class Workbook(models.Model):
    """Bảng góp ý: the rows themselves are not kept here, they are read again from the file (law 6: one place to wipe).

    ``layouts`` say for each sheet where its heading is and what its columns hold; empty until it was looked at first.
    ``revision`` counts how often a person changed them, so that a check of older layouts is not taken for the new.
    ``report`` is what the page shows, ``problems`` all that is wrong, one list each.
    """

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, primary_key=True, related_name="workbook"
    )
    state = models.CharField(
        _("trạng thái"), max_length=20, choices=WorkbookState, default=WorkbookState.CHECKING
    )
    layouts = models.JSONField(default=list, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    report = models.JSONField(default=dict, blank=True, editable=False)
    problems = models.JSONField(default=list, blank=True, editable=False)
    row_count = models.PositiveIntegerField(_("số dòng"), default=0, editable=False)
    problem_count = models.PositiveIntegerField(_("số lỗi"), default=0, editable=False)
    done_count = models.PositiveIntegerField(default=0, editable=False)
    total_count = models.PositiveIntegerField(default=0, editable=False)
    error = models.CharField(_("lý do dừng"), max_length=1000, blank=True, editable=False)
    asked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người nhập")
    )
    asked_at = models.DateTimeField(_("lúc nhập"), null=True, blank=True)

    class Meta:
        verbose_name = _("bảng góp ý")
        verbose_name_plural = _("bảng góp ý")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="importing") | Q(asked_by__isnull=False, problem_count=0, row_count__gt=0),
                name="workbook_imported_without_problems",
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.row_count}"

    @property
    def is_under_way(self) -> bool:
        """Tell whether the machine is at work on it."""
        return self.state in {WorkbookState.CHECKING, WorkbookState.IMPORTING}

    @property
    def may_be_imported(self) -> bool:
        """Tell whether all rows are without fault and wait to be entered."""
        return self.state == WorkbookState.CHECKED and self.problem_count == 0 and self.row_count > 0

    @property
    def imported(self) -> dict[str, Any]:
        """Return what was entered: how many, the first and the last number; empty before."""
        facts: dict[str, Any] = self.submission.facts
        return {name: facts[name] for name in ("imported", "first", "last") if name in facts}

    def may_be_undone(self, now: datetime.datetime) -> bool:
        """Tell whether the import may still be undone."""
        decided_at = self.submission.decided_at
        return (
            self.state == WorkbookState.IMPORTED
            and decided_at is not None
            and now - decided_at <= datetime.timedelta(days=DAYS_TO_UNDO)
        )
