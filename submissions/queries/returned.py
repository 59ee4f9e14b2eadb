"""What differs between a working draft and a Word file of it that came back, each with a key that names it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from proceedings.exports.draft_files import keyed
from proceedings.models import Draft, Provision
from proceedings.queries.draft_names import names_of
from proceedings.queries.history import event_model
from proceedings.queries.writing import Rows, word_name
from proceedings.text.returned_differences import (
    Origin,
    ReturnedChange,
    ReturnedComparison,
    ReturnedDifference,
    compare_returned,
)
from submissions.models import ReturnedFile


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference to accept or to leave; ``row`` is the key of its provision, ``after`` of the one before it.

    ``is_stale`` says that the file has words that the working draft had once: who edits it meanwhile is right.
    """

    key: str
    change: ReturnedChange
    row: int | None
    after: int | None
    place: str
    old: str
    new: str
    is_whole: bool
    by_content: bool
    is_stale: bool
    is_left: bool

    @property
    def is_sure(self) -> bool:
        """Tell whether it may be accepted together with others."""
        return not (self.by_content or self.is_stale or self.is_left)


@dataclass(frozen=True, slots=True)
class Return:
    """A returned file beside the working draft as it stands."""

    rows: Rows
    comparison: ReturnedComparison
    differences: tuple[Difference, ...]

    @property
    def is_of_other(self) -> bool:
        """Tell whether the file is of another draft or another text."""
        return self.comparison.origin is Origin.OTHER

    @property
    def is_unknown(self) -> bool:
        """Tell whether the file does not say of which draft it is: all is found by words."""
        return self.comparison.origin is Origin.UNKNOWN

    def open(self) -> tuple[Difference, ...]:
        """Return the differences that nobody has left aside."""
        return tuple(each for each in self.differences if not each.is_left)


def look_at(returned: ReturnedFile, draft: Draft) -> Return:
    """Compare a returned file with a working draft as it stands: two queries."""
    rows = Rows(draft)
    comparison = compare_returned(keyed(rows.tree, rows.keys), word_name(draft), returned.content())
    names = names_of(rows.tree)
    told = {str(key): names.get(path, "") for path, key in rows.keys.items()}
    found = list(_grouped(comparison.differences))
    stale = _stale(found)
    left = set(returned.left)
    return Return(
        rows,
        comparison,
        tuple(
            Difference(
                key=key,
                change=each.change,
                row=int(each.path) if each.path else None,
                after=int(each.after) if each.after else None,
                place=told.get(each.path or each.after, ""),
                old=each.old,
                new=each.new,
                is_whole=each.is_whole,
                by_content=each.by_content or (comparison.origin is not Origin.SAME),
                is_stale=key in stale,
                is_left=key in left,
            )
            for key, each in found
        ),
    )


def key_of(difference: ReturnedDifference) -> str:
    """Return what a difference is recognised by: the provision, its words on both sides, its new place."""
    is_placed = difference.change in (ReturnedChange.NEW, ReturnedChange.MOVED)
    after = difference.after if is_placed else ""
    told = (difference.change, difference.path, after, difference.old, difference.new)
    return hashlib.sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _grouped(differences: Iterable[ReturnedDifference]) -> Iterator[tuple[str, ReturnedDifference]]:
    """New paragraphs that follow each other are one difference: they are accepted together and in their order."""
    waiting: ReturnedDifference | None = None
    for each in differences:
        if each.change is ReturnedChange.NEW and waiting is not None and waiting.after == each.after:
            waiting = replace(waiting, new=f"{waiting.new}\n{each.new}")
            continue
        if waiting is not None:
            yield key_of(waiting), waiting
        waiting = None
        if each.change is ReturnedChange.NEW:
            waiting = each
        else:
            yield key_of(each), each
    if waiting is not None:
        yield key_of(waiting), waiting


def _stale(found: list[tuple[str, ReturnedDifference]]) -> set[str]:
    """The keys of changes whose words in the file are those that the row had before: one query."""
    changed = {
        int(each.path): (key, each.new) for key, each in found if each.change is ReturnedChange.CHANGED
    }
    if not changed:
        return set()
    events = event_model(Provision)._default_manager.filter(pgh_obj_id__in=list(changed))
    stale = set()
    for row, mark, heading, text in events.values_list("pgh_obj_id", "mark", "heading", "text"):
        key, new = changed[row]
        if " ".join(f"{mark} {heading} {text}".split()) == " ".join(new.split()):
            stale.add(key)
    return stale
