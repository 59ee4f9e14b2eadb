"""Entering the sample into the record."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from proceedings.models import Committee, Conclusion, Contribution, Participation, Task, User, Workshop
from proceedings.operations import contributions, workshops
from proceedings.operations.refusals import Refused
from proceedings.sample import facts
from proceedings.sample.load import load_founding, load_many
from proceedings.sample.occasion import begin
from proceedings.vocabulary import ParticipationState, WorkshopStage

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


def events_of(*models):
    return {model: model.pgh_event_model.objects.count() for model in models}


def test_founding_workshop_is_entered_whole(now, samples):
    loaded = load_founding(now=now)

    workshop = Workshop.objects.get(slug=facts.WORKSHOP_SLUG)
    assert (loaded.workshop, loaded.is_new, loaded.registered, loaded.known) == (workshop, True, 92, 0)
    assert (workshop.title, workshop.host, workshop.held_on) == (facts.TITLE, facts.HOST, facts.HELD_ON)
    assert workshop.stage == WorkshopStage.SYNTHESISING
    assert [theme.slug for theme in workshop.themes.order_by("position")] == [
        theme.slug for theme in facts.THEMES
    ]
    assert [site.name for site in workshop.sites.order_by("position")] == [facts.MAIN_SITE, facts.BAC_NINH]
    assert (workshop.place, workshop.preface, workshop.opening) == ("", "", "")

    asked = Participation.objects.filter(workshop=workshop)
    assert asked.count() == asked.filter(state=ParticipationState.ANSWERED).count() == 63

    rows = list(Contribution.objects.in_workshop(workshop).with_body().by_number())
    assert [row.number for row in rows] == list(range(1, 93))
    assert [(row.title, row.text, row.summary) for row in rows] == [
        (sample.title, sample.text, sample.summary) for sample in samples
    ]
    assert all(row.is_sample for row in rows)
    assert {row.theme.slug for row in rows} == {theme.slug for theme in facts.THEMES}


def test_live_papers_stand_in_the_programme_in_their_order(now):
    workshop = load_founding(now=now).workshop

    live = (
        Contribution.objects.in_workshop(workshop)
        .presented()
        .in_speaking_order()
        .select_related("agenda_item")
    )

    assert [paper.agenda_item.position for paper in live] == list(range(1, 16))
    titles = [item.title for item in workshop.agenda.order_by("position")]
    assert all("thứ tự mẫu" in title for title in titles[:15])
    assert titles[15:] == ["Tổng kết hội thảo", "Phát biểu tại điểm cầu Bắc Ninh"]


def test_conclusions_have_their_speakers_and_tasks(now):
    workshop = load_founding(now=now).workshop

    closing, remark = Conclusion.objects.filter(workshop=workshop).order_by("position")

    assert (closing.speaker.full_name, closing.site) == (facts.CHAIR, None)
    assert {task.owner for task in closing.tasks.all()} == {facts.EDITING_GROUP}
    assert closing.tasks.count() == 3
    assert (remark.speaker.full_name, remark.site.name) == (facts.SITE_SPEAKER, facts.BAC_NINH)
    assert remark.tasks.count() == 5
    assert not Task.objects.exclude(due_on=None).exists()


def test_every_row_has_its_history_with_the_actor(now):
    load_founding(now=now)

    entered = Contribution.pgh_event_model.objects.filter(pgh_label="insert").select_related("pgh_context")

    assert entered.count() == 92
    assert {event.pgh_context.metadata["actor_name"] for event in entered} == {"Hệ thống"}
    assert {event.pgh_context.metadata["operation"] for event in entered} == {"contributions.register"}
    assert events_of(Workshop, Conclusion, Task) == {Workshop: 1, Conclusion: 2, Task: 8}


def test_second_run_changes_nothing(now):
    tracked = (Workshop, Contribution, Participation, Conclusion, Task, User)
    load_many(count=5, now=now)
    before = events_of(*tracked)

    again = load_many(count=5, now=now)

    assert (again.is_new, again.registered, again.known) == (False, 0, 5)
    assert events_of(*tracked) == before


def test_second_run_keeps_what_a_person_changed(now, secretary):
    workshop = load_many(count=3, now=now).workshop
    first, second, _third = Contribution.objects.in_workshop(workshop).by_number()
    first.title = "Tên đã sửa"
    contributions.amend(
        contribution=first, changed=["title"], version=first.version, actor=secretary, now=now
    )
    contributions.void(contribution=second, reason="Gửi nhầm", actor=secretary, now=now)
    workshops.arrange(saved=[], removed=list(workshop.agenda.filter(position=17)), actor=secretary, now=now)
    workshops.move_on(workshop=workshop, stage=WorkshopStage.CONCLUDED, actor=secretary, now=now)

    load_many(count=3, now=now)

    workshop.refresh_from_db()
    rows = Contribution.objects.in_workshop(workshop).by_number()
    assert [row.state for row in rows] == ["registered", "void", "registered"]
    assert rows[0].title == "Tên đã sửa"
    assert workshop.agenda.count() == 16
    assert workshop.stage == WorkshopStage.CONCLUDED


def test_run_after_one_that_was_stopped_registers_what_is_missing(now):
    head = {"title": "Hội thảo mẫu", "short_title": "Hội thảo mẫu", "source_note": ""}
    begin(slug="hoi-thao-mau-3", **head, actor=User.objects.system(), now=now)

    loaded = load_many(count=3, now=now)

    assert (loaded.is_new, loaded.registered) == (False, 3)


def test_incomplete_table_of_committees_is_refused_before_anything_is_made(now):
    Committee.objects.filter(slug="bac-ninh").update(slug="bac-ninh-cu")

    with pytest.raises(
        Refused, match=r"thiếu 1 cấp ủy của ngày 07/09/2021 \(như “bac-ninh”\) nên chưa nạp gì"
    ):
        load_founding(now=now)

    assert not Workshop.objects.exists()
    assert not User.objects.filter(username="he-thong").exists()


def test_writer_is_the_actor_where_one_is_given(now, secretary):
    load_many(count=1, now=now, actor=secretary)

    (event,) = Contribution.pgh_event_model.objects.select_related("pgh_context")
    assert event.pgh_context.metadata["actor"] == secretary.pk
    assert not User.objects.filter(username="he-thong").exists()


@pytest.mark.django_db(transaction=True)
def test_two_loaders_at_once_make_one_workshop(now):
    def load(_place):
        try:
            return load_many(count=4, now=now).is_new
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        news = sorted(both.map(load, range(2)))

    assert news == [False, True]
    assert Workshop.objects.count() == 1
    assert sorted(Contribution.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
