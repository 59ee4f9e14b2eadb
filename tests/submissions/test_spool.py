import hashlib

import pytest

from submissions import spool


def test_what_is_taken_in_is_there_with_its_hash():
    spooled = spool.take_in([b"abc", b"def"])

    assert spool.path_of(spooled.name).read_bytes() == b"abcdef"
    assert (spooled.sha256, spooled.size) == (hashlib.sha256(b"abcdef").hexdigest(), 6)
    spool.discard(spooled.name)
    assert not spool.path_of(spooled.name).exists()


def test_too_much_leaves_not_a_byte():
    before = spool.names()

    with pytest.raises(spool.TooLarge):
        spool.take_in([b"x" * 10] * 10, limit=50)

    assert spool.names() == before


def test_a_source_that_breaks_leaves_not_a_byte():
    def broken():
        yield b"abc"
        raise ConnectionError("gone")

    before = spool.names()

    with pytest.raises(ConnectionError):
        spool.take_in(broken())

    assert spool.names() == before


def test_discarding_nothing_is_nothing():
    spool.discard("")
    spool.discard("khong-co")
