"""The text on which the founding workshop consults, with its two drafts, entered through the record's operations."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.utils import timezone

from proceedings.models import ConsultedText, Draft, User, Workshop
from proceedings.operations import consulted_texts, drafts, lineages
from proceedings.operations.drafts import Place
from proceedings.operations.lineages import Match
from proceedings.outline_words import words_of
from proceedings.sample import redrafting, regulation
from proceedings.text.structure import Outline, provisions, read_structure
from proceedings.vocabulary import Circulation, LineageKind

#: Drafts are issued in the morning of their day.
ISSUED_AT: Final = datetime.time(8)


def consult(workshop: Workshop, *, actor: User, now: datetime.datetime) -> ConsultedText | None:
    """Enter the sample regulation with drafts 1 and 2, issued; None where the workshop has it already.

    Reader, outline, reasons of the changes and lineage are those that people would have entered; draft 2 comes as a
    file of its own, as an editing group sends it. Call it in one transaction: half of it is no sample.
    """
    if workshop.consulted_texts.filter(slug=regulation.SLUG).exists():
        return None
    text = consulted_texts.add_text(
        workshop=workshop,
        slug=regulation.SLUG,
        title=regulation.TITLE,
        family=regulation.FAMILY,
        circulation=Circulation.PUBLIC,
        is_sample=True,
        actor=actor,
        now=now,
    )
    for sample in regulation.drafts():
        at = timezone.make_aware(datetime.datetime.combine(sample.drafted_on, ISSUED_AT))
        draft = _start(text, sample, actor=actor, now=at)
        drafts.issue(draft=draft, acknowledged=True, actor=actor, now=at)
        if sample.number > 1:
            _say_lineage(draft, actor=actor, now=at)
    return text


def _start(text: ConsultedText, sample: regulation.SampleDraft, **by: Any) -> Draft:
    outline = read_structure(sample.paragraphs)
    return drafts.start_from_outline(
        consulted_text=text,
        provisions=provisions(outline.texts[0]),
        source_text=sample.text,
        source=drafts.Source(
            f"du-thao-{sample.number}.txt", sample.text.encode(), media_type="text/plain; charset=utf-8"
        ),
        places=_places(outline),
        reasons=_reasons() if sample.number > 1 else {},
        removals=_removals() if sample.number > 1 else {},
        warnings=[words_of(doubt) for doubt in outline.warnings],
        **by,
    )


def _places(outline: Outline) -> dict[str, Place]:
    nodes = outline.texts[0].walk()
    return {node.path: Place(node.start, node.end, node.confidence) for node in nodes if not node.is_lead}


def _reasons() -> dict[str, str]:
    return {row.path: row.reason for row in redrafting.lineage() if row.reason}


def _removals() -> dict[str, str]:
    return {gone.path: gone.reason for gone in redrafting.deleted() if gone.reason}


def _say_lineage(draft: Draft, **by: Any) -> None:
    lineages.confirm_lineage(lineages=lineages.propose_lineage(draft=draft, matches=_matches(), **by), **by)


def _matches() -> Iterator[Match]:
    for row in redrafting.lineage():
        yield Match(row.origins, (row.path,), LineageKind(row.kind.value), is_changed=row.is_reworded)
    for gone in redrafting.deleted():
        yield Match((gone.path,), (), LineageKind.DELETED)
