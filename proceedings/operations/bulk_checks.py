"""Checking one of many rows without asking the database, and naming it where it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution
from proceedings.operations import contributions as registry
from proceedings.operations.refusals import Invalid, Refused
from proceedings.operations.typed import refuse_foreign_parts

#: What the database itself checks of every row: that the rows pointed at are there costs a question each.
_POINTING: Final = frozenset(
    field.name for field in Contribution._meta.concrete_fields if isinstance(field, models.ForeignKey)
)


class RowRefused(Refused):
    """One of many rows is refused, so all are; ``row`` is its place from 0, ``reason`` why, ``field`` what to mend."""

    def __init__(self, row: int, reason: Refused) -> None:
        errors = getattr(reason, "errors", {})
        super().__init__(
            _("Dòng thứ %(row)s: %(reason)s"),
            field=reason.field or next((name for name in errors if name != "__all__"), None),
            row=row + 1,
            reason=str(reason),
        )
        self.row = row
        self.reason = reason


@contextmanager
def naming_row(place: int) -> Iterator[None]:
    """Turn what is refused inside into a refusal of the row in this place."""
    try:
        yield
    except Refused as reason:
        raise RowRefused(place, reason) from reason


def check_row(contribution: Contribution) -> None:
    """Clean a contribution and refuse what can be seen without the database; constraints refuse the rest."""
    registry.prepare(contribution)
    refuse_foreign_parts(contribution)
    registry.refuse_not_in_force(contribution.committee, contribution.document_on or contribution.received_on)
    try:
        contribution.clean_fields(exclude={"number", *_POINTING})
    except ValidationError as error:
        raise Invalid(error) from error
