"""Two answers for machines: does this process live, and can it work."""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def alive(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process answers; nothing else is asked, not even the database."""
    return _answer(200, state="alive")


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and has every migration, else 503 with ``reason``.

    The reasons are ``database`` and ``migrations``; which migrations are missing is for the log of the
    deployment, not for whoever asks.
    """
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return _answer(503, state="not ready", reason="database")
    if _known_migrations() - applied:
        return _answer(503, state="not ready", reason="migrations")
    return _answer(200, state="ready")


@cache
def _known_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations or ())


def _answer(status: int, **content: str) -> JsonResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
