"""The reading of a table of moves between states."""

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import TextChoices

State = TypeVar("State", bound=TextChoices)


def may_move(moves: Mapping[State, frozenset[State]], before: State, after: State) -> bool:
    """Tell whether a state may become another by a table of moves; staying is always allowed."""
    return before == after or after in moves[before]
