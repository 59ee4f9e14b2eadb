"""What the files of texts are called: ``final-text.pdf`` of the main one, ``final-text-<slug>.pdf`` of others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from proceedings.queries.issued_drafts import CirculatedText

FINAL: Final = ("final-text.pdf", "final-text.docx", "final-text.html", "final-text.akn.xml")
REDLINES: Final = ("redline.docx", "redline.pdf")
#: The kinds of files that a text has, and what those of the main text are called.
DRAFT_FILES: Final = (*FINAL, *REDLINES)
_NAME: Final = re.compile(r"(?P<stem>final-text|redline)(?:-[-\w]+)?(?P<ending>\.[a-z.]+)", re.ASCII)


def kind_of(name: str) -> str:
    """Return which of DRAFT_FILES a file is, whatever text it is of; empty where it is of none."""
    found = _NAME.fullmatch(name)
    kind = f"{found['stem']}{found['ending']}" if found else ""
    return kind if kind in DRAFT_FILES else ""


def name_of(kind: str, text: CirculatedText) -> str:
    """Return what one of DRAFT_FILES is called for a text: a main text's slug stands in no address."""
    stem, _point, ending = kind.partition(".")
    return kind if text.is_main else f"{stem}-{text.slug}.{ending}"


def names_of(text: CirculatedText) -> tuple[str, ...]:
    """Return the files that can be made of a text: a redline takes two drafts."""
    kinds = DRAFT_FILES if len(text.drafts) > 1 else FINAL
    return tuple(name_of(kind, text) for kind in kinds)


def text_of(name: str, texts: Iterable[CirculatedText]) -> CirculatedText | None:
    """Return the text that has a file of this name, None where none of them has."""
    return next((text for text in texts if name in names_of(text)), None)
