"""How long the sample takes to enter: every document through the registry's own operation, with its history."""

import time

import pytest

from proceedings.sample.load import load_founding, load_many

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]


def test_founding_workshop_is_entered_in_three_seconds(now):
    started = time.monotonic()

    load_founding(now=now)

    assert time.monotonic() - started <= 3


def test_a_thousand_documents_are_entered_in_twenty_five_seconds(now):
    started = time.monotonic()

    load_many(count=1_000, now=now)

    assert time.monotonic() - started <= 25
