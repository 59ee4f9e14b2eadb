"""How far each contribution is split into points: kept by the database itself, and who does the splitting."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.contributions import Contribution
from proceedings.models.guards import never_truncated, tracked


class Coverage(models.Model):
    """What of a contribution is accounted for: paragraphs with words, and those of them with words in no span.

    A row of each contribution, written by triggers on contributions, points and stretches without a request only;
    ``proceedings.text.coverage`` says the rule, and an invariant holds the two together.
    """

    contribution = models.OneToOneField(
        Contribution, on_delete=models.CASCADE, primary_key=True, related_name="coverage"
    )
    paragraph_count = models.PositiveIntegerField()
    open_count = models.PositiveIntegerField()
    point_count = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["open_count"], name="coverage_open", condition=Q(open_count__gt=0))]
        constraints = [
            models.CheckConstraint(
                condition=Q(open_count__lte=models.F("paragraph_count")), name="coverage_is_a_part"
            )
        ]
        triggers = [never_truncated()]

    def __str__(self) -> str:
        return f"{self.paragraph_count - self.open_count}/{self.paragraph_count}"

    @property
    def is_whole(self) -> bool:
        """Tell whether every paragraph is accounted for."""
        return self.open_count == 0


@tracked()
class Splitting(models.Model):
    """Phân công tách ý kiến: who splits a contribution into points, and by when."""

    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="splitting", verbose_name=_("văn bản góp ý")
    )
    editor = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="splittings", verbose_name=_("người tách")
    )
    due_on = models.DateField(_("hạn tách"), null=True, blank=True)
    note = models.CharField(_("lời dặn khi giao"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("phân công tách ý kiến")
        verbose_name_plural = _("phân công tách ý kiến")
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete), never_truncated()]

    def __str__(self) -> str:
        return f"{self.contribution} – {self.editor}"
