"""Picking mails up: which folders belong to which workshop, and one round through all of them."""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.models import User, Workshop
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import WorkshopStage
from submissions import mailbox as imap
from submissions.operations import mail

logger = logging.getLogger(__name__)

#: The port of IMAP without TLS.
IMAP_PORT: Final = 143
#: Mails taken in from one folder in one round: the next round goes on from there.
MOST_A_ROUND: Final = 200
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})

ERRORS: Final[dict[str, str | Promise]] = {
    "unreachable": _("Không kết nối được máy chủ thư. Lần sau sẽ thử lại."),
    "untrusted": _("Chứng thư của máy chủ thư không đáng tin nên không đăng nhập."),
    "login": _("Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu. Người quản trị kiểm tra KYYEU_IMAP_URL."),
    "folder": _("Không mở được thư mục này trong hộp thư. Kiểm tra KYYEU_IMAP_FOLDERS."),
    "protocol": _("Máy chủ thư trả lời không đúng giao thức. Lần sau sẽ thử lại."),
}


@dataclass(frozen=True, slots=True)
class Round:
    """What one round brought from one folder: how many mails, and the error in words where it was cut short."""

    workshop: str
    folder: str
    mails: int
    error: str = ""


def pick_up(*, most: int = MOST_A_ROUND) -> list[Round]:
    """Take in the new mails of every folder; one folder's error stops no other. Nothing in the mailbox changes."""
    return [_round(workshop, folder, most) for workshop, folder in folders()]


def folders() -> Iterator[tuple[Workshop, str]]:
    """Yield which folder is read for which workshop, by the settings.

    With ``KYYEU_IMAP_FOLDERS`` each named workshop has its own; without it the folder of ``KYYEU_IMAP_URL`` belongs to
    the one workshop that collects, and to none where several do.
    """
    if not settings.IMAP_URL:
        return
    if settings.IMAP_FOLDERS:
        for slug, folder in settings.IMAP_FOLDERS.items():
            workshop = Workshop.objects.filter(slug=slug).first()
            if workshop is None:
                logger.warning("KYYEU_IMAP_FOLDERS names a workshop that is not there: %s", slug)
            elif workshop.stage != WorkshopStage.CANCELLED:
                yield workshop, folder
        return
    collecting = Workshop.objects.filter(stage=WorkshopStage.COLLECTING).order_by("pk")[:2]
    if len(collecting) == 1:
        yield collecting[0], unquote(urlsplit(settings.IMAP_URL).path.strip("/")) or "INBOX"
    elif collecting:
        logger.warning("several workshops collect: say in KYYEU_IMAP_FOLDERS which folder is whose")


def _round(workshop: Workshop, folder: str, most: int) -> Round:
    actor, taken, error = User.objects.system(), 0, ""
    server = _server()
    try:
        validity = imap.validity(folder=folder, **server)
        box = mail.begin_round(
            workshop=workshop, folder=folder, uidvalidity=validity, actor=actor, now=timezone.now()
        )
        for uid, content in islice(imap.fetch(folder=folder, since_uid=box.last_uid, **server), most):
            batch = mail.take_in(mailbox=box, uid=uid, content=content, actor=actor, now=timezone.now())
            taken += batch is not None
    except imap.MailboxError as failed:
        error = str(ERRORS.get(failed.code, failed.code))
    except (Refused, OSError) as failed:
        error = str(failed)
    if error:
        logger.warning("picking mail up for %s: %s", workshop.slug, error)
    mail.end_round(workshop=workshop, folder=folder, error=error, actor=actor, now=timezone.now())
    return Round(workshop.slug, folder, taken, error)


def _server() -> dict[str, Any]:
    """Return the server of the settings; without TLS only one on this machine is spoken to."""
    parts = urlsplit(settings.IMAP_URL)
    host, is_plain = parts.hostname or "", parts.scheme == "imap" and parts.hostname in _LOCAL
    return {
        "server": f"{host}:{parts.port}" if parts.port else host,
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "connect": _in_the_clear if is_plain else imap.over_tls,
    }


def _in_the_clear(server: str) -> imaplib.IMAP4:
    host, _colon, port = server.partition(":")
    return imaplib.IMAP4(host, int(port or IMAP_PORT), timeout=imap.SECONDS)
