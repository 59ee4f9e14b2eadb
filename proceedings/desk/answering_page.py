"""The answering screen as its template takes it: the point, the decision, the provision, and what is alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from proceedings.desk.answering_provision import provision_context
from proceedings.desk.answering_sent import Sent, fingerprint, label_of, shown_resulting
from proceedings.desk.gate import MEND
from proceedings.desk.marked import Words, words_of
from proceedings.desk.point_gate import ANSWER, APPROVE, REPLY
from proceedings.desk.queue_query import read_asked
from proceedings.models import Point, Response, User
from proceedings.operations.answers import AnswerConflict
from proceedings.operations.draft_rewriting import UnitConflict
from proceedings.operations.refusals import Refused
from proceedings.queries.answering import Beside, response_of
from proceedings.queries.next_points import next_points
from proceedings.queries.reason_snippets import snippets_of
from proceedings.queries.response_versions import versions_of
from proceedings.queries.similar_points import SimilarPoint, points_sharing, similar_points
from proceedings.text.likeness import Level
from proceedings.text.redline import compare_words
from proceedings.vocabulary import CHANGING, REASONED, Decision, Reply, ResponseState

#: Characters around a quote that are shown at most; the document is one key away.
AROUND: Final = 900
FIELDS: Final = frozenset({"decision", "reason", "resulting", "addendum"})


@dataclass(frozen=True, slots=True)
class Alike:
    """A similar point as it is shown: its passages and those of the point at hand, with what they share marked."""

    number: int
    similar: SimilarPoint
    words: Words
    own: Words

    @property
    def percent(self) -> int:
        """The score in per cent."""
        return round(self.similar.score * 100)

    @property
    def is_equal(self) -> bool:
        """Tell whether one answer does for both."""
        return self.similar.level is Level.EQUAL


def show(
    request: HttpRequest,
    point: Point,
    *,
    sent: Sent | None = None,
    refusal: Refused | None = None,
    conflict: AnswerConflict | UnitConflict | None = None,
    notice: str = "",
    reply: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw the screen of a point; what was sent stays in its fields."""
    response = response_of(point)
    beside = Beside(point, response.resulting if response else None)
    queue = sent.queue if sent else request.GET.get("queue", "")
    before, after = neighbours(request, point, queue)
    context: dict[str, Any] = {
        "workshop": point.contribution.workshop,
        "point": point,
        "queue": queue,
        "answer": getattr(point, "answer", None),
        "response": response,
        "around": _around(point),
        "notice": notice,
        "replies": Reply.choices,
        "reply": reply or _reply(point),
        "is_reply_typed": reply is not None,
        "previous": point_url(point, before, queue),
        "next": point_url(point, after, queue),
        "alike": _alike(point),
        "sharing": points_sharing(response.pk if response else None, but=point.pk),
        "versions": versions_of(response) if response else (),
        "snippets": snippets_of(point.contribution.workshop),
        "is_closed": _is_closed(point),
        **_rights(request, response, is_open=not _is_closed(point)),
        **_form_context(beside, point, response, sent, conflict, refusal),
        **provision_context(beside, sent, conflict if isinstance(conflict, UnitConflict) else None),
    }
    return render(request, "desk/answer.html", context, status=status)


def neighbours(request: HttpRequest, point: Point, queue: str) -> tuple[int | None, int | None]:
    """Return the keys of the points before and after one, in the queue whose query is carried along."""
    asked = read_asked(QueryDict(queue).dict()) if queue else None
    user = cast("User", request.user)
    return next_points(point.contribution.workshop, asked, point, user=user, today=timezone.localdate())


def point_url(point: Point, key: int | None, queue: str) -> str:
    """Return the address of a point of the same workshop with the queue carried along, "" for none."""
    if key is None:
        return ""
    query = {"queue": queue} if queue else None
    return reverse("points:point", args=[point.contribution.workshop.slug, key], query=query)


def _is_closed(point: Point) -> bool:
    return bool(getattr(point, "is_closed", False))


def _rights(request: HttpRequest, response: Response | None, *, is_open: bool) -> dict[str, bool]:
    """Return what the person may do; of a closed synthesis only replies are still recorded."""
    user = request.user
    state = response.state if response else ""
    is_second = is_open and bool(response) and user.has_perm(APPROVE)
    return {
        "may_answer": is_open and user.has_perm(ANSWER),
        "may_write": is_open and user.has_perm(ANSWER) and state != ResponseState.APPROVED,
        "may_mend": user.has_perm(MEND),
        "may_reply": user.has_perm(REPLY) and state == ResponseState.APPROVED,
        "may_send_back": is_second and state == ResponseState.PROPOSED,
        "may_approve": is_second
        and state == ResponseState.PROPOSED
        and response is not None
        and response.proposed_by_id != user.pk,
        "may_reopen": is_second and state == ResponseState.APPROVED,
    }


def _form_context(
    beside: Beside,
    point: Point,
    response: Response | None,
    sent: Sent | None,
    conflict: AnswerConflict | UnitConflict | None,
    refusal: Refused | None,
) -> dict[str, Any]:
    """The fields: as saved, or as typed; after a conflict they have been read anew."""
    addendum = point.answer.addendum if response else ""
    saved = Sent(
        decision=response.decision if response else "",
        reason=response.reason if response else "",
        resulting=shown_resulting(beside, response),
        addendum=addendum,
        read_addendum=addendum,
        response=response.pk if response else 0,
        version=response.version if response else 0,
    )
    is_saved = sent is None or sent.is_answer_saved
    is_read_anew = is_saved or isinstance(conflict, AnswerConflict)
    choices = list(beside.choices())
    heir = next((label_of(choice) for choice in choices if choice.pk == beside.heir), "")
    place = refusal.field if refusal and refusal.field in FIELDS else ""
    return {
        "is_unsaved": sent is not None and (sent.has_words_left or sent.has_unit_left),
        "typed": saved if is_saved else sent,
        "read": saved if is_read_anew else sent,
        "answer_print": fingerprint(saved.decision, saved.reason, saved.resulting, saved.addendum),
        "choices": [label_of(choice) for choice in choices],
        "heir": heir,
        "decisions": [
            {"key": number, "value": decision.value, "label": decision.label,
             "names": decision in CHANGING, "explains": decision in REASONED}
            for number, decision in enumerate(Decision, start=1)
        ],
        "errors": {place: str(refusal)} if place else {},
        "refusal": str(refusal) if refusal and not place else "",
        "conflict": _conflict(conflict, saved) if isinstance(conflict, AnswerConflict) else None,
    }  # fmt: skip


def _conflict(conflict: AnswerConflict, saved: Sent) -> dict[str, Any]:
    return {
        "by": conflict.theirs_by,
        "at": conflict.theirs_at,
        "you": conflict.yours_by,
        "their_decision": conflict.response.get_decision_display(),
        "your_decision": Decision(conflict.yours.decision).label if conflict.yours.decision else "",
        "their_reason": conflict.response.reason,
        "their_place": saved.resulting,
        "your_place": str(conflict.yours.resulting or ""),
        "words": words_of(compare_words(conflict.response.reason, conflict.yours.reason)),
        "addenda": words_of(compare_words(conflict.their_addendum, conflict.your_addendum)),
        "is_addendum_other": conflict.their_addendum.strip() != conflict.your_addendum.strip(),
    }


def _reply(point: Point) -> dict[str, str]:
    answer = getattr(point, "answer", None)
    on = answer.replied_on if answer else None
    return {
        "reply": answer.reply if answer else "",
        "reply_note": answer.reply_note if answer else "",
        "replied_on": on.isoformat() if on else "",
    }


def _around(point: Point) -> dict[str, str]:
    """The quote with what stands before and after it in its paragraphs."""
    text = point.contribution.text
    start = text.rfind("\n", 0, point.start) + 1
    end = text.find("\n", point.end)
    before, after = text[start : point.start], text[point.end : end if end >= 0 else len(text)]
    return {
        "before": before if len(before) <= AROUND else f"…{before[-AROUND:]}",
        "after": after if len(after) <= AROUND else f"{after[:AROUND]}…",
    }


def _alike(point: Point) -> list[Alike]:
    return [
        Alike(
            number,
            similar,
            _shared(similar.point.quote, [(passage.start_b, passage.end_b) for passage in similar.shared]),
            _shared(point.quote, [(passage.start_a, passage.end_a) for passage in similar.shared]),
        )
        for number, similar in enumerate(similar_points(point), start=1)
    ]


def _shared(text: str, spans: list[tuple[int, int]]) -> Words:
    """A text as pairs of whether it is shared and the words."""
    at, parts = 0, []
    for start, end in sorted(spans):
        parts += [("", text[at:start]), ("shared", text[max(start, at) : end])]
        at = max(at, end)
    return tuple((op, words) for op, words in (*parts, ("", text[at:])) if words)
