"""Writes on responses: decide, propose, approve, send back, reopen."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Point, Provision, Response, User, Workshop
from proceedings.models.responses import LONGEST_REASON
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Conflict, Refused, checked, within_limit
from proceedings.operations.response_locks import lock_response, lock_unchanged_response, refuse_approved
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.operations.words_screening import refuse_objected
from proceedings.queries.draft_citations import cite_row
from proceedings.queries.history import last_act
from proceedings.text.cleaning import clean_line, clean_text
from proceedings.vocabulary import (
    CHANGING,
    REASONED,
    RESPONSE_MOVES,
    Decision,
    ResponseState,
    may_move,
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What an editor decides: the decision, why, and the provision that changed by it."""

    decision: Decision | str = ""
    reason: str = ""
    resulting: Provision | None = None


class ResponseConflict(Conflict):
    """Two people wrote one response. ``yours`` is what was not saved, ``theirs`` the row as saved, both with a name."""

    theirs: Response

    def __init__(self, *, theirs: Response, yours: Decided, actor: User) -> None:
        super().__init__(theirs=theirs)
        act = last_act(theirs)
        self.yours, self.yours_by = yours, str(actor)
        self.theirs_by = act.actor if act else ""
        self.theirs_at = act.at if act else None


@operation
def respond(
    *,
    points: Iterable[Point],
    decided: Decided,
    propose: bool = False,
    actor: User,
    now: datetime.datetime,
) -> Response:
    """Give one new response to points that have none; with ``propose`` it waits for approval at once.

    Sent again for the same points with the same words, the response that is there is returned (law 10), and waits for
    approval where that is asked for now. Refuses no points, points of several workshops or with a response, a closed
    synthesis, a provision of another workshop, words that may not be kept, and, when proposing, what
    :func:`propose_response` refuses.
    """
    locked = _lock_points(points)
    workshop = _only_workshop(locked)
    response = Response(workshop=workshop, drafted_by=actor)
    _tell(response, decided)
    if (known := _known(locked, response)) is not None:
        waits = propose and known.state == ResponseState.DRAFTED
        return _propose(known, actor, now) if waits else known
    for point in locked:
        if answer := Answer.objects.filter(point=point).select_related("point").first():
            raise Refused(
                _("Ý kiến “%(point)s” đã có nội dung tiếp thu, giải trình. Tải lại trang để xem."),
                point=answer.point.summary,
            )
    checked(response)
    response.save(force_insert=True)
    Answer.objects.bulk_create(Answer(point=point, response=response) for point in locked)
    return _propose(response, actor, now) if propose else response


@operation
def save_response(
    *,
    response: Response,
    decided: Decided,
    propose: bool = False,
    version: int,
    actor: User,
    now: datetime.datetime,
) -> Response:
    """Save what a response that was read at ``version`` says; with ``propose`` it waits for approval.

    A response that waits already goes on waiting, proposed by who changed it. The same words once more are no
    conflict. Refuses (:class:`ResponseConflict`) what somebody else wrote meanwhile, an approved response (reopen it
    first), and what :func:`respond` refuses.
    """
    theirs = lock_response(response)
    before = _said(theirs)
    _tell(theirs, decided)
    is_same = _said(theirs) == before
    if is_same and not (propose and theirs.state == ResponseState.DRAFTED):
        return theirs
    if theirs.version != version and not is_same:
        raise ResponseConflict(theirs=lock_response(response), yours=decided, actor=actor)
    refuse_approved(theirs)
    if theirs.state == ResponseState.PROPOSED:
        _refuse_unready(theirs)
        theirs.proposed_by, theirs.proposed_at = actor, now
    checked(theirs)
    theirs.save(
        update_fields=[
            "decision", "reason", "resulting", "resulting_label", "proposed_by", "proposed_at",
        ]
    )  # fmt: skip
    theirs.refresh_from_db(fields=["version"])
    return _propose(theirs, actor, now) if propose and theirs.state == ResponseState.DRAFTED else theirs


@operation
def propose_response(*, response: Response, version: int, actor: User, now: datetime.datetime) -> Response:
    """Hand a response in for approval.

    Refuses one without a decision; "adopted" without the provision that changed; "explained" and "referred" without a
    reason; "partly" without either (law 8); and one that somebody changed meanwhile.
    """
    theirs = lock_unchanged_response(response, version)
    return _propose(theirs, actor, now)


@operation
def approve_response(*, response: Response, version: int, actor: User, now: datetime.datetime) -> Response:
    """Approve a response that was read at ``version``.

    Refuses one that does not wait for approval, one that the same person proposed, and (:class:`Conflict`) one that was
    changed since it was read: what is approved is what was seen.
    """
    theirs = lock_unchanged_response(response, version)
    refuse_unapprovable(theirs, actor)
    theirs.state, theirs.approved_by, theirs.approved_at = ResponseState.APPROVED, actor, now
    theirs.return_note = ""
    theirs.save(update_fields=["state", "approved_by", "approved_at", "return_note"])
    theirs.refresh_from_db(fields=["version"])
    return theirs


@operation
def send_back(
    *, response: Response, note: str, version: int, actor: User, now: datetime.datetime
) -> Response:
    """Give a response that waits for approval back to its editor with a note.

    Refuses an empty note and any other state.
    """
    return _take_back(response, note, version, ResponseState.PROPOSED)


@operation
def reopen_response(
    *, response: Response, reason: str, version: int, actor: User, now: datetime.datetime
) -> Response:
    """Open an approved response again, with a reason that stays in its history. Refuses an empty reason."""
    return _take_back(response, reason, version, ResponseState.APPROVED)


def refuse_unapprovable(response: Response, actor: User) -> None:
    """Refuse to approve what does not wait for it, what answers nothing, and what the same person proposed."""
    if response.state != ResponseState.PROPOSED:
        raise Refused(
            _("Nội dung này không ở trạng thái chờ duyệt (%(state)s)."),
            state=response.get_state_display().lower(),
        )
    if response.proposed_by_id == actor.pk:
        raise Refused(_("Đồng chí là người trình nội dung này nên cần một người khác duyệt."))
    if not response.answers.exists():
        raise Refused(_("Nội dung này không còn trả lời ý kiến nào nên không duyệt được."))


def _propose(response: Response, actor: User, now: datetime.datetime) -> Response:
    refuse_approved(response)  # the table lets an approval be taken back to here, which is another act
    _refuse_move(response, ResponseState.PROPOSED)
    _refuse_unready(response)
    response.state, response.proposed_by, response.proposed_at = ResponseState.PROPOSED, actor, now
    response.return_note = ""
    response.save(update_fields=["state", "proposed_by", "proposed_at", "return_note"])
    response.refresh_from_db(fields=["version"])
    return response


def _refuse_unready(response: Response) -> None:
    if not response.decision:
        raise Refused(_("Chọn quyết định trước khi trình."), field="decision")
    if response.decision in CHANGING and response.resulting_id is None:
        raise Refused(
            _("Đã tiếp thu thì phải nêu điều khoản đã sửa trong dự thảo tiếp theo. Chọn điều khoản."),
            field="resulting",
        )
    if response.decision in REASONED and not response.reason:
        raise Refused(
            _("“%(decision)s” phải có lý do: cấp ủy góp ý sẽ đọc lý do này."),
            field="reason",
            decision=response.get_decision_display(),
        )


def _take_back(response: Response, note: str, version: int, state: ResponseState) -> Response:
    words = within_limit(clean_line, note, field="note")
    if not words:
        raise Refused(_("Ghi lý do: người soạn cần biết phải sửa gì."), field="note")
    theirs = lock_unchanged_response(response, version)
    if theirs.state != state:
        raise Refused(
            _("Nội dung này đang ở trạng thái “%(state)s”. Tải lại trang để xem."),
            state=theirs.get_state_display(),
        )
    theirs.state, theirs.return_note = ResponseState.DRAFTED, words
    theirs.proposed_by = theirs.proposed_at = theirs.approved_by = theirs.approved_at = None
    theirs.save(
        update_fields=[
            "state", "return_note", "proposed_by", "proposed_at", "approved_by", "approved_at",
        ]
    )  # fmt: skip
    theirs.refresh_from_db(fields=["version"])
    return theirs


def _tell(response: Response, decided: Decided) -> None:
    response.decision = decided.decision
    response.reason = within_limit(
        lambda text: clean_text(text, limit=LONGEST_REASON), decided.reason, field="reason"
    )
    refuse_objected(response.reason)
    provision = decided.resulting
    if provision is not None and provision.draft.consulted_text.workshop_id != response.workshop_id:
        raise Refused(
            _("“%(place)s” không thuộc dự thảo của hội thảo này. Chọn lại điều khoản."),
            field="resulting",
            place=str(provision),
        )
    if provision is None or provision.pk != response.resulting_id:
        response.resulting = provision
        response.resulting_label = cite_row(provision)[:300] if provision else ""


def _said(response: Response) -> tuple[str, str, int | None]:
    return response.decision, response.reason, response.resulting_id


def _lock_points(points: Iterable[Point]) -> list[Point]:
    contributions = {point.pk: point.contribution_id for point in points}
    if not contributions:
        raise Refused(_("Chưa chọn ý kiến nào."))
    for key in sorted(set(contributions.values())):  # before the points, as all that writes points does
        lock_standing(key)
    rows = Point.objects.select_for_update(of=("self",)).filter(pk__in=contributions)
    locked = list(rows.select_related("contribution").order_by("pk"))
    if len(locked) != len(contributions):
        raise Refused(_("Ý kiến vừa được người khác bỏ. Tải lại trang để xem bản hiện tại."))
    return locked


def _only_workshop(points: list[Point]) -> Workshop:
    workshops = {point.contribution.workshop_id for point in points}
    if len(workshops) != 1:
        raise Refused(_("Các ý kiến thuộc nhiều hội thảo khác nhau. Chọn ý kiến của một hội thảo."))
    return points[0].contribution.workshop


def _known(points: list[Point], response: Response) -> Response | None:
    answers = Answer.objects.filter(point__in=points).select_related("response")
    found = {answer.response for answer in answers}
    if len(found) != 1 or len(answers) != len(points):
        return None
    known = lock_response(found.pop())
    return known if _said(known) == _said(response) else None


def _refuse_move(response: Response, state: ResponseState) -> None:
    if not may_move(RESPONSE_MOVES, ResponseState(response.state), state):
        raise Refused(
            _("Không chuyển được từ “%(before)s” sang “%(after)s”."),
            before=response.get_state_display(),
            after=state.label,
        )
