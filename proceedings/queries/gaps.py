"""A gap of the ledger: something that is not accounted for, where it is and who holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import TextChoices, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from proceedings.models import Workshop


class GapKind(TextChoices):
    """What is missing, in the order in which work goes on."""

    AT_THE_DOOR = "at-the-door", _("Hồ sơ chưa vào sổ")
    NO_TEXT = "no-text", _("Văn bản chưa có toàn văn")
    OPEN_PARAGRAPHS = "open-paragraphs", _("Đoạn chưa được tách")
    UNANSWERED = "unanswered", _("Ý kiến chưa có trả lời")
    UNAPPROVED = "unapproved", _("Trả lời chưa được duyệt")
    NOT_CHANGED = "not-changed", _("Tiếp thu nhưng điều khoản không thay đổi")
    NOT_THERE = "not-there", _("Tiếp thu vào điều khoản không còn")
    NO_REASON = "no-reason", _("Không nêu lý do")
    UNEQUAL = "unequal", _("Ý kiến giống nhau, quyết định khác nhau")
    NO_RESPONSE = "no-response", _("Điều khoản thay đổi mà không có ý kiến, lý do nào")


#: What the truth check finds; the others are counts that do not add up yet.
TRUTH = (GapKind.NOT_CHANGED, GapKind.NOT_THERE, GapKind.NO_REASON, GapKind.UNEQUAL, GapKind.NO_RESPONSE)


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: its kind, where it is in words, who holds it (empty: nobody), and the row that it is about.

    ``subject`` is the key of a contribution by number, a point, a response or a provision, as the kind says.
    """

    kind: GapKind
    where: str
    holder: str = ""
    subject: int = 0


#: Asks a package that builds on the record what of a workshop waits with it.
Source = Callable[[Workshop], Iterable[Gap]]
_SOURCES: dict[str, Source] = {}


def add_gap_source(key: str, source: Source) -> None:
    """Let a package tell what waits with it; ``key`` once more replaces it."""
    _SOURCES[key] = source


def gaps_elsewhere(workshop: Workshop) -> list[Gap]:
    """Return what waits with other packages: the door's submissions that are neither accepted nor refused (law 1)."""
    return [gap for source in _SOURCES.values() for gap in source(workshop)]


def name_of(person: str) -> Coalesce:
    """Return the name by which a person is shown, as a column: ``person`` is the way to the account."""
    return Coalesce(NullIf(f"{person}__full_name", Value("")), f"{person}__username", Value(""))
