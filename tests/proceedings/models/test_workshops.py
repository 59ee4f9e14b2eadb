import datetime

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from proceedings.models import AgendaItem, Delegate, Participation, Reminder, Site, Theme, Workshop
from proceedings.vocabulary import WorkshopStage
from tests.proceedings.models.database import execute, refused

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def part(workshop, model, position, **fields):
    given = {
        Theme: {"slug": f"nhom-{position}", "title": "Nhóm"},
        Delegate: {"full_name": "Đại biểu Mẫu"},
        AgendaItem: {"title": "Khai mạc"},
    }[model]
    return model.objects.create(workshop=workshop, position=position, **(given | fields))


def test_a_slug_is_used_once(workshop):
    with refused("slug"):
        Workshop.objects.create(slug=workshop.slug, title="Khác", short_title="Khác", host="Mẫu")


def test_opinions_close_after_they_open(workshop):
    with refused("workshop_closes_after_it_opens"):
        Workshop.objects.update(opens_on=datetime.date(2021, 8, 2), closes_on=datetime.date(2021, 8, 1))

    Workshop.objects.update(opens_on=datetime.date(2021, 8, 1), closes_on=datetime.date(2021, 8, 1))


def test_every_change_counts_the_version_up(workshop):
    Workshop.objects.update(place="Hà Nội")
    execute("UPDATE proceedings_workshop SET place = 'Huế', version = 1")

    workshop.refresh_from_db()
    assert workshop.version == 3


def test_a_workshop_is_never_deleted(workshop):
    with pytest.raises(ProtectedError), transaction.atomic():
        Participation.objects.create(workshop=workshop, committee_id=1).committee.delete()
    with refused("Cannot delete"):
        workshop.delete()


def test_latest_first_begins_with_undated_plans(workshop):
    plan = Workshop.objects.create(slug="du-kien", title="Dự kiến", short_title="Dự kiến", host="Mẫu")
    older = Workshop.objects.create(
        slug="cu", title="Cũ", short_title="Cũ", host="Mẫu", held_on=datetime.date(2020, 1, 1)
    )

    assert list(Workshop.objects.latest_first()) == [plan, workshop, older]


def test_visible_to_staff_only(workshop, editor, delegate_bac_ninh):
    assert Workshop.objects.visible_to(editor).exists()
    assert not Workshop.objects.visible_to(delegate_bac_ninh).exists()


@pytest.mark.parametrize(
    ("stage", "next_date"),
    [
        (WorkshopStage.PLANNED, None),
        (WorkshopStage.SCHEDULED, ("held", datetime.date(2021, 9, 7))),
        (WorkshopStage.COLLECTING, ("closes", datetime.date(2021, 8, 30))),
        (WorkshopStage.CLOSED, ("held", datetime.date(2021, 9, 7))),
        (WorkshopStage.HELD, None),
        (WorkshopStage.CANCELLED, None),
    ],
)
def test_next_date_is_what_comes_next(workshop, stage, next_date):
    workshop.stage, workshop.closes_on = stage, datetime.date(2021, 8, 30)

    assert workshop.next_date == next_date


@pytest.mark.parametrize("model", [Theme, Delegate, AgendaItem])
def test_two_parts_exchange_their_places(workshop, model):
    first, second = part(workshop, model, 1), part(workshop, model, 2)

    with transaction.atomic():
        model.objects.filter(pk=first.pk).update(position=2)
        model.objects.filter(pk=second.pk).update(position=1)
        execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert list(model.objects.order_by("position")) == [second, first]


@pytest.mark.parametrize("model", [Theme, Delegate, AgendaItem])
def test_a_place_is_taken_once(workshop, model):
    with refused("position_unique"):
        part(workshop, model, 1)
        part(workshop, model, 1, **({"slug": "khac"} if model is Theme else {}))
        execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_names_within_a_workshop_are_used_once(workshop, bac_ninh):
    part(workshop, Theme, 1)
    Site.objects.create(workshop=workshop, position=1, name="Điểm cầu Mẫu")
    Participation.objects.create(workshop=workshop, committee=bac_ninh)

    with refused("theme_slug_unique"):
        part(workshop, Theme, 2, slug="nhom-1")
    with refused("site_name_unique"):
        Site.objects.create(workshop=workshop, position=2, name="Điểm cầu Mẫu")
    with refused("participation_unique"):
        Participation.objects.create(workshop=workshop, committee=bac_ninh)


def test_a_site_does_not_hang_below_itself(workshop):
    Site.objects.create(workshop=workshop, position=1, name="Điểm cầu Mẫu")

    with refused("site_hangs_below_another"):
        execute("UPDATE proceedings_site SET parent_id = id")


def test_rows_say_what_they_are(workshop, bac_ninh):
    asked = Participation.objects.create(workshop=workshop, committee=bac_ninh)
    delegate = part(workshop, Delegate, 1, posts=["Ủy viên", "Bí thư"])

    assert str(asked) == f"{bac_ninh}: Chưa gửi"
    assert delegate.posts_line == "Ủy viên, Bí thư"
    reminder = Reminder(participation=asked, reminded_on=datetime.date(2021, 8, 20), note="Điện thoại")
    assert str(reminder) == "20/08/2021: Điện thoại"
    assert workshop.get_absolute_url() == "/workshops/hoi-thao-mau/"
