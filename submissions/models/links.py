"""The committees' own way in: a personal link for one committee and one workshop."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from proceedings.models import Committee, User, Workshop
from proceedings.models.guards import lasting, tracked


class UploadLinkQuerySet(models.QuerySet["UploadLink"]):
    """Questions about links."""

    def usable(self, now: datetime.datetime) -> UploadLinkQuerySet:
        """Keep the links that open the page at a moment."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=now)


@tracked(exclude=["nonce", "last_used_at"])
class UploadLink(models.Model):
    """Liên kết gửi văn bản: signed, expiring, revocable; ``nonce`` makes an address of its own for every link."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="upload_links", verbose_name=_("hội thảo")
    )
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, related_name="upload_links", verbose_name=_("cấp ủy")
    )
    nonce = models.CharField(max_length=32, unique=True, editable=False)
    made_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="upload_links", verbose_name=_("người lập")
    )
    made_at = models.DateTimeField(_("lúc lập"))
    expires_at = models.DateTimeField(_("hết hạn lúc"))
    revoked_at = models.DateTimeField(_("thu hồi lúc"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("dùng lần cuối"), null=True, blank=True)

    objects = UploadLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("liên kết gửi văn bản")
        verbose_name_plural = _("liên kết gửi văn bản")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")), name="uploadlink_expires_after_made"
            )
        ]
        triggers = lasting()

    def __str__(self) -> str:
        return f"{self.committee} – {self.workshop}"
