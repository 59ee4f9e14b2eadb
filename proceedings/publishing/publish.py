"""Publishing: freeze a workshop as the next edition, all or nothing, with progress page by page."""

from __future__ import annotations

import datetime
import hashlib
import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import Error as DatabaseError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.exports.files import MEDIA_TYPES, file_names, hash_input, write_file
from proceedings.models import Edition, EditionFile, EditionPage, Publication, Shelf, User, Workshop
from proceedings.operations import editions
from proceedings.operations.edition_contents import (
    KeptFile,
    KeptPassage,
    Made,
    MadeAsset,
    MadeFile,
    MadePage,
    MadePassage,
)
from proceedings.operations.refusals import Refused
from proceedings.publishing.assets import assets
from proceedings.publishing.pages import count_of, pages_of
from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.progress import OnStep, Progress
from proceedings.publishing.rendering import LANGUAGES, compressed, input_sha256, render
from proceedings.publishing.sources import EditionLine, FileLine, Source, next_number
from proceedings.text.lexemes import lexemes
from proceedings.vocabulary import Audience

logger = logging.getLogger(__name__)


def run(
    publication: Publication, *, actor: User, now: datetime.datetime, on_step: OnStep | None = None
) -> Edition:
    """Make the edition that a publication asks for and put it on the shelf.

    Everything is read from one snapshot and written in one transaction: when this raises, nothing of the edition
    is there, the earlier one is still served, and the publication says why it failed. Raises :class:`Refused` with
    words fit to show.
    """
    try:
        editions.begin(publication=publication, actor=actor, now=now)
        with Progress(publication, on_step) as progress, _snapshot():
            editions.claim_press()
            return _issue(publication, progress, actor=actor, now=now)
    except Refused as refusal:
        editions.fail(publication=publication, reason=str(refusal), actor=actor, now=now)
        raise
    except (Exception, KeyboardInterrupt) as error:
        logger.exception("publishing failed")
        raise _failed(publication, error, actor=actor, now=now) from error


def _issue(publication: Publication, progress: Progress, *, actor: User, now: datetime.datetime) -> Edition:
    workshop = Workshop.objects.get(pk=publication.workshop_id)
    audience = Audience(publication.audience)
    number, correction = next_number(workshop, audience, is_correction=publication.is_correction)
    label = f"{number}.{correction}" if correction else str(number)
    line = EditionLine(label=label, issued_on=f"{timezone.localdate(now)}", note=publication.note)
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        source = Source(workshop, audience, edition=line)
        progress.total(len(LANGUAGES) * count_of(source) + len(file_names(source.circulated)))
        files = list(_files(source, Path(folder), label, progress, now=now))
        source.files = tuple(map(_file_line, files))
        made = Made(
            pages=_pages(source, progress),
            files=files,
            assets=[MadeAsset(path, kind, page.sha256, page.gzipped) for path, kind, page in assets()],
            facts=source.facts,
        )
        return editions.issue(
            publication=publication, number=number, correction=correction, made=made, actor=actor, now=now
        )


def _pages(source: Source, progress: Progress) -> Iterator[tuple[MadePage, MadePassage | KeptPassage | None]]:
    """Render what changed since the edition on the shelf; the rest is known by the hash of what it was made from.

    That hash covers what a search finds on the page, and the code that reads words, so the passage is kept with it.
    """
    known = _known_pages(source.audience)
    for spec in pages_of(source):
        for language in LANGUAGES:
            page = _page(spec, language, known)
            progress.step(f"{language} {spec.path}")
            is_found = language == LANGUAGES[0] and spec.heading
            yield page, _passage(spec, known.get(page.input_sha256)) if is_found else None


def _known_pages(audience: Audience) -> dict[str, EditionPage]:
    """Return the pages that an audience's readers are handed, by the hash of what they were made from."""
    shelf = Shelf.objects.filter(audience=audience).values("edition")
    pages = EditionPage.objects.filter(edition__in=shelf).only("input_sha256", "body_id", "edition_id")
    return {page.input_sha256: page for page in pages}


def _page(spec: PageSpec, language: str, known: dict[str, EditionPage]) -> MadePage:
    made_from = input_sha256(spec, language)
    if made_from in known:
        return MadePage(spec.path, language, spec.is_site_page, made_from, known[made_from].body_id, None)
    rendered = compressed(render(spec, language))
    return MadePage(spec.path, language, spec.is_site_page, made_from, rendered.sha256, rendered.gzipped)


def _passage(spec: PageSpec, known: EditionPage | None) -> MadePassage | KeptPassage:
    heading = spec.heading[:500]
    if known is not None:
        return KeptPassage(path=spec.path, heading=heading, text=spec.passage, edition_id=known.edition_id)
    found = lexemes(spec.heading, spec.passage)
    if found.left_out:
        logger.warning("%s: %s search terms left out", spec.path, found.left_out)
    return MadePassage(path=spec.path, heading=heading, text=spec.passage, vector=found.literal)


def _files(
    source: Source, folder: Path, label: str, progress: Progress, *, now: datetime.datetime
) -> Iterator[MadeFile | KeptFile]:
    """Write the files; one that follows from issued drafts alone is kept where the edition on the shelf has it."""
    shelf = Shelf.objects.filter(workshop=source.workshop, audience=source.audience).values("edition")
    known = {
        (file.name, file.input_sha256): file
        for file in EditionFile.objects.filter(edition__in=shelf).select_related("body")
    }
    for name in file_names(source.circulated):
        progress.step(name)
        made_from = hash_input(source.workshop, name, source.circulated)
        kept = known.get((name, made_from))
        if kept is not None:
            yield KeptFile(name, kept.media_type, made_from, kept.body_id, kept.body.size)
            continue
        paths = write_file(
            source.workshop,
            name,
            folder / name,
            audience=source.audience,
            created=now,
            edition=label,
        )
        for path in paths:
            with path.open("rb") as content:
                sha256 = hashlib.file_digest(content, "sha256").hexdigest()
            yield MadeFile(
                name=path.name,
                media_type=MEDIA_TYPES[path.suffix],
                input_sha256=made_from or sha256,
                sha256=sha256,
                path=path,
            )


def _file_line(file: MadeFile | KeptFile) -> FileLine:
    return FileLine(name=file.name, media_type=file.media_type, size=file.size, sha256=file.sha256)


@contextmanager
def _snapshot() -> Iterator[None]:
    """Begin the transaction in which all is read as at one moment; inside a test's transaction that is not possible."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _failed(
    publication: Publication, error: BaseException, *, actor: User, now: datetime.datetime
) -> Refused:
    """Say why a run failed and note it on the publication, where the database still takes it."""
    refusal = Refused(_reason(error))
    try:
        connection.close_if_unusable_or_obsolete()
        editions.fail(publication=publication, reason=str(refusal), actor=actor, now=now)
    except DatabaseError:
        logger.exception("the failure could not be noted")
    return refusal


def _reason(error: BaseException) -> str:
    sqlstate = getattr(error.__cause__, "sqlstate", None) or ""
    remedy: Callable[[str], str] = _("%s Ấn bản trước vẫn được phục vụ; chưa có gì của ấn bản mới.").__mod__
    if sqlstate == "53100" or getattr(error, "errno", None) == 28:
        return remedy(_("Hết dung lượng đĩa khi công bố. Giải phóng đĩa rồi công bố lại."))
    if isinstance(error, DatabaseError) and (not sqlstate or sqlstate[:2] in {"08", "57"}):
        return remedy(_("Mất kết nối với cơ sở dữ liệu khi công bố. Kiểm tra máy chủ rồi công bố lại."))
    if isinstance(error, DatabaseError) and sqlstate[:2] in {"40", "23"}:
        return remedy(_("Một ấn bản khác vừa được công bố cùng lúc. Công bố lại."))
    if isinstance(error, KeyboardInterrupt):
        return remedy(_("Đã dừng theo lệnh của người chạy."))
    return remedy(_("Không tạo được ấn bản: %s.") % error)
