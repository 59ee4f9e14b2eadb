"""``propose_lineage WORKSHOP N``: where the provisions of a draft come from, for drafts too long to wait for a page."""

from __future__ import annotations

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from proceedings.models import Draft, User
from proceedings.operations.lineage_proposals import propose_from_engine
from proceedings.operations.refusals import Refused


class Command(BaseCommand):
    """Match an issued draft with the one before and keep what was found as proposals."""

    help = "Propose where the provisions of an issued draft come from; what editors have decided stays."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workshop's slug, the number of the draft, and the text where it is not the main one."""
        parser.add_argument("workshop", help="slug of the workshop")
        parser.add_argument("number", type=int, help="number of the draft")
        parser.add_argument("--text", help="slug of the consulted text; the main one where none is given")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Match, keep, and print how many pairs were proposed."""
        began = time.monotonic()
        draft = self._draft(options["workshop"], options["number"], options["text"])
        try:
            made = propose_from_engine(
                draft=draft, somebody_waits=False, actor=User.objects.system(), now=timezone.now()
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        found = {
            "text": draft.consulted_text.slug,
            "draft": draft.number,
            "proposed": len(made),
            "seconds": round(time.monotonic() - began, 2),
        }
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        else:
            self.stdout.write(
                f"{len(made)} pairs proposed for draft {draft.number} of {found['text']}, in {found['seconds']} s."
            )

    def _draft(self, workshop: str, number: int, text: str | None) -> Draft:
        which = {"consulted_text__slug": text} if text else {"consulted_text__position": 1}
        issued = Draft.objects.issued().without_source_text().select_related("consulted_text", "based_on")
        draft = issued.filter(consulted_text__workshop__slug=workshop, number=number, **which).first()
        if draft is None:
            raise CommandError(f"There is no draft {number} of {text or 'the main text'} in {workshop!r}.")
        return draft
