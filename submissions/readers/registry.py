"""Which module reads which kind of file."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from submissions.readers.document import Kind, ReadDocument

Reader = Callable[[Path, Path], ReadDocument]

#: Each module has ``read(path, scratch) -> ReadDocument``; only the one that is needed is loaded. A reader that takes
#: long has ``on_page``, too, and calls it with the number of pages done and of all.
READERS: Final[Mapping[Kind, str]] = {
    Kind.DOCX: "submissions.readers.docx",
    Kind.PDF: "submissions.readers.pdf",
    Kind.XLSX: "submissions.readers.spreadsheets",
    Kind.CSV: "submissions.readers.delimited",
    Kind.TEXT: "submissions.readers.plain",
    Kind.MAIL: "submissions.readers.mail",
    Kind.ZIP: "submissions.readers.archives",
    Kind.IMAGE: "submissions.readers.image",
    Kind.AKOMA_NTOSO: "submissions.readers.akoma_ntoso",
}
#: What LibreOffice makes a DOCX of before it is read.
CONVERTED: Final = frozenset({Kind.DOC, Kind.RTF, Kind.ODT})
OCR: Final = "submissions.readers.ocr"
#: The beginning of the tasks that draw one page.
PAGE: Final = "page-"


def reader_of(kind: Kind, task: str = "read") -> Reader:
    """Return the function that reads a kind of file. Raises ``KeyError`` for no reader.

    ``task`` is "read", "ocr", or "page-7" to draw the seventh page (``readers.page_image``).
    """
    if task.startswith(PAGE):
        drawn: Reader = importlib.import_module("submissions.readers.page_image").reader(
            kind, int(task.removeprefix(PAGE))
        )
        return drawn
    name = OCR if task == "ocr" else READERS[kind]
    reader: Reader = importlib.import_module(name).read
    return reader
