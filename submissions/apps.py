"""The door as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    """Hồ sơ tiếp nhận."""

    name = "submissions"
    verbose_name = _("Hồ sơ tiếp nhận")
