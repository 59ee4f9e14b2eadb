"""Wiping what processes that died have left on the disk: bytes that no row points at."""

from __future__ import annotations

import datetime

from django.core.files.storage import default_storage, storages

from proceedings.models import User
from proceedings.operations.recording import operation
from proceedings.queries.kept_files import kept_paths
from submissions import spool
from submissions.models import ReceivedFile, Submission

#: How old left bytes must be, so that a transaction under way keeps its own.
OLD = datetime.timedelta(hours=1)


@operation
def sweep(*, actor: User, now: datetime.datetime, older_than: datetime.timedelta = OLD) -> int:
    """Wipe spooled bytes and kept files that nothing points at; return how many.

    Touches only what was last written more than ``older_than`` before ``now``.
    """
    swept = 0
    spooled = set(Submission.objects.exclude(spool="").values_list("spool", flat=True))
    for name in spool.names() - spooled:
        if storages["intake"].get_modified_time(name) < now - older_than:
            spool.discard(name)
            swept += 1
    for path in orphans():
        if default_storage.get_modified_time(path) < now - older_than:
            default_storage.delete(path)
            swept += 1
    return swept


def orphans() -> list[str]:
    """Return the kept files that no row of the record and no received file points at."""
    known = {*kept_paths(), *ReceivedFile.objects.values_list("file", flat=True)}
    kept: list[str] = []
    if not default_storage.exists(""):
        return kept
    folders, _files = default_storage.listdir("")
    for folder in folders:
        _inner, files = default_storage.listdir(folder)
        kept += [path for name in files if (path := f"{folder}/{name}") not in known]
    return sorted(kept)
