"""Positions in the order of reading: rising, few of them new."""

import random

import pytest

from proceedings.operations.draft_positions import ROOM, positions_of


@pytest.mark.parametrize(
    ("order", "before", "positions"),
    [
        ([], {}, {}),
        ([7, 8, 9], {}, {7: 1, 8: 2, 9: 3}),
        ([7, 9], {7: 1, 8: 2, 9: 3}, {7: 1, 9: 3}),
        ([7, 8, 9], {7: 1, 9: 3}, {7: 1, 8: 2, 9: 3}),
        ([7, 9, 8, 5], {7: 1, 8: 2, 9: 3, 5: 4}, {7: 1, 9: 2, 8: 3, 5: 4}),
        ([9, 7, 8], {7: 11, 8: 12, 9: 13}, {9: 1, 7: 11, 8: 12}),
        ([5, 7, 8], {7: 1, 8: 2}, {5: 1, 7: 2 + ROOM, 8: 3 + ROOM}),
        ([7, 5, 6, 8], {7: 4, 8: 6}, {7: 4, 5: 5, 6: 6, 8: 7 + ROOM}),
        ([5, 7, 8, 9], {7: 1, 8: 2, 9: 9}, {5: 1, 7: 2, 8: 3, 9: 9}),
        ([8, 7], {}, {8: 1, 7: 2}),
    ],
    ids=["none", "all new", "taken out", "put back", "two change places", "moved into room", "no room in front",
         "too little room", "giving way to a gap", "two new"],
)  # fmt: skip
def test_as_many_as_possible_keep_their_position(order, before, positions):
    assert positions_of(order, before) == positions


def test_positions_rise_whatever_is_moved():
    luck = random.Random(7)
    order, before = list(range(40)), {}
    for step in range(300):
        moved = luck.sample(order, luck.randint(0, 5))
        order = [key for key in order if key not in moved]
        for key in (*moved, *([1000 + step] if luck.random() < 0.2 else [])):
            order.insert(luck.randint(0, len(order)), key)
        if luck.random() < 0.2:
            order.pop(luck.randrange(len(order)))

        positions = positions_of(order, before)

        values = [positions[key] for key in order]
        assert values[0] >= 1
        assert values == sorted(set(values)), step
        before = positions


def test_one_row_put_where_there_is_room_moves_no_other():
    before = positions_of([0, *range(2, 2000)], {key: key - 1 for key in range(2, 2000)})

    again = positions_of([0, 1, *range(2, 2000)], before)

    assert {key for key in again if again[key] != before.get(key)} == {1}
