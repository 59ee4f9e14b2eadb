"""What a workshop's tables of contributions call their columns."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from proceedings.models import Workshop


class ColumnMapping(models.Model):
    """The columns of a workbook as they were last mapped in a workshop: folded heading → field of a contribution."""

    workshop = models.OneToOneField(
        Workshop, on_delete=models.CASCADE, primary_key=True, related_name="column_mapping"
    )
    columns = models.JSONField(_("cột"), default=dict)

    class Meta:
        verbose_name = _("cách đọc cột")
        verbose_name_plural = _("cách đọc cột")

    def __str__(self) -> str:
        return f"{self.workshop}: {len(self.columns)}"
