"""A refusal: what is wrong and how to mend it, in words fit to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.text.cleaning import Cleaned, TextTooLong

Row = TypeVar("Row", bound=models.Model)


class Refused(Exception):
    """An operation did not happen; nothing was changed. ``field`` names the field to mend, where there is one."""

    def __init__(self, message: str | Promise, *, field: str | None = None, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.values = values

    def __str__(self) -> str:
        return str(self.message) % self.values if self.values else str(self.message)


class Conflict(Refused):
    """Somebody else changed the row since it was read: both versions are kept for the person to compare."""

    def __init__(self, *, theirs: models.Model) -> None:
        super().__init__(
            _(
                "Nội dung này vừa được người khác sửa nên bản của đồng chí chưa được lưu. "
                "Hai bản được giữ lại bên dưới: so sánh, chọn nội dung đúng rồi lưu lại."
            )
        )
        self.theirs = theirs


class Invalid(Refused):
    """Fields of a row are wrong; ``errors`` maps each field's name to its messages (``__all__`` to the row's own)."""

    def __init__(self, error: ValidationError) -> None:
        self.errors: dict[str, list[str]] = error.message_dict
        super().__init__("; ".join(message for messages in self.errors.values() for message in messages))


def checked(row: models.Model, *, exclude: Iterable[str] = ()) -> None:
    """Validate a row's fields and constraints before it is saved; raise :class:`Invalid` with the reasons.

    A sound row costs one question for all its check constraints together, because numbers are issued meanwhile;
    only a wrong one is asked about each of them, for the words.
    """
    excluded = set(exclude)
    try:
        _validate_together(row, excluded)
    except ValidationError:
        try:
            row.full_clean(exclude=excluded)
        except ValidationError as error:
            raise Invalid(error) from error


def _validate_together(row: models.Model, excluded: set[str]) -> None:
    row.full_clean(exclude=excluded, validate_constraints=False)
    together = models.Q()
    for constraint in row._meta.constraints:
        if isinstance(constraint, models.CheckConstraint):
            together &= constraint.condition  # type: ignore[operator]
        else:
            constraint.validate(type(row), row, exclude=excluded)
    values = row._get_field_expression_map(meta=row._meta)  # type: ignore[attr-defined]
    if together and not together.check(values):
        raise ValidationError("")


def lock_unchanged(row: Row, *, version: int) -> Row:
    """Lock a row until the end of the transaction and return it as it stands.

    Raises :class:`Conflict` where it is no longer at ``version``.
    """
    theirs = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    if theirs.version != version:  # type: ignore[attr-defined]
        raise Conflict(theirs=theirs)
    return theirs


#: What the guards of the database say when somebody acted between an operation's look and its write.
_OVERTAKEN = {
    "closing_lets_nothing_change": _(
        "Tổng hợp ý kiến vừa được khóa nên chưa lưu. Chữ đã nhập vẫn còn trên trang; mở lại tổng hợp nếu cần sửa."
    ),
}


def refuse_overtaken(error: IntegrityError) -> None:
    """Refuse in words what a guard of the database refused because somebody was quicker; pass over other errors."""
    diagnosis = getattr(error.__cause__, "diag", None)
    words = _OVERTAKEN.get(getattr(diagnosis, "constraint_name", None) or "")
    if words is not None:
        raise Refused(words) from error


def within_limit(clean: Callable[[str], Cleaned], text: str, *, field: str) -> str:
    """Clean a text that was typed or pasted; refuse one over the limit of its field."""
    try:
        return clean(text).text
    except TextTooLong as error:
        raise Refused(
            _(
                "Nội dung dài %(length)s ký tự, quá giới hạn %(limit)s ký tự. "
                "Rút gọn, hoặc đính kèm tệp gốc và chỉ dán phần chính vào ô này; nội dung đã nhập vẫn còn trên trang."
            ),
            field=field,
            length=f"{error.measured:,}".replace(",", "."),
            limit=f"{error.allowed:,}".replace(",", "."),
        ) from error
