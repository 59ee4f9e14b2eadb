"""The issued drafts of a workshop's texts: each on a page, and the latest one also where readers look for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from proceedings.publishing.drafts.deferred import Deferred
from proceedings.publishing.drafts.lines import Entry, ProvisionLine, contents_of, lines_of
from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import FileLine, Source
from proceedings.queries.draft_marks import Mark, counts_of
from proceedings.queries.draft_readings import DraftReader
from proceedings.queries.issued_drafts import CirculatedText, IssuedDraft
from proceedings.queries.workshops import Head
from proceedings.text.provisions import plain_text


@dataclass(frozen=True, slots=True)
class DraftBody:
    """The words of a draft with their contents; ``counts`` say how much changed since the draft before."""

    lines: tuple[ProvisionLine, ...]
    contents: tuple[Entry, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class DraftPage:
    """One draft. ``body`` follows from the draft, the one before and their lineage, whose hashes the page holds.

    ``permanent`` is the way from this page to the draft's own address, empty where it stands there.
    """

    head: Head
    text: CirculatedText
    draft: IssuedDraft
    before: IssuedDraft | None
    permanent: str
    texts: tuple[tuple[str, str], ...]
    files: tuple[FileLine, ...]
    body: Deferred[DraftBody] = field(repr=False, compare=False)


def pages(source: Source) -> Iterator[PageSpec]:
    """Yield for each text the page of its latest draft and that of every draft."""
    for text in source.circulated:
        for draft in text.drafts:
            body = _body(source.reader, text, draft)
            if draft == text.latest:
                yield _page(source, text, draft, body, permanent=f"{draft.number}/")
            yield _page(source, text, draft, body)


def _page(
    source: Source,
    text: CirculatedText,
    draft: IssuedDraft,
    body: Deferred[DraftBody],
    *,
    permanent: str = "",
) -> PageSpec:
    content = DraftPage(
        head=source.head,
        text=text,
        draft=draft,
        before=text.before(draft),
        permanent=permanent,
        texts=tuple((other.title, other.root) for other in source.circulated),
        files=source.files_of(text) if draft == text.latest else (),
        body=body,
    )
    own = "" if permanent else f"{draft.number}/"
    return PageSpec(
        path=f"{source.root}{text.root}{own}",
        template="public/draft.html",
        content=content,
        heading="" if permanent else f"{draft.title} – Dự thảo lần {draft.number}",
        passage="" if permanent else plain_text(source.reader.tree(draft)),
    )


def _body(reader: DraftReader, text: CirculatedText, draft: IssuedDraft) -> Deferred[DraftBody]:
    def make() -> DraftBody:
        marks: dict[str, Mark] = {}
        counts: tuple[tuple[str, int], ...] = ()
        before = text.before(draft)
        if before is not None:
            marked = reader.marked(before, draft)
            marks = {change.new.path: mark for change, mark in reversed(marked) if change.new}
            counts = counts_of(marked)
        lines = tuple(lines_of(reader.tree(draft), reader.outline(draft), marks))
        return DraftBody(lines, contents_of(lines), counts)

    return Deferred(make)
