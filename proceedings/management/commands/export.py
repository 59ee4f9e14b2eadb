"""`manage.py export`: one file of a workshop, from the working record or from an edition."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.checks import NOT_SERVING
from proceedings.exports.files import (
    FILE_NAMES,
    NothingToWrite,
    copy_edition_file,
    file_names,
    may_be_file,
    write_file,
)
from proceedings.exports.fonts import NoUsableFont
from proceedings.exports.regulation.head import LayoutRefused
from proceedings.exports.typesetting import PdfFailed
from proceedings.models import Workshop
from proceedings.models.editions import EditionFile
from proceedings.queries.issued_drafts import circulated_texts
from proceedings.vocabulary import Audience


class Command(BaseCommand):
    """Prints the files it wrote; exits with an error when nothing could be written."""

    help = f"Write one file of a workshop: {', '.join(FILE_NAMES)}; of a further text final-text-SLUG.pdf and so on."
    requires_system_checks = NOT_SERVING

    def add_arguments(self, parser: CommandParser) -> None:
        """The workshop's slug, the file's name, where to put it."""
        parser.add_argument("workshop", help="the workshop's slug")
        parser.add_argument(
            "file", help=f"{', '.join(FILE_NAMES)}, final-text-SLUG.pdf…, or any file of the edition"
        )
        parser.add_argument("-o", "--output", type=Path, required=True, help="where to write it")
        parser.add_argument(
            "--edition", help="take it from this edition, such as 2 or 2.1, not from the working record"
        )
        parser.add_argument("--audience", choices=Audience.values, default=Audience.DELEGATES)
        parser.add_argument("--json", action="store_true", help="print what was done as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file and say so."""
        started = time.monotonic()
        workshop = self._workshop(options["workshop"])
        try:
            options["output"].parent.mkdir(parents=True, exist_ok=True)
            paths = (
                self._from_edition(workshop, options)
                if options["edition"]
                else self._from_record(workshop, options)
            )
        except (PdfFailed, NoUsableFont, LayoutRefused) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(
                _("Không ghi được tệp %(path)s: %(reason)s. Dữ liệu không bị ảnh hưởng; hãy chọn nơi khác.")
                % {"path": options["output"], "reason": error.strerror}
            ) from error
        self._report(paths, time.monotonic() - started, as_json=options["json"])

    def _workshop(self, slug: str) -> Workshop:
        try:
            return Workshop.objects.get(slug=slug)
        except Workshop.DoesNotExist as error:
            raise CommandError(
                _("Không có hội thảo “%(slug)s”. Hãy kiểm tra lại định danh.") % {"slug": slug}
            ) from error

    def _from_record(self, workshop: Workshop, options: dict[str, Any]) -> list[Path]:
        if not may_be_file(options["file"]):
            raise CommandError(
                _("Không có tệp “%(file)s”. Các tệp xuất được: %(names)s.")
                % {"file": options["file"], "names": ", ".join(FILE_NAMES)}
            )
        audience = Audience(options["audience"])
        try:
            return write_file(
                workshop, options["file"], options["output"], audience=audience, created=timezone.now()
            )
        except NothingToWrite as error:
            raise CommandError(
                _(
                    "Chưa có tệp “%(file)s”: tệp này lấy từ dự thảo đã phát hành (bản so sánh cần hai lần dự thảo) của "
                    "văn bản lấy ý kiến, trong phạm vi phổ biến “%(audience)s”. Các tệp đang có: %(names)s. Phát hành "
                    "dự thảo hoặc đổi phạm vi rồi xuất lại."
                )
                % {
                    "file": options["file"],
                    "audience": audience.label,
                    "names": ", ".join(file_names(circulated_texts(workshop, audience))),
                }
            ) from error

    def _from_edition(self, workshop: Workshop, options: dict[str, Any]) -> list[Path]:
        number, _dot, correction = options["edition"].partition(".")
        wanted = {
            "edition__number": number,
            "edition__correction": correction or "0",
            "name": options["file"],
        }
        try:
            file = EditionFile.objects.get(edition__workshop=workshop, **wanted)
        except (EditionFile.DoesNotExist, ValueError) as error:
            raise CommandError(
                _("Ấn bản %(edition)s của hội thảo không có tệp “%(file)s”.")
                % {"edition": options["edition"], "file": options["file"]}
            ) from error
        return [copy_edition_file(file, options["output"])]

    def _report(self, paths: list[Path], seconds: float, *, as_json: bool) -> None:
        files = [{"path": str(path), "size": path.stat().st_size, "sha256": _sha256(path)} for path in paths]
        if as_json:
            self.stdout.write(json.dumps({"files": files, "seconds": round(seconds, 2)}, ensure_ascii=False))
            return
        for file in files:
            self.stdout.write(_("Đã ghi %(path)s (%(size)s byte).") % file)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
