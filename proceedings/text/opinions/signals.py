"""What a sentence says: that it asks, agrees or wants to know."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from proceedings.text.opinions import phrases
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quotes
from proceedings.text.opinions.requests import RequestFinder
from proceedings.text.opinions.sentences import Mark, Sentence, Surroundings
from proceedings.text.opinions.shapes import Rule


class Listener:
    """Reads the sentences of one text."""

    def __init__(self, plain: Plain, quotes: Quotes) -> None:
        self._lower, self._quotes = plain.lower, quotes
        self._requests = RequestFinder(plain, quotes)

    def read(self, start: int, body: int, end: int, around: Surroundings) -> Sentence:
        """Return what one sentence says; ``body`` is where its words begin behind a number or dash."""
        said = self._requests.find_said(body, end, around)
        requests = said or self._requests.find_bidding(body, end, around)
        return Sentence(
            start=start,
            body=body,
            end=end,
            requests=tuple((Rule.REQUEST_VERB, *found) for found in requests),
            is_explicit=bool(said),
            agreement=self._find_no_change(body, end, around) or self._find_agreement(body, end, around),
            question=self._find_question(body, end, around),
        )

    def _find_no_change(self, start: int, end: int, around: Surroundings) -> Mark | None:
        found = self._outside(phrases.NO_CHANGE.finditer(self._lower, start, end))
        is_placed = around.is_item or around.has_place or around.cites(start, end)
        return (Rule.NO_CHANGE_ASKED, *found.span()) if found and is_placed else None

    def _find_agreement(self, start: int, end: int, around: Surroundings) -> Mark | None:
        """Return the words that agree, where the letter does and with something of the draft."""
        found = self._outside(phrases.AGREEMENT.finditer(self._lower, start, end))
        if found is None:
            return None
        is_cited = around.cites(start, end)
        if not is_cited and phrases.NARRATIVE.search(self._lower, start, end):
            return None
        if is_cited or around.is_item or around.has_place:
            return Rule.AGREEMENT, *found.span()
        has_object = phrases.OWN_TEXT.search(self._lower, start, end) is not None
        is_opening = not self._lower[start : found.start()].strip()
        has_voice = is_opening or phrases.VOICE.search(self._lower, start, found.start()) is not None
        return (Rule.AGREEMENT, *found.span()) if has_voice and (has_object or is_opening) else None

    def _find_question(self, start: int, end: int, around: Surroundings) -> Mark | None:
        if found := self._outside(phrases.QUESTION.finditer(self._lower, start, end)):
            return Rule.QUESTION, *found.span()
        mark = self._lower.rfind("?", start, end)
        if mark < 0 or self._quotes.holds(mark):
            return None
        is_about = around.is_item or around.has_place or around.mentions_text or around.cites(start, end)
        return (Rule.QUESTION, mark, mark + 1) if is_about else None

    def _outside(self, found: Iterable[Match[str]]) -> Match[str] | None:
        """Return the first match that is not within a quotation."""
        return next((one for one in found if not self._quotes.holds(one.start())), None)
