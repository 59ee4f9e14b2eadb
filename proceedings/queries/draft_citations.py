"""How a provision is cited: ``khoản 2 Điều 5``. Citations are Vietnamese in every language."""

from __future__ import annotations

from urllib.parse import quote

from proceedings.models import Provision as Row
from proceedings.text.citations import Outline, write_citation
from proceedings.text.provisions import Role
from proceedings.vocabulary import ProvisionKind

#: Parts that are better named than counted; others are cited as "đoạn 2 Điều 5", "gạch đầu dòng thứ 1 khoản 3 …".
_PARTS = {
    Role.TITLE: "tên văn bản",
    Role.PREAMBLE: "căn cứ ban hành",
    Role.CHAPEAU: "đoạn mở đầu",
    Role.CLOSING: "đoạn kết",
    Role.SIGNATURE: "nơi nhận, chữ ký",
}
_LOWER = frozenset({ProvisionKind.KHOAN, ProvisionKind.DIEM})
_UNNUMBERED_APPENDIX = "phụ lục"


def cite(path: str, outline: Outline) -> str:
    """Return the citation of a provision; some paragraphs are cited by what they are and what they stand in."""
    node = outline.nodes[path]
    provision = node.provision
    part = _PARTS.get(provision.role, "")
    if provision.role is Role.APPENDIX and not provision.number:
        part = _UNNUMBERED_APPENDIX
    if not part:
        return write_citation(path, outline)
    return _within(part, node.parent.path if node.parent else "", outline)


def cite_table(path: str, place: int, outline: Outline) -> str:
    """Return the citation of a table, the ``place``-th among those beside it: ``bảng 2 Điều 5``."""
    parent = outline.nodes[path].parent
    return _within(f"bảng {place}", parent.path if parent else "", outline)


def _within(part: str, parent: str, outline: Outline) -> str:
    return f"{part} {cite(parent, outline)}" if parent else part


def fragment(path: str) -> str:
    """Return a path as the fragment of an address: ``đ`` is ``%C4%91`` there."""
    return quote(path, safe="~")


def cite_row(provision: Row) -> str:
    """Return the citation of one stored provision by the rows above it, without reading its draft: one query.

    A paragraph is cited by what it stands in; one that stands in nothing by its first words.
    """
    parts = provision.path.split(".")
    paths = [".".join(parts[: place + 1]) for place in range(len(parts))]
    rows = Row.objects.filter(draft=provision.draft_id, path__in=paths).exclude(kind=ProvisionKind.TEXT)
    units = sorted(rows.values_list("path", "kind", "number"), key=lambda row: len(row[0]), reverse=True)
    words = [f"{_label(kind)} {number}".strip() for _path, kind, number in units]
    return " ".join(words) or f"“{provision.text[:80]}”"


def _label(kind: str) -> str:
    label = str(ProvisionKind(kind).label)
    return label.lower() if kind in _LOWER else label
