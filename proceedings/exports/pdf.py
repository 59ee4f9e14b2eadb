"""The neutral tree as PDF: tagged, with bookmarks, in as many volumes as the memory of one child asks for."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import pypdfium2

from proceedings.exports.fonts import FontChoice, find_fonts
from proceedings.exports.printable import Lettering, shorten
from proceedings.exports.tree import ContentsPlace, Document
from proceedings.exports.typesetting import Limits, PdfTooLarge, run_typesetter, set_up_press
from proceedings.exports.volumes import PAGES_A_VOLUME, Sheet, plan_volumes, sheet_data, store_sheets

_TEMPLATE = Path(__file__).with_name("volume.typ")
_HEAD_LENGTH = 38


def write_pdf(
    document: Document,
    folder: Path,
    *,
    name: str = "proceedings",
    fonts: FontChoice | None = None,
    limits: Limits | None = None,
    pages_a_volume: int = PAGES_A_VOLUME,
) -> list[Path]:
    """Write `document` to `folder/name.pdf` and return the files, first volume first.

    A document of more than about `pages_a_volume` pages goes into volumes: `name.pdf` is the first and holds
    the table of contents of all, `name-2.pdf`, `name-3.pdf`… are the others; page numbers run within each.
    When a volume needs more memory than estimated, all are made again at half the size, twice at most.
    Equal documents and fonts give equal bytes. Raises PdfTooLarge, PdfFailed or NoUsableFont, and then
    writes nothing.
    """
    fonts = fonts or find_fonts()
    limits = limits or Limits()
    with TemporaryDirectory(prefix="pdf-") as temporary, (Path(temporary) / "store").open("w+b") as store:
        press = _Press(document, fonts, limits, Path(temporary), store)
        sheets = store_sheets(document.blocks, press.lettering, store)
        printed = _print_within_memory(press, sheets, pages_a_volume)
        names = [f"{name}.pdf", *(f"{name}-{number}.pdf" for number in range(2, len(printed) + 1))]
        folder.mkdir(parents=True, exist_ok=True)
        return [Path(shutil.move(path, folder / target)) for path, target in zip(printed, names, strict=True)]


def _print_within_memory(press: "_Press", sheets: list[Sheet], pages: int) -> list[Path]:
    for size in (pages, pages // 2):
        try:
            return press.print_all(plan_volumes(sheets, size))
        except PdfTooLarge:
            continue
    return press.print_all(plan_volumes(sheets, pages // 4))


class _Press:
    """Prints the volumes of one document, the first one last because its contents list the pages of all."""

    def __init__(
        self, document: Document, fonts: FontChoice, limits: Limits, folder: Path, store: BinaryIO
    ) -> None:
        self.lettering = Lettering(fonts.letters)
        self._document, self._fonts, self._limits = document, fonts, limits
        self._folder, self._store = folder, store

    def print_all(self, volumes: list[list[Sheet]]) -> list[Path]:
        labels = [f"{self._document.words.volume} {roman(number + 1)}" for number in range(len(volumes))]
        later, printed = [], []
        for number in range(1, len(volumes)):
            path = self._print(volumes[number], number, labels[number], [])
            later.append({"label": labels[number], "entries": list(self._entries(volumes[number], path))})
            printed.append(path)
        first = self._print(volumes[0], 0, labels[0] if later else "", later)
        return [first, *printed]

    def _print(self, sheets: list[Sheet], number: int, label: str, later: list[dict[str, Any]]) -> Path:
        root = self._folder / f"volume-{number}"
        set_up_press(root, _TEMPLATE, self._fonts)
        (root / "meta.json").write_text(json.dumps(self._meta(label, later), ensure_ascii=False), "utf-8")
        with (root / "blocks.json").open("wb") as blocks:
            blocks.writelines(sheet_data(sheets, self._store))
        output = self._folder / f"volume-{number}.pdf"
        timestamp = int(self._document.created.timestamp())
        run_typesetter(root, _TEMPLATE.name, output, timestamp=timestamp, limits=self._limits)
        shutil.rmtree(root)
        return output

    def _meta(self, label: str, later: list[dict[str, Any]]) -> dict[str, Any]:
        document, clean = self._document, self.lettering
        title = " – ".join(part for part in (document.full_title, label, *document.marks) if part)
        running = " · ".join(part for part in (label, shorten(document.running_title, _HEAD_LENGTH)) if part)
        return {
            "full_title": clean(title),
            "running": clean(running),
            "kind": clean(document.kind),
            "title": clean(document.title),
            "subtitle": clean(document.subtitle),
            "bodies": [clean(body) for body in document.bodies],
            "place_and_date": clean(document.place_and_date),
            "subject": clean(document.subject),
            "keywords": [clean(word) for word in (*document.keywords, *document.marks)],
            "marks": [clean(mark) for mark in document.marks],
            "language": document.language,
            "contents": document.contents.value,
            "page": asdict(document.page),
            "words": asdict(document.words),
            "family": self._fonts.family,
            "italics": self._fonts.has_italics,
            "volume": label,
            "later": later,
        }

    def _entries(self, sheets: list[Sheet], path: Path) -> Iterator[dict[str, Any]]:
        """The headings of a printed volume with their pages, read from its bookmarks."""
        headings = [heading for sheet in sheets for heading in sheet.headings]
        pages = bookmarked_pages(path)
        if self._document.contents is ContentsPlace.FIRST:
            pages = pages[1:]
        for heading, page in zip(headings, pages, strict=False):
            yield {key: heading[key] for key in ("level", "text", "byline")} | {"page": str(page)}


def bookmarked_pages(path: Path) -> list[int]:
    """The page (from 1) of every bookmark of a PDF, in order."""
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        targets = (bookmark.get_dest() for bookmark in pdf.get_toc(max_depth=9))
        return [(target.get_index() or 0) + 1 if target else 1 for target in targets]


def roman(number: int) -> str:
    """A Roman numeral for a volume, 1 to 399."""
    signs = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    written = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        written += sign * count
    return written
