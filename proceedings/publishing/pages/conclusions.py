"""The conclusions of a workshop with their tasks."""

from __future__ import annotations

from dataclasses import dataclass

from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import Source
from proceedings.queries.conclusions import ConclusionText
from proceedings.queries.workshops import Head


@dataclass(frozen=True)
class ConclusionsPage:
    """All conclusions in order."""

    head: Head
    conclusions: tuple[ConclusionText, ...]


def page(source: Source) -> PageSpec:
    """Return the page of the conclusions."""
    return PageSpec(
        path=f"{source.root}conclusions/",
        template="public/conclusions.html",
        content=ConclusionsPage(head=source.head, conclusions=source.conclusions),
        heading="; ".join(conclusion.title for conclusion in source.conclusions)[:500],
        passage="\n".join(text for conclusion in source.conclusions for text in conclusion.paragraphs),
    )
