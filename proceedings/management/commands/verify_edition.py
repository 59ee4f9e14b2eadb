"""``verify_edition WORKSHOP N``: hash every page and file again and compare."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from proceedings.checks import NOT_SERVING
from proceedings.models import Edition
from proceedings.queries.editions import verify


class Command(BaseCommand):
    """Prove that an edition is what was issued."""

    help = "Hash every page and file of an edition again and compare with its manifest."
    requires_system_checks = NOT_SERVING

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workshop's slug and the edition's number."""
        parser.add_argument("workshop", help="slug of the workshop")
        parser.add_argument("edition", help="number of the edition, such as 1 or 1.1")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, print, and exit non-zero where something is broken."""
        number, _point, correction = options["edition"].partition(".")
        if not number.isdigit() or not (correction or "0").isdigit():
            raise CommandError(f"{options['edition']!r} is no number of an edition. Write 1 or 1.1.")
        edition = Edition.objects.filter(
            workshop__slug=options["workshop"], number=int(number), correction=int(correction or 0)
        ).first()
        if edition is None:
            raise CommandError(f"There is no edition {options['edition']} of {options['workshop']!r}.")
        checked, broken = verify(edition)
        if options["json"]:
            self.stdout.write(
                json.dumps(
                    {"edition": edition.label, "checked": checked, "broken": broken}, ensure_ascii=False
                )
            )
        else:
            self.stdout.write(
                f"Edition {edition.label}: {checked} pages and files checked, {len(broken)} broken."
            )
            for line in broken:
                self.stdout.write(f"  {line}")
        if broken:
            raise SystemExit(1)
