"""Which named style of our Word files the paragraphs of a regulation wear, and how their runs are opened."""

from collections.abc import Mapping
from typing import Final

from proceedings.exports.docx_styles import BODY, RUNNING_HEAD, TABLE_CELL
from proceedings.text.provisions import Kind, Role

_BY_KIND: Final[Mapping[Kind, str]] = {
    Kind.PHAN: "Heading1",
    Kind.CHUONG: "Heading2",
    Kind.MUC: "Heading3",
    Kind.TIEU_MUC: "Heading3",
    Kind.DIEU: "Subhead",
    Kind.KHOAN: "Item",
    Kind.DIEM: "Item",
}
_BY_ROLE: Final[Mapping[Role, str]] = {
    Role.TITLE: "Post",
    Role.PREAMBLE: "Lead",
    Role.DASH: "Item",
    Role.TABLE: TABLE_CELL,
}
#: Kinds whose words the running head of each page repeats.
HEADS: Final = frozenset({Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.DIEU})
HEAD_RUN: Final = f'<w:rStyle w:val="{RUNNING_HEAD}"/>'


def style_of(kind: Kind, role: Role = Role.PLAIN) -> str:
    """Return the style id of a paragraph of this kind and role."""
    return _BY_KIND.get(kind) or _BY_ROLE.get(role, BODY)
