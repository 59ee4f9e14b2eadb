"""The final text for Word: the lines with named styles, head and foot as tables without borders, rules as borders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from docx.section import Section
from docx.shared import Mm

from proceedings.exports.docx_package import Properties, field, package_of, replace_content, write_package
from proceedings.exports.printable import Lettering
from proceedings.exports.regulation.body import TITLES, Block, Foot, Grid, Line, body_of
from proceedings.exports.regulation.document import RegulationDocument
from proceedings.exports.regulation.docx_styles import (
    MARK,
    RULE,
    RULED_TABLE,
    look_of,
    style_id,
    style_sheet,
    twips,
)
from proceedings.exports.regulation.head import HeadLine, head_of, recipients_of, signing_of, title_of
from proceedings.exports.regulation.looks import Component, LayoutProfile

_EMPTY = (
    '<w:p><w:pPr>{keep}<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/></w:pPr></w:p>'
)
_NOT_BOLD = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_NOT_KEPT = '<w:keepNext w:val="0"/><w:keepLines w:val="0"/>'  # an article whose text begins beside its mark
_BORDERLESS = (
    '<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def write_docx(document: RegulationDocument, profile: LayoutProfile, path: Path) -> Path:
    """Write `document` to `path` and return it; equal documents give equal bytes. Numbers are text, never fields.

    Raises LayoutRefused or OSError and then leaves no file.
    """
    clean = Lettering()
    blocks = body_of(document, profile)
    writer = _Writer(document, profile, clean)
    parts = [fragment.encode() for fragment in writer.write(blocks)]
    is_mirrored = document.is_two_sided and profile.margins.may_mirror
    package = package_of(
        style_sheet(profile, _levels(blocks), document.language),
        _properties(document, clean),
        lambda section: _furnish(section, document, profile, clean),
        is_mirrored=is_mirrored,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _stored(package, parts, path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _stored(package: bytes, parts: Iterable[bytes], path: Path) -> Path:
    write_package(package, parts, path)
    return path


def _levels(blocks: Iterable[Block]) -> dict[Component, int]:
    """The outermost level of each component; a deeper one (chương below phần) says so itself."""
    levels: dict[Component, int] = {}
    for block in blocks:
        if isinstance(block, Line) and block.level:
            levels[block.component] = min(block.level, levels.get(block.component, block.level))
    return levels


class _Writer:
    """Turns the head, the lines and the foot into WordprocessingML, every word escaped."""

    def __init__(self, document: RegulationDocument, profile: LayoutProfile, clean: Lettering) -> None:
        self._document, self._profile, self._clean = document, profile, clean
        self._width = twips(profile.line_width)

    def write(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """The body of the document, fragment by fragment."""
        self._outline = _levels(blocks)
        yield self._head()
        yield _empty(300)
        for line in title_of(self._document, self._profile):
            yield self._head_line(line, self._width)
        yield _empty(200)
        for place, block in enumerate(blocks):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            match block:
                case Line():
                    yield self._line(block, is_last=isinstance(following, Foot))
                case Grid():
                    yield self._grid(block)
                case Foot():
                    yield self._foot()

    def _head(self) -> str:
        head = head_of(self._document, self._profile)
        left = round(self._width * self._profile.left_share)
        widths = (left, self._width - left)
        rows = ((head.left, head.right), (head.number, head.place_date))
        cells = (
            [self._column(lines, width) for lines, width in zip(row, widths, strict=True)] for row in rows
        )
        return self._borderless(cells, widths)

    def _foot(self) -> str:
        recipients = recipients_of(self._document)
        signing = signing_of(self._document, self._profile)
        if not recipients and not signing:
            return ""
        widths = (self._width // 2, self._width - self._width // 2)
        row = [self._column(recipients, widths[0]), self._column(signing, widths[1])]
        return _empty(240, keep="<w:keepNext/>") + self._borderless([row], widths) + _empty(20)

    def _borderless(self, rows: Iterable[list[str]], widths: tuple[int, int]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        written = "".join(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + "".join(_cell(content, width) for content, width in zip(row, widths, strict=True))
            + "</w:tr>"
            for row in rows
        )
        properties = _BORDERLESS.format(width=sum(widths))
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"

    def _column(self, lines: Iterable[HeadLine], width: int) -> str:
        return "".join(self._head_line(line, width) for line in lines) or _empty(20)

    def _head_line(self, line: HeadLine, width: int) -> str:
        return self._paragraph(line.component, self._run(line.text)) + self._rule(line.rule, width)

    def _rule(self, length: float, width: int) -> str:
        """A rule of `length` millimetres as the border of an empty paragraph that is moved in on both sides."""
        if not length:
            return ""
        side = max((width - twips(length)) // 2, 0)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{RULE}"/><w:pBdr><w:top w:val="single" w:sz="6" w:space="0"'
            f' w:color="000000"/></w:pBdr><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
        )

    def _line(self, line: Line, *, is_last: bool) -> str:
        keep = "<w:keepNext/>" if is_last else _NOT_KEPT if line.text and line.level else ""
        page = "<w:pageBreakBefore/>" if line.begins_page else ""
        outline = self._deeper(line)
        if line.component in TITLES:
            return self._paragraph(line.component, self._opening(line), f"{page}{outline}")
        return self._paragraph(line.component, self._words(line), f"{keep}{page}{outline}")

    def _deeper(self, line: Line) -> str:
        is_deeper = line.level and line.level != self._outline.get(line.component)
        return f'<w:outlineLvl w:val="{line.level - 1}"/>' if is_deeper else ""

    def _opening(self, line: Line) -> str:
        """Mark and title of a division: two lines of one paragraph, so that the navigation shows both."""
        title = look_of(self._profile.looks[TITLES[line.component]]) if line.title else ""
        between = "<w:r><w:br/></w:r>" if line.mark and line.title else ""
        mark = self._run(line.mark) if line.mark else ""
        return mark + between + (self._run(line.title, title) if line.title else "")

    def _words(self, line: Line) -> str:
        opening = " ".join(part for part in (line.mark, line.title) if part)
        if not opening:
            return self._run(line.text)
        if not line.text:
            return self._run(opening)
        if line.component is Component.ARTICLE:
            return self._run(f"{opening} ") + self._run(line.text, _NOT_BOLD)
        return self._run(f"{opening} {line.text}")

    def _grid(self, grid: Grid) -> str:
        widths = [round(self._width * share) for share in grid.widths]
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if self._heads(place, grid) else ''}</w:trPr>"
            + "".join(
                _cell(self._paragraph(Component.TABLE, self._run(text)), width)
                for text, width in zip(row, widths, strict=True)
            )
            + "</w:tr>"
            for place, row in enumerate(grid.rows)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{RULED_TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
            + _empty(120)
        )

    @staticmethod
    def _heads(place: int, grid: Grid) -> bool:
        return place == 0 and len(grid.rows) > 1

    def _paragraph(self, component: Component, content: str, properties: str = "") -> str:
        style = f'<w:pStyle w:val="{style_id(component)}"/>'
        return f"<w:p><w:pPr>{style}{properties}</w:pPr>{content}</w:p>"

    def _run(self, text: str, properties: str = "") -> str:
        lines = escape(self._clean(text)).split("\n")
        content = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
        return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{content}</w:r>"


def _empty(line: int, keep: str = "") -> str:
    """An empty line of so many twentieths of a point; with `keep` it stays with what follows."""
    return _EMPTY.format(line=line, keep=keep)


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _properties(document: RegulationDocument, clean: Lettering) -> Properties:
    bodies = (document.superior_body, document.issuing_body)
    return Properties(
        title=clean(document.full_title),
        created=document.created,
        subject=clean(document.subject),
        author=clean("; ".join(body for body in bodies if body)),
        keywords=clean(", ".join(word for word in (document.type_name, document.sample_mark) if word)),
        comments=clean(document.sample_mark),
        language=document.language,
    )


def _furnish(
    section: Section, document: RegulationDocument, profile: LayoutProfile, clean: Lettering
) -> None:
    """Sheet and margins; the number in the head of every page but the first, the marks of the text beside it."""
    margins = profile.margins
    section.page_width, section.page_height = Mm(profile.width), Mm(profile.height)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = Mm(profile.number_from_edge)
    section.footer_distance = Mm(profile.number_from_edge)
    section.different_first_page_header_footer = True
    sample = escape(clean(document.sample_mark))
    first = f'<w:p><w:pPr><w:pStyle w:val="{MARK}"/></w:pPr><w:r><w:t>{sample}</w:t></w:r></w:p>'
    for head in (section.header, section.first_page_header):
        head.is_linked_to_previous = False
    replace_content(section.first_page_header._element, first)
    replace_content(section.header._element, _running_head(document, profile, clean))


def _running_head(document: RegulationDocument, profile: LayoutProfile, clean: Lettering) -> str:
    width = twips(profile.line_width)
    tabs = f'<w:tab w:val="center" w:pos="{width // 2}"/><w:tab w:val="right" w:pos="{width}"/>'
    small = '<w:rPr><w:i/><w:iCs/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'
    loud = '<w:rPr><w:b/><w:bCs/><w:color w:val="9C1C1F"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'
    draft, sample = escape(clean(document.draft_mark)), escape(clean(document.sample_mark))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(Component.PAGE_NUMBER)}"/><w:tabs>{tabs}</w:tabs>'
        f'<w:jc w:val="left"/></w:pPr><w:r>{small}<w:t>{draft}</w:t></w:r><w:r><w:tab/></w:r>{field("PAGE")}'
        f"<w:r><w:tab/></w:r><w:r>{loud}<w:t>{sample}</w:t></w:r></w:p>"
    )
