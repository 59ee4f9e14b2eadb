"""The forms of the sign-in pages: allauth's, in the office's words."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REQUIRED = {"required": _("Ô này cần có nội dung.")}
AGAIN = _("Hai lần nhập không giống nhau. Nhập lại mật khẩu mới.")
AT_LEAST = _("Ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất.")


class Worded:
    """A form with our labels and help instead of placeholders, and one button."""

    words: dict[str, str | Promise]
    helps: dict[str, str | Promise] = {}
    button: str | Promise
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = str(label), str(self.helps.get(name, ""))
            field.error_messages |= REQUIRED
            field.widget.attrs.pop("placeholder", None)

    @property
    def helper(self) -> FormHelper:
        """How crispy draws it: errors on top, fields, the button; the page draws the form's tag."""
        helper = FormHelper()
        helper.form_tag = False
        helper.form_error_title = str(_("Chưa thực hiện được. Cần sửa các chỗ sau:"))
        helper.add_input(Submit("", self.button))
        return helper


class Twice(Worded):
    """A form in which a new password is typed twice."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Word the one error that allauth makes itself."""
        has_mismatch = field == "password2" and isinstance(error, Promise)
        super().add_error(field, AGAIN if has_mismatch else error)  # type: ignore[misc]


class SignInForm(Worded, allauth_forms.LoginForm):
    """Username or e-mail, and password."""

    words = {"login": _("Tên đăng nhập hoặc thư điện tử"), "password": _("Mật khẩu")}
    button = _("Đăng nhập")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}


class ChangePasswordForm(Twice, allauth_forms.ChangePasswordForm):
    """The password of today and the new one."""

    words = {
        "oldpassword": _("Mật khẩu hiện tại"),
        "password1": _("Mật khẩu mới"),
        "password2": _("Nhập lại mật khẩu mới"),
    }
    helps = {"password1": AT_LEAST}
    button = _("Đổi mật khẩu")


class ResetPasswordForm(Worded, allauth_forms.ResetPasswordForm):
    """The address to which a link is sent; a stranger's address gets an answer that takes as long."""

    words = {"email": _("Thư điện tử của tài khoản")}
    button = _("Gửi liên kết đặt lại mật khẩu")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].error_messages["invalid"] = _(
            "Địa chỉ chưa đúng, ví dụ đúng: ten@coquan.gov.vn."
        )

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send the link, or to an address that no account has, a note that says so."""
        email: str = super().save(request, **kwargs)
        if not self.users:
            get_adapter(request).send_mail("account/email/unknown_account", email, {})
        return email


class NewPasswordForm(Twice, allauth_forms.ResetPasswordKeyForm):
    """A new password, by the link that was sent."""

    words = {"password1": _("Mật khẩu mới"), "password2": _("Nhập lại mật khẩu mới")}
    helps = {"password1": AT_LEAST}
    button = _("Đặt mật khẩu mới")
