"""The downloads of an edition, and the editions before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import EditionLine, FileLine, Source
from proceedings.queries.workshops import Head


@dataclass(frozen=True)
class DownloadsPage:
    """Files with size and hash, by the title of the text they are of; what this edition is; the earlier ones."""

    head: Head
    files: tuple[FileLine, ...]
    groups: tuple[tuple[str, tuple[FileLine, ...]], ...]
    edition: EditionLine | None
    earlier: tuple[EditionLine, ...]
    has_samples: bool


def page(source: Source) -> PageSpec:
    """Return the page of the downloads."""
    content = DownloadsPage(
        head=source.head,
        files=source.files,
        groups=tuple((title, files) for title, files in _groups(source) if files),
        edition=source.edition,
        earlier=source.earlier,
        has_samples=any(line.is_sample for line in source.lines),
    )
    return PageSpec(path=f"{source.root}downloads/", template="public/downloads.html", content=content)


def _groups(source: Source) -> Iterator[tuple[str, tuple[FileLine, ...]]]:
    yield "", source.files_of(None)
    for text in source.circulated:
        yield text.title, source.files_of(text)
