"""How far a table is, told outside the transaction that enters it."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Final, Self

from django.db import connection

from submissions.models import Workbook

#: Seconds between two notes.
INTERVAL: Final = 0.5


class Progress:
    """Notes how many rows are done through a connection of its own; the table's own transaction shows nothing yet.

    Where a test's transaction hides the table from that connection, the note finds no row and changes nothing.
    """

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.noted_at = time.monotonic()

    def __enter__(self) -> Self:
        self.connection = connection.copy()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def note(self, done: int, total: int) -> None:
        """Note how many rows are done, of how many, now and then."""
        if time.monotonic() - self.noted_at < INTERVAL:
            return
        self.noted_at = time.monotonic()
        with self.connection.cursor() as cursor:
            cursor.execute(
                "UPDATE submissions_workbook SET done_count = %s, total_count = %s WHERE submission_id = %s",
                [done, total, self.workbook.pk],
            )
