"""What ``read_document`` says of files: an entry for each, those inside archives and mails too, and nothing stored."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.reference import committees
from submissions.examination import Examined, examine
from submissions.letterhead.found import Found, Letterhead
from submissions.readers.document import Kind, Member, ReadDocument, State, refused
from submissions.readers.kinds import MEDIA_TYPES, media_type_of
from submissions.reading import OnProgress
from submissions.screening.words import words_of as words_of_flag
from submissions.screening.words import words_of_mark
from submissions.words import reason_of, remedy_of, words_of

Entry = dict[str, Any]

_DEEPEST: Final = 3
"""A mail in a ZIP in a mail; what is deeper is refused by the readers of containers already."""
_FIELDS: Final = ("committee", "symbol", "date", "place", "subject", "signer")
_MISSING: Final = (_("Không tìm thấy tệp."), _("Kiểm tra lại đường dẫn và tên tệp."))
_CLOSED: Final = (_("Không mở được tệp để đọc."), _("Kiểm tra quyền đọc tệp."))
_NO_FILE: Final = (_("Đường dẫn không phải là tệp thường."), _("Chỉ đọc được tệp thường hoặc thư mục."))


@dataclass(frozen=True, slots=True)
class Reporter:
    """How files are read: whether pages without text are recognised, and who is told of the progress."""

    recognise: bool = True
    on_progress: OnProgress | None = None

    def report(self, path: Path, name: str) -> Iterator[Entry]:
        """Yield the entries of a file, of each file in a folder, or of a path where there is nothing to read."""
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):  # a name that is too long, or none at all
            is_folder = False
        if not is_folder:
            yield from self._report_file(path, name)
            return
        for folder, folders, files in os.walk(path):
            folders.sort()
            for each in sorted(files):
                inner = Path(folder, each)
                yield from self._report_file(inner, f"{name.rstrip('/')}/{inner.relative_to(path)}")

    def _report_file(self, path: Path, name: str) -> Iterator[Entry]:
        try:
            is_file, is_there = path.is_file(), path.exists()
        except (OSError, ValueError):
            is_file = is_there = False
        if not is_there:
            yield _unread(name, *_MISSING)
            return
        if not is_file:  # a pipe would wait for ever
            yield _unread(name, *_NO_FILE)
            return
        with tempfile.TemporaryDirectory(prefix="kyyeu-read-") as scratch:
            try:
                yield from self._read(path, name, Path(scratch), sender="", depth=0)
            except PermissionError:
                yield _unread(name, *_CLOSED)

    def _read(self, path: Path, name: str, scratch: Path, *, sender: str, depth: int) -> Iterator[Entry]:
        folder = Path(tempfile.mkdtemp(dir=scratch))
        examined = examine(
            path,
            name=name,
            scratch=folder,
            sender=sender,
            recognise=self.recognise,
            on_progress=self.on_progress,
        )
        document = examined.document
        yield _entry(examined, name, media_type_of(document.kind, _head(path)))
        for member in document.members:
            inner = f"{name}/{member.name}"
            if member.problem is not None or not member.path or depth >= _DEEPEST:
                yield _entry(Examined(_of_member(member)), inner, MEDIA_TYPES[Kind.OTHER])
            else:
                sent_by = document.sender or sender
                place = _place_of(member, folder)
                yield from self._read(place, inner, scratch, sender=sent_by, depth=depth + 1)


def _entry(examined: Examined, name: str, media_type: str) -> Entry:
    document = examined.document
    state, reason, remedy = _verdict(examined)
    flags = [words_of_flag(flag)[0] for flag in examined.flags]
    return {
        "file": name,
        "media_type": media_type,
        "state": state.value,
        "reason": reason,
        "remedy": remedy,
        "paragraphs": [paragraph.text for paragraph in document.paragraphs],
        "encoding": document.encoding.value,
        "tracked_changes": document.tracked_changes,
        "pages": document.pages,
        "letterhead": _fields(examined.letterhead),
        "warnings": [*flags, *map(words_of, document.remarks)],
        "original": list(document.original),
        "marked": list(document.marked),
        "kind": document.kind.value,
        "problem": document.problem.value if document.problem else None,
        "page_confidences": list(document.page_confidences),
    }


def _verdict(examined: Examined) -> tuple[State, str, str]:
    """The state of a file with its reason and remedy; what stops it comes before what waits for a person."""
    document = examined.document
    if examined.mark is not None and examined.is_secret:
        return State.REFUSED, *words_of_mark(examined.mark)
    if document.state is not State.REFUSED:
        if examined.stopping_flag is not None:
            return State.REFUSED, *words_of_flag(examined.stopping_flag)
        if examined.mark is not None:
            return State.NEEDS_PERSON, *words_of_mark(examined.mark)
    return document.state, reason_of(document), remedy_of(document)


def _unread(name: str, reason: str | Promise, remedy: str | Promise) -> Entry:
    """The entry of a path where nothing was read."""
    empty = _entry(Examined(ReadDocument(Kind.OTHER, State.REFUSED)), name, MEDIA_TYPES[Kind.OTHER])
    return {**empty, "reason": str(reason), "remedy": str(remedy)}


def _of_member(member: Member) -> ReadDocument:
    if member.problem is None:
        return ReadDocument(Kind.OTHER, State.NEEDS_PERSON)
    return refused(Kind.OTHER, member.problem, **member.values)


def _place_of(member: Member, folder: Path) -> Path:
    place = Path(member.path)
    return place if place.is_absolute() else folder / place


def _fields(letterhead: Letterhead) -> dict[str, dict[str, Any] | None]:
    return {field: _field(field, getattr(letterhead, field)) for field in _FIELDS}


def _field(name: str, found: Found[Any] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    value = found.value if isinstance(found.value, str) else found.value.isoformat()
    if name == "committee":
        names = {row.slug: row.full_name for row in committees()}
        return {"value": names.get(value, value), "confidence": round(found.confidence, 3), "slug": value}
    return {"value": value, "confidence": round(found.confidence, 3)}


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(16)
