"""What is said to the committee of one point alone, and what it says in return."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Point, User
from proceedings.models.responses import LONGEST_REASON
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, within_limit
from proceedings.operations.response_locks import (
    answer_of,
    let_look_again,
    lock_response,
    lock_rows,
    refuse_approved,
)
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.operations.words_screening import refuse_objected
from proceedings.text.cleaning import clean_text
from proceedings.vocabulary import Reply, ResponseState


@operation
def write_addendum(*, point: Point, addendum: str, actor: User, now: datetime.datetime) -> Answer:
    """Say something to the committee of one point alone, beside the response that it shares.

    Refuses a point without a response and an approved one.
    """
    lock_standing(point.contribution_id)
    answer = answer_of(point)
    if answer is None:
        raise Refused(_("Quyết định trước, rồi ghi nội dung riêng cho cấp ủy."), field="addendum")
    words = within_limit(lambda text: clean_text(text, limit=LONGEST_REASON), addendum, field="addendum")
    if words != answer.addendum:
        response = lock_response(answer.response)
        refuse_approved(response)
        refuse_objected(words)
        answer.addendum = words
        answer.save(update_fields=["addendum"])
        let_look_again(response)
    return answer


@operation
def record_reply(
    *,
    point: Point,
    reply: Reply | str,
    note: str = "",
    on: datetime.date | None,
    actor: User,
    now: datetime.datetime,
) -> Answer:
    """Record what a committee said of its answer; with no reply it is taken back. Also once the synthesis is closed.

    Refuses a point whose response was not approved, a day that is missing or still to come.
    """
    answer = answer_of(point)
    if answer is None or lock_rows([answer.response_id])[0].state != ResponseState.APPROVED:
        raise Refused(_("Chỉ ghi phản hồi khi nội dung trả lời đã được duyệt."), field="reply")
    if reply and (on is None or on > timezone.localdate(now)):
        raise Refused(_("Ghi ngày phản hồi, không sau hôm nay."), field="replied_on")
    answer.reply = reply
    answer.reply_note = within_limit(clean_text, note, field="reply_note") if reply else ""
    refuse_objected(answer.reply_note)
    answer.replied_on = on if reply else None
    checked(answer)
    answer.save(update_fields=["reply", "reply_note", "replied_on"])
    return answer
