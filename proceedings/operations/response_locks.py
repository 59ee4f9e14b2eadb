"""What every write on responses asks first: they are locked in one order, open, and not approved."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Point, Response
from proceedings.operations.refusals import Refused, lock_unchanged
from proceedings.operations.synthesis_guard import refuse_closed
from proceedings.vocabulary import ResponseState


def lock_response(response: Response) -> Response:
    """Lock a response until the end of the transaction. Refuses a closed synthesis."""
    return lock_responses(response)[0]


def lock_responses(*responses: Response) -> list[Response]:
    """Lock responses and return them in the order given. Refuses a closed synthesis."""
    rows = {row.pk: row for row in lock_rows({response.pk for response in responses})}
    for workshop in {row.workshop_id for row in rows.values()}:
        refuse_closed(workshop)
    return [rows[response.pk] for response in responses]


def lock_rows(keys: Iterable[int]) -> list[Response]:
    """Lock responses by their keys, closed syntheses too, and return them by key."""
    # Always in this order: two editors who join each other's points wait for one another only once.
    return list(Response.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"))


def lock_unchanged_response(response: Response, version: int) -> Response:
    """Lock a response that was read at ``version``. Refuses another version and a closed synthesis."""
    theirs = lock_unchanged(response, version=version)
    refuse_closed(theirs.workshop_id)
    return theirs


def answer_of(point: Point) -> Answer | None:
    """Return the answer of a point, if it has one, with its response and the former one."""
    # No lock: who ties a point to a response holds its contribution, and locks responses before it writes.
    return Answer.objects.select_related("response", "former").filter(point=point).first()


def refuse_approved(*responses: Response) -> None:
    """Refuse what was approved: it is reopened first."""
    if any(response.state == ResponseState.APPROVED for response in responses):
        raise Refused(_("Nội dung này đã được duyệt. Mở lại và ghi lý do trước khi sửa."))


def let_look_again(*responses: Response) -> None:
    """Count up the version of those that wait for approval: who approves must see whom and what they answer now."""
    waiting = [row.pk for row in responses if row.state == ResponseState.PROPOSED]
    Response.objects.filter(pk__in=waiting).update(version=F("version"))
