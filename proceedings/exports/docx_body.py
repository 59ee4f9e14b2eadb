"""Blocks of the neutral tree as WordprocessingML: fragments of text, every word of the record escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from proceedings.exports.docx_styles import (
    BODY,
    LACQUER,
    ROLE_STYLES,
    RUNNING_HEAD,
    TABLE,
    TABLE_CELL,
    TABLE_HEAD,
)
from proceedings.exports.printable import Lettering
from proceedings.exports.tree import (
    BYLINE,
    Block,
    Emphasis,
    Heading,
    ListItem,
    NewPage,
    Paragraph,
    Role,
    Run,
    Table,
)

_EMPHASIS = {Emphasis.PLAIN: "", Emphasis.STRONG: "<w:b/><w:bCs/>", Emphasis.ITALIC: "<w:i/><w:iCs/>"}
_LONGEST_UNCUT_CELL = 900  # letters; a longer row may run over a page
_STEP = 454  # twentieths of a point (8 mm) by which a deeper item is moved in
_ALONE = '<w:spacing w:before="4200"/>'
_APART = '<w:spacing w:before="240"/>'
_LACQUER = f'<w:color w:val="{LACQUER}"/>'
_BYLINE = '<w:b w:val="0"/><w:bCs w:val="0"/><w:i/><w:iCs/><w:sz w:val="22"/><w:szCs w:val="22"/>'
_FIELD_OPENS = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents and the bookmark it leads to."""

    level: int
    text: str
    byline: str
    bookmark: str


class BodyWriter:
    """Turns blocks into XML, one after another, and remembers the headings it met.

    A page break is a property of the paragraph that begins the page, so that no empty page can arise.
    """

    def __init__(self, lettering: Lettering, line_width: int, *, begins_page: bool = False) -> None:
        self.entries: list[Entry] = []
        self._clean = lettering
        self._line_width = line_width
        self._begins_page = begins_page
        self._is_after_byline = False

    def write(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The XML of each block."""
        before: Block | None = None
        for block in blocks:
            self._is_after_byline = isinstance(before, Paragraph) and before.role in BYLINE
            before = block
            match block:
                case NewPage():
                    self._begins_page = True
                case Heading():
                    yield from self._heading(block)
                case Paragraph(runs=runs, role=role):
                    apart = _APART if self._is_after_byline and role not in BYLINE else ""
                    yield self.paragraph(ROLE_STYLES[role], self._runs(runs), apart)
                case ListItem(label=label, runs=runs, depth=depth):
                    indent = f'<w:ind w:left="{_STEP * depth}" w:firstLine="567"/>' if depth else ""
                    yield self.paragraph("Item", self._runs((Run(f"{label} "), *runs)), indent)
                case Table():
                    yield from self._table(block)

    def paragraph(self, style: str, content: str, properties: str = "") -> str:
        """One paragraph; `content` is XML of runs."""
        page = "<w:pageBreakBefore/>" if self._begins_page else ""
        self._begins_page = False
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{page}{properties}</w:pPr>{content}</w:p>'

    def text_run(self, text: str, properties: str = "") -> str:
        """One run of user text: cleaned, escaped, a line feed as a break."""
        lines = escape(self._clean(text)).split("\n")
        content = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
        return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{content}</w:r>"

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(self.text_run(run.text, _EMPHASIS[run.emphasis]) for run in runs)

    def _heading(self, heading: Heading) -> Iterator[str]:
        entry = Entry(heading.level, heading.text, heading.byline, f"_Toc{len(self.entries) + 1:08}")
        self.entries.append(entry)
        run = self.text_run(
            heading.text, f'<w:rStyle w:val="{RUNNING_HEAD}"/>' + (_LACQUER if heading.alone else "")
        )
        mark = f'w:id="{len(self.entries)}"'
        marked = f'<w:bookmarkStart {mark} w:name="{entry.bookmark}"/>{run}<w:bookmarkEnd {mark}/>'
        if heading.alone:
            self._begins_page = True
        yield self.paragraph(f"Heading{heading.level}", marked, _ALONE if heading.alone else "")
        if heading.alone:
            if heading.byline:
                yield self.paragraph(ROLE_STYLES[Role.POST], self.text_run(heading.byline))
            yield self.paragraph("Rule", "")
            self._begins_page = True

    def _table(self, table: Table) -> Iterator[str]:
        widths = [round(self._line_width * width / sum(table.widths)) for width in table.widths]
        if table.caption or self._begins_page:
            yield self.paragraph("TableCaption", self.text_run(table.caption))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        yield self._row(table.header, widths, TABLE_HEAD, "<w:cantSplit/><w:tblHeader/>")
        for row in table.rows:
            fits = max(map(len, row), default=0) < _LONGEST_UNCUT_CELL
            yield self._row(row, widths, TABLE_CELL, "<w:cantSplit/>" if fits else "")
        yield f'</w:tbl><w:p><w:pPr><w:pStyle w:val="{BODY}"/></w:pPr></w:p>'

    def _row(self, cells: Iterable[str], widths: list[int], style: str, properties: str) -> str:
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for width, content in zip(
                widths, (self.paragraph(style, self.text_run(text)) for text in cells), strict=True
            )
        )
        return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{written}</w:tr>"


def contents(entries: Iterable[Entry], title: str, writer: BodyWriter) -> Iterator[str]:
    """A real table-of-contents field, marked to be renewed, its result filled in for programs that do not.

    The filled-in lines carry bylines but no page numbers: only the program that lays the pages out knows them.
    """
    yield writer.paragraph("ContentsTitle", writer.text_run(title))
    opening = _FIELD_OPENS
    for entry in entries:
        link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">'
        byline = f"<w:r><w:br/></w:r>{writer.text_run(entry.byline, _BYLINE)}" if entry.byline else ""
        line = f"{link}{writer.text_run(entry.text)}{byline}</w:hyperlink>"
        yield writer.paragraph(f"TOC{entry.level}", opening + line)
        opening = ""
    yield f'<w:p>{opening}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
