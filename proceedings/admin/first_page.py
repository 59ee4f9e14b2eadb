"""The first page of the register: what waits for whom, in words, with the way to it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from proceedings.models import User
from proceedings.queries.work_queue import Silence, Unpublished, WorkQueue


@dataclass(frozen=True)
class Errand:
    """One line: how many, of what, where to go, and whether it is late."""

    count: int | None
    words: str
    url: str
    remark: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class Group:
    """The errands of one holder."""

    holder: str
    errands: tuple[Errand, ...]


#: What rooms beside the record have waiting for a person; the door adds its own when it is installed.
Provider = Callable[[User], Iterable[Errand]]
_PROVIDERS: dict[str, tuple[str | Promise, Provider]] = {}


def add_errands(key: str, holder: str | Promise, provider: Provider) -> None:
    """Let the first page ask a room for what waits there, above all else; ``key`` once more replaces it."""
    _PROVIDERS[key] = (holder, provider)


def groups_of(queue: WorkQueue, user: User, *, today: datetime.date) -> list[Group]:
    """Arrange what waits by who holds it; what a person may not see is left out, and so is what is done."""
    groups = [
        *(Group(str(holder), tuple(provider(user))) for holder, provider in _PROVIDERS.values()),
        Group(_("Ban Thư ký: sổ văn bản"), tuple(_registry(queue))),
        Group(_("Tổ biên tập: phân loại"), tuple(_sorting(queue))),
        Group(_("Cấp ủy chưa trả lời"), tuple(_silence(silence, today) for silence in queue.silences)),
        Group(_("Nhiệm vụ theo kết luận"), tuple(_tasks(queue))),
        Group(_("Công bố"), (*_runs(queue), *(_unpublished(row, user) for row in queue.unpublished))),
    ]
    return [group for group in groups if group.errands] if user.has_perm("proceedings.view_workshop") else []


def publish_url(workshop_id: int) -> str | None:
    """Return where a workshop is published, or None where that page is not installed."""
    try:
        return reverse("admin:proceedings_workshop_publish", args=[workshop_id])
    except NoReverseMatch:
        return None


def _list(model: str, **filters: str | int) -> str:
    url = reverse(f"admin:proceedings_{model}_changelist")
    return f"{url}?{urlencode(filters)}" if filters else url


def _registry(queue: WorkQueue) -> Iterable[Errand]:
    yield from _gaps(
        (queue.gaps.document_on, _("văn bản chưa có ngày"), "document_on"),
        (queue.gaps.symbol, _("văn bản chưa có số, ký hiệu"), "symbol"),
        (queue.gaps.unusual, _("số, ký hiệu cần kiểm tra lại"), "unusual"),
        (queue.gaps.order, _("tham luận trực tiếp chưa có thứ tự"), "order"),
    )


def _sorting(queue: WorkQueue) -> Iterable[Errand]:
    yield from _gaps(
        (queue.gaps.theme, _("văn bản chưa xếp nhóm vấn đề"), "theme"),
        (queue.gaps.stance, _("văn bản chưa ghi quan điểm chung"), "stance"),
    )


def _gaps(*gaps: tuple[int, str, str]) -> Iterable[Errand]:
    for count, words, gap in gaps:
        if count:
            yield Errand(count, words, _list("contribution", waiting=gap))


def _silence(silence: Silence, today: datetime.date) -> Errand:
    url = _list("participation", workshop__id__exact=silence.workshop_id, answer="waiting")
    return Errand(silence.count, silence.workshop, url, _deadline(silence, today), silence.is_overdue)


def _deadline(silence: Silence, today: datetime.date) -> str:
    if silence.closes_on is None:
        return _("chưa đặt hạn")
    days = (silence.closes_on - today).days
    day = f"{silence.closes_on:%d/%m/%Y}"
    if days < 0:
        return _("quá hạn %(days)s ngày (hạn %(day)s)") % {"days": date_number(-days), "day": day}
    return _("hạn %(day)s, còn %(days)s ngày") % {"days": date_number(days), "day": day}


def date_number(days: int) -> str:
    """Write a number of days as people read it here: 1.234."""
    return f"{days:,}".replace(",", ".")


def _tasks(queue: WorkQueue) -> Iterable[Errand]:
    if queue.tasks.overdue:
        yield Errand(queue.tasks.overdue, _("nhiệm vụ quá hạn"), _list("task", due="overdue"), is_late=True)
    if queue.tasks.open:
        yield Errand(queue.tasks.open, _("nhiệm vụ đang mở"), _list("task", due="open"))


def _runs(queue: WorkQueue) -> Iterable[Errand]:
    if queue.runs.failed:
        yield Errand(
            queue.runs.failed,
            _("lần công bố không xong"),
            _list("publication", state__exact="failed"),
            is_late=True,
        )
    if queue.runs.running:
        yield Errand(
            queue.runs.running, _("lần công bố đang chạy"), _list("publication", state__exact="running")
        )


def _unpublished(row: Unpublished, user: User) -> Errand:
    url = publish_url(row.workshop_id) if user.has_perm("proceedings.publish_workshop") else None
    if row.issued_at is None:
        remark = _("chưa có ấn bản nào")
    else:
        remark = _("chưa công bố thay đổi; ấn bản gần nhất %(at)s") % {
            "at": date_format(localtime(row.issued_at), "DATETIME_FORMAT")
        }
    return Errand(
        None,
        row.workshop,
        url or reverse("admin:proceedings_workshop_change", args=[row.workshop_id]),
        remark,
    )
