"""The accounts: who signs in, in which group, for which committee."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from proceedings.admin.operated import OperatedAdmin, OperatedForm
from proceedings.models import User
from proceedings.operations import accounts


class AccountForm(OperatedForm):
    """One account."""

    class Meta:
        model = User
        fields = "__all__"


class NewAccountForm(OperatedForm, AdminUserCreationForm):  # type: ignore[type-arg]
    """A new account with its first password."""

    class Meta:
        model = User
        fields = ("username",)


@admin.register(User)
class AccountAdmin(OperatedAdmin, UserAdmin):  # type: ignore[type-arg]
    """Tài khoản."""

    form = AccountForm
    add_form = NewAccountForm
    add_form_template = None
    change_form_template = "admin/proceedings/change_form.html"
    list_display = ("username", "full_name", "post", "committee", "group_names", "is_active")
    sortable_by = ("username", "full_name", "is_active")
    list_select_related = ("committee",)
    list_filter = ("groups", "is_active")
    search_fields = ("username", "full_name", "email")
    search_help_text = _("Tên đăng nhập, họ tên, thư điện tử")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "full_name", "post", "email", "committee")}),
        (
            _("Quyền"),
            {
                "fields": ("groups", "is_active", "is_staff"),
                "description": _("Quyền theo nhóm, không đặt riêng cho từng người."),
            },
        ),
        (_("Thời gian"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "full_name", "post", "email", "committee")}),
        (_("Quyền"), {"fields": ("groups", "is_staff")}),
        (_("Mật khẩu"), {"fields": ("usable_password", "password1", "password2")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Read the groups of all rows at once; only an administrator sees administrators."""
        rows: QuerySet[User] = super().get_queryset(request).prefetch_related("groups")
        return rows if request.user.is_superuser else rows.filter(is_superuser=False)

    @admin.display(description=_("Nhóm"))
    def group_names(self, row: User) -> str:
        """The groups on one line."""
        return ", ".join(group.name for group in row.groups.all())

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Offer the groups as boxes to tick: there are four."""
        if db_field.name == "groups":
            options |= {
                "widget": forms.CheckboxSelectMultiple,
                "queryset": Group.objects.order_by("pk"),
                "help_text": "",
            }
        return super(UserAdmin, self).formfield_for_manytomany(db_field, request, **options)

    def enter(self, request: HttpRequest, form: Any, call: dict[str, Any]) -> User:
        """Open the account."""
        names = ("username", "full_name", "post", "email", "committee", "is_staff")
        fields = {name: form.cleaned_data[name] for name in names}
        password = form.cleaned_data.get("password1") or None
        return accounts.open_account(password=password, groups=form.cleaned_data["groups"], **fields, **call)

    def amend(self, request: HttpRequest, obj: User, form: Any, call: dict[str, Any]) -> User:
        """Save what was touched."""
        return accounts.amend(
            account=obj, changed=form.changed_columns, groups=form.cleaned_data.get("groups"), **call
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing is left to do: the operation set the groups."""

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:
        """Only an administrator sets the password of one."""
        if (
            not request.user.is_superuser
            and User.objects.filter(pk=id if id.isdigit() else 0, is_superuser=True).exists()
        ):
            raise PermissionDenied
        return super().user_change_password(request, id, form_url)
