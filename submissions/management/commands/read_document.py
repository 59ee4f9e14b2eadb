"""``read_document FILE…``: what the readers make of any file; stores nothing and needs no database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from submissions.readers.document import State
from submissions.reports import Entry, Reporter

_STATES: Final = {"read": "đã đọc", "needs_person": "cần người xem", "refused": "không nhận"}
_FIELDS: Final = {
    "committee": "Cấp ủy",
    "symbol": "Số, ký hiệu",
    "date": "Ngày",
    "place": "Nơi ban hành",
    "subject": "Trích yếu",
    "signer": "Người ký",
}


class Command(BaseCommand):
    """Read files, show what they hold, and keep nothing of them."""

    help = "Show what the readers make of files: paragraphs, letterhead, warnings. Stores nothing."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take files and folders, and how the answer is printed."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file or a folder")
        parser.add_argument(
            "--json", action="store_true", help="one JSON document: a list with an entry a file"
        )
        parser.add_argument("--no-ocr", action="store_true", help="do not recognise pages without text")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, print, and fail where a file was refused."""
        reporter = Reporter(recognise=not options["no_ocr"], on_progress=self._show_progress)
        entries: list[Entry] = []
        for name in options["files"]:
            for entry in reporter.report(Path(name), name):
                entries.append(entry)
                if not options["json"]:
                    self._show(entry)
        if options["json"]:
            self.stdout.write(json.dumps(entries, ensure_ascii=False, indent=1))
        refused = sum(entry["state"] == State.REFUSED for entry in entries)
        if refused:
            raise CommandError(f"Không nhận {refused} trong số {len(entries)} tệp.")

    def _show(self, entry: Entry) -> None:
        lines = [f"■ {entry['file']} – {_STATES[entry['state']]}", f"  Loại tệp: {entry['media_type']}"]
        if entry["reason"]:
            lines += [f"  Lý do: {entry['reason']}", f"  Cách xử lý: {entry['remedy']}"]
        if entry["pages"]:
            lines.append(f"  Số trang: {entry['pages']}")
        if entry["encoding"] != "unicode":
            lines.append(f"  Bảng mã: {entry['encoding']} (đã chuyển sang Unicode)")
        for name, label in _FIELDS.items():
            if found := entry["letterhead"][name]:
                lines.append(f"  {label}: {found['value']} ({found['confidence']:.0%})")
        lines += [f"  Lưu ý: {warning}" for warning in entry["warnings"]]
        lines += ["", *(f"  {paragraph}" for paragraph in entry["paragraphs"]), ""]
        self.stdout.write("\n".join(lines))

    def _show_progress(self, done: int, total: int) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r\033[K{done}/{total}", ending="\n" if done >= total else "")
