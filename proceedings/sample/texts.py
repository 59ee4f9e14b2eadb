"""Composing one sample text: which paragraphs, in which order, of about how many words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from proceedings.sample.drawing import share, shuffled
from proceedings.sample.facts import THEMES
from proceedings.sample.paragraphs import ROLES, Paragraph
from proceedings.vocabulary import BodyKind, ContributionForm, Stance

MARK: Final = "VĂN BẢN MẪU: soạn để minh họa, không phải ý kiến của cơ quan nêu tên."
#: A text of more words than this is divided by the headings of the outline.
WORDS_WITH_HEADINGS: Final = 650
#: A text stays with its own theme for so many words, then takes up another one too.
WORDS_PER_THEME: Final = 750
LONGEST_CLOSING: Final = 60
#: How often a text opens and closes with words on its own theme rather than with those that suit any.
OWN_FRAME: Final = 0.6
#: A bound on the growth of a text that cannot reach its words.
ROUNDS: Final = 12
CITATION: Final = re.compile(r"Điều (\d+)")

_BODY: Final = ("basis", "situation", "principle", "duty", "method", "experience", "content")
_BODY_BACKWARDS: Final = _BODY[::-1]
_OPINION: Final = ("opinion",)
_HEADINGS: Final = (
    ("Nhận thức về cơ sở, nguyên tắc phối hợp", {"basis", "principle"}),
    ("Tình hình, kết quả và kinh nghiệm", {"situation", "experience"}),
    ("Ý kiến về nội dung dự thảo", {"content", "duty", "method", "agreement", "opinion", "question"}),
    ("Đề xuất, kiến nghị", {"proposal"}),
)
_NUMERALS: Final = ("I", "II", "III", "IV")
_FIRST: Final = {
    Stance.AGREES: ("agreement",),
    Stance.AGREES_WITH_COMMENTS: _OPINION,
    Stance.DIFFERS: ("opinion", "question"),
}
_AFTERWARDS: Final = {
    Stance.AGREES: (_BODY, ("agreement",)),
    Stance.AGREES_WITH_COMMENTS: (
        _BODY, _OPINION, ("agreement",), _BODY_BACKWARDS, _OPINION, ("proposal",), _BODY, ("question",), _OPINION,
    ),
    Stance.DIFFERS: (_BODY, _OPINION, ("proposal",), _BODY_BACKWARDS, _OPINION, ("question",)),
}  # fmt: skip
_SPOKEN: Final = re.compile(r"[Tt]ham luận|phát biểu từ|lắng nghe|hôm nay|hội thảo thành công|Đoàn Chủ trì")
_IN_WRITING: Final = re.compile(r"[Vv]ăn bản này|[Vv]ăn bản góp ý|góp ý bằng văn bản")
_AS_A_COMMITTEE: Final = re.compile(
    r"Ban Thường vụ|Địa phương chúng tôi|một cấp ủy trực tiếp|địa phương mình|thuộc trách nhiệm của mình|"
    r"Về phía mình|ở địa phương"
)
_NOT_WHEN_DIFFERING: Final = re.compile(r"nhất trí|thống nhất cao|đồng tình|tán thành")
_NOT_WHEN_AGREEING: Final = re.compile(
    r"chỉnh sửa|còn giao thoa|không tiếp thu|câu chữ|lược b|kiến nghị|băn khoăn"
)


@dataclass(frozen=True, slots=True)
class Order:
    """What a text is to be: on which theme, from whom, in which form and stance, of about how many words."""

    theme: str
    body_kind: BodyKind
    form: ContributionForm
    stance: Stance
    words: int

    @property
    def key(self) -> tuple[str, ...]:
        """Return what chance may depend on."""
        return self.theme, self.body_kind.value, self.form.value, self.stance.value, str(self.words)


class Deck:
    """The paragraphs by theme and role, dealt in turn so that all are used, and equally often.

    A paraphrase lies among the originals of its role: some texts say in other words what others say in the first.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._piles: dict[tuple[str, str], list[Paragraph]] = defaultdict(list)
        for paragraph in shuffled(paragraphs, lambda paragraph: paragraph.text, "deck"):
            self._piles[paragraph.theme, paragraph.role].append(paragraph)

    def deal(self, theme: str, role: str, fits: Callable[[Paragraph], bool]) -> Paragraph | None:
        """Take the paragraph that lay longest and fits, and put it below the others; None where none fits."""
        pile = self._piles[theme, role]
        for paragraph in pile:
            if fits(paragraph):
                pile.remove(paragraph)
                pile.append(paragraph)
                return paragraph
        return None


def compose(order: Order, deck: Deck) -> tuple[Paragraph, ...]:
    """Deal the paragraphs of one text and put them in reading order.

    The text has an opening, paragraphs of its stance of which the first cites a provision, and a closing where
    there is room; then it grows by turns until it has the words that were ordered, or nothing is left to say.
    """
    text = _Text(order, deck)
    text.take(("opening",), text.frames("opening"))
    for place, role in enumerate(_FIRST[order.stance]):
        text.take((role,), text.everywhere, cites=place == 0)
    if order.words > text.words + LONGEST_CLOSING:
        text.take(("closing",), text.frames("closing"))
    for theme, roles in text.turns():
        if text.words >= order.words:
            break
        text.take(roles, (theme,))
    return text.in_reading_order()


class _Text:
    """A text while its paragraphs are dealt."""

    def __init__(self, order: Order, deck: Deck) -> None:
        self._order, self._deck = order, deck
        self._dealt: list[Paragraph] = []
        others = shuffled((theme.slug for theme in THEMES if theme.slug != order.theme), str, *order.key)
        self.everywhere = (order.theme, *others)
        self._themes = self.everywhere[: 1 + order.words // WORDS_PER_THEME]

    @property
    def words(self) -> int:
        return count_words(self._dealt)

    def take(self, roles: Iterable[str], themes: Iterable[str], *, cites: bool = False) -> None:
        """Add one paragraph of the first theme and role that has a fitting one."""

        def fits(paragraph: Paragraph) -> bool:
            fresh = all(paragraph.meaning != other.meaning for other in self._dealt)
            return (
                fresh
                and suits(paragraph, self._order)
                and not (cites and not CITATION.search(paragraph.text))
            )

        for theme, role in product(themes, roles):
            if paragraph := self._deck.deal(theme, role, fits):
                self._dealt.append(paragraph)
                return

    def frames(self, role: str) -> tuple[str, str]:
        """Say where to look first for an opening or closing: now in the theme, now among those for all themes."""
        own_first = share(role, *self._order.key) < OWN_FRAME
        return (self._order.theme, "") if own_first else ("", self._order.theme)

    def turns(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what to add next: the stance's turns on each theme, over and over, but not for ever."""
        rounds = product(range(ROUNDS), self._themes, _AFTERWARDS[self._order.stance])
        return ((theme, roles) for _round, theme, roles in rounds)

    def in_reading_order(self) -> tuple[Paragraph, ...]:
        themes = ("", *self.everywhere)

        def place(paragraph: Paragraph) -> tuple[int, int, int]:
            """Opinions follow the articles they are about, the rest its theme."""
            cited = CITATION.search(paragraph.text) if paragraph.role == "opinion" else None
            return ROLES.index(paragraph.role), int(cited[1]) if cited else 0, themes.index(paragraph.theme)

        return tuple(sorted(self._dealt, key=place))


def suits(paragraph: Paragraph, order: Order) -> bool:
    """Tell whether a paragraph can stand in a text: a letter does not speak, a State body has no Standing Board."""
    if (_SPOKEN if order.form == ContributionForm.WRITTEN else _IN_WRITING).search(paragraph.text):
        return False
    if order.body_kind != BodyKind.COMMITTEE and not _suits_any_body(paragraph):
        return False
    if paragraph.role not in ("opening", "closing") or order.stance == Stance.AGREES_WITH_COMMENTS:
        return True
    unfit = _NOT_WHEN_AGREEING if order.stance == Stance.AGREES else _NOT_WHEN_DIFFERING
    return not unfit.search(paragraph.text)


def _suits_any_body(paragraph: Paragraph) -> bool:
    tells_own_practice = paragraph.role in ("situation", "experience") and "húng tôi" in paragraph.text
    return not (tells_own_practice or _AS_A_COMMITTEE.search(paragraph.text))


def count_words(paragraphs: Iterable[Paragraph]) -> int:
    """Count the syllables, which Vietnamese writing sets apart as words."""
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)


def lay_out(paragraphs: Iterable[Paragraph]) -> str:
    """Return the text: the mark on its first line, then a paragraph a line, with headings where it is long."""
    paragraphs = list(paragraphs)
    lines, numerals, current = [MARK], iter(_NUMERALS), ""
    divided = count_words(paragraphs) > WORDS_WITH_HEADINGS
    for paragraph in paragraphs:
        heading = next((title for title, roles in _HEADINGS if paragraph.role in roles), "")
        if divided and heading not in ("", current):
            lines.append(f"{next(numerals)}. {heading}")
            current = heading
        lines.append(paragraph.text)
    return "\n".join(lines)
