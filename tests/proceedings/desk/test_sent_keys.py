import pytest

from proceedings.desk.sent_keys import LARGEST_KEY, key_of, keys_of


@pytest.mark.parametrize(
    "text", [None, "", "x", "-1", "1.0", " 1", "²", "٣", str(LARGEST_KEY + 1), "9" * 5000]
)
def test_what_is_no_key_names_nothing(text):
    assert key_of(text) is None


def test_keys_come_once_each_in_their_order():
    assert keys_of(["7", "x", str(LARGEST_KEY), "07", "0"]) == [7, LARGEST_KEY, 0]
