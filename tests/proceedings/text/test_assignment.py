import random
import time
from itertools import permutations

from proceedings.text.assignment import assign


def best_sum(scores, rows, columns):
    places = [*range(columns), *[None] * rows]
    return max(
        sum(scores.get((row, column), 0) for row, column in enumerate(order))
        for order in permutations(places, rows)
    )


def test_sum_is_the_greatest_there_is():
    dice = random.Random(7)
    for _ in range(60):
        rows, columns = dice.randint(1, 4), dice.randint(1, 4)
        scores = {
            (row, column): dice.random()
            for row in range(rows)
            for column in range(columns)
            if dice.random() < 0.7
        }

        found = assign(scores)

        assert set(found.items()) <= set(scores)
        assert len(set(found.values())) == len(found)
        assert abs(sum(scores[pair] for pair in found.items()) - best_sum(scores, rows, columns)) < 1e-9


def test_nothing_scored_is_nothing_paired():
    assert assign({}) == {}


def test_the_tempting_pair_is_left_for_the_better_sum():
    assert assign({("a", 1): 0.9, ("a", 2): 0.8, ("b", 1): 0.8}) == {"a": 2, "b": 1}


def test_two_hundred_by_two_hundred_is_quick():
    dice = random.Random(8)
    scores = {(row, column): dice.random() for row in range(200) for column in range(200)}
    began = time.perf_counter()

    found = assign(scores)

    assert len(found) == 200
    assert time.perf_counter() - began < 2


def test_a_block_too_large_is_paired_best_first():
    scores = {
        (row, column): 1 - abs(row - column) / 1000
        for row in range(330)
        for column in range(row - 2, row + 3)
    }

    assert assign(scores) == {row: row for row in range(330)}
