"""What a sentence says: that it asks, agrees or wants to know, and with which verb."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from re import Match
from typing import Final

from proceedings.text.opinions import phrases
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quotes
from proceedings.text.opinions.shapes import Rule

#: How far before a verb it is looked for who asks, and whether it tells of the past.
_BEFORE: Final = 48

Mark = tuple[Rule, int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph, ``body`` begins behind its number or dash; spans are those of the plain copy."""

    start: int
    body: int
    end: int
    requests: tuple[Mark, ...] = ()  # "đề nghị", or a verb that bids
    is_explicit: bool = False  # someone says "đề nghị"
    agreement: Mark | None = None
    question: Mark | None = None

    @property
    def asks(self) -> bool:
        """Return whether the sentence wants anything."""
        return bool(self.requests or self.question)

    @property
    def speaks(self) -> bool:
        """Return whether the sentence is of a point at all."""
        return self.asks or self.agreement is not None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the paragraph that a sentence stands in."""

    is_item: bool  # it is numbered, a dash line or a row of a table
    has_place: bool  # a heading above names a provision
    mentions_text: bool  # it speaks of the draft, or to those who write it
    cited: tuple[tuple[int, int], ...]  # its citations of the draft that are no asides


class Listener:
    """Reads the sentences of one text."""

    def __init__(self, plain: Plain, quotes: Quotes) -> None:
        self._plain, self._quotes = plain, quotes

    def read(self, start: int, body: int, end: int, around: Surroundings) -> Sentence:
        """Return what one sentence says."""
        explicit = self._find_requests(body, end, around)
        requests = explicit or self._find_bidding(body, end, around)
        return Sentence(
            start,
            body,
            end,
            tuple((Rule.REQUEST_VERB, *found) for found in requests),
            bool(explicit),
            self._find_agreement(body, end, around),
            self._find_question(body, end, around),
        )

    def _find_requests(self, start: int, end: int, around: Surroundings) -> list[tuple[int, int]]:
        lower = self._plain.lower
        is_story = phrases.NARRATIVE.search(lower, start, end) is not None and not self._cites(start, end, around)
        return [
            found.span()
            for found in phrases.REQUEST.finditer(lower, start, end)
            if not self._quotes.holds(found.start()) and self._is_own(found, start, is_story, around)
        ]

    def _is_own(self, found: Match[str], start: int, is_story: bool, around: Surroundings) -> bool:
        """Return whether the letter itself asks: no noun, nothing told of others."""
        before = self._plain.lower[max(start, found.start() - _BEFORE) : found.start()]
        if phrases.AFTER_NOUN.match(self._plain.lower, found.end()):
            return False
        if phrases.TELLING.search(before) and not before.rstrip().endswith(("chúng tôi cũng", "xin")):
            return False
        if phrases.OWN_VOICE.search(before):
            return not self._is_listed(found, start, before.rstrip(), is_story, around)
        return not is_story and self._cites(start, found.start() + 1, around)

    def _is_listed(
        self, found: Match[str], start: int, before: str, is_story: bool, around: Surroundings
    ) -> bool:
        """Return whether "kiến nghị" is one of several things that somebody does or is to do."""
        if not before.endswith((",", "và")):
            return False
        if is_story and before.endswith("và"):
            return True
        if phrases.MODAL.search(self._plain.lower, start, found.start()):
            return True
        return found[0] == "đề xuất" and not self._cites(start, found.start(), around)

    def _find_bidding(self, start: int, end: int, around: Surroundings) -> list[tuple[int, int]]:
        """Return the verbs that bid without "đề nghị", where the sentence is about a provision."""
        lower = self._plain.lower
        is_near = self._cites(start, end, around) or around.has_place
        is_named = phrases.TEXT_WORDS.search(lower, start, end) is not None and around.is_item
        is_story = phrases.NARRATIVE.search(lower, start, end) is not None
        if is_story or not (is_near or is_named or self._quotes_words(start, end)):
            own = self._subject_is_text(start, end)
            return [] if is_story or own is None else [own]
        modal = [found.span() for found in phrases.MODAL.finditer(lower, start, end)]
        opening = phrases.BIDDING.match(lower, start, end)
        bids = [opening.span()] if opening else []
        bids += [span for span in self._after_citations(start, end, around)]
        return [span for span in sorted({*modal, *bids}) if not self._quotes.holds(span[0])]

    def _subject_is_text(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the "nên" of "Quy chế nên …"."""
        lower = self._plain.lower
        if lower.startswith(("quy chế nên ", "quy chế cần ", "dự thảo nên ", "dự thảo cần "), start, end):
            found = phrases.MODAL.search(lower, start, end)
            return found.span() if found and found.start() < start + 14 else None
        return None

    def _quotes_words(self, start: int, end: int) -> bool:
        return self._plain.lower.startswith(("cụm từ ", "từ “", "từ \"", "chữ "), start, end)

    def _after_citations(self, start: int, end: int, around: Surroundings) -> list[tuple[int, int]]:
        found = []
        for _start, place in around.cited:
            if start <= place < end:
                while place < end and self._plain.lower[place] in " ,:|;–-":
                    place += 1
                if bid := phrases.BIDDING.match(self._plain.lower, place, end):
                    found.append(bid.span())
        return found

    def _cites(self, start: int, end: int, around: Surroundings) -> bool:
        return any(start <= place < end for place, _end in around.cited)

    def _find_agreement(self, start: int, end: int, around: Surroundings) -> Mark | None:
        lower = self._plain.lower
        if found := self._outside(phrases.NO_CHANGE.finditer(lower, start, end)):
            if self._cites(start, end, around) or around.is_item or around.has_place:
                return Rule.NO_CHANGE_ASKED, *found.span()
        found = self._outside(phrases.AGREEMENT.finditer(lower, start, end))
        if found is None:
            return None
        is_told = phrases.NARRATIVE.search(lower, start, end) and not self._cites(start, end, around)
        has_voice = phrases.VOICE.search(lower, start, found.start()) is not None
        is_opening = found.start() - start < 3
        has_object = phrases.OWN_TEXT.search(lower, start, end) is not None or self._cites(start, end, around)
        is_short = around.is_item or around.has_place or is_opening or self._cites(start, end, around)
        if is_told or not (has_object or is_short) or not (has_voice or is_short):
            return None
        return Rule.AGREEMENT, *found.span()

    def _find_question(self, start: int, end: int, around: Surroundings) -> Mark | None:
        lower = self._plain.lower
        if found := self._outside(phrases.QUESTION.finditer(lower, start, end)):
            return Rule.QUESTION, *found.span()
        mark = lower.rfind("?", start, end)
        if mark < 0 or self._quotes.holds(mark):
            return None
        is_about = around.is_item or around.has_place or self._cites(start, end, around)
        return (Rule.QUESTION, mark, mark + 1) if is_about or around.mentions_text else None

    def _outside(self, found: chain[Match[str]] | object) -> Match[str] | None:
        """Return the first match that is not within a quotation."""
        return next((one for one in found if not self._quotes.holds(one.start())), None)  # type: ignore[attr-defined]
