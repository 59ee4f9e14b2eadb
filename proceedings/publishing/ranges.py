"""Which part of a file a request asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping

RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")


class Unsatisfiable(ValueError):
    """The part asked for lies outside the file."""


def requested_range(headers: Mapping[str, str], *, size: int, etag: str) -> tuple[int, int]:
    """Return the first byte and the one after the last of what is asked for (RFC 9110, 14).

    The whole file where no single range is asked for, where its form is unknown, or where ``If-Range`` names
    another version. Raises :class:`Unsatisfiable` for a range beyond the end.
    """
    found = RANGE.match(headers.get("Range", "").replace(" ", ""))
    if not found or found.groups() == ("", "") or headers.get("If-Range", etag) != etag:
        return 0, size
    first, last = found.groups()
    if not first:
        start, stop = max(0, size - int(last)), size
    else:
        start, stop = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < int(first):
            return 0, size
    if start >= size or start >= stop:
        raise Unsatisfiable
    return start, stop
