"""The door's own system checks: what reading untrusted files needs, said at deployment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Info, Tags, Warning, register

from submissions.jail.convert import find_converter, has_walls
from submissions.jail.isolation import Isolation, isolation


@register(Tags.security, deploy=True)
def check_isolation(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """W008, I009: readers must not reach the network, nor LibreOffice what lies on the disk."""
    if isolation() is Isolation.NONE:
        return [
            Warning(
                "Files that nobody trusts are read with limits, but nothing keeps their readers from the network.",
                hint="Allow user namespaces, or run the worker where it has no network but the database.",
                id="kyyeu.W008",
            )
        ]
    if find_converter() and not has_walls():
        return [
            Info(
                "LibreOffice converts old Word files without walls around it.",
                hint="Install bubblewrap, and allow it to make namespaces.",
                id="kyyeu.I009",
            )
        ]
    return []


@register("intake", deploy=True)
def check_programs(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """I010, I011: what is optional and not there; such files wait for a person."""
    missing: list[CheckMessage] = []
    hint = "On Debian: deploy/system-packages intake."
    if find_converter() is None:
        missing.append(
            Info("Without LibreOffice .doc, .rtf and .odt wait for a person.", hint=hint, id="kyyeu.I010")
        )
    from submissions.readers import ocr  # loaded at deployment only, when this is asked

    if not ocr.available():
        missing.append(
            Info("Without Tesseract and its model “vie” scans wait for a person.", hint=hint, id="kyyeu.I011")
        )
    return missing
