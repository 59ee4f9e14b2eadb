"""How long the ledger of ten thousand contributions and a hundred thousand points takes, and what it asks."""

import statistics
import time

import pgtrigger
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proceedings.queries.ledger import ledger_of
from tests.proceedings.drafting import Drafting
from tests.proceedings.many_points import ManyPoints

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]

POINTS, CONTRIBUTIONS = 100_000, 10_000
#: Seconds that the ledger may take at the median, and the questions that it asks of three points.
MOST_SECONDS, MOST_QUERIES = 2, 20


class InHaste(ManyPoints):
    """Points whose triggers stand aside, as history and guards of so many take minutes; coverage is told at the end."""

    def _enter(self, points):
        with pgtrigger.ignore():
            points = super()._enter(points)
        with connection.cursor() as cursor:
            cursor.execute("SELECT refresh_coverage(array_agg(id)) FROM proceedings_contribution")
        return points

    def _answer(self, points):
        with pgtrigger.ignore():
            super()._answer(points)


@pytest.mark.timeout(600)
def test_the_ledger_of_a_hundred_thousand_points_is_told_at_once(
    workshop, secretary, editor, chief_editor, now
):
    by = {"actor": secretary, "now": now}
    InHaste(Drafting(workshop, by), (editor, chief_editor), by).fill(POINTS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    times = []

    for _turn in range(5):
        began = time.perf_counter()
        ledger = ledger_of(workshop)
        times.append(time.perf_counter() - began)
    with CaptureQueriesContext(connection) as asked:
        ledger_of(workshop)

    taken = statistics.median(times)
    slowest = sorted(asked.captured_queries, key=lambda query: float(query["time"]), reverse=True)[:5]
    print(f"\n{len(ledger.gaps)} gaps, {taken:.2f} s, {len(asked)} queries", end="")  # noqa: T201
    assert (ledger.documents.standing, ledger.points.all) == (CONTRIBUTIONS, POINTS)
    assert len(asked) <= MOST_QUERIES
    assert taken <= MOST_SECONDS, "\n".join(f"{query['time']} s {query['sql'][:200]}" for query in slowest)
