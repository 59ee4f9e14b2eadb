"""What the database itself refuses and records: history of every change, frozen rows, version counting."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models
from pghistory.constants import UNSET

Model = TypeVar("Model", bound=type[models.Model])


def tracked(*, exclude: Iterable[str] = (), derived: Iterable[str] = ()) -> Callable[[Model], Model]:
    """Keep a row of history for every insert, update and delete of a model, also for bulk and raw SQL (law 7).

    ``derived`` columns are kept, but a change of nothing else is not an event: other columns imply them.

    The history itself is insert-only: the settings make it refuse UPDATE and DELETE, the guard here TRUNCATE.
    """
    unseen = [*exclude, *derived]
    changed = pghistory.UpdateEvent(condition=pghistory.AnyChange(exclude=unseen) if derived else UNSET)
    track: Callable[[Model], Model] = pghistory.track(
        pghistory.InsertEvent(),
        changed,
        pghistory.DeleteEvent(),
        exclude=list(exclude),
        meta={"triggers": [never_truncated()]},
    )
    return track


def frozen() -> list[pgtrigger.Trigger]:
    """Return the triggers of a model whose rows are inserted and never change (law 3)."""
    return [
        pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        never_truncated(),
    ]


def lasting() -> list[pgtrigger.Trigger]:
    """Return the triggers of a model whose rows may change but stay (law 1)."""
    return [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete), never_truncated()]


def never_truncated() -> pgtrigger.Trigger:
    """Return the trigger that refuses to empty a table: guards of rows do not see TRUNCATE."""
    return pgtrigger.Trigger(
        name="never_truncated",
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'pgtrigger: Cannot truncate rows from % table', TG_TABLE_NAME;",
    )


def counts_versions() -> pgtrigger.Trigger:
    """Return the trigger that counts ``version`` up at every change; the optimistic lock relies on it."""
    return pgtrigger.Trigger(
        name="counts_versions",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func="NEW.version := OLD.version + 1; RETURN NEW;",
    )


class Fold(models.Func):
    """The database's twin of ``proceedings.text.folding.fold``: accents, case and punctuation do not count."""

    function = "fold_text"
    output_field = models.TextField()
