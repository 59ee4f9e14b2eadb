import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from proceedings.models import Attachment, Committee, Contribution, RegistryCounter, Theme, Workshop
from proceedings.operations import attachments, contributions, workshops
from proceedings.vocabulary import Audience, Circulation
from tests.proceedings.models.database import commit, execute, refused, truncate

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

RECEIVED = datetime.date(2021, 9, 8)


def row(workshop, number, **fields):
    """A row that no operation made."""
    given = {"body_kind": "organisation", "body_name": "Cơ quan Mẫu", "title": "Góp ý", **fields}
    return Contribution(workshop=workshop, number=number, received_on=RECEIVED, **given)


@pytest.fixture
def attachment(register, secretary, now):
    """A file of a contribution."""
    return attachments.attach(
        contribution=register(), name="gop-y.txt", content=b"goc", media_type="text/plain",
        actor=secretary, now=now,
    )  # fmt: skip


# --- numbers -----------------------------------------------------------------------


def test_numbers_follow_one_another(register):
    assert [register().number for _each in range(3)] == [1, 2, 3]


@pytest.mark.parametrize("number", [1, 2, 57])
def test_a_number_that_was_not_issued_is_refused(workshop, number):
    with refused(f"registry number {number} was not issued"):
        row(workshop, number).save()
    with refused(f"registry number {number} was not issued"):
        Contribution.objects.bulk_create([row(workshop, number)])


def test_a_number_is_refused_also_from_raw_sql(register):
    register()

    with refused("registry number 9 was not issued"):
        execute(
            "INSERT INTO proceedings_contribution (workshop_id, number, body_kind, body_name, author_name,"
            " signer_name, signer_post, symbol, symbol_key, received_on, form, presented_live, stance, title, text,"
            " summary, circulation, state, void_reason, is_sample, version)"
            " SELECT workshop_id, 9, body_kind, body_name, author_name, signer_name, signer_post, symbol, symbol_key,"
            " received_on, form, presented_live, stance, title, text, summary, circulation, state, void_reason,"
            " is_sample, version FROM proceedings_contribution"
        )


def test_a_number_is_used_once(register, workshop):
    register()

    with refused("registry number 1 was not issued: 1 is the last issued, 1 the last given"):
        row(workshop, 1).save()


def test_a_number_never_changes(register):
    contribution = register()

    with refused("Cannot update"):
        Contribution.objects.update(number=2)
    with refused("Cannot update"):
        execute("UPDATE proceedings_contribution SET number = 2")
    contribution.number = 5
    with refused("Cannot update"):
        contribution.save()


def test_a_contribution_stays_in_its_workshop(register, secretary, now):
    contribution = register()
    other = workshops.convene(
        slug="khac", title="Khác", short_title="Khác", host="Mẫu", actor=secretary, now=now
    )

    with refused("Cannot update"):
        Contribution.objects.filter(pk=contribution.pk).update(workshop=other)


@pytest.mark.parametrize("last_number", [0, 1])
def test_the_counter_only_goes_up(register, last_number):
    register()

    with refused("Cannot update"):
        RegistryCounter.objects.update(last_number=last_number)


@pytest.mark.parametrize("last_number", [2, 3, 100])
def test_a_number_that_was_issued_must_be_given_before_the_commit(register, last_number):
    register()

    with refused(f"registry numbers 2 to {last_number} were issued, but 0 of them given"):
        RegistryCounter.objects.update(last_number=last_number)
        commit()


def test_of_many_numbers_none_may_be_left_out(register, workshop):
    register()

    with refused("registry numbers 2 to 4 were issued, but 2 of them given"):
        RegistryCounter.objects.update(last_number=4)
        Contribution.objects.bulk_create([row(workshop, 2), row(workshop, 3)])
        commit()


def test_a_gap_is_not_left_by_counting_twice(register, workshop):
    register()

    with refused("registry number 3 was not issued: 3 is the last issued, 1 the last given"):
        RegistryCounter.objects.update(last_number=2)
        RegistryCounter.objects.update(last_number=3)
        row(workshop, 3).save()


def test_many_numbers_are_given_in_their_order(register, workshop):
    register()

    RegistryCounter.objects.update(last_number=4)
    Contribution.objects.bulk_create([row(workshop, number) for number in (2, 3, 4)])
    commit()

    assert [each.number for each in Contribution.objects.by_number()] == [1, 2, 3, 4]


@pytest.mark.parametrize("numbers", [(3, 2), (2, 4, 3), (4,), (1,), (2, 2), (2, 3, 4, 5)])
def test_a_number_out_of_its_order_is_refused(register, workshop, numbers):
    register()

    with refused("was not issued|contribution_number_unique"):
        RegistryCounter.objects.update(last_number=4)
        Contribution.objects.bulk_create([row(workshop, number) for number in numbers])


def test_what_is_rolled_back_gives_its_numbers_back(register, workshop):
    register()

    with refused("registry numbers 2 to 3 were issued, but 0 of them given"):
        RegistryCounter.objects.update(last_number=3)
        savepoint = transaction.savepoint()
        Contribution.objects.bulk_create([row(workshop, 2), row(workshop, 3)])
        transaction.savepoint_rollback(savepoint)
        commit()


@pytest.mark.parametrize("last_number", [1, 7])
def test_a_counter_begins_at_nothing(workshop, secretary, now, last_number):
    other = Workshop.objects.create(slug="khac", title="Khác", short_title="Khác", host="Mẫu")

    with refused("Cannot insert"):
        RegistryCounter.objects.create(workshop=other, last_number=last_number)


@pytest.mark.parametrize("table", ["contribution", "registrycounter", "workshop"])
def test_what_has_a_number_is_never_deleted(register, table):
    register()

    with refused("Cannot delete"):
        execute(f"DELETE FROM proceedings_{table}")
    with refused("Cannot truncate"):
        truncate(table)


def test_a_contribution_is_not_deleted_through_the_model(register):
    contribution = register()

    with refused("Cannot delete"):
        contribution.delete()
    with refused("Cannot delete"):
        Contribution.objects.all().delete()


# --- states ------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["registered", "replaced"])
def test_void_is_final(register, secretary, now, state):
    contribution = register()
    contributions.void(contribution=contribution, reason="Trùng", actor=secretary, now=now)

    with refused("Cannot update"):
        Contribution.objects.update(state=state, void_reason="")


def test_void_needs_a_reason_and_only_void_has_one(register):
    register()

    with refused("contribution_void_has_reason"):
        Contribution.objects.update(state="void")
    with refused("contribution_void_has_reason"):
        Contribution.objects.update(void_reason="Lý do")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"body_name": ""}, "has_one_body"),
        ({"body_kind": "committee"}, "has_one_body"),
        ({"speaking_order": 1}, "order_means_live"),
        ({"document_on": RECEIVED + datetime.timedelta(days=1)}, "written_before_received"),
    ],
)
def test_the_database_refuses_what_may_not_be(register, fields, constraint):
    register()

    with refused(f"contribution_{constraint}"):
        Contribution.objects.update(**fields)


def test_a_committee_is_named_by_its_row_only(register, bac_ninh):
    register()

    with refused("contribution_has_one_body"):
        Contribution.objects.update(committee=bac_ninh)


def test_a_place_in_the_speaking_order_is_given_once(register):
    register(presented_live=True, speaking_order=1)
    register(presented_live=True, speaking_order=2)

    with refused("contribution_speaking_order_unique"):
        Contribution.objects.filter(number=2).update(speaking_order=1)


def test_a_withdrawn_paper_frees_its_place(register, secretary, now):
    first = register(presented_live=True, speaking_order=1)
    contributions.void(contribution=first, reason="Rút", actor=secretary, now=now)

    assert register(presented_live=True, speaking_order=1).speaking_order == 1


def test_a_document_is_registered_once(register, bac_ninh):
    register(committee=bac_ninh, symbol="12-CV/TU", document_on=RECEIVED)
    register(committee=bac_ninh, symbol="13-CV/TU", document_on=RECEIVED)

    with refused("contribution_document_unique"):
        Contribution.objects.filter(number=2).update(symbol_key=Contribution.objects.get(number=1).symbol_key)


def test_an_idempotency_key_is_used_once_in_a_workshop(register):
    register(idempotency_key="a")
    register(idempotency_key="b")

    with refused("contribution_idempotency_key_unique"):
        Contribution.objects.filter(number=2).update(idempotency_key="a")


# --- the committee of the day -------------------------------------------------------


def test_a_committee_closed_before_the_day_is_refused(register, bac_ninh, workshop):
    closed = Committee.objects.filter(valid_to=datetime.date(2025, 6, 30)).first()
    register(committee=bac_ninh)

    with refused(f"committee {closed.pk} was not in force on 2026-01-02"):
        Contribution.objects.update(committee=closed, received_on=datetime.date(2026, 1, 2))


def test_a_committee_begun_after_the_day_is_refused(register, bac_ninh):
    fresh = Committee.objects.exclude(valid_from=None).first()
    register(committee=bac_ninh)

    with refused(f"committee {fresh.pk} was not in force on 2021-09-08"):
        execute("UPDATE proceedings_contribution SET committee_id = %s", fresh.pk)


def test_the_day_of_the_document_goes_before_the_day_it_came(register, bac_ninh):
    register(committee=bac_ninh, document_on=datetime.date(2021, 9, 1))
    closed = Committee.objects.filter(valid_to=datetime.date(2025, 6, 30)).first()

    Contribution.objects.update(committee=closed, received_on=datetime.date(2026, 1, 2))

    assert Contribution.objects.get().committee == closed


# --- versions ------------------------------------------------------------------------


def test_every_change_counts_the_version_up(register):
    contribution = register()
    assert contribution.version == 1

    contribution.summary = "Tóm tắt"
    contribution.save(update_fields=["summary"])
    Contribution.objects.update(summary="Khác")
    execute("UPDATE proceedings_contribution SET summary = 'Nữa'")

    contribution.refresh_from_db()
    assert contribution.version == 4


def test_a_version_cannot_be_set_back(register):
    register()

    Contribution.objects.update(version=77)

    assert Contribution.objects.get().version == 2


# --- attachments ---------------------------------------------------------------------


def test_an_attachment_never_changes(attachment):
    with refused("Cannot update or delete"):
        Attachment.objects.update(name="khac.txt")
    with refused("Cannot update or delete"):
        execute("UPDATE proceedings_attachment SET sha256 = repeat('0', 64)")
    with refused("Cannot update or delete"):
        attachment.delete()
    with refused("Cannot update or delete"):
        execute("DELETE FROM proceedings_attachment")
    with refused("Cannot truncate"):
        truncate("attachment")


def test_an_attachment_is_kept_once_a_contribution(attachment):
    with refused("attachment_content_unique"):
        Attachment.objects.create(
            contribution=attachment.contribution, file="b", name="b", media_type="text/plain", size=3,
            sha256=attachment.sha256,
        )  # fmt: skip


@pytest.mark.parametrize("sha256", ["", "0" * 63, "G" * 64, "A" * 64])
def test_an_attachment_has_a_hash(register, sha256):
    with refused("attachment_sha256_is_hex"):
        Attachment.objects.create(
            contribution=register(), file="b", name="b", media_type="text/plain", size=3, sha256=sha256
        )


# --- questions -----------------------------------------------------------------------


def test_standing_leaves_out_what_was_withdrawn(register, secretary, now):
    kept, withdrawn = register(), register()
    contributions.void(contribution=withdrawn, reason="Rút", actor=secretary, now=now)

    assert list(Contribution.objects.standing()) == [kept]


def test_visible_to_audience_follows_the_circulation(register, workshop):
    for circulation in Circulation:
        register(circulation=circulation)
    rows = Contribution.objects.in_workshop(workshop)

    def seen(audience):
        return set(rows.visible_to_audience(audience).values_list("circulation", flat=True))

    assert seen(Audience.PUBLIC) == {"public"}
    assert seen(Audience.DELEGATES) == {"public", "delegates"}


def test_visible_to_staff_only(register, secretary, editor, delegate_bac_ninh):
    register()

    def seen(user):
        return Contribution.objects.visible_to(user).count()

    assert (seen(secretary), seen(editor), seen(delegate_bac_ninh), seen(AnonymousUser())) == (1, 1, 0, 0)


def test_in_speaking_order_puts_the_unplaced_last(register):
    register(presented_live=True)
    register(presented_live=True, speaking_order=2)
    register(presented_live=True, speaking_order=1)
    register()

    spoken = Contribution.objects.presented().in_speaking_order()

    assert [contribution.number for contribution in spoken] == [3, 2, 1]


def test_by_number_orders_as_the_book(register):
    for _each in range(3):
        register()

    assert [each.number for each in Contribution.objects.by_number()] == [1, 2, 3]


def test_a_list_names_bodies_and_themes_in_one_query(register, workshop, bac_ninh, django_assert_num_queries):
    theme = Theme.objects.create(workshop=workshop, position=1, slug="nhom", title="Nhóm")
    register(committee=bac_ninh, theme=theme)

    with django_assert_num_queries(1):
        said = [(each.body, each.theme.title) for each in Contribution.objects.with_body()]

    assert said == [(bac_ninh.full_name, "Nhóm")]


def test_paragraphs_are_the_lines_as_they_stand(register):
    contribution = register(text="Một\n\n  Hai \nBa")

    assert contribution.paragraphs == ["Một", "  Hai", "Ba"]
    assert str(contribution) == "1. Cơ quan Mẫu"
    assert contribution.get_absolute_url() == "/workshops/hoi-thao-mau/contributions/1/"
