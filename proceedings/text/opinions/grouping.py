"""Which sentences of a paragraph make one point together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from proceedings.text.opinions import phrases
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.sentences import Sentence

Opens = Callable[[Sentence], bool]


def group_sentences(plain: Plain, sentences: Sequence[Sentence], opens: Opens) -> list[list[Sentence]]:
    """Return the sentences of a paragraph by the opinion that they are of, in order.

    A new opinion begins where a sentence opens with another provision and asks for something itself, and where a
    request follows on an agreement ("Tuy nhiên, …"). ``opens`` says whether a sentence opens with a provision.
    """
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if groups and not _begins(plain, groups[-1], sentence, opens):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return groups


def _begins(plain: Plain, group: list[Sentence], sentence: Sentence, opens: Opens) -> bool:
    if not sentence.asks:
        return False
    if any(one.asks for one in group):
        return opens(sentence)
    only_agrees = any(one.agreement for one in group)
    return only_agrees and (
        opens(sentence) or phrases.RESERVE.match(plain.lower, sentence.start, sentence.end) is not None
    )
