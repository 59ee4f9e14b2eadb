"""How quickly a queue of twenty thousand points answers: its first page, a search, its last page."""

import statistics
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.proceedings.drafting import Drafting
from tests.proceedings.many_points import ManyPoints

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]

POINTS, ROOT = 20_000, "/desk/queue/hoi-thao-mau/"
#: Milliseconds that a page may take at the median, and what it may ask.
MOST_MILLISECONDS, MOST_QUERIES = 150, 15
ASKED = (
    "",
    "?tab=all",
    "?tab=all&q=thoi+han+bao+cao&order=place",
    "?tab=all&order=body&page=400",
    "?tab=overdue&shared=1",
)


def test_a_queue_of_twenty_thousand_points_answers_at_once(
    workshop, secretary, editor, chief_editor, now, client_of
):
    by = {"actor": secretary, "now": now}
    ManyPoints(Drafting(workshop, by), (editor, chief_editor), by).fill(POINTS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    browser, slow = client_of(editor), []

    for query in ASKED:
        browser.get(ROOT + query)
        times = []
        for _turn in range(7):
            began = time.perf_counter()
            page = browser.get(ROOT + query)
            times.append((time.perf_counter() - began) * 1000)
        with CaptureQueriesContext(connection) as asked:
            browser.get(ROOT + query)
        taken = statistics.median(times)
        told = f"{query or 'mine'}: {page.context['total']} points, {taken:.0f} ms, {len(asked)} queries"
        print(f"\n{told}", end="")  # noqa: T201
        if taken > MOST_MILLISECONDS or len(asked) > MOST_QUERIES:
            slow.append(told)

    assert not slow, "\n".join(slow)
