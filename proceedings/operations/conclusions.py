"""Writes on conclusions and on the tasks they order."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from proceedings.models import Conclusion, Task, User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, lock_unchanged, within_limit
from proceedings.operations.typed import clean_typed, refuse_foreign_parts
from proceedings.text.cleaning import clean_text
from proceedings.vocabulary import TASK_MOVES, TaskState, may_move


@operation
def conclude(
    *,
    workshop: Workshop,
    tasks: Iterable[dict[str, Any]] = (),
    actor: User,
    now: datetime.datetime,
    **fields: Any,
) -> Conclusion:
    """Record a conclusion with the tasks it orders; each task is a mapping of the fields of :class:`Task`.

    Without a ``position`` it comes last. Refuses a speaker or site of another workshop, and what the checks refuse.
    """
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    fields.setdefault("position", _last_place(workshop) + 1)
    conclusion = Conclusion(workshop=workshop, **fields)
    clean_typed(conclusion)
    refuse_foreign_parts(conclusion)
    checked(conclusion)
    conclusion.save(force_insert=True)
    for position, task_fields in enumerate(tasks, start=1):
        task = Task(conclusion=conclusion, position=position, **task_fields)
        clean_typed(task)
        checked(task)
        task.save(force_insert=True)
    return conclusion


@operation
def amend(
    *, conclusion: Conclusion, changed: Iterable[str], version: int, actor: User, now: datetime.datetime
) -> Conclusion:
    """Save the changed fields of a conclusion that was read at ``version``; refuses what changed meanwhile."""
    lock_unchanged(conclusion, version=version)
    clean_typed(conclusion)
    refuse_foreign_parts(conclusion)
    checked(conclusion)
    conclusion.save(update_fields=set(changed))
    conclusion.refresh_from_db(fields=["version"])
    return conclusion


@operation
def report(*, task: Task, state: TaskState, evidence: str = "", actor: User, now: datetime.datetime) -> Task:
    """Say how far a task has come. Refuses a move outside the table, and "done" without evidence."""
    locked = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if not may_move(TASK_MOVES, TaskState(locked.state), state):
        raise Refused(
            _("Không chuyển được từ “%(before)s” sang “%(after)s”."),
            field="state",
            before=locked.get_state_display(),
            after=state.label,
        )
    task.state, task.evidence = state, within_limit(clean_text, evidence, field="evidence") or locked.evidence
    checked(task)
    task.save(update_fields=["state", "evidence"])
    return task


def _last_place(workshop: Workshop) -> int:
    return workshop.conclusions.aggregate(last=Max("position"))["last"] or 0
