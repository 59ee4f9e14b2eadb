"""A whole opinion read against a draft: what a paragraph opens with is the place of what follows."""

from collections.abc import Collection, Sequence
from typing import Final

from proceedings.text.citations.finding import find_citations
from proceedings.text.citations.outline import Outline, read_outline
from proceedings.text.citations.references import Reason, Reference
from proceedings.text.citations.resolving import resolve
from proceedings.text.citations.shapes import Citation
from proceedings.text.provisions import Provision

_OPENING: Final = 40  # characters of a paragraph within which its first citation says what it is about

Read = tuple[Citation, list[Reference]]


def read_references(
    text: str,
    tree: Sequence[Provision] | Outline,
    at: str | None = None,
    *,
    names: Collection[str] = (),
) -> list[Read]:
    """Return the citations of a text, each resolved where it stands: "Điều 5: khoản 2 …" means khoản 2 Điều 5.

    The place is what ``at`` says until a paragraph opens with a citation, or one stands before a colon; where that
    one is ambiguous or of another document, nothing is the place; where it is missing, what would hold it is.
    """
    outline = read_outline(tree)
    read: list[Read] = []
    line = -1
    for citation in find_citations(text):
        references = resolve(citation, outline, at, names=names)
        read.append((citation, references))
        start = text.rfind("\n", 0, citation.start) + 1
        opens = start != line and citation.start - start <= _OPENING
        if opens or text[citation.end : citation.end + 2].lstrip().startswith(":"):
            at = _place(references)
        line = start
    return read


def _place(references: list[Reference]) -> str | None:
    """Return the one path that all references share from its beginning, None where they share none."""
    paths = [_path(reference) for reference in references]
    shared: list[str] = []
    for steps in zip(*(path.split(".") for path in paths), strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return ".".join(shared) or None


def _path(reference: Reference) -> str:
    """Return the node that a reference is about: where a unit is to be added, what will hold it; "" where none is."""
    if len(reference.candidates) == 1 and reference.reason is not Reason.CONTRADICTED:
        return reference.candidates[0]
    return reference.nearest
