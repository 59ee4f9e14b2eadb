"""The bodies that are asked: each keeps the name of its time and knows who answers for it today."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proceedings.models.guards import Fold, tracked
from proceedings.vocabulary import CommitteeKind


class CommitteeQuerySet(models.QuerySet["Committee"]):
    """Questions about committees."""

    def valid_on(self, day: datetime.date) -> CommitteeQuerySet:
        """Keep the committees in force on a day."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def in_force(self) -> CommitteeQuerySet:
        """Keep the committees that were not closed."""
        return self.filter(valid_to__isnull=True)

    def matching(self, folded: str) -> CommitteeQuerySet:
        """Keep the committees whose name holds a folded text."""
        return self.filter(search_key__contains=folded)

    def alphabetical(self) -> CommitteeQuerySet:
        """Order as a Vietnamese dictionary does; of two of one name the older first."""
        return self.order_by("sort_key", F("valid_from").asc(nulls_first=True), "slug")


@tracked(exclude=["search_key"])
class Committee(models.Model):
    """A provincial or city Party committee. Names and codes are re-used by different units: the slug is the key."""

    slug = models.SlugField(_("định danh"), max_length=60, unique=True)
    code = models.CharField(_("mã tỉnh"), max_length=2)
    name = models.CharField(_("tỉnh, thành phố"), max_length=100)
    full_name = models.CharField(_("tên gọi"), max_length=150)
    kind = models.CharField(_("loại"), max_length=20, choices=CommitteeKind)
    region = models.CharField(_("vùng"), max_length=100)
    valid_from = models.DateField(_("hoạt động từ"), null=True, blank=True)
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("cấp ủy kế thừa"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
    )
    sort_key = models.CharField(_("khóa sắp xếp"), max_length=300, editable=False)
    search_key = models.GeneratedField(
        expression=Fold("full_name"), output_field=models.TextField(), db_persist=True
    )

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("cấp ủy")
        verbose_name_plural = _("cấp ủy")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="committee_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True, successor__isnull=True)
                | Q(valid_to__isnull=False, successor__isnull=False),
                name="committee_closed_has_successor",
            ),
            models.CheckConstraint(condition=~Q(successor=F("id")), name="committee_succeeds_another"),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.period})" if self.valid_to else self.full_name

    def get_absolute_url(self) -> str:
        return reverse("public:committee", args=[self.slug])

    @property
    def period(self) -> str:
        """Say in figures when a closed committee existed, such as ``đến 30/06/2025``."""
        end = f"đến {self.valid_to:%d/%m/%Y}" if self.valid_to else ""
        return f"{self.valid_from:%d/%m/%Y} {end}".strip() if self.valid_from else end

    def is_in_force_on(self, day: datetime.date) -> bool:
        """Tell whether the committee existed on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def answering_today(self) -> Committee:
        """Return the committee that answers for this one today: itself, or the end of its line of successors."""
        committee = self
        while committee.successor is not None:
            committee = committee.successor
        return committee
