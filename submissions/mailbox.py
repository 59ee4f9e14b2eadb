"""Mails fetched from a mailbox by IMAP: read only, never marked as seen, never deleted."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

TLS_PORT: Final = 993
SECONDS: Final = 30.0
SIZE_ALLOWED: Final = 60_000_000
"""Bytes of one mail; a larger one is passed over with :class:`MailTooLarge` of its own."""

_NUMBER = re.compile(rb"UID (\d+)")
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class MailboxError(Exception):
    """A mailbox cannot be read; ``code`` says why: ``unreachable``, ``untrusted``, ``login``, ``folder`` or ``protocol``."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail


def fetch(
    server: str,
    user: str,
    password: str,
    folder: str = "INBOX",
    *,
    since_uid: int = 0,
    port: int = TLS_PORT,
    tls: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
    is_plain: bool = False,
) -> Iterator[tuple[int, bytes]]:
    """Yield (UID, bytes) of every mail whose UID is above ``since_uid``, lowest first, one at a time.

    The folder is opened read-only and bodies are asked for by ``BODY.PEEK[]``, so nothing in the mailbox changes. A mail
    over ``SIZE_ALLOWED`` comes with empty bytes, so that its UID is not lost. UIDs hold as long as :func:`validity` stays
    the same. ``tls`` defaults to the system's certificates; ``is_plain`` is for tests on this machine only. Raises
    ``MailboxError``; its message never has the password.
    """
    with _opened(
        server, user, password, folder, port=port, tls=tls, seconds=seconds, is_plain=is_plain
    ) as box:
        for uid in _uids(box, since_uid):
            yield uid, _body(box, uid)


def validity(
    server: str,
    user: str,
    password: str,
    folder: str = "INBOX",
    *,
    port: int = TLS_PORT,
    tls: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
    is_plain: bool = False,
) -> int:
    """Return the UIDVALIDITY of a folder: where it has changed, all UIDs start anew. Raises ``MailboxError``."""
    with _opened(
        server, user, password, folder, port=port, tls=tls, seconds=seconds, is_plain=is_plain
    ) as box:
        _, given = box.response("UIDVALIDITY")
        value = given[0] if given else None
        return int(value) if isinstance(value, bytes) and value.isdigit() else 0


@contextmanager
def _opened(
    server: str,
    user: str,
    password: str,
    folder: str,
    *,
    port: int,
    tls: ssl.SSLContext | None,
    seconds: float,
    is_plain: bool,
) -> Iterator[imaplib.IMAP4]:
    """Connect, sign in, open the folder read-only; sign out in the end, whatever happens."""
    box = _connected(server, port, tls, seconds, is_plain=is_plain)
    try:
        _answered(box, "login", lambda: box.login(user, password))
        _answered(box, "folder", lambda: box.select(_quoted(folder), readonly=True))
        yield box
    except (imaplib.IMAP4.abort, OSError) as error:
        raise MailboxError("unreachable", type(error).__name__) from None
    except imaplib.IMAP4.error as error:
        raise MailboxError("protocol", str(error)[:200]) from None
    finally:
        _sign_out(box)
