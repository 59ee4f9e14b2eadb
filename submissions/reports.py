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
from submissions.letterhead.found import Found, Letterhead
from submissions.letterhead.reading import find_letterhead
from submissions.readers.document import Kind, Member, ReadDocument, State, refused
from submissions.readers.kinds import MEDIA_TYPES, media_type_of
from submissions.reading import OnProgress, read
from submissions.screening.flags import Flag, Severity, flags_of
from submissions.screening.secrecy import Mark, mark_of
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
        if path.is_dir():
            for folder, folders, files in os.walk(path):
                folders.sort()
                for each in sorted(files):
                    inner = Path(folder, each)
                    yield from self._report_file(inner, f"{name.rstrip('/')}/{inner.relative_to(path)}")
            return
        yield from self._report_file(path, name)

    def _report_file(self, path: Path, name: str) -> Iterator[Entry]:
        if not path.exists():
            yield _unread(name, *_MISSING)
        elif not path.is_file():  # a pipe would wait for ever
            yield _unread(name, *_NO_FILE)
        else:
            with tempfile.TemporaryDirectory(prefix="kyyeu-read-") as scratch:
                try:
                    yield from self._read(path, name, Path(scratch), sender="", depth=0)
                except PermissionError:
                    yield _unread(name, *_CLOSED)

    def _read(self, path: Path, name: str, scratch: Path, *, sender: str, depth: int) -> Iterator[Entry]:
        folder = Path(tempfile.mkdtemp(dir=scratch))
        document = read(
            path, name=name, scratch=folder, recognise=self.recognise, on_progress=self.on_progress
        )
        yield _entry(document, name, media_type_of(document.kind, _head(path)), sender=sender)
        for member in document.members:
            inner = f"{name}/{member.name}"
            if member.problem is not None or not member.path or depth >= _DEEPEST:
                yield _entry(_of_member(member), inner, MEDIA_TYPES[Kind.OTHER])
            else:
                yield from self._read(
                    _place_of(member, folder),
                    inner,
                    scratch,
                    sender=document.sender or sender,
                    depth=depth + 1,
                )


def _entry(document: ReadDocument, name: str, media_type: str, *, sender: str = "") -> Entry:
    mark = mark_of(document, file_name=name)
    if mark is not None and mark.is_certain:
        return _secret(name, media_type, mark)
    flags = () if document.state is State.REFUSED else flags_of(document, file_name=name)
    state, reason, remedy = _verdict(document, mark, flags)
    texts = [paragraph.text for paragraph in document.paragraphs]
    letterhead = Letterhead()
    if texts:
        letterhead = find_letterhead(texts, file_name=Path(name).name, sender=document.sender or sender)
    return {
        "file": name,
        "media_type": media_type,
        "state": state.value,
        "reason": reason,
        "remedy": remedy,
        "paragraphs": texts,
        "encoding": document.encoding.value,
        "tracked_changes": document.tracked_changes,
        "pages": document.pages,
        "letterhead": _fields(letterhead),
        "warnings": [words_of_flag(flag)[0] for flag in flags]
        + [words_of(each) for each in document.remarks],
        "original": list(document.original),
        "marked": list(document.marked),
        "kind": document.kind.value,
        "problem": document.problem.value if document.problem else None,
        "page_confidences": list(document.page_confidences),
    }


def _verdict(document: ReadDocument, mark: Mark | None, flags: tuple[Flag, ...]) -> tuple[State, str, str]:
    """The state of a file with its reason and remedy; a flag that stops it comes before what waits for a person."""
    if document.state is not State.REFUSED:
        stopping = next((flag for flag in flags if flag.severity is Severity.STOP), None)
        if stopping is not None:
            return State.REFUSED, *words_of_flag(stopping)
        if mark is not None:
            return State.NEEDS_PERSON, *words_of_mark(mark)
    return document.state, reason_of(document), remedy_of(document)


def _secret(name: str, media_type: str, mark: Mark) -> Entry:
    """What is said of a file with a secrecy mark: not a word of it."""
    return _unread(name, *words_of_mark(mark), media_type=media_type)


def _unread(
    name: str, reason: str | Promise, remedy: str | Promise, *, media_type: str = MEDIA_TYPES[Kind.OTHER]
) -> Entry:
    empty = _entry(ReadDocument(Kind.OTHER, State.REFUSED), "", media_type)
    return {**empty, "file": name, "reason": str(reason), "remedy": str(remedy)}


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
