"""What the database itself holds of spans, whoever writes."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import Error, connection, transaction

from proceedings.models import Coverage, NoRequest, Point, Theme
from proceedings.operations import spans
from tests.proceedings.models.database import execute, refused, truncate
from tests.proceedings.models.test_guards import events, labels
from tests.proceedings.pointing import FIRST, SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def row(pointing, document, words, model=Point, **fields):
    """A row that no operation made."""
    start, end = pointing.span(document, words)
    given = {"contribution": document, "start": start, "end": end, "quote": words}
    if model is Point:
        return Point(**{**given, "kind": "add", "summary": "Ý", **fields})
    by = {"marked_by": pointing.by["actor"], "marked_at": pointing.by["now"]}
    return NoRequest(**{**given, "reason": "other", **by, **fields})


@pytest.mark.parametrize("model", [Point, NoRequest])
def test_a_span_holds_the_words_that_stand_there(pointing, model):
    document = pointing.contribute()
    start, end = pointing.span(document, FIRST)
    name = model._meta.model_name
    cases = [
        ({"quote": "Khác"}, "the quote is not what stands at this span"),
        ({"quote": f"{FIRST} "}, "the quote is not what stands at this span"),
        ({"quote": ""}, "the quote is not what stands at this span"),
        ({"start": start + 1}, "the quote is not what stands at this span"),
        ({"end": len(document.text) + 5}, "the quote is not what stands at this span"),
        ({"start": start, "end": start, "quote": ""}, f"{name}_span_is_whole"),
        ({"start": -1, "end": 0, "quote": ""}, "violates check constraint"),
    ]

    for fields, words in cases:
        with refused(words):
            row(pointing, document, FIRST, model, **fields).save()
        with refused(words):
            model.objects.bulk_create([row(pointing, document, FIRST, model, **fields)])
    row(pointing, document, FIRST, model).save()
    for sql in ("quote = 'Khác'", "start = start + 1", '"end" = "end" - 1', "start = 0"):
        with refused("the quote is not what stands at this span"):
            execute(f"UPDATE proceedings_{name} SET {sql}")
    assert (model.objects.get().start, model.objects.get().end) == (start, end)


@pytest.mark.parametrize(
    ("model", "other"), [(Point, NoRequest), (NoRequest, Point), (Point, Point), (NoRequest, NoRequest)]
)
def test_no_word_is_taken_twice(pointing, model, other):
    document, elsewhere = pointing.contribute(), pointing.contribute()
    row(pointing, document, FIRST, model).save()
    words = "spans_apart" if model is other else "the span overlaps another one"

    for taken in (FIRST, FIRST[3:9], f"{FIRST}\n{SECOND}"[2:]):
        with refused(words):
            row(pointing, document, taken, other).save()
    row(pointing, document, SECOND, other).save()
    row(pointing, elsewhere, FIRST, other).save()
    start, end = pointing.span(document, FIRST[3:9])
    moved = other.objects.get(contribution=document, quote=SECOND)
    with refused(words):
        other.objects.filter(pk=moved.pk).update(start=start, end=end, quote=FIRST[3:9])


@pytest.mark.parametrize("model", [Point, NoRequest])
def test_spans_stay_in_a_document_that_stands(pointing, model):
    document, other, gone = pointing.contribute(), pointing.contribute(), pointing.contribute()
    row(pointing, document, FIRST, model).save()
    pointing.withdraw(gone)

    with refused("Cannot update"):
        model.objects.update(contribution=other)
    with refused("the document does not stand in the registry"):
        row(pointing, gone, FIRST, model).save()
    with refused("Cannot truncate"):
        truncate(model._meta.model_name)


def test_a_point_is_about_one_place_of_its_workshop(pointing):
    document, other = pointing.contribute(), pointing.elsewhere()
    own, foreign = (
        Theme.objects.create(workshop=each.workshop, position=1, slug="nhom", title="Nhóm")
        for each in (pointing, other)
    )
    anchor = pointing.draft.provisions.get(path="dieu-1")
    cases = [
        ({"anchor": other.draft.provisions.get(path="dieu-1")}, "no provision of an issued draft of this workshop"),
        ({"anchor": pointing.drafting.next().provisions.get(path="dieu-1")}, "no provision of an issued draft"),
        ({"theme": foreign}, "the theme is of another workshop"),
        ({"anchor": anchor, "theme": own}, "point_has_one_place"),
        ({"summary": ""}, "point_has_a_summary"),
    ]  # fmt: skip
    row(pointing, document, SECOND).save()

    for fields, words in cases:
        with refused(words):
            row(pointing, document, FIRST, **fields).save()
        with refused(words):
            Point.objects.update(**fields)
    row(pointing, document, FIRST, anchor=anchor).save()
    assert Point.objects.get(anchor=anchor).place == str(anchor)


@pytest.mark.parametrize("model", [Point, NoRequest])
def test_nothing_changes_while_the_synthesis_is_closed(pointing, model):
    document = pointing.contribute()
    row(pointing, document, FIRST, model).save()
    pointing.close()

    with refused("the synthesis was closed: reopen it first"):
        row(pointing, document, SECOND, model).save()
    for write in (
        model.objects.all().delete,
        lambda: model.objects.update(**({"summary": "x"} if model is Point else {"reason": "heading"})),
        lambda: execute(f"DELETE FROM proceedings_{model._meta.model_name}"),
    ):
        with refused("the synthesis was closed: reopen it first"):
            write()


@pytest.mark.parametrize("model", [Point, NoRequest])
def test_history_and_versions_see_every_write(pointing, model):
    documents = [pointing.contribute(), pointing.contribute()]
    model.objects.bulk_create(row(pointing, document, FIRST, model) for document in documents)
    field = "kind" if model is Point else "reason"
    name = model._meta.model_name

    model.objects.update(**{field: "other"})
    execute(f"UPDATE proceedings_{name} SET {field} = {field}")
    execute(f"UPDATE proceedings_{name} SET version = 40")
    assert set(model.objects.values_list("version", flat=True)) == {4}
    execute(f"DELETE FROM proceedings_{name}")

    made = {"point": 2, "norequest": 2}[name]
    changed = 2 if model is Point else 0  # the stretch was "other" before
    assert labels(model) == ["insert"] * made + ["update"] * changed + ["delete"] * made
    with refused("Cannot update or delete"):
        events(model).delete()


def test_points_answer_questions(pointing, editor, delegate_other):
    whole, part = pointing.point(at="dieu-3"), pointing.point(at="dieu-3.khoan-1.diem-a")
    remark = pointing.point(of=pointing.contribute(form="remark"), at="dieu-2")
    gone, answered = pointing.point(at="dieu-1"), pointing.point()
    pointing.approved(answered)
    pointing.withdraw(gone.contribution)
    Point.objects.filter(pk__in=[whole.pk, answered.pk]).update(assignee=editor, due_on="2021-09-01")
    asked = Point.objects

    assert list(asked.in_workshop(pointing.workshop).in_order()) == [whole, part, remark, gone, answered]
    assert list(asked.anchored_in(["dieu-3"]).in_order()) == [whole, part]
    assert list(asked.anchored_in(["dieu-3.khoan-1", "dieu-2"]).in_order()) == [part, remark]
    assert gone not in asked.standing()
    assert remark not in asked.written()
    assert answered not in asked.unanswered()
    assert list(asked.overdue(pointing.by["now"].date())) == [whole]
    assert set(asked.assigned_to(editor)) == {whole, answered}
    assert asked.visible_to(editor).count() == 5
    assert not asked.visible_to(delegate_other).exists()
    assert not asked.visible_to(AnonymousUser()).exists()
    assert str(whole) == whole.summary


# --- two at once -------------------------------------------------------------------------


def meanwhile(first, second):
    """Run ``first`` in a transaction, ``second`` in another while it is open; return what the second met."""
    met = []

    def other():
        try:
            with transaction.atomic():
                second()
        except Error as error:
            met.append(str(error))
        finally:
            connection.close()

    thread = threading.Thread(target=other)
    with transaction.atomic():
        first()
        thread.start()
        thread.join(0.3)
        assert thread.is_alive()  # it waits for the first
    thread.join(20)
    return met


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("model", "other"), [(Point, Point), (Point, NoRequest), (NoRequest, Point)])
def test_of_two_who_take_the_same_words_the_second_is_refused(pointing, model, other):
    document = pointing.contribute()

    [words] = meanwhile(
        row(pointing, document, FIRST, model).save, row(pointing, document, FIRST[4:], other).save
    )

    assert "spans_apart" in words or "the span overlaps another one" in words
    assert Coverage.objects.get().open_count == 4


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_points_away_the_second_measures_what_is_left(pointing):
    document = pointing.contribute()
    first, second = row(pointing, document, FIRST), row(pointing, document, SECOND)
    Point.objects.bulk_create([first, second])

    met = meanwhile(
        Point.objects.filter(quote=FIRST).delete,
        lambda: execute("DELETE FROM proceedings_point WHERE quote = %s", SECOND),
    )

    assert met == []
    assert Coverage.objects.values_list("open_count", "point_count").get() == (5, 0)


@pytest.mark.django_db(transaction=True)
def test_a_text_that_changes_waits_for_who_splits_it(pointing):
    document = pointing.contribute()

    [words] = meanwhile(
        row(pointing, document, FIRST).save,
        lambda: execute("UPDATE proceedings_contribution SET text = 'Chui'"),
    )

    assert "the text was split into points" in words


@pytest.mark.django_db(transaction=True)
def test_a_closing_waits_for_who_writes_and_who_writes_for_the_closing(pointing):
    document = pointing.contribute()

    assert meanwhile(row(pointing, document, FIRST).save, pointing.close) == []
    execute(
        "UPDATE proceedings_closing SET reopened_at = now(), reopen_reason = 'x', reopened_by_id = closed_by_id"
    )
    [words] = meanwhile(pointing.close, row(pointing, document, SECOND).save)

    assert "the synthesis was closed: reopen it first" in words
    assert spans.taken_spans(document) == [pointing.span(document, FIRST)]
