"""What a contribution says, opinion by opinion: exact spans of its text, and the stretches that ask for nothing."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.closed_syntheses import while_open
from proceedings.models.contributions import Contribution
from proceedings.models.guards import Fold, counts_versions, never_truncated, tracked
from proceedings.models.provisions import Provision
from proceedings.models.spans import exact_span, refreshes_coverage, spans_apart
from proceedings.models.workshops import Theme, Workshop
from proceedings.vocabulary import ContributionForm, ContributionState, NoRequestReason, PointKind

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_SUMMARY = 300

#: Points are about the drafts and themes of the workshop that they were sent to.
_ABOUT_ITS_WORKSHOP = """
    SELECT workshop_id INTO STRICT own FROM proceedings_contribution WHERE id = NEW.contribution_id;
    IF NEW.anchor_id IS NOT NULL THEN
        SELECT text.workshop_id, draft.state INTO STRICT found, issued
          FROM proceedings_provision row JOIN proceedings_draft draft ON draft.id = row.draft_id
          JOIN proceedings_consultedtext text ON text.id = draft.consulted_text_id WHERE row.id = NEW.anchor_id;
        IF found <> own OR issued <> 'issued' THEN
            RAISE EXCEPTION 'the anchor is no provision of an issued draft of this workshop'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'point_anchor_is_of_its_workshop';
        END IF;
    END IF;
    IF NEW.theme_id IS NOT NULL THEN
        SELECT workshop_id INTO STRICT found FROM proceedings_theme WHERE id = NEW.theme_id;
        IF found <> own THEN
            RAISE EXCEPTION 'the theme is of another workshop'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'point_theme_is_of_its_workshop';
        END IF;
    END IF;
    RETURN NEW;
"""


class PointQuerySet(models.QuerySet["Point"]):
    """Questions about points."""

    def in_workshop(self, workshop: Workshop) -> PointQuerySet:
        """Keep the points of one workshop."""
        return self.filter(contribution__workshop=workshop)

    def standing(self) -> PointQuerySet:
        """Leave out those of documents that were withdrawn or replaced."""
        return self.filter(contribution__state=ContributionState.REGISTERED)

    def written(self) -> PointQuerySet:
        """Leave out what was only spoken: it is not among the written opinions (domain notes, B)."""
        return self.exclude(contribution__form=ContributionForm.REMARK)

    def visible_to(self, user: User) -> PointQuerySet:
        """Keep what a person may see of the working record: staff all, others nothing (they read editions)."""
        return self if user.has_perm("proceedings.view_point") else self.none()

    def unanswered(self) -> PointQuerySet:
        """Keep what has no response."""
        return self.filter(answer=None)

    def overdue(self, today: datetime.date) -> PointQuerySet:
        """Keep what should be answered by now and is not approved."""
        return self.filter(due_on__lt=today).exclude(answer__response__state="approved")

    def assigned_to(self, user: User) -> PointQuerySet:
        """Keep what a person holds."""
        return self.filter(assignee=user)

    def anchored_in(self, paths: Iterable[str]) -> PointQuerySet:
        """Keep what is said about some provisions or what lies below them, in whatever draft."""
        below = Q()
        for path in paths:
            below |= Q(anchor__path=path) | Q(anchor__path__startswith=f"{path}.")
        return self.filter(below)

    def in_order(self) -> PointQuerySet:
        """Order as the registry and the text have them."""
        return self.order_by("contribution__workshop", "contribution__number", "start", "pk")


@tracked(exclude=["version", "signature", "search_key", "said_key", "wording_key"])
class Point(models.Model):
    """Ý kiến: one opinion, the exact span of one contribution; ``start`` and ``end`` count characters of its text."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="points", verbose_name=_("văn bản góp ý")
    )
    start = models.PositiveIntegerField(_("từ ký tự"))
    end = models.PositiveIntegerField(_("đến ký tự"))
    quote = models.TextField(_("nguyên văn"))
    kind = models.CharField(_("loại ý kiến"), max_length=10, choices=PointKind)
    anchor = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
        verbose_name=_("điều khoản"),
    )
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
        verbose_name=_("nhóm vấn đề"),
    )
    wording = models.TextField(_("lời văn đề xuất"), blank=True)
    summary = models.CharField(_("tóm tắt"), max_length=LONGEST_SUMMARY)
    signature = ArrayField(models.IntegerField(), default=list, editable=False)
    said_key = models.GeneratedField(
        expression=MD5(Fold("quote")), output_field=models.CharField(max_length=32), db_persist=True
    )
    wording_key = models.GeneratedField(
        expression=MD5(Fold("wording")), output_field=models.CharField(max_length=32), db_persist=True
    )
    assignee = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_points",
        verbose_name=_("người xử lý"),
    )
    due_on = models.DateField(_("hạn xử lý"), null=True, blank=True)
    handover_note = models.CharField(_("lời dặn khi giao"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    search_key = models.GeneratedField(
        expression=Fold(Concat("summary", models.Value(" "), "quote", output_field=models.TextField())),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = _("ý kiến")
        verbose_name_plural = _("ý kiến")
        permissions = [("assign_point", _("Phân công xử lý ý kiến"))]
        indexes = [
            models.Index(fields=["contribution", "start"], name="point_in_text"),
            models.Index(fields=["anchor"], name="point_by_anchor"),
            GinIndex(fields=["signature"], name="point_by_signature"),
            models.Index(fields=["assignee", "due_on"], name="point_by_assignee"),
        ]
        constraints = [
            *spans_apart("point"),
            models.CheckConstraint(condition=~Q(summary=""), name="point_has_a_summary"),
            models.CheckConstraint(
                condition=Q(anchor__isnull=True) | Q(theme__isnull=True), name="point_has_one_place"
            ),
        ]
        triggers = [
            exact_span("point", "norequest"),
            pgtrigger.Trigger(
                name="about_its_workshop",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("contribution_id", "anchor_id", "theme_id"),  # type: ignore[no-untyped-call]
                declare=[("own", "bigint"), ("found", "bigint"), ("issued", "text")],
                func=_ABOUT_ITS_WORKSHOP,
            ),
            pgtrigger.Protect(
                name="contribution_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__contribution_id__df=pgtrigger.F("new__contribution_id")),
            ),
            while_open("SELECT workshop_id FROM proceedings_contribution WHERE id = {row}.contribution_id"),
            *refreshes_coverage(),
            counts_versions(),
            never_truncated(),
        ]

    def __str__(self) -> str:
        return self.summary

    def get_absolute_url(self) -> str:
        """Return the page at the desk on which the point is answered."""
        return reverse("points:point", args=[self.contribution.workshop.slug, self.pk])

    @property
    def place(self) -> str:
        """Return what the point is about as one says it: the provision, the theme, or nothing where it is general."""
        return str(self.anchor or self.theme or "")


@tracked(exclude=["version"])
class NoRequest(models.Model):
    """Không nêu yêu cầu: a stretch of a contribution in which a named person found nothing to answer (law 1)."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="no_requests", verbose_name=_("văn bản góp ý")
    )
    start = models.PositiveIntegerField(_("từ ký tự"))
    end = models.PositiveIntegerField(_("đến ký tự"))
    quote = models.TextField(_("nguyên văn"))
    reason = models.CharField(_("vì sao"), max_length=12, choices=NoRequestReason)
    marked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("người xác nhận")
    )
    marked_at = models.DateTimeField(_("xác nhận lúc"))
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("đoạn không nêu yêu cầu")
        verbose_name_plural = _("đoạn không nêu yêu cầu")
        indexes = [models.Index(fields=["contribution", "start"], name="norequest_in_text")]
        constraints = spans_apart("norequest")
        triggers = [
            exact_span("norequest", "point"),
            pgtrigger.Protect(
                name="contribution_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__contribution_id__df=pgtrigger.F("new__contribution_id")),
            ),
            while_open("SELECT workshop_id FROM proceedings_contribution WHERE id = {row}.contribution_id"),
            *refreshes_coverage(),
            counts_versions(),
            never_truncated(),
        ]

    def __str__(self) -> str:
        return self.quote[:80]
