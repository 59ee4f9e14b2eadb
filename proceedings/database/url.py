"""DATABASE_URL to Django's DATABASES["default"]; importable before Django is configured."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from proceedings.database.place import EMBEDDED_NAME, EMBEDDED_PORT, EmbeddedServerError, place_of

ENGINE = "proceedings.database.postgresql"
EXAMPLE = "postgresql://user:password@host:5432/database"
WHOLE_NUMBERS = (
    "connect_timeout",
    "keepalives",
    "keepalives_idle",
    "keepalives_interval",
    "keepalives_count",
    "tcp_user_timeout",
)
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def databases_from(url: str | None, base_dir: Path) -> dict[str, Any]:
    """
    The `default` entry of Django's DATABASES.

    With a URL (`postgresql://` or `postgres://`, as libpq reads it) that server is used, and every libpq
    option of its query string is kept in OPTIONS. Without one (None or blank) the entry names the embedded
    server of the checkout at `base_dir`, with its data in `<base_dir>/var/postgres`; nothing is started.
    Raises ImproperlyConfigured, with a hint and never with the password, on a URL that cannot be meant.
    """
    given = (url or "").strip()
    return _from_url(given) if given else _embedded(base_dir)


def _embedded(base_dir: Path) -> dict[str, Any]:
    data_dir = base_dir.resolve() / "var" / "postgres"
    where = {"dbname": EMBEDDED_NAME, "user": EMBEDDED_NAME, "port": EMBEDDED_PORT}
    try:
        socket_dir = str(place_of(data_dir).socket_dir)
    except EmbeddedServerError as error:
        raise ImproperlyConfigured(str(error)) from None
    return {**_entry({**where, "host": socket_dir}), "EMBEDDED": str(data_dir)}


def _from_url(url: str) -> dict[str, Any]:
    params = _parsed(url)
    _check_ports(params)
    if not params.get("dbname"):
        raise _refusal("it names no database", "end it with the name of the database, as in …:5432/kyyeu")
    if "@" in params.get("host", "") or re.search("[@/]", params["dbname"]):
        raise _refusal(
            "its parts cannot be told apart", "write @ : / # ? in a password as %40 %3A %2F %23 %3F"
        )
    _check_options(params)
    return _entry(params)


def _parsed(url: str) -> dict[str, Any]:
    if not url.startswith(("postgresql://", "postgres://")):
        raise _refusal(
            "it is not a PostgreSQL URL", "PostgreSQL is the only database; start with postgresql://"
        )
    if re.search(r"[\s\x00-\x1f\x7f]", url):
        raise _refusal("it has blanks or control characters", "write a blank as %20")
    try:
        return {key: str(value) for key, value in conninfo_to_dict(url).items()}
    except ProgrammingError as error:
        raise _refusal(*_reading(str(error).strip())) from None


def _reading(message: str) -> tuple[str, str]:
    """What libpq objects to; its own words only where they cannot hold the password."""
    if message.startswith("invalid URI query parameter"):
        return message, "use libpq's option names after the question mark, as in ?sslmode=require"
    return "libpq cannot read it", "write @ : / # ? % in a password as %40 %3A %2F %23 %3F %25"


def _check_ports(params: dict[str, Any]) -> None:
    for port in filter(None, params.get("port", "").split(",")):
        if not re.fullmatch("[0-9]{1,5}", port) or not 1 <= int(port) <= 65535:
            raise _refusal("its port is not a number from 1 to 65535", "PostgreSQL usually listens on 5432")


def _check_options(params: dict[str, Any]) -> None:
    for name in WHOLE_NUMBERS:
        if not re.fullmatch("[0-9]+", params.get(name, "0")):
            raise _refusal(f"its {name} is not a whole number", f"give seconds, as in ?{name}=10")
    if params.get("sslmode", "prefer") not in SSL_MODES:
        raise _refusal("its sslmode is unknown", f"use one of {', '.join(SSL_MODES)}")


def _refusal(reason: str, hint: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"DATABASE_URL cannot be used: {reason}. Hint: {hint}. The whole has the form {EXAMPLE}; "
        "leave DATABASE_URL unset to use the embedded development server."
    )


def _entry(params: dict[str, Any]) -> dict[str, Any]:
    named = {"dbname", "user", "password", "host", "port", "client_encoding"}
    options = {key: value for key, value in params.items() if key not in named}
    return {
        "ENGINE": ENGINE,
        "NAME": params["dbname"],
        "USER": params.get("user", ""),
        "PASSWORD": params.get("password", ""),
        "HOST": params.get("host", ""),
        "PORT": params.get("port", ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "application_name": "kyyeu",
            "connect_timeout": "10",
            **options,
            "client_encoding": "UTF8",
        },
    }
