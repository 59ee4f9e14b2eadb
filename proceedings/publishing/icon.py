"""The icon of the house, at an address that holds its hash."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings


@cache
def icon() -> str:
    """The icon as SVG text."""
    return (Path(settings.BASE_DIR) / "static" / "favicon.svg").read_text(encoding="utf-8")


@cache
def icon_path() -> str:
    """Where the icon is served; its name changes with its bytes."""
    return f"/assets/icon-{hashlib.sha256(icon().encode()).hexdigest()[:16]}.svg"
