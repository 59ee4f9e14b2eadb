"""What became of each provision from one draft to the next: proposed by the machine, decided by an editor."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.drafts import Draft
from proceedings.models.guards import counts_versions, never_truncated, tracked
from proceedings.models.provisions import Provision
from proceedings.vocabulary import LineageKind, LineageState


class LineageQuerySet(models.QuerySet["Lineage"]):
    """Questions about lineages."""

    def undecided(self) -> LineageQuerySet:
        """Keep what waits for an editor."""
        return self.filter(state=LineageState.PROPOSED)

    def in_reading_order(self) -> LineageQuerySet:
        """Order by the later draft; what was deleted comes last, in the order of the earlier one."""
        later = models.F("after__position").asc(nulls_last=True)
        return self.order_by("draft", later, models.F("before__position").asc(nulls_last=True), "pk")


@tracked(exclude=["version"])
class Lineage(models.Model):
    """Dòng kế thừa: one provision of a draft and one of the draft it is based on; a split or a merger has several.

    It is decided also after the draft was issued: it says nothing of the text, only where its parts come from.
    """

    draft = models.ForeignKey(
        Draft, on_delete=models.CASCADE, related_name="lineages", verbose_name=_("dự thảo")
    )
    before = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="heirs",
        verbose_name=_("điều khoản trước"),
    )
    after = models.ForeignKey(
        Provision,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="forebears",
        verbose_name=_("điều khoản sau"),
    )
    kind = models.CharField(_("quan hệ"), max_length=12, choices=LineageKind)
    is_changed = models.BooleanField(_("có sửa lời văn"), default=False)
    score = models.FloatField(_("điểm tương đồng"), null=True, blank=True)
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=LineageState, default=LineageState.PROPOSED
    )
    decided_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decided_lineages",
        verbose_name=_("người xác nhận"),
    )
    decided_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = LineageQuerySet.as_manager()

    class Meta:
        verbose_name = _("dòng kế thừa")
        verbose_name_plural = _("dòng kế thừa")
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "before", "after"], name="lineage_pair_unique", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(kind="new", before__isnull=True, after__isnull=False)
                | Q(kind="deleted", before__isnull=False, after__isnull=True)
                | (~Q(kind__in=["new", "deleted"]) & Q(before__isnull=False, after__isnull=False)),
                name="lineage_kind_fits_its_ends",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(state="proposed") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="lineage_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | (Q(score__gte=0) & Q(score__lte=1)),
                name="lineage_score_is_a_share",
            ),
        ]
        triggers = [counts_versions(), never_truncated()]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.before or '–'} → {self.after or '–'}"
