"""The people who sign in: secretaries, editors, delegates."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from proceedings.models.committees import Committee
from proceedings.models.guards import tracked

#: The machine's own account, for commands that nobody signed in for.
SYSTEM = "he-thong"


class AccountManager(UserManager["User"]):
    """Making and finding accounts."""

    def system(self) -> User:
        """Return the account in whose name the machine acts: nobody can sign in with it."""
        account, _created = self.get_or_create(
            username=SYSTEM,
            defaults={"full_name": "Hệ thống", "is_active": False, "password": make_password(None)},
        )
        return account


@tracked(exclude=["password", "last_login"])
class User(AbstractUser):
    """A person with an account. A delegate belongs to the committee whose contributions are theirs to follow."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("họ và tên"), max_length=150, blank=True)
    post = models.CharField(_("chức vụ"), max_length=300, blank=True)
    committee = models.ForeignKey(
        Committee,
        verbose_name=_("cấp ủy"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="accounts",
    )

    objects = AccountManager()  # type: ignore[misc] # django-stubs declares a class variable in AbstractUser

    class Meta:
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        """Return the name as people write it, or the account's name where none is given."""
        return str(self)

    def get_short_name(self) -> str:
        """Return the given name: the last word of the full name."""
        return str(self).rsplit(" ", 1)[-1]
