"""What a password must be, where Django's own words are not yet Vietnamese."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """A least length, told in our words."""

    def get_error_message(self) -> str:
        """Say how long it has to be."""
        return _("Mật khẩu quá ngắn: cần ít nhất %(length)s ký tự.") % {"length": self.min_length}

    def get_help_text(self) -> str:
        """Say how long it has to be, before anything was typed."""
        return _("Mật khẩu có ít nhất %(length)s ký tự; một câu ngắn dễ nhớ là tốt nhất.") % {
            "length": self.min_length
        }
