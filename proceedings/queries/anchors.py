"""The issued drafts that points are anchored in, and where a provision went in the drafts after its own."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from proceedings.models import Draft, Lineage, Provision, Workshop
from proceedings.queries.place_names import row_name
from proceedings.vocabulary import LineageKind


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a provision stands in the latest draft; ``paths`` is empty where it was taken out."""

    draft: Draft
    kind: LineageKind
    names: tuple[str, ...]
    paths: tuple[str, ...]

    @property
    def word(self) -> str:
        """Return what became of the provision, as a note says it."""
        return str(self.kind.label).lower()


def issued_drafts(workshop: Workshop) -> list[Draft]:
    """Return the issued drafts of a workshop by text and number: one query."""
    rows = Draft.objects.in_workshop(workshop).issued().without_source_text()
    return list(rows.select_related("consulted_text").by_number())


def draft_of_day(drafts: Sequence[Draft], day: datetime.date) -> Draft | None:
    """Return the draft that a document of a day is about: of the first text, the last that was issued by then.

    Where none was issued by then, the first one: the document came before its number.
    """
    first = [draft for draft in drafts if draft.consulted_text_id == drafts[0].consulted_text_id]
    known = [draft for draft in first if draft.issued_at and timezone.localdate(draft.issued_at) <= day]
    return known[-1] if known else next(iter(first), None)


def latest_of(drafts: Iterable[Draft], draft: Draft) -> Draft:
    """Return the latest draft of the text that a draft is of."""
    return [each for each in drafts if each.consulted_text_id == draft.consulted_text_id][-1]


def whereabouts(anchors: Iterable[Provision], drafts: Sequence[Draft]) -> dict[int, Whereabouts]:
    """Return where provisions of earlier drafts stand in the latest draft of their text, by key: at most one query.

    Where nothing was stored of a draft in between, nothing is said. Anchors come with their drafts.
    """
    old = {anchor.pk: anchor for anchor in anchors if latest_of(drafts, anchor.draft).pk != anchor.draft_id}
    if not old:
        return {}
    follow = _follow(drafts, {anchor.draft.consulted_text_id for anchor in old.values()})
    found = ((key, _find(anchor, drafts, follow)) for key, anchor in old.items())
    return {key: place for key, place in found if place is not None}


def _follow(drafts: Sequence[Draft], texts: set[int]) -> Mapping[int, list[Lineage]]:
    later = [draft.pk for draft in drafts if draft.consulted_text_id in texts and draft.based_on_id]
    rows = Lineage.objects.filter(draft__in=later, before__isnull=False).select_related("after")
    follow: dict[int, list[Lineage]] = defaultdict(list)
    for row in rows.in_reading_order():
        if row.before_id is not None:
            follow[row.before_id].append(row)
    return follow


def _find(
    anchor: Provision, drafts: Sequence[Draft], follow: Mapping[int, list[Lineage]]
) -> Whereabouts | None:
    latest = latest_of(drafts, anchor.draft)
    ends = list(_ends(anchor.pk, latest, follow))
    if not ends:
        return None
    there = [row.after for row in ends if row.after is not None]
    return Whereabouts(
        latest,
        LineageKind(ends[0].kind),
        tuple(row_name(row) for row in there),
        tuple(row.path for row in there),
    )


def _ends(key: int, latest: Draft, follow: Mapping[int, list[Lineage]]) -> Iterator[Lineage]:
    """Yield the last lines of descent of a provision: in the latest draft, or where it was taken out."""
    for row in follow.get(key, ()):
        if row.draft_id == latest.pk or row.after_id is None:
            yield row
        else:
            yield from _ends(row.after_id, latest, follow)
