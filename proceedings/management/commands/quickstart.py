"""``quickstart``: from nothing to the founding workshop in a browser."""

from __future__ import annotations

import hashlib
import secrets
import socket
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from proceedings.accounts.rights import STAFF, Role
from proceedings.models import Committee, User, Workshop
from proceedings.sample.facts import WORKSHOP_SLUG
from proceedings.web.serve import serve

#: Accounts to try each role with; the first may do everything.
ACCOUNTS = (
    ("quan-tri", "Quản trị (tài khoản mẫu)", None),
    ("thu-ky", "Thư ký (tài khoản mẫu)", Role.SECRETARY),
    ("bien-tap", "Biên tập viên (tài khoản mẫu)", Role.EDITOR),
    ("to-truong", "Tổ trưởng Tổ biên tập (tài khoản mẫu)", Role.CHIEF_EDITOR),
    ("dai-bieu", "Đại biểu Bắc Ninh (tài khoản mẫu)", Role.DELEGATE),
)


class Command(BaseCommand):
    """Database, tables, reference data, sample workshop, first edition, accounts; then serve."""

    help = "Set everything up with the founding workshop and serve it; safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the port and whether to serve at all."""
        parser.add_argument("--port", type=int, default=urlsplit(settings.SITE_URL).port or 8000)
        parser.add_argument("--no-serve", action="store_true", help="only set up")

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up what is missing, say where to sign in, serve until interrupted."""
        if settings.IS_HTTPS:
            raise CommandError(
                "quickstart makes accounts for trying out and is not for a public site (KYYEU_SITE_URL is https). "
                "See deploy/README.md for setting one up."
            )
        if not options["no_serve"]:
            refuse_taken(options["port"])
        connection.ensure_connection()
        call_command("migrate", verbosity=0)
        collect_static_files()
        call_command("load_sample", stdout=self.stdout)
        if not Workshop.objects.get(slug=WORKSHOP_SLUG).editions.exists():
            call_command("publish", WORKSHOP_SLUG, stdout=self.stdout)
        self._invite(options["port"], make_accounts(settings.DATA_DIR / "sample-password"))
        if not options["no_serve"]:
            serve(port=options["port"])

    def _invite(self, port: int, password: str | None) -> None:
        self.stdout.write(f"\n  Kỷ yếu          http://localhost:{port}/\n")
        self.stdout.write(f"  Sổ đăng ký      http://localhost:{port}/admin/\n")
        names = ", ".join(name for name, _title, _role in ACCOUNTS)
        known = f"mật khẩu {password}" if password else "mật khẩu đã được đổi"
        self.stdout.write(f"  Tài khoản       {names} ({known})\n")
        self.stdout.flush()


def collect_static_files() -> None:
    """Collect and compress the static files where they changed since the last time; it takes two seconds."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list(None), key=lambda found: found[0]):
            digest.update(f"{path} {storage.get_modified_time(path)}".encode())
    stamp = Path(settings.STATIC_ROOT) / "collected.stamp"
    if not stamp.exists() or stamp.read_text() != digest.hexdigest():
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(digest.hexdigest())


def refuse_taken(port: int) -> None:
    """Refuse a port that another program listens on, before anything is set up."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}). Choose another: make run PORT={port + 1}"
            ) from error


def make_accounts(password_file: Path) -> str | None:
    """Make the accounts for trying out, once, with one password of their own; return it while it still opens them."""
    if not password_file.exists():
        password_file.touch(mode=0o600)
        password_file.write_text(secrets.token_urlsafe(12))
    password = password_file.read_text()
    for username, full_name, role in ACCOUNTS:
        if User.objects.filter(username=username).exists():
            continue
        user = User.objects.create_user(
            username=username,
            password=password,
            full_name=full_name,
            is_staff=role is None or role in STAFF,
            is_superuser=role is None,
            committee=Committee.objects.get(slug="bac-ninh") if role == Role.DELEGATE else None,
        )
        if role:
            user.groups.add(Group.objects.get(name=role.value))
    return password if User.objects.get(username=ACCOUNTS[0][0]).check_password(password) else None
