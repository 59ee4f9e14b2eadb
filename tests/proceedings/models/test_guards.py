import pytest
from django.apps import apps
from django.db import connection

from proceedings.models import (
    AgendaItem,
    Answer,
    ApprovalBatch,
    Attachment,
    Closing,
    Committee,
    Conclusion,
    ConsultedText,
    Contribution,
    Delegate,
    Draft,
    Lineage,
    NoRequest,
    Participation,
    Point,
    Provision,
    Publication,
    ReasonSnippet,
    Reminder,
    Removal,
    Response,
    Site,
    Splitting,
    Task,
    Theme,
    User,
    Workshop,
)
from proceedings.models.guards import Fold
from proceedings.operations import contributions
from proceedings.text.folding import fold
from tests.proceedings.models.database import execute, refused, truncate

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

TRACKED = (
    AgendaItem, Answer, ApprovalBatch, Attachment, Closing, Committee, Conclusion, ConsultedText, Contribution,
    Delegate, Draft, Lineage, NoRequest, Participation, Point, Provision, Publication, ReasonSnippet, Reminder,
    Removal, Response, Site, Splitting, Task, Theme, User, Workshop,
)  # fmt: skip


def events(model, **conditions):
    return (
        apps.get_model("proceedings", f"{model.__name__}Event")
        .objects.filter(**conditions)
        .order_by("pgh_id")
    )


def labels(model, **conditions):
    return list(events(model, **conditions).values_list("pgh_label", flat=True))


@pytest.fixture
def theme(workshop):
    """A row that may come and go."""
    return Theme.objects.create(workshop=workshop, position=1, slug="nhom", title="Nhóm")


def test_every_model_of_the_record_that_changes_is_tracked():
    tracked = {
        model.pgh_tracked_model for model in apps.get_app_config("proceedings").get_models()
        if hasattr(model, "pgh_tracked_model")
    }  # fmt: skip

    assert tracked == set(TRACKED)


def test_history_sees_save(theme):
    theme.title = "Tên mới"
    theme.save()
    theme.delete()

    assert labels(Theme) == ["insert", "update", "delete"]
    assert [event.title for event in events(Theme)] == ["Nhóm", "Tên mới", "Tên mới"]


def test_history_sees_bulk_writes(workshop):
    Theme.objects.bulk_create(Theme(workshop=workshop, position=n, slug=f"n{n}", title="N") for n in range(3))
    Theme.objects.update(title="M")
    Theme.objects.all().delete()

    assert labels(Theme) == ["insert"] * 3 + ["update"] * 3 + ["delete"] * 3


def test_history_sees_raw_sql(theme):
    execute("UPDATE proceedings_theme SET title = 'Chui'")
    execute("DELETE FROM proceedings_theme")

    assert labels(Theme) == ["insert", "update", "delete"]


def test_history_skips_a_write_that_changes_nothing(theme):
    theme.save()
    execute("UPDATE proceedings_theme SET title = title")

    assert labels(Theme) == ["insert"]


def test_history_names_operation_and_actor(register, secretary):
    contribution = register()

    told = events(Contribution, pgh_obj=contribution.pk).get().pgh_context.metadata

    assert told == {"operation": "contributions.register", "actor": secretary.pk, "actor_name": "Thư ký Mẫu"}


def test_history_names_what_the_person_did_not_its_parts(register, secretary, now):
    from proceedings.operations.contributions_in_bulk import void_all

    void_all(contributions=[register(), register()], reason="Trùng", actor=secretary, now=now)

    told = {event.pgh_context.metadata["operation"] for event in events(Contribution, pgh_label="update")}
    assert told == {"contributions_in_bulk.void_all"}


def test_history_goes_with_a_refused_operation(register, secretary, now):
    contribution = register()
    before = events(Contribution).count()

    with pytest.raises(Exception, match="lý do"):
        contributions.void(contribution=contribution, reason=" ", actor=secretary, now=now)

    assert events(Contribution).count() == before


def test_history_keeps_no_passwords(secretary):
    names = {field.name for field in events(User).model._meta.fields}

    assert "username" in names
    assert not names & {"password", "last_login"}


@pytest.mark.parametrize("model", TRACKED, ids=lambda model: model.__name__)
def test_the_history_is_insert_only(model, theme):
    table = f"proceedings_{model.__name__.lower()}event"
    columns = [field.column for field in events(model).model._meta.fields if field.column != "pgh_id"]
    guarded = {row[0] for row in execute(
        "SELECT tgtype FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", table
    )}  # fmt: skip

    assert len(columns) > 4
    assert guarded == {27, 34}  # before each row: update or delete; before statement: truncate


def test_a_line_of_history_is_neither_changed_nor_removed(theme):
    with refused("Cannot update or delete"):
        execute("UPDATE proceedings_themeevent SET title = 'Khác'")
    with refused("Cannot update or delete"):
        execute("DELETE FROM proceedings_themeevent")
    with refused("Cannot truncate"):
        truncate("themeevent")
    with refused("Cannot update or delete"):
        events(Theme).delete()


@pytest.mark.django_db(transaction=True)
def test_a_context_ends_with_its_operation(register, theme):
    register()

    theme.title = "Sau đó"
    theme.save()

    assert events(Theme).last().pgh_context is None


@pytest.mark.parametrize(
    "text",
    ["Tỉnh ủy Đắk Lắk", "15/2021/NĐ-CP", "Hoà — Hòa", "a\u0302\u0301", "ĐỖ Đỗ", "  hai  ô ", "12.345,6"],
)
def test_the_database_folds_as_python_does(text, db):
    [(folded,)] = execute("SELECT fold_text(%s)", text)

    assert folded.split() == fold(text).split()
    assert Fold.function == "fold_text"
    assert connection.vendor == "postgresql"
