"""Mails fetched from a mailbox by IMAP: read only, never marked as seen, never deleted."""

from __future__ import annotations

import binascii
import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

SECONDS: Final = 30.0
"""How long to wait for each answer of the server."""
SIZE_ALLOWED: Final = 60_000_000
"""Bytes of one mail; a larger one is not fetched."""

_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_OUTSIDE_ASCII = re.compile(r"[^\x20-\x7e]+")

Connect = Callable[[str], imaplib.IMAP4]


class MailboxError(Exception):
    """A mailbox cannot be read.

    ``code`` says why: ``unreachable``, ``untrusted`` (its certificate), ``login``, ``folder`` or ``protocol``; the
    message never has the password.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail


def over_tls(server: str) -> imaplib.IMAP4:
    """Connect to ``host`` or ``host:port`` (993) by TLS with the certificates that the system trusts."""
    host, _, port = server.partition(":")
    return imaplib.IMAP4_SSL(
        host, int(port or 993), ssl_context=ssl.create_default_context(), timeout=SECONDS
    )


def fetch(
    server: str,
    user: str,
    password: str,
    folder: str = "INBOX",
    *,
    since_uid: int,
    connect: Connect = over_tls,
) -> Iterator[tuple[int, bytes]]:
    """Yield (UID, bytes) of every mail whose UID is above ``since_uid``, lowest first, fetched one at a time.

    The folder is opened read-only and mails are asked for by ``BODY.PEEK[]``, so nothing in the mailbox changes. A mail
    over ``SIZE_ALLOWED`` comes with empty bytes, so that it can be told; one that was removed meanwhile is passed over.
    UIDs start anew when :func:`validity` changes. Raises ``MailboxError``.
    """
    with _opened(server, user, password, folder, connect) as box:
        for uid in _uids(box, since_uid):
            if (mail := _mail(box, uid)) is not None:
                yield uid, mail


def validity(
    server: str, user: str, password: str, folder: str = "INBOX", *, connect: Connect = over_tls
) -> int:
    """Return the UIDVALIDITY of a folder, 0 where the server has none. Raises ``MailboxError``."""
    with _opened(server, user, password, folder, connect) as box:
        _, given = box.response("UIDVALIDITY")
        return int(given[0]) if given and given[0] else 0


@contextmanager
def _opened(server: str, user: str, password: str, folder: str, connect: Connect) -> Iterator[imaplib.IMAP4]:
    """Connect, sign in, open the folder read-only; sign out in the end, whatever happens."""
    box: imaplib.IMAP4 | None = None
    try:
        box = connect(server)
        with _told_as("login"):
            _sign_in(box, user, password)
        with _told_as("folder"):
            state, answer = box.select(f'"{_folder_name(folder)}"', readonly=True)
            if state != "OK":
                raise imaplib.IMAP4.error(str(answer))
        yield box
    except ssl.SSLError as error:
        raise MailboxError("untrusted", str(error.reason or error)[:200]) from None
    except (imaplib.IMAP4.abort, OSError, EOFError) as error:
        raise MailboxError("unreachable", f"{server}: {error}"[:200]) from None
    except (imaplib.IMAP4.error, ValueError) as error:
        raise MailboxError("protocol", str(error)[:200]) from None
    finally:
        if box is not None:
            _sign_out(box)


def _sign_out(box: imaplib.IMAP4) -> None:
    with suppress(imaplib.IMAP4.error, OSError):
        box.logout()
    with suppress(OSError):
        box.shutdown()  # a broken connection is left open by the former


@contextmanager
def _told_as(code: str) -> Iterator[None]:
    try:
        yield
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        raise MailboxError(code, str(error)[:200]) from None


def _sign_in(box: imaplib.IMAP4, user: str, password: str) -> None:
    if (user + password).isascii():
        box.login(user, password)
    else:
        box.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())


def _uids(box: imaplib.IMAP4, since_uid: int) -> list[int]:
    """Return the UIDs above one; a server answers "N:*" with the last mail even where that is below N."""
    given = _asked(box, "SEARCH", f"UID {since_uid + 1}:*")
    numbers = {int(number) for part in given if isinstance(part, bytes) for number in part.split()}
    return sorted(number for number in numbers if number > since_uid)


def _mail(box: imaplib.IMAP4, uid: int) -> bytes | None:
    told = b" ".join(
        part for part in _asked(box, "FETCH", str(uid), "(RFC822.SIZE)") if isinstance(part, bytes)
    )
    size = _SIZE.search(told)
    if size and int(size[1]) > SIZE_ALLOWED:
        return b""
    bodies = [part[1] for part in _asked(box, "FETCH", str(uid), "(BODY.PEEK[])") if isinstance(part, tuple)]
    return bodies[0] if bodies else None


def _asked(box: imaplib.IMAP4, *command: str) -> list[Any]:
    state, answer = box.uid(*command)
    if state != "OK":
        raise imaplib.IMAP4.error(f"{command[0]}: {answer!r}")
    return answer


def _folder_name(name: str) -> str:
    """Return a folder's name in the modified UTF-7 of RFC 3501, fit to stand in quotes."""

    def shifted(found: re.Match[str]) -> str:
        letters = binascii.b2a_base64(found[0].encode("utf-16-be"), newline=False).rstrip(b"=")
        return f"&{letters.decode().replace('/', ',')}-"

    return _OUTSIDE_ASCII.sub(shifted, name.replace("&", "&-")).replace("\\", "\\\\").replace('"', '\\"')
