"""Two editors press at one moment on what both have read: one step is taken, the other is told."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.proceedings.desk.conftest import TEXT

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_step_is_taken_and_the_other_is_told(draft, drafting, editor, secretary, client_of):
    row, browsers = drafting.at("dieu-2.khoan-2"), [client_of(editor), client_of(secretary)]
    begin = threading.Barrier(2)

    def press(place):
        try:
            begin.wait(timeout=30)
            act = ("merge", "remove")[place]
            return (
                browsers[place]
                .post(f"{TEXT}mend/", {"act": act, "provision": row.pk, "stand": 0})
                .status_code
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(press, range(2)))

    assert answers == [302, 409]
    assert draft.changes.count() == 1
