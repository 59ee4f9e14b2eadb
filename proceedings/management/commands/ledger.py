"""``ledger WORKSHOP``: the counts and every gap."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from proceedings.models import Closing, Workshop
from proceedings.queries.ledger import Ledger, ledger_of
from proceedings.queries.ledger_rows import since_closing
from proceedings.vocabulary import Decision


class Command(BaseCommand):
    """Prove that every document, point and answer is accounted for, or list what is not."""

    help = "Print the ledger of a workshop: documents, points, answers, provisions, and every gap."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the workshop's slug and the form of the answer."""
        parser.add_argument("workshop", help="slug of the workshop")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Count, print, and exit non-zero while there is a gap."""
        workshop = Workshop.objects.filter(slug=options["workshop"]).first()
        if workshop is None:
            known = ", ".join(Workshop.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no workshop {options['workshop']!r}. Known: {known}.")
        ledger = ledger_of(workshop)
        if options["json"]:
            self.stdout.write(json.dumps(ledger.as_json(), ensure_ascii=False))
        else:
            self._show(ledger)
        if not ledger.is_complete:
            raise SystemExit(1)

    def _show(self, ledger: Ledger) -> None:
        documents, points, bodies = ledger.documents, ledger.points, ledger.bodies
        self.stdout.write(
            f"Văn bản: {documents.numbers} số vào sổ, {documents.standing} có hiệu lực "
            f"({documents.void} đã hủy, {documents.replaced} đã thay); {documents.split} đã tách hết, "
            f"{documents.agreeing} nhất trí hoàn toàn."
        )
        decided = ", ".join(
            f"{points.decided[each.value]} {str(each.label).lower()}"
            for each in Decision
            if points.decided[each.value]
        )
        self.stdout.write(
            f"Ý kiến: {points.all} ({points.written} bằng văn bản, {points.only_spoken} chỉ phát biểu); "
            f"{points.answered} có trả lời, {points.approved} đã duyệt: {decided or 'chưa có quyết định'}."
        )
        self.stdout.write(
            f"Chủ thể: {bodies.answered}/{bodies.asked} cấp ủy được hỏi đã trả lời; {bodies.contributed} chủ thể góp ý."
        )
        self.stdout.write(
            f"Điều khoản: {ledger.provisions.commented} có ý kiến, {ledger.provisions.changed} đã thay đổi, "
            f"{ledger.provisions.removed} đã bỏ."
        )
        if ledger.closing is not None:
            self._show_closing(ledger.closing)
            for each in since_closing(ledger):
                self.stdout.write(f"  Từ khi khóa: {each.words} {each.before} → {each.now}")
        for gap in ledger.gaps:
            self.stdout.write(f"  {gap.kind.label}: {gap.where}" + (f" – {gap.holder}" if gap.holder else ""))
        self.stdout.write(
            "Đầy đủ: 100 %."
            if ledger.is_complete
            else f"Còn {len(ledger.gaps)} chỗ chưa khớp: {ledger.share:.1%}."
        )

    def _show_closing(self, closing: Closing) -> None:
        day = timezone.localtime(closing.closed_at)
        self.stdout.write(f"Đã khóa ngày {day:%d/%m/%Y} ({closing.closed_by}).")
        if closing.reason:
            self.stdout.write(f"  Khóa khi còn {len(closing.gaps)} chỗ chưa khớp: {closing.reason}")
