"""``publish WORKSHOP``: the next edition, with progress."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from proceedings.checks import NOT_SERVING
from proceedings.models import User, Workshop
from proceedings.operations import editions
from proceedings.operations.refusals import Refused
from proceedings.publishing.publish import run
from proceedings.vocabulary import Audience


class Command(BaseCommand):
    """Freeze a workshop as its next edition and put it on the shelf."""

    help = "Publish the next edition of a workshop; all of it or nothing."
    requires_system_checks = NOT_SERVING

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workshop's slug, the audience, a note, and who publishes."""
        parser.add_argument("workshop", help="slug of the workshop")
        parser.add_argument("--audience", choices=Audience.values, default=Audience.PUBLIC.value)
        parser.add_argument("--note", default="", help="printed with the edition")
        parser.add_argument(
            "--correction", action="store_true", help="an erratum (1.1); the note says of what"
        )
        parser.add_argument("--by", help="account that publishes; the system's own where none is given")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish, and print what was made."""
        began = time.monotonic()
        workshop = Workshop.objects.filter(slug=options["workshop"]).first()
        if workshop is None:
            known = ", ".join(Workshop.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no workshop {options['workshop']!r}. Known: {known}.")
        actor = self._actor(options["by"])
        now = timezone.now()
        try:
            publication = editions.plan(
                workshop=workshop,
                audience=Audience(options["audience"]),
                note=options["note"],
                is_correction=options["correction"],
                actor=actor,
                now=now,
            )
            edition = run(publication, actor=actor, now=now, on_step=None if options["json"] else self._show)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        made = {
            "workshop": workshop.slug,
            "edition": edition.label,
            "audience": edition.audience,
            "pages": edition.pages.count(),
            "files": list(edition.files.order_by("name").values_list("name", flat=True)),
            "manifest_sha256": edition.manifest_sha256,
            "seconds": round(time.monotonic() - began, 2),
        }
        if options["json"]:
            self.stdout.write(json.dumps(made, ensure_ascii=False))
            return
        self.stdout.write(
            f"Edition {made['edition']} of {workshop.slug} for {made['audience']}: {made['pages']} pages, "
            f"{', '.join(edition.files.order_by('name').values_list('name', flat=True))}, in {made['seconds']} s."
        )

    def _actor(self, username: str | None) -> User:
        if username is None:
            return User.objects.system()
        actor = User.objects.filter(username=username).first()
        if actor is None:
            raise CommandError(f"There is no account {username!r}. Leave --by out to publish as the system.")
        return actor

    def _show(self, done: int, total: int, current: str) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r\033[K{done}/{total} {current}", ending="")
            if done >= total:
                self.stderr.write("\r\033[K", ending="")
