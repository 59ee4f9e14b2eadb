"""What a point asks for, beyond the words it shares with others: its requests, directions, numbers and negations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.likeness.meanings import (
    ADD,
    AGREE,
    AMEND,
    DISAGREE,
    INSTEAD,
    KEEP,
    NOT,
    POLES,
    REMOVE,
    RITUAL,
    SHADES,
)
from proceedings.text.likeness.tokens import Token

_CHANGES: Final = frozenset({ADD, REMOVE, AMEND, DISAGREE})
_REQUESTS: Final = _CHANGES | {KEEP, AGREE}
_NEGATED: Final = {ADD: KEEP, REMOVE: KEEP, AMEND: KEEP, KEEP: REMOVE, AGREE: DISAGREE, DISAGREE: AGREE}
_KINDS: Final = {"agree": KEEP, "add": ADD, "amend": AMEND, "remove": REMOVE}
_POLES: Final = frozenset(pole for pair in (*POLES, *SHADES) for pole in pair)
#: How far before a request its "không" may stand, in tokens; and how far what stands after one is not plainly said.
_REACH, _SHADOW = 3, 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a point asks for. Forms as tokens have them; ``numbers`` and ``negated`` with the words to show for them."""

    requests: frozenset[str]
    poles: frozenset[str]
    numbers: dict[str, str]  # "#10" → "10 ngày"
    negated: dict[str, str]  # form → "không báo cáo"
    plain: frozenset[str]  # forms that stand without a negation


def read_asked(text: str, tokens: Sequence[Token], kind: str) -> Asked:
    """Return what a point asks for; its kind counts where its words ask for nothing."""
    turned, shunned = _reach(tokens, {NOT}, _REACH), _reach(tokens, {INSTEAD}, _REACH)
    shadowed = _reach(tokens, {NOT, INSTEAD}, _SHADOW)
    requests = {
        _turn(token.form, place in turned)
        for place, token in enumerate(tokens)
        if token.form in _REQUESTS and place not in shunned
    }
    negated = dict(_read_negated(text, tokens))
    plain = frozenset(
        token.form for place, token in enumerate(tokens) if place not in shadowed and token.weighs
    )
    return Asked(
        _settle(requests, kind),
        plain & _POLES,
        dict(_read_numbers(text, tokens)),
        negated,
        plain - {NOT, INSTEAD},
    )


def _reach(tokens: Sequence[Token], forms: set[str], length: int) -> set[int]:
    """Return the places that stand within so many tokens after one of the forms."""
    places = (place for place, token in enumerate(tokens) if token.form in forms)
    return {place + step for place in places for step in range(1, length + 1)}


def _turn(form: str, is_negated: bool) -> str:
    return _NEGATED[form] if is_negated else form


def _settle(requests: set[str], kind: str) -> frozenset[str]:
    """Return the requests that count: agreeing is a ritual before a request for change, else it means keeping."""
    if requests & _CHANGES:
        return frozenset(requests - {AGREE})
    if requests:
        return frozenset({KEEP})
    return frozenset({_KINDS[kind]} if kind in _KINDS else ())


def _read_numbers(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens):
        if token.is_number:
            last = tokens[place + 1] if place + 1 < len(tokens) else token
            end = last.end if last.start - token.end <= 1 else token.end
            yield token.form, text[token.start : end]


def _read_negated(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Yield what stands negated: the first word with a weight of its own after each "không"."""
    for place, negation in enumerate(tokens):
        following = (token for token in tokens[place + 1 : place + 4] if token.weighs or token.form == RITUAL)
        if negation.form == NOT and (token := next(following, None)):
            yield token.form, text[negation.start : token.end]
