"""What makes a function an operation: one transaction, and its name and actor in the history of all it changes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.db import transaction

from proceedings.models import User

Result = TypeVar("Result")
F = TypeVar("F", bound=Callable[..., Any])


def operation(function: F) -> F:
    """Run a keyword-only function in one transaction and name it and its ``actor`` in the history (law 7)."""
    name = f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}"

    @functools.wraps(function)
    def recorded(*, actor: User, **arguments: Any) -> Any:
        with transaction.atomic(), pghistory.context(operation=name, actor=actor.pk, actor_name=str(actor)):
            return function(actor=actor, **arguments)

    return recorded  # type: ignore[return-value]
