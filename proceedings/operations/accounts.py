"""Writes on accounts: open one, amend it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from proceedings.models import User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked
from proceedings.operations.typed import clean_typed


@operation
def open_account(
    *, password: str | None, groups: Iterable[Group], actor: User, now: datetime.datetime, **fields: Any
) -> User:
    """Make an account with its groups; without a password it waits for one. Refuses a name that is taken."""
    account = User(**fields)
    account.set_password(password)
    clean_typed(account)
    checked(account, exclude=["password"])
    account.save(force_insert=True)
    account.groups.set(groups)
    return account


@operation
def amend(
    *,
    account: User,
    changed: Iterable[str],
    groups: Iterable[Group] | None,
    actor: User,
    now: datetime.datetime,
) -> User:
    """Save the changed fields of an account and, where given, its groups.

    Refuses to take the actor's own way in: nobody locks themselves out by a slip.
    """
    if account.pk == actor.pk and not (account.is_active and account.is_staff):
        raise Refused(
            _("Không tự khóa tài khoản đang dùng được. Nhờ một đồng chí khác trong Ban Thư ký."),
            field="is_active",
        )
    clean_typed(account)
    checked(account, exclude=["password"])
    account.save(update_fields=set(changed))
    if groups is not None:
        account.groups.set(groups)
    return account
