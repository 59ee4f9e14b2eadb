"""Writes on editions: ask for one, issue it, say how the run ended."""

from __future__ import annotations

import datetime
import hashlib

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.models import Edition, Publication, PublicationProgress, Shelf, User, Workshop
from proceedings.operations.edition_contents import Made, take_in, write_manifest
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, within_limit
from proceedings.text.cleaning import clean_text
from proceedings.vocabulary import Audience, PublicationState

#: The lock of publishing, one run at a time in the whole system: the site-wide pages belong to all workshops.
PRESS = 0x4B59_5955


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

    Refuses while another run for this workshop waits, and a correction that says nothing of what it corrects or
    for an audience that has no edition yet.
    """
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    note = within_limit(clean_text, note, field="note")
    if is_correction and not note:
        raise Refused(_("Ghi rõ nội dung đính chính: ghi chú này được in trong ấn bản."), field="note")
    if is_correction and not workshop.editions.filter(audience=audience).exists():
        raise Refused(
            _("Hội thảo chưa có ấn bản nào để đính chính. Công bố ấn bản thứ nhất trước."),
            field="is_correction",
        )
    for waiting in workshop.publications.filter(state=PublicationState.QUEUED):
        _refuse_second_wish(waiting, now=now)
    return Publication.objects.create(
        workshop=workshop,
        audience=audience,
        note=note,
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
    """Mark a run as working; runs left working by a process that died are marked as failed.

    Refuses while another run works. The press is free again when this returns: the run claims it once more.
    """
    claim_press()
    for left in Publication.objects.filter(state=PublicationState.RUNNING).exclude(pk=publication.pk):
        _mark_interrupted(left, now=now)
    publication.state, publication.error, publication.finished_at = PublicationState.RUNNING, "", None
    publication.save(update_fields=["state", "error", "finished_at"])
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
    label = f"{number}.{correction}" if correction else str(number)
    manifest = write_manifest(
        edition=label,
        audience=publication.audience,
        issued_at=now,
        note=publication.note,
        taken=take_in(edition_id, made),
        facts=made.facts,
    )
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
    publication.state, publication.error = PublicationState.DONE, ""
    publication.edition, publication.finished_at = edition, now
    publication.save(update_fields=["state", "error", "edition", "finished_at"])
    return edition


def claim_press() -> None:
    """Hold the one press until the transaction ends; raise :class:`Refused` while another run holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [PRESS])
        if not cursor.fetchone()[0]:
            raise Refused(
                _("Một ấn bản khác đang được công bố. Không có gì thay đổi; chờ xong rồi công bố lại.")
            )


def _refuse_second_wish(waiting: Publication, *, now: datetime.datetime) -> None:
    """Refuse while a job is there that will make it; a run whose process died before it began waits for nothing."""
    jobs = ProcrastinateJob.objects.filter(task_name="publish", args__publication_id=waiting.pk)
    if not jobs.filter(status__in=["todo", "doing"]).exists():
        _mark_interrupted(waiting, now=now)
        return
    raise Refused(
        _("Hội thảo này đang chờ công bố theo yêu cầu của %(name)s lúc %(time)s. Chờ xong rồi công bố tiếp."),
        name=str(waiting.requested_by),
        time=f"{timezone.localtime(waiting.requested_at):%H:%M %d/%m/%Y}",
    )


def _mark_interrupted(publication: Publication, *, now: datetime.datetime) -> None:
    publication.state, publication.finished_at = PublicationState.FAILED, now
    publication.error = gettext(
        "Bị ngắt giữa chừng: tiến trình công bố đã dừng. Ấn bản trước vẫn được phục vụ."
    )
    publication.save(update_fields=["state", "finished_at", "error"])


def _next_id() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('proceedings_edition', 'id'))")
        return int(cursor.fetchone()[0])
