"""Composing one text."""

import pytest

from proceedings.sample.paragraphs import Paragraph, paragraphs
from proceedings.sample.texts import CITATION, MARK, Deck, Order, compose, count_words, lay_out, suits
from proceedings.vocabulary import BodyKind, ContributionForm, Stance


def order(**changes):
    given = {
        "theme": "trach-nhiem",
        "body_kind": BodyKind.COMMITTEE,
        "form": ContributionForm.WRITTEN,
        "stance": Stance.AGREES_WITH_COMMENTS,
        "words": 900,
    }
    return Order(**(given | changes))


def paragraph(text, role="opinion", index=1, is_variant=False):
    return Paragraph("trach-nhiem", role, text, index, is_variant)


@pytest.mark.parametrize("words", [150, 400, 900, 1600, 2400])
def test_compose_reaches_the_words_that_were_ordered(words):
    dealt = compose(order(words=words), Deck(paragraphs()))

    assert words <= count_words(dealt) <= words + 130


def test_compose_cites_a_provision_even_in_the_shortest_text():
    for stance in (Stance.AGREES, Stance.AGREES_WITH_COMMENTS, Stance.DIFFERS):
        dealt = compose(order(stance=stance, words=150), Deck(paragraphs()))

        assert any(CITATION.search(one.text) for one in dealt)


def test_compose_never_says_a_thing_twice():
    dealt = compose(order(words=2400), Deck(paragraphs()))

    assert len({one.meaning for one in dealt}) == len(dealt)


def test_compose_keeps_reading_order():
    roles = [one.role for one in compose(order(words=1500), Deck(paragraphs()))]

    assert roles[0] == "opening"
    assert roles[-1] == "closing"
    assert roles.index("opinion") > roles.index("duty")


def test_compose_ends_when_nothing_is_left_to_say():
    few = [paragraph("Mở đầu.", "opening", 1), paragraph("Đề nghị sửa Điều 12.", index=2)]

    dealt = compose(order(words=2400), Deck(few))

    assert [one.text for one in dealt] == ["Mở đầu.", "Đề nghị sửa Điều 12."]


def test_text_that_agrees_asks_for_nothing():
    dealt = compose(order(stance=Stance.AGREES, words=400), Deck(paragraphs()))

    assert not {one.role for one in dealt} & {"opinion", "question", "proposal"}


def test_deck_deals_in_turn():
    deck = Deck(paragraph(f"Đoạn {index}.", index=index) for index in range(1, 4))

    dealt = [deck.deal("trach-nhiem", "opinion", lambda one: True) for _turn in range(6)]

    assert len(set(dealt[:3])) == 3
    assert dealt[3:] == dealt[:3]


def test_deck_without_a_fitting_paragraph_deals_none():
    deck = Deck([paragraph("Một.")])

    assert deck.deal("trach-nhiem", "opinion", lambda one: False) is None
    assert deck.deal("trach-nhiem", "closing", lambda one: True) is None


@pytest.mark.parametrize(
    ("text", "role", "changes"),
    [
        ("Tham luận này nêu ba điểm.", "opening", {}),
        ("Văn bản góp ý này nêu ba điểm.", "opening", {"form": ContributionForm.PAPER}),
        ("Ban Thường vụ nhất trí với Điều 8.", "agreement", {"body_kind": BodyKind.STATE_BODY}),
        ("Chúng tôi đã làm thử hai năm.", "experience", {"body_kind": BodyKind.ORGANISATION}),
        ("Chúng tôi nhất trí về cơ bản.", "closing", {"stance": Stance.DIFFERS}),
        ("Còn lại là câu chữ.", "closing", {"stance": Stance.AGREES}),
    ],
)
def test_suits_keeps_what_a_body_would_not_say_out_of_its_text(text, role, changes):
    assert not suits(paragraph(text, role), order(**changes))


def test_lay_out_begins_with_the_mark_and_divides_only_a_long_text():
    short = lay_out(compose(order(words=300), Deck(paragraphs())))
    long = lay_out(compose(order(words=1500), Deck(paragraphs())))

    assert short.split("\n")[0] == long.split("\n")[0] == MARK
    assert not [line for line in short.split("\n") if line.startswith("I. ")]
    assert len([line for line in long.split("\n") if line.startswith("I. ")]) == 1
    assert "\nII. Ý kiến về nội dung dự thảo\n" in long or "\nI. Ý kiến về nội dung dự thảo\n" in long
