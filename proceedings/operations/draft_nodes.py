"""Moves within the tree of a draft that keep every printed word and the order in which they are read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from proceedings.models import Provision
from proceedings.operations.draft_trees import TOP, Tree
from proceedings.operations.refusals import Refused
from proceedings.text.labels import Label, read_label
from proceedings.text.provisions import LEVELS, WORDS, Kind, Role

#: The level that follows when a provision comes to stand below one of its own kind.
BELOW = {
    Kind.PHAN: Kind.CHUONG,
    Kind.CHUONG: Kind.MUC,
    Kind.MUC: Kind.TIEU_MUC,
    Kind.TIEU_MUC: Kind.DIEU,
    Kind.DIEU: Kind.KHOAN,
    Kind.KHOAN: Kind.DIEM,
    Kind.DIEM: Kind.TEXT,
    Kind.TEXT: Kind.TEXT,
}


def level_of(kind: str) -> int:
    """Return how deep a kind stands: 0 for phần, and the deepest for a paragraph."""
    return len(LEVELS) if kind == Kind.TEXT else LEVELS.index(Kind(kind))


def may_hold(above: Provision | None, kind: str) -> bool:
    """Tell whether a provision of a kind may stand below another; an appendix holds anything, a paragraph nothing."""
    if above is None or (above.kind == Kind.TEXT and above.role == Role.APPENDIX):
        return True
    return above.kind != Kind.TEXT and level_of(kind) > level_of(above.kind)


def refuse_misplaced(tree: Tree, key: int) -> None:
    """Refuse a provision that stands below one that may not hold it, or above one that it may not hold."""
    row, parent = tree.rows[key], tree.rows.get(tree.parent_of(key))
    if not may_hold(parent, row.kind):
        raise Refused(
            _("“%(kind)s” không đứng được trong “%(parent)s”. Nâng cấp hoặc chuyển mục này ra ngoài trước."),
            field="kind",
            kind=row.get_kind_display(),
            parent=str(parent)[:80],
        )
    for child in tree.children.get(key, ()):
        if not may_hold(row, tree.rows[child].kind):
            raise Refused(
                _("“%(child)s” không đứng được trong “%(kind)s”. Chuyển các mục bên trong ra ngoài trước."),
                field="kind",
                kind=row.get_kind_display(),
                child=str(tree.rows[child])[:80],
            )


def printed(row: Provision) -> list[str]:
    """Return the lines of a row as they are read, its mark before them."""
    kind, own = Kind(row.kind), row.text.split("\n") if row.text else []
    if kind in WORDS and kind is not Kind.DIEU:
        label = row.mark or (f"{WORDS[kind]} {row.number}" if row.number else "")
        return [line for line in (label, row.heading) if line] + own
    if row.heading:
        return [f"{row.mark} {row.heading}".strip(), *own]
    first, rest = (own[0], own[1:]) if own else ("", [])
    return [line for line in (f"{row.mark} {first}".strip(),) if line] + rest


def turn_into(tree: Tree, key: int, kind: Kind) -> None:
    """Make a row another kind: label, heading and text are told anew from its printed words, of which none is lost."""
    row = tree.rows[key]
    lines = printed(row)
    found = read_label(lines[0], kind) if lines else None
    if found is None and kind is not Kind.TEXT and lines:
        found = Label(kind, row.mark, row.number, lines[0].removeprefix(row.mark).strip())
    row.kind, row.confidence = kind.value, 1.0
    row.role = row.role if kind is Kind.TEXT and row.role else Role.PLAIN.value
    if kind is Kind.TEXT or found is None:
        row.number = row.mark = row.heading = ""
        row.text = "\n".join(lines)
    else:
        row.mark, row.number = found.mark, found.number
        dress(row, [found.rest, *lines[1:]])


def dress(row: Provision, lines: list[str]) -> None:
    """Give the words after a label to heading and text, as the kind has them."""
    kind = Kind(row.kind)
    row.heading = ""
    if kind in WORDS:
        while lines and not lines[0] and kind is not Kind.DIEU:
            lines = lines[1:]
        row.heading, lines = (lines[0], lines[1:]) if lines else ("", [])
    row.text = "\n".join(lines).strip("\n")


def make_room(tree: Tree, key: int) -> None:
    """Let a row take children: words of its own become its heading, or its first child."""
    row = tree.rows[key]
    if not row.text:
        return
    if Kind(row.kind) in WORDS and not row.heading and "\n" not in row.text:
        row.heading, row.text = row.text, ""
        return
    words, row.text = row.text, ""
    tree.add(key, 0, kind=Kind.TEXT.value, role=Role.CHAPEAU.value, text=words)


def lift(tree: Tree, key: int) -> None:
    """Take a row out of its parent, to stand after it; what follows in the parent comes along below the row."""
    above = tree.parent_of(key)
    siblings = tree.children[above]
    place = siblings.index(key)
    followers = siblings[place + 1 :]
    around = tree.parent_of(above)
    tree.put(key, around, tree.children[around].index(above) + 1)
    for follower in followers:
        tree.put(follower, key, len(tree.children[key]))


def settle_children(tree: Tree, key: int) -> None:
    """After a row became another kind: the children it may hold stay, its own words make room for them."""
    _hoist_misplaced(tree, key)
    if tree.children.get(key):
        make_room(tree, key)


def _hoist_misplaced(tree: Tree, key: int) -> None:
    """Let the children that a row may no longer hold, and all after them, follow it as siblings."""
    children = tree.children.get(key, [])
    first = next(
        (n for n, child in enumerate(children) if not may_hold(tree.rows[key], tree.rows[child].kind)), None
    )
    if first is None:
        return
    parent = tree.parent_of(key)
    place = tree.children[parent].index(key) + 1
    for offset, child in enumerate(list(children[first:])):
        tree.put(child, parent, place + offset)


def append_lines(row: Provision, lines: list[str], *, as_one_paragraph: bool) -> None:
    """Put lines at the end of a row: paragraphs of their own, or the first of them going on in the last one."""
    if as_one_paragraph and lines:
        if row.text or not row.heading:
            row.text = f"{row.text} {lines[0]}".strip()
        else:
            row.heading = f"{row.heading} {lines[0]}"
        lines = lines[1:]
    row.text = "\n".join(filter(None, (row.text, *lines)))


def last_leaf(tree: Tree, key: int) -> int:
    """Return the row that is read last of a row and all below it."""
    while tree.children.get(key):
        key = tree.children[key][-1]
    return key


def key_in(tree: Tree, provision: Provision | None) -> int:
    """Return the key of a row in a tree, ``TOP`` for none; refuses one that is no longer there."""
    if provision is None:
        return TOP
    if provision.pk not in tree.rows:
        raise Refused(_("Mục này vừa được người khác bỏ hoặc gộp. Tải lại trang để xem bản hiện tại."))
    return provision.pk
