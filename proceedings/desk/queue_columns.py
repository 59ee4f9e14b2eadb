"""The columns of a queue: one table for the screen, for what is copied and printed, and for the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from proceedings.queries.point_filters import Order
from proceedings.queries.point_queue import Line
from proceedings.vocabulary import Decision

#: The mark of a decision: a word and a shape first, then a tint.
SHAPES: Final = {
    Decision.ADOPTED: "●",
    Decision.PARTLY: "◐",
    Decision.EXPLAINED: "○",
    Decision.NOTED: "–",
    Decision.REFERRED: "↑",
}
UNDER_WAY: Final = "…"
#: Where the session keeps the columns that a person chose last.
REMEMBERED: Final = "queue_columns"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its width in a workbook (characters), the words of a line in it, the order it gives."""

    key: str
    label: str | Promise
    width: int
    words: Callable[[Line], str]
    order: Order | None = None
    is_fixed: bool = False


def _number(line: Line) -> str:
    return f"{line.number} (VĂN BẢN MẪU)" if line.is_sample else str(line.number)


def _place(line: Line) -> str:
    if line.draft_number is None:
        return line.place or gettext("Vấn đề chung")
    return gettext("%(place)s (dự thảo lần %(number)s)") % {"place": line.place, "number": line.draft_number}


def _decision(line: Line) -> str:
    return (
        f"{SHAPES[line.decision]} {line.decision.label}"
        if line.decision
        else f"{UNDER_WAY} {gettext('Chưa quyết định')}"
    )


def _state(line: Line) -> str:
    return str(line.state.label) if line.state else gettext("Chưa xử lý")


def _due(line: Line) -> str:
    if line.due_on is None:
        return ""
    day = f"{line.due_on:%d/%m/%Y}"
    return gettext("%(day)s (quá hạn)") % {"day": day} if line.is_overdue else day


COLUMNS: Final = (
    Column("number", _("Số văn bản"), 10, _number, Order.DOCUMENT, is_fixed=True),
    Column("body", _("Cấp ủy, cơ quan"), 24, lambda line: line.body, Order.BODY),
    Column("place", _("Điều khoản, nhóm vấn đề"), 28, _place, Order.PLACE),
    Column("kind", _("Loại"), 14, lambda line: str(line.kind.label)),
    Column("summary", _("Tóm tắt ý kiến"), 60, lambda line: line.summary, is_fixed=True),
    Column("decision", _("Quyết định"), 22, _decision),
    Column("state", _("Tình trạng"), 14, _state),
    Column("holder", _("Người xử lý"), 20, lambda line: line.holder),
    Column("due", _("Hạn"), 14, _due, Order.DUE),
    Column("group", _("Ý kiến chung trả lời"), 10, lambda line: str(line.group_size)),
    Column("form", pgettext_lazy("văn bản", "Hình thức"), 16, lambda line: str(line.form.label)),
    Column("quote", _("Nguyên văn"), 80, lambda line: line.quote),
    Column("note", _("Lời dặn"), 30, lambda line: line.note),
)
#: What is shown where nothing was chosen.
USUAL: Final = frozenset(
    {"number", "body", "place", "kind", "summary", "decision", "state", "holder", "due", "group"}
)


def columns_asked(request: HttpRequest) -> tuple[Column, ...]:
    """Return the columns of a page: those of its address, else those chosen last, else the usual ones."""
    named = request.GET.get("cols")
    wanted = named.split(",") if named else request.session.get(REMEMBERED) or USUAL
    return columns_named(wanted)


def columns_named(keys: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of some names in their own order, with those that always stand; other names are left out."""
    wanted = set(keys)
    return tuple(column for column in COLUMNS if column.is_fixed or column.key in wanted)


def cols_of(columns: Iterable[Column]) -> str:
    """Return columns as an address names them; nothing for the usual ones."""
    keys = [column.key for column in columns]
    return "" if set(keys) == USUAL else ",".join(keys)
