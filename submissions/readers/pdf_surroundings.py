"""What a PDF holds besides the text of its pages: files, scripts, links, fields of forms, comments, signatures."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from submissions.readers.archive_names import plain_name
from submissions.readers.document import Paragraph, ParagraphKind, Remark

_LISTED: Final = 200
"""How many of a kind are listed at most."""
_ANNOTATIONS_READ: Final = 2_000
_STREAMS_READ: Final = 2_000
_STREAM_SIZE: Final = 4_000_000

_SCRIPT = re.compile(rb"/(?:JavaScript|JS)[\s(<\[/]")
_LAUNCH = re.compile(rb"/Launch[\s/>\]]")
_XFA = re.compile(rb"/XFA[\s(\[<]")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,300}?stream\r?\n", re.S)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_FIELDS: Final = frozenset({pdfium_c.FPDF_FORMFIELD_TEXTFIELD, pdfium_c.FPDF_FORMFIELD_COMBOBOX})
_NOTES: Final = frozenset(
    {pdfium_c.FPDF_ANNOT_TEXT, pdfium_c.FPDF_ANNOT_HIGHLIGHT, pdfium_c.FPDF_ANNOT_STRIKEOUT}
)


@dataclass(slots=True)
class Surroundings:
    """What was found; ``fields`` are the filled fields of a form, ``notes`` comments and text put over the page."""

    embedded: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fields: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    launches: bool = False


def embedded_files(pdf: pdfium.PdfDocument) -> list[str]:
    """Return the names of the files inside a PDF, the first ``_LISTED`` of them."""
    count = min(pdfium_c.FPDFDoc_GetAttachmentCount(pdf), _LISTED)
    attachments = [pdfium_c.FPDFDoc_GetAttachment(pdf, at) for at in range(count)]
    return [plain_name(_text(partial(pdfium_c.FPDFAttachment_GetName, one))) for one in attachments]


def remarks_on(pdf: pdfium.PdfDocument, raw: bytes, surroundings: Surroundings) -> Iterator[Remark]:
    """Yield what is worth telling: scripts, launched programs, signatures, forms that no reader can show."""
    hidden = b"\n".join(_object_streams(raw))
    if pdfium_c.FPDFDoc_GetJavaScriptActionCount(pdf) > 0 or _SCRIPT.search(raw) or _SCRIPT.search(hidden):
        yield Remark("pdf_scripts")
    if surroundings.launches or _LAUNCH.search(raw) or _LAUNCH.search(hidden):
        yield Remark("pdf_launches_program")
    if _XFA.search(raw) or _XFA.search(hidden):
        yield Remark("pdf_dynamic_form")
    if (signatures := pdfium_c.FPDF_GetSignatureCount(pdf)) > 0:
        yield Remark("digitally_signed", {"count": signatures})


def read_annotations(
    pdf: pdfium.PdfDocument, page: pdfium.PdfPage, number: int, surroundings: Surroundings
) -> None:
    """Add the links, filled fields and comments of one page."""
    for at in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _ANNOTATIONS_READ)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        try:
            kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium_c.FPDF_ANNOT_LINK:
                _read_link(pdf, annotation, surroundings)
            elif kind == pdfium_c.FPDF_ANNOT_WIDGET and pdf.formenv:
                _read_field(pdf, annotation, number, surroundings)
            elif kind == pdfium_c.FPDF_ANNOT_FREETEXT or kind in _NOTES:
                _read_note(annotation, number, surroundings)
            elif kind == pdfium_c.FPDF_ANNOT_FILEATTACHMENT and len(surroundings.embedded) < _LISTED:
                surroundings.embedded.append("?")
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def _read_link(pdf: pdfium.PdfDocument, annotation: object, surroundings: Surroundings) -> None:
    action = pdfium_c.FPDFLink_GetAction(pdfium_c.FPDFAnnot_GetLink(annotation))
    kind = pdfium_c.FPDFAction_GetType(action) if action else None
    if kind == pdfium_c.PDFACTION_LAUNCH:
        surroundings.launches = True
    if kind == pdfium_c.PDFACTION_URI and len(surroundings.links) < _LISTED:
        length = pdfium_c.FPDFAction_GetURIPath(pdf, action, None, 0)
        out = ctypes.create_string_buffer(min(length, 4_000))
        pdfium_c.FPDFAction_GetURIPath(pdf, action, out, len(out))
        address = out.value.decode("utf-8", "replace")[:500]
        if _ADDRESS.match(address) and address not in surroundings.links:
            surroundings.links.append(address)


def _read_field(pdf: pdfium.PdfDocument, annotation: object, number: int, surroundings: Surroundings) -> None:
    form = pdf.formenv
    if pdfium_c.FPDFAnnot_GetFormFieldType(form, annotation) not in _FIELDS:
        return
    value = _text(partial(pdfium_c.FPDFAnnot_GetFormFieldValue, form, annotation))
    label = _text(partial(pdfium_c.FPDFAnnot_GetFormFieldAlternateName, form, annotation))
    if value.strip():
        text = f"{label.strip()}: {value.strip()}" if label.strip() else value.strip()
        surroundings.fields += [
            Paragraph(" ".join(line.split()), ParagraphKind.TEXT_BOX, page=number)
            for line in text.splitlines()
            if line.strip()
        ]


def _read_note(annotation: object, number: int, surroundings: Surroundings) -> None:
    text = _text(partial(pdfium_c.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    if text.strip():
        surroundings.notes.append(Paragraph(" ".join(text.split()), ParagraphKind.COMMENT, page=number))


def _text(ask: Callable[[object, int], int]) -> str:
    """Return a text of pdfium's that is asked for twice: how long it is, and then itself (UTF-16, closed by a zero)."""
    length = min(ask(None, 0), 400_000)
    if length <= 2:
        return ""
    out = (ctypes.c_ushort * (length // 2 + 1))()
    ask(out, length)
    return bytes(out)[: length - 2].decode("utf-16-le", "replace").replace("\0", "")


def _object_streams(raw: bytes) -> Iterator[bytes]:
    """Yield the streams in which newer files pack their objects, as far as they unpack."""
    for count, found in enumerate(_OBJECT_STREAM.finditer(raw)):
        if count >= _STREAMS_READ:
            return
        try:
            yield zlib.decompressobj().decompress(raw[found.end() : found.end() + 1_000_000], _STREAM_SIZE)
        except zlib.error:
            continue
