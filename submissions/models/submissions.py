"""Submission: one file at the door, what was read in it, and what became of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models import Committee, Contribution, Theme, User, Workshop
from proceedings.models.guards import counts_versions, lasting, tracked
from proceedings.vocabulary import BodyKind, Circulation, ContributionForm, Stance
from submissions.models.batches import Batch, ReceivedFile
from submissions.vocabulary import OPEN, UNDER_WAY, Refusal, SubmissionState, Wording

if TYPE_CHECKING:
    from proceedings.models.accounts import User as Account

#: What a secrecy mark may stand in. It is kept out of the history, so that a secret leaves no trace there (law 6).
CONTENT = (
    "name", "spool", "sha256", "size", "text", "original_text", "marked_text", "fingerprint", "found", "flags",
    "facts", "problem_values",
    "committee", "body_kind", "body_name", "author_name", "signer_name", "signer_post", "symbol", "document_on",
    "title", "summary", "kind", "version",
)  # fmt: skip

#: Days in which registering may be undone.
DAYS_TO_UNDO = 1


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Questions about what arrived."""

    def in_workshop(self, workshop: Workshop) -> SubmissionQuerySet:
        """Keep what arrived for one workshop."""
        return self.filter(batch__workshop=workshop)

    def visible_to(self, user: Account) -> SubmissionQuerySet:
        """Keep what a person may see: who works at the intake desk all, others nothing."""
        return self if user.has_perm("submissions.view_submission") else self.none()

    def handed_in_by(self, committee: Committee, *, workshop: Workshop) -> SubmissionQuerySet:
        """Keep what one committee handed in for one workshop on its own page."""
        return self.filter(batch__workshop=workshop, batch__committee=committee)

    def under_way(self) -> SubmissionQuerySet:
        """Keep what waits for the machine."""
        return self.filter(state__in=UNDER_WAY)

    def open(self) -> SubmissionQuerySet:
        """Keep what waits for a person: it will be accepted or refused."""
        return self.filter(state__in=OPEN)

    def accepted(self) -> SubmissionQuerySet:
        """Keep what went into the registry."""
        return self.filter(state=SubmissionState.ACCEPTED)

    def for_table(self) -> SubmissionQuerySet:
        """Join what the table of the intake desk shows, without the texts, in the order of arrival."""
        return (
            self.select_related(
                "batch", "batch__link", "batch__committee", "file", "committee", "contribution", "known_as",
                "container", "attaches_to__contribution",
            )
            .defer("text", "original_text", "marked_text", "fingerprint")
            .in_order()
        )  # fmt: skip

    def in_order(self) -> SubmissionQuerySet:
        """Order as it arrived: the order in which numbers are proposed."""
        return self.order_by("batch__received_at", "batch_id", "position", "id")


@tracked(exclude=CONTENT)
class Submission(models.Model):
    """Hồ sơ tiếp nhận: raw and untrusted until it was read and screened; what is proposed, a person corrects.

    ``spool`` names the bytes while they are not screened; ``file`` keeps them afterwards. ``found`` holds the
    letterhead with confidences and places, ``flags`` what a person must know, ``facts`` what the reader counted.
    What is refused for secrecy has none of all this: only the time, the user and the reason are left (law 6).
    """

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="submissions")
    container = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="members"
    )
    position = models.PositiveIntegerField(_("thứ tự"))
    state = models.CharField(
        _("trạng thái"), max_length=20, choices=SubmissionState, default=SubmissionState.WAITING
    )
    refusal = models.CharField(_("lý do không nhận"), max_length=20, choices=Refusal, blank=True)
    refusal_note = models.CharField(_("lý do cụ thể"), max_length=1000, blank=True)
    problem = models.CharField(max_length=40, blank=True, editable=False)
    problem_values = models.JSONField(default=dict, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    name = models.CharField(_("tên tệp"), max_length=600, blank=True)
    spool = models.CharField(max_length=100, blank=True, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("dung lượng"), default=0, editable=False)
    file = models.ForeignKey(
        ReceivedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="submissions"
    )
    kind = models.CharField(max_length=20, blank=True, editable=False)
    # --- what will be registered ---
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cấp ủy")
    )
    body_kind = models.CharField(
        _("loại chủ thể"), max_length=20, choices=BodyKind, default=BodyKind.COMMITTEE
    )
    body_name = models.CharField(_("tên cơ quan, cá nhân khác"), max_length=300, blank=True)
    author_name = models.CharField(_("người trình bày, tác giả"), max_length=150, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=150, blank=True)
    signer_post = models.CharField(_("chức vụ"), max_length=300, blank=True)
    symbol = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    document_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    received_on = models.DateField(_("ngày đến"))
    form = models.CharField(
        _("hình thức"), max_length=20, choices=ContributionForm, default=ContributionForm.WRITTEN
    )
    stance = models.CharField(_("quan điểm chung"), max_length=30, choices=Stance, blank=True)
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nhóm vấn đề"),
    )
    title = models.CharField(_("trích yếu, tên tham luận"), max_length=500, blank=True)
    summary = models.TextField(_("tóm tắt"), blank=True)
    circulation = models.CharField(
        _("phạm vi phổ biến"), max_length=20, choices=Circulation, default=Circulation.DELEGATES
    )
    wording = models.CharField(
        _("văn bản đưa vào sổ"), max_length=20, choices=Wording, default=Wording.PROPOSED
    )
    text = models.TextField(_("toàn văn"), blank=True)
    original_text = models.TextField(blank=True, editable=False)
    marked_text = models.TextField(blank=True, editable=False)
    # --- what the machine found ---
    found = models.JSONField(default=dict, blank=True, editable=False)
    flags = models.JSONField(default=list, blank=True, editable=False)
    facts = models.JSONField(default=dict, blank=True, editable=False)
    fingerprint = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)
    # --- what became of it ---
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="submissions"
    )
    known_as = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    replaces = models.ForeignKey(
        Contribution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thay cho văn bản"),
    )
    attaches_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="annexes",
        verbose_name=_("kèm theo hồ sơ"),
    )
    corrected_at = models.DateTimeField(
        _("sửa lúc"), null=True, blank=True
    )  # so that the history names who corrected
    checked_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người xác nhận"),
    )
    checked_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    decided_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người quyết định"),
    )
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True, blank=True)
    undone_count = models.PositiveSmallIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("hồ sơ tiếp nhận")
        verbose_name_plural = _("hồ sơ tiếp nhận")
        indexes = [
            models.Index(fields=["state"], name="submission_by_state"),
            models.Index(fields=["sha256"], name="submission_by_sha256"),
            GinIndex(fields=["fingerprint"], name="submission_by_fingerprint"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="submission_position_unique"),
            models.CheckConstraint(
                condition=Q(state="refused") & ~Q(refusal="") | ~Q(state="refused") & Q(refusal=""),
                name="submission_refused_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(contribution__isnull=False),
                name="submission_accepted_has_contribution",
            ),
            models.CheckConstraint(
                condition=~Q(refusal="secrecy")
                | Q(
                    name="", spool="", sha256="", size=0, file__isnull=True, text="", original_text="",
                    marked_text="", title="", symbol="", committee__isnull=True, body_name="", found={}, flags=[],
                    facts={}, fingerprint=[],
                    document_on__isnull=True, signer_name="", signer_post="", author_name="", summary="",
                ),
                name="submission_secret_leaves_nothing",
            ),
        ]  # fmt: skip
        triggers = [counts_versions(), *lasting()]

    def __str__(self) -> str:
        return self.name or f"{self.pk}"

    @property
    def body(self) -> str:
        """Return the name of the body that is proposed, empty where none is known."""
        return self.committee.full_name if self.committee else self.body_name

    @property
    def registered_text(self) -> str:
        """Return the view of the text that goes into the record."""
        views = {Wording.ORIGINAL: self.original_text, Wording.MARKED: self.marked_text}
        return views.get(Wording(self.wording)) or self.text

    def may_be_undone(self, now: datetime.datetime) -> bool:
        """Tell whether registering it may still be undone."""
        return (
            self.state == SubmissionState.ACCEPTED
            and self.decided_at is not None
            and now - self.decided_at <= datetime.timedelta(days=DAYS_TO_UNDO)
        )
