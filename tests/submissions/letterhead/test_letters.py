import pytest

from submissions.letterhead.found import DOUBTFUL
from tests.submissions.letterhead.letters import (
    FIRST_HAND,
    LAYOUTS,
    SECOND_HAND,
    SHAPES,
    THIRD_HAND,
    make_letters,
)
from tests.submissions.letterhead.measuring import FIELDS, is_right, measure, read, source

#: What issue 3 asks for; the other fields are held to what was reached.
WANTED = {"committee": 0.98, "symbol": 0.98, "date": 0.98, "subject": 0.95, "body": 0.98, "place": 0.98,
          "addressee": 0.98, "signer": 0.97, "signer_post": 0.97, "signing_power": 0.97}  # fmt: skip


@pytest.mark.parametrize(
    ("hand", "seed"),
    [(FIRST_HAND, 1), (FIRST_HAND, 71), (SECOND_HAND, 1), (SECOND_HAND, 72), (THIRD_HAND, 2026)],
    ids=["first", "first-other-seed", "second", "second-other-seed", "third"],
)
def test_letters_are_read_as_often_as_asked_and_never_wrong_when_sure(hand, seed):
    shares, falsely_sure = measure(make_letters(seed, 297, hand))

    assert falsely_sure == []
    assert {field: share for field, share in shares.items() if share < WANTED[field]} == {}


def test_letters_come_in_every_layout_and_shape():
    letters = make_letters(1, len(LAYOUTS) * len(SHAPES), FIRST_HAND)

    assert {trait for letter in letters for trait in letter.traits} >= {*LAYOUTS, *SHAPES}


def test_letters_show_where_each_value_stands():
    for letter in make_letters(3, 99, FIRST_HAND):
        letterhead = read(letter)
        for field in ("committee", "body", "place", "subject", "addressee", "signer", "signing_power"):
            found = getattr(letterhead, field)
            if found and found.paragraph is not None and field != "committee":
                assert is_right(field, found, found.value)
                assert source(letter, found).split()[0].strip(" -,.;") in found.value
        if letterhead.symbol and letterhead.symbol.paragraph is not None:
            number = letterhead.symbol.value.split("-")[0].split("/")[0]
            assert number in source(letter, letterhead.symbol).replace("l", "1").replace("O", "0").replace(
                "|", "1"
            )
        if letterhead.date and letterhead.date.paragraph is not None:
            assert source(letter, letterhead.date).startswith("ngày")


def test_letters_offer_their_candidates_best_first():
    for letter in make_letters(4, 99, SECOND_HAND):
        letterhead = read(letter)

        for field in FIELDS:
            candidates = letterhead.candidates[field]
            assert list(candidates) == sorted(candidates, key=lambda one: -one.confidence)
            best = candidates[0] if candidates and candidates[0].confidence >= DOUBTFUL else None
            assert getattr(letterhead, field) == best
