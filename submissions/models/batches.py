"""Batch: what one person handed in at one time, and the files as they were received."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models import Committee, User, Workshop
from proceedings.models.guards import frozen, lasting, tracked
from submissions.models.links import UploadLink
from submissions.vocabulary import Source


class BatchQuerySet(models.QuerySet["Batch"]):
    """Questions about batches."""

    def handed_in_by(self, committee: Committee, *, workshop: Workshop) -> BatchQuerySet:
        """Keep what one committee handed in for one workshop on its own page, by whichever of its ways."""
        return self.filter(workshop=workshop, committee=committee)

    def latest_first(self) -> BatchQuerySet:
        """Order with what was handed in last on top."""
        return self.order_by("-received_at", "-id")


@tracked()
class Batch(models.Model):
    """Đợt tiếp nhận: files that arrived together; the idempotency key makes sending them twice harmless (law 10)."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="batches", verbose_name=_("hội thảo")
    )
    source = models.CharField(_("cách nhận"), max_length=20, choices=Source, default=Source.DESK)
    link = models.ForeignKey(
        UploadLink,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="batches",
        verbose_name=_("liên kết gửi văn bản"),
    )
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="batches",
        verbose_name=_("cấp ủy gửi"),
    )
    received_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="batches", verbose_name=_("người nhận")
    )
    received_at = models.DateTimeField(_("lúc nhận"))
    idempotency_key = models.CharField(max_length=80, editable=False)
    cancelled_at = models.DateTimeField(_("lúc dừng"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("lúc cấp ủy xác nhận"), null=True, blank=True)
    receipt_number = models.PositiveIntegerField(_("số phiếu tiếp nhận"), null=True, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("đợt tiếp nhận")
        verbose_name_plural = _("đợt tiếp nhận")
        constraints = [
            models.UniqueConstraint(fields=["workshop", "idempotency_key"], name="batch_key_unique"),
            models.UniqueConstraint(fields=["workshop", "receipt_number"], name="batch_receipt_unique"),
            models.CheckConstraint(
                condition=Q(receipt_number__isnull=True) | Q(confirmed_at__isnull=False),
                name="batch_receipt_means_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(link__isnull=True) | Q(committee__isnull=False), name="batch_link_means_committee"
            ),
        ]
        triggers = lasting()

    def __str__(self) -> str:
        return f"{self.workshop}: {self.received_at:%d/%m/%Y %H:%M}"


class ReceivedFile(models.Model):
    """A file as it was received: kept once it was screened, under its hash, and never changed (laws 3 and 6).

    Insert-only; the one way out is the operation that takes a secret away again, when a person finds one.
    """

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="files")
    file = models.FileField(_("tệp"), max_length=200)
    name = models.CharField(_("tên tệp khi nhận"), max_length=255)
    media_type = models.CharField(_("định dạng"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("tệp đã nhận")
        verbose_name_plural = _("tệp đã nhận")
        indexes = [models.Index(fields=["sha256"], name="receivedfile_by_sha256")]
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="receivedfile_sha256_is_hex"
            )
        ]
        triggers = frozen()

    def __str__(self) -> str:
        return self.name
