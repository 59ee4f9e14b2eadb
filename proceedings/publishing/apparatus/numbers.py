"""The three counts of a workshop, never mixed: documents, of them live, and bodies."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from proceedings.publishing.pages.site import WorkshopLine
from proceedings.queries.workshops import Numbers


def number_strip(numbers: Numbers, root: str) -> list[dict[str, Any]]:
    """Return documents, of them live, bodies, and of these the committees with how many were asked."""
    strip = counts(numbers.documents, numbers.live, numbers.bodies, root)
    if numbers.committees_asked:
        strip.append(
            {
                "value": numbers.committees,
                "of": max(numbers.committees, numbers.committees_asked),
                "label": _("trong đó Tỉnh ủy, Thành ủy"),
                "is_part": True,
            }
        )
    return strip


def line_strip(line: WorkshopLine, site_root: str) -> list[dict[str, Any]]:
    """Return the three counts of a workshop in a list."""
    return counts(line.documents, line.live, line.bodies, f"{site_root}workshops/{line.slug}/")


def counts(documents: int, live: int, bodies: int, root: str) -> list[dict[str, Any]]:
    """Return the three counts with the lists they count."""
    return [
        {"value": documents, "label": _("văn bản góp ý"), "href": f"{root}contributions/"},
        {
            "value": live,
            "label": _("trong đó tham luận trực tiếp"),
            "href": f"{root}contributions/by/form/live/" if live else "",
            "is_part": True,
        },
        {"value": bodies, "label": _("chủ thể góp ý"), "href": f"{root}committees/"},
    ]
