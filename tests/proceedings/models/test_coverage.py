"""The table of coverage is true after whatever is done to points and stretches."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from proceedings.models import Contribution, Coverage, NoRequest, Point, Splitting
from proceedings.operations import carrying_over, no_requests, points, spans
from proceedings.operations.points import Told
from proceedings.operations.refusals import Refused
from proceedings.text.coverage import cover
from tests.proceedings.models.database import execute, refused, truncate
from tests.proceedings.pointing import FIRST, SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

WORDS = (
    "VĂN BẢN MẪU",
    "I.",
    "Đề nghị bổ sung khoản hai.",
    "",
    "– Làm rõ\xa0thời hạn;",
    "Đề nghị làm rõ.",
    "a)",
)


def measured(contribution):
    paragraphs = cover(contribution.text, spans.taken_spans(contribution))
    return len(paragraphs), sum(each.is_open for each in paragraphs), contribution.points.count()


def stored():
    return set(Coverage.objects.values_list("pk", "paragraph_count", "open_count", "point_count"))


def true():
    return {(each.pk, *measured(each)) for each in Contribution.objects.all()}


def test_a_document_is_measured_when_it_is_entered(pointing):
    document = pointing.contribute()
    empty = pointing.register(text="", title="Chỉ có tệp")

    assert stored() == {(document.pk, 5, 5, 0), (empty.pk, 0, 0, 0)} == true()
    assert (str(document.coverage), document.coverage.is_whole) == ("0/5", False)
    assert empty.coverage.is_whole


def test_it_follows_the_text_until_that_was_split(pointing):
    document = pointing.contribute()

    Contribution.objects.update(text="Một dòng.\nHai dòng.")
    assert stored() == {(document.pk, 2, 2, 0)}
    pointing.point("Một dòng", of=Contribution.objects.get())
    with refused("the text was split into points"):
        Contribution.objects.update(text="Khác")
    Contribution.objects.update(summary="Khác", text="Một dòng.\nHai dòng.")
    Point.objects.all().delete()
    no_requests.mark_rest(contribution=document, **pointing.by)
    with refused("the text was split into points"):
        Contribution.objects.update(text="Khác")


def test_it_follows_bulk_and_raw_writes(pointing):
    rows = [pointing.contribute() for _each in range(3)]

    def point(document, words):
        start, end = pointing.span(document, words)
        return Point(contribution=document, start=start, end=end, quote=words, kind="add", summary="Ý")

    Point.objects.bulk_create(point(document, words) for document in rows for words in (FIRST, SECOND))
    assert {row[1:] for row in stored()} == {(5, 3, 2)}
    execute('UPDATE proceedings_point SET "end" = "end" - 20, quote = left(quote, -20)')
    assert stored() == true()
    execute("DELETE FROM proceedings_point WHERE contribution_id = %s", rows[0].pk)
    Point.objects.filter(contribution=rows[1]).delete()
    assert stored() == true()
    assert sorted(row[1:] for row in stored()) == [(5, 5, 0), (5, 5, 0), (5, 5, 2)]


def test_coverage_and_splittings_stay(pointing, editor):
    Splitting.objects.create(contribution=pointing.contribute(), editor=editor)

    with refused("Cannot truncate"):
        truncate("coverage")
    with refused("Cannot truncate"):
        truncate("splitting")
    with refused("Cannot delete"):
        Splitting.objects.all().delete()
    with refused("coverage_is_a_part"):
        Coverage.objects.update(open_count=9)


class Splitter(RuleBasedStateMachine):
    """People split documents, take it back and enter later versions; what is refused changes nothing."""

    pointing = None
    place = st.integers(0, 40)

    @initialize(lines=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
    def enter(self, lines):
        self.savepoint = transaction.savepoint()
        self.document = self.pointing.contribute(*lines)

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)

    def attempt(self, write, **given):
        try:
            with transaction.atomic():
                return write(**given, **self.pointing.by)
        except Refused:
            return None

    @rule(start=place, length=place, kind=st.sampled_from(["add", "ask"]))
    def mark(self, start, length, kind):
        self.attempt(
            points.mark_point, contribution=self.document, start=start, end=start + length, told=Told(kind)
        )

    @rule(start=place, length=place, chosen=st.integers(0, 9))
    def amend(self, start, length, chosen):
        if point := self.any(Point, chosen):
            self.attempt(
                points.amend_point, point=point, told=Told("amend"), span=(start, start + length),
                version=point.version,
            )  # fmt: skip

    @rule(chosen=st.integers(0, 9))
    def remove(self, chosen):
        if point := self.any(Point, chosen):
            self.attempt(points.remove_point, point=point, version=point.version)

    @rule(start=place, length=place)
    def ask_for_nothing(self, start, length):
        span = (start, start + length)
        self.attempt(no_requests.mark_no_request, contribution=self.document, spans=[span], reason="context")

    @rule(chosen=st.integers(0, 9))
    def unmark(self, chosen):
        if stretch := self.any(NoRequest, chosen):
            self.attempt(no_requests.unmark_no_request, no_request=stretch)

    @rule(paragraphs=st.none() | st.sets(st.integers(1, 6)))
    def mark_rest(self, paragraphs):
        self.attempt(no_requests.mark_rest, contribution=self.document, paragraphs=paragraphs)

    @rule()
    def agree(self):
        self.attempt(no_requests.agree_fully, contribution=self.document)

    @rule(lines=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
    def replace(self, lines):
        earlier, self.document = self.document, self.pointing.replace(self.document, *lines)
        self.attempt(carrying_over.carry_over, earlier=earlier, later=self.document)

    def any(self, model, chosen):
        rows = list(model.objects.filter(contribution=self.document).order_by("start"))
        return rows[chosen % len(rows)] if rows else None

    @invariant()
    def is_true(self):
        assert stored() == true()


def test_the_table_is_true_after_any_sequence_of_writes(pointing):
    machine = type("Splitter", (Splitter,), {"pointing": pointing})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
