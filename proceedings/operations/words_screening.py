"""What is asked about words that are typed into a draft; the door adds its own question when it is installed."""

from __future__ import annotations

from collections.abc import Callable

from proceedings.operations.refusals import Refused

#: Returns why words may not be kept and what to do, or nothing where they may.
Question = Callable[[str], str]
_QUESTIONS: dict[str, Question] = {}


def add_question(key: str, question: Question) -> None:
    """Let all words be asked about before they are kept (law 6); ``key`` once more replaces it."""
    _QUESTIONS[key] = question


def refuse_objected(*words: str) -> None:
    """Refuse words that somebody objects to, in their words; the text itself is not repeated."""
    for question in _QUESTIONS.values():
        if objection := question("\n".join(filter(None, words))):
            raise Refused("%(objection)s", field="text", objection=objection)
