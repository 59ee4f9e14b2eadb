"""Where in the draft a passage speaks of: by citation, by name, by the draft's own words, or by the heading above."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.citations import Citation, Level, Part, Reference, Scope, find_citations
from proceedings.text.citations import Reason as Ground
from proceedings.text.opinions import phrases
from proceedings.text.opinions.draft import DraftIndex
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quotes
from proceedings.text.opinions.shapes import Rule

_BEFORE: Final = 60
_AFTER: Final = 40

Mark = tuple[Rule, int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A path of the draft, or the paths that it may be; ``marks`` are the words that say so."""

    path: str = ""
    candidates: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    confidence: float = 0.0


class Surveyor:
    """Finds the anchors of one text's passages in a draft."""

    def __init__(self, plain: Plain, quotes: Quotes, draft: DraftIndex | None) -> None:
        self._plain, self._quotes, self._draft = plain, quotes, draft
        self.citations = [
            citation
            for citation in find_citations(plain.cased)
            if not quotes.holds(citation.start) and self._is_own(citation)
        ]
        self._asides = {citation.start for citation in self.citations if self._is_aside(citation)}

    def spoken_about(self, start: int, end: int) -> list[Citation]:
        """Return the citations of the draft in a span that it is about, not those that it compares with."""
        return [one for one in self._within(start, end) if one.start not in self._asides]

    def _within(self, start: int, end: int) -> list[Citation]:
        low, high = (bisect_left(self.citations, place, key=_start) for place in (start, end))
        return self.citations[low:high]

    def survey(self, start: int, end: int, place: str, sentence_ends: Sequence[int]) -> Anchor:
        """Return the anchor of a passage; ``place`` is the path that the heading above it names."""
        if self._draft is None:
            marks = tuple((Rule.CITATION, one.start, one.end) for one in self.spoken_about(start, end)[:1])
            return Anchor(marks=marks)
        return (
            self._by_citation(self._draft, start, end, place, sentence_ends)
            or self._by_part(self._draft, start, end)
            or self._by_name(self._draft, start, end)
            or self._by_quotation(self._draft, start, end, place)
            or (Anchor(place, confidence=0.7) if place else None)
            or self._by_repetition(self._draft, start, end)
            or self._by_aside(self._draft, start, end)
            or Anchor()
        )

    def _is_own(self, citation: Citation) -> bool:
        if self._draft is not None:
            return self._draft.is_own(citation)
        return citation.document is None or citation.document.scope is not Scope.NAMED

    def _is_aside(self, citation: Citation) -> bool:
        before = self._plain.lower[max(0, citation.start - _BEFORE) : citation.start]
        return phrases.ASIDE.search(before.rpartition("\n")[2]) is not None

    def _by_citation(
        self, draft: DraftIndex, start: int, end: int, place: str, sentence_ends: Sequence[int]
    ) -> Anchor | None:
        cited = self.spoken_about(start, end)
        for index, citation in enumerate(cited):
            if not place and not is_complete(citation) and any(map(is_complete, cited[index + 1 :])):
                continue
            references = draft.refer(citation, place)
            if found := self._anchor(draft, citation, references):
                until = next((stop for stop in sentence_ends if stop > citation.start), end)
                return self._refine(draft, found, cited[index + 1 :], until)
        return None

    def _anchor(self, draft: DraftIndex, citation: Citation, references: list[Reference]) -> Anchor | None:
        mark = (Rule.CITATION, citation.start, citation.end)
        unclear = [reference for reference in references if reference.is_ambiguous]
        if unclear and len(references) == 1:
            return Anchor("", unclear[0].candidates, (mark,), unclear[0].confidence)
        clear = [reference for reference in references if not reference.is_ambiguous] or references
        paths = [path for reference in clear if (path := _path(reference))]
        if not paths:
            return None
        joint = self._above_insertion(draft, citation, draft.join(paths))
        sure = min(reference.confidence or 0.7 for reference in clear)
        return Anchor(joint, () if joint else tuple(dict.fromkeys(paths)), (mark,), sure)

    def _above_insertion(self, draft: DraftIndex, citation: Citation, path: str) -> str:
        """Return what will hold "một khoản mới" that is to stand behind the unit cited."""
        before = self._plain.lower[max(0, citation.start - _AFTER) : citation.start]
        after = self._plain.lower[citation.end : citation.end + _AFTER]
        is_inserted = phrases.INSERTED_BEHIND.search(before) or (
            before.endswith("sau ") and after.startswith((" một khoản", " một điểm", " khoản", " điểm"))
        )
        return draft.above(path) if path and is_inserted else path

    def _refine(self, draft: DraftIndex, found: Anchor, further: Sequence[Citation], until: int) -> Anchor:
        """Return "Điều 2 bỏ khoản 2" as khoản 2 Điều 2, where nothing else is named below it."""
        near = [one for one in further if one.start < until]
        if not found.path or len(near) != 1 or is_complete(near[0]) or self._follows(near[0]):
            return found
        references = draft.refer(near[0], found.path)
        paths = [path for one in references for path in one.candidates]
        if len(paths) != 1 or draft.join([found.path, paths[0]]) != found.path:
            return found
        return Anchor(
            paths[0], (), (*found.marks, (Rule.CITATION, near[0].start, near[0].end)), found.confidence
        )

    def _follows(self, citation: Citation) -> bool:
        """Return whether what is asked for is to stand behind a unit: "bổ sung … vào sau khoản 4"."""
        return self._plain.lower[max(0, citation.start - 8) : citation.start].endswith("sau ")

    def _by_part(self, draft: DraftIndex, start: int, end: int) -> Anchor | None:
        lower = self._plain.lower
        head = min(end, start + _BEFORE)
        for phrase, path in ((phrases.NAMED_TITLE, draft.title), (phrases.NAMED_PREAMBLE, draft.preamble)):
            if found := phrase.search(lower, start, head):
                return Anchor(path, (), ((Rule.NAMED_PART, *found.span()),), 0.8)
        return None

    def _by_name(self, draft: DraftIndex, start: int, end: int) -> Anchor | None:
        for found in phrases.NAMED_HEADING.finditer(self._plain.lower, start, end):
            if self._quotes.holds(found.start()):
                continue
            phrase = self._plain.cased[found.end() : min(end, found.end() + 2 * _BEFORE)]
            if path := draft.named(phrase):
                return Anchor(path, (), ((Rule.NAMED_HEADING, found.start(), found.end()),), 0.75)
        return None

    def _by_quotation(self, draft: DraftIndex, start: int, end: int, place: str) -> Anchor | None:
        for quote in self._quotes.within(start, end):
            before = self._plain.lower[max(0, quote.start - _BEFORE) : quote.start]
            if not phrases.QUOTED_FROM.search(before):
                continue
            paths = draft.holding(self._plain.cased[quote.inner_start : quote.inner_end], place)
            if paths:
                sure = len(paths) == 1
                mark = (Rule.QUOTES_DRAFT, quote.start, quote.end)
                return Anchor(
                    paths[0] if sure else "", () if sure else tuple(paths), (mark,), 0.8 if sure else 0.5
                )
        return None

    def _by_repetition(self, draft: DraftIndex, start: int, end: int) -> Anchor | None:
        if path := draft.repeated(self._plain.cased[start:end]):
            return Anchor(path, (), ((Rule.QUOTES_DRAFT, start, end),), 0.7)
        return None

    def _by_aside(self, draft: DraftIndex, start: int, end: int) -> Anchor | None:
        """Return what a passage compares with, where it names nothing else."""
        cited = self._within(start, end)
        found = self._anchor(draft, cited[0], draft.refer(cited[0])) if len(cited) == 1 else None
        return Anchor(found.path, found.candidates, found.marks, 0.4) if found else None


def _start(citation: Citation) -> int:
    return citation.start


def is_complete(citation: Citation) -> bool:
    """Return whether a citation says which điều, or a larger unit, it is of."""
    return any(part.level >= Level.DIEU for part in _parts(citation))


def _parts(citation: Citation) -> Iterable[Part]:
    return (part for branch in citation.branches for part in branch.parts if not part.is_this)


def _path(reference: Reference) -> str:
    """Return the node a reference is about; for a unit that is to be added, what will hold it."""
    if len(reference.candidates) == 1 and reference.reason is not Ground.CONTRADICTED:
        return reference.candidates[0]
    return reference.nearest or (reference.candidates[0] if reference.candidates else "")
