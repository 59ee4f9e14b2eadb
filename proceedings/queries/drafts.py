"""Drafts as trees, what differs from the draft before, and where each provision comes from."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q

from proceedings.models import Draft, Lineage, Provision, Workshop
from proceedings.text.provisions import Kind, Role
from proceedings.text.provisions import Provision as Node
from proceedings.vocabulary import LineageKind, LineageState

#: The hash of a draft's content, from its rows in reading order: parted by signs that no text holds.
CONTENT_SHA256 = """
    encode(sha256(convert_to(string_agg(concat_ws(chr(31), row.path, coalesce(parent.path, ''), row.kind, row.role,
                                                  row.number, row.mark, row.heading, row.text),
                                        chr(30) ORDER BY row.position), 'UTF8')), 'hex')"""
ROWS = "proceedings_provision row LEFT JOIN proceedings_provision parent ON parent.id = row.parent_id"


@dataclass(frozen=True, slots=True)
class Row:
    """One provision as the editors' page needs it: the node, its key and version, and what is known of it."""

    pk: int
    parent: int | None
    depth: int
    kind: Kind
    role: Role
    number: str
    mark: str
    heading: str
    text: str
    path: str
    confidence: float
    version: int
    origin: int | None
    change_note: str
    has_children: bool
    is_changed: bool


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft of a list: light, without its text."""

    pk: int
    consulted_text: str
    consulted_text_slug: str
    number: int | None
    title: str
    is_issued: bool
    issued_at: datetime.datetime | None
    issued_by: str
    note: str
    article_count: int
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A provision that differs from the one it was copied from; ``before`` is None for what is new."""

    path: str
    label: str
    before: str | None
    after: str
    change_note: str


@dataclass(frozen=True, slots=True)
class Kin:
    """One line of lineage: paths in the draft before and in the draft itself, and what an editor said of it."""

    pk: int
    version: int
    before: str | None
    after: str | None
    kind: LineageKind
    is_changed: bool
    score: float | None
    state: LineageState
    decided_by: str
    decided_at: datetime.datetime | None


_NODE = ("pk", "parent_id", "kind", "number", "heading", "text", "mark", "role", "path")
_ORIGIN = ("origin__kind", "origin__mark", "origin__heading", "origin__text")
_ROW = (
    "pk", "parent_id", "kind", "role", "number", "mark", "heading", "text", "path", "confidence", "version",
    "origin_id", "change_note",
)  # fmt: skip


def tree(draft: Draft) -> tuple[Node, ...]:
    """Return the provisions of a draft as the engines read them, in reading order: one query."""
    below: dict[int | None, list[tuple[Any, ...]]] = defaultdict(list)
    for values in draft.provisions.order_by("position").values_list(*_NODE):
        below[values[1]].append(values)
    return tuple(_nodes(None, below))


def rows_of(draft: Draft) -> tuple[Row, ...]:
    """Return the provisions of a draft as the editors' page needs them, in reading order: one query."""
    found = list(draft.provisions.order_by("position").values(*_ROW, *_ORIGIN))
    parents = {each["parent_id"] for each in found}
    depths: dict[int | None, int] = {None: -1}
    rows = []
    for each in found:
        before = [each.pop(name) for name in _ORIGIN]
        depths[each["pk"]] = depths[each["parent_id"]] + 1
        is_changed = before != [each[name.removeprefix("origin__")] for name in _ORIGIN]
        rows.append(
            Row(
                parent=each.pop("parent_id"),
                origin=each.pop("origin_id"),
                kind=Kind(each.pop("kind")),
                role=Role(each.pop("role")),
                depth=depths[each["pk"]],
                has_children=each["pk"] in parents,
                is_changed=is_changed and draft.based_on_id is not None,
                **each,
            )
        )
    return tuple(rows)


def drafts_of(workshop: Workshop) -> tuple[DraftLine, ...]:
    """Return the drafts of a workshop by text and number, the working one last: one query."""
    rows = (
        Draft.objects.in_workshop(workshop)
        .without_source_text()
        .select_related("consulted_text", "issued_by")
        .annotate(articles=Count("provisions", filter=Q(provisions__kind=Kind.DIEU.value)))
        .by_number()
    )
    return tuple(
        DraftLine(
            pk=row.pk,
            consulted_text=row.consulted_text.title,
            consulted_text_slug=row.consulted_text.slug,
            number=row.number,
            title=row.title,
            is_issued=row.is_issued,
            issued_at=row.issued_at,
            issued_by=str(row.issued_by or ""),
            note=row.note,
            article_count=row.articles,  # type: ignore[attr-defined]
            is_sample=row.is_sample,
        )
        for row in rows
    )


def working_draft(consulted_text: Any) -> Draft | None:
    """Return the draft of a text that is being worked on, if there is one, without its source text."""
    found: Draft | None = consulted_text.drafts.working().without_source_text().first()
    return found


def last_issued_draft(consulted_text: Any) -> Draft | None:
    """Return the latest issued draft of a text, if there is one, without its source text."""
    found: Draft | None = consulted_text.drafts.issued().without_source_text().order_by("-number").first()
    return found


def changed_provisions(draft: Draft) -> tuple[Changed, ...]:
    """Return what differs from the draft it is based on, by the rows copied, in reading order: one query.

    What was removed is not listed: it has no row here (``removed_provisions``). Without a draft before: nothing.
    """
    if draft.based_on_id is None:
        return ()
    rows = (
        draft.provisions.select_related("origin")
        .exclude(
            origin__isnull=False,
            heading=F("origin__heading"),
            text=F("origin__text"),
            mark=F("origin__mark"),
            kind=F("origin__kind"),
        )
        .order_by("position")
    )
    return tuple(
        Changed(
            path=row.path,
            label=str(row),
            before=_shown(row.origin) if row.origin else None,
            after=_shown(row),
            change_note=row.change_note,
        )
        for row in rows
    )


def removed_provisions(draft: Draft) -> tuple[str, ...]:
    """Return the paths of the draft before that nothing was copied from, in reading order: one query."""
    if draft.based_on_id is None:
        return ()
    copied = draft.provisions.filter(origin__isnull=False).values("origin_id")
    before = Provision.objects.filter(draft=draft.based_on_id).exclude(pk__in=copied)
    return tuple(before.order_by("position").values_list("path", flat=True))


def lineage_of(draft: Draft) -> tuple[Kin, ...]:
    """Return the lineages of a draft in reading order, what was deleted last: one query."""
    rows: Iterable[Lineage] = draft.lineages.select_related(
        "before", "after", "decided_by"
    ).in_reading_order()
    return tuple(
        Kin(
            pk=row.pk,
            version=row.version,
            before=row.before.path if row.before else None,
            after=row.after.path if row.after else None,
            kind=LineageKind(row.kind),
            is_changed=row.is_changed,
            score=row.score,
            state=LineageState(row.state),
            decided_by=str(row.decided_by or ""),
            decided_at=row.decided_at,
        )
        for row in rows
    )


def repeated_labels(draft: Draft) -> list[str]:
    """Return the provisions whose label is already taken in their place, in reading order: one query."""
    rows = draft.provisions.exclude(kind=Kind.TEXT.value).filter(path__regex=r"~[0-9]+$").order_by("position")
    return [row.label for row in rows.only("draft", "kind", "number", "path")]


def content_sha256(draft: Draft) -> str:
    """Return the hash of a draft's rows as they stand in the database: one query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {CONTENT_SHA256} FROM {ROWS} WHERE row.draft_id = %s", [draft.pk])  # noqa: S608
        found: str = cursor.fetchone()[0]
    return found


def _nodes(parent: int | None, below: dict[int | None, list[tuple[Any, ...]]]) -> Iterator[Node]:
    for pk, _parent, kind, number, heading, text, mark, role, path in below.get(parent, ()):
        children = tuple(_nodes(pk, below))
        yield Node(Kind(kind), number, heading, text, mark, Role(role), path, children)


def _shown(row: Provision) -> str:
    return "\n".join(filter(None, (f"{row.mark} {row.heading}".strip(), row.text)))
