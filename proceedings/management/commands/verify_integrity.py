"""``verify_integrity``: run every invariant of the record."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from proceedings.checks import NOT_SERVING
from proceedings.queries.integrity import verify_all


class Command(BaseCommand):
    """Prove that the record is what it should be."""

    help = "Ask the database for every invariant of the record and hash every attachment again."
    requires_system_checks = NOT_SERVING

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the form of the answer."""
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, print, and exit non-zero where something is broken."""
        count, broken = verify_all()
        if options["json"]:
            found = [dataclasses.asdict(each) for each in broken]
            self.stdout.write(json.dumps({"invariants": count, "broken": found}, ensure_ascii=False))
        else:
            self.stdout.write(f"{count} invariants asked for, {len(broken)} broken.")
            for each in broken:
                self.stdout.write(f"  {each.invariant}: {each.count} ({'; '.join(each.rows)})")
        if broken:
            raise SystemExit(1)
