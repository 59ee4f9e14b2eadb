"""`manage.py load_sample`: the founding workshop and its sample texts."""

from __future__ import annotations

import json
import time
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.checks import NOT_SERVING
from proceedings.operations.refusals import Refused
from proceedings.sample.load import Loaded, load_founding, load_many

MOST = 100_000


class Command(BaseCommand):
    """Loading twice is safe: what is there stays as it is, also what a person changed since."""

    help = "Load the founding workshop with its 92 sample contributions; a second run changes nothing."
    requires_system_checks = NOT_SERVING

    def add_arguments(self, parser: CommandParser) -> None:
        """One switch for machines, two for measurements."""
        parser.add_argument("--json", action="store_true", help="print what was done as JSON")
        parser.add_argument(
            "--contributions",
            type=_count,
            metavar="N",
            help="instead load a workshop of N sample contributions, for measurements, under the slug hoi-thao-mau-N",
        )
        parser.add_argument(
            "--words", type=_words, metavar="N", help="with --contributions: about N words a text"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, then say what was done; a refusal is the command's failure."""
        started, count, words = time.monotonic(), options["contributions"], options["words"]
        if words and not count:
            raise CommandError(_("--words chỉ dùng cùng --contributions. Chưa nạp gì."))
        now = timezone.now()
        try:
            loaded = load_many(count=count, words=words, now=now) if count else load_founding(now=now)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        seconds = time.monotonic() - started
        self.stdout.write(_as_json(loaded, seconds) if options["json"] else _in_words(loaded, seconds))


def _in_words(loaded: Loaded, seconds: float) -> str:
    values = {
        "slug": loaded.workshop.slug,
        "registered": loaded.registered,
        "known": loaded.known,
        "seconds": f"{seconds:.1f}".replace(".", ","),
    }
    if not loaded.registered:
        return (
            _("Hội thảo “%(slug)s” đã có từ trước với đủ %(known)s văn bản mẫu. Không thay đổi gì.") % values
        )
    if loaded.is_new:
        return (
            _("Đã lập hội thảo “%(slug)s” và đăng ký %(registered)s văn bản mẫu trong %(seconds)s giây.")
            % values
        )
    return (
        _(
            "Hội thảo “%(slug)s” đã có %(known)s văn bản mẫu; đăng ký thêm %(registered)s trong %(seconds)s giây."
        )
        % values
    )


def _as_json(loaded: Loaded, seconds: float) -> str:
    done = {
        "workshop": loaded.workshop.slug,
        "new": loaded.is_new,
        "registered": loaded.registered,
        "known": loaded.known,
        "seconds": round(seconds, 2),
    }
    return json.dumps(done, ensure_ascii=False)


def _count(text: str) -> int:
    return _between(text, 1, MOST)


def _words(text: str) -> int:
    return _between(text, 150, 2400)


def _between(text: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdecimal() or not least <= int(text) <= most:
        raise ArgumentTypeError(f"{text} is not a whole number from {least} to {most}")
    return int(text)
