"""What a page shows and is only worked out when the page is drawn: an unchanged page costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

Content = TypeVar("Content")


class Deferred(Generic[Content]):
    """Content that is made on first use; the page's other values say all that it is made from."""

    def __init__(self, make: Callable[[], Content]) -> None:
        self._make = make

    @cached_property
    def value(self) -> Content:
        """Return the content."""
        return self._make()
