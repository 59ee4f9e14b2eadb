"""The parts of a workbook around its sheets: which there are, what they share, what else the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from submissions.readers.document import Paragraph, ParagraphKind, Problem
from submissions.readers.failure import Unreadable
from submissions.readers.package import Package
from submissions.readers.spreadsheets.cells import Strings
from submissions.readers.spreadsheets.markup import is_set, name_of, stream, text_of
from submissions.readers.spreadsheets.numbers import PLAIN, Format, format_of

SHEETS_ALLOWED: Final = 20
_STRINGS_ALLOWED: Final = 1_200_000
_LONGEST_ASIDE: Final = 100_000
_PROPERTIES: Final = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
#: Properties that programs write about themselves.
_TECHNICAL: Final = frozenset(
    {
        "Application", "AppVersion", "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged",
        "TotalTime", "created", "modified", "HeadingPairs", "revision",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in their order, and whether days are counted from 1904."""

    sheets: tuple[SheetPart, ...]
    is_1904: bool


def workbook_of(package: Package) -> Workbook:
    """Return the sheets of a workbook, charts left out; raises :class:`Unreadable` for no workbook and too many."""
    main = package.main_part() or next(
        (name for name in package.names if name.lower() == "xl/workbook.xml"), ""
    )
    if not main:
        raise Unreadable(Problem.DAMAGED)
    if not main.lower().endswith(".xml"):
        raise Unreadable(Problem.WRONG_TYPE, detail="xlsb")
    relations = {relation.key: relation for relation in package.relations_of(main)}
    sheets, is_1904 = [], False
    for element in stream(package.small(main), "workbookPr", "sheet"):
        if name_of(element) == "workbookPr":
            is_1904 = is_set(element, "date1904")
            continue
        key = next((value for name, value in element.attrib.items() if str(name).endswith("}id")), "")
        relation = relations.get(str(key))
        if relation is None or relation.is_external or relation.kind != "worksheet":
            continue
        if not package.has(relation.target):
            raise Unreadable(Problem.DAMAGED, part=relation.target[:100])
        name = " ".join(element.get("name", "").split())[:100]
        sheets.append(SheetPart(name, relation.target, element.get("state", "visible") != "visible"))
    if len(sheets) > SHEETS_ALLOWED:
        raise Unreadable(Problem.TOO_LONG, unit="sheets", measured=len(sheets), allowed=SHEETS_ALLOWED)
    return Workbook(tuple(sheets), is_1904)


def strings_of(package: Package, workbook: Workbook) -> Strings:
    """Return what the cells of the sheets point at."""
    shared: list[str] = []
    if part := _part_of_kind(package, "sharedstrings+xml", "xl/sharedstrings.xml"):
        for element in stream(package.read(part), "si"):
            shared.append(text_of(element))
            if len(shared) > _STRINGS_ALLOWED:
                raise Unreadable(Problem.TOO_LONG, unit="texts", allowed=_STRINGS_ALLOWED)
    return Strings(shared, _formats_of(package), workbook.is_1904)


def has_macros(package: Package) -> bool:
    """Tell whether a workbook brings programs: VBA, or the macro sheets of the nineties."""
    return any(
        name.lower().rpartition("/")[2] in {"vbaproject.bin", "vbadata.xml"}
        or "macroenabled" in (kind := package.type_of(name))
        or "macrosheet" in kind
        or "/macrosheets/" in f"/{name.lower()}"
        for name in package.names
    )


def embedded_in(package: Package) -> tuple[str, ...]:
    """Return the names of files that lie inside the workbook."""
    return tuple(
        name.rpartition("/")[2]
        for name in package.names
        if "/embeddings/" in name.lower() or "/activex/" in name.lower()
    )


def images_in(package: Package) -> int:
    """Count the pictures."""
    return sum("/media/" in name.lower() for name in package.names)


def external_links(package: Package) -> tuple[str, ...]:
    """Return the addresses outside the file from which it takes something; links that a person may follow are none."""
    found: dict[str, None] = {}
    for listed in package.names:
        if listed.lower().endswith(".rels"):
            folder, _, name = listed.rpartition("/_rels/")
            part = f"{folder}/{name[:-5]}" if folder else name[:-5]
            for relation in package.relations_of(part if listed != "_rels/.rels" else ""):
                if relation.is_external and relation.kind != "hyperlink":
                    found[relation.target[:300]] = None
    if package.has("xl/connections.xml"):
        for element in stream(package.small("xl/connections.xml"), "dbPr", "webPr"):
            found[(element.get("url") or element.get("connection") or "connection")[:300]] = None
    return tuple(found)


def aside_of(package: Package) -> Iterator[Paragraph]:
    """Yield what stands beside the cells: comments, words in shapes, and the properties of the file."""
    for name in package.names:
        low = name.lower()
        folder, last = low.rpartition("/")[::2]
        if last.startswith("comments") or folder.endswith(("comments", "threadedcomments")):
            kind, tags = ParagraphKind.COMMENT, ("text",)
        elif folder.endswith("/drawings") and low.endswith((".xml", ".vml")) and last.startswith("drawing"):
            kind, tags = ParagraphKind.TEXT_BOX, ("p",)
        elif name in _PROPERTIES:
            yield from _properties(package.small(name))
            continue
        else:
            continue
        if low.endswith(".xml"):
            for element in stream(package.read(name), *tags):
                if text := (text_of(element) or element.text or "").strip()[:_LONGEST_ASIDE]:
                    yield Paragraph(" ".join(text.split()), kind)


def _properties(data: bytes) -> Iterator[Paragraph]:
    for root in stream(data, "coreProperties", "Properties"):
        for element in root.iter():
            name = element.get("name") or name_of(element)
            text = (element.text or "").strip()
            if text and len(element) == 0 and name not in _TECHNICAL and not text.isdigit():
                yield Paragraph(f"{name}: {text[:1000]}", ParagraphKind.PROPERTY)


def _formats_of(package: Package) -> tuple[Format, ...]:
    part = _part_of_kind(package, "styles+xml", "xl/styles.xml")
    if not part:
        return ()
    codes: dict[str, str] = {}
    formats: list[Format] = []
    for element in stream(package.read(part), "numFmt", "cellXfs"):
        if name_of(element) == "numFmt":
            codes[element.get("numFmtId", "")] = element.get("formatCode", "")
            continue
        for style in element:
            key = style.get("numFmtId", "0")
            number = int(key) if key.isascii() and key.isdigit() and len(key) < 10 else 0
            formats.append(format_of(number, codes.get(key, "")) if number or key in codes else PLAIN)
    return tuple(formats)


def _part_of_kind(package: Package, kind: str, usual: str) -> str:
    """Return the part with a content type that ends so, else the one with the usual name, else an empty text."""
    by_kind = (name for name in package.names if package.type_of(name).endswith(kind))
    by_name = (name for name in package.names if name.lower() == usual)
    return next(by_kind, "") or next(by_name, "")
