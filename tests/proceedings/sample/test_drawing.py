"""Chance without a state."""

from collections import Counter

from proceedings.sample.drawing import share, shuffled


def test_share_depends_on_the_key_alone():
    assert share("a", 1) == share("a", 1) != share("a", 2)
    assert share("a", 1) == 0.5058861624664539


def test_share_tells_the_parts_of_a_key_apart():
    assert share("ab", "c") != share("a", "bc")


def test_share_is_spread_evenly():
    tenths = Counter(int(share(place) * 10) for place in range(10_000))

    assert set(tenths) == set(range(10))
    assert min(tenths.values()) > 900


def test_shuffled_does_not_depend_on_the_order_given():
    names = [f"tên {place}" for place in range(50)]

    first, second = shuffled(names, str, "k"), shuffled(reversed(names), str, "k")

    assert first == second != names
    assert sorted(first) == sorted(names)
