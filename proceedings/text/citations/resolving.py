"""Citations against a draft and a place."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from proceedings.text.citations.outline import Node, Outline, read_outline
from proceedings.text.citations.references import CONFIDENCE, Reason, Reference
from proceedings.text.citations.shapes import Branch, Citation, Form, Level, Scope, label_key
from proceedings.text.citations.trails import Trail, spread, step, step_to_this
from proceedings.text.citations.writing import write_labels
from proceedings.text.folding import fold
from proceedings.text.provisions import Provision

_FORMS: Final = {
    Form.COMMAS: 0.95,
    Form.REVERSED: 0.95,
    Form.DOTTED: 0.7,
    Form.ABBREVIATED: 0.8,
    Form.UNACCENTED: 0.7,
}
_BARE: Final = 0.7
_TELLING: Final = 3  # words: "quy chế" alone tells no regulation from another


def resolve(
    citation: Citation,
    tree: Sequence[Provision] | Outline,
    at: str | None = None,
    *,
    names: Collection[str] = (),
) -> list[Reference]:
    """Return what each unit of a citation means in a draft; ambiguity is returned, never guessed away.

    ``at`` is the path where the citation stands, or what is talked about there: "này" and the units left out are
    taken from it. ``names`` are the names of the draft ("Quy chế", "Quy chế phối hợp"): where they are given,
    "Quyết định này" is another document. Ranges give every unit that the draft holds between their ends.
    """
    outline = read_outline(tree)
    factor = _own_document(citation, names)
    place = outline.nodes.get(at) if at else None
    if not factor:
        lost = [_name(branch) for branch in citation.branches]
        return [Reference(wanted, (), 0.0, Reason.OTHER_DOCUMENT) for wanted in lost]
    for form in citation.forms:
        factor *= _FORMS.get(form, 1.0)
    return [
        _refer(trail, factor)
        for branch in citation.branches
        for trail in _resolve_branch(branch, outline, place)
    ]


def _own_document(citation: Citation, names: Collection[str]) -> float:
    """Return 1 where the citation is of the draft, less where that is not sure, 0 where it is of another."""
    document = citation.document
    if document is None:
        return 1.0
    if names:
        said = fold(document.text).removeprefix("ban ").removeprefix("du thao").removesuffix(" nay").strip()
        return float(not said or any(_is_name(said, fold(name), document.scope) for name in names))
    return {Scope.NAMED: 0.0, Scope.BARE: _BARE}.get(document.scope, 1.0)


def _is_name(said: str, name: str, scope: Scope) -> bool:
    """Return whether one folded name begins with the other; a name of its own has to share more than its type."""
    shorter, longer = sorted((f"{said} ", f"{name} "), key=len)
    return longer.startswith(shorter) and (scope is not Scope.NAMED or shorter.count(" ") >= _TELLING)


def _name(branch: Branch) -> str:
    """Return a branch as it is written, lists and ranges in short."""
    return write_labels(
        [
            (part.level, "này" if part.is_this else ", ".join(branch.numbers(part.level)))
            for part in branch.parts
        ]
    )


def _resolve_branch(branch: Branch, outline: Outline, place: Node | None) -> list[Trail]:
    trails = [Trail()]
    for part in reversed(branch.parts):
        if part.is_this:
            trails = [step_to_this(trail, part.level, place) for trail in trails]
        else:
            trails = [
                step(trail, part.level, number, outline, place)
                for trail in trails
                for number in spread(part, trail, outline)
            ]
    return [_or_khoan(trail, outline) for trail in trails]


def _or_khoan(trail: Trail, outline: Outline) -> Trail:
    """Add khoản 2 where "mục 2 Điều 5" contradicts the draft: many say mục for khoản."""
    numbers = [number for level, number in trail.labels if level is Level.MUC]
    if trail.reason is not Reason.CONTRADICTED or not numbers or trail.labels[0][0] is not Level.DIEU:
        return trail
    key = label_key(Level.KHOAN, numbers[0])
    nodes = [khoan for node in trail.nodes or () for khoan in outline.find(Level.KHOAN, key, node)]
    return replace(trail, nodes=(*nodes, *(trail.nodes or ()))) if nodes else trail


def _refer(trail: Trail, factor: float) -> Reference:
    nodes = trail.nodes or ()
    shared = CONFIDENCE[trail.reason] * factor / max(1, len(nodes))
    return Reference(
        wanted=write_labels(trail.labels),
        candidates=tuple(node.path for node in nodes),
        confidence=round(shared, 3),
        reason=trail.reason,
        nearest=trail.nearest,
    )
