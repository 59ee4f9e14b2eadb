"""What makes a function an operation: one transaction, and its name and actor in the history of all it changes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

import pghistory
from django.db import IntegrityError, transaction

from proceedings.models import User
from proceedings.operations.refusals import refuse_overtaken

F = TypeVar("F", bound=Callable[..., Any])

_is_inside: ContextVar[bool] = ContextVar("is_inside_an_operation", default=False)


def operation(function: F) -> F:
    """Run a keyword-only function in one transaction and name it and its ``actor`` in the history (law 7).

    What the database refuses because somebody else was quicker by a moment is refused in words.

    An operation that another one calls is a part of it: the history names what the person did.
    """
    name = f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}"

    @functools.wraps(function)
    def recorded(*, actor: User, **arguments: Any) -> Any:
        try:
            with transaction.atomic(), _named(name, actor):
                return function(actor=actor, **arguments)
        except IntegrityError as error:
            refuse_overtaken(error)
            raise

    return cast("F", recorded)


@contextmanager
def _named(name: str, actor: User) -> Iterator[None]:
    if _is_inside.get():
        yield
        return
    outside = _is_inside.set(True)
    try:
        with pghistory.context(operation=name, actor=actor.pk, actor_name=str(actor)):
            yield
    finally:
        _is_inside.reset(outside)
