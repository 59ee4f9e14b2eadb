"""Who may do what: the one table of rights. A migration grants them, and a test holds the two together.

To change a right, change :data:`RIGHTS` and add a migration that calls :func:`grant` again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from proceedings.models import User


class Role(TextChoices):
    """What a person is to the house; the value is the name of the group."""

    SECRETARY = "Ban Thư ký", _("Ban Thư ký")
    EDITOR = "Tổ biên tập", _("Tổ biên tập")
    CHIEF_EDITOR = "Tổ trưởng Tổ biên tập", _("Tổ trưởng Tổ biên tập")
    DELEGATE = "Đại biểu", _("Đại biểu")


#: The roles whose people work in the register and at the desk.
STAFF = frozenset({Role.SECRETARY, Role.EDITOR, Role.CHIEF_EDITOR})

_WORKSHOP_PARTS = ("theme", "site", "participation", "reminder", "delegate", "agendaitem")
_READ = frozenset(
    f"view_{model}"
    for model in (
        "committee", "workshop", *_WORKSHOP_PARTS,
        "consultedtext", "draft", "provision", "lineage",
        "contribution", "attachment", "splitting", "point", "norequest", "response", "answer", "reasonsnippet",
        "approvalbatch", "closing", "proposedgroup", "conclusion", "task", "edition", "editionfile", "publication",
    )
)  # fmt: skip
_ARRANGE = frozenset(f"{verb}_{part}" for part in _WORKSHOP_PARTS for verb in ("add", "change", "delete"))
#: Working on the next draft and saying where its provisions come from; issuing it is a right of its own.
_DRAFT = frozenset({"add_draft", "change_draft", "change_lineage"})
#: Splitting, answering, handing work over; approving and closing are rights of their own.
_ANSWER = frozenset(
    {
        "add_point", "change_point", "delete_point", "assign_point", "add_norequest", "delete_norequest",
        "add_response", "change_response", "change_answer", "add_reasonsnippet", "change_reasonsnippet",
    }
)  # fmt: skip
_PUBLISH = frozenset({"publish_workshop", "add_publication"})

#: Permissions of the record, by role. Nobody may delete what has a number (law 1), nobody may change a
#: committee (reference data, amended in migrations), and a delegate's one right is to read what is published
#: for delegates, in workshops that asked their committee (``publishing/audiences.py``). Previewing what is not
#: published needs ``view_workshop``.
RIGHTS: Mapping[Role, frozenset[str]] = {
    Role.SECRETARY: _READ
    | _ARRANGE
    | _PUBLISH
    | _DRAFT
    | {
        "add_workshop", "change_workshop",
        "add_consultedtext", "change_consultedtext", "issue_draft",
        "add_contribution", "change_contribution", "void_contribution", "add_attachment",
        "add_conclusion", "change_conclusion", "add_task", "change_task",
        "view_user", "add_user", "change_user", "change_answer",
    },
    Role.EDITOR: _READ | _DRAFT | _ANSWER | {"change_contribution"},
    Role.CHIEF_EDITOR: _READ
    | _DRAFT
    | _ANSWER
    | _PUBLISH
    | {"change_contribution", "issue_draft", "approve_response", "close_synthesis"},
    Role.DELEGATE: frozenset({"read_delegates_edition"}),
}  # fmt: skip


def grant(app: AppConfig, *, using: str, rights: Mapping[Role, frozenset[str]] = RIGHTS) -> None:
    """Give the groups the rights of a table on the models of one application, exactly; missing groups are made.

    ``app`` is the application with its models of today: permissions are rows that Django otherwise makes only after
    the last migration, too late for the groups. Takes away what the table no longer holds; the rights on other
    applications stay as they are.
    """
    create_permissions(app, verbosity=0, using=using)
    group_model: Any = User._meta.get_field("groups").related_model
    permission_model: Any = User._meta.get_field("user_permissions").related_model
    for role, codenames in rights.items():
        group, _created = group_model.objects.using(using).get_or_create(name=role.value)
        of_app = permission_model.objects.using(using).filter(content_type__app_label=app.label)
        group.permissions.remove(*of_app.exclude(codename__in=codenames))
        group.permissions.add(*of_app.filter(codename__in=codenames))
