"""The texts that a workshop consults on, and their drafts: worked on, then numbered, dated and frozen (law 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.guards import counts_versions, lasting, never_truncated, tracked
from proceedings.models.workshops import Workshop
from proceedings.vocabulary import READABLE, Audience, Circulation, DraftState, Family

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile

#: Said by the database where a draft is born issued, or where its number is not the one after the last.
_NUMBER_IS_NEXT = """
    IF NEW.state = 'issued' THEN
        PERFORM FROM proceedings_consultedtext WHERE id = NEW.consulted_text_id FOR NO KEY UPDATE;
        SELECT COALESCE(max(number), 0) INTO given FROM proceedings_draft
         WHERE consulted_text_id = NEW.consulted_text_id AND state = 'issued';
        IF TG_OP = 'INSERT' OR NEW.number <> given + 1 THEN
            RAISE EXCEPTION 'draft number % was not issued: % is the last issued', NEW.number, given
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'draft_number_is_next';
        END IF;
    END IF;
    RETURN NEW;
"""


class ConsultedTextQuerySet(models.QuerySet["ConsultedText"]):
    """Questions about consulted texts."""

    def visible_to(self, user: User) -> ConsultedTextQuerySet:
        """Keep what a person may see of the working record: staff all, others nothing (they read editions)."""
        return self if user.has_perm("proceedings.view_consultedtext") else self.none()

    def readable_by(self, audience: Audience) -> ConsultedTextQuerySet:
        """Keep those whose issued drafts an edition for an audience has."""
        return self.filter(circulation__in=READABLE[Audience(audience)])

    def in_order(self) -> ConsultedTextQuerySet:
        """Order as the workshop has them: its main text first."""
        return self.order_by("workshop", "position")


@tracked(exclude=["version"])
class ConsultedText(models.Model):
    """Văn bản lấy ý kiến: a text under consultation; the workshop's first is its main one."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="consulted_texts", verbose_name=_("hội thảo")
    )
    slug = models.SlugField(_("định danh trong địa chỉ"), max_length=80)
    title = models.CharField(_("tên văn bản"), max_length=500)
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    family = models.CharField(_("hệ thể thức"), max_length=10, choices=Family)
    circulation = models.CharField(
        _("phạm vi phổ biến"),
        max_length=20,
        choices=Circulation,
        default=Circulation.DELEGATES,
        help_text=_("Ai đọc được các dự thảo đã phát hành của văn bản này trong ấn bản."),
    )
    issued_symbol = models.CharField(_("số, ký hiệu khi ban hành"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issued_title = models.CharField(_("tên khi ban hành"), max_length=500, blank=True)
    is_sample = models.BooleanField(_("văn bản mẫu"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ConsultedTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản lấy ý kiến")
        verbose_name_plural = _("văn bản lấy ý kiến")
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "position"],
                name="consultedtext_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["workshop", "slug"],
                name="consultedtext_slug_unique",
                violation_error_message=_("Hội thảo đã có văn bản với định danh này."),
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1), name="consultedtext_position_counts_from_one"
            ),
            models.CheckConstraint(
                condition=Q(issued_symbol="", issued_on__isnull=True, issued_title="")
                | (~Q(issued_symbol="") & Q(issued_on__isnull=False) & ~Q(issued_title="")),
                name="consultedtext_issued_wholly",
                violation_error_message=_("Văn bản ban hành phải có đủ số, ký hiệu, ngày và tên."),
            ),
        ]
        triggers = [
            counts_versions(),
            *lasting(),
            pgtrigger.Protect(
                name="workshop_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__workshop_id__df=pgtrigger.F("new__workshop_id")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_main(self) -> bool:
        """Tell whether the pages of the workshop's draft are this text's."""
        return self.position == 1


class DraftQuerySet(models.QuerySet["Draft"]):
    """Questions about drafts."""

    def visible_to(self, user: User) -> DraftQuerySet:
        """Keep what a person may see of the working record: staff all, others nothing (they read editions)."""
        return self if user.has_perm("proceedings.view_draft") else self.none()

    def issued(self) -> DraftQuerySet:
        """Keep what was issued."""
        return self.filter(state=DraftState.ISSUED)

    def working(self) -> DraftQuerySet:
        """Keep what is being worked on: at most one of a text."""
        return self.filter(state=DraftState.WORKING)

    def in_workshop(self, workshop: Workshop) -> DraftQuerySet:
        """Keep the drafts of one workshop's texts."""
        return self.filter(consulted_text__workshop=workshop)

    def without_source_text(self) -> DraftQuerySet:
        """Leave the long column in the database."""
        return self.defer("source_text")

    def by_number(self) -> DraftQuerySet:
        """Order by text and number; the working one comes last."""
        return self.order_by(
            "consulted_text__workshop", "consulted_text__position", F("number").asc(nulls_last=True), "pk"
        )


@tracked(exclude=["version"])
class Draft(models.Model):
    """Dự thảo: one version of a consulted text. Its number is given when it is issued; then nothing of it changes."""

    consulted_text = models.ForeignKey(
        ConsultedText, on_delete=models.PROTECT, related_name="drafts", verbose_name=_("văn bản")
    )
    number = models.PositiveIntegerField(_("lần"), null=True, editable=False)
    title = models.CharField(_("tên dự thảo"), max_length=500)
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=DraftState, default=DraftState.WORKING, editable=False
    )
    based_on = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="successors",
        verbose_name=_("trên cơ sở"),
    )
    source = models.FileField(_("tệp gốc"), max_length=200, blank=True, editable=False)
    source_name = models.CharField(_("tên tệp gốc"), max_length=255, blank=True, editable=False)
    source_media_type = models.CharField(_("định dạng"), max_length=100, blank=True, editable=False)
    source_size = models.PositiveBigIntegerField(_("dung lượng"), default=0, editable=False)
    source_sha256 = models.CharField(_("SHA-256 của tệp gốc"), max_length=64, blank=True, editable=False)
    source_text = models.TextField(_("nguyên văn khi nhận"), blank=True, editable=False)
    warnings = models.JSONField(_("lưu ý về cấu trúc"), default=list, blank=True, editable=False)
    issued_at = models.DateTimeField(_("phát hành lúc"), null=True, editable=False)
    issued_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="issued_drafts",
        verbose_name=_("người phát hành"),
    )
    note = models.TextField(_("ghi chú"), blank=True)
    content_sha256 = models.CharField(_("SHA-256 của nội dung"), max_length=64, blank=True, editable=False)
    is_sample = models.BooleanField(_("văn bản mẫu"), default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("dự thảo")
        verbose_name_plural = _("dự thảo")
        permissions = [("issue_draft", _("Phát hành dự thảo"))]
        constraints = [
            models.UniqueConstraint(fields=["consulted_text", "number"], name="draft_number_unique"),
            models.UniqueConstraint(
                fields=["consulted_text"],
                name="draft_working_once",
                condition=Q(state="working"),
                violation_error_message=_("Văn bản này đã có một dự thảo đang soạn."),
            ),
            models.CheckConstraint(
                condition=Q(
                    state="working",
                    number__isnull=True,
                    issued_at__isnull=True,
                    issued_by__isnull=True,
                    content_sha256="",
                )
                | Q(
                    state="issued",
                    number__gte=1,
                    issued_at__isnull=False,
                    issued_by__isnull=False,
                    content_sha256__regex=r"^[0-9a-f]{64}$",
                ),
                name="draft_issued_wholly",
            ),
            models.CheckConstraint(
                condition=Q(source="", source_name="", source_sha256="", source_size=0)
                | (~Q(source="") & ~Q(source_name="") & Q(source_sha256__regex=r"^[0-9a-f]{64}$")),
                name="draft_source_wholly",
            ),
            models.CheckConstraint(condition=~Q(based_on=F("id")), name="draft_based_on_another"),
        ]
        triggers = [
            counts_versions(),
            pgtrigger.Protect(
                name="issued_never_changes",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="issued"),
            ),
            pgtrigger.Protect(
                name="text_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__consulted_text_id__df=pgtrigger.F("new__consulted_text_id")),
            ),
            pgtrigger.Trigger(
                name="number_is_next",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("given", "integer")],
                func=_NUMBER_IS_NEXT,
            ),
            never_truncated(),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Return what people call it: ``Dự thảo lần 2``."""
        return (
            gettext("Dự thảo lần %(number)s") % {"number": self.number}
            if self.number
            else gettext("Dự thảo đang soạn")
        )

    @property
    def is_issued(self) -> bool:
        """Tell whether it is frozen."""
        return self.state == DraftState.ISSUED

    @property
    def has_source(self) -> bool:
        """Tell whether the file it was read from is kept."""
        source: FieldFile = self.source
        return bool(source)
