"""The outline of a working draft: its parts, its doubts, and the acts on the provision that is chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from proceedings.desk.gate import MEND, if_working, reads
from proceedings.desk.outline_lines import ON_ONE_PAGE, Line, Part, lines_of, part_with, parts_of
from proceedings.desk.sent_keys import key_of
from proceedings.models import ConsultedText, Draft
from proceedings.operations.draft_standing import Overtaken
from proceedings.queries.drafting import stand_of
from proceedings.queries.drafts import last_issued_draft

#: The acts of the bar, with the key that does each where the outline has the focus.
QUICK = ("promote", "demote", "merge", "up", "down", "remove")


@dataclass(frozen=True, slots=True)
class Warned:
    """One remark of the reader, with the line that it speaks of where it is known."""

    words: str
    href: str = ""


@reads
@if_working
def outline(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Show the outline of the draft that is worked on; ``at`` is the provision in hand, ``part`` what is unfolded."""
    return page(request, draft, at=key_of(request.GET.get("at")))


def page(request: HttpRequest, draft: Draft, *, at: int | None, refusal: str = "") -> HttpResponse:
    """Show the outline with what was refused, if something was."""
    text, lines = draft.consulted_text, lines_of(draft)
    parts = parts_of(lines)
    is_whole = len(lines) <= ON_ONE_PAGE
    chosen = part_with(parts, at) or _asked_for(parts, request.GET.get("part"))
    last = last_issued_draft(text)
    context: dict[str, Any] = {
        "workshop": text.workshop,
        "text": text,
        "draft": draft,
        "number": (last.number or 0) + 1 if last else 1,
        "parts": parts,
        "shown": parts if is_whole else [chosen] if chosen else [],
        "is_whole": is_whole,
        "current": chosen,
        "previous": _neighbour(parts, chosen, -1),
        "next": _neighbour(parts, chosen, 1),
        "at": at,
        "counts": _counts(lines),
        "has_source_text": text.drafts.exclude(source_text="").exists(),
        "warnings": _warned(draft, parts, is_whole=is_whole),
        "doubts": _doubts(parts, is_whole=is_whole),
        "stand": stand_of(draft),
        "refusal": refusal,
        "may_mend": request.user.has_perm(MEND),
    }
    return render(request, "desk/outline.html", context)


def overtaken_page(
    request: HttpRequest,
    draft: Draft,
    overtaken: Overtaken,
    *,
    wanted: str,
    at: int | None,
    again: dict[str, str],
) -> HttpResponse:
    """Show what others did meanwhile, the provision as it was read and as it is, and the step again."""
    context = {
        "workshop": draft.consulted_text.workshop,
        "text": draft.consulted_text,
        "overtaken": overtaken,
        "message": str(overtaken),
        "wanted": wanted,
        "stand": stand_of(draft),
        "again": again,
        "back": address(draft.consulted_text, at),
    }
    return render(request, "desk/overtaken.html", context, status=409)


def address(text: ConsultedText, at: int | None = None) -> str:
    """Return where the outline of a text is shown, opened at a provision."""
    url = reverse("desk:draft-outline", args=[text.workshop.slug, text.slug])
    return f"{url}?at={at}#n{at}" if at else url


def _asked_for(parts: list[Part], number: str | None) -> Part | None:
    wanted = key_of(number) or 1
    return next((part for part in parts if part.number == wanted), parts[0] if parts else None)


def _neighbour(parts: list[Part], chosen: Part | None, by: int) -> dict[str, str] | None:
    place = (chosen.number if chosen else 0) - 1 + by
    if not 0 <= place < len(parts):
        return None
    return {"href": f"?part={parts[place].number}", "title": parts[place].title}


def _counts(lines: list[Line]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.kind.value] = counts.get(line.kind.value, 0) + 1
    return counts


def _doubts(parts: list[Part], *, is_whole: bool) -> list[dict[str, Any]]:
    return [
        {"line": line, "href": _line_href(line, is_whole=is_whole)}
        for part in parts
        for line in part.lines
        if line.needs_a_look
    ][:100]


def _warned(draft: Draft, parts: list[Part], *, is_whole: bool) -> list[Warned]:
    """Lead from each remark to the line whose label it names; to the one that repeats it, where one does."""
    named: dict[str, Line] = {}
    for part in parts:
        for line in part.lines:
            if line.name and (line.is_repeated or line.name.casefold() not in named):
                named[line.name.casefold()] = line
    warned = []
    for words in map(str, draft.warnings):
        label = re.match(r"[“\"]?((?:phần|chương|tiểu mục|mục|điều)\s+[\w]+)", words, re.IGNORECASE)
        found = named.get(" ".join(label[1].split()).casefold()) if label else None
        warned.append(Warned(words, _line_href(found, is_whole=is_whole) if found else ""))
    return warned


def _line_href(line: Line, *, is_whole: bool) -> str:
    return f"#n{line.pk}" if is_whole else f"?at={line.pk}#n{line.pk}"
