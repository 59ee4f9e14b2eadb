"""Reading drafts once a run: trees, the index that citations are written from, redlines."""

from __future__ import annotations

from functools import cache

from proceedings.models import Draft
from proceedings.queries.draft_marks import Mark, Reasons, marked_changes
from proceedings.queries.drafts import tree
from proceedings.queries.issued_drafts import IssuedDraft, ancestry, change_notes, removal_reasons
from proceedings.text.citations import Outline
from proceedings.text.lineage import Lineage, match
from proceedings.text.provisions import Provision
from proceedings.text.redline import Change, Redline, compare


class DraftReader:
    """Keeps what it has read, so that a draft's page and the redlines that it is part of share it."""

    def __init__(self) -> None:
        self.tree = cache(self._tree)
        self.outline = cache(self._outline)
        self.lineage = cache(self._lineage)
        self.redline = cache(self._redline)
        self.reasons = cache(self._reasons)
        self.marked = cache(self._marked)

    def _tree(self, draft: IssuedDraft) -> tuple[Provision, ...]:
        return tree(Draft(pk=draft.pk))

    def _outline(self, draft: IssuedDraft) -> Outline:
        return Outline(self.tree(draft))

    def _lineage(self, earlier: IssuedDraft, later: IssuedDraft) -> Lineage:
        """What an editor confirmed between neighbours; between others what the words say."""
        known = ancestry(later.pk) if later.number == earlier.number + 1 else None
        return known or match(self.tree(earlier), self.tree(later))

    def _redline(self, earlier: IssuedDraft, later: IssuedDraft) -> Redline:
        return compare(self.tree(earlier), self.tree(later), self.lineage(earlier, later))

    def _marked(self, earlier: IssuedDraft, later: IssuedDraft) -> list[tuple[Change, Mark]]:
        """Every change with its mark; reasons are those since the draft before, so others have none."""
        reasons = self.reasons(later) if later.number == earlier.number + 1 else Reasons({}, {})
        outlines = self.outline(earlier), self.outline(later)
        return marked_changes(self.redline(earlier, later), self.lineage(earlier, later), outlines, reasons)

    def _reasons(self, draft: IssuedDraft) -> Reasons:
        return Reasons(change_notes(draft.pk), removal_reasons(draft.pk))
