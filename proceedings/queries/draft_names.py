"""What the provisions of a draft are called, by path: ``điểm a khoản 2 Điều 5``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings.text.provisions import WORDS, Kind, Provision, Role

_SMALL = {Kind.KHOAN: "khoản", Kind.DIEM: "điểm"}
_ROLES = {
    Role.TITLE: "phần tên văn bản",
    Role.PREAMBLE: "phần căn cứ",
    Role.CHAPEAU: "đoạn mở đầu",
    Role.CLOSING: "đoạn cuối",
    Role.DASH: "gạch đầu dòng",
    Role.TABLE: "bảng",
    Role.SIGNATURE: "phần ký",
    Role.APPENDIX: "phụ lục",
    Role.PLAIN: "đoạn",
}


def names_of(tree: Iterable[Provision]) -> dict[str, str]:
    """Return the name of each provision of a draft by its path; a name begins with a capital."""
    return {path: f"{name[:1].upper()}{name[1:]}" for path, name in _names(tree, "")}


def _names(nodes: Iterable[Provision], above: str) -> Iterator[tuple[str, str]]:
    for node in nodes:
        name = _own(node)
        if (
            node.kind in (Kind.KHOAN, Kind.DIEM, Kind.TEXT)
            and above
            and not above.startswith(("Phần", "Chương", "Mục", "Tiểu"))
        ):
            name = f"{name} {above}" if node.kind is not Kind.TEXT else f"{name} của {above}"
        yield node.path, name
        yield from _names(node.children, name)


def _own(node: Provision) -> str:
    if node.kind in WORDS:
        return node.label
    if node.kind in _SMALL:
        return f"{_SMALL[node.kind]} {node.number}"
    if node.role is Role.APPENDIX:
        return node.mark or _ROLES[node.role]
    return _ROLES[node.role]
