"""Where a point begins to say something: after the courtesies that every letter opens with."""

from __future__ import annotations

import itertools
import re
from typing import Final

from proceedings.text.folding import fold
from proceedings.text.likeness.meanings import COURTESIES

#: Every place of a text begins or goes on with one, so that a text without any stop is read once and not from each.
_CLAUSE = re.compile(r"[^.;:!?\n]+(?:[.;:!?\n]+|\Z)|[.;:!?\n]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_FOLDED: Final = frozenset(map(fold, COURTESIES))
#: This share of the words of a clause are courtesies, and this many such clauses may open a text.
_SHARE: Final = 0.85
_MOST_CLAUSES: Final = 3


def find_substance(text: str) -> int:
    """Return the offset at which the opening courtesies end; 0 when there are none or nothing follows them.

    "Tỉnh ủy cơ bản nhất trí với dự thảo; đề nghị bỏ khoản 3." begins at "đề nghị".
    """
    start = 0
    for clause in itertools.islice(_CLAUSE.finditer(text), _MOST_CLAUSES):
        if not _is_courtesy(clause.group()) or not _LETTERS.search(text, clause.end()):
            break
        start = clause.end()
    return start


def _is_courtesy(clause: str) -> bool:
    words = _LETTERS.findall(fold(clause))
    return sum(word in _FOLDED for word in words) >= _SHARE * len(words)
