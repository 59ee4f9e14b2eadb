"""Writes on many responses at once: approved together after a preview, and taken back together for a day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from proceedings.models import ApprovalBatch, Response, User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.responses import refuse_unapprovable
from proceedings.operations.synthesis_guard import refuse_closed
from proceedings.vocabulary import ResponseState

#: How long a batch can be taken back.
UNDONE_WITHIN = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why one response of a batch cannot be approved, in words fit to show."""

    response: Response
    why: str


class BatchRefused(Refused):
    """Some responses of a batch cannot be approved, so none was; ``obstacles`` names each with its reason."""

    def __init__(self, obstacles: list[Obstacle], *, asked: int) -> None:
        super().__init__(
            _(
                "Chưa duyệt nội dung nào: %(count)s trong %(asked)s nội dung không duyệt được. "
                "Xem lý do từng nội dung bên dưới, bỏ chọn chúng rồi duyệt các nội dung còn lại."
            ),
            count=len(obstacles),
            asked=asked,
        )
        self.obstacles = obstacles


@operation
def approve_batch(
    *, workshop: Workshop, versions: Mapping[int, int], actor: User, now: datetime.datetime
) -> ApprovalBatch:
    """Approve responses together, each as it was read (key → version): all of them or none.

    Refuses a closed synthesis, an empty batch, and (:class:`BatchRefused`) a batch in which any response is gone or
    changed since, does not wait for approval, or was proposed by the same person.
    """
    refuse_closed(workshop)
    if not versions:
        raise Refused(_("Chưa chọn nội dung nào để duyệt."))
    rows = Response.objects.select_for_update(of=("self",)).filter(workshop=workshop, pk__in=versions)
    rows = rows.prefetch_related("answers")  # asked of each: without it a batch of 500 asks 500 times
    responses = list(rows.order_by("pk"))
    if obstacles := list_obstacles(responses, versions, actor):
        raise BatchRefused(obstacles, asked=len(versions))
    if len(responses) != len(versions):
        raise Refused(_("Có nội dung không còn nữa. Tải lại trang rồi chọn lại."))
    Response.objects.filter(pk__in=versions).update(
        state=ResponseState.APPROVED, approved_by=actor, approved_at=now, return_note=""
    )
    approved = dict(Response.objects.filter(pk__in=versions).values_list("pk", "version"))
    return ApprovalBatch.objects.create(
        workshop=workshop,
        actor=actor,
        at=now,
        versions={str(key): approved[key] for key in sorted(approved)},
    )


def list_obstacles(responses: list[Response], versions: Mapping[int, int], actor: User) -> list[Obstacle]:
    """Return why responses that were read at ``versions`` cannot be approved by a person; nothing where all can."""
    found = []
    for response in responses:
        if response.version != versions[response.pk]:
            found.append(
                Obstacle(response, str(_("Đã được sửa sau khi đồng chí mở danh sách. Xem lại rồi duyệt.")))
            )
            continue
        try:
            refuse_unapprovable(response, actor)
        except Refused as refusal:
            found.append(Obstacle(response, str(refusal)))
    return found


@operation
def undo_batch(*, batch: ApprovalBatch, actor: User, now: datetime.datetime) -> tuple[int, list[Response]]:
    """Let the responses of a batch wait for approval again; return how many, and those changed since, left as they are.

    Refuses a batch that was taken back before or is older than a day, and a closed synthesis.
    """
    locked = ApprovalBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    refuse_closed(locked.workshop_id)
    if locked.undone_at is not None:
        raise Refused(_("Đợt duyệt này đã được hoàn tác."))
    if now - locked.at > UNDONE_WITHIN:
        raise Refused(
            _("Đợt duyệt đã quá một ngày nên không hoàn tác cả đợt được. Mở lại từng nội dung cần sửa.")
        )
    versions = {int(key): version for key, version in locked.versions.items()}
    rows = Response.objects.select_for_update(of=("self",)).filter(pk__in=versions).order_by("pk")
    responses = list(rows)
    unchanged = [row.pk for row in responses if row.version == versions[row.pk]]
    Response.objects.filter(pk__in=unchanged).update(
        state=ResponseState.PROPOSED, approved_by=None, approved_at=None
    )
    locked.undone_by, locked.undone_at = actor, now
    locked.save(update_fields=["undone_by", "undone_at"])
    return len(unchanged), [row for row in responses if row.version != versions[row.pk]]
