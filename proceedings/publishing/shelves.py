"""Finding published bytes: one indexed look-up for a page, one for a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from proceedings.database.prepared import fetch_row
from proceedings.models import FileChunk
from proceedings.vocabulary import Audience

_CURRENT_PAGE = """
    SELECT body.sha256, body.gzipped
      FROM proceedings_editionpage page
      JOIN proceedings_shelf shelf ON shelf.edition_id = page.edition_id
                                  AND (shelf.workshop_id IS NULL) = page.is_site_page
      JOIN proceedings_pagebody body ON body.sha256 = page.body_id
     WHERE page.path = %s AND page.language = %s AND shelf.audience = %s
"""
_NUMBERED_PAGE = """
    SELECT body.sha256, body.gzipped
      FROM proceedings_editionpage page
      JOIN proceedings_edition edition ON edition.id = page.edition_id
      JOIN proceedings_workshop workshop ON workshop.id = edition.workshop_id
      JOIN proceedings_pagebody body ON body.sha256 = page.body_id
     WHERE page.path = %s AND page.language = %s AND NOT page.is_site_page
       AND workshop.slug = %s AND edition.number = %s AND edition.correction = %s AND edition.audience = ANY(%s)
"""
_FILE = """
    SELECT file.body_id, file.media_type, body.size
      FROM proceedings_editionfile file
      JOIN proceedings_edition edition ON edition.id = file.edition_id
      JOIN proceedings_workshop workshop ON workshop.id = edition.workshop_id
      JOIN proceedings_filebody body ON body.sha256 = file.body_id
"""
_CURRENT_FILE = (
    _FILE
    + """
      JOIN proceedings_shelf shelf ON shelf.edition_id = edition.id AND shelf.workshop_id = workshop.id
     WHERE workshop.slug = %s AND file.name = %s AND shelf.audience = %s
"""
)
_NUMBERED_FILE = (
    _FILE
    + """
     WHERE workshop.slug = %s AND file.name = %s
       AND edition.number = %s AND edition.correction = %s AND edition.audience = ANY(%s)
"""
)
_ASSET = """
    SELECT body.sha256, body.gzipped, asset.media_type
      FROM proceedings_asset asset JOIN proceedings_pagebody body ON body.sha256 = asset.body_id
     WHERE asset.path = %s
"""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page's gzipped bytes and the hash of its HTML."""

    sha256: str
    gzipped: bytes
    media_type: str = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """Where a file's bytes are; ``size`` in bytes."""

    sha256: str
    media_type: str
    size: int

    def read(self, start: int, stop: int) -> Iterator[bytes]:
        """Yield the bytes from ``start`` up to ``stop``, at most a megabyte at a time."""
        first, last = start // FileChunk.SIZE, (stop - 1) // FileChunk.SIZE
        for position in range(first, last + 1):
            data = FileChunk.objects.values_list("data", flat=True).get(
                body_id=self.sha256, position=position
            )
            offset = position * FileChunk.SIZE
            yield bytes(data[max(0, start - offset) : stop - offset])


def current_page(path: str, language: str, audience: Audience) -> FoundPage | None:
    """Return the page that readers are handed at an address; None where there is none."""
    row = fetch_row("current_page", _CURRENT_PAGE, (path, language, audience.value))
    return FoundPage(row[0].decode(), row[1]) if row else None


def numbered_page(
    path: str, language: str, slug: str, edition: tuple[int, int], audiences: list[str]
) -> FoundPage | None:
    """Return a page of a numbered edition that one of the audiences may read."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERED_PAGE, [path, language, slug, *edition, audiences])
        row = cursor.fetchone()
    return FoundPage(row[0], bytes(row[1])) if row else None


def current_file(slug: str, name: str, audience: Audience) -> FoundFile | None:
    """Return a file of the edition that readers are handed."""
    return _file(_CURRENT_FILE, slug, name, audience.value)


def numbered_file(slug: str, name: str, edition: tuple[int, int], audiences: list[str]) -> FoundFile | None:
    """Return a file of a numbered edition."""
    return _file(_NUMBERED_FILE, slug, name, *edition, audiences)


def asset(path: str) -> FoundPage | None:
    """Return a stylesheet or mark that some published page links."""
    with connection.cursor() as cursor:
        cursor.execute(_ASSET, [path])
        row = cursor.fetchone()
    return FoundPage(row[0], bytes(row[1]), row[2]) if row else None


def _file(sql: str, *values: str | int | list[str]) -> FoundFile | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return FoundFile(*row) if row else None
