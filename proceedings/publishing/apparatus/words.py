"""What things are called on a page: filters, states of committees, committees of one name."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext as _

from proceedings.queries.committees import Body, Share
from proceedings.vocabulary import ParticipationState, TaskState, WorkshopStage

#: Word and shape of an answer; the shape is the chip's kind.
ANSWERS = {
    ParticipationState.ANSWERED: "done",
    ParticipationState.NO_OPINION: "noted",
    ParticipationState.NO_REPLY: "late",
    ParticipationState.INVITED: "progress",
    ParticipationState.NOT_SENT: "ahead",
}
TASKS = {
    TaskState.DONE: "done",
    TaskState.IN_PROGRESS: "progress",
    TaskState.TO_DO: "ahead",
    TaskState.STOPPED: "void",
}


def facet_name(name: str) -> str:
    """Return what a filter is called."""
    return {"theme": _("Nhóm vấn đề"), "form": _("Hình thức"), "body": _("Chủ thể")}[name]


def choice_label(label: Any) -> str:
    """Return what a choice of a filter is called: a member of a closed list, a word of ours, or text as it stands."""
    ours = {"all": _("Tất cả"), "live": _("Tham luận trực tiếp")}
    return str(getattr(label, "label", None) or ours.get(label, label))


def day(value: datetime.date | str | None) -> str:
    """Write a date as people do: 07/09/2021. Also takes ISO text; empty where there is none."""
    if not value:
        return ""
    date = datetime.date.fromisoformat(value) if isinstance(value, str) else value
    return f"{date:%d/%m/%Y}"


def stage_label(value: str) -> str:
    """Return what a stage is called."""
    return str(WorkshopStage(value).label)


def answer(share: Share) -> dict[str, str]:
    """Return what a committee did as a chip: its kind and its words."""
    if share.state is None:
        return {"kind": "done", "label": _("Tự gửi góp ý")}
    return {"kind": ANSWERS[share.state], "label": str(share.state.label)}


def no_documents(share: Share) -> str:
    """Say why a committee has no document here: it said so, its document is not public, or nothing came."""
    if share.state == ParticipationState.ANSWERED:
        return _("Cấp ủy đã trả lời; văn bản không nằm trong ấn bản này.")
    if share.state == ParticipationState.NO_OPINION:
        return _("Cấp ủy đã trả lời là không có ý kiến.")
    return _("Chưa nhận được văn bản góp ý của cấp ủy này.")


def today_name(body: Body | None, today: Body | None) -> str:
    """Return who answers for a closed committee; of two of one name the later says since when."""
    if body is None or today is None:
        return ""
    if today.full_name == body.full_name and today.valid_from:
        return _("%(name)s (từ %(day)s)") % {"name": today.full_name, "day": day(today.valid_from)}
    return today.full_name


def period(body: Body) -> str:
    """Return from when to when a committee was or is in force, as far as the record says."""
    if body.valid_from and body.valid_to:
        return _("từ %(start)s đến %(end)s") % {"start": day(body.valid_from), "end": day(body.valid_to)}
    if body.valid_to:
        return _("đến %(end)s") % {"end": day(body.valid_to)}
    if body.valid_from:
        return _("từ %(start)s") % {"start": day(body.valid_from)}
    return _("đang hoạt động")
