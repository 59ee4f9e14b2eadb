"""The door as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from submissions.discreet_logs import hide_tokens


class SubmissionsConfig(AppConfig):
    """Hồ sơ tiếp nhận."""

    name = "submissions"
    verbose_name = _("Hồ sơ tiếp nhận")

    def ready(self) -> None:
        """Keep personal links out of the logs from the first request on."""
        hide_tokens()
