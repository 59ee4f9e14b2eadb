"""Writes of the answering screen: all that stands on the page of one point, and groups that two people see."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Point, Response, User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Conflict, Refused
from proceedings.operations.replies import write_addendum
from proceedings.operations.responses import Decided, ResponseConflict, respond, save_response
from proceedings.operations.shared_responses import join_response, take_out
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.queries.history import last_act

#: No response was ever at this version.
UNREAD = 0


@dataclass(frozen=True, slots=True)
class Read:
    """What a person had before them when they began to write: the response and its version, and the addendum."""

    response: int = 0
    version: int = UNREAD
    addendum: str = ""


class AnswerConflict(Conflict):
    """Somebody else wrote the answer since it was read: both decisions, both addenda, both names; nothing was saved."""

    def __init__(self, *, theirs: Answer, yours: Decided, addendum: str, actor: User) -> None:
        super().__init__(theirs=theirs)
        self.response, self.their_addendum = theirs.response, theirs.addendum
        self.yours, self.your_addendum, self.yours_by = yours, addendum, str(actor)
        self.theirs_by, self.theirs_at = _last_hand(theirs)


@operation
def answer_point(
    *,
    point: Point,
    decided: Decided,
    addendum: str = "",
    read: Read,
    propose: bool = False,
    actor: User,
    now: datetime.datetime,
) -> Answer:
    """Save the decision on a point and the words for its committee alone; with ``propose`` it waits for approval.

    A shared response changes for all that it answers. The same sent again changes nothing (law 10). Refuses
    (:class:`AnswerConflict`) what somebody else wrote, joined or took out since it was read, and what
    :func:`~proceedings.operations.responses.respond` and ``save_response`` refuse.
    """
    lock_standing(point.contribution_id)
    told: dict[str, Any] = {"decided": decided, "propose": propose, "actor": actor, "now": now}
    answer = _answer_of(point)
    if answer is None:
        respond(points=[point], **told)
    else:
        is_same = answer.response_id == read.response
        try:
            save_response(response=answer.response, version=read.version if is_same else UNREAD, **told)
        except ResponseConflict as conflict:
            raise AnswerConflict(theirs=answer, yours=decided, addendum=addendum, actor=actor) from conflict
    return _add(point, addendum, read.addendum, decided, actor=actor, now=now)


@operation
def share_answer(
    *,
    point: Point,
    other: Point,
    seen: tuple[int, int] = (0, 0),
    decided: Decided | None = None,
    actor: User,
    now: datetime.datetime,
) -> Response:
    """Let two points have one response: the first one's, else the other's, else a new one with ``decided``.

    ``seen`` are the keys of the responses that the two had when they were read, 0 for none. What shares a response
    already stays. Refuses what somebody else joined or took out meanwhile, and what ``join_response`` refuses.
    """
    for key in sorted({point.contribution_id, other.contribution_id}):
        lock_standing(key)
    mine, theirs = _answer_of(point), _answer_of(other)
    if mine and theirs and mine.response_id == theirs.response_id:
        return mine.response
    _refuse_moved(mine, seen[0])
    _refuse_moved(theirs, seen[1])
    if mine:
        return join_response(point=other, response=mine.response, actor=actor, now=now).response
    if theirs:
        return join_response(point=point, response=theirs.response, actor=actor, now=now).response
    return respond(points=[point, other], decided=decided or Decided(), actor=actor, now=now)


@operation
def leave_group(*, point: Point, seen: int, actor: User, now: datetime.datetime) -> Response:
    """Take a point out of the response that it shared when it was read; refuses one that moved meanwhile."""
    lock_standing(point.contribution_id)
    answer = _answer_of(point)
    if answer is not None:
        _refuse_moved(answer, seen)
    return take_out(point=point, actor=actor, now=now)


def _add(
    point: Point, addendum: str, read: str, decided: Decided, *, actor: User, now: datetime.datetime
) -> Answer:
    answer = Answer.objects.select_related("response").get(point=point)
    if addendum.strip() == read.strip():
        return answer
    if answer.addendum not in (read.strip(), addendum.strip()):
        raise AnswerConflict(theirs=answer, yours=decided, addendum=addendum, actor=actor)
    return write_addendum(point=point, addendum=addendum, actor=actor, now=now)


def _answer_of(point: Point) -> Answer | None:
    rows = Answer.objects.select_for_update(of=("self",)).select_related("response")
    return rows.filter(point=point).first()


def _refuse_moved(answer: Answer | None, seen: int) -> None:
    if (answer.response_id if answer else 0) == seen:
        return
    act = last_act(answer) if answer else None
    raise Refused(
        _(
            "%(who)s vừa gộp, gỡ hoặc trả lời ý kiến này nên chưa làm gì thêm. "
            "Xem nhóm hiện tại dưới đây rồi quyết định."
        ),
        who=act.actor if act else str(_("Người khác")),
    )


def _last_hand(answer: Answer) -> tuple[str, datetime.datetime | None]:
    """Who wrote last, in the response or in what is said beside it."""
    acts = [act for row in (answer.response, answer) if (act := last_act(row))]
    last = max(acts, key=lambda act: act.at, default=None)
    return (last.actor, last.at) if last else ("", None)
