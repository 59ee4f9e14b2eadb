"""Where the work on drafts stands: the texts of a workshop, the steps of mending, what waits for a person."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from proceedings.models import ConsultedText, Draft, DraftChange, Lineage, User, Workshop
from proceedings.text.provisions import Kind
from proceedings.vocabulary import DraftState, LineageState


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One draft of a list."""

    pk: int
    number: int | None
    issued_at: datetime.datetime | None
    issued_by: str
    articles: int
    steps: int
    unconfirmed: int
    has_file: bool


@dataclass(slots=True)
class TextEntry:
    """A consulted text with its issued drafts and the one that is worked on."""

    text: ConsultedText
    issued: list[DraftEntry] = field(default_factory=list)
    working: DraftEntry | None = None

    @property
    def next_number(self) -> int:
        """The number that the next draft will have."""
        return (self.issued[-1].number or 0) + 1 if self.issued else 1

    @property
    def last(self) -> DraftEntry | None:
        """The last issued draft."""
        return self.issued[-1] if self.issued else None


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the list of steps stands: what can be undone, what can be done again, and its key.

    ``key`` names the last step that stands, 0 before the first: who sends it back has seen the draft as it is.
    """

    key: int
    undo: DraftChange | None
    redo: DraftChange | None


def texts_of(workshop: Workshop) -> list[TextEntry]:
    """Return the texts of a workshop with their drafts, in order: four queries, whatever there is."""
    entries = {text.pk: TextEntry(text) for text in workshop.consulted_texts.in_order()}
    drafts = Draft.objects.in_workshop(workshop).without_source_text().select_related("issued_by")
    drafts = drafts.annotate(articles=Count("provisions", filter=Q(provisions__kind=Kind.DIEU.value)))
    steps = _counted(DraftChange.objects.filter(draft__consulted_text__workshop=workshop, undone_at=None))
    waiting = _counted(Lineage.objects.undecided().filter(draft__consulted_text__workshop=workshop))
    for draft in drafts.by_number():
        entry = DraftEntry(
            pk=draft.pk,
            number=draft.number,
            issued_at=draft.issued_at,
            issued_by=str(draft.issued_by or ""),
            articles=draft.articles,  # type: ignore[attr-defined]
            steps=steps[draft.pk],
            unconfirmed=waiting[draft.pk],
            has_file=draft.has_source,
        )
        if draft.is_issued:
            entries[draft.consulted_text_id].issued.append(entry)
        else:
            entries[draft.consulted_text_id].working = entry
    return list(entries.values())


def workshops_with_texts() -> list[Workshop]:
    """Return all workshops, the latest first, each with the number of its texts and of drafts worked on: one query."""
    counted = Workshop.objects.annotate(
        text_count=Count("consulted_texts", distinct=True),
        working_count=Count(
            "consulted_texts__drafts",
            filter=Q(consulted_texts__drafts__state=DraftState.WORKING),
            distinct=True,
        ),
    )
    return list(counted.order_by("-held_on", "-pk"))


def stand_of(draft: Draft) -> Stand:
    """Return where the steps of a draft stand: two queries."""
    changes = draft.changes.select_related("actor").defer("steps")
    undo = changes.filter(undone_at=None).order_by("-number").first()
    redo = changes.exclude(undone_at=None).order_by("number").first()
    return Stand(undo.pk if undo else 0, undo, redo)


def undecided_of(draft: Draft) -> int:
    """Return how many lineages of a draft wait for an editor."""
    return draft.lineages.undecided().count()


def working_drafts() -> list[Draft]:
    """Return every draft that is worked on, by workshop and text: one query."""
    rows = Draft.objects.working().without_source_text().select_related("consulted_text__workshop")
    return list(rows.by_number())


def drafts_to_trace(user: User) -> list[Draft]:
    """Return the issued drafts of which lineages wait for an editor, each with ``waiting``: one query."""
    rows = Draft.objects.visible_to(user).issued().without_source_text()
    rows = rows.select_related("consulted_text__workshop")
    waiting = Count("lineages", filter=Q(lineages__state=LineageState.PROPOSED))
    return list(rows.annotate(waiting=waiting).filter(waiting__gt=0).by_number())


def _counted(rows: QuerySet[Any]) -> dict[int, int]:
    counted = rows.order_by().values("draft").annotate(count=Count("pk"))
    return defaultdict(int, counted.values_list("draft", "count"))
