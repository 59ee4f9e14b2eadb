"""What the machine proposes for the words of a contribution that nobody accounted for yet: computed, never stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from proceedings.models import Contribution, Draft
from proceedings.text.coverage import Span
from proceedings.text.opinions import DraftIndex, Kind, Proposal, Rule, propose
from proceedings.text.provisions import Provision as Node
from proceedings.vocabulary import NoRequestReason, PointKind

#: From here on a proposal may be accepted together with others.
SURE: Final = 0.8
#: Why a stretch asks for nothing, by the rule that found it.
_QUIET: Final = {
    Rule.SALUTATION: NoRequestReason.SALUTATION,
    Rule.LETTERHEAD: NoRequestReason.SALUTATION,
    Rule.HEADING: NoRequestReason.HEADING,
    Rule.CONTEXT: NoRequestReason.CONTEXT,
    Rule.AGREEMENT: NoRequestReason.AGREEMENT,
    Rule.CLOSING: NoRequestReason.CLOSING,
    Rule.SIGNATURE: NoRequestReason.CLOSING,
}
_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is proposed: the rule, and the words that triggered it."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal: a point (``kind``) or a stretch that asks for nothing (``reason``).

    ``key`` is made of all that is shown, so that what is accepted is what was seen. ``anchor`` and ``candidates`` are
    paths of the draft.
    """

    key: str
    start: int
    end: int
    quote: str
    kind: PointKind | None
    reason: NoRequestReason | None
    anchor: str
    candidates: tuple[str, ...]
    wording: str
    summary: str
    grounds: tuple[Ground, ...]
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Tell whether it may be accepted together with others."""
        return self.confidence >= SURE and not self.candidates


class _Latest(dict[str, _Kept]):
    """The last few things that were computed: issued drafts and split texts never change."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, key: str, value: _Kept) -> _Kept:
        while len(self) >= self._most:
            self.pop(next(iter(self)), None)
        self[key] = value
        return value


_indexes: _Latest[DraftIndex] = _Latest(4)
_read: _Latest[tuple[Proposal, ...]] = _Latest(64)


def proposals_for(
    contribution: Contribution, draft: Draft | None, tree: Sequence[Node], taken: Iterable[Span]
) -> tuple[Proposed, ...]:
    """Return the proposals for what no span of a contribution has, in the order of its text: no query.

    ``tree`` are the provisions of ``draft``, the issued one that the document is about. A proposal that shares words
    with a span in ``taken`` is left out: what remains of its paragraph stays open.
    """
    spans = sorted(taken)
    found = _propose(contribution.text, draft, tree)
    return tuple(_proposed(contribution.text, draft, each) for each in found if not _touches(spans, each))


def _propose(text: str, draft: Draft | None, tree: Sequence[Node]) -> tuple[Proposal, ...]:
    content = draft.content_sha256 if draft else ""
    key = hashlib.sha256(f"{content}\n{text}".encode()).hexdigest()
    known = _read.get(key)
    if known is not None:
        return known
    return _read.keep(key, propose(text, _index(draft, tree) if draft else None))


def _index(draft: Draft, tree: Sequence[Node]) -> DraftIndex:
    key = f"{draft.content_sha256} {draft.consulted_text.title}"
    return _indexes.get(key) or _indexes.keep(key, DraftIndex(tree, tuple(_names(draft))))


def _names(draft: Draft) -> Iterator[str]:
    """What a document calls the draft: its name, and the first two words of it ("Quy chế")."""
    title = draft.consulted_text.title
    yield title
    yield " ".join(title.split()[:2])


def _touches(spans: Sequence[Span], proposal: Proposal) -> bool:
    return any(start < proposal.end and proposal.start < end for start, end in spans)


def _proposed(text: str, draft: Draft | None, each: Proposal) -> Proposed:
    is_quiet = each.kind is Kind.NO_REQUEST
    said = (
        each.start,
        each.end,
        each.kind,
        each.anchor,
        each.wording,
        each.summary,
        draft.pk if draft else 0,
    )
    return Proposed(
        key=hashlib.sha256(repr(said).encode()).hexdigest()[:16],
        start=each.start,
        end=each.end,
        quote=text[each.start : each.end],
        kind=None if is_quiet else PointKind(each.kind.value),
        reason=_reason(each) if is_quiet else None,
        anchor=each.anchor,
        candidates=each.candidates,
        wording=each.wording,
        summary=each.summary,
        grounds=tuple(Ground(reason.rule.value, text[reason.start : reason.end]) for reason in each.reasons),
        confidence=each.confidence,
    )


def _reason(each: Proposal) -> NoRequestReason:
    found = (_QUIET[reason.rule] for reason in each.reasons if reason.rule in _QUIET)
    return next(found, NoRequestReason.OTHER)
