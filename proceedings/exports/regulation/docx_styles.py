"""The style sheet of a regulation for Word: a named style for every component, with its level in the navigation."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.exports.docx_styles import LACQUER, font, paragraph_style, sheet_of, spacing
from proceedings.exports.regulation.looks import Component, LayoutProfile, Look

BLACK = "000000"
MARK, RULE, RULED_TABLE = "SampleMark", "HeadRule", "RuledTable"
#: Names of the styles as Word's list shows them, in the words of an office.
NAMES: Mapping[Component, str] = {
    Component.NATION: "VB - Quốc hiệu, tiêu đề",
    Component.MOTTO: "VB - Tiêu ngữ",
    Component.SUPERIOR: "VB - Cơ quan cấp trên",
    Component.ISSUER: "VB - Cơ quan ban hành",
    Component.NUMBER: "VB - Số, ký hiệu",
    Component.PLACE_DATE: "VB - Địa danh, ngày tháng",
    Component.TYPE_NAME: "VB - Tên loại",
    Component.SUBJECT: "VB - Trích yếu",
    Component.ISSUED_WITH: "VB - Ban hành kèm theo",
    Component.ENACTING: "VB - Câu ban hành",
    Component.PREAMBLE: "VB - Căn cứ",
    Component.BODY: "Body Text",
    Component.DIVISION: "VB - Phần, Chương",
    Component.SECTION: "VB - Mục, Tiểu mục",
    Component.ARTICLE: "VB - Điều",
    Component.CLAUSE: "VB - Khoản",
    Component.POINT: "VB - Điểm",
    Component.TABLE: "VB - Ô bảng",
    Component.APPENDIX: "VB - Phụ lục",
    Component.POWER: "VB - Quyền hạn ký",
    Component.POST: "VB - Chức vụ ký",
    Component.NAME: "VB - Người ký",
    Component.RECIPIENTS_HEAD: "VB - Nơi nhận",
    Component.RECIPIENTS: "VB - Danh sách nơi nhận",
    Component.SIGNATURE: "VB - Phần ký của tệp gốc",
    Component.DRAFT_MARK: "VB - Dự thảo",
    Component.URGENCY: "VB - Mức độ khẩn",
    Component.PAGE_NUMBER: "header",
}
_CENTRED, _LEFT, _BOTH = ('<w:jc w:val="center"/>', '<w:jc w:val="left"/>', '<w:jc w:val="both"/>')
_KEPT = "<w:keepNext/><w:keepLines/>"
_RUNNING = (Component.BODY, Component.PREAMBLE, Component.CLAUSE, Component.POINT, Component.ARTICLE)
_OPENING = (Component.DIVISION, Component.SECTION, Component.APPENDIX)
_LINES = {
    Component.RECIPIENTS_HEAD: (0, 2),
    Component.RECIPIENTS: (0, 1),
    Component.TABLE: (3, 3),
    Component.SIGNATURE: (3, 3),
}
_SIGN_ROOM = 68  # points for the hand, between the post and the name


def style_id(component: Component) -> str:
    """The id of a component's style."""
    return "".join(part.capitalize() for part in component.value.split("-"))


def look_of(look: Look) -> str:
    """The run properties of a look."""
    underline = '<w:u w:val="single"/>' if look.is_underlined else ""
    own = font(look.size, bold=look.is_bold, italic=look.is_italic, caps=look.is_capitals, colour=BLACK)
    return own + underline


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def style_sheet(profile: LayoutProfile, levels: Mapping[Component, int], language: str) -> str:
    """The whole styles.xml; `levels` are the outline levels (from 1) of the components that head something."""
    styles = "".join(
        paragraph_style(
            style_id(component),
            name,
            _paragraph(component, profile, levels.get(component, 0)),
            look_of(profile.looks[component]),
            following=style_id(Component.BODY),
        )
        for component, name in NAMES.items()
        if component in profile.looks
    )
    return sheet_of(language, styles + _marks() + _ruled_table())


def _paragraph(component: Component, profile: LayoutProfile, level: int) -> str:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""
    given = profile.paragraphs
    if component in _RUNNING:
        kept = _KEPT if component is Component.ARTICLE else "<w:widowControl/>"
        space = spacing(0, given.between, given.exact, multiple=given.multiple)
        return f'{kept}{space}<w:ind w:firstLine="{twips(given.first_line)}"/>{_BOTH}{outline}'
    if component in _OPENING:
        return f"{_KEPT}{spacing(given.between + 4, given.between, multiple=1)}{_CENTRED}{outline}"
    if component in _LINES:
        return f"{spacing(*_LINES[component], multiple=1)}{_LEFT}"
    before = {Component.NAME: _SIGN_ROOM, Component.ENACTING: given.between}.get(component, 0)
    after = given.between if component is Component.ENACTING else 2
    return f"<w:keepNext/>{spacing(before, after, multiple=1)}{_CENTRED}"


def _marks() -> str:
    mark = font(10.5, bold=True, colour=LACQUER)
    rule = f"<w:keepNext/>{spacing(2, 2, 4)}"
    return paragraph_style(
        MARK, "Dấu văn bản", spacing(0, 0, multiple=1) + '<w:jc w:val="right"/>', mark
    ) + paragraph_style(RULE, "VB - Đường kẻ", rule, font(2, colour=BLACK))


def _ruled_table() -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{BLACK}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{RULED_TABLE}"><w:name w:val="VB - Bảng"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>'
    )
