"""How far a publication is, told outside the transaction that makes it."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from django.db import connection

from proceedings.models import Publication

#: Told at every step: how many are done, of how many, and what is being made.
OnStep = Callable[[int, int, str], None]

#: Seconds between two notes; a page takes a few milliseconds.
INTERVAL = 0.25


class Progress:
    """Counts steps and notes them beside the publication through a connection of its own.

    The edition's transaction shows nothing until it ends, so the note goes another way. Where a test's transaction
    hides the publication from that connection, the note finds no row and changes nothing.
    """

    def __init__(self, publication: Publication, on_step: OnStep | None = None) -> None:
        self.publication = publication
        self.on_step = on_step
        self.done = 0
        self.count = 0
        self.noted_at = 0.0

    def __enter__(self) -> Self:
        self.connection = connection.copy()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def total(self, count: int) -> None:
        """Note how many steps there will be."""
        self.count = count
        self._note("total_count = %s", count)

    def step(self, current: str) -> None:
        """Count one step and note it, a few times a second."""
        self.done += 1
        if self.on_step:
            self.on_step(self.done, self.count, current)
        if time.monotonic() - self.noted_at >= INTERVAL:
            self._note("done_count = %s, current = %s", self.done, current[:300])

    def _note(self, assignments: str, *values: int | str) -> None:
        self.noted_at = time.monotonic()
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE proceedings_publicationprogress SET {assignments} WHERE publication_id = %s",  # noqa: S608 - our own words
                [*values, self.publication.pk],
            )
