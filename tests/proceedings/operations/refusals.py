"""Expecting a refusal: its words, its field, and that nothing changed."""

from contextlib import contextmanager

import pytest

from proceedings.models import (
    AgendaItem,
    Answer,
    ApprovalBatch,
    Attachment,
    Closing,
    Conclusion,
    ConsultedText,
    Contribution,
    Coverage,
    Delegate,
    Draft,
    DraftChange,
    Lineage,
    NoRequest,
    Participation,
    Point,
    Provision,
    Publication,
    ReasonSnippet,
    RegistryCounter,
    Reminder,
    Response,
    Site,
    Splitting,
    Task,
    Theme,
    Workshop,
)
from proceedings.operations.refusals import Refused

RECORD = (
    AgendaItem, Answer, ApprovalBatch, Attachment, Closing, Conclusion, ConsultedText, Contribution, Coverage, Delegate,
    Draft, DraftChange, Lineage, NoRequest, Participation, Point, Provision, Publication, ReasonSnippet,
    RegistryCounter, Reminder, Response, Site, Splitting, Task, Theme, Workshop,
)  # fmt: skip


def everything():
    """Every row of the record, as it stands."""
    return {model: list(model.objects.order_by("pk").values()) for model in RECORD}


@contextmanager
def refusal(words, *, field=None, kind=Refused):
    """Expect a refusal that holds some words and names a field, and find every row as it was."""
    before = everything()
    with pytest.raises(kind) as caught:
        yield caught
    assert words in str(caught.value)
    assert getattr(caught.value, "field", None) == field
    assert everything() == before
