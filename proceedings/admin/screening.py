"""What is asked about a file before the register takes it; the door adds its own question when it is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.uploadedfile import UploadedFile

#: Returns why a file stays outside and what to do, or nothing where it may come in.
Question = Callable[["UploadedFile[Any]"], str]
_QUESTIONS: dict[str, Question] = {}


def add_question(key: str, question: Question) -> None:
    """Let every file be asked about before it is attached (law 6); ``key`` once more replaces it."""
    _QUESTIONS[key] = question


def objections_to(file: UploadedFile[Any]) -> Iterator[str]:
    """Yield why a file stays outside."""
    for question in _QUESTIONS.values():
        if objection := question(file):
            yield objection
        file.seek(0)
