"""How a contribution is cited: in words, and in the metadata that reference managers read."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from proceedings.publishing.apparatus.facts import live_words
from proceedings.publishing.apparatus.words import day
from proceedings.publishing.pages.contributions import TextPage
from proceedings.queries.workshops import Head


def citation(page: TextPage) -> str:
    """Return the plain citation: who, year, title, whose proceedings, which number."""
    line = page.text.line
    who = f"{page.text.author_name}, {line.body}" if page.text.author_name else line.body
    parts = {
        "who": who,
        "title": line.title,
        "workshop": page.head.title,
        "when": day(page.head.held_on),
        "number": line.number,
    }
    if not page.head.held_on:
        return _("%(who)s, “%(title)s”, Kỷ yếu %(workshop)s, văn bản góp ý số %(number)s.") % parts
    return _("%(who)s, “%(title)s”, Kỷ yếu %(workshop)s (%(when)s), văn bản góp ý số %(number)s.") % parts


def over(page: TextPage) -> str:
    """Return the line above a contribution's title: its form and number, its place among those presented."""
    line = page.text.line
    parts = [
        _("%(form)s số %(number)s") % {"form": line.form.label, "number": line.number},
        live_words(line.presented_live, line.speaking_order),
    ]
    return " · ".join(part for part in parts if part)


def posts(page: TextPage) -> list[str]:
    """Return the author's post, where the author is who signed."""
    text = page.text
    return [text.signer_post] if text.author_name and text.author_name == text.signer_name else []


def citation_tags(page: TextPage) -> list[tuple[str, str]]:
    """Return name and content of the ``citation_*`` tags; a sample has none, so that nothing invented is indexed."""
    return [] if page.text.line.is_sample else list(_tags(page))


def description(text: str | None) -> str:
    """Shorten a text to what a search result shows, at a word; empty where there is none."""
    line = " ".join((text or "")[:400].split())
    return line if len(line) <= 160 else f"{line[:157].rsplit(' ', 1)[0]}…"


def held_line(head: Head) -> str:
    """Return who held a workshop and when, on one line."""
    return " · ".join(part for part in (head.host, day(head.held_on)) if part)


def _tags(page: TextPage) -> Iterator[tuple[str, str]]:
    line = page.text.line
    yield "citation_title", line.title
    yield "citation_author", page.text.author_name or line.body
    if page.text.author_name:
        yield "citation_author_institution", line.body
    if date := line.document_on or page.text.received_on:
        yield "citation_publication_date", f"{date:%Y/%m/%d}"
    yield "citation_conference_title", page.head.title
    if line.symbol:
        yield "citation_technical_report_number", line.symbol
    yield "citation_technical_report_institution", line.body
    yield "citation_language", "vi"
