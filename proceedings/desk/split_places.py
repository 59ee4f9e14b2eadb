"""What an opinion is about as an editor types it: the name of a provision, a citation, or some of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.translation import gettext_lazy as _

from proceedings.operations.refusals import Refused
from proceedings.text.citations import Outline, Reason, find_citations, resolve
from proceedings.text.folding import fold
from proceedings.text.provisions import Provision

#: More provisions than this are not named in a refusal.
_MOST: Final = 6


def find_path(words: str, tree: Sequence[Provision], names: Mapping[str, str]) -> str:
    """Return the path of the one provision that some words mean in a draft.

    ``names`` are what its provisions are called, by path, each once. A name is taken as it is, then a citation
    ("khoản 2 điều 5"), then words of the provision. Refuses (at the field ``anchor``) words that mean none, or
    several, which are named.
    """
    said = " ".join(words.split())
    outline = Outline(tree)
    found = _by_name(said, outline, names) or _by_citation(said, outline) or _by_words(said, outline)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(
            _(
                "Không tìm thấy “%(place)s” trong dự thảo bên cạnh. Ghi như “khoản 2 Điều 5”, hoặc vài chữ của điều đó."
            ),
            field="anchor",
            place=said[:80],
        )
    listed = "; ".join(names[path] for path in found[:_MOST])
    raise Refused(
        _("“%(place)s” có ở nhiều chỗ: %(found)s. Ghi rõ một chỗ."),
        field="anchor",
        place=said[:80],
        found=f"{listed}…" if len(found) > _MOST else listed,
    )


def _by_name(said: str, outline: Outline, names: Mapping[str, str]) -> list[str]:
    key = fold(said)
    return [
        path
        for path, name in names.items()
        if key in (fold(name), fold(f"{name}. {outline.nodes[path].provision.heading}"))
    ]


def _by_citation(said: str, outline: Outline) -> list[str]:
    references = [each for citation in find_citations(said) for each in resolve(citation, outline)]
    found = [
        path
        for reference in references
        if reference.reason is not Reason.CONTRADICTED
        for path in reference.candidates
    ]
    return list(dict.fromkeys(found))


def _by_words(said: str, outline: Outline) -> list[str]:
    """Return the innermost provisions that hold the words."""
    key = fold(said)
    return [
        path
        for path, node in outline.nodes.items()
        if key and key in fold(f"{node.provision.heading} {node.provision.text}")
    ]
