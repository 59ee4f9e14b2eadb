"""The provisions of a draft, row by row, and the steps by which a working draft was mended."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.drafts import Draft
from proceedings.models.guards import never_truncated, tracked
from proceedings.vocabulary import Mending, ProvisionKind, ProvisionRole

#: The longest heading and the longest words of one provision, in characters.
LONGEST_HEADING = 10_000
LONGEST_WORDS = 1_000_000

#: Who writes waits for an issue under way, and then finds the draft frozen.
_WHILE_WORKING = """
    IF TG_OP <> 'INSERT' THEN
        SELECT state INTO found FROM proceedings_draft WHERE id = OLD.draft_id FOR SHARE;
    END IF;
    IF found IS DISTINCT FROM 'issued' AND TG_OP <> 'DELETE' THEN
        SELECT state INTO found FROM proceedings_draft WHERE id = NEW.draft_id FOR SHARE;
    END IF;
    IF found = 'issued' THEN
        RAISE EXCEPTION 'pgtrigger: Cannot change rows from % table: the draft was issued', TG_TABLE_NAME;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;
"""
#: A shift in the order is not a change that a writer must be told of.
_COUNTED = ("parent_id", "kind", "role", "number", "mark", "heading", "text", "change_note")


def only_while_working() -> list[pgtrigger.Trigger]:
    """Return the triggers of a row that belongs to a draft: nothing of an issued draft changes (law 3)."""
    return [
        pgtrigger.Trigger(
            name="only_while_working",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            declare=[("found", "text")],
            func=_WHILE_WORKING,
        ),
        never_truncated(),
    ]


class ProvisionQuerySet(models.QuerySet["Provision"]):
    """Questions about provisions."""

    def in_reading_order(self) -> ProvisionQuerySet:
        """Order as the text is read."""
        return self.order_by("draft", "position")


@tracked(exclude=["version"], derived=["position", "path"])
class Provision(models.Model):
    """Điều khoản: one node of a draft; one with children has no text of its own (``proceedings.text.provisions``)."""

    draft = models.ForeignKey(
        Draft, on_delete=models.CASCADE, related_name="provisions", verbose_name=_("dự thảo")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("thuộc"),
    )
    kind = models.CharField(_("loại"), max_length=10, choices=ProvisionKind)
    role = models.CharField(_("vai trò"), max_length=10, choices=ProvisionRole, blank=True)
    number = models.CharField(_("số"), max_length=100, blank=True)
    mark = models.CharField(_("ký hiệu đầu dòng"), max_length=200, blank=True)
    heading = models.TextField(_("tên mục"), blank=True)
    text = models.TextField(_("nội dung"), blank=True)
    path = models.CharField(_("đường dẫn"), max_length=1000, editable=False)
    position = models.PositiveIntegerField(_("thứ tự"), editable=False)
    confidence = models.FloatField(_("độ tin cậy"), default=1.0, editable=False)
    origin = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        verbose_name=_("chép từ"),
    )
    change_note = models.TextField(_("lý do sửa"), blank=True)
    start = models.PositiveIntegerField(null=True, editable=False, help_text="In the draft's source text.")
    end = models.PositiveIntegerField(null=True, editable=False, help_text="In the draft's source text.")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ProvisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("điều khoản")
        verbose_name_plural = _("điều khoản")
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "path"], name="provision_path_unique", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(
                fields=["draft", "position"],
                name="provision_position_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=~Q(path="") & Q(position__gte=1), name="provision_has_a_place"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="provision_hangs_below_another"),
            models.CheckConstraint(condition=Q(kind="text") | Q(role=""), name="provision_role_is_of_text"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0) & Q(confidence__lte=1), name="provision_confidence_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, end__gte=F("start")),
                name="provision_span_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("heading"), LONGEST_HEADING))
                & Q(LessThanOrEqual(Length("text"), LONGEST_WORDS))
                & Q(LessThanOrEqual(Length("change_note"), LONGEST_HEADING)),
                name="provision_is_bounded",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="counts_versions",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="""
                    NEW.version := OLD.version + CASE WHEN ({old}) IS DISTINCT FROM ({new}) THEN 1 ELSE 0 END;
                    RETURN NEW;
                """.format(
                    old=", ".join(f"OLD.{column}" for column in _COUNTED),
                    new=", ".join(f"NEW.{column}" for column in _COUNTED),
                ),
            ),
            *only_while_working(),
        ]

    def __str__(self) -> str:
        label = self.label
        return (
            f"{label}. {self.heading}" if label and self.heading else label or self.heading or self.text[:80]
        )

    @property
    def label(self) -> str:
        """Return kind and number as one says them: ``Điều 5``; nothing for a paragraph."""
        return "" if self.kind == ProvisionKind.TEXT else f"{self.get_kind_display()} {self.number}".strip()


@tracked()
class Removal(models.Model):
    """Điều khoản đã bỏ: why a provision of the draft before has no place in a draft; without a reason there is no row.

    A reason said of a provision holds for all below it. The reason of what was changed is kept by its own row.
    """

    draft = models.ForeignKey(
        Draft, on_delete=models.CASCADE, related_name="removals", verbose_name=_("dự thảo")
    )
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, related_name="removals", verbose_name=_("điều khoản đã bỏ")
    )
    reason = models.TextField(_("lý do bỏ"))

    class Meta:
        verbose_name = _("lý do bỏ điều khoản")
        verbose_name_plural = _("lý do bỏ điều khoản")
        constraints = [
            models.UniqueConstraint(fields=["draft", "provision"], name="removal_is_said_once"),
            models.CheckConstraint(
                condition=~Q(reason="") & Q(LessThanOrEqual(Length("reason"), LONGEST_HEADING)),
                name="removal_has_a_reason",
            ),
        ]
        triggers = only_while_working()

    def __str__(self) -> str:
        return f"{self.provision}: {self.reason[:80]}"


class DraftChange(models.Model):
    """One step of mending a working draft, with what it takes to undo it and to do it again."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField()
    mending = models.CharField(_("việc đã làm"), max_length=10, choices=Mending)
    subject = models.CharField(_("ở mục"), max_length=200, blank=True)
    provision = models.PositiveBigIntegerField(
        null=True, help_text="Key of the provision; it may be gone meanwhile."
    )
    steps = models.JSONField(
        help_text="Rows and orders of children before and after: proceedings.operations.draft_trees."
    )
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="draftchange_number_unique"),
        ]
        triggers = only_while_working()

    def __str__(self) -> str:
        return f"{self.get_mending_display()}: {self.subject}"
