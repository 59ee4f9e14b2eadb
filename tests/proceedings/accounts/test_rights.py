"""The groups have the rights of the table, and no other."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache

import submissions.rights
from proceedings.accounts.rights import RIGHTS, STAFF, Role, grant

pytestmark = pytest.mark.django_db


#: Every package with rights of its own.
TABLES = {"proceedings": RIGHTS, "submissions": submissions.rights.RIGHTS}


def rights_of(group, app):
    of_app = group.permissions.filter(content_type__app_label=app)
    return set(of_app.values_list("codename", flat=True))


@pytest.mark.parametrize("app", TABLES)
@pytest.mark.parametrize("role", Role)
def test_groups_have_the_rights_of_the_table(role, app):
    group = Group.objects.get(name=role.value)

    assert rights_of(group, app) == TABLES[app][role]


@pytest.mark.parametrize("app", TABLES)
def test_every_right_of_the_table_is_a_permission(app):
    known = set(Permission.objects.filter(content_type__app_label=app).values_list("codename", flat=True))

    assert set().union(*TABLES[app].values()) <= known


def test_grant_takes_away_what_the_table_does_not_hold():
    group = Group.objects.get(name=Role.EDITOR.value)
    group.permissions.add(Permission.objects.get(codename="delete_workshop"))

    grant(apps.get_app_config("proceedings"), using="default")

    assert rights_of(group, "proceedings") == RIGHTS[Role.EDITOR]
    assert rights_of(group, "submissions") == TABLES["submissions"][Role.EDITOR]


def test_nobody_deletes_what_has_a_number_nor_changes_reference_data():
    everything = set().union(*RIGHTS.values())

    forbidden = {
        "delete_contribution",
        "delete_workshop",
        "delete_conclusion",
        "delete_consultedtext",
        "delete_draft",
        "change_provision",
        "change_committee",
        "change_edition",
    }
    assert not everything & forbidden


def test_only_those_who_may_publish_publish(secretary, editor, chief_editor, delegate_other):
    publishers = [
        user
        for user in (secretary, editor, chief_editor, delegate_other)
        if user.has_perm("proceedings.publish_workshop")
    ]

    assert publishers == [secretary, chief_editor]


def test_editors_work_on_drafts_and_their_chief_or_the_secretary_issues_them(
    secretary, editor, chief_editor, delegate_other
):
    people = (secretary, editor, chief_editor, delegate_other)

    assert [user.has_perm("proceedings.change_draft") for user in people] == [True, True, True, False]
    assert [user.has_perm("proceedings.issue_draft") for user in people] == [True, False, True, False]
    assert [user.has_perm("proceedings.add_consultedtext") for user in people] == [True, False, False, False]


def test_staff_are_the_roles_of_the_desk(secretary, editor, chief_editor, delegate_other):
    assert [user.is_staff for user in (secretary, editor, chief_editor, delegate_other)] == [
        True,
        True,
        True,
        False,
    ]
    assert Role.DELEGATE not in STAFF


def test_the_table_of_attempts_is_there():
    cache.set("x", 1)

    assert cache.get("x") == 1
