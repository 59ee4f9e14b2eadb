"""The sample contributions: 92 for the founding workshop, or as many as a measurement needs."""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings.sample.bodies import POSTS, SYMBOLS, Body, bodies
from proceedings.sample.drawing import share
from proceedings.sample.facts import THEMES, WORKSHOP_SLUG
from proceedings.sample.paragraphs import Paragraph, paragraphs
from proceedings.sample.texts import Deck, Order, compose, lay_out
from proceedings.sample.titles import PHRASES, cited, title_of
from proceedings.vocabulary import BodyKind, Circulation, ContributionForm, Stance

FIRST_DAY: Final = datetime.date(2021, 7, 5)
DOCUMENT_DAYS: Final = 55
LAST_RECEIPT: Final = datetime.date(2021, 9, 6)
#: How many of the contributions that are not presented are papers all the same.
PAPERS_SHARE: Final = 0.25
#: The stances as the summaries say them: in Vietnamese, whatever language the command runs in.
STANCES: Final = {
    Stance.AGREES: "Nhất trí hoàn toàn với dự thảo",
    Stance.AGREES_WITH_COMMENTS: "Cơ bản nhất trí với dự thảo, có ý kiến bổ sung",
    Stance.DIFFERS: "Có ý kiến khác đối với dự thảo",
}


@dataclass(frozen=True, slots=True)
class SampleContribution:
    """A contribution of our own writing; the fields are those of ``proceedings.models.Contribution``.

    Only ``committee_slug`` and ``theme_slug`` stand for the rows with these slugs. The sample names no signers.
    """

    committee_slug: str
    body_kind: BodyKind
    body_name: str
    signer_post: str
    symbol: str
    document_on: datetime.date
    received_on: datetime.date
    form: ContributionForm
    presented_live: bool
    speaking_order: int | None
    stance: Stance
    theme_slug: str
    title: str
    text: str
    summary: str
    idempotency_key: str
    circulation: Circulation = Circulation.PUBLIC
    is_sample: bool = True


@functools.cache
def contributions() -> tuple[SampleContribution, ...]:
    """Return the 92 of the founding workshop, in the order in which they were received."""
    return tuple(generate(len(bodies())))


def generate(
    count: int, words: int | None = None, *, slug: str = WORKSHOP_SLUG
) -> Iterator[SampleContribution]:
    """Yield contributions, the same at every call: the 92 bodies in turn, each turn in the order of receipt.

    With ``words`` every text has about so many (from 150 to 2,500), else short and long ones are mixed as real
    ones are. ``slug`` is the workshop's: it begins the idempotency keys. Only the first turn has live papers.
    """
    deck, places = Deck(paragraphs()), Counter[tuple[str, str]]()
    for start in range(0, count, len(bodies())):
        turn = [
            _contribution(start + place, body, words, deck, places, slug)
            for place, body in enumerate(bodies()[: count - start])
        ]
        yield from sorted(turn, key=lambda one: (one.received_on, one.idempotency_key))


def _contribution(
    place: int, body: Body, words: int | None, deck: Deck, places: Counter[tuple[str, str]], slug: str
) -> SampleContribution:
    is_live = body.speaking_order is not None and place < len(bodies())
    order = _order(place, body, is_live, words)
    dealt = compose(order, deck)
    title = title_of(order, dealt, place=places[order.theme, order.form])
    places[order.theme, order.form] += 1
    document_on = _workday(FIRST_DAY + datetime.timedelta(days=int(share("day", place) * DOCUMENT_DAYS)))
    received_on = _workday(document_on + datetime.timedelta(days=1 + int(share("post", place) * 8)))
    return SampleContribution(
        committee_slug=body.committee_slug,
        body_kind=body.kind,
        body_name=body.name,
        signer_post=POSTS[body.kind],
        symbol=_symbol(place, body, order),
        document_on=document_on,
        received_on=min(received_on, LAST_RECEIPT),
        form=order.form,
        presented_live=is_live,
        speaking_order=body.speaking_order if is_live else None,
        stance=order.stance,
        theme_slug=order.theme,
        title=title,
        text=lay_out(dealt),
        summary=_summary(order, dealt),
        idempotency_key=f"{slug}:{place + 1:05}",
    )


def _order(place: int, body: Body, is_live: bool, words: int | None) -> Order:
    is_paper = is_live or share("form", place) < PAPERS_SHARE
    stance = _stance(place, body, is_paper)
    return Order(
        theme=THEMES[int(share("theme", place) * len(THEMES))].slug,
        body_kind=body.kind,
        form=ContributionForm.PAPER if is_paper else ContributionForm.WRITTEN,
        stance=stance,
        words=words or _usual_words(share("words", place), is_live, is_paper, stance),
    )


def _stance(place: int, body: Body, is_paper: bool) -> Stance:
    """Draw a stance. No committee of a real province is made to differ; a paper has more to say than that it agrees."""
    mood = share("stance", place)
    if mood < 0.25 and not is_paper:
        return Stance.AGREES
    return Stance.DIFFERS if mood > 0.65 and body.kind != BodyKind.COMMITTEE else Stance.AGREES_WITH_COMMENTS


def _usual_words(length: float, is_live: bool, is_paper: bool, stance: Stance) -> int:
    """Turn chance into a length: live papers fill their minutes, most letters are short and a few are long."""
    if is_live:
        return int(600 + 700 * length)
    if is_paper:
        return int(400 + 2050 * length**3)
    return int(150 + 250 * length if stance == Stance.AGREES else 150 + 1500 * length**4)


def _symbol(place: int, body: Body, order: Order) -> str:
    """A paper often comes without a number; those of a committee run over its term, so that two may share one."""
    if order.form == ContributionForm.PAPER and share("numbered", place) < 0.5:
        return ""
    first_turn = place < len(bodies())
    number = 100 + int(share("number", place) * 800) if first_turn else 1000 + place
    return SYMBOLS[body.kind].format(123 if body.key == "bac-ninh" and first_turn else number)


def _summary(order: Order, dealt: tuple[Paragraph, ...]) -> str:
    counts = Counter(paragraph.role for paragraph in dealt)
    said = [
        f"{counts[role]} {name}"
        for role, name in (
            ("opinion", "ý kiến"),
            ("question", "vấn đề cần làm rõ"),
            ("proposal", "kiến nghị"),
        )
        if counts[role]
    ]
    about = f"{STANCES[order.stance]}; bàn về {PHRASES[order.theme]}."
    given = f"Nêu {', '.join(said)}, có" if said else "Có"
    return f"{about} {given} nội dung về {cited(dealt)} của dự thảo."


def _workday(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
