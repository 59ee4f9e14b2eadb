import datetime
import unicodedata

import pytest

from proceedings.models import (
    AgendaItem,
    Committee,
    Delegate,
    Participation,
    RegistryCounter,
    Reminder,
    Site,
    Theme,
    Workshop,
)
from proceedings.operations import workshops
from proceedings.operations.refusals import Conflict, Invalid
from proceedings.vocabulary import ParticipationState, WorkshopStage
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


def amend(workshop, by, **fields):
    for name, value in fields.items():
        setattr(workshop, name, value)
    return workshops.amend(workshop=workshop, changed=fields, version=workshop.version, **by)


# --- convene, amend, move on -----------------------------------------------------------


def test_convene_opens_the_registry_at_one(workshop):
    assert RegistryCounter.objects.get(workshop=workshop).last_number == 0


def test_convene_composes_what_was_typed(by):
    nfd = unicodedata.normalize("NFD", "Hội thảo mẫu")

    made = workshops.convene(
        slug="nfd", title=f"{nfd}\x00", short_title=nfd, host=nfd, summary=f"{nfd}\u200b", **by
    )

    assert (made.title, made.short_title, made.host, made.summary) == ("Hội thảo mẫu",) * 4


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"slug": "hoi-thao-mau"}, "slug"),
        ({"slug": "có dấu"}, "slug"),
        ({"title": ""}, "title"),
        ({"held_on": "32/13/2021"}, "held_on"),
        ({"opens_on": datetime.date(2021, 8, 2), "closes_on": datetime.date(2021, 8, 1)}, "__all__"),
    ],
)
def test_convene_refuses_wrong_fields_by_name(workshop, by, fields, field):
    given = {"slug": "khac", "title": "Khác", "short_title": "Khác", "host": "Mẫu", **fields}

    with refusal("", kind=Invalid) as caught:
        workshops.convene(**given, **by)
    assert list(caught.value.errors) == [field]


def test_amend_saves_and_counts_up(workshop, by):
    amend(workshop, by, place="Hà Nội", stage=WorkshopStage.SYNTHESISING)

    stored = Workshop.objects.get()
    assert (stored.place, stored.stage, stored.version) == ("Hà Nội", "synthesising", 2)


def test_amend_refuses_what_was_changed_meanwhile(workshop, by):
    Workshop.objects.update(place="Của người khác")

    with refusal("Hai bản được giữ lại", kind=Conflict) as caught:
        amend(workshop, by, place="Của tôi")
    assert caught.value.theirs.place == "Của người khác"


def test_amend_refuses_a_move_outside_the_table(workshop, by):
    with refusal("Không chuyển được từ “Đã tổ chức” sang “Dự kiến”", field="stage"):
        amend(workshop, by, stage=WorkshopStage.PLANNED)


def test_amend_refuses_two_megabytes(workshop, by):
    with refusal("dài 2.000.000 ký tự", field="summary"):
        amend(workshop, by, summary="a" * 2_000_000)


def test_move_on_goes_by_the_table(workshop, by):
    workshops.move_on(workshop=workshop, stage=WorkshopStage.CONCLUDED, **by)

    assert Workshop.objects.get().stage == workshop.stage == "concluded"
    with refusal("Không chuyển được", field="stage"):
        workshops.move_on(workshop=workshop, stage=WorkshopStage.CANCELLED, **by)


# --- invite, remind --------------------------------------------------------------------


def test_invite_asks_those_not_yet_asked(workshop, bac_ninh, ha_noi, register, by):
    register(committee=bac_ninh)
    hue = Committee.objects.valid_on(workshop.held_on).exclude(pk__in=[bac_ninh.pk, ha_noi.pk]).first()
    Participation.objects.create(workshop=workshop, committee=hue)  # noted, not yet sent

    asked = workshops.invite(workshop=workshop, committees=[bac_ninh, ha_noi, hue], **by)

    assert {each.committee for each in asked} == {ha_noi, hue}
    assert dict(Participation.objects.values_list("committee__slug", "state")) == {
        "bac-ninh": "answered", "ha-noi": "invited", hue.slug: "invited",
    }  # fmt: skip


def test_invite_refuses_all_where_one_is_not_in_force(workshop, bac_ninh, by):
    fresh = Committee.objects.exclude(valid_from=None).first()

    with refusal(f"{fresh.full_name} không hoạt động vào ngày 07/09/2021", field="committee"):
        workshops.invite(workshop=workshop, committees=[bac_ninh, fresh], **by)


def test_remind_writes_a_line(workshop, bac_ninh, by, now):
    [asked] = workshops.invite(workshop=workshop, committees=[bac_ninh], **by)

    workshops.remind(participation=asked, reminded_on=now.date(), note=" Điện\n thoại ", **by)
    workshops.remind_all(participations=[asked], note="Công văn", **by)

    assert list(Reminder.objects.order_by("pk").values_list("reminded_on", "note")) == [
        (now.date(), "Điện thoại"), (now.date(), "Công văn"),
    ]  # fmt: skip


def test_remind_refuses_whom_it_need_not_ask(workshop, bac_ninh, ha_noi, register, by, now):
    register(committee=bac_ninh)
    [silent] = workshops.invite(workshop=workshop, committees=[ha_noi], **by)
    answered = Participation.objects.get(committee=bac_ninh)

    with refusal(f"{bac_ninh.full_name} đã trả lời nên không cần nhắc"):
        workshops.remind_all(participations=[silent, answered], note="Công văn", **by)
    with refusal("", kind=Invalid):
        workshops.remind(participation=silent, reminded_on=now.date(), note=" ", **by)


# --- arrange ---------------------------------------------------------------------------


def test_arrange_saves_parts_and_gives_delegates_a_sort_key(workshop, by):
    nfd = unicodedata.normalize("NFD", "Nguyễn Văn Mẫu")
    delegate = Delegate(
        workshop=workshop, position=1, full_name=f"{nfd}\x00", posts=[f" {nfd} ", "", "Bí thư"]
    )

    workshops.arrange(saved=[delegate], **by)

    stored = Delegate.objects.get()
    assert (stored.full_name, stored.posts) == ("Nguyễn Văn Mẫu", ["Nguyễn Văn Mẫu", "Bí thư"])
    assert stored.sort_key


def test_arrange_lets_two_exchange_their_places(workshop, by):
    rows = [Theme(workshop=workshop, position=n, slug=f"n{n}", title=f"Nhóm {n}") for n in (1, 2)]
    workshops.arrange(saved=rows, **by)

    rows[0].position, rows[1].position = 2, 1
    workshops.arrange(saved=rows, **by)

    assert list(Theme.objects.order_by("position").values_list("slug", flat=True)) == ["n2", "n1"]


def test_arrange_refuses_a_place_that_is_taken(workshop, by):
    workshops.arrange(saved=[Theme(workshop=workshop, position=1, slug="a", title="A")], **by)

    with refusal("", kind=Invalid):
        workshops.arrange(saved=[Theme(workshop=workshop, position=1, slug="b", title="B")], **by)


def test_arrange_refuses_to_remove_what_is_pointed_at(workshop, register, by):
    theme = Theme(workshop=workshop, position=1, slug="a", title="Nhóm A")
    workshops.arrange(saved=[theme], **by)
    register(theme=theme)

    with refusal("Không xóa được “Nhóm A” vì còn nơi khác dùng đến"):
        workshops.arrange(saved=[], removed=[theme], **by)


def test_arrange_removes_what_nobody_points_at(workshop, by):
    theme = Theme(workshop=workshop, position=1, slug="a", title="Nhóm A")
    workshops.arrange(saved=[theme], **by)

    workshops.arrange(
        saved=[Theme(workshop=workshop, position=1, slug="b", title="B")], removed=[theme], **by
    )

    assert Theme.objects.get().slug == "b"


def test_arrange_refuses_what_points_into_another_workshop(workshop, by):
    other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    site = Site(workshop=other, position=1, name="Điểm cầu khác")
    workshops.arrange(saved=[site], **by)

    with refusal("“Điểm cầu khác” thuộc hội thảo khác", field="site"):
        workshops.arrange(
            saved=[Delegate(workshop=workshop, position=1, full_name="Đại biểu Mẫu", site=site)], **by
        )
    with refusal("“Điểm cầu khác” thuộc hội thảo khác", field="site"):
        workshops.arrange(
            saved=[AgendaItem(workshop=workshop, position=1, title="Khai mạc", site=site)], **by
        )
    with refusal("“Điểm cầu khác” thuộc hội thảo khác", field="parent"):
        workshops.arrange(saved=[Site(workshop=workshop, position=1, name="Con", parent=site)], **by)


def test_arrange_refuses_a_participation_that_contradicts_the_registry(
    workshop, bac_ninh, ha_noi, register, by
):
    register(committee=bac_ninh)
    [silent] = workshops.invite(workshop=workshop, committees=[ha_noi], **by)
    answered = Participation.objects.get(committee=bac_ninh)

    silent.state = ParticipationState.ANSWERED
    with refusal(f"{ha_noi.full_name} chưa có văn bản nào trong sổ", field="state"):
        workshops.arrange(saved=[silent], **by)
    answered.state = ParticipationState.NO_REPLY
    with refusal(f"{bac_ninh.full_name} có văn bản trong sổ", field="state"):
        workshops.arrange(saved=[answered], **by)
    with refusal(f"{bac_ninh.full_name} có văn bản trong sổ", field="state"):
        workshops.arrange(saved=[], removed=[answered], **by)


def test_arrange_notes_who_came(workshop, bac_ninh, register, by):
    register(committee=bac_ninh)
    answered = Participation.objects.get()
    answered.attended = True

    workshops.arrange(saved=[answered], **by)

    assert Participation.objects.get().attended is True
