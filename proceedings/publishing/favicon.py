"""The mark in the browser's tab, at an address that holds its hash as long as some page links it."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings


@cache
def favicon() -> str:
    """Return the mark as SVG."""
    return (Path(settings.BASE_DIR) / "static" / "favicon.svg").read_text(encoding="utf-8")


@cache
def favicon_path() -> str:
    """Return where the mark is served."""
    return f"/assets/mark-{hashlib.sha256(favicon().encode()).hexdigest()[:16]}.svg"
