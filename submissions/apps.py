"""The door as a Django application."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.core.files.uploadedfile import UploadedFile
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
        from proceedings.queries.gaps import add_gap_source
        from proceedings.queries.integrity import add_invariants
        from proceedings.queries.operation_names import add_operations
        from submissions import checks  # noqa: F401
        from submissions.errands import errands_of
        from submissions.queries import gaps, history, invariants

        add_gap_source("door", gaps.gaps_of)
        add_operations(history.OPERATIONS)
        add_errands("intake", _("Bàn tiếp nhận"), errands_of)
        screening.add_question("door", _objection_to_file)
        words_screening.add_question("door", _objection_to_words)
        add_invariants(
            {
                **invariants.INVARIANTS,
                invariants.KEPT: invariants.missing_files,
                invariants.SPOOLED: invariants.missing_spooled,
            }
        )


def _objection_to_file(file: UploadedFile[Any]) -> str:
    """Ask the readers; they are loaded when the first file is attached, as most commands never see one."""
    from submissions.register_files import objection_to

    return objection_to(file)


def _objection_to_words(words: str) -> str:
    """Ask the screening, loaded when the first words are typed."""
    from submissions.typed_words import objection_to

    return objection_to(words)
