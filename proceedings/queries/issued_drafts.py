"""Issued drafts as editions take them: light lines first, trees and lineages when a page is drawn from them.

The rule of circulation: an edition has the issued drafts of the texts that its audience may read
(:data:`proceedings.vocabulary.READABLE`). A working draft is in none.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.utils import timezone

from proceedings.models import ConsultedText, Draft, Lineage, Provision, Removal, Workshop
from proceedings.queries.drafts import Kin, lineage_of
from proceedings.text.lineage import Fate, Match
from proceedings.text.lineage import Lineage as Ancestry
from proceedings.vocabulary import Audience, DraftState, Family, LineageKind


@dataclass(frozen=True, slots=True)
class IssuedDraft:
    """One issued draft; its ``content`` and ``lineage`` are hashes of its words and of where its parts come from."""

    pk: int
    number: int
    title: str
    issued_at: datetime.datetime
    note: str
    content: str
    lineage: str
    is_sample: bool

    @property
    def issued_on(self) -> datetime.date:
        """Return the day on which it was issued."""
        return timezone.localdate(self.issued_at)


@dataclass(frozen=True, slots=True)
class CirculatedText:
    """A consulted text with its issued drafts, the first one first; addresses do without the main text's slug."""

    slug: str
    title: str
    family: Family
    is_main: bool
    is_sample: bool
    issued_symbol: str
    issued_on: datetime.date | None
    issued_title: str
    drafts: tuple[IssuedDraft, ...]

    @property
    def root(self) -> str:
        """Return where its drafts stand below the workshop: ``draft/`` or ``texts/<slug>/draft/``."""
        return "draft/" if self.is_main else f"texts/{self.slug}/draft/"

    @property
    def latest(self) -> IssuedDraft:
        """Return the draft that was issued last."""
        return self.drafts[-1]

    @property
    def pairs(self) -> tuple[tuple[IssuedDraft, IssuedDraft], ...]:
        """Return the drafts that are compared: each with the next one, and the first with the last."""
        return tuple(
            (earlier, later)
            for earlier, later in combinations(self.drafts, 2)
            if later.number == earlier.number + 1 or (earlier, later) == (self.drafts[0], self.drafts[-1])
        )

    def before(self, draft: IssuedDraft) -> IssuedDraft | None:
        """Return the draft before one."""
        place = self.drafts.index(draft)
        return self.drafts[place - 1] if place else None


def circulated_texts(workshop: Workshop, audience: Audience) -> tuple[CirculatedText, ...]:
    """Return the texts of which an audience may read an issued draft, the main one first: three queries."""
    texts = list(ConsultedText.objects.filter(workshop=workshop).readable_by(audience).in_order())
    issued: dict[int, list[Draft]] = defaultdict(list)
    rows = Draft.objects.filter(consulted_text__in=texts, state=DraftState.ISSUED)
    for row in rows.without_source_text().order_by("number"):
        issued[row.consulted_text_id].append(row)
    lineages = _hash_lineages(row for drafts in issued.values() for row in drafts)
    return tuple(
        CirculatedText(
            slug=text.slug,
            title=text.title,
            family=Family(text.family),
            is_main=text.is_main,
            is_sample=text.is_sample,
            issued_symbol=text.issued_symbol,
            issued_on=text.issued_on,
            issued_title=text.issued_title,
            drafts=tuple(_line(row, lineages.get(row.pk, "")) for row in issued[text.pk]),
        )
        for text in texts
        if issued[text.pk]
    )


def change_notes(draft: int) -> dict[str, str]:
    """Return the reasons of the changes of a draft by path: one query."""
    rows = Provision.objects.filter(draft=draft).exclude(change_note="")
    return dict(rows.values_list("path", "change_note"))


def removal_reasons(draft: int) -> dict[str, str]:
    """Return why provisions of the draft before were taken out, by their path there: one query."""
    rows = Removal.objects.filter(draft=draft)
    return dict(rows.values_list("provision__path", "reason"))


def ancestry(draft: int) -> Ancestry | None:
    """Return where the parts of a draft come from as the redline takes it, None where nothing was stored: one query.

    What stands in no row (paragraphs without a number) is matched by the redline itself.
    """
    kin = lineage_of(Draft(pk=draft))
    return Ancestry(tuple(_matches(kin))) if kin else None


def _matches(kin: Iterable[Kin]) -> Iterable[Match]:
    """Gather the pairs of a split under what it was, those of a merger under what it became, in reading order."""
    parts: dict[tuple[LineageKind, str | None], list[Kin]] = {}
    for row in kin:
        key = row.before if row.kind == LineageKind.SPLIT else row.after or row.before
        parts.setdefault((row.kind, key), []).append(row)
    for (kind, _key), rows in parts.items():
        before = _paths((row.before for row in rows), rows[0].after)
        after = _paths((row.after for row in rows), rows[0].before)
        yield Match(
            Fate(kind.value),
            before,
            after,
            score=rows[0].score or 0.0,
            confidence=1.0,
            is_changed=any(row.is_changed for row in rows),
            is_renumbered=kind == LineageKind.RENUMBERED,
            is_moved=kind == LineageKind.MOVED,
        )


def _paths(paths: Iterable[str | None], other: str | None) -> tuple[str, ...]:
    """Return the paths of one side, the one that kept its place first: the redline shows the words there."""
    return tuple(sorted(dict.fromkeys(filter(None, paths)), key=lambda path: path != other))


def _hash_lineages(drafts: Iterable[Draft]) -> dict[int, str]:
    digests: dict[int, hashlib._Hash] = {}
    rows = Lineage.objects.filter(draft__in=[row.pk for row in drafts]).in_reading_order()
    for draft, *values in rows.values_list("draft_id", "before_id", "after_id", "kind", "is_changed"):
        digests.setdefault(draft, hashlib.sha256()).update(repr(values).encode())
    return {draft: digest.hexdigest() for draft, digest in digests.items()}


def _line(row: Draft, lineage: str) -> IssuedDraft:
    if (
        row.number is None or row.issued_at is None
    ):  # pragma: no cover - the database holds an issued draft to both
        raise ValueError(f"draft {row.pk} is not issued")
    return IssuedDraft(
        pk=row.pk,
        number=row.number,
        title=row.title,
        issued_at=row.issued_at,
        note=row.note,
        content=row.content_sha256,
        lineage=lineage,
        is_sample=row.is_sample,
    )
