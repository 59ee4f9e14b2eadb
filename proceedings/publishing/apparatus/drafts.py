"""The apparatus of drafts: the way to them, what a change is called, links between drafts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proceedings.publishing.apparatus.words import day
from proceedings.publishing.pages.drafts import DraftPage
from proceedings.publishing.pages.redlines import RedlinePage
from proceedings.queries.draft_marks import Mark
from proceedings.queries.issued_drafts import CirculatedText, IssuedDraft
from proceedings.queries.workshops import Head

Item = dict[str, Any]

#: A change is told by a word and a shape; colour only supports.
SHAPES = {
    "changed": "≠",
    "changed-renumbered": "≠",
    "inserted": "+",
    "deleted": "−",
    "renumbered": "#",
    "moved": "↕",
    "moved-away": "↕",
    "split": "÷",
    "merged": "∪",
}


def change_word(kind: str) -> str:
    """Return what a kind of change is called."""
    return {
        "changed": _("Sửa"),
        "changed-renumbered": _("Sửa, đổi số"),
        "inserted": _("Bổ sung"),
        "deleted": _("Bỏ"),
        "renumbered": _("Đổi số"),
        "moved": _("Chuyển vị trí"),
        "moved-away": _("Chuyển đi"),
        "split": _("Tách"),
        "merged": _("Gộp"),
    }[kind]


def change_shape(kind: str) -> str:
    """Return the shape that stands before the word."""
    return SHAPES[kind]


def change_origin(mark: Mark) -> str:
    """Return where a changed provision stood before, with the word that fits; empty where that says nothing."""
    if not mark.before or mark.kind == "deleted":
        return ""
    if mark.kind in {"split", "merged", "moved"}:
        return _("từ %(place)s") % {"place": mark.before}
    return _("trước là %(place)s") % {"place": mark.before}


def draft_name(draft: IssuedDraft) -> str:
    """Return what a draft is called: ``Dự thảo lần 2``."""
    return _("Dự thảo lần %(number)s") % {"number": draft.number}


def cited_draft(draft: IssuedDraft) -> str:
    """Return what a draft is called in a citation, which is Vietnamese in every language."""
    return f"Dự thảo lần {draft.number}"


def draft_over(page: DraftPage) -> str:
    """Return the line above a draft's title: number, day, family."""
    draft = page.draft
    return " · ".join((draft_name(draft), day(draft.issued_on), str(page.text.family.label)))


def draft_trail(page: DraftPage | RedlinePage, root: str, site_root: str) -> list[Item]:
    """Return the breadcrumb of a draft or of a redline; the last step is the page itself."""
    steps = [*_to_drafts(page.head, page.text, root, site_root)]
    if isinstance(page, RedlinePage):
        steps.append(_step(draft_name(page.later), draft_href(page.text, page.later, root)))
        steps.append(_step(_("So với dự thảo lần %(number)s") % {"number": page.earlier.number}))
    elif not page.permanent:
        steps.append(_step(draft_name(page.draft)))
    return [*steps[:-1], _step(steps[-1]["label"])]


def draft_href(text: CirculatedText, draft: IssuedDraft, root: str) -> str:
    """Return the address of a draft."""
    return f"{root}{text.root}{draft.number}/"


def redline_href(text: CirculatedText, earlier: IssuedDraft | None, later: IssuedDraft, root: str) -> str:
    """Return the address of the redline between two drafts; empty where there is no earlier one."""
    if earlier is None:
        return ""
    return f"{root}{text.root}{earlier.number}/redline/{later.number}/"


def draft_links(text: CirculatedText, root: str) -> list[Item]:
    """Return the drafts of a text, the latest first, each with its day and the redline since the one before."""
    links = []
    for draft in reversed(text.drafts):
        before = text.before(draft)
        links.append(
            {
                "label": draft_name(draft),
                "href": draft_href(text, draft, root),
                "on": draft.issued_on,
                "number": draft.number,
                "redline": redline_href(text, before, draft, root),
                "before": before.number if before else "",
            }
        )
    return links


def _to_drafts(head: Head, text: CirculatedText, root: str, site_root: str) -> list[Item]:
    return [
        _step(pgettext("nhiều", "Hội thảo"), f"{site_root}workshops/"),
        _step(head.short_title, root),
        _step(_("Dự thảo") if text.is_main else text.title, f"{root}{text.root}"),
    ]


def _step(label: str, href: str = "") -> Item:
    return {"label": label, "href": href}
