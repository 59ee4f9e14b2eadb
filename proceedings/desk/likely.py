"""What a provision may be in the other draft, with a few differing words, for an editor to choose with one click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings.desk.kin import Pair
from proceedings.models import Draft
from proceedings.queries.draft_names import names_of
from proceedings.queries.drafts import tree
from proceedings.text.lineage import find_likely
from proceedings.text.provisions import Provision, walk
from proceedings.text.redline import Op, Segment, compare_words
from proceedings.vocabulary import LineageKind

#: So many differing places are shown, each with so many characters of what stands around it.
_PLACES: Final = 4
_AROUND: Final = 24
_CUT: Final = 80


@dataclass(frozen=True, slots=True)
class Candidate:
    """One provision that may be it: what to send when it is chosen, how alike it is, and some words that differ."""

    name: str
    before: str
    after: str
    kind: LineageKind
    percent: int
    words: tuple[tuple[str, str], ...]


def candidates_of(draft: Draft, pair: Pair) -> list[Candidate]:
    """Return what a provision may be but for what the pair says already, the likeliest first: two queries.

    Of what came it is looked for in the draft before; of what was taken out in the draft itself.
    """
    if draft.based_on is None:
        return []
    old, new = tree(draft.based_on), tree(draft)
    if pair.after is None:
        found = find_likely(pair.before.path, old, new) if pair.before else []
        ends = [(pair.before.path, each.path, each) for each in found if pair.before]
    else:
        found = find_likely(pair.after.path, new, old, count=4)
        said = pair.before.path if pair.before else ""
        ends = [(each.path, pair.after.path, each) for each in found if each.path != said][:3]
    before, after = ({node.path: node for node in walk(side)} for side in (old, new))
    names = names_of(old if pair.after else new)
    return [
        Candidate(
            names[each.path],
            one,
            other,
            _kind_of(before[one], after[other]),
            round(100 * each.score),
            tuple(_brief(compare_words(_text(before[one]), _text(after[other])))),
        )
        for one, other, each in ends
    ]


def _kind_of(old: Provision, new: Provision) -> LineageKind:
    """What became of it, as far as the two places tell; the editor may say otherwise in the form."""
    is_same = list(old.lines()) == list(new.lines())
    if old.path == new.path:
        return LineageKind.KEPT if is_same else LineageKind.CHANGED
    above = [path.rpartition(".")[0] for path in (old.path, new.path)]
    return LineageKind.RENUMBERED if above[0] == above[1] and old.kind is new.kind else LineageKind.MOVED


def _text(node: Provision) -> str:
    return "\n".join(node.lines())


def _brief(segments: tuple[Segment, ...]) -> Iterator[tuple[str, str]]:
    """Yield the first places that differ, with a little of what stands between them."""
    shown = 0
    for place, segment in enumerate(segments):
        if segment.op is Op.EQUAL:
            text, is_last = segment.text, place == len(segments) - 1
            if len(text) > 2 * _AROUND:
                head = text[:_AROUND] if place else ""
                text = f"{head}…{'' if is_last else text[-_AROUND:]}"
            yield segment.op.value, text
        elif shown == 2 * _PLACES:
            yield Op.EQUAL.value, "…"
            return
        else:
            shown += 1
            cut = segment.text if len(segment.text) <= _CUT else f"{segment.text[:_CUT]}…"
            yield segment.op.value, cut
