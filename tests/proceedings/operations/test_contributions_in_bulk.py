import datetime

import pytest

from proceedings.models import Attachment, Committee, Contribution, Participation, RegistryCounter, Theme
from proceedings.operations import attachments, contributions, contributions_in_bulk, replacements, workshops
from proceedings.operations.bulk_checks import RowRefused
from tests.proceedings.models.database import commit
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def theme(workshop):
    """A heading of the outline."""
    return Theme.objects.create(workshop=workshop, position=1, slug="nhom", title="Nhóm")


def test_assign_theme_counts_what_changed(register, theme, by):
    rows = [register(theme=theme), register(), register()]

    changed = contributions_in_bulk.assign_theme(contributions=rows[:2], theme=theme, **by)

    assert changed == 1
    assert list(Contribution.objects.by_number().values_list("theme", flat=True)) == [
        theme.pk,
        theme.pk,
        None,
    ]


def test_assign_no_theme_takes_it_away(register, theme, by):
    row = register(theme=theme)

    assert contributions_in_bulk.assign_theme(contributions=[row], theme=None, **by) == 1
    assert Contribution.objects.get().theme is None


def test_assign_theme_refuses_all_where_one_is_elsewhere(register, theme, by):
    other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    rows = [register(), register(workshop=other)]

    with refusal("Số 1 thuộc hội thảo khác", field="theme"):
        contributions_in_bulk.assign_theme(contributions=rows, theme=theme, **by)


def test_void_all_withdraws_them_together(register, by):
    rows = [register(), register()]

    assert contributions_in_bulk.void_all(contributions=rows, reason="Trùng", **by) == 2
    assert not Contribution.objects.standing().exists()


def test_void_all_refuses_all_where_one_is_void(register, by):
    rows = [register(), register()]
    contributions.void(contribution=rows[1], reason="Rút", **by)

    with refusal("Số 2 đã được hủy trước đó"):
        contributions_in_bulk.void_all(contributions=rows, reason="Trùng", **by)


def test_void_all_lets_participations_follow(register, by, bac_ninh, ha_noi):
    rows = [register(committee=bac_ninh), register(committee=bac_ninh), register(committee=ha_noi)]

    contributions_in_bulk.void_all(contributions=rows[:2], reason="Trùng", **by)

    states = dict(Participation.objects.values_list("committee__slug", "state"))
    assert states == {"bac-ninh": "invited", "ha-noi": "answered"}


def test_void_all_lets_an_earlier_version_stand_again(register, by, bac_ninh):
    earlier = register(committee=bac_ninh, symbol="1-CV/TU")
    later = replacements.replace(earlier=earlier, title="Bản sau", committee=bac_ninh, **by)

    contributions_in_bulk.void_all(contributions=[later], reason="Trùng", **by)

    earlier.refresh_from_db()
    assert earlier.state == "registered"


def test_void_all_asks_the_same_for_one_and_for_many(register, by, bac_ninh, django_assert_num_queries):
    rows = [register(committee=bac_ninh) for _each in range(6)]

    with django_assert_num_queries(6):
        contributions_in_bulk.void_all(contributions=rows[:1], reason="Trùng", **by)
    with django_assert_num_queries(6):
        contributions_in_bulk.void_all(contributions=rows[1:4], reason="Trùng", **by)


# --- register_all ----------------------------------------------------------------------


@pytest.fixture
def enter(workshop, by):
    """Register rows: ``enter({"title": …}, …)``; what is not given is a plain sample."""

    def register_all(*rows, **arguments):
        plain = {"title": "Góp ý", "body_kind": "organisation", "body_name": "Cơ quan Mẫu", "is_sample": True}
        filled = [
            {**plain, **({"body_kind": "committee", "body_name": ""} if "committee" in row else {}), **row}
            for row in rows
        ]
        return contributions_in_bulk.register_all(**{"workshop": workshop, "rows": filled, **by, **arguments})

    return register_all


def test_register_all_gives_numbers_in_the_order_of_the_rows(register, enter):
    register()

    made = enter({"title": "Hai"}, {"title": "Ba"}, {"title": "Bốn"})
    commit()

    assert [(each.number, each.title) for each in made] == [(2, "Hai"), (3, "Ba"), (4, "Bốn")]
    assert [each.number for each in Contribution.objects.by_number()] == [1, 2, 3, 4]
    assert RegistryCounter.objects.get().last_number == 4
    assert register().number == 5


def test_register_all_stores_what_register_stores(register, enter, bac_ninh):
    fields = {
        "committee": bac_ninh,
        "symbol": " 12 - CV/TU ",
        "document_on": datetime.date(2021, 9, 1),
        "title": "Góp ý\u200b  dự thảo",
        "text": "Một\r\nHai  ",
        "signer_name": "Nguyễn Văn Mẫu",
    }
    one = register(**fields, idempotency_key="một")

    with pytest.raises(RowRefused, match="đã vào sổ: số 1"):
        enter(fields)
    many = enter({**fields, "symbol": " 13 - CV/TU "})[0]
    many.refresh_from_db()

    for name in (
        "title",
        "text",
        "signer_name",
        "received_on",
        "body_kind",
        "body_name",
        "committee",
        "version",
    ):
        assert getattr(many, name) == getattr(Contribution.objects.get(pk=one.pk), name)
    assert many.symbol_key == "13 cv tu"


def test_register_all_lets_participations_follow(enter, workshop, bac_ninh, ha_noi):
    enter({"committee": bac_ninh}, {"committee": ha_noi}, {"committee": bac_ninh, "symbol": "2-CV/TU"})

    assert set(Participation.objects.values_list("committee__slug", "state")) == {
        ("bac-ninh", "answered"),
        ("ha-noi", "answered"),
    }


def test_register_all_again_returns_what_was_entered(enter):
    rows = [{"idempotency_key": f"dòng {place}"} for place in range(3)]
    first = enter(*rows[:2])

    again = enter(*rows, rows[2])

    assert again[:2] == first
    assert [each.number for each in again] == [1, 2, 3, 3]
    assert Contribution.objects.count() == 3


def test_register_all_of_nothing_gives_no_number(enter):
    assert enter() == []
    assert not Contribution.objects.exists()


LATER = datetime.date(2021, 9, 30)


@pytest.mark.parametrize(
    ("fields", "words", "field"),
    [
        ({"title": ""}, "Dòng thứ 2: ", "title"),
        ({"title": "a" * 501}, "Dòng thứ 2: Nội dung dài", "title"),
        ({"symbol": "1" * 61}, "Dòng thứ 2: ", "symbol"),
        ({"form": "khác"}, "Dòng thứ 2: ", "form"),
        ({"document_on": LATER}, "Dòng thứ 2: Ngày văn bản không thể sau ngày đến", None),
        ({"speaking_order": 1}, "Dòng thứ 2: Chỉ tham luận trình bày trực tiếp", None),
        ({"body_name": ""}, "Dòng thứ 2: Chọn một cấp ủy", None),
        (
            {"presented_live": True, "speaking_order": 7},
            "Dòng thứ 2: Thứ tự trình bày này đã dành cho một tham luận khác",
            None,
        ),
    ],
)
def test_register_all_refuses_all_where_register_refuses_one(register, enter, fields, words, field):
    register(presented_live=True, speaking_order=7)

    with refusal(words, field=field, kind=RowRefused) as caught:
        enter({}, fields, {})

    assert caught.value.row == 1


def test_register_all_refuses_a_committee_that_was_not_in_force(enter):
    fresh = Committee.objects.exclude(valid_from=None).first()

    with refusal("chưa hoạt động", field="committee", kind=RowRefused):
        enter({}, {"committee": fresh})


def test_register_all_refuses_a_theme_of_another_workshop(enter, by):
    other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    theme = Theme.objects.create(workshop=other, position=1, slug="nhom", title="Nhóm")

    with refusal("thuộc hội thảo khác", field="theme", kind=RowRefused):
        enter({}, {"theme": theme})


def test_register_all_refuses_the_same_document_twice(enter, bac_ninh):
    row = {"committee": bac_ninh, "symbol": "12-CV/TU", "document_on": datetime.date(2021, 9, 1)}

    with refusal("Dòng thứ 3: Văn bản 12-CV/TU ngày 01/09/2021", field="symbol", kind=RowRefused):
        enter(row, {}, row)


def test_register_all_refuses_a_cancelled_workshop(enter, workshop):
    workshop.stage = "cancelled"
    workshop.save(update_fields=["stage"])

    with refusal("Hội thảo đã hủy", field="workshop"):
        enter({})


def test_register_all_asks_the_same_for_few_and_for_many(enter, bac_ninh, django_assert_num_queries):
    enter({"committee": bac_ninh})

    with django_assert_num_queries(11):
        enter({"committee": bac_ninh})
    with django_assert_num_queries(11):
        enter(*[{"committee": bac_ninh}] * 40)


def test_register_all_is_history_of_its_actor(enter, secretary):
    enter({}, {})

    events = Contribution.pgh_event_model.objects.all()
    assert {event.pgh_context.metadata["operation"] for event in events} == {
        "contributions_in_bulk.register_all"
    }
    assert {event.pgh_context.metadata["actor"] for event in events} == {secretary.pk}


# --- attach_to_all ----------------------------------------------------------------------


def test_attach_to_all_keeps_one_file_with_many(enter, by):
    rows = enter({}, {}, {})
    given = {"name": "bảng.xlsx", "content": b"goc", "media_type": "text/plain"}
    attachments.attach(contribution=rows[0], **given, **by)

    assert contributions_in_bulk.attach_to_all(contributions=rows, **given, **by) == 2
    assert contributions_in_bulk.attach_to_all(contributions=rows, **given, **by) == 0

    assert Attachment.objects.count() == 3
    assert len(set(Attachment.objects.values_list("file", "name", "sha256", "size", "media_type"))) == 1


def test_attach_to_all_refuses_an_empty_file(enter, by):
    rows = enter({})

    with refusal("không có nội dung", field="file"):
        contributions_in_bulk.attach_to_all(
            contributions=rows, name="a", content=b"", media_type="text/plain", **by
        )
