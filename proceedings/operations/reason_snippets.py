"""Writes on reasons that are used again and again."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext_lazy as _

from proceedings.models import ReasonSnippet, User, Workshop
from proceedings.models.responses import LONGEST_REASON
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, lock_unchanged, within_limit
from proceedings.operations.words_screening import refuse_objected
from proceedings.text.cleaning import clean_line, clean_text
from proceedings.vocabulary import Decision


@operation
def add_snippet(
    *,
    workshop: Workshop,
    name: str,
    text: str,
    decision: Decision | str = "",
    actor: User,
    now: datetime.datetime,
) -> ReasonSnippet:
    """Keep words for the reasons of a workshop under a name. Refuses no name, no words, and a name that is taken."""
    snippet = ReasonSnippet(workshop=workshop, decision=decision)
    _tell(snippet, name, text)
    snippet.save(force_insert=True)
    return snippet


@operation
def amend_snippet(
    *,
    snippet: ReasonSnippet,
    name: str,
    text: str,
    decision: Decision | str = "",
    is_retired: bool = False,
    version: int,
    actor: User,
    now: datetime.datetime,
) -> ReasonSnippet:
    """Change words that were read at ``version``, or retire them; responses that hold them stay as they are."""
    theirs = lock_unchanged(snippet, version=version)
    theirs.decision, theirs.is_retired = decision, is_retired
    _tell(theirs, name, text)
    theirs.save(update_fields=["name", "text", "decision", "is_retired"])
    theirs.refresh_from_db(fields=["version"])
    return theirs


def _tell(snippet: ReasonSnippet, name: str, text: str) -> None:
    snippet.name = within_limit(clean_line, name, field="name")
    snippet.text = within_limit(lambda words: clean_text(words, limit=LONGEST_REASON), text, field="text")
    if not snippet.name or not snippet.text:
        raise Refused(_("Mẫu giải trình cần có tên gọi tắt và nội dung."), field="name")
    refuse_objected(snippet.name, snippet.text)
    checked(snippet)
