"""The door as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from submissions.discreet_logs import hide_tokens


class SubmissionsConfig(AppConfig):
    """Hồ sơ tiếp nhận."""

    name = "submissions"
    verbose_name = _("Hồ sơ tiếp nhận")

    def ready(self) -> None:
        """Let the record ask for the door's invariants and for what waits at it; keep links out of the logs."""
        hide_tokens()
        from proceedings.admin import screening
        from proceedings.admin.first_page import add_errands
        from proceedings.operations import words_screening
        from proceedings.queries.history import add_operations
        from proceedings.queries.integrity import add_invariants
        from submissions import checks, register_files, typed_words  # noqa: F401
        from submissions.errands import errands_of
        from submissions.queries import history, invariants

        add_operations(history.OPERATIONS)
        add_errands("intake", _("Bàn tiếp nhận"), errands_of)
        screening.add_question("door", register_files.objection_to)
        words_screening.add_question("door", typed_words.objection_to)
        add_invariants(
            {
                **invariants.INVARIANTS,
                invariants.KEPT: invariants.missing_files,
                invariants.SPOOLED: invariants.missing_spooled,
            }
        )
