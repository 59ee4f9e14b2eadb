"""What changed between two issued drafts: each with the next one, and the first with the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from proceedings.exports.draft_names import REDLINES, kind_of
from proceedings.publishing.drafts.comparison import Comparison, comparison_of
from proceedings.publishing.drafts.deferred import Deferred
from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import FileLine, Source
from proceedings.queries.draft_readings import DraftReader
from proceedings.queries.issued_drafts import CirculatedText, IssuedDraft
from proceedings.queries.workshops import Head


@dataclass(frozen=True)
class RedlinePage:
    """Two drafts of a text; ``body`` follows from them and their lineage, whose hashes the page holds.

    ``files`` are of the last two drafts: other comparisons have none.
    """

    head: Head
    text: CirculatedText
    earlier: IssuedDraft
    later: IssuedDraft
    files: tuple[FileLine, ...]
    body: Deferred[Comparison] = field(repr=False, compare=False)


def pages(source: Source) -> Iterator[PageSpec]:
    """Yield the redlines of every text."""
    for text in source.circulated:
        for earlier, later in text.pairs:
            yield PageSpec(
                path=f"{source.root}{text.root}{earlier.number}/redline/{later.number}/",
                template="public/redline.html",
                content=RedlinePage(
                    head=source.head,
                    text=text,
                    earlier=earlier,
                    later=later,
                    files=_files(source, text) if (earlier, later) == text.drafts[-2:] else (),
                    body=_body(source.reader, earlier, later),
                ),
            )


def _files(source: Source, text: CirculatedText) -> tuple[FileLine, ...]:
    return tuple(file for file in source.files_of(text) if kind_of(file.name) in REDLINES)


def _body(reader: DraftReader, earlier: IssuedDraft, later: IssuedDraft) -> Deferred[Comparison]:
    return Deferred(lambda: comparison_of(reader, earlier, later))
