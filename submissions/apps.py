"""The door as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from submissions.discreet_logs import hide_tokens


class SubmissionsConfig(AppConfig):
    """Hồ sơ tiếp nhận."""

    name = "submissions"
    verbose_name = _("Hồ sơ tiếp nhận")

    def ready(self) -> None:
        """Let the proof of the record ask for the invariants of the door too; keep links out of the logs."""
        hide_tokens()
        from proceedings.queries.integrity import add_invariants
        from submissions.queries import invariants

        add_invariants(
            {
                **invariants.INVARIANTS,
                invariants.KEPT: invariants.missing_files,
                invariants.SPOOLED: invariants.missing_spooled,
            }
        )
