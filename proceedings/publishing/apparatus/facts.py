"""Facts in two columns: of a workshop, a contribution, a committee."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from proceedings.publishing.apparatus.words import day, period, stage_label, today_name
from proceedings.publishing.pages.committees import CommitteePage
from proceedings.publishing.pages.contributions import TextPage
from proceedings.publishing.pages.site import WorkshopLine
from proceedings.publishing.pages.workshop import WorkshopPage
from proceedings.queries.committees import Body, Share
from proceedings.vocabulary import DelegateRole

Fact = dict[str, Any]
Value = dict[str, str]


def workshop_facts(page: WorkshopPage) -> list[Fact]:
    """Return when, where, by whom, who chaired, how many sites."""
    head = page.head
    chairs = [
        {"text": person.full_name, "note": person.posts}
        for person in page.people
        if person.role in {DelegateRole.CHAIR, DelegateRole.CO_CHAIR}
    ]
    sites = [{"text": _sites_line(len(page.sites)), "href": "#sites"}] if page.sites else []
    return _facts(
        (_("Thời gian"), _plain(day(head.held_on))),
        (_("Địa điểm"), _plain(head.place)),
        (_("Cơ quan tổ chức"), _plain(head.host)),
        (_("Chủ trì"), chairs),
        (pgettext("nhiều", "Điểm cầu"), sites),
    )


def line_facts(line: WorkshopLine) -> list[Fact]:
    """Return when, by whom and where a workshop of a list stands."""
    return _facts(
        (_("Thời gian"), _plain(day(line.held_on))),
        (_("Cơ quan tổ chức"), _plain(line.host)),
        (_("Tình trạng"), _plain(stage_label(line.stage))),
    )


def contribution_facts(page: TextPage, root: str) -> list[Fact]:
    """Return what the registry says of a contribution."""
    line, text = page.text.line, page.text
    theme = {"text": line.theme, "href": f"{root}contributions/by/theme/{line.theme_slug}/"}
    signer = {"text": text.signer_name, "note": text.signer_post}
    return _facts(
        (_("Số trong sổ"), _plain(str(line.number))),
        (_("Số, ký hiệu"), _plain(line.symbol)),
        (_("Ngày văn bản"), _plain(day(line.document_on))),
        (_("Ngày nhận"), _plain(day(text.received_on))),
        (_("Người ký"), [signer] if text.signer_name else []),
        (_("Hình thức"), _plain(str(line.form.label))),
        (_("Trình bày"), _plain(live_words(line.presented_live, line.speaking_order))),
        (_("Ý kiến chung"), _plain(str(line.stance.label) if line.stance else "")),
        (_("Nhóm vấn đề"), [theme] if line.theme else []),
    )


def share_facts(page: CommitteePage, site_root: str) -> list[Fact]:
    """Return what a committee did in a workshop, and who answers for it today."""
    share = page.share
    asked = _("có") if share.asked else _("không, tự gửi góp ý")
    return _facts(
        (_("Được lấy ý kiến"), _plain(asked)),
        (_("Dự hội thảo"), _plain(_attended(share))),
        (_("Vùng"), _plain(share.body.region)),
        (_("Nay là"), today_values(share.body, page.today, site_root)),
    )


def body_facts(body: Body, today: Body | None, site_root: str) -> list[Fact]:
    """Return what the table of committees says of one."""
    return _facts(
        (_("Loại"), _plain(str(body.kind.label))),
        (_("Vùng"), _plain(body.region)),
        (_("Thời gian hoạt động"), _plain(period(body))),
        (_("Nay là"), today_values(body, today, site_root)),
    )


def today_values(body: Body, today: Body | None, site_root: str) -> list[Value]:
    """Return who answers for a closed committee, as a link to its page."""
    if today is None:
        return []
    return [{"text": today_name(body, today), "href": f"{site_root}committees/{today.slug}/"}]


def live_words(presented_live: bool, order: int | None) -> str:
    """Return whether and in which place a contribution was presented."""
    if not presented_live:
        return ""
    return _("tham luận trực tiếp, thứ %(order)s") % {"order": order} if order else _("tham luận trực tiếp")


def _attended(share: Share) -> str:
    return {True: _("có dự"), False: _("không dự"), None: ""}[share.attended]


def _sites_line(count: int) -> str:
    return ngettext("%(count)s điểm cầu", "%(count)s điểm cầu", count) % {"count": count}


def _plain(text: str) -> list[Value]:
    return [{"text": text}] if text else []


def _facts(*given: tuple[str, Iterable[Value]]) -> list[Fact]:
    """Leave out what is not known."""
    return [
        {"term": term, "values": values} for term, values in ((term, list(v)) for term, v in given) if values
    ]
