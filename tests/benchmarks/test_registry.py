"""How many numbers a second the registry gives to many clients at once."""

import time

import pytest

from proceedings.models import Contribution
from tests.proceedings.operations.test_concurrency import register_many

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]


def test_numbers_are_given_at_a_hundred_a_second(workshop, secretary, now):
    clients, each = 32, 60
    began = time.perf_counter()

    stands = register_many(workshop, secretary, now, clients=clients, each=each)

    seconds = time.perf_counter() - began
    rate = clients * each / seconds
    print(f"\n{clients} clients: {rate:.0f} registrations/s, {stands} stand, {seconds:.1f} s")  # noqa: T201
    numbers = list(Contribution.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, stands + 1))
    assert rate >= 100
