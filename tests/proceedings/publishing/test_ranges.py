import pytest

from proceedings.publishing.ranges import Unsatisfiable, requested_range

ETAG = '"abc"'


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("bytes=0-0", (0, 1)),
        ("bytes=0-99", (0, 100)),
        ("bytes=10-19", (10, 20)),
        ("bytes=10-", (10, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=-1000", (0, 100)),
        ("bytes=90-1000", (90, 100)),
        ("bytes = 10 - 19", (10, 20)),
        ("", (0, 100)),
        ("bytes=-", (0, 100)),
        ("bytes=20-10", (0, 100)),
        ("bytes=0-1,5-6", (0, 100)),
        ("lines=0-1", (0, 100)),
        ("bytes=a-b", (0, 100)),
        (f"bytes=0-{'9' * 5000}", (0, 100)),
    ],
)
def test_a_range_is_read_as_the_standard_says(given, expected):
    assert requested_range({"Range": given}, size=100, etag=ETAG) == expected


@pytest.mark.parametrize("given", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_range_beyond_the_end_cannot_be_satisfied(given):
    with pytest.raises(Unsatisfiable):
        requested_range({"Range": given}, size=100, etag=ETAG)


@pytest.mark.parametrize(
    ("if_range", "expected"),
    [
        (ETAG, (0, 10)),
        ('"other"', (0, 100)),
        ("Tue, 07 Sep 2021 01:00:00 GMT", (0, 100)),
        ('W/"abc"', (0, 100)),
    ],
)
def test_if_range_gives_the_part_of_the_same_file_only(if_range, expected):
    headers = {"Range": "bytes=0-9", "If-Range": if_range}

    assert requested_range(headers, size=100, etag=ETAG) == expected


def test_an_empty_file_has_no_part():
    assert requested_range({}, size=0, etag=ETAG) == (0, 0)
    with pytest.raises(Unsatisfiable):
        requested_range({"Range": "bytes=0-"}, size=0, etag=ETAG)
