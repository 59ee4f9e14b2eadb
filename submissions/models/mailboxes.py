"""Mailbox: a folder of the office's mailbox that is looked into for one workshop, and how far it was read."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from proceedings.models import Workshop


class Mailbox(models.Model):
    """Thư mục thư đến: nothing in it is changed or deleted; ``last_uid`` counts within one ``uidvalidity``.

    A server that gives its mails new numbers says so by another ``uidvalidity``; then the folder is read again, and the
    mails that are known already stay what they are.
    """

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="mailboxes", verbose_name=_("hội thảo")
    )
    folder = models.CharField(_("thư mục"), max_length=200)
    uidvalidity = models.PositiveBigIntegerField(default=0, editable=False)
    last_uid = models.PositiveBigIntegerField(default=0, editable=False)
    checked_at = models.DateTimeField(_("lấy thư lần cuối"), null=True, blank=True)
    last_error = models.CharField(_("lỗi lần cuối"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("thư mục thư đến")
        verbose_name_plural = _("thư mục thư đến")
        constraints = [models.UniqueConstraint(fields=["workshop", "folder"], name="mailbox_unique")]

    def __str__(self) -> str:
        return f"{self.workshop}: {self.folder}"
