"""The door's rows in the secretariat's register."""

from submissions.admin import jobs

__all__ = ["jobs"]
