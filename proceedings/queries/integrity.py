"""Proving that the whole record is what it should be: the invariants of its tables, and the files it keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import QuerySet

from proceedings.models import Attachment, Closing, Draft
from proceedings.queries.gaps import GapKind
from proceedings.queries.invariants import INVARIANTS
from proceedings.queries.truth import find_untruths

#: How many rows of one broken invariant are named.
NAMED = 20
FILES = "an attachment is on the disk as it was received"
TRUTHS = "what a synthesis was closed with as complete is true"
ORIGINALS = "the original of a draft is on the disk as it was received"


#: What other packages hold to be true: the record asks for it without knowing them.
_added: dict[str, str | Callable[[], Iterable[str]]] = {}


@dataclass(frozen=True)
class Broken:
    """An invariant that does not hold, how many rows break it, and the first of them."""

    invariant: str
    count: int
    rows: tuple[str, ...]


def add_invariants(invariants: Mapping[str, str | Callable[[], Iterable[str]]]) -> None:
    """Let a package that builds on the record add its invariants: SQL, or a function that yields the broken rows."""
    _added.update(invariants)


def added_invariants() -> frozenset[str]:
    """Return the names of the invariants that other packages have added."""
    return frozenset(_added)


def verify_all() -> tuple[int, list[Broken]]:
    """Ask for every invariant, and check the truth of what was closed, and hash every attachment and
    every original again.

    Return how many invariants were asked for and those that do not hold. Reads only.
    """
    broken = [_broken(name, _ask(sql)) for name, sql in INVARIANTS.items()]
    broken.append(_broken(FILES, list(_damaged_attachments())))
    broken.append(_broken(ORIGINALS, list(_damaged_originals())))
    broken.append(_broken(TRUTHS, list(_untrue_closings())))
    broken += [
        _broken(name, _ask(asked) if isinstance(asked, str) else list(asked()))
        for name, asked in _added.items()
    ]
    return len(broken), [each for each in broken if each.count]


def _broken(name: str, rows: list[str]) -> Broken:
    return Broken(invariant=name, count=len(rows), rows=tuple(sorted(rows)[:NAMED]))


def _ask(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [str(row[0]) for row in cursor.fetchall()]


def _untrue_closings() -> Iterator[str]:
    """Hold the decisions of what was closed without a gap against the drafts: nothing may have changed behind it."""
    standing = Closing.objects.filter(reopened_at=None, gaps=[]).select_related("workshop").order_by("pk")
    for closing in standing:
        for gap in find_untruths(closing.workshop):
            if gap.kind == GapKind.NO_RESPONSE:  # the next draft goes on being written
                continue
            yield f"workshop {closing.workshop_id}: {gap.kind}: {gap.where}"


def _damaged_attachments() -> Iterator[str]:
    rows = Attachment.objects.order_by("id").values_list("id", "file", "size", "sha256")
    yield from _damaged("attachment", rows)


def _damaged_originals() -> Iterator[str]:
    rows = Draft.objects.exclude(source="").order_by("id")
    yield from _damaged("draft", rows.values_list("id", "source", "source_size", "source_sha256"))


def _damaged(what: str, rows: QuerySet[Any, Any]) -> Iterator[str]:
    for pk, path, size, sha256 in rows.iterator(chunk_size=500):
        try:
            with default_storage.open(path) as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                measured = file.tell()
        except OSError:
            yield f"{what} {pk}: not there"
            continue
        if (measured, digest) != (size, sha256):
            yield f"{what} {pk}: altered"
