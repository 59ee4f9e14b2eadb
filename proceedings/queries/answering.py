"""What an editor who answers a point needs beside it: the point with its answer, and the drafts it may have changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from proceedings.models import Draft, Lineage, Point, Provision, Response, User
from proceedings.queries.closings import closed_above
from proceedings.queries.draft_names import names_of
from proceedings.queries.writing import Rows, Writing
from proceedings.text.provisions import Kind
from proceedings.text.provisions import Provision as Node
from proceedings.vocabulary import LineageKind


@dataclass(frozen=True, slots=True)
class Choice:
    """A provision that may be named as the one that changed; ``draft`` names the draft before of one taken out."""

    pk: int
    name: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a provision went in one draft: its place there (empty where it was taken out) and how."""

    draft: str
    path: str
    kind: LineageKind | None


def points_of(user: User) -> QuerySet[Point]:
    """Return the points that a person may see, each with all that its page names: one query for one point."""
    return (
        Point.objects.visible_to(user)
        .annotate(is_closed=closed_above("contribution__workshop"))
        .select_related(
            "contribution__workshop",
            "contribution__committee",
            "anchor__draft__consulted_text",
            "theme",
            "assignee",
            "answer__response__resulting",
            "answer__response__drafted_by",
            "answer__response__proposed_by",
            "answer__response__approved_by",
        )
        .defer("anchor__draft__source_text", "contribution__summary")
    )


class Beside:
    """The draft that is worked on for a point, the one before, and what became of the provision that it is about.

    Without a working copy it is the last issued draft, where that is later than the one commented on. Three queries;
    two more where the point is about a draft before those.
    """

    def __init__(self, point: Point, resulting: Provision | None = None) -> None:
        self.point = point
        drafts = list(
            Draft.objects.in_workshop(point.contribution.workshop)
            .without_source_text()
            .select_related("consulted_text", "based_on")
            .defer("based_on__source_text")
            .by_number()
        )
        about = point.anchor.draft.consulted_text_id if point.anchor else None
        texts = [draft.consulted_text for draft in drafts]
        self.text = next((text for text in texts if text.pk == about), None) or min(
            texts, key=lambda text: text.position, default=None
        )
        self.drafts = [draft for draft in drafts if draft.consulted_text == self.text]
        self.working = next((draft for draft in self.drafts if not draft.is_issued), None)
        self.current = self.working or self._last_issued()
        self.writing = Writing(self.current) if self.current else None
        self.resulting = resulting

    @property
    def is_working(self) -> bool:
        """Tell whether what is beside the point can be edited."""
        return self.working is not None

    @cached_property
    def names(self) -> dict[str, str]:
        """What the provisions of the current draft are called, by path."""
        return names_of(self.writing.rows.tree) if self.writing else {}

    @cached_property
    def names_before(self) -> dict[str, str]:
        """What those of the draft before are called."""
        before = self.writing.before if self.writing else None
        return names_of(before.tree) if before else {}

    @cached_property
    def heir(self) -> int | None:
        """The key of the provision of the current draft that the one commented on became; None where it is gone."""
        if self.point.anchor is None or self.writing is None:
            return None
        if self.point.anchor.draft_id == self.current.pk:  # type: ignore[union-attr]
            return self.point.anchor_id
        last = self._in_draft_before()
        return self.writing.copy_of(last) if last and self.writing.before else None

    def unit_of(self, *keys: int | None) -> int | None:
        """Return the unit to show: of the first key that is there, else what is left above the one commented on."""
        if self.writing is None:
            return None
        named = self.resulting.pk if self.resulting else None
        for key in (*keys, named, self.heir, self._above()):
            if key and key in self.writing.rows.nodes:
                return self.writing.unit_of(key)
        return None

    @cached_property
    def commented(self) -> Node | None:
        """The provision as the draft has it that was commented on."""
        anchor = self.point.anchor
        if anchor is None:
            return None
        for rows in (self.writing.rows, self.writing.before) if self.writing else ():
            if rows is not None and anchor.pk in rows.nodes:
                return rows.nodes[anchor.pk]
        return Rows(anchor.draft).nodes.get(anchor.pk)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Where the provision went in each draft issued after the one commented on: one query where there is any."""
        anchor = self.point.anchor
        later = [draft for draft in self.drafts if anchor and draft.is_issued and self._is_later(draft)]
        if anchor is None or not later:
            return ()
        rows = Lineage.objects.filter(draft__in=later, before__isnull=False).order_by("pk")
        kin: dict[tuple[int, int], tuple[int | None, str | None, str]] = {}
        for draft, before, after, path, kind in rows.values_list(
            "draft_id", "before_id", "after_id", "after__path", "kind"
        ):
            kin.setdefault((draft, before), (after, path, kind))
        return tuple(self._walk(later, kin))

    def choices(self) -> Iterator[Choice]:
        """Yield what may be named as changed: the heir first, then all provisions, then what was taken out."""
        if self.writing is None:
            return
        nodes = {key: node for key, node in self.writing.rows.nodes.items() if node.kind is not Kind.TEXT}
        seen: dict[str, int] = {}
        for key in sorted(nodes, key=lambda key: key != self.heir):
            yield Choice(key, self._once(self.names[nodes[key].path], nodes[key], seen))
        if self.writing.before and self.current and self.current.based_on:
            for key, node in self.writing.before.nodes.items():
                if node.kind is not Kind.TEXT and self.writing.copy_of(key) is None:
                    yield Choice(key, self.names_before[node.path], self.current.based_on.label)

    def _once(self, name: str, node: Node, seen: dict[str, int]) -> str:
        seen[name] = seen.get(name, 0) + 1
        return name if seen[name] == 1 else f"{name} ({node.path})"

    def _last_issued(self) -> Draft | None:
        issued = [draft for draft in self.drafts if draft.is_issued]
        return issued[-1] if issued and (self.point.anchor is None or self._is_later(issued[-1])) else None

    def _is_later(self, draft: Draft) -> bool:
        anchor = self.point.anchor
        return anchor is not None and (draft.number or 0) > (anchor.draft.number or 0)

    def _in_draft_before(self) -> int | None:
        """The key of the provision in the draft that the current one is based on."""
        anchor, before = self.point.anchor, self.current.based_on_id if self.current else None
        if anchor is None or anchor.draft_id == before:
            return anchor.pk if anchor else None
        path = anchor.path
        for step in self.steps:
            path = step.path
            if not path:
                return None
            if any(draft.pk == before and draft.label == step.draft for draft in self.drafts):
                break
        rows = self.writing.before if self.writing else None
        return rows.keys.get(path) if rows else None

    def _above(self) -> int | None:
        """The nearest provision of the current draft at a place above the one commented on."""
        path = self.point.anchor.path if self.point.anchor else ""
        while self.writing and path and path not in self.writing.rows.keys:
            path = path.rpartition(".")[0]
        return self.writing.rows.keys.get(path) if self.writing else None

    def _walk(
        self, later: list[Draft], kin: dict[tuple[int, int], tuple[int | None, str | None, str]]
    ) -> Iterator[Step]:
        """Follow the lineage; where none was recorded, a provision is looked for at its own path."""
        anchor = self.point.anchor
        key, path = (anchor.pk, anchor.path) if anchor else (None, "")
        for draft in later:
            after, its_path, kind = kin.get((draft.pk, key or 0), (None, path, ""))
            key, path = after, its_path or ""
            yield Step(draft.label, path, LineageKind(kind) if kind else None)
            if not path:
                return


def response_of(point: Point) -> Response | None:
    """Return the response of a point that was read with it, None where it has none."""
    answer = getattr(point, "answer", None)
    return answer.response if answer else None
