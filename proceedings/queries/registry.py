"""The registry as an audience may read it: light lines for lists, whole texts one by one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from proceedings.models import Contribution, Workshop
from proceedings.queries.regions import region_on
from proceedings.vocabulary import Audience, BodyKind, ContributionForm, Stance


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the registry: all that a list shows, and no text."""

    number: int
    title: str
    body: str
    body_kind: BodyKind
    committee_slug: str
    region: str
    symbol: str
    document_on: datetime.date | None
    form: ContributionForm
    presented_live: bool
    speaking_order: int | None
    agenda_item_id: int | None
    stance: Stance | None
    theme_slug: str
    theme: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a contribution: named with its hash, handed out by the secretariat only."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Text:
    """One contribution whole."""

    line: Line
    author_name: str
    signer_name: str
    signer_post: str
    received_on: datetime.date
    summary: str
    paragraphs: tuple[str, ...]
    attachments: tuple[Attached, ...]
    answering_today: str
    answering_today_slug: str


#: The columns a line is made of; the text stays in the database.
LINE_FIELDS = (
    "number",
    "title",
    "committee__full_name",
    "committee__slug",
    "committee__region",
    "body_kind",
    "body_name",
    "symbol",
    "document_on",
    "form",
    "presented_live",
    "speaking_order",
    "agenda_item_id",
    "stance",
    "theme__slug",
    "theme__title",
    "is_sample",
)


def lines_of(workshop: Workshop, audience: Audience) -> list[Line]:
    """Return the registry's lines that an audience may read, by number: one query."""
    rows = Contribution.objects.in_workshop(workshop).visible_to_audience(audience).order_by("number")
    return [
        Line(
            number=number,
            title=title,
            body=committee or body_name,
            body_kind=BodyKind(body_kind),
            committee_slug=slug or "",
            region=region_on(region or "", workshop.held_on),
            symbol=symbol,
            document_on=document_on,
            form=ContributionForm(form),
            presented_live=live,
            speaking_order=order,
            agenda_item_id=agenda_item_id,
            stance=Stance(stance) if stance else None,
            theme_slug=theme_slug or "",
            theme=theme or "",
            is_sample=is_sample,
        )
        for (
            number, title, committee, slug, region, body_kind, body_name, symbol, document_on,
            form, live, order, agenda_item_id, stance, theme_slug, theme, is_sample,
        ) in rows.values_list(*LINE_FIELDS)
    ]  # fmt: skip


def texts_of(
    workshop: Workshop, audience: Audience, *, lines: dict[int, Line], number: int | None = None
) -> Iterator[Text]:
    """Yield the contributions that an audience may read, whole, by number; 200 at a time in memory."""
    rows = Contribution.objects.in_workshop(workshop).visible_to_audience(audience).order_by("number")
    if number is not None:
        rows = rows.filter(number=number)
    rows = rows.select_related("committee__successor__successor").prefetch_related("attachments")
    for row in rows.iterator(chunk_size=200):
        today = row.committee.answering_today() if row.committee else None
        yield Text(
            line=lines[row.number],
            author_name=row.author_name,
            signer_name=row.signer_name,
            signer_post=row.signer_post,
            received_on=row.received_on,
            summary=row.summary,
            paragraphs=tuple(row.paragraphs),
            attachments=tuple(
                Attached(name=file.name, size=file.size, sha256=file.sha256)
                for file in sorted(row.attachments.all(), key=lambda file: file.pk)
            ),
            answering_today=today.full_name if today and today != row.committee else "",
            answering_today_slug=today.slug if today and today != row.committee else "",
        )
