"""A text as words, numbers and signs, each normalised but with its place in the text as it was given."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

BREAK: Final = "¶"
"""The token between two paragraphs that no citation crosses; a line end alone may be a wrapped line."""

_INVISIBLE: Final = "\xad\u200b\u200c\u200d\u2060\ufeff"
_TOKEN = re.compile(rf"(?:[^\W\d_][\u0300-\u036f]*)+|[0-9]+|[^\s{_INVISIBLE}]")
_CAPITAL, _ONE_LETTER = re.compile(r"[A-ZĐ]"), re.compile(r"[abcdđeghk]\Z|[A-ZĐ]")
_THIS = re.compile(rf"(?:này|{unicodedata.normalize('NFD', 'này')})\Z")
_RUN_TOGETHER: Final = tuple(
    (unicodedata.normalize(form, word), following)
    for form in ("NFC", "NFD")
    for words, following in (("và", _ONE_LETTER), ("của tại", _CAPITAL), ("Điều điều Khoản khoản", _THIS))
    for word in words.split()
)
_LONGEST_WORD: Final = 20
_MARK = re.compile(
    r"[ \t]*(?:[0-9]{1,3}(?:\.[0-9]{1,3})*[a-zđ]?[.)/](?=\s|[^\W\d])|[a-zđ][0-9]?\)|[-+–—•*·](?=\s|[^\W\d]))"
)
_HEADING = re.compile(r"[ \t]*điều\s{1,3}[0-9]{1,3}[a-zđ]?[ \t]*[.:][ \t]*\w", re.IGNORECASE)
_LOOK_ALIKES = str.maketrans("ÐðƉ", "ĐđĐ")
_WRAPPED: Final = 50  # characters: a shorter line was ended by its writer


@lru_cache(maxsize=4096)
def normalize_word(raw: str) -> str:
    """Return a word as the grammar knows it: NFC, lower case, đ in its one shape."""
    return unicodedata.normalize("NFC", raw.translate(_LOOK_ALIKES)).casefold()


class Tokens:
    """The tokens of one text, read by index; beyond either end every word is empty."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        end = 0
        for found in _TOKEN.finditer(text):
            start = found.start()
            if start > end and "\n" in text[end:start] and _parts_paragraphs(text, end, start):
                self._add(BREAK, end, end)
            raw, end = found[0], found.end()
            if len(raw) > 2 and (cut := _cut_of(raw)):
                self._add(normalize_word(raw[:cut]), start, start + cut)
                raw, start = raw[cut:], start + cut
            self._add(normalize_word(raw) if len(raw) < _LONGEST_WORD else "…", start, end)

    def _add(self, word: str, start: int, end: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """Return a token as it stands in the text, in NFC."""
        if not 0 <= index < len(self.words):
            return ""
        raw = self.text[self.starts[index] : self.ends[index]].translate(_LOOK_ALIKES)
        return unicodedata.normalize("NFC", raw)

    def is_glued(self, index: int) -> bool:
        """Return whether a token follows the one before it without a blank."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def is_capital(self, index: int) -> bool:
        """Return whether a token begins with a capital."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()

    def follows_line_end(self, index: int) -> bool:
        """Return whether a line ends between a token and the one before it."""
        return 0 < index < len(self.words) and "\n" in self.text[self.ends[index - 1] : self.starts[index]]

    def opens_sentence(self, index: int) -> bool:
        """Return whether a token stands where a sentence or an item begins."""
        before = self[index - 1]
        return not before or before in ".!?:;-+–•“\"'(…" + BREAK or self.follows_line_end(index)


@lru_cache(maxsize=4096)
def _cut_of(raw: str) -> int:
    """Return where two words were run together, as in "của|Quy chế" and "và|đ"; 0 where they were not."""
    for first, following in _RUN_TOGETHER:
        if raw.startswith(first) and following.match(raw, len(first)):
            return len(first)
    return 0


def _parts_paragraphs(text: str, end: int, start: int) -> bool:
    """Return whether the line end in ``text[end:start]`` ends a paragraph, as far as can be told."""
    if text.count("\n", end, start) > 1 or _MARK.match(text, start):
        return True
    line = end - (text.rfind("\n", max(0, end - _WRAPPED), end) + 1 or max(0, end - _WRAPPED))
    return line < _WRAPPED and _HEADING.match(text, start) is not None
