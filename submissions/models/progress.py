"""How far the reading of one submission is; noted for the eye only, so nothing of it goes into the history."""

from __future__ import annotations

from django.db import models

from submissions.models.submissions import Submission


class ReadingProgress(models.Model):
    """Pages done of all, while text is recognised in pictures."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, primary_key=True, related_name="reading_progress"
    )
    done_count = models.PositiveIntegerField(default=0)
    total_count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.done_count}/{self.total_count}"
