"""Keeping the secret part of a personal link out of the logs: whoever reads a log must not be able to send by it."""

from __future__ import annotations

import logging
import re
from typing import Any, Final

#: The loggers by which Django tells of requests, with their addresses.
REQUEST_LOGGERS: Final = ("django.request", "django.security.csrf")
_TOKEN = re.compile(r"(/submit/)[^/\s]*\.[^/\s]*")


class HidesTokens(logging.Filter):
    """Put … in the place of a token in everything that a line of the log is made of."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record, and let it pass."""
        record.msg = _hidden(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_hidden(argument) for argument in record.args)
        return True


def hide_tokens() -> None:
    """Let the loggers of requests hide tokens."""
    for name in REQUEST_LOGGERS:
        logging.getLogger(name).addFilter(HidesTokens())


def _hidden(value: Any) -> Any:
    return _TOKEN.sub(r"\1…", value) if isinstance(value, str) else value
