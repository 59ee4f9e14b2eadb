"""The registry: every accepted document with its number, which is issued once and never re-used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proceedings.models.committees import Committee
from proceedings.models.guards import Fold, counts_versions, frozen, lasting, tracked
from proceedings.models.numbers import number_is_issued, number_stays
from proceedings.models.workshops import AgendaItem, Theme, Workshop
from proceedings.vocabulary import (
    READABLE,
    Audience,
    BodyKind,
    Circulation,
    ContributionForm,
    ContributionState,
    Stance,
)

if TYPE_CHECKING:
    from proceedings.models.accounts import User


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Questions about contributions."""

    def in_workshop(self, workshop: Workshop) -> ContributionQuerySet:
        """Keep the contributions of one workshop."""
        return self.filter(workshop=workshop)

    def standing(self) -> ContributionQuerySet:
        """Leave out what was withdrawn or replaced."""
        return self.filter(state=ContributionState.REGISTERED)

    def visible_to(self, user: User) -> ContributionQuerySet:
        """Keep what a person may see of the working record: staff all, others nothing (they read editions)."""
        return self if user.has_perm("proceedings.view_contribution") else self.none()

    def visible_to_audience(self, audience: Audience | str) -> ContributionQuerySet:
        """Keep what an edition for this audience may hold: standing, and circulating among them."""
        return self.standing().filter(circulation__in=READABLE[Audience(audience)])

    def presented(self) -> ContributionQuerySet:
        """Keep what was presented live."""
        return self.filter(presented_live=True)

    def with_body(self) -> ContributionQuerySet:
        """Join what a list needs to name the body and the theme."""
        return self.select_related("committee", "theme", "workshop")

    def by_number(self) -> ContributionQuerySet:
        """Order as the registry book does."""
        return self.order_by("workshop", "number")

    def in_speaking_order(self) -> ContributionQuerySet:
        """Order as at the event; presented without a known place comes after those with one."""
        return self.order_by(F("speaking_order").asc(nulls_last=True), "number")


@tracked(exclude=["version", "search_key"])
class Contribution(models.Model):
    """Văn bản góp ý / tham luận: what one body sent, in its own words, which are never altered (law 5)."""

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("hội thảo")
    )
    number = models.PositiveIntegerField(_("số vào sổ"), editable=False)
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("cấp ủy"),
    )
    body_kind = models.CharField(
        _("loại chủ thể"), max_length=20, choices=BodyKind, default=BodyKind.COMMITTEE
    )
    body_name = models.CharField(_("tên cơ quan, cá nhân khác"), max_length=300, blank=True)
    author_name = models.CharField(_("người trình bày, tác giả"), max_length=150, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=150, blank=True)
    signer_post = models.CharField(_("chức vụ"), max_length=300, blank=True)
    symbol = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    symbol_key = models.CharField(max_length=60, blank=True, editable=False)
    document_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    received_on = models.DateField(_("ngày đến"))
    form = models.CharField(
        _("hình thức"), max_length=20, choices=ContributionForm, default=ContributionForm.WRITTEN
    )
    presented_live = models.BooleanField(_("trình bày trực tiếp"), default=False)
    speaking_order = models.PositiveSmallIntegerField(_("thứ tự trình bày"), null=True, blank=True)
    agenda_item = models.OneToOneField(
        AgendaItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contribution",
        verbose_name=_("mục chương trình"),
    )
    stance = models.CharField(_("quan điểm chung"), max_length=30, choices=Stance, blank=True)
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("nhóm vấn đề"),
    )
    title = models.CharField(_("trích yếu, tên tham luận"), max_length=500)
    text = models.TextField(_("toàn văn"), blank=True)
    summary = models.TextField(_("tóm tắt"), blank=True)
    circulation = models.CharField(
        _("phạm vi phổ biến"), max_length=20, choices=Circulation, default=Circulation.DELEGATES
    )
    state = models.CharField(
        _("trạng thái"),
        max_length=20,
        choices=ContributionState,
        default=ContributionState.REGISTERED,
        editable=False,
    )
    void_reason = models.CharField(_("lý do hủy số"), max_length=500, blank=True, editable=False)
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replacements",
        verbose_name=_("thay cho văn bản"),
    )
    is_sample = models.BooleanField(_("văn bản mẫu"), default=False)
    idempotency_key = models.CharField(  # noqa: DJ001 - no key is not the same key
        max_length=80, null=True, blank=True, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    search_key = models.GeneratedField(
        expression=Fold(
            Concat(
                "title",
                models.Value(" "),
                "symbol",
                models.Value(" "),
                "body_name",
                models.Value(" "),
                "author_name",
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản góp ý")
        verbose_name_plural = _("sổ văn bản góp ý")
        permissions = [("void_contribution", _("Hủy số của văn bản góp ý"))]
        indexes = [
            models.Index(fields=["workshop", "committee"], name="contribution_by_committee"),
            models.Index(fields=["workshop", "received_on"], name="contribution_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "number"], name="contribution_number_unique"),
            models.UniqueConstraint(
                fields=["workshop", "idempotency_key"], name="contribution_idempotency_key_unique"
            ),
            models.UniqueConstraint(
                fields=["workshop", "speaking_order"],
                name="contribution_speaking_order_unique",
                condition=Q(state="registered"),
                violation_error_message=_("Thứ tự trình bày này đã dành cho một tham luận khác."),
            ),
            models.UniqueConstraint(
                fields=["workshop", "committee", "symbol_key", "document_on"],
                name="contribution_document_unique",
                condition=Q(state="registered", committee__isnull=False) & ~Q(symbol_key=""),
                violation_error_message=_("Văn bản này (cùng cấp ủy, số ký hiệu và ngày) đã có trong sổ."),
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                name="contribution_replaced_once",
                condition=~Q(state="void"),
                violation_error_message=_("Văn bản này đã có bản thay thế."),
            ),
            models.CheckConstraint(condition=~Q(replaces=F("id")), name="contribution_replaces_another"),
            models.CheckConstraint(
                condition=Q(committee__isnull=False, body_kind="committee", body_name="")
                | (Q(committee__isnull=True) & ~Q(body_kind="committee") & ~Q(body_name="")),
                name="contribution_has_one_body",
                violation_error_message=_("Chọn một cấp ủy, hoặc chọn loại chủ thể khác và ghi tên."),
            ),
            models.CheckConstraint(
                condition=Q(presented_live=True) | Q(speaking_order__isnull=True, agenda_item__isnull=True),
                name="contribution_order_means_live",
                violation_error_message=_("Chỉ tham luận trình bày trực tiếp mới có thứ tự trình bày."),
            ),
            models.CheckConstraint(
                condition=Q(state="void") & ~Q(void_reason="") | ~Q(state="void") & Q(void_reason=""),
                name="contribution_void_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(document_on__isnull=True) | Q(document_on__lte=F("received_on")),
                name="contribution_written_before_received",
                violation_error_message=_("Ngày văn bản không thể sau ngày đến."),
            ),
        ]
        triggers = [
            counts_versions(),
            *lasting(),
            pgtrigger.Trigger(
                name="text_stays_once_split",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("text"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Q(old__text__df=pgtrigger.F("new__text")),
                func="""
                    IF EXISTS (SELECT FROM proceedings_point WHERE contribution_id = NEW.id)
                       OR EXISTS (SELECT FROM proceedings_norequest WHERE contribution_id = NEW.id) THEN
                        RAISE EXCEPTION 'the text was split into points: enter a later version instead'
                              USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_text_stays_once_split';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="measures_coverage_insert",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                level=pgtrigger.Statement,
                referencing=pgtrigger.Referencing(new="new_rows"),  # type: ignore[no-untyped-call]
                func="PERFORM refresh_coverage((SELECT array_agg(id) FROM new_rows)); RETURN NULL;",
            ),
            pgtrigger.Trigger(
                name="measures_coverage_update",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("text"),  # type: ignore[no-untyped-call]
                func="PERFORM refresh_coverage(ARRAY[NEW.id]); RETURN NULL;",
            ),
            number_stays(),
            pgtrigger.Protect(
                name="void_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state="void")
                & pgtrigger.Q(old__state__df=pgtrigger.F("new__state")),
            ),
            number_is_issued(),
            pgtrigger.Trigger(
                name="committee_in_force",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("committee_id", "document_on", "received_on"),  # type: ignore[no-untyped-call]
                declare=[("day", "date")],
                func="""
                    day := COALESCE(NEW.document_on, NEW.received_on);
                    IF NEW.committee_id IS NOT NULL AND NOT EXISTS (
                        SELECT FROM proceedings_committee
                         WHERE id = NEW.committee_id
                           AND (valid_from IS NULL OR valid_from <= day)
                           AND (valid_to IS NULL OR valid_to >= day)
                    ) THEN
                        RAISE EXCEPTION 'committee % was not in force on %', NEW.committee_id, day
                              USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_committee_in_force';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.body}"

    def get_absolute_url(self) -> str:
        return reverse("public:contribution", args=[self.workshop.slug, self.number])

    @property
    def body(self) -> str:
        """Return the name of the body that speaks, as it was called then."""
        return self.committee.full_name if self.committee else self.body_name

    @property
    def paragraphs(self) -> list[str]:
        """Return the text's lines that are not blank, as they stand in it."""
        return [line for line in self.text.splitlines() if line.strip()]


@tracked()
class Attachment(models.Model):
    """A file as it was received: addressed by its content, outside the web root, never changed."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="attachments", verbose_name=_("văn bản góp ý")
    )
    file = models.FileField(_("tệp"), max_length=200)
    name = models.CharField(_("tên tệp khi nhận"), max_length=255)
    media_type = models.CharField(_("định dạng"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("tệp đính kèm")
        verbose_name_plural = _("tệp đính kèm")
        constraints = [
            models.UniqueConstraint(fields=["contribution", "sha256"], name="attachment_content_unique"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="attachment_sha256_is_hex"
            ),
        ]
        triggers = frozen()

    def __str__(self) -> str:
        return self.name
