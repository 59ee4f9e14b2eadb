"""The ledger of a workshop: its counts, the rows behind each, every gap with a way on, and closing the synthesis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.desk.gaps import WayOn, ways_on
from proceedings.desk.gate import call_of, reads, workshop_of, writes
from proceedings.desk.paging import page_links
from proceedings.models import User, Workshop
from proceedings.operations import closings
from proceedings.operations.closings import Incomplete
from proceedings.operations.refusals import Refused
from proceedings.queries.gaps import Gap, GapKind
from proceedings.queries.ledger import Ledger, counts_of, ledger_of
from proceedings.queries.ledger_rows import NUMBERS, PARTS, since_closing

CLOSE = "proceedings.close_synthesis"
#: How many gaps of one kind the page shows before it leads on to all of them.
SHOWN = 20
ROWS_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the emblem: how much of all is accounted for, in units of its width."""

    words: str
    done: int
    all: int
    width: int = 600

    @property
    def rest(self) -> int:
        """What is not accounted for."""
        return self.all - self.done

    @property
    def done_width(self) -> int:
        """The width of what is accounted for; what is left is never drawn as nothing."""
        if not self.all:
            return 0
        return min(self.width * self.done // self.all, self.width - 6 if self.rest else self.width)

    @property
    def rest_width(self) -> int:
        """The width of the remainder."""
        return self.width - self.done_width if self.all else 0


class CloseForm(DeskForm):
    """The reason, where the synthesis is closed with gaps."""

    act = "close"
    button = _("Khóa tổng hợp")
    reason = forms.CharField(
        label=_("Lý do khóa khi còn chỗ chưa khớp"),
        help_text=_("Chỉ cần khi còn chỗ chưa khớp. Lý do và tên người khóa được in cùng tổng hợp."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class ReopenForm(DeskForm):
    """The reason of opening it again."""

    act = "reopen"
    button = _("Mở lại tổng hợp")
    reopen_reason = forms.CharField(label=_("Lý do mở lại"), widget=forms.Textarea(attrs={"rows": 2}))


@reads
def workshops(request: HttpRequest) -> HttpResponse:
    """Lead to the ledger of a workshop."""
    rows = Workshop.objects.order_by("-held_on", "-pk")
    return render(request, "desk/ledger_workshops.html", {"workshops": rows})


@reads
def ledger(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the counts of a workshop and every gap."""
    return _page(request, workshop_of(slug))


@reads
def rows(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show the rows behind one number."""
    workshop = workshop_of(slug)
    number = NUMBERS.get(name)
    if number is None:
        raise Http404
    found = list(number.find(workshop))
    links = page_links(len(found), page_number(request), ROWS_A_PAGE, "?page=")
    context = {
        "workshop": workshop,
        "words": number.words,
        "count": len(found),
        "rows": found[links.start : links.end],
        "links": links,
    }
    return render(request, "desk/ledger_rows.html", context)


@reads
def gaps(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Show every gap of one kind."""
    workshop = workshop_of(slug)
    if kind not in GapKind.values:
        raise Http404
    ledger = ledger_of(workshop)
    found = [gap for gap in ledger.gaps if gap.kind == kind]
    links = page_links(len(found), page_number(request), ROWS_A_PAGE, "?page=")
    context = {
        "workshop": workshop,
        "words": GapKind(kind).label,
        "count": len(found),
        "lines": _ways_on(request, workshop, ledger, found[links.start : links.end]),
        "links": links,
    }
    return render(request, "desk/ledger_gaps.html", context)


@writes(CLOSE)
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Close the synthesis; while there is a gap, only with a reason."""
    workshop = workshop_of(slug)
    form = CloseForm(request.POST)
    form.is_valid()
    try:
        made = closings.close_synthesis(
            workshop=workshop, reason=form.cleaned_data.get("reason", ""), **call_of(request)
        )
    except Incomplete as refusal:
        form.refuse(refusal)
        return _page(request, workshop, close=form, ledger=refusal.ledger, status=422)
    except Refused as refusal:
        form.refuse(refusal)
        return _page(request, workshop, close=form, status=422)
    day = timezone.localtime(made.closed_at)
    messages.success(request, gettext("Đã khóa tổng hợp lúc %(at)s.") % {"at": f"{day:%H:%M %d/%m/%Y}"})
    return redirect("ledger:ledger", slug)


@writes(CLOSE)
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a closed synthesis again."""
    workshop = workshop_of(slug)
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return _page(request, workshop, reopen=form, status=422)
    try:
        closings.reopen_synthesis(
            workshop=workshop, reason=form.cleaned_data["reopen_reason"], **call_of(request)
        )
    except Refused as refusal:
        form.refuse(refusal)
        return _page(request, workshop, reopen=form, status=422)
    messages.success(request, gettext("Đã mở lại tổng hợp. Ý kiến và trả lời sửa được như trước."))
    return redirect("ledger:ledger", slug)


def page_number(request: HttpRequest) -> int:
    """Return the page of a list that an address asks for, from 1."""
    sent = request.GET.get("page", "")
    return int(sent) if sent.isdecimal() and len(sent) < 8 else 1


def _page(
    request: HttpRequest,
    workshop: Workshop,
    *,
    close: CloseForm | None = None,
    reopen: ReopenForm | None = None,
    ledger: Ledger | None = None,
    status: int = 200,
) -> HttpResponse:
    found = ledger or ledger_of(workshop)
    slug = workshop.slug
    # Who was refused sees the form that was sent, also where somebody else closed or opened meanwhile.
    closes = close is not None or (found.closing is None and reopen is None)
    context: dict[str, Any] = {
        "workshop": workshop,
        "ledger": found,
        "bars": bars_of(found),
        "sections": list(_sections(found)),
        "gap_kinds": _gap_groups(request, workshop, found),
        "since_closing": since_closing(found),
        "close": close or CloseForm(action=reverse("ledger:close", args=[slug])),
        "reopen": reopen or ReopenForm(action=reverse("ledger:reopen", args=[slug])),
        "may_close": request.user.has_perm(CLOSE),
        "closes": closes,
        "now": timezone.now(),
    }
    return render(request, "desk/ledger.html", context, status=status)


def bars_of(ledger: Ledger) -> list[Bar]:
    """Return the emblem of the ledger: documents → points → answers → provisions, each with its remainder."""
    changed = ledger.provisions.changed + ledger.provisions.removed
    unexplained = ledger.count_gaps().get(GapKind.NO_RESPONSE, 0)
    return [
        Bar(gettext("văn bản đã tách hết"), ledger.documents.split, ledger.documents.standing),
        Bar(gettext("ý kiến có trả lời"), ledger.points.answered, ledger.points.all),
        Bar(gettext("trả lời đã duyệt"), ledger.points.approved, ledger.points.answered),
        Bar(gettext("điều khoản thay đổi có căn cứ"), changed - unexplained, changed),
    ]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its words and the name of its rows; ``is_part`` of the one above it."""

    words: str | Promise
    count: int
    name: str
    is_part: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """One of the counts that are never mixed."""

    title: str | Promise
    figures: list[Figure]


#: Figures that say how many there are at all; the others are parts.
_WHOLES = frozenset(
    {
        "documents-numbers", "documents-standing", "documents-split", "points-all", "bodies-asked",
        "bodies-contributed", "provisions-commented",
    }
)  # fmt: skip


def _sections(ledger: Ledger) -> Iterator[Section]:
    counts = counts_of(ledger.as_json())
    for part, title in PARTS.items():
        figures = [
            Figure(NUMBERS[name].words, count, name, name not in _WHOLES)
            for name, count in counts.items()
            if name.startswith(f"{part}-") and (count or name in _WHOLES)
        ]
        yield Section(title, figures)


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The gaps of one kind: the first of them with a way on, and how many there are."""

    kind: GapKind
    count: int
    lines: list[WayOn]

    @property
    def has_more(self) -> bool:
        """Tell whether the page does not show all."""
        return self.count > len(self.lines)


def _gap_groups(request: HttpRequest, workshop: Workshop, ledger: Ledger) -> list[GapGroup]:
    counts = ledger.count_gaps()
    first = {kind: [gap for gap in ledger.gaps if gap.kind == kind][:SHOWN] for kind in counts}
    lines = iter(_ways_on(request, workshop, ledger, chain.from_iterable(first.values())))
    return [GapGroup(kind, count, list(islice(lines, len(first[kind])))) for kind, count in counts.items()]


def _ways_on(request: HttpRequest, workshop: Workshop, ledger: Ledger, gaps: Iterable[Gap]) -> list[WayOn]:
    is_closed = ledger.closing is not None
    return ways_on(workshop, gaps, cast("User", request.user), is_closed=is_closed)
