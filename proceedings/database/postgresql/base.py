"""Django's PostgreSQL backend, with the embedded server and messages that say what helps."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from django.db.backends.postgresql.features import DatabaseFeatures as PostgreSQLFeatures
from django.db.utils import NotSupportedError
from django.utils.asyncio import async_unsafe

from proceedings.database import server
from proceedings.database.place import EmbeddedServerError

EMBEDDED_PATIENCE = 3.0  # seconds in which a server that was killed just now is tried again
MENDING_EMBEDDED = (
    "Hint: `python manage.py devdb status` names its log; if the database was dropped, "
    "`python manage.py devdb psql` reaches the server."
)
MENDING_GIVEN = (
    "Hint: DATABASE_URL names this server. See that it runs, that it can be reached from here, that user and "
    "password are right and the database exists. What was saved before is safe."
)


class DatabaseFeatures(PostgreSQLFeatures):
    """What we ask of a server: PostgreSQL 15, whose `UNIQUE NULLS NOT DISTINCT` and `MERGE` we may use."""

    minimum_database_version = (15,)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection; settings with the key `EMBEDDED` (a data directory) have that server started first."""

    features_class = DatabaseFeatures

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, after making sure that the embedded server is up; raises OperationalError with a hint."""
        give_up_at = time.monotonic() + (EMBEDDED_PATIENCE if self.settings_dict.get("EMBEDDED") else 0)
        while True:
            self.ensure_server()
            try:
                return super().get_new_connection(conn_params)
            except psycopg.OperationalError as error:
                if time.monotonic() > give_up_at or " does not exist" in str(error):
                    raise self._with_hint(error) from error
                time.sleep(0.05)  # it died or is recovering at this very moment

    def _with_hint(self, error: Exception) -> Exception:
        mending = MENDING_EMBEDDED if self.settings_dict.get("EMBEDDED") else MENDING_GIVEN
        return psycopg.OperationalError(f"The database cannot be reached. {str(error).strip()}\n{mending}")

    def ensure_server(self) -> None:
        """Start the embedded server if these settings name one; any other server is left alone."""
        if not (data_dir := self.settings_dict.get("EMBEDDED")):
            return
        try:
            server.ensure(Path(data_dir))
        except EmbeddedServerError as error:
            raise psycopg.OperationalError(f"The embedded database did not start. {error}") from error

    def check_database_version_supported(self) -> None:
        """Refuse a server older than PostgreSQL 15 in words that help."""
        try:
            super().check_database_version_supported()
        except NotSupportedError as error:
            self.close()  # else the next query would find the connection open, and unchecked
            raise NotSupportedError(
                f"{error} Hint: upgrade the server that DATABASE_URL names, or leave DATABASE_URL unset "
                "to use the embedded development server."
            ) from None
