"""Our own system checks: what would fail later, said before it does."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connections

from proceedings.exports.fonts import NoUsableFont, Origin, find_fonts

Configs = Sequence[AppConfig] | None

#: What a command that answers no request asks for (`requires_system_checks`): tables, kept files and fonts. Checking
#: addresses would load every view, and `manage.py check`, `runserver` and `migrate` do.
NOT_SERVING: Final = (Tags.models, Tags.files, "fonts")


@register(Tags.files)
def check_attachments_folder(app_configs: Configs, **kwargs: Any) -> list[CheckMessage]:
    """E001: received files are kept outside the database, in a folder that must take them."""
    storages: Any = settings.STORAGES
    folder = Path(storages["default"]["OPTIONS"]["location"])
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return []
    return [
        Error(
            f"Received files cannot be kept: {nearest} is not a folder that this user may write to.",
            hint="Make it writable for the user who runs the server, or set KYYEU_DATA_DIR to another place.",
            id="kyyeu.E001",
        )
    ]


@register("fonts")
def check_fonts(app_configs: Configs, **kwargs: Any) -> list[CheckMessage]:
    """E002, W003: PDF needs a font with every Vietnamese letter, upright and italic."""
    hint = "Install fonts-liberation2 (Debian), or set KYYEU_FONT_DIR to a folder with Times New Roman."
    try:
        choice = find_fonts(Path(settings.FONT_DIR) if settings.FONT_DIR else None)
    except NoUsableFont as error:
        return [Error(f"No PDF can be made: {error}", hint=hint, id="kyyeu.E002")]
    if choice.origin == Origin.LAST_RESORT:
        return [Warning(f"{choice.family} has no Vietnamese italics.", hint=hint, id="kyyeu.W003")]
    return []


@register(Tags.security, deploy=True)
def check_proxy(app_configs: Configs, **kwargs: Any) -> list[CheckMessage]:
    """W004, E005: https is spoken by the proxy in front, and the application has to believe it, or nobody."""
    if settings.IS_HTTPS and not settings.IS_BEHIND_PROXY:
        return [
            Warning(
                "The site's address is https, but no proxy is trusted to say that a request came by https.",
                hint="Behind a proxy set KYYEU_BEHIND_PROXY=1, or every page redirects to itself for ever.",
                id="kyyeu.W004",
            )
        ]
    if settings.IS_BEHIND_PROXY and not settings.IS_HTTPS:
        return [
            Error(
                "A proxy is trusted, but the site's address is http: sign-in cookies would travel unprotected.",
                hint="Write KYYEU_SITE_URL with https://, as visitors see it.",
                id="kyyeu.E005",
            )
        ]
    return []


@register(Tags.database)
def check_database(
    app_configs: Configs, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E006, E007: a PostgreSQL that answers, is new enough and keeps UTF-8; asked only where it is about to be used."""
    return [message for alias in databases or () for message in _check_server(alias)]


def _check_server(alias: str) -> list[CheckMessage]:
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT current_setting('server_encoding')")
            (encoding,) = cursor.fetchone()
    except DatabaseError as error:  # the engine refuses an old server with a hint of its own
        return [Error(str(error), id="kyyeu.E006")]
    if encoding == "UTF8":
        return []
    hint = "Create the database with ENCODING 'UTF8', and DATABASE_URL names it."
    return [Error(f"The database keeps text as {encoding}.", hint=hint, id="kyyeu.E007")]
