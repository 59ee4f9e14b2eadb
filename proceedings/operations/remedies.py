"""What mends a finding of the truth check in one act, where a person chose what the record suggests."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.utils.translation import gettext as _

from proceedings.models import Contribution, Point, Provision, Response, User
from proceedings.models.responses import LONGEST_NOTE
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.response_locks import answer_of, lock_responses, lock_unchanged_response
from proceedings.operations.responses import Decided, propose_response, reopen_response, save_response
from proceedings.operations.shared_responses import join_response
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.queries.draft_citations import cite_row
from proceedings.vocabulary import ResponseState


@operation
def name_what_changed(
    *, response: Response, resulting: Provision, version: int, actor: User, now: datetime.datetime
) -> Response:
    """Let a response that was read at ``version`` name the provision that really changed; return it as saved.

    What was approved is opened again with this as the reason, and waits for approval anew, proposed by who did it.
    Refuses a response that somebody changed meanwhile, a closed synthesis, and what ``save_response`` refuses.
    """
    theirs = lock_unchanged_response(response, version)
    reason = f"Nêu lại điều khoản đã sửa: {cite_row(resulting)} thay cho {theirs.resulting_label}."
    was_approved = _open(theirs, reason, actor, now)
    theirs.refresh_from_db()
    return save_response(
        response=theirs,
        decided=Decided(theirs.decision, theirs.reason, resulting),
        propose=was_approved,
        version=theirs.version,
        actor=actor,
        now=now,
    )


@operation
def decide_alike(
    *,
    response: Response,
    points: Mapping[int, int],
    versions: Mapping[int, int],
    actor: User,
    now: datetime.datetime,
) -> Response:
    """Let equal points that were decided differently have one response; return it.

    ``points`` maps the points that move to the responses they had when they were read, ``versions`` each response that
    is written to its version then. What was approved is opened again and waits for approval anew; what a point had is
    kept for taking it out. Refuses what somebody changed, joined or took out meanwhile, and a closed synthesis.
    """
    moving = list(Point.objects.filter(pk__in=points).order_by("contribution__number", "start"))
    for key in sorted({point.contribution_id for point in moving}):
        lock_standing(key)
    written = lock_responses(*Response.objects.filter(pk__in={response.pk, *versions}).order_by("pk"))
    answers = {point.pk: answer_of(point) for point in moving}
    had = {key: answer.response_id if answer else 0 for key, answer in answers.items()}
    if had != dict(points) or any(row.version != versions.get(row.pk) for row in written):
        raise Refused(
            _("Các ý kiến này vừa được người khác sửa nên chưa làm gì. Xem lại danh sách hiện tại.")
        )
    numbers = ", ".join(
        str(number)
        for number in Contribution.objects.filter(points__in=moving)
        .order_by("number")
        .values_list("number", flat=True)
        .distinct()
    )
    reason = f"Thống nhất quyết định cho các ý kiến giống nhau của văn bản số {numbers}."
    opened = [row for row in written if _open(row, reason, actor, now)]
    for point in moving:
        join_response(point=point, response=response, actor=actor, now=now)
    for row in opened:
        row.refresh_from_db()
        if row.pk == response.pk or row.answers.exists():
            propose_response(response=row, version=row.version, actor=actor, now=now)
    return Response.objects.get(pk=response.pk)


def _open(response: Response, reason: str, actor: User, now: datetime.datetime) -> bool:
    """Open an approved response again; tell whether it was one."""
    if response.state != ResponseState.APPROVED:
        return False
    reopen_response(
        response=response, reason=reason[:LONGEST_NOTE], version=response.version, actor=actor, now=now
    )
    return True
