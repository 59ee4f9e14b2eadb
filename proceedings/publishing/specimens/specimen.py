"""What the styleguide knows of one component."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

Example = tuple[str, Mapping[str, Any] | Callable[[], Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class State:
    """One example as shown: its name and its HTML."""

    name: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class Specimen:
    """One partial: its parameters in words, what the keyboard does, what paper shows, and its examples.

    An example is (name of the state, context); a context that builds forms or pictures is a function.
    """

    name: str
    parameters: str
    keyboard: str
    printed: str
    examples: tuple[Example, ...]
    no_css: str = ""

    @property
    def template(self) -> str:
        """Path of the partial."""
        return f"components/_{self.name}.html"

    @property
    def usage(self) -> str:
        """The line a page writes to use it, from the parameters of the first example."""
        words = " ".join(f"{key}={key}" for key in _context(self.examples[0]))
        return f'{{% include "{self.template}" {f"with {words} " if words else ""}only %}}'

    @property
    def states(self) -> tuple[State, ...]:
        """Every example rendered, in order."""
        return tuple(State(e[0], render_to_string(self.template, dict(_context(e)))) for e in self.examples)


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter of the styleguide."""

    anchor: str
    title: str
    specimens: tuple[Specimen, ...]


def _context(example: Example) -> Mapping[str, Any]:
    context = example[1]
    return context() if callable(context) else context
