"""The way to a page and from it: breadcrumb, the workshop's sections, its stages, list pages, neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proceedings.queries.committees import Body
from proceedings.queries.workshops import Head
from proceedings.vocabulary import MAIN_ROAD, WorkshopStage

Item = dict[str, Any]

NEAR = 2  # list pages named on either side of the present one


def section_names() -> dict[str, str]:
    """Return the parts of a workshop by the first step of their address, in the order of the sections."""
    return {
        "": _("Giới thiệu"),
        "contributions": pgettext("nhiều", "Văn bản góp ý"),
        "committees": pgettext("nhiều", "Cấp ủy"),
        "conclusions": pgettext("nhiều", "Kết luận"),
        "downloads": _("Tải về"),
    }


def trail(head: Head, root: str, site_root: str, section: str = "", here: str = "") -> list[Item]:
    """Return the breadcrumb of a page of a workshop; the last step is the page itself and has no link."""
    steps = [
        {"label": pgettext("nhiều", "Hội thảo"), "href": f"{site_root}workshops/"},
        {"label": head.short_title, "href": root},
    ]
    if section:
        steps.append({"label": section_names()[section], "href": f"{root}{section}/"})
    if here:
        steps.append({"label": here, "href": ""})
    return [*steps[:-1], {**steps[-1], "href": ""}]


def committee_trail(body: Body, site_root: str) -> list[Item]:
    """Return the breadcrumb of a committee's page."""
    return [
        {"label": pgettext("nhiều", "Cấp ủy"), "href": f"{site_root}committees/"},
        {"label": body.full_name, "href": ""},
    ]


def sections(root: str, current: str = "", draft_root: str = "") -> list[Item]:
    """Return the parts of a workshop as links; ``draft_root`` is where its draft stands, if readers have one."""
    items = [
        {"label": label, "href": f"{root}{name}/" if name else root, "is_current": name == current}
        for name, label in section_names().items()
    ]
    if draft_root:
        draft = {"label": _("Dự thảo"), "href": f"{root}{draft_root}", "is_current": current == "draft"}
        items.insert(1, draft)
    return items


def stages(head: Head) -> list[Item]:
    """Return the road of a workshop for the ribbon; nothing for one that was postponed or cancelled."""
    if head.stage not in MAIN_ROAD:
        return []
    at = MAIN_ROAD.index(head.stage)
    return [
        {
            "label": stage.label,
            "place": "done" if place < at else "current" if place == at else "ahead",
            "on": head.held_on if stage == WorkshopStage.HELD and place <= at else None,
        }
        for place, stage in enumerate(MAIN_ROAD)
    ]


def next_step(head: Head) -> str:
    """Return what the next date of a workshop is the date of; empty after the event."""
    return {"closes": _("hết hạn gửi góp ý"), "held": _("tổ chức hội thảo")}.get(head.next_kind, "")


def list_pages(root: str, base: str, number: int, count: int) -> list[Item]:
    """Return the pages of a list as the pagination shows them: first, last, those near, gaps between."""
    near = {1, count, *range(number - NEAR, number + NEAR + 1)}
    return list(_with_gaps(root, base, [place for place in sorted(near) if 0 < place <= count], number))


def list_page(root: str, base: str, number: int, count: int) -> str:
    """Return the address of a page of a list; empty where the list has no such page."""
    if not 0 < number <= count:
        return ""
    return f"{root}{base}" if number == 1 else f"{root}{base}page/{number}/"


def _with_gaps(root: str, base: str, places: list[int], number: int) -> Iterator[Item]:
    before = 0
    for place in places:
        if place > before + 1:
            yield {"is_gap": True}
        href = list_page(root, base, place, places[-1])
        yield {"number": str(place), "href": href, "is_current": place == number}
        before = place
