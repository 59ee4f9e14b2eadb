"""Taking in what an edition consists of: pages, files, assets, passages; and the manifest of them all."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.db import connection

from proceedings.models import Asset, EditionFile, EditionPage, FileBody, FileChunk, PageBody, Passage
from proceedings.queries.editions import passage_bytes

BATCH = 500

_COPY_PASSAGES = """
    INSERT INTO proceedings_passage (edition_id, path, heading, text, vector)
    SELECT %s, path, heading, text, vector
    FROM unnest(%s::bigint[], %s::text[]) WITH ORDINALITY AS kept (edition_id, path, place)
    JOIN proceedings_passage USING (edition_id, path)
    ORDER BY place
"""


@dataclass(frozen=True)
class MadePage:
    """A rendered page; ``gzipped`` is None where an earlier edition has the same bytes."""

    path: str
    language: str
    is_site_page: bool
    input_sha256: str
    sha256: str
    gzipped: bytes | None


@dataclass(frozen=True)
class MadeAsset:
    """What pages are dressed in, at the address that they name."""

    path: str
    media_type: str
    sha256: str
    gzipped: bytes


@dataclass(frozen=True)
class MadeFile:
    """A download, on disk until it is taken in."""

    name: str
    media_type: str
    input_sha256: str
    sha256: str
    path: Path

    @property
    def size(self) -> int:
        """Return its bytes."""
        return self.path.stat().st_size


@dataclass(frozen=True)
class KeptFile:
    """A download made from the same as in an earlier edition: its bytes are there."""

    name: str
    media_type: str
    input_sha256: str
    sha256: str
    size: int


@dataclass(frozen=True)
class MadePassage:
    """A text that a search can find; ``vector`` is PostgreSQL's literal for its lexemes."""

    path: str
    heading: str
    text: str
    vector: str


@dataclass(frozen=True)
class KeptPassage:
    """A text that an earlier edition has at the same path, with the lexemes that a search finds it by."""

    path: str
    heading: str
    text: str
    edition_id: int


@dataclass
class Made:
    """All that an edition consists of; pages and passages may be generators and are walked once."""

    pages: Iterable[tuple[MadePage, MadePassage | KeptPassage | None]]
    files: Iterable[MadeFile | KeptFile] = field(default_factory=tuple)
    assets: Iterable[MadeAsset] = field(default_factory=tuple)
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass
class Taken:
    """What was taken in, as the manifest lists it: (language, path, SHA-256), (name, size, SHA-256), one hash."""

    pages: list[tuple[str, str, str]]
    files: list[tuple[str, int, str]]
    passages_sha256: str


def take_in(edition_id: int, made: Made) -> Taken:
    """Write pages, files, assets and passages under an edition's id; bodies that are there already are kept once."""
    files = [_take_file(edition_id, file) for file in made.files]
    for asset in made.assets:
        _take_asset(asset)
    pages, passages = [], hashlib.sha256()
    for batch in _batched(made.pages, BATCH):
        found = [passage for _page, passage in batch if passage]
        _take_pages(edition_id, [page for page, _passage in batch])
        _take_passages(edition_id, found)
        pages += [(page.language, page.path, page.sha256) for page, _passage in batch]
        for passage in found:
            passages.update(passage_bytes(passage.path, passage.heading, passage.text))
    return Taken(pages, files, passages.hexdigest())


def write_manifest(
    *,
    edition: str,
    audience: str,
    issued_at: datetime.datetime,
    note: str,
    facts: dict[str, Any],
    taken: Taken,
) -> str:
    """Write the JSON that says what an edition is: its head, its facts, and the SHA-256 of all that it holds."""
    return json.dumps(
        {
            "edition": edition,
            "audience": audience,
            "issued_at": issued_at.astimezone(datetime.UTC).isoformat(),
            "note": note,
            "facts": facts,
            "pages": [
                {"language": language, "path": path, "sha256": sha256}
                for language, path, sha256 in taken.pages
            ],
            "files": [{"name": name, "size": size, "sha256": sha256} for name, size, sha256 in taken.files],
            "passages_sha256": taken.passages_sha256,
        },
        ensure_ascii=False,
        indent=0,
    )


def _take_pages(edition_id: int, pages: list[MadePage]) -> None:
    PageBody.objects.bulk_create(
        [PageBody(sha256=page.sha256, gzipped=page.gzipped) for page in pages if page.gzipped is not None],
        ignore_conflicts=True,
    )
    EditionPage.objects.bulk_create(
        EditionPage(
            edition_id=edition_id,
            path=page.path,
            language=page.language,
            is_site_page=page.is_site_page,
            input_sha256=page.input_sha256,
            body_id=page.sha256,
        )
        for page in pages
    )


def _take_passages(edition_id: int, passages: list[MadePassage | KeptPassage]) -> None:
    """Write passages in their order, which the manifest's hash of them follows."""
    for _kind, run in groupby(passages, key=type):
        together = list(run)
        _copy_passages(edition_id, [each for each in together if isinstance(each, KeptPassage)])
        Passage.objects.bulk_create(
            Passage(
                edition_id=edition_id,
                path=passage.path,
                heading=passage.heading,
                text=passage.text,
                vector=passage.vector,
            )
            for passage in together
            if isinstance(passage, MadePassage)
        )


def _copy_passages(edition_id: int, kept: list[KeptPassage]) -> None:
    """Give an edition passages that are there with their lexemes; neither words nor lexemes travel."""
    if not kept:
        return
    places = [passage.edition_id for passage in kept], [passage.path for passage in kept]
    with connection.cursor() as cursor:
        cursor.execute(_COPY_PASSAGES, [edition_id, *places])
        if cursor.rowcount != len(kept):
            raise LookupError(f"{len(kept)} passages were to be kept, {cursor.rowcount} are there")


def _take_asset(asset: MadeAsset) -> None:
    PageBody.objects.bulk_create(
        [PageBody(sha256=asset.sha256, gzipped=asset.gzipped)], ignore_conflicts=True
    )
    Asset.objects.bulk_create(
        [Asset(path=asset.path, media_type=asset.media_type, body_id=asset.sha256)], ignore_conflicts=True
    )


def _take_file(edition_id: int, file: MadeFile | KeptFile) -> tuple[str, int, str]:
    if isinstance(file, MadeFile) and not FileBody.objects.filter(pk=file.sha256).exists():
        FileBody.objects.create(sha256=file.sha256, size=file.size)
        with file.path.open("rb") as content:
            for position, data in enumerate(iter(lambda: content.read(FileChunk.SIZE), b"")):
                FileChunk.objects.create(body_id=file.sha256, position=position, data=data)
    EditionFile.objects.create(
        edition_id=edition_id,
        name=file.name,
        media_type=file.media_type,
        input_sha256=file.input_sha256,
        body_id=file.sha256,
    )
    return file.name, file.size, file.sha256


def _batched(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
