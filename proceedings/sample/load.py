"""Entering the sample into the record, through the record's own operations; a second time changes nothing."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import islice
from typing import Final

from django.db import connection, transaction

from proceedings.models import Committee, Contribution, User, Workshop
from proceedings.operations import contributions as registry
from proceedings.sample import facts
from proceedings.sample.answering import answer
from proceedings.sample.compose import SampleContribution, contributions, generate
from proceedings.sample.consulting import consult
from proceedings.sample.occasion import begin, committees_asked, paper_line

#: So many documents enter together: a loader that is stopped loses at most these, and the next run goes on.
TOGETHER: Final = 100


@dataclass(frozen=True)
class Loaded:
    """What a run did: whether the workshop is new, how many documents it entered, how many were there before."""

    workshop: Workshop
    is_new: bool
    registered: int
    known: int


def load_founding(*, now: datetime.datetime, actor: User | None = None, is_answered: bool = True) -> Loaded:
    """Enter the founding workshop with its 92 sample contributions, two drafts of its sample regulation, and answers.

    Without ``is_answered`` the contributions are not split yet.

    What a person changed since an earlier run stays as it is: the workshop and its parts are made once, and a
    document is recognised by its idempotency key. Refuses what the operations refuse, and an incomplete table of
    committees.
    """
    head = {"title": facts.TITLE, "short_title": facts.SHORT_TITLE, "source_note": facts.SOURCE_NOTE}
    loaded = _load(facts.WORKSHOP_SLUG, head, contributions(), actor=actor, now=now)
    with transaction.atomic():
        _take_turns(facts.WORKSHOP_SLUG)
        writer = actor or User.objects.system()
        consult(loaded.workshop, actor=writer, now=now)
        if is_answered:
            answer(loaded.workshop, approver=writer, now=now)
    return loaded


def load_many(
    *, count: int, now: datetime.datetime, words: int | None = None, actor: User | None = None
) -> Loaded:
    """Enter a workshop of ``count`` sample contributions for measurements, under the slug ``hoi-thao-mau-<count>``."""
    slug, title = f"hoi-thao-mau-{count}", f"Hội thảo mẫu gồm {count:,} văn bản".replace(",", ".")
    note = f"{_NOTE_ON_MANY}\n{facts.SOURCE_NOTE}"
    head = {"title": title, "short_title": title, "source_note": note}
    return _load(slug, head, generate(count, words, slug=slug), actor=actor, now=now)


_NOTE_ON_MANY: Final = (
    "Hội thảo này chỉ dùng để đo tốc độ; thông tin chung chép lại từ hội thảo ngày 07/09/2021."
)


def _load(
    slug: str,
    head: dict[str, str],
    samples: Iterable[SampleContribution],
    *,
    actor: User | None,
    now: datetime.datetime,
) -> Loaded:
    with transaction.atomic():
        _take_turns(slug)
        writer = actor or User.objects.system()
        found = Workshop.objects.filter(slug=slug).first()
        workshop = found or begin(slug=slug, **head, actor=writer, now=now)
    desk = _Desk(workshop, writer, now)
    known, registered = 0, 0
    for batch in _batches(samples):
        fresh = [sample for sample in batch if sample.idempotency_key not in desk.keys]
        with transaction.atomic():
            for sample in fresh:
                desk.register(sample)
        registered, known = registered + len(fresh), known + len(batch) - len(fresh)
    return Loaded(workshop=workshop, is_new=found is None, registered=registered, known=known)


def _take_turns(slug: str) -> None:
    """Let a second loader of the same workshop wait until the first has made it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"load {slug}"])


class _Desk:
    """Where the samples are registered: it knows what is there, and the rows that the samples' slugs stand for."""

    def __init__(self, workshop: Workshop, actor: User, now: datetime.datetime) -> None:
        self._workshop, self._actor, self._now = workshop, actor, now
        entered = Contribution.objects.in_workshop(workshop).filter(idempotency_key__isnull=False)
        self.keys = set(entered.values_list("idempotency_key", flat=True))
        self._themes = {theme.slug: theme for theme in workshop.themes.all()}
        self._agenda = {item.title: item for item in workshop.agenda.all()}

    def register(self, sample: SampleContribution) -> Contribution:
        """Register one sample; its line of the programme is the one of its speaking order."""
        given = {field.name: getattr(sample, field.name) for field in fields(sample)}
        slug = given.pop("committee_slug")
        theme = self._themes.get(given.pop("theme_slug"))
        line = self._agenda.get(paper_line(sample.speaking_order)) if sample.speaking_order else None
        return registry.register(
            workshop=self._workshop,
            committee=self._committees[slug] if slug else None,
            theme=theme,
            agenda_item=line,
            **given,
            actor=self._actor,
            now=self._now,
        )

    @functools.cached_property
    def _committees(self) -> dict[str, Committee]:
        return committees_asked()


def _batches(samples: Iterable[SampleContribution]) -> Iterator[list[SampleContribution]]:
    rows = iter(samples)
    while batch := list(islice(rows, TOGETHER)):
        yield batch
