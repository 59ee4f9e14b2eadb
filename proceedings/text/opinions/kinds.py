"""The kind of a point, by its operative verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from re import Match

from proceedings.text.opinions import phrases
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quotes
from proceedings.text.opinions.sentences import Sentence
from proceedings.text.opinions.shapes import Kind, Rule

Mark = tuple[Rule, int, int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A kind, the words that decided it, and how sure it is."""

    kind: Kind
    mark: Mark | None = None
    confidence: float = 0.5


def judge(plain: Plain, quotes: Quotes, sentences: Sequence[Sentence], *, is_about_text: bool) -> Judgement:
    """Return the kind of a point made of these sentences; ``is_about_text`` says that a provision is cited."""
    verbs = _find_verbs(plain, quotes, sentences)
    strong = [verb for verb in verbs if verb.lastgroup in ("amend", "add", "remove")]
    question = next((one.question for one in sentences if one.question), None)
    if question and not (strong and strong[0].end() < question[1] and plain.lower[question[1]] != "?"):
        return Judgement(Kind.ASK, question, 0.85)
    speaking = next((one for one in sentences if one.speaks), None)
    if (
        speaking
        and speaking.agreement
        and _only_agrees(plain, speaking)
        and not any(one.is_explicit and one is not speaking for one in sentences)
    ):
        return Judgement(Kind.AGREE, speaking.agreement, 0.85)
    if found := _judge_requests(plain, sentences, verbs, strong, is_about_text):
        return found
    agreement = next((one.agreement for one in sentences if one.agreement), None)
    if agreement:
        return Judgement(Kind.AGREE, agreement, 0.85)
    keeping = next((verb for verb in verbs if verb.lastgroup == "keep"), None)
    if keeping:
        return Judgement(Kind.AGREE, (Rule.OPERATIVE_VERB, *keeping.span()), 0.7)
    return Judgement(Kind.OTHER, None, 0.5)


def _only_agrees(plain: Plain, sentence: Sentence) -> bool:
    """Return whether a sentence agrees, and what bids in it is what it agrees with."""
    agreement = sentence.agreement
    if agreement is None or sentence.is_explicit:
        return False
    later = [one for one in sentence.requests if one[1] > agreement[1]]
    reserved = phrases.RESERVE.search(plain.lower, agreement[2], sentence.end)
    return len(later) == len(sentence.requests) and reserved is None


def _judge_requests(
    plain: Plain,
    sentences: Sequence[Sentence],
    verbs: list[Match[str]],
    strong: list[Match[str]],
    is_cited: bool,
) -> Judgement | None:
    doing = _find_doing(plain, sentences)
    is_first = doing is not None and not (strong and strong[0].start() < doing.start("verb"))
    if (
        doing
        and is_first
        and (not is_cited or (doing["verb"] in phrases.ORDERED and doing.start("verb") == doing.start() + 1))
    ):
        return Judgement(Kind.OTHER, (Rule.OPERATIVE_VERB, *doing.span("verb")), 0.7)
    if strong:
        return _judge_strong(plain, sentences, strong)
    vagues = [verb for verb in verbs if verb.lastgroup == "vague"]
    vague = next((verb for verb in vagues if verb[0] not in phrases.WEIGHING), vagues[0] if vagues else None)
    keeps = any(verb.lastgroup == "keep" for verb in verbs) or any(one.agreement for one in sentences)
    if vague is None or (keeps and not any(one.is_explicit for one in sentences)):
        return None
    if any(verb.lastgroup == "keep" and verb.start() < vague.start() for verb in verbs):
        return None
    return _judge_vague(plain, vague, sentences, is_cited)


def _judge_strong(plain: Plain, sentences: Sequence[Sentence], strong: list[Match[str]]) -> Judgement:
    first = strong[0]
    kind = Kind(first.lastgroup or "amend")
    if kind is Kind.REMOVE:
        for sentence in sentences:
            begin = max(sentence.start, first.end())
            if begin >= sentence.end or phrases.UNLESS.search(plain.lower, sentence.start, sentence.end):
                continue
            if instead := phrases.REPLACED.search(plain.lower, begin, sentence.end):
                return Judgement(Kind.AMEND, (Rule.OPERATIVE_VERB, *instead.span()), 0.75)
    return Judgement(kind, (Rule.OPERATIVE_VERB, *first.span()), 0.9)


def _judge_vague(
    plain: Plain, vague: Match[str], sentences: Sequence[Sentence], is_cited: bool
) -> Judgement | None:
    lower, mark = plain.lower, (Rule.OPERATIVE_VERB, *vague.span())
    if phrases.NEW_RULE.match(lower, vague.start(), len(lower)) and not is_cited:
        return Judgement(Kind.ADD, mark, 0.6)
    names = any(phrases.TEXT_WORDS.search(lower, one.start, one.end) for one in sentences)
    return Judgement(Kind.AMEND, mark, 0.7) if is_cited or names else None


def _find_verbs(plain: Plain, quotes: Quotes, sentences: Sequence[Sentence]) -> list[Match[str]]:
    """Return the operative verbs of the sentences that ask, in order, "nếu giữ …" left out."""
    found: list[Match[str]] = []
    for sentence in sentences:
        if not sentence.requests or phrases.UNLESS.match(plain.lower, sentence.body, sentence.end):
            continue
        first = sentence.requests[0]
        begin = first[2] if sentence.is_explicit else first[1]
        verbs = [
            verb
            for verb in phrases.OPERATIVE.finditer(plain.lower, begin, sentence.end)
            if not quotes.holds(verb.start())
        ]
        if not any(verb.lastgroup != "vague" for verb in verbs):
            verbs = [*_before(plain, quotes, sentence, first[1]), *verbs]
        told = [verb for verb in verbs if verb.lastgroup != "vague"]
        found += told[:1] if told and told[0].lastgroup == "keep" else verbs
    return found


def _before(plain: Plain, quotes: Quotes, sentence: Sentence, until: int) -> list[Match[str]]:
    """Return "thiếu" in "Điều 4 thiếu …, đề nghị bổ sung" and "xem xét" before what is asked."""
    return [
        verb
        for verb in phrases.OPERATIVE.finditer(plain.lower, sentence.body, until)
        if verb.lastgroup == "add" and not quotes.holds(verb.start())
    ]


def _find_doing(plain: Plain, sentences: Sequence[Sentence]) -> Match[str] | None:
    """Return what somebody is asked to do that is no change of the text."""
    for sentence in sentences:
        if sentence.is_explicit:
            return phrases.DOING.match(plain.lower, sentence.requests[0][2], sentence.end)
    return None
