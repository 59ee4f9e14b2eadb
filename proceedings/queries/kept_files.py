"""Which files of the record's store its rows point at: a file with the same bytes lies there once for all of them."""

from __future__ import annotations

from proceedings.models import Attachment, Draft


def kept_paths() -> set[str]:
    """Return the paths of all attachments and of all originals of drafts."""
    originals = Draft.objects.exclude(source="").values_list("source", flat=True)
    return {*Attachment.objects.values_list("file", flat=True), *originals}


def is_kept(path: str) -> bool:
    """Tell whether a row of the record points at a path."""
    return Attachment.objects.filter(file=path).exists() or Draft.objects.filter(source=path).exists()
