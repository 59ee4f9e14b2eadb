"""A draft that came back as a Word file: what it holds, screened, until each of its differences was decided."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, User
from proceedings.models.guards import never_truncated, tracked
from proceedings.text.returned import DraftName, ReturnedDraft, ReturnedParagraph


class ReturnedFileQuerySet(models.QuerySet["ReturnedFile"]):
    """Questions about returned files."""

    def open(self) -> ReturnedFileQuerySet:
        """Keep those of which differences may still be decided."""
        return self.filter(closed_at=None)

    def latest_first(self) -> ReturnedFileQuerySet:
        """Order by arrival, the last first; what the paragraphs say stays in the database."""
        return self.defer("paragraphs").order_by("-received_at", "-pk")


@tracked(exclude=["paragraphs"])
class ReturnedFile(models.Model):
    """Bản Word gửi lại. ``paragraphs`` are pairs of text and ids; ``left`` the keys of differences that were left."""

    draft = models.ForeignKey(
        Draft, on_delete=models.CASCADE, related_name="returned_files", verbose_name=_("dự thảo")
    )
    name = models.CharField(_("tên tệp"), max_length=255)
    sha256 = models.CharField(_("SHA-256 của tệp"), max_length=64)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    draft_name = models.CharField(_("dự thảo ghi trong tệp"), max_length=300, blank=True)
    paragraphs = models.JSONField(_("các đoạn"), default=list)
    tracked_changes = models.PositiveIntegerField(_("chỗ sửa đang theo dõi"), default=0)
    left = models.JSONField(_("đã để lại"), default=list, blank=True)
    received_at = models.DateTimeField(_("nhận lúc"))
    received_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("người gửi lại")
    )
    closed_at = models.DateTimeField(_("xong lúc"), null=True, blank=True)
    closed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người đóng")
    )

    objects = ReturnedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản Word gửi lại")
        verbose_name_plural = _("bản Word gửi lại")
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "sha256"], name="returnedfile_open_once", condition=Q(closed_at=None)
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="returnedfile_closed_by_somebody",
            ),
        ]
        triggers = [never_truncated()]

    def __str__(self) -> str:
        return self.name

    def content(self) -> ReturnedDraft:
        """Return what the file holds, as the comparison takes it."""
        return ReturnedDraft(
            DraftName.parse(self.draft_name),
            tuple(ReturnedParagraph(text, tuple(ids)) for text, ids in self.paragraphs),
            self.tracked_changes,
        )
