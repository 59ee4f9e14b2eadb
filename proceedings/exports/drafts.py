"""The final text and the redline as files, from the last issued drafts of a consulted text.

What goes into a file follows from issued drafts alone, so that the same drafts give the same bytes in every edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from proceedings.exports.akoma_ntoso import (
    Amendment,
    Change,
    Identity,
    Version,
    write_akoma_ntoso,
    write_amended,
)
from proceedings.exports.draft_names import REDLINES
from proceedings.exports.fonts import FontChoice
from proceedings.exports.redline_docx import write_redline_docx
from proceedings.exports.redline_pdf import RedlineDocument, write_redline_pdf
from proceedings.exports.regulation.document import Family as LayoutFamily
from proceedings.exports.regulation.document import RegulationDocument
from proceedings.exports.regulation.final_text import write_final_text
from proceedings.exports.tree import Document
from proceedings.models import Workshop
from proceedings.queries.draft_marks import Reasons
from proceedings.queries.draft_readings import DraftReader
from proceedings.queries.issued_drafts import CirculatedText, IssuedDraft
from proceedings.text.folding import fold
from proceedings.text.lineage import Fate, Lineage
from proceedings.text.provisions import Provision, walk
from proceedings.text.redline import Redline, tracked_paragraphs
from proceedings.vocabulary import Family

#: What a title begins with, as the subtype of an Akoma Ntoso document.
_TYPES: Final = (
    *("Quy chế", "Quy định", "Quy trình", "Nghị quyết", "Chỉ thị", "Kết luận", "Quyết định", "Nghị định"),
    *("Thông tư", "Luật", "Pháp lệnh", "Hướng dẫn", "Kế hoạch", "Đề án", "Chương trình", "Điều lệ"),
)


def write_draft_file(
    workshop: Workshop, text: CirculatedText, kind: str, path: Path, *, fonts: FontChoice | None = None
) -> Path:
    """Write the file of a kind (one of DRAFT_FILES) of a text to ``path``; equal drafts give equal bytes.

    Raises LayoutRefused where the family has no such sign, PdfFailed, NoUsableFont or OSError.
    """
    reader = DraftReader()
    if kind in REDLINES:
        return _write_redline(workshop, text, reader, path, fonts)
    if kind.endswith(".akn.xml"):
        path.write_bytes(_akoma_ntoso(workshop, text, reader))
        return path
    return write_final_text(_document(workshop, text, reader), path, fonts=fonts)


def _document(workshop: Workshop, text: CirculatedText, reader: DraftReader) -> RegulationDocument:
    draft = text.latest
    number, symbol = _parted(text.issued_symbol, text.family)
    return RegulationDocument(
        family=LayoutFamily(text.family.value),
        provisions=reader.tree(draft),
        created=draft.issued_at,
        dated_on=text.issued_on or draft.issued_on,
        issuing_body=workshop.host,
        number=number,
        symbol=symbol,
        title=text.issued_title or draft.title,
        draft_mark="" if text.issued_symbol else _name(draft),
        sample_mark=_("VĂN BẢN MẪU") if draft.is_sample else "",
    )


def _parted(symbol: str, family: Family) -> tuple[str, str]:
    """Part "90-QĐ/TW" and "15/QĐ-UBND" into number and symbol, as each family writes them."""
    number, _sign, rest = symbol.partition("-" if family is Family.PARTY else "/")
    return number.strip(), rest.strip()


def _name(draft: IssuedDraft) -> str:
    return _("Dự thảo lần %(number)s") % {"number": draft.number}


def _akoma_ntoso(workshop: Workshop, text: CirculatedText, reader: DraftReader) -> bytes:
    draft, before = text.latest, text.before(text.latest)
    identity = Identity(
        workshop=workshop.slug,
        text=text.slug,
        title=text.issued_title or draft.title,
        body=workshop.host,
        versions=tuple(Version(each.number, each.issued_on) for each in text.drafts),
        issued_number=text.issued_symbol,
        subtype=_subtype(text.title),
    )
    tree = reader.tree(draft)
    if before is None:
        return write_akoma_ntoso(tree, identity)
    earlier = reader.tree(before)
    amendments = tuple(_amendments(reader.lineage(before, draft), earlier, tree))
    return write_amended(tree, identity, earlier, before.number, amendments)


def _subtype(title: str) -> str:
    folded = fold(title)
    found = next((name for name in _TYPES if folded.startswith(fold(name))), "Văn bản")
    return fold(found).replace(" ", "-")


def _amendments(
    lineage: Lineage, earlier: tuple[Provision, ...], later: tuple[Provision, ...]
) -> Iterator[Amendment]:
    before = {node.path: node for node in walk(earlier)}
    after = {node.path: node for node in walk(later)}
    for match in lineage:
        if match.fate is not Fate.KEPT:
            yield Amendment(
                Change(match.fate.value),
                match.old,
                match.new,
                _words(before[path] for path in match.old),
                _words(after[path] for path in match.new),
            )


def _words(nodes: Iterator[Provision]) -> str:
    """The own words of provisions: those of the provisions below have amendments of their own."""
    return "\n".join(line for node in nodes for line in node.own_lines()[0])


def _write_redline(
    workshop: Workshop, text: CirculatedText, reader: DraftReader, path: Path, fonts: FontChoice | None
) -> Path:
    earlier, later = text.drafts[-2:]
    redline, reasons = reader.redline(earlier, later), reader.reasons(later)
    mark = _("VĂN BẢN MẪU") if later.is_sample else ""
    if path.suffix == ".pdf":
        around = RedlineDocument(
            title=later.title,
            earlier=_name(earlier),
            later=_name(later),
            created=later.issued_at,
            bodies=(workshop.host,) if workshop.host else (),
            sample_mark=mark,
        )
        outlines = reader.outline(earlier), reader.outline(later)
        marked = reader.marked(earlier, later)
        return write_redline_pdf(redline, around, path, outlines=outlines, marked=marked, fonts=fonts)
    document = Document(
        title=f"{later.title} – {_name(earlier)} → {_name(later)}",
        blocks=(),
        created=later.issued_at,
        bodies=(workshop.host,) if workshop.host else (),
        marks=(mark,) if mark else (),
    )
    return write_redline_docx(
        tracked_paragraphs(redline),
        document,
        path,
        author=workshop.host or _("Tổ biên tập"),
        reasons=_places(redline, reasons),
    )


def _places(redline: Redline, reasons: Reasons) -> dict[int, str]:
    """Return the reasons by the place of the first paragraph of what they are about."""
    of_block = {change.blocks[0]: reasons.of(change, redline) for change in redline.changes}
    places, place = {}, 0
    for block in redline.blocks:
        if of_block.get(block.index):
            places[place] = of_block[block.index]
        place += len(block.paragraphs)
    return places
