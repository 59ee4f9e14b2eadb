"""The record as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProceedingsConfig(AppConfig):
    """Kỷ yếu."""

    name = "proceedings"
    verbose_name = _("Kỷ yếu")

    def ready(self) -> None:
        """Register our system checks."""
        from proceedings import checks  # noqa: F401
