"""Many people at once, each on a connection of their own."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from proceedings.models import Attachment, Contribution, RegistryCounter, Workshop
from proceedings.operations import attachments, conclusions, contributions, contributions_in_bulk
from proceedings.operations.refusals import Conflict

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db(transaction=True)]

CLIENTS, EACH = 32, 20


def together(count, work):
    """Run ``work(n)`` in so many threads, begun at one moment; return what each returned, in their order."""
    begin = threading.Barrier(count)

    def alone(place):
        try:
            begin.wait(timeout=30)
            return work(place)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(alone, range(count)))


class RolledBack(Exception):
    """One in twenty changes its mind after the number was issued."""


def register_many(workshop, secretary, now, *, clients=CLIENTS, each=EACH):
    """Let clients register, and one in twenty roll back; return how many stand."""

    def client(place):
        chance, stands = random.Random(place), 0
        for _each in range(each):
            try:
                with transaction.atomic():
                    contributions.register(
                        workshop=workshop, body_kind="organisation", body_name="Cơ quan Mẫu", title="Góp ý",
                        actor=secretary, now=now,
                    )  # fmt: skip
                    if chance.random() < 0.05:
                        raise RolledBack
                stands += 1
            except RolledBack:
                pass
        return stands

    return sum(together(clients, client))


def test_numbers_have_no_gap_and_no_double(workshop, secretary, now):
    stands = register_many(workshop, secretary, now)

    numbers = list(Contribution.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, stands + 1))
    assert stands < CLIENTS * EACH
    assert RegistryCounter.objects.get().last_number == stands


def test_many_at_once_and_single_ones_share_the_numbers(workshop, secretary, now):
    """Workbooks and single documents are registered together: every number is given, once, in one run each."""
    acting = {"workshop": workshop, "actor": secretary, "now": now}
    body = {"body_kind": "organisation", "body_name": "Cơ quan Mẫu"}

    def client(place):
        if place % 2:
            return [contributions.register(**body, title="Một", **acting).number for _each in range(8)]
        rows = [{**body, "title": f"{place}.{n}", "idempotency_key": f"{place}.{n}"} for n in range(15)]
        made = [contributions_in_bulk.register_all(rows=rows, **acting) for _twice in range(2)]
        assert made[0] == made[1]
        numbers = [each.number for each in made[0]]
        assert numbers == list(range(numbers[0], numbers[0] + 15))
        return numbers

    given = [number for numbers in together(12, client) for number in numbers]

    assert sorted(given) == list(range(1, 6 * 8 + 6 * 15 + 1))
    assert RegistryCounter.objects.get().last_number == len(given)


def test_without_the_lock_the_test_above_would_fail(workshop, secretary, now, monkeypatch):
    """The twin that proves the test can fail: the counter is read without a lock, and all read it at one moment."""
    everyone = threading.Barrier(8)

    def read_without_lock(workshop):
        counter = RegistryCounter.objects.get(workshop=workshop)
        everyone.wait(timeout=30)
        return counter

    monkeypatch.setattr(contributions, "lock_counter", read_without_lock)

    with pytest.raises(Exception, match=r"Cannot update|contribution_number_unique|was not issued"):
        register_many(workshop, secretary, now, clients=8, each=1)


def test_a_double_click_is_one_record(workshop, secretary, now):
    """A hundred pairs of clicks, at most fifty milliseconds apart."""

    def click(token, delay):
        if delay:
            time.sleep(delay)
        row = contributions.register(
            workshop=workshop, body_kind="organisation", body_name="Cơ quan Mẫu", title="Góp ý",
            idempotency_key=token, actor=secretary, now=now,
        )  # fmt: skip
        return row.number

    def person(place):
        chance = random.Random(place)
        return [
            (f"t{place // 2}-{n}", click(f"t{place // 2}-{n}", chance.random() * 0.05)) for n in range(10)
        ]

    given = [pair for pairs in together(20, person) for pair in pairs]

    assert len(given) == 200
    assert len(set(given)) == 100
    assert Contribution.objects.count() == 100
    assert RegistryCounter.objects.get().last_number == 100


def test_two_editors_never_overwrite_each_other(workshop, secretary, now):
    """Rounds of two who read the same version and save together: one is stored, one is shown both texts."""
    contribution = contributions.register(
        workshop=workshop,
        body_kind="organisation",
        body_name="Cơ quan Mẫu",
        title="Góp ý",
        actor=secretary,
        now=now,
    )
    rounds = 25

    for turn in range(rounds):
        read = [Contribution.objects.get(), Contribution.objects.get()]

        def save(place, read=read, turn=turn):
            mine = read[place]
            mine.summary = f"{turn} của người {place}"
            try:
                contributions.amend(
                    contribution=mine, changed=["summary"], version=mine.version, actor=secretary, now=now
                )
            except Conflict as conflict:
                return conflict.theirs.summary
            return None

        shown = together(2, save)

        stored = Contribution.objects.get().summary
        assert sorted(shown, key=str) == sorted([None, stored], key=str)
        assert stored == f"{turn} của người {shown.index(None)}"
    contribution.refresh_from_db()
    assert contribution.version == rounds + 1


def test_the_same_file_twice_at_once_is_kept_once(workshop, secretary, now):
    contribution = contributions.register(
        workshop=workshop,
        body_kind="organisation",
        body_name="Cơ quan Mẫu",
        title="Góp ý",
        actor=secretary,
        now=now,
    )

    def attach(_place):
        return attachments.attach(
            contribution=contribution,
            name="goc.txt",
            content=b"goc",
            media_type="text/plain",
            actor=secretary,
            now=now,
        ).pk

    assert len(set(together(6, attach))) == 1
    assert Attachment.objects.count() == 1


def test_conclusions_at_once_take_places_of_their_own(workshop, secretary, now):
    def conclude(_place):
        return conclusions.conclude(
            workshop=workshop, kind="closing-words", title="Kết luận", text="Một.", actor=secretary, now=now
        ).position

    assert sorted(together(6, conclude)) == [1, 2, 3, 4, 5, 6]
    assert Workshop.objects.get().conclusions.count() == 6
