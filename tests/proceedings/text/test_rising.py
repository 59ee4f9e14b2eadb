import pytest

from proceedings.text.rising import longest_rising


@pytest.mark.parametrize(
    ("numbers", "places"),
    [([], set()), ([5], {0}), ([0, 1, 2], {0, 1, 2}), ([2, 0, 1], {1, 2}), ([0, 3, 1, 2, 4], {0, 2, 3, 4})],
)
def test_longest_rising_run(numbers, places):
    assert longest_rising(numbers) == places
