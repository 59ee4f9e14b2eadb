"""What the editors decided: a response answers one point or many, each by an answer of its own."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proceedings.models.accounts import User
from proceedings.models.closed_syntheses import while_open
from proceedings.models.guards import counts_versions, lasting, never_truncated, tracked
from proceedings.models.points import Point
from proceedings.models.provisions import Provision
from proceedings.models.workshops import Workshop
from proceedings.vocabulary import CHANGING, REASONED, RESPONSE_MOVES, Decision, Reply, ResponseState

LONGEST_REASON = 20_000
LONGEST_NOTE = 500

_UNREADY = ResponseState.DRAFTED
_IS_READY = Q(state=_UNREADY) | (
    ~Q(decision="")
    & (~Q(decision__in=sorted(CHANGING)) | ~Q(resulting_label=""))
    & (~Q(decision__in=sorted(REASONED)) | ~Q(reason=""))
)


def _forbidden_moves() -> str:
    pairs = [
        f"('{before}', '{after}')"
        for before in ResponseState
        for after in ResponseState
        if before != after and after not in RESPONSE_MOVES[before]
    ]
    return ", ".join(pairs)


#: An answer ties a point to a response of its own workshop.
_SAME_WORKSHOP = """
    IF NOT EXISTS (SELECT FROM proceedings_point point
                     JOIN proceedings_contribution contribution ON contribution.id = point.contribution_id
                     JOIN proceedings_response response ON response.workshop_id = contribution.workshop_id
                    WHERE point.id = NEW.point_id AND response.id = NEW.response_id) THEN
        RAISE EXCEPTION 'point and response are of different workshops'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_is_within_its_workshop';
    END IF;
    RETURN NEW;
"""

#: What was approved does not change in silence: it is reopened first. Nor does who it answers.
_SETTLED = """
    SELECT state INTO found FROM proceedings_response
     WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.response_id ELSE OLD.response_id END FOR SHARE;
    IF found = 'approved' AND (TG_OP <> 'UPDATE' OR OLD.response_id <> NEW.response_id
                               OR OLD.point_id <> NEW.point_id OR OLD.addendum <> NEW.addendum) THEN
        RAISE EXCEPTION 'the response was approved: reopen it first'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_of_an_approved_response_stays';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.response_id <> NEW.response_id THEN
        SELECT state INTO found FROM proceedings_response WHERE id = NEW.response_id FOR SHARE;
        IF found = 'approved' THEN
            RAISE EXCEPTION 'the response was approved: reopen it first'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_of_an_approved_response_stays';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;
"""


class ResponseQuerySet(models.QuerySet["Response"]):
    """Questions about responses."""

    def in_workshop(self, workshop: Workshop) -> ResponseQuerySet:
        """Keep the responses of one workshop."""
        return self.filter(workshop=workshop)

    def visible_to(self, user: User) -> ResponseQuerySet:
        """Keep what a person may see of the working record: staff all, others nothing (they read editions)."""
        return self if user.has_perm("proceedings.view_response") else self.none()

    def awaiting_approval(self) -> ResponseQuerySet:
        """Keep what a second person must look at; what answers no point any more is nothing to approve."""
        return self.in_use().filter(state=ResponseState.PROPOSED)

    def in_use(self) -> ResponseQuerySet:
        """Leave out what answers no point any more: it is kept for a point that may be taken out of its group."""
        return self.filter(models.Exists(Answer.objects.filter(response=models.OuterRef("pk"))))

    def approved(self) -> ResponseQuerySet:
        """Keep what was approved."""
        return self.filter(state=ResponseState.APPROVED)


@tracked(exclude=["version"])
class Response(models.Model):
    """Tiếp thu, giải trình: a decision and its reason; equal points share one.

    ``resulting`` is the provision that changed: of the working copy of the next draft, or of an issued one, or, where a
    removal was asked for, the provision of the draft before that is no more. Working copies lose rows, so the key may
    point at nothing: what it was called stays in ``resulting_label``, and the truth check lists it.
    """

    workshop = models.ForeignKey(
        Workshop, on_delete=models.PROTECT, related_name="responses", verbose_name=_("hội thảo")
    )
    decision = models.CharField(_("quyết định"), max_length=10, choices=Decision, blank=True)
    reason = models.TextField(_("nội dung tiếp thu, giải trình"), blank=True)
    resulting = models.ForeignKey(
        Provision,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="responses",
        verbose_name=_("điều khoản đã sửa"),
    )
    resulting_label = models.CharField(max_length=300, blank=True, editable=False)
    state = models.CharField(
        _("tình trạng"),
        max_length=10,
        choices=ResponseState,
        default=ResponseState.DRAFTED,
        editable=False,
    )
    drafted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, editable=False, related_name="drafted_responses"
    )
    proposed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, editable=False, related_name="proposed_responses"
    )
    proposed_at = models.DateTimeField(_("trình lúc"), null=True, editable=False)
    approved_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, editable=False, related_name="approved_responses"
    )
    approved_at = models.DateTimeField(_("duyệt lúc"), null=True, editable=False)
    return_note = models.CharField(
        _("lý do trả lại, mở lại"), max_length=LONGEST_NOTE, blank=True, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = _("nội dung tiếp thu, giải trình")
        verbose_name_plural = _("nội dung tiếp thu, giải trình")
        permissions = [
            ("approve_response", _("Duyệt nội dung tiếp thu, giải trình")),
            ("close_synthesis", _("Khóa tổng hợp ý kiến")),
        ]
        indexes = [
            models.Index(fields=["workshop", "state"], name="response_by_state"),
            models.Index(fields=["resulting"], name="response_by_resulting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=_IS_READY,
                name="response_is_ready",
                violation_error_message=_(
                    "Tiếp thu phải nêu điều khoản đã sửa; tiếp thu một phần, giải trình, xin ý kiến phải có lý do."
                ),
            ),
            models.CheckConstraint(
                condition=Q(resulting__isnull=True, resulting_label="")
                | Q(resulting__isnull=False) & ~Q(resulting_label=""),
                name="response_resulting_is_named",
            ),
            models.CheckConstraint(
                condition=Q(state="drafted", proposed_by=None, proposed_at=None)
                | (~Q(state="drafted") & Q(proposed_by__isnull=False, proposed_at__isnull=False)),
                name="response_proposed_by_somebody",
            ),
            models.CheckConstraint(
                condition=(~Q(state="approved") & Q(approved_by=None, approved_at=None))
                | Q(state="approved", approved_by__isnull=False, approved_at__isnull=False),
                name="response_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="response_approved_by_another",
                violation_error_message=_("Người trình không tự duyệt: cần một người khác."),
            ),
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("reason"), LONGEST_REASON)), name="response_is_bounded"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="moves_by_the_table",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),  # type: ignore[no-untyped-call]
                func=f"""
                    IF (OLD.state, NEW.state) IN ({_forbidden_moves()}) THEN
                        RAISE EXCEPTION 'a response cannot go from % to %', OLD.state, NEW.state
                              USING ERRCODE = 'check_violation', CONSTRAINT = 'response_moves_by_the_table';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="begins_drafted",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__state__df="drafted"),
                func="""
                    RAISE EXCEPTION 'a response begins drafted'
                          USING ERRCODE = 'check_violation', CONSTRAINT = 'response_moves_by_the_table';
                """,
            ),
            pgtrigger.Protect(
                name="approved_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state="approved", new__state="approved"),
            ),
            pgtrigger.Protect(
                name="workshop_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__workshop_id__df=pgtrigger.F("new__workshop_id")),
            ),
            while_open("SELECT {row}.workshop_id"),
            counts_versions(),
            *lasting(),
        ]

    def __str__(self) -> str:
        return self.get_decision_display() or str(_("Chưa quyết định"))

    def get_absolute_url(self) -> str:
        """Return the page at the desk that shows it with all that it answers."""
        return reverse("points:response", args=[self.workshop.slug, self.pk])


@tracked()
class Answer(models.Model):
    """Ties one point to the response it is given, with words for its own committee and what that said in return."""

    point = models.OneToOneField(
        Point, on_delete=models.PROTECT, related_name="answer", verbose_name=_("ý kiến")
    )
    response = models.ForeignKey(
        Response, on_delete=models.PROTECT, related_name="answers", verbose_name=_("tiếp thu, giải trình")
    )
    former = models.ForeignKey(
        Response,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="left_by",
        verbose_name=_("trả lời riêng trước khi gộp"),
    )
    addendum = models.TextField(_("nội dung riêng cho cấp ủy này"), blank=True)
    reply = models.CharField(_("phản hồi của cấp ủy"), max_length=10, choices=Reply, blank=True)
    reply_note = models.TextField(_("nội dung phản hồi"), blank=True)
    replied_on = models.DateField(_("ngày phản hồi"), null=True, blank=True)

    class Meta:
        verbose_name = _("trả lời")
        verbose_name_plural = _("trả lời")
        constraints = [
            models.CheckConstraint(
                condition=Q(reply="", reply_note="", replied_on=None)
                | (~Q(reply="") & Q(replied_on__isnull=False)),
                name="answer_reply_is_whole",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="within_its_workshop",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("point_id", "response_id"),  # type: ignore[no-untyped-call]
                func=_SAME_WORKSHOP,
            ),
            pgtrigger.Trigger(
                name="stays_once_approved",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("point_id", "response_id", "addendum")  # type: ignore[no-untyped-call]
                | pgtrigger.Delete,
                declare=[("found", "text")],
                func=_SETTLED,
            ),
            while_open(
                "SELECT workshop_id FROM proceedings_response WHERE id = {row}.response_id",
                columns=("point_id", "response_id", "addendum"),
            ),
            never_truncated(),
        ]

    def __str__(self) -> str:
        return f"{self.point} – {self.response}"
