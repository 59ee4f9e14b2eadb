"""The page on which one contribution is split: text, margin, form and the draft beside, gathered for one request."""

from __future__ import annotations

from functools import cached_property
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from proceedings.desk.point_gate import SPLIT
from proceedings.desk.sent_keys import key_of
from proceedings.desk.split_draft import Beside, chosen_draft, newer_than
from proceedings.desk.split_earlier import Earlier, compare_versions
from proceedings.desk.split_forms import QUIET, AmendForm, SpanForm, themes_of
from proceedings.desk.split_notes import notes_of, of_proposal
from proceedings.desk.split_text import Shown, lay_out, open_spans
from proceedings.desk.split_words import sentence_choices
from proceedings.models import Contribution, Draft, NoRequest, Point, Provision, Theme, User
from proceedings.operations.points import Told
from proceedings.queries.anchors import Whereabouts, issued_drafts, whereabouts
from proceedings.queries.place_names import row_name
from proceedings.queries.proposals import Proposed, proposals_for
from proceedings.queries.splitting import later_version, next_open, points_in, quiet_in, removed_point
from proceedings.text.coverage import Span
from proceedings.vocabulary import ContributionState, NoRequestReason


class Page:
    """One contribution for one request; what it needs is asked for once."""

    def __init__(self, request: HttpRequest, contribution: Contribution) -> None:
        self.request, self.contribution = request, contribution
        self.asked: QueryDict = request.GET
        self.address = reverse(
            "splitting:contribution", args=[contribution.workshop.slug, contribution.number]
        )

    @cached_property
    def drafts(self) -> list[Draft]:
        """The issued drafts of the workshop."""
        return issued_drafts(self.contribution.workshop)

    @cached_property
    def beside(self) -> Beside:
        """The draft that the page shows, with its provisions."""
        asked = self.request.POST.get("draft") or self.asked.get("draft", "")
        return Beside(chosen_draft(self.drafts, self.contribution, asked))

    @cached_property
    def points(self) -> list[Point]:
        """The points that were made."""
        return points_in(self.contribution)

    @cached_property
    def quiet(self) -> list[NoRequest]:
        """The stretches that ask for nothing."""
        return quiet_in(self.contribution)

    @cached_property
    def themes(self) -> list[Theme]:
        """The themes of the workshop."""
        return themes_of(self.contribution.workshop)

    @property
    def taken(self) -> list[Span]:
        """Return the spans that are accounted for."""
        points = [(point.start, point.end) for point in self.points]
        return points + [(stretch.start, stretch.end) for stretch in self.quiet]

    @property
    def may_split(self) -> bool:
        """Tell whether the person may split, the document stands, and the synthesis is open."""
        stands = self.contribution.state == ContributionState.REGISTERED
        return stands and not self.is_closed and self.request.user.has_perm(SPLIT)

    @property
    def is_closed(self) -> bool:
        """Tell whether the synthesis was closed; the gate asked for it with the document."""
        return bool(getattr(self.contribution, "is_closed", False))

    @cached_property
    def proposals(self) -> tuple[Proposed, ...]:
        """What the machine proposes for the rest; nothing for those who cannot accept it."""
        if not self.may_split:
            return ()
        return proposals_for(self.contribution, self.beside.draft, self.beside.tree, self.taken)

    @cached_property
    def rest(self) -> list[Span]:
        """The stretches that nothing accounts for."""
        return open_spans(self.contribution.text, self.taken)

    def point(self, key: str) -> Point | None:
        """Return one of the points by its key as typed."""
        return next((point for point in self.points if str(point.pk) == key), None)

    def proposal(self, key: str) -> Proposed | None:
        """Return one of the proposals by its key."""
        return next((each for each in self.proposals if each.key == key), None)

    def told(self, data: dict[str, Any], keeps: Point | None = None) -> Told:
        """Return what a form says of a span; a place left as it was stays in the draft in which it is.

        Refuses a place that is not found, or found more than once.
        """
        place = data["place"].strip()
        is_kept = keeps is not None and keeps.anchor is not None and place == self.name_of(keeps.anchor)
        anchor = keeps.anchor if is_kept and keeps else self.beside.find(place)
        return Told(data["kind"], anchor, data["theme"], data["wording"], data["summary"])

    def told_of(self, proposal: Proposed) -> Told | None:
        """Return what a proposal says, None for a stretch that asks for nothing."""
        if proposal.kind is None:
            return None
        key = self.beside.rows.keys.get(proposal.anchor) if proposal.anchor else None
        anchor = self.beside.at(key) if key else None
        return Told(proposal.kind, anchor, None, proposal.wording, proposal.summary)

    def name_of(self, anchor: Provision) -> str:
        """Return what a provision is called: as the draft beside has it, or by its row."""
        is_beside = self.beside.draft is not None and anchor.draft_id == self.beside.draft.pk
        return self.beside.names.get(anchor.path, row_name(anchor)) if is_beside else row_name(anchor)

    def form(self, data: QueryDict | None = None, point: Point | None = None) -> SpanForm:
        """Return the form of a span: as sent, of a point, of a proposal, or of a stretch that was chosen."""
        hidden = {"draft": self.beside.draft.pk if self.beside.draft else ""}
        kind: type[SpanForm] = SpanForm
        if point is not None:
            kind, hidden = AmendForm, {**hidden, "point": point.pk, "version": point.version}
        return kind(
            data,
            action=self.address,
            hidden=hidden,
            initial=self._said_of(point) if point else self._asked_for(),
            text=self.contribution.text,
            sentences=sentence_choices(self.contribution.text),
            themes=self.themes,
        )

    def resent(self, **changed: str) -> QueryDict:
        """Return what was sent, with some of it changed."""
        sent = self.request.POST.copy()
        for name, value in changed.items():
            sent[name] = value
        return sent

    def done(self, words: str, at: int, *, kept: str = "", removed: int | str = "") -> HttpResponse:
        """Lead back to the page, to what comes next in the text.

        ``kept`` names the form whose words were saved, ``removed`` a point that its form may mark again.
        """
        messages.success(self.request, words)
        line = self.contribution.text.rfind("\n", 0, at) + 1
        place = "form" if removed else f"l{line}"
        return redirect(f"{self.address}?{self._query(at=at, done=kept, removed=removed)}#{place}")

    def show(
        self,
        *,
        form: SpanForm | None = None,
        status: int = 200,
        **more: Any,
    ) -> HttpResponse:
        """Draw the page."""
        point = self.point(self.asked.get("point", ""))
        form = form or self.form(point=point)
        is_asked = bool({"point", "proposal", "from", "removed"} & set(self.asked))
        context = {**self._context(), "form": form, "is_forming": form.is_bound or is_asked, **more}
        return render(self.request, "desk/split.html", context, status=status)

    def _context(self) -> dict[str, Any]:
        row, beside = self.contribution, self.beside
        lines = self._lines()
        open_ = sum(line.is_open for line in lines)
        total = sum(line.number is not None for line in lines)
        user = cast("User", self.request.user)
        return {
            "workshop": row.workshop,
            "row": row,
            "lines": lines,
            "at": self._at(lines),
            "done_count": total - open_,
            "total_count": total,
            "open_count": open_,
            "sure": [of_proposal(each, beside) for each in self.proposals if each.is_sure],
            "rest": [row.text[start:end] for start, end in self.rest],
            "rest_stamp": self.rest_stamp,
            "reasons": NoRequestReason.choices,
            "preview": self.asked.get("preview", ""),
            "done": self.asked.get("done", ""),
            "drafts": self.drafts,
            "beside": beside.draft,
            "newer": newer_than(self.drafts, beside.draft) if beside.draft else None,
            "draft_lines": beside.lines(),
            "query": self._query(),
            "next": next_open(row, user),
            "later": later_version(row) if row.state == ContributionState.REPLACED else None,
            "earlier": self._earlier(),
            "may_split": self.may_split,
            "is_closed": self.is_closed,
        }

    @property
    def rest_stamp(self) -> str:
        """Return what names the open stretches as they were seen."""
        return ",".join(f"{start}-{end}" for start, end in self.rest)

    def _lines(self) -> tuple[Shown, ...]:
        moved: dict[int, Whereabouts] = whereabouts(
            [point.anchor for point in self.points if point.anchor], self.drafts
        )
        text = self.contribution.text
        return lay_out(text, notes_of(text, self.points, self.quiet, self.proposals, self.beside, moved))

    def _at(self, lines: tuple[Shown, ...]) -> str:
        """Return the id of what has the focus: the first at or after the place asked for that waits for somebody."""
        start = key_of(self.asked.get("at")) or 0
        waiting = [note for line in lines for note in line.notes if note.look in ("proposal", "open")]
        after = [note for note in waiting if note.start >= start] or waiting
        return after[0].id if after else ""

    def _earlier(self) -> Earlier | None:
        row = self.contribution
        if row.replaces is None:
            return None
        found = compare_versions(row, points_in(row.replaces), self.points)
        return found if found.movable or found.left else None

    def _said_of(self, point: Point) -> dict[str, Any]:
        place = self.name_of(point.anchor) if point.anchor else ""
        names = ("start", "end", "kind", "wording", "summary")
        return {**{name: getattr(point, name) for name in names}, "place": place, "theme": point.theme_id}

    def _asked_for(self) -> dict[str, Any]:
        """What a new form begins with: a proposal to be changed, a point that was taken back, or a stretch."""
        if (named := self.asked.get("proposal")) and (proposal := self.proposal(named)):
            place = self.beside.names.get(proposal.anchor, "")
            return {
                "start": proposal.start,
                "end": proposal.end,
                "kind": proposal.kind or QUIET,
                "place": place,
                "wording": proposal.wording,
                "summary": proposal.summary if proposal.kind else "",
                "reason": proposal.reason or NoRequestReason.OTHER,
            }
        key = key_of(self.asked.get("removed"))
        if key is not None and (point := removed_point(self.contribution, key)):
            return self._said_of(point)
        return {"start": self.asked.get("from"), "end": self.asked.get("to")}

    def _query(self, **more: Any) -> str:
        asked = self.request.POST.get("draft") or self.asked.get("draft", "")
        return urlencode({name: value for name, value in {"draft": asked, **more}.items() if value != ""})
