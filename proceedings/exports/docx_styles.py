"""The style sheet of our Word files: every look has a named style, all in Times New Roman."""

from xml.sax.saxutils import quoteattr

from proceedings.exports.tree import Role

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Times New Roman"
INK, QUIET, LACQUER, GOLD = "1C1A17", "5D574D", "9C1C1F", "B08D3C"
GOLD_BELOW = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="{GOLD}"/></w:pBdr>'
_RED_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="3" w:color="{LACQUER}"/>'
    for side in ("top", "left", "bottom", "right")
)

BODY, TABLE_HEAD, TABLE_CELL, TABLE = "BodyText", "TableHead", "TableCell", "ProceedingsTable"
ROLE_STYLES = {
    Role.BODY: BODY,
    Role.LEAD: "Lead",
    Role.SUBHEAD: "Subhead",
    Role.KICKER: "Kicker",
    Role.AUTHOR: "Author",
    Role.POST: "Post",
    Role.ORGANISATION: "Organisation",
    Role.NOTE: "Note",
    Role.MARK: "Mark",
}
RUNNING_HEAD_NAME = "Running Head"
RUNNING_HEAD = (
    "RunningHead"  # a character style without a look: the head of each page repeats the words that wear it
)

_NARROW = '<w:ind w:left="567" w:right="567"/>'
_CENTRED = '<w:jc w:val="center"/>'


def font(
    size: float, *, bold: bool = False, italic: bool = False, caps: bool = False, colour: str = INK
) -> str:
    """The run properties of a style, in the order that the schema asks for; `size` in points."""
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + ("<w:caps/>" if caps else "")
        + f'<w:color w:val="{colour}"/><w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>'
    )


def spacing(before: float, after: float, line: float = 0, *, multiple: float = 1.05) -> str:
    """The spacing of a paragraph: points before and after, lines of exactly `line` points or a `multiple` of one."""
    exact = f' w:line="{line * 20:.0f}" w:lineRule="exact"'
    pitch = exact if line else f' w:line="{multiple * 240:.0f}" w:lineRule="auto"'
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"{pitch}/>'


def paragraph_style(
    style: str, name: str, paragraph: str, run: str, *, based_on: str = "Normal", following: str = BODY
) -> str:
    """One style of the sheet; `paragraph` and `run` are the XML of its properties."""
    custom = "" if name.lower() == name or name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val={quoteattr(name)}/>'
        f'<w:basedOn w:val="{based_on}"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_BUILT_IN = ("Body Text", "Title", "Subtitle")
_KEEP = "<w:keepNext/><w:keepLines/>"
_TOC_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>'


def _headings() -> str:
    looks = ((1, 18, 18, 14), (2, 16, 6, 8), (3, 15, 6, 8))
    return "".join(
        paragraph_style(
            f"Heading{level}",
            f"heading {level}",
            f'{_KEEP}{spacing(before, after)}{_CENTRED}<w:outlineLvl w:val="{level - 1}"/>',
            font(size, bold=True),
        )
        for level, size, before, after in looks
    )


def _contents() -> str:
    return "".join(
        paragraph_style(
            f"TOC{level}",
            f"toc {level}",
            _TOC_TAB
            + spacing(10 if level == 1 else 4, 0)
            + f'<w:ind w:left="{340 * level}" w:right="850" w:hanging="340"/><w:jc w:val="left"/>',
            font(12.5, bold=level == 1),
            following="Normal",
        )
        for level in (1, 2, 3)
    )


def _cover() -> str:
    lines = (
        ("CoverBodyAbove", "Bìa - Cơ quan chủ quản", spacing(0, 2), font(13, caps=True)),
        ("CoverBody", "Bìa - Cơ quan", spacing(2, 0), font(14, bold=True, caps=True)),
        ("CoverKind", "Bìa - Loại ấn phẩm", spacing(150, 18), font(30, bold=True, caps=True, colour=LACQUER)),
        ("Title", "Title", spacing(12, 12) + _NARROW, font(19, bold=True)),
        ("Subtitle", "Subtitle", spacing(0, 18), font(14, italic=True)),
        ("CoverPlace", "Bìa - Nơi, thời gian", spacing(0, 0), font(13)),
    )
    rule = (
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="'
        + GOLD
        + '"/></w:pBdr>'
        + spacing(0, 0)
        + '<w:ind w:left="3800" w:right="3800"/>'
    )
    return paragraph_style("Rule", "Bìa - Đường kẻ", rule, font(6)) + "".join(
        paragraph_style(style, name, space + _CENTRED, run) for style, name, space, run in lines
    )


def _papers() -> str:
    quiet = font(11, colour=QUIET)
    box = f'{_KEEP}<w:pBdr>{_RED_BOX}</w:pBdr>{spacing(6, 14)}<w:ind w:left="3700" w:right="3700"/>{_CENTRED}'
    indent = '<w:ind w:firstLine="567"/><w:jc w:val="both"/>'
    return "".join(
        (
            paragraph_style(BODY, "Body Text", f"<w:widowControl/>{spacing(0, 6, 20)}{indent}", font(14)),
            paragraph_style("Item", "Bài - Khoản mục", "", "", based_on=BODY, following="Item"),
            paragraph_style(
                "Subhead", "Bài - Đề mục nhỏ", "<w:keepNext/>", font(14, bold=True), based_on=BODY
            ),
            paragraph_style(
                "Lead", "Bài - Lời dẫn", '<w:ind w:firstLine="0"/>', font(14, italic=True), based_on=BODY
            ),
            paragraph_style("Kicker", "Bài - Số, ký hiệu", f"{_KEEP}{spacing(20, 6)}{_CENTRED}", quiet),
            paragraph_style(
                "Author", "Bài - Tác giả", f"{_KEEP}{spacing(4, 2)}{_CENTRED}", font(13.5, bold=True)
            ),
            paragraph_style(
                "Post", "Bài - Chức vụ", f"{_KEEP}{spacing(0, 2)}{_CENTRED}", font(13, italic=True)
            ),
            paragraph_style("Organisation", "Bài - Cơ quan", f"{_KEEP}{spacing(0, 10)}{_CENTRED}", font(13)),
            paragraph_style("Mark", "Dấu văn bản", box, font(10.5, bold=True, colour=LACQUER)),
            paragraph_style("Note", "Ghi chú", spacing(6, 4), font(11.5, colour=QUIET)),
            paragraph_style(
                "ContentsTitle",
                "Mục lục - Tên",
                f"{_KEEP}<w:pageBreakBefore/>{spacing(18, 14)}{_CENTRED}",
                font(18, bold=True),
            ),
        )
    )


def _tables() -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{QUIET}"/>'
        for side in ("top", "bottom", "insideH")
    )
    return (
        paragraph_style(
            "TableCaption", "Bảng - Tên", f"{_KEEP}{spacing(12, 6)}{_CENTRED}", font(12.5, bold=True)
        )
        + paragraph_style(TABLE_HEAD, "Bảng - Đầu cột", f"<w:keepNext/>{spacing(2, 2)}", font(12, bold=True))
        + paragraph_style(TABLE_CELL, "Bảng - Ô", spacing(2, 2), font(12), following=TABLE_CELL)
        + f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Bảng kỷ yếu"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>"
    )


def style_sheet(language: str) -> str:
    """The whole styles.xml of a volume, for text in `language` (a tag such as vi)."""
    heads = paragraph_style(
        "Header", "header", spacing(0, 0), font(9.5, italic=True, colour=QUIET), following="Header"
    ) + paragraph_style(
        "Footer", "footer", spacing(0, 0) + _CENTRED, font(10.5, colour=QUIET), following="Footer"
    )
    running = (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{RUNNING_HEAD}">'
        '<w:name w:val="Running Head"/></w:style>'
    )
    return sheet_of(language, f"{running}{heads}{_cover()}{_headings()}{_papers()}{_tables()}{_contents()}")


def sheet_of(language: str, styles: str) -> str:
    """A styles.xml with the defaults of the house, all in Times New Roman, and `styles` after them."""
    locale = {"vi": "vi-VN", "en": "en-GB"}.get(language, language)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    default = (
        f'{fonts}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val={quoteattr(locale)} w:eastAsia="vi-VN"/>'
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 85), ("bottom", 0), ("right", 85))
    )
    basics = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
    )
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{default}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
        f"{basics}{styles}</w:styles>"
    )
