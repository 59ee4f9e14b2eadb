"""Which points a response answers: a point joins the response of others, leaves it, or is without one again."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Point, Response, User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.response_locks import (
    answer_of,
    let_look_again,
    lock_response,
    lock_responses,
    refuse_approved,
)
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.vocabulary import ResponseState


@operation
def join_response(*, point: Point, response: Response, actor: User, now: datetime.datetime) -> Answer:
    """Let a point be answered by a response that answers others; what it had on its own is kept for taking it out.

    A second time changes nothing. A response that waits for approval must be looked at anew by who approves it.
    Refuses an approved response on either side, a point of another workshop, and a document that does not stand.
    """
    contribution = lock_standing(point.contribution_id)
    answer = answer_of(point)
    target, *left = lock_responses(response, *([answer.response] if answer else []))
    if target.workshop_id != contribution.workshop_id:
        raise Refused(_("Nội dung tiếp thu, giải trình này thuộc hội thảo khác."))
    if answer and answer.response_id == target.pk:
        return answer
    refuse_approved(target, *left)
    if answer is None:
        answer = Answer.objects.create(point=point, response=target)
    else:
        answer.former, answer.response = left[0], target
        answer.save(update_fields=["former", "response"])
    let_look_again(target, *left)
    return answer


@operation
def take_out(*, point: Point, actor: User, now: datetime.datetime) -> Response:
    """Take a point out of the response that it shares; return its own.

    It gets back what it had before it was joined; where others are answered by that now, or it was approved for them,
    a copy of it; where it had nothing, a copy of the shared words, drafted. Nothing is lost. Alone in its response, it
    stays. Refuses a point without a response, and an approved one.
    """
    lock_standing(point.contribution_id)
    answer = answer_of(point)
    if answer is None:
        raise Refused(_("Ý kiến này chưa có nội dung tiếp thu, giải trình."))
    shared, *former = lock_responses(answer.response, *([answer.former] if answer.former else []))
    refuse_approved(shared)
    if shared.answers.count() == 1:
        return shared
    own = former[0] if former and _is_free(former[0]) else copy_response(*(former or [shared]), actor=actor)
    answer.response, answer.former = own, None
    answer.save(update_fields=["response", "former"])
    let_look_again(shared, own)
    return own


@operation
def unanswer(*, point: Point, actor: User, now: datetime.datetime) -> None:
    """Let a point be without a response again. Refuses an approved one; the words stay in the history."""
    lock_standing(point.contribution_id)
    if (answer := answer_of(point)) is not None:
        response = lock_response(answer.response)
        refuse_approved(response)
        answer.delete()
        let_look_again(response)


def copy_response(response: Response, *, actor: User) -> Response:
    """Return a response of its own that says the same, drafted by a person. For other operations."""
    return Response.objects.create(
        workshop_id=response.workshop_id,
        decision=response.decision,
        reason=response.reason,
        resulting_id=response.resulting_id,
        resulting_label=response.resulting_label,
        drafted_by=actor,
    )


def _is_free(response: Response) -> bool:
    return response.state != ResponseState.APPROVED and not response.answers.exists()
