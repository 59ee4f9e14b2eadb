"""The requests of a sentence: that somebody says "đề nghị", or that a verb bids where a provision is named."""

from __future__ import annotations

from re import Match
from typing import Final

from proceedings.text.opinions import phrases
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quotes
from proceedings.text.opinions.sentences import Surroundings

#: How far before a verb it is looked for who asks, and whether it tells of the past.
_BEFORE: Final = 48
#: How far behind a citation its heading may reach, up to the colon.
_HEADING: Final = 90
#: How many letters of "Dự thảo Quy chế nên" stand before its verb.
_SUBJECT: Final = 24

Span = tuple[int, int]


class RequestFinder:
    """Finds the requests in the sentences of one text."""

    def __init__(self, plain: Plain, quotes: Quotes) -> None:
        self._lower, self._quotes = plain.lower, quotes

    def find_said(self, start: int, end: int, around: Surroundings) -> list[Span]:
        """Return where "đề nghị", "kiến nghị" or "đề xuất" is the letter's own request."""
        is_story = self._tells(start, end) and not around.cites(start, end)
        return [
            found.span()
            for found in phrases.REQUEST.finditer(self._lower, start, end)
            if not self._quotes.holds(found.start()) and self._is_own(found, start, end, is_story, around)
        ]

    def find_bidding(self, start: int, end: int, around: Surroundings) -> list[Span]:
        """Return the verbs that bid without such a word, where the sentence is about a provision."""
        opening = phrases.BIDDING.match(self._lower, start, end)
        if self._tells(start, end) and not (opening and around.cites(start, end)):
            return []
        if not self._is_about(start, end, around):
            return self._find_subject(start, end)
        modal = (found.span() for found in phrases.MODAL.finditer(self._lower, start, end))
        bids = {*modal, *self._after_citations(start, end, around)} | ({opening.span()} if opening else set())
        return [span for span in sorted(bids) if not self._quotes.holds(span[0])]

    def _tells(self, start: int, end: int) -> bool:
        return phrases.NARRATIVE.search(self._lower, start, end) is not None

    def _is_own(self, found: Match[str], start: int, end: int, is_story: bool, around: Surroundings) -> bool:
        """Return whether the letter itself asks: no noun, nothing told of others."""
        before = self._lower[max(start, found.start() - _BEFORE) : found.start()]
        if phrases.AFTER_NOUN.match(self._lower, found.end()):
            return False
        if phrases.TELLING.search(before) and not before.rstrip().endswith(("chúng tôi cũng", "xin")):
            return False
        if phrases.OWN_VOICE.search(before):
            return not self._is_listed(found, start, before.rstrip(), is_story, around)
        is_by_body = phrases.BODY_VOICE.search(before) is not None and around.cites(start, end)
        return not is_story and (is_by_body or around.cites(start, found.start()))

    def _is_listed(
        self, found: Match[str], start: int, before: str, is_story: bool, around: Surroundings
    ) -> bool:
        """Return whether "kiến nghị" is one of several things that somebody does or is to do."""
        if not before.endswith((",", ";", "và")):
            return False
        if is_story and (found[0] == "đề xuất" or before.endswith("và")):
            return True
        if phrases.MODAL.search(self._lower, start, found.start()):
            return True
        return found[0] == "đề xuất" and not around.cites(start, found.start())

    def _is_about(self, start: int, end: int, around: Surroundings) -> bool:
        if around.has_place or around.cites(start, end):
            return True
        if self._lower.startswith(("cụm từ ", "từ “", 'từ "', "chữ "), start, end):
            return True
        return around.is_item and phrases.TEXT_WORDS.search(self._lower, start, end) is not None

    def _find_subject(self, start: int, end: int) -> list[Span]:
        """Return the "nên" of "Quy chế nên …"."""
        if not self._lower.startswith(("quy chế ", "dự thảo "), start, end):
            return []
        found = phrases.MODAL.search(self._lower, start, end)
        return [found.span()] if found and found.start() < start + _SUBJECT else []

    def _after_citations(self, start: int, end: int, around: Surroundings) -> list[Span]:
        """Return the verbs right behind a citation, or the colon after it: "Điều 2 bỏ khoản 2"."""
        found = []
        for cited, place in around.cited:
            if start <= cited and place < end:
                colon = self._lower.find(": ", place, min(end, place + _HEADING))
                places = (_skip(self._lower, one, end) for one in {place, max(place, colon)})
                bids = (phrases.BIDDING.match(self._lower, one, end) for one in places)
                found += [bid.span() for bid in bids if bid]
        return found


def _skip(text: str, place: int, end: int) -> int:
    """Return the place of the next word or quotation mark."""
    while place < end and text[place] in " ,:|;–-":
        place += 1
    return place
