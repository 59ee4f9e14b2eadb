import random
from itertools import combinations, pairwise

from proceedings.text.ordering import find_steady


def test_what_rises_stays():
    assert find_steady([1, 2, 3], [1, 1, 1]) == {0, 1, 2}
    assert find_steady([], []) == set()


def test_the_lighter_one_has_moved():
    assert find_steady([2, 1], [5, 1]) == {0}
    assert find_steady([2, 1], [1, 5]) == {1}


def test_weight_is_the_greatest_there_is():
    dice = random.Random(3)
    for _ in range(50):
        places = dice.sample(range(20), 7)
        weights = [dice.randint(1, 9) for _ in places]

        steady = sorted(find_steady(places, weights))

        assert all(places[one] < places[other] for one, other in pairwise(steady))
        rising = [
            part
            for size in range(8)
            for part in combinations(range(7), size)
            if all(places[one] < places[other] for one, other in pairwise(part))
        ]
        assert sum(weights[index] for index in steady) == max(
            sum(weights[index] for index in part) for part in rising
        )
