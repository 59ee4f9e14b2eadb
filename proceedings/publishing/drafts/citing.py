"""How a provision is cited: ``khoản 2 Điều 5``. Citations are Vietnamese in every language."""

from __future__ import annotations

from urllib.parse import quote

from proceedings.text.citations import Outline, write_citation
from proceedings.text.provisions import Kind, Role

#: Parts without a number, as one says them.
_PARTS = {
    Role.TITLE: "tên văn bản",
    Role.PREAMBLE: "căn cứ ban hành",
    Role.CHAPEAU: "đoạn mở đầu",
    Role.CLOSING: "đoạn kết",
    Role.DASH: "gạch đầu dòng",
    Role.TABLE: "bảng",
    Role.SIGNATURE: "nơi nhận, chữ ký",
    Role.PLAIN: "đoạn",
}


def cite(path: str, outline: Outline) -> str:
    """Return the citation of a provision; a paragraph is cited by what it is and what it stands in."""
    node = outline.nodes[path]
    provision = node.provision
    if provision.kind is not Kind.TEXT or (provision.role is Role.APPENDIX and provision.number):
        return write_citation(path, outline)
    part = "phụ lục" if provision.role is Role.APPENDIX else _PARTS[provision.role]
    return f"{part} {cite(node.parent.path, outline)}" if node.parent else part


def fragment(path: str) -> str:
    """Return a path as the fragment of an address: ``đ`` is ``%C4%91`` there."""
    return quote(path, safe="~")
