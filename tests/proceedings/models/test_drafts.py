import pytest

from proceedings.models import ConsultedText, Draft, DraftChange, Lineage, Provision
from proceedings.operations import draft_mending, lineages
from proceedings.text.provisions import Kind, Role
from proceedings.vocabulary import LineageKind, ProvisionKind, ProvisionRole
from tests.proceedings.models.database import commit, execute, refused, truncate
from tests.proceedings.models.test_guards import labels

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

FROZEN = "the draft was issued"


@pytest.fixture
def issued(drafting, by):
    """A draft that was mended once, with a lineage, and issued; based on another one."""
    drafting.start()
    drafting.issue()
    drafting.next()
    draft_mending.retitle(provision=drafting.at("dieu-4"), heading="Hiệu lực thi hành", **by)
    matches = [lineages.Match(("dieu-4",), ("dieu-4",), LineageKind.CHANGED, is_changed=True, score=0.9)]
    lineages.propose_lineage(draft=drafting.draft, matches=matches, **by)
    draft = drafting.issue()
    commit()
    return draft


# --- law 3 ---------------------------------------------------------------------------------------------------


def test_an_issued_draft_changes_in_no_way(issued):
    with refused("Cannot update or delete"):
        issued.title = "Chui"
        issued.save()
    with refused("Cannot update or delete"):
        Draft.objects.update(note="Chui")
    with refused("Cannot update or delete"):
        execute(
            "UPDATE proceedings_draft SET source = '', source_name = '', source_sha256 = '', source_size = 0"
        )
    with refused("Cannot update or delete"):
        execute("UPDATE proceedings_draft SET state = 'working'")
    with refused(f"Cannot update or delete|{FROZEN}"):
        issued.delete()
    with refused("Cannot update or delete"):
        execute("DELETE FROM proceedings_draft")


def test_the_provisions_of_an_issued_draft_change_in_no_way(issued):
    row = issued.provisions.get(path="dieu-1")
    with refused(FROZEN):
        row.text = "Chui"
        row.save()
    with refused(FROZEN):
        issued.provisions.update(text="Chui")
    with refused(FROZEN):
        Provision.objects.bulk_update([row], ["heading"])
    with refused(FROZEN):
        execute("UPDATE proceedings_provision SET position = position + 1000")
    with refused(FROZEN):
        issued.provisions.filter(path="dieu-1").delete()
    with refused(FROZEN):
        execute("DELETE FROM proceedings_provision")
    with refused(FROZEN):
        Provision.objects.create(draft=issued, kind="dieu", path="dieu-9", position=99)
    with refused(FROZEN):
        Provision.objects.bulk_create([Provision(draft=issued, kind="dieu", path="dieu-9", position=99)])
    with refused(FROZEN):
        execute("UPDATE proceedings_draftchange SET subject = 'Chui'")


def test_a_provision_does_not_move_into_an_issued_draft(issued, drafting):
    working = drafting.next()

    with refused(FROZEN):
        working.provisions.filter(path="dieu-1").update(draft=issued, path="dieu-9", position=99)


@pytest.mark.parametrize(
    "table", ["consultedtext", "draft", "provision", "lineage", "draftchange", "removal"]
)
def test_nothing_of_it_is_truncated(issued, table):
    with refused("Cannot truncate"):
        truncate(table)


def test_a_text_stays_in_its_workshop_and_is_not_deleted(issued, drafting):
    with refused("Cannot delete"):
        execute("DELETE FROM proceedings_consultedtext")
    with refused("Cannot update"):
        execute("UPDATE proceedings_consultedtext SET workshop_id = workshop_id + 1")


def test_a_lineage_is_decided_after_the_issue(issued, secretary, now):
    Lineage.objects.update(state="confirmed", decided_by=secretary, decided_at=now)

    assert Lineage.objects.get().version == 2
    assert labels(Lineage) == ["insert", "update"]


# --- numbers ---------------------------------------------------------------------------------------------------


def test_a_number_is_the_one_after_the_last(drafting, secretary, now):
    draft = drafting.start()
    values = {"state": "issued", "issued_at": now, "issued_by": secretary, "content_sha256": "a" * 64}

    with refused("draft number 3 was not issued: 0 is the last"):
        Draft.objects.filter(pk=draft.pk).update(number=3, **values)
    with refused("was not issued"):
        Draft.objects.create(consulted_text=drafting.text, title="Chui", number=1, **values)
    with refused("draft_issued_wholly"):
        Draft.objects.filter(pk=draft.pk).update(number=1)


def test_a_text_has_one_working_draft(drafting):
    drafting.start()

    with refused("draft_working_once"):
        Draft.objects.create(consulted_text=drafting.text, title="Hai")


def test_an_original_is_told_whole(drafting):
    drafting.start()

    with refused("draft_source_wholly"):
        Draft.objects.update(source_name="a.doc")


# --- provisions ---------------------------------------------------------------------------------------------------


def test_rules_of_provisions(drafting):
    drafting.start()
    row = drafting.draft.provisions.filter(path="dieu-1")

    with refused("provision_path_unique"):
        row.update(path="dieu-2")
        execute("SET CONSTRAINTS ALL IMMEDIATE")
    with refused("provision_role_is_of_text"):
        row.update(role="chapeau")
    with refused("provision_is_bounded"):
        row.update(heading="x" * 10_001)
    with refused("provision_confidence_is_a_share"):
        row.update(confidence=1.5)
    with refused("provision_span_is_whole"):
        row.update(start=3)


def test_a_shift_in_the_order_is_no_change_of_the_provision(drafting):
    drafting.start()
    row = drafting.at("dieu-1")
    execute("UPDATE proceedings_provision SET position = position + 100, path = path || 'x'")
    assert labels(Provision, pgh_obj=row.pk) == ["insert"]
    row.refresh_from_db()
    assert row.version == 1

    row.text = "Lời khác."
    row.save()

    assert labels(Provision, pgh_obj=row.pk) == ["insert", "update"]
    row.refresh_from_db()
    assert row.version == 2


def test_rules_of_lineages(issued):
    with refused("lineage_kind_fits_its_ends"):
        Lineage.objects.update(kind="new")
    with refused("lineage_decided_by_somebody"):
        Lineage.objects.update(state="confirmed")
    with refused("lineage_pair_unique"):
        Lineage.objects.bulk_create(Lineage(draft=row.draft, before=row.before, after=row.after, kind="kept")
                                    for row in Lineage.objects.all())  # fmt: skip


# --- names ------------------------------------------------------------------------------------------------------


def test_kinds_and_roles_are_those_of_the_engines():
    assert [(kind.name, kind.value) for kind in ProvisionKind] == [(kind.name, kind.value) for kind in Kind]
    assert [(role.name, role.value) for role in ProvisionRole] == [(role.name, role.value) for role in Role]


def test_what_things_are_called(issued, drafting):
    assert str(issued) == "Dự thảo lần 2"
    assert str(drafting.next()) == "Dự thảo đang soạn"
    assert str(drafting.at("dieu-4")) == "Điều 4. Hiệu lực thi hành"
    assert str(drafting.at("doan-1")).startswith("QUY ĐỊNH MẪU")
    assert str(Lineage.objects.get()) == "Sửa nội dung: Điều 4. Hiệu lực → Điều 4. Hiệu lực thi hành"
    assert str(DraftChange.objects.get()) == "Sửa tên mục: Điều 4. Hiệu lực thi hành"


def test_who_may_see_them(issued, secretary, delegate_other):
    assert Draft.objects.visible_to(secretary).count() == 2
    assert ConsultedText.objects.visible_to(secretary).count() == 1
    assert not Draft.objects.visible_to(delegate_other)
    assert not ConsultedText.objects.visible_to(delegate_other)
