"""``issue_draft WORKSHOP FILE``: a file is read, taken apart and frozen as the next draft of a consulted text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from proceedings.admin.workshop_parts import slug_of
from proceedings.models import ConsultedText, Draft, User, Workshop
from proceedings.operations import consulted_texts, drafts
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import Family
from submissions.draft_files import DraftFile, read_draft_file, start_draft


class Command(BaseCommand):
    """Read a file, begin a draft from it and issue it: all or nothing."""

    help = "Freeze a file as the next draft of a consulted text; exits non-zero when it refused."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workshop, the file, which text it is, and how the answer is printed."""
        parser.add_argument("workshop", help="slug of the workshop")
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--text", metavar="SLUG", help="which of the workshop's texts; its main one where none is named"
        )
        parser.add_argument(
            "--part", type=int, help="which text of the file, from 1; the one with the most articles else"
        )
        parser.add_argument("--note", default="", help="what is noted with the draft")
        parser.add_argument(
            "--strict", action="store_true", help="refuse a file with doubts about its structure"
        )
        parser.add_argument("--by", help="account that issues; the system's own where none is given")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Issue, and say what was issued; a refusal leaves nothing behind."""
        workshop = self._workshop(options["workshop"])
        if options["file"].is_dir():
            raise CommandError("Đây là một thư mục: lệnh này nhận từng tệp.")
        try:
            file = read_draft_file(options["file"], name=options["file"].name)
            with transaction.atomic():
                draft = self._issue(workshop, file, options)
        except Refused as refusal:
            if options["json"]:
                answer = {"file": str(options["file"]), "state": "refused", "reason": str(refusal)}
                self.stdout.write(json.dumps(answer, ensure_ascii=False))
            raise CommandError(str(refusal)) from refusal
        self._show(draft, options["json"])

    def _issue(self, workshop: Workshop, file: DraftFile, options: dict[str, Any]) -> Draft:
        part = file.main if options["part"] is None else options["part"] - 1
        if not 0 <= part < len(file.outline.texts):
            raise CommandError(
                f"Tệp có {len(file.outline.texts)} văn bản: --part từ 1 đến {len(file.outline.texts)}."
            )
        call: dict[str, Any] = {"actor": self._actor(options["by"]), "now": timezone.now()}
        text = self._text(workshop, file, part, options["text"], call)
        draft = start_draft(file, part=part, consulted_text=text, **call)
        return drafts.issue(draft=draft, note=options["note"], acknowledged=not options["strict"], **call)

    def _text(
        self, workshop: Workshop, file: DraftFile, part: int, slug: str | None, call: dict[str, Any]
    ) -> ConsultedText:
        texts = workshop.consulted_texts.in_order()
        if slug is not None:
            found = texts.filter(slug=slug).first()
        elif (found := texts.first()) is None:
            outline = file.outline.texts[part]
            title = " ".join(outline.title.split())[:500] or file.name
            return consulted_texts.add_text(
                workshop=workshop,
                slug=slug_of(title) or "van-ban",
                title=title,
                family=outline.family or Family.PARTY,
                **call,
            )
        if found is None:
            known = ", ".join(texts.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no text {slug!r} in this workshop. Known: {known}.")
        consulted: ConsultedText = found
        return consulted

    def _show(self, draft: Draft, as_json: bool) -> None:
        count = draft.provisions.count()
        articles = draft.provisions.filter(kind="dieu").count()
        if as_json:
            answer = {
                "file": draft.source_name,
                "state": "issued",
                "text": draft.consulted_text.slug,
                "number": draft.number,
                "title": draft.title,
                "articles": articles,
                "provisions": count,
                "sha256": draft.source_sha256,
                "content_sha256": draft.content_sha256,
                "warnings": draft.warnings,
            }
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        self.stdout.write(f"{draft.label}: {draft.consulted_text} – {articles} điều, {count} mục")
        for warning in draft.warnings:
            self.stdout.write(f"  Lưu ý: {warning}")

    def _workshop(self, slug: str) -> Workshop:
        workshop = Workshop.objects.filter(slug=slug).first()
        if workshop is None:
            known = ", ".join(Workshop.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no workshop {slug!r}. Known: {known}.")
        return workshop

    def _actor(self, username: str | None) -> User:
        if username is None:
            return User.objects.system()
        actor = User.objects.filter(username=username).first()
        if actor is None:
            raise CommandError(f"There is no account {username!r}. Leave --by out to issue as the system.")
        return actor
