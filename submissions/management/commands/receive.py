"""``receive WORKSHOP PATH…``: files, folders, archives and mails through the door; ``receive --imap`` the mailbox."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from proceedings.models import User, Workshop
from proceedings.operations.refusals import Refused
from submissions.delivery import Outcome, deliver, deliver_mail


class Command(BaseCommand):
    """Take files in, read and screen them, and register what is ready where that is asked for."""

    help = "Take files, folders, ZIP, EML or XLSX through the door; exits non-zero when it refused anything."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workshop's slug, the paths, and whether to register what is ready."""
        parser.add_argument("workshop", nargs="?", help="slug of the workshop")
        parser.add_argument("paths", nargs="*", type=Path, help="files and folders")
        parser.add_argument(
            "--imap", action="store_true", help="pick up the mailbox of KYYEU_IMAP_URL instead"
        )
        parser.add_argument("--accept", action="store_true", help="register what needs no person")
        parser.add_argument("--by", help="account that receives; the system's own where none is given")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Deliver, and print what became of every file."""
        outcomes = []
        try:
            for outcome in self._deliver(options):
                outcomes.append(outcome)
                if not options["json"]:
                    self._show(outcome)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            rows = [dataclasses.asdict(outcome) for outcome in outcomes]
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        else:
            counts = Counter(outcome.state for outcome in outcomes)
            self.stdout.write(", ".join(f"{count} {state}" for state, count in counts.items()) or "nothing")
        if any(outcome.state == "refused" for outcome in outcomes):
            raise SystemExit(1)

    def _deliver(self, options: dict[str, Any]) -> Iterator[Outcome]:
        by: dict[str, Any] = {"is_accepting": options["accept"], "actor": self._actor(options["by"])}
        if options["imap"]:
            if options["workshop"]:
                raise CommandError("With --imap the settings say which workshop a folder belongs to.")
            if not settings.IMAP_URL:
                raise CommandError("There is no mailbox: set KYYEU_IMAP_URL.")
            return deliver_mail(now=timezone.now(), **by)
        workshop = Workshop.objects.filter(slug=options["workshop"]).first()
        if workshop is None:
            known = ", ".join(Workshop.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no workshop {options['workshop']!r}. Known: {known}.")
        if not options["paths"]:
            raise CommandError("Name the files and folders to receive.")
        return deliver(workshop, options["paths"], now=timezone.now(), **by)

    def _show(self, outcome: Outcome) -> None:
        number = f" No. {outcome.number}" if outcome.number else ""
        self.stdout.write(f"{outcome.state}{number}: {outcome.file}")
        for line in filter(None, (outcome.reason, outcome.remedy)):
            self.stdout.write(f"    {line}")

    def _actor(self, username: str | None) -> User:
        if username is None:
            return User.objects.system()
        actor = User.objects.filter(username=username).first()
        if actor is None:
            raise CommandError(f"There is no account {username!r}. Leave --by out to receive as the system.")
        return actor
