"""Writes on editions: ask for one, issue it, say how the run ended."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from proceedings.models import (
    Asset,
    Edition,
    EditionFile,
    EditionPage,
    FileBody,
    FileChunk,
    PageBody,
    Passage,
    Publication,
    PublicationProgress,
    Shelf,
    User,
    Workshop,
)
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import Audience, PublicationState

BATCH = 500


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


@dataclass(frozen=True)
class MadePassage:
    """A text that a search can find; ``vector`` is PostgreSQL's literal for its lexemes."""

    path: str
    heading: str
    text: str
    vector: str


@dataclass
class Made:
    """All that an edition consists of; pages and passages may be generators and are walked once."""

    pages: Iterable[tuple[MadePage, MadePassage | None]]
    files: Iterable[MadeFile] = field(default_factory=tuple)
    assets: Iterable[MadeAsset] = field(default_factory=tuple)
    facts: dict[str, Any] = field(default_factory=dict)


@operation
def plan(
    *,
    workshop: Workshop,
    audience: Audience,
    note: str = "",
    is_correction: bool = False,
    actor: User,
    now: datetime.datetime,
) -> Publication:
    """Enter a run of ``publish``; it makes nothing yet.

    Refuses while another run for this workshop waits, and a correction that says nothing of what it corrects.
    """
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    if is_correction and not note.strip():
        raise Refused(_("Ghi rõ nội dung đính chính: ghi chú này được in trong ấn bản."), field="note")
    if is_correction and not workshop.editions.exists():
        raise Refused(_("Hội thảo chưa có ấn bản nào để đính chính. Công bố ấn bản thứ nhất trước."))
    waiting = workshop.publications.filter(state=PublicationState.QUEUED).first()
    if waiting:
        raise Refused(
            _(
                "Hội thảo này đang chờ công bố theo yêu cầu của %(name)s lúc %(time)s. Chờ xong rồi công bố tiếp."
            ),
            name=str(waiting.requested_by),
            time=f"{timezone.localtime(waiting.requested_at):%H:%M %d/%m/%Y}",
        )
    return Publication.objects.create(
        workshop=workshop,
        audience=audience,
        note=note.strip(),
        is_correction=is_correction,
        requested_by=actor,
        requested_at=now,
    )


@operation
def request(
    *,
    workshop: Workshop,
    audience: Audience,
    note: str = "",
    is_correction: bool = False,
    actor: User,
    now: datetime.datetime,
) -> Publication:
    """Ask for the next edition, made in the background once this is committed. Refuses as :func:`plan`."""
    publication = plan(
        workshop=workshop, audience=audience, note=note, is_correction=is_correction, actor=actor, now=now
    )
    app.configure_task("publish", lock="publish").defer(publication_id=publication.pk)
    return publication


@operation
def begin(*, publication: Publication, actor: User, now: datetime.datetime) -> None:
    """Mark a run as working."""
    publication.state, publication.error = PublicationState.RUNNING, ""
    publication.save(update_fields=["state", "error"])
    PublicationProgress.objects.update_or_create(
        publication=publication, defaults={"done_count": 0, "total_count": 0, "current": ""}
    )


@operation
def fail(*, publication: Publication, reason: str, actor: User, now: datetime.datetime) -> None:
    """Mark a run as failed, with a reason fit to show; the earlier edition stays on the shelf."""
    publication.state, publication.error, publication.finished_at = PublicationState.FAILED, reason, now
    publication.save(update_fields=["state", "error", "finished_at"])


@operation
def issue(
    *,
    publication: Publication,
    number: int,
    correction: int,
    made: Made,
    actor: User,
    now: datetime.datetime,
) -> Edition:
    """Take in pages, files and passages as the next edition and put it on the shelf, all or nothing.

    The edition's own row is written last, because it holds the manifest of all that came before; the foreign keys
    are checked when the transaction ends.
    """
    edition_id = _next_id()
    files = [_take_file(edition_id, file) for file in made.files]
    for asset in made.assets:
        PageBody.objects.bulk_create(
            [PageBody(sha256=asset.sha256, gzipped=asset.gzipped)], ignore_conflicts=True
        )
        Asset.objects.bulk_create(
            [Asset(path=asset.path, media_type=asset.media_type, body_id=asset.sha256)], ignore_conflicts=True
        )
    pages = list(_take_pages(edition_id, made.pages))
    manifest = write_manifest(publication.workshop, number, correction, publication.audience, pages, files)
    edition = Edition.objects.create(
        pk=edition_id,
        workshop=publication.workshop,
        number=number,
        correction=correction,
        audience=publication.audience,
        issued_at=now,
        issued_by=actor,
        note=publication.note,
        facts=made.facts,
        manifest=manifest,
        manifest_sha256=hashlib.sha256(manifest.encode()).hexdigest(),
    )
    for workshop in (publication.workshop, None):
        Shelf.objects.update_or_create(
            workshop=workshop, audience=publication.audience, defaults={"edition": edition}
        )
    publication.state, publication.edition, publication.finished_at = PublicationState.DONE, edition, now
    publication.save(update_fields=["state", "edition", "finished_at"])
    return edition


def write_manifest(
    workshop: Workshop,
    number: int,
    correction: int,
    audience: str,
    pages: Iterable[tuple[str, str, str]],
    files: Iterable[tuple[str, int, str]],
) -> str:
    """Write the JSON that lists every page (language, path, SHA-256) and every file (name, size, SHA-256)."""
    return json.dumps(
        {
            "workshop": workshop.slug,
            "edition": f"{number}.{correction}" if correction else str(number),
            "audience": audience,
            "pages": [
                {"language": language, "path": path, "sha256": sha256} for language, path, sha256 in pages
            ],
            "files": [{"name": name, "size": size, "sha256": sha256} for name, size, sha256 in files],
        },
        ensure_ascii=False,
        indent=0,
    )


def _next_id() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('proceedings_edition', 'id'))")
        return int(cursor.fetchone()[0])


def _take_pages(
    edition_id: int, pages: Iterable[tuple[MadePage, MadePassage | None]]
) -> Iterator[tuple[str, str, str]]:
    for batch in _batched(pages, BATCH):
        PageBody.objects.bulk_create(
            [
                PageBody(sha256=page.sha256, gzipped=page.gzipped)
                for page, _passage in batch
                if page.gzipped is not None
            ],
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
            for page, _passage in batch
        )
        Passage.objects.bulk_create(
            Passage(
                edition_id=edition_id,
                path=found.path,
                heading=found.heading,
                text=found.text,
                vector=found.vector,
            )
            for _page, found in batch
            if found
        )
        yield from ((page.language, page.path, page.sha256) for page, _passage in batch)


def _take_file(edition_id: int, file: MadeFile) -> tuple[str, int, str]:
    size = file.path.stat().st_size
    if not FileBody.objects.filter(pk=file.sha256).exists():
        FileBody.objects.create(sha256=file.sha256, size=size)
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
    return file.name, size, file.sha256


def _batched(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
