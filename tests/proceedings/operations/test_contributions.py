import datetime
import unicodedata
from zoneinfo import ZoneInfo

import pytest

from proceedings.models import (
    AgendaItem,
    Committee,
    Contribution,
    Participation,
    RegistryCounter,
    Theme,
)
from proceedings.operations import contributions, workshops
from proceedings.operations.refusals import Conflict, Invalid
from proceedings.vocabulary import Circulation, WorkshopStage
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

DAY = datetime.date(2021, 9, 1)


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def elsewhere(by):
    """Another workshop."""
    return workshops.convene(slug="khac", title="Hội thảo khác", short_title="Khác", host="Mẫu", **by)


def amend(contribution, by, **fields):
    for name, value in fields.items():
        setattr(contribution, name, value)
    return contributions.amend(contribution=contribution, changed=fields, version=contribution.version, **by)


def state_of(committee):
    found = Participation.objects.filter(committee=committee).first()
    return found.state if found else None


# --- register ------------------------------------------------------------------------


def test_register_gives_the_next_number_and_marks_the_committee(register, bac_ninh, now):
    contribution = register(committee=bac_ninh, symbol="123-CV/TU", document_on=DAY)

    stored = Contribution.objects.get()
    assert (stored.number, stored.version, stored.state) == (1, 1, "registered")
    assert (stored.body_kind, stored.body_name, stored.body) == ("committee", "", bac_ninh.full_name)
    assert stored.received_on == now.date()
    assert stored.symbol_key == contribution.symbol_key != ""
    assert state_of(bac_ninh) == "answered"
    assert RegistryCounter.objects.get().last_number == 1


def test_register_counts_the_day_by_the_clock_of_vietnam(register):
    evening_in_london = datetime.datetime(2021, 9, 7, 23, 30, tzinfo=datetime.UTC)

    assert register(now=evening_in_london).received_on == datetime.date(2021, 9, 8)


def test_each_workshop_has_its_own_numbers(register, elsewhere):
    register()

    assert register(workshop=elsewhere).number == 1


def test_register_with_a_known_key_returns_the_first(register):
    first = register(idempotency_key="k1")

    again = register(idempotency_key="k1", title="Gửi lại")

    assert again == first
    assert Contribution.objects.get().title == "Góp ý dự thảo Quy định mẫu"
    assert register().number == 2


def test_a_key_is_known_in_its_own_workshop_only(register, elsewhere):
    here = register(idempotency_key="k1")

    there = register(idempotency_key="k1", workshop=elsewhere)

    assert there != here
    assert there.workshop == elsewhere


def test_register_composes_and_drops_what_nobody_sees(register):
    decomposed = unicodedata.normalize("NFD", "Tỉnh ủy Đắk Lắk góp ý")

    contribution = register(
        title=f"  {decomposed}\u200b\x07 ", text="Một\x00\r\nHai\u00a0ba  ", summary="\ufeffTóm tắt"
    )

    contribution.refresh_from_db()
    assert contribution.title == "Tỉnh ủy Đắk Lắk góp ý"
    assert contribution.text == "Một\nHai\u00a0ba"
    assert contribution.summary == "Tóm tắt"


def test_register_keeps_the_words(register):
    words = "Đề nghị  sửa «khoản 2»\tthành:\n  – “xin ý kiến” <b>&amp;</b>"

    assert register(text=words).text == words


def test_register_refuses_two_megabytes_in_one_field(register):
    with refusal("dài 2.000.000 ký tự, quá giới hạn 1.000.000", field="text"):
        register(text="ă" * 2_000_000)


def test_register_refuses_a_title_over_its_limit(register):
    with refusal("dài 501 ký tự, quá giới hạn 500", field="title"):
        register(title="a" * 501)


def test_register_refuses_a_cancelled_workshop_also_when_read_before(register, workshop, by):
    read_before = type(workshop).objects.get()
    type(workshop).objects.update(stage=WorkshopStage.CANCELLED)

    with refusal("Hội thảo đã hủy", field="workshop"):
        register(workshop=read_before)


def test_register_refuses_a_committee_closed_before_the_day(register):
    closed = Committee.objects.filter(valid_to=datetime.date(2025, 6, 30)).alphabetical().first()

    with refusal(
        "không còn hoạt động vào ngày 02/01/2026; từ sau 30/06/2025 là", field="committee"
    ) as caught:
        register(committee=closed, received_on=datetime.date(2026, 1, 2))
    assert closed.answering_today().full_name in str(caught.value)


def test_register_refuses_a_committee_not_yet_begun(register):
    fresh = Committee.objects.exclude(valid_from=None).alphabetical().first()

    with refusal(f"{fresh.full_name} chưa hoạt động vào ngày 01/09/2021", field="committee"):
        register(committee=fresh, document_on=DAY)


def test_register_refuses_a_document_that_is_there_whatever_its_spacing(register, bac_ninh):
    register(committee=bac_ninh, symbol="123-CV/TU", document_on=DAY)

    with refusal("đã vào sổ: số 1", field="symbol"):
        register(committee=bac_ninh, symbol=" 123 - cv/tu", document_on=DAY)


def test_register_takes_a_withdrawn_document_again(register, bac_ninh, by):
    first = register(committee=bac_ninh, symbol="123-CV/TU", document_on=DAY)
    contributions.void(contribution=first, reason="Nhầm", **by)

    assert register(committee=bac_ninh, symbol="123-CV/TU", document_on=DAY).number == 2


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"title": " "}, "title", ""),
        ({"received_on": "31/02/2021"}, "received_on", ""),
        ({"form": "fax"}, "form", ""),
        ({"symbol": "1" * 61}, "symbol", ""),
        ({"document_on": datetime.date(2030, 1, 1)}, "__all__", "Ngày văn bản không thể sau ngày đến."),
        ({"speaking_order": 1}, "__all__", "Chỉ tham luận trình bày trực tiếp"),
        ({"body_kind": "committee", "body_name": ""}, "__all__", "Chọn một cấp ủy"),
    ],
)
def test_register_refuses_wrong_fields_by_name(register, fields, field, words):
    with refusal(words, kind=Invalid) as caught:
        register(**fields)
    assert list(caught.value.errors) == [field]


def test_a_refusal_costs_no_number(register):
    register()
    for _each in range(3):
        with pytest.raises(Invalid):
            register(title="")

    assert register().number == 2


@pytest.mark.parametrize("field", ["theme", "agenda_item"])
def test_register_refuses_parts_of_another_workshop(register, elsewhere, field):
    part = {
        "theme": Theme(workshop=elsewhere, position=1, slug="nhom", title="Nhóm"),
        "agenda_item": AgendaItem(workshop=elsewhere, position=1, title="Tham luận"),
    }[field]
    part.save()

    with refusal("thuộc hội thảo khác", field=field):
        register(presented_live=True, **{field: part})


def test_now_may_come_from_any_zone(register):
    there = datetime.datetime(2021, 9, 7, 12, 0, tzinfo=ZoneInfo("America/New_York"))

    assert register(now=there).received_on == datetime.date(2021, 9, 7)


# --- amend ---------------------------------------------------------------------------


def test_amend_saves_what_changed_and_counts_up(register, by):
    contribution = register()

    amend(contribution, by, title="Te\u0302n mới")

    contribution.refresh_from_db()
    assert (contribution.title, contribution.version) == ("Tên mới", 2)


def test_amend_refuses_what_was_changed_meanwhile_and_shows_both(register, by):
    mine, theirs = register(), Contribution.objects.get()
    amend(theirs, by, title="Của người khác")
    mine.title = "Của tôi"

    with refusal("Hai bản được giữ lại", kind=Conflict) as caught:
        contributions.amend(contribution=mine, changed=["title"], version=1, **by)
    assert (caught.value.theirs.title, mine.title) == ("Của người khác", "Của tôi")


def test_amend_refuses_what_is_void(register, by):
    contribution = register()
    contributions.void(contribution=contribution, reason="Rút", **by)
    contribution.refresh_from_db()

    with refusal("Số 1 đã hủy nên không sửa được nữa"):
        amend(contribution, by, title="Khác")


def test_amend_refuses_what_register_refuses(register, bac_ninh, elsewhere, by):
    register(committee=bac_ninh, symbol="123-CV/TU", document_on=DAY)
    second = register(committee=bac_ninh, symbol="124-CV/TU", document_on=DAY)
    theme = Theme.objects.create(workshop=elsewhere, position=1, slug="nhom", title="Nhóm")

    with refusal("đã vào sổ: số 1", field="symbol"):
        amend(second, by, symbol="123-CV/TU")
    second.refresh_from_db()
    with refusal("thuộc hội thảo khác", field="theme"):
        amend(second, by, theme=theme)


def test_participations_follow_the_committee_of_a_contribution(register, bac_ninh, ha_noi, by):
    contribution = register(committee=bac_ninh)

    amend(contribution, by, committee=ha_noi)

    assert (state_of(bac_ninh), state_of(ha_noi)) == ("invited", "answered")


# --- void ----------------------------------------------------------------------------


def test_void_keeps_the_number_and_the_reason(register, by):
    contribution = register()

    contributions.void(contribution=contribution, reason=" Gửi nhầm\n hội thảo ", **by)

    stored = Contribution.objects.get()
    assert (stored.number, stored.state, stored.void_reason) == (1, "void", "Gửi nhầm hội thảo")
    assert contribution.state == "void"
    assert register().number == 2


@pytest.mark.parametrize("reason", ["", "  \n", "\u200b\ufeff", "\x00"])
def test_void_refuses_an_empty_reason(register, by, reason):
    contribution = register()

    with refusal("Ghi lý do hủy số", field="reason"):
        contributions.void(contribution=contribution, reason=reason, **by)


def test_void_refuses_a_reason_over_the_limit(register, by):
    contribution = register()

    with refusal("dài 600 ký tự, quá giới hạn 500", field="reason"):
        contributions.void(contribution=contribution, reason="a" * 600, **by)


def test_void_refuses_a_second_time(register, by):
    contribution = register()
    contributions.void(contribution=contribution, reason="Rút", **by)

    with refusal("Số 1 đã được hủy trước đó"):
        contributions.void(contribution=contribution, reason="Rút", **by)


def test_a_committee_whose_only_document_is_void_has_not_answered(register, bac_ninh, by):
    first, second = register(committee=bac_ninh), register(committee=bac_ninh)

    contributions.void(contribution=first, reason="Trùng", **by)
    assert state_of(bac_ninh) == "answered"
    contributions.void(contribution=second, reason="Rút", **by)

    assert state_of(bac_ninh) == "invited"


# --- circulate -----------------------------------------------------------------------


def test_circulate_counts_what_changed(register, by):
    rows = [register(circulation=Circulation.PUBLIC), register(), register()]

    changed = contributions.circulate(contributions=rows[:2], circulation=Circulation.PUBLIC, **by)

    assert changed == 1
    assert list(Contribution.objects.by_number().values_list("circulation", flat=True)) == [
        "public", "public", "delegates",
    ]  # fmt: skip
