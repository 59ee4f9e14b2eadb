"""The downloads of an edition, and the editions before it."""

from __future__ import annotations

from dataclasses import dataclass

from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import EditionLine, FileLine, Source
from proceedings.queries.workshops import Head


@dataclass(frozen=True)
class DownloadsPage:
    """Files with size and hash; what this edition is; the earlier ones."""

    head: Head
    files: tuple[FileLine, ...]
    edition: EditionLine | None
    earlier: tuple[EditionLine, ...]
    has_samples: bool


def page(source: Source) -> PageSpec:
    """Return the page of the downloads."""
    content = DownloadsPage(
        head=source.head,
        files=source.files,
        edition=source.edition,
        earlier=source.earlier,
        has_samples=any(line.is_sample for line in source.lines),
    )
    return PageSpec(path=f"{source.root}downloads/", template="public/downloads.html", content=content)
