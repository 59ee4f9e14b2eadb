"""The Word package around the body: styles, heads, feet, properties; its bytes are the same every time."""

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Mm

from proceedings.exports.docx_styles import GOLD, LACQUER, RUNNING_HEAD_NAME, W, style_sheet
from proceedings.exports.printable import Lettering, shorten
from proceedings.exports.tree import Document, PageSetup

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a ZIP can tell: equal content gives equal bytes
_BODY_PART = "word/document.xml"
_HERE = b"<w:sectPr"
_HEAD_LENGTH = 36
_UNUSED = ("thumbnail", "stylesWithEffects", "customXml", "webSettings", "numbering", "fontTable", "theme")
_PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Kỷ yếu</Application></Properties>"
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself; `created` is aware and the only time in the file."""

    title: str
    created: datetime
    subject: str = ""
    author: str = ""
    keywords: str = ""
    comments: str = ""
    language: str = "vi"


def empty_package(document: Document, lettering: Lettering) -> bytes:
    """A Word package for `document` with everything but its body."""
    return package_of(
        style_sheet(document.language),
        _properties_of(document, lettering),
        lambda section: _set_section(section, document, lettering),
    )


def package_of(
    styles: str, properties: Properties, furnish: Callable[[Section], None], *, is_mirrored: bool = False
) -> bytes:
    """A Word package without a body: `styles` is its styles.xml, `furnish` sets sheet, heads and feet.

    `is_mirrored` lets left and right margins change places on even pages, for printing on both sides.
    """
    word = docx.Document()
    _drop_unused(word)
    word.part._styles_part._element = parse_xml(styles)
    _set_compatibility(word)
    if is_mirrored:
        _mirror_margins(word)
    furnish(word.sections[0])
    _set_properties(word, properties)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def line_width(page: PageSetup) -> int:
    """The width of a line in twentieths of a point."""
    return round((page.width - page.left - page.right) * 1440 / 25.4)


def write_package(package: bytes, body: Iterable[bytes], path: Path) -> None:
    """Write the package to `path` with `body` before its section properties, all dates fixed."""
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            with target.open(info, "w") as part:
                data = source.read(name)
                if name == _BODY_PART:
                    before, after = data.split(_HERE, 1)
                    part.write(before)
                    part.writelines(body)
                    part.write(_HERE + after)
                else:
                    part.write(_PROGRAM.encode() if name == "docProps/app.xml" else data)


def _drop_unused(word: WordDocument) -> None:
    """Leave out the parts of the stock template that nobody asked for, such as a picture of an empty page."""
    for relationships in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in relationships.items() if rel.reltype.rsplit("/", 1)[1] in _UNUSED]:
            del relationships[key]


def _set_compatibility(word: WordDocument) -> None:
    settings = word.settings.element
    for setting in settings.iter(f"{{{W}}}compatSetting"):
        if setting.get(f"{{{W}}}name") == "compatibilityMode":
            setting.set(f"{{{W}}}val", "15")
    for tag in ("savePreviewPicture", "proofState", "rsids"):
        for element in settings.findall(f"{{{W}}}{tag}"):
            settings.remove(element)


def _mirror_margins(word: WordDocument) -> None:
    """Set the switch where the schema wants it: after the view and the zoom, before all that is ours."""
    settings = word.settings.element
    before = [child for child in settings if child.tag in (f"{{{W}}}view", f"{{{W}}}zoom")]
    settings.insert(len(before), parse_xml(f'<w:mirrorMargins xmlns:w="{W}"/>'))


def _properties_of(document: Document, clean: Lettering) -> Properties:
    return Properties(
        title=clean(" – ".join((document.full_title, *document.marks))),
        created=document.created,
        subject=clean(document.subject),
        author=clean("; ".join(document.bodies)),
        keywords=clean(", ".join((*document.keywords, *document.marks))),
        comments=clean(", ".join(document.marks)),
        language=document.language,
    )


def _set_properties(word: WordDocument, given: Properties) -> None:
    properties = word.core_properties
    properties.title = given.title[:255]
    properties.subject = given.subject[:255]
    properties.author = given.author[:255]
    properties.last_modified_by = properties.author
    properties.keywords = given.keywords[:255]
    properties.comments = given.comments[:255]
    properties.language = given.language
    properties.created = properties.modified = given.created.replace(tzinfo=None, microsecond=0) - (
        given.created.utcoffset() or given.created - given.created
    )
    properties.revision = 1


def _set_section(section: Section, document: Document, clean: Lettering) -> None:
    page = document.page
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(8), Mm(9)
    section.different_first_page_header_footer = True
    section._sectPr.find(f"{{{W}}}pgMar").addnext(parse_xml(_frame()))
    head = section.header
    head.is_linked_to_previous = False
    replace_content(head._element, _running_head(document, clean))
    foot = section.footer
    foot.is_linked_to_previous = False
    replace_content(foot._element, _page_foot())


def _frame() -> str:
    """A hairline of gold around the cover."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="24" w:color="{GOLD}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f'<w:pgBorders xmlns:w="{W}" w:offsetFrom="page" w:display="firstPage">{sides}</w:pgBorders>'


def replace_content(part: object, xml: str) -> None:
    """Put the paragraphs and tables of `xml` in the place of all that a head or foot holds."""
    element = parse_xml(f'<w:part xmlns:w="{W}">{xml}</w:part>')
    for child in list(part):  # type: ignore[call-overload]
        part.remove(child)  # type: ignore[attr-defined]
    part.extend(list(element))  # type: ignore[attr-defined]


def _running_head(document: Document, clean: Lettering) -> str:
    """Volume on the left, the paper's title on the right, in a row of fixed height: the text never moves."""
    marks = "".join(
        f'<w:r><w:rPr><w:b/><w:i w:val="0"/><w:color w:val="{LACQUER}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(clean(mark))}  ·  </w:t></w:r>'
        for mark in document.marks
    )
    title = escape(clean(shorten(document.running_title, _HEAD_LENGTH)))
    width = line_width(document.page)
    columns = (round(width * 0.55), width - round(width * 0.55))
    cells = (
        ("left", f"{marks}<w:r><w:t>{title}</w:t></w:r>"),
        ("right", field(f'STYLEREF "{RUNNING_HEAD_NAME}"')),
    )
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="{side}"/></w:pPr>{content}</w:p></w:tc>'
        for column, (side, content) in zip(columns, cells, strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    edge = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{GOLD}"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{edge}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="480" w:hRule="exact"/></w:trPr>{row}</w:tr></w:tbl>'
        '<w:p><w:pPr><w:pStyle w:val="Header"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _page_foot() -> str:
    slash = "<w:r><w:t>/</w:t></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{field("PAGE")}{slash}{field("NUMPAGES")}</w:p>'


def field(code: str) -> str:
    """The runs of a field that the word processor fills in, such as PAGE."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
