"""The way into the queues: who may look at points, hand them over, approve what answers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib.auth.decorators import login_required, permission_required
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from proceedings.desk.gate import View

READ = "proceedings.view_point"
ASSIGN = "proceedings.assign_point"
APPROVE = "proceedings.approve_response"

#: The largest key that a row can have: what is longer names nothing.
LARGEST_KEY = 9_223_372_036_854_775_807


def reads_points(view: View) -> View:
    """Let those read who may see points; a stranger signs in first (decision 0003)."""
    return require_safe(never_cache(_guarded(view, READ)))


def sends(right: str = READ) -> Callable[[View], View]:
    """Let those send a form who hold a right; the answer is never kept."""
    return lambda view: require_POST(never_cache(_guarded(view, right)))


def keys_of(texts: Iterable[str]) -> list[int]:
    """Return the keys that were sent, each once; what is no key is left out."""
    found = (key_of(text) for text in texts)
    return list(dict.fromkeys(key for key in found if key is not None))


def key_of(text: str) -> int | None:
    """Return the key of a row that was sent, or nothing."""
    if not text.isascii() or not text.isdecimal() or len(text) > 19:
        return None
    key = int(text)
    return key if key <= LARGEST_KEY else None


def _guarded(view: View, right: str) -> View:
    return login_required(permission_required(right, raise_exception=True)(view))
