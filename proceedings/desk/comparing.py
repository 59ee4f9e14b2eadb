"""Comparing any two drafts of a text, the working one too: as a page, and as a Word file with tracked changes."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.desk.gate import MEND, issued_of, reads, text_of
from proceedings.desk.marked import KINDS, Naming, listed, marked
from proceedings.desk.removals import explaining
from proceedings.desk.working import working_of
from proceedings.exports.draft_files import keyed, write_comparison, write_working_copy
from proceedings.exports.files import MEDIA_TYPES
from proceedings.models import ConsultedText, Draft
from proceedings.queries.draft_marks import Reasons
from proceedings.queries.draft_names import names_of
from proceedings.queries.issued_drafts import ancestry, removal_reasons
from proceedings.queries.writing import Rows, drafts_of_text, word_name
from proceedings.text.lineage import Lineage
from proceedings.text.redline import Redline, compare

WORKING = "working"
SAMPLE = "VĂN BẢN MẪU"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts and what lies between them."""

    one: Draft
    other: Draft
    redline: Redline
    naming: Naming


@reads
def compare_drafts(request: HttpRequest, slug: str, text: str, one: int, other: str) -> HttpResponse:
    """Show what lies between two drafts: inline, or in two columns; the list of changes with counts and reasons."""
    consulted = text_of(request, slug, text)
    found = _compared(consulted, one, other, may_explain=request.user.has_perm(MEND))
    context: dict[str, Any] = {
        "workshop": consulted.workshop,
        "text": consulted,
        "one": found.one,
        "other": found.other,
        "other_key": other,
        "others": _others(consulted, found),
        "is_columns": request.GET.get("view") == "columns",
        "blocks": marked(found.redline, found.naming),
        "changes": listed(found.redline, found.naming),
        "counts": [
            (found.redline.counts[kind], word) for kind, word in KINDS.items() if found.redline.counts[kind]
        ],
        "redline": found.redline,
    }
    return render(request, "desk/compare.html", context)


@reads
def redline_docx(request: HttpRequest, slug: str, text: str, one: int, other: str) -> HttpResponse:
    """Send what lies between two drafts as a Word file with tracked changes, signed by who asks for it."""
    consulted = text_of(request, slug, text)
    found = _compared(consulted, one, other)
    title = _("%(title)s: %(other)s so với %(one)s") % {
        "title": consulted.title, "other": found.other.label, "one": found.one.label
    }  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="kyyeu-redline-") as folder:
        content = write_comparison(
            found.redline,
            Path(folder, "redline.docx"),
            title=title,
            reasons=found.naming.reasons,
            author=str(request.user),
            at=timezone.localtime(),
            marks=_marks(found.other),
        ).read_bytes()
    return _sent(content, f"{consulted.slug}-{one}-{other}-redline.docx")


@reads
def working_docx(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """Send the working draft as a Word file that can be edited and brought back."""
    consulted = text_of(request, slug, text)
    draft = working_of(consulted)
    rows = Rows(draft)
    with tempfile.TemporaryDirectory(prefix="kyyeu-working-") as folder:
        content = write_working_copy(
            keyed(rows.tree, rows.keys),
            Path(folder, "working.docx"),
            name=word_name(draft),
            title=draft.title,
            at=timezone.localtime(),
            marks=_marks(draft),
        ).read_bytes()
    return _sent(content, f"{consulted.slug}-dang-soan.docx")


def _compared(consulted: ConsultedText, one: int, other: str, *, may_explain: bool = False) -> Comparison:
    first, second = issued_of(consulted, one), _other(consulted, other)
    old, new = Rows(first), Rows(second)
    is_next = second.based_on_id == first.pk
    redline = compare(old.tree, new.tree, _kin_of(first, second))
    naming = Naming(
        names_of(new.tree),
        names_of(old.tree),
        Reasons(new.reasons(), removal_reasons(second.pk) if is_next else {}),
        explaining(consulted, old, new, redline) if may_explain and is_next and not second.is_issued else {},
    )
    return Comparison(first, second, redline, naming)


def _kin_of(first: Draft, second: Draft) -> Lineage | None:
    """What editors confirmed between neighbours, as editions show it; between others the words decide."""
    is_next = second.number is not None and second.number == (first.number or 0) + 1
    return ancestry(second.pk) if is_next else None


def _other(consulted: ConsultedText, other: str) -> Draft:
    if other == WORKING:
        return working_of(consulted)
    if not other.isdecimal() or len(other) > 6:
        raise Http404
    return issued_of(consulted, int(other))


def _others(consulted: ConsultedText, found: Comparison) -> list[tuple[str, str, str]]:
    """The other pairs that may be asked for: address parts and words."""
    drafts = drafts_of_text(consulted)
    pairs = [
        (str(one.number), str(two.number or WORKING), one, two)
        for place, one in enumerate(drafts)
        for two in drafts[place + 1 :]
        if (one.pk, two.pk) != (found.one.pk, found.other.pk)
    ]
    return [
        (first, second, _("%(one)s → %(two)s") % {"one": one.label, "two": two.label})
        for first, second, one, two in pairs[-12:]
    ]


def _marks(draft: Draft) -> tuple[str, ...]:
    return (SAMPLE,) if draft.is_sample else ()


def _sent(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[".docx"], headers=headers)
