"""Two drafts as one Word file with real tracked changes: accepting all gives the new one, rejecting all the old one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Final

from proceedings.exports.docx_comments import commented, signed, with_comments
from proceedings.exports.docx_package import empty_package, write_package
from proceedings.exports.printable import Lettering
from proceedings.exports.provision_styles import HEAD_RUN, HEADS, style_of
from proceedings.exports.tree import Document
from proceedings.exports.word_text import run_content
from proceedings.text.redline import Op, TrackedParagraph, Whole

_TAGS: Final = {
    Whole.STAYS: "",
    Whole.INSERT: "ins",
    Whole.DELETE: "del",
    Whole.MOVE_FROM: "moveFrom",
    Whole.MOVE_TO: "moveTo",
}
_UNPAIRED: Final = {Whole.MOVE_FROM: Whole.DELETE, Whole.MOVE_TO: Whole.INSERT}
#: LibreOffice takes an insertion at the end of a paragraph and the paragraph inserted after it for one, and loses the
#: mark between them, if one author made both within a minute. So whole paragraphs are signed a little later.
_APART: Final = timedelta(minutes=2)
_OPS: Final = {Op.EQUAL: "", Op.INSERT: "ins", Op.DELETE: "del"}
#: What has no place in a paragraph that is only there before, or only after.
_ABSENT: Final = {
    Whole.INSERT: Op.DELETE,
    Whole.MOVE_TO: Op.DELETE,
    Whole.DELETE: Op.INSERT,
    Whole.MOVE_FROM: Op.INSERT,
}


def write_redline_docx(
    paragraphs: Sequence[TrackedParagraph],
    document: Document,
    path: Path,
    *,
    author: str,
    changed_at: datetime | None = None,
    reasons: Mapping[int, str] | None = None,
) -> Path:
    """Write the paragraphs of a redline to `path` and return it.

    `document` gives title, marks, page and language; its blocks are not printed. `author` and `changed_at` (the time
    of the document where left out) sign every change. `reasons` tells why a paragraph was changed, by its place in the
    row: each becomes a comment. Equal input gives equal bytes. Raises OSError.
    """
    changed_at = changed_at or document.created
    package = empty_package(document, Lettering())
    told = {
        place: reason for place, reason in sorted((reasons or {}).items()) if 0 <= place < len(paragraphs)
    }
    body = (fragment.encode() for fragment in tracked_body(paragraphs, author, changed_at, list(told)))
    write_package(with_comments(package, list(told.values()), signed(author, changed_at)), body, path)
    return path


def tracked_body(
    paragraphs: Sequence[TrackedParagraph],
    author: str,
    changed_at: datetime,
    commented: Sequence[int] = (),
) -> Iterator[str]:
    """Yield the XML of the paragraphs; where the last one is not in both drafts an empty one ends the text.

    A paragraph is removed together with its mark, and the last mark of a file can never be removed. Comment n, from 0,
    is about paragraph ``commented[n]``.
    """
    has_heads = any(paragraph.kind in HEADS for paragraph in paragraphs)
    signatures = signed(author, changed_at), signed(author, changed_at + _APART)
    writer = _TrackedWriter(*signatures, frozenset(commented), has_heads=has_heads)
    groups = groupby(paragraphs, _place_of)
    for ((whole, _), group), move in zip(groups, _paired(paragraphs), strict=True):
        yield from writer.group(list(group), whole, move)
    if not paragraphs or paragraphs[-1].whole:
        yield "<w:p/>"


def _place_of(paragraph: TrackedParagraph) -> tuple[Whole, str]:
    whole = Whole(paragraph.whole)
    return whole, paragraph.move if whole in _UNPAIRED else ""


def _paired(paragraphs: Sequence[TrackedParagraph]) -> list[str]:
    """The name in the file of the move that each group of paragraphs is one place of, "" where it has no partner.

    A name stands for one stretch at each end: where a move was torn apart, its n-th pieces are paired.
    """
    keys: list[tuple[Whole, str, int]] = []
    met: Counter[tuple[Whole, str]] = Counter()
    for place, _ in groupby(paragraphs, _place_of):
        met[place] += 1
        keys.append((*place, met[place]))
    starts = {key[1:] for key in keys if key[0] is Whole.MOVE_FROM}
    ends = {key[1:] for key in keys if key[0] is Whole.MOVE_TO}
    both = [key for key in dict.fromkeys(key[1:] for key in keys) if key in starts & ends]
    names = {key: f"move{number}" for number, key in enumerate(both, 1)}
    return [names.get(key[1:], "") if key[0] in _UNPAIRED else "" for key in keys]


class _TrackedWriter:
    """Writes one paragraph after the other and numbers changes, moves and comments."""

    def __init__(self, words: str, wholes: str, commented: frozenset[int], *, has_heads: bool) -> None:
        self._signatures = {True: wholes, False: words}
        self._signature = words
        self._commented_places = commented
        self._paragraphs = 0
        self._changes = 0
        self._comments = 0
        self._wants_head = not has_heads  # the running head must find words, or Word prints an error there

    def group(self, together: Sequence[TrackedParagraph], whole: Whole, move: str) -> Iterator[str]:
        """The XML of paragraphs to which the same happened; `move` names the move they are one place of."""
        if not (whole in _UNPAIRED and move):
            for paragraph in together:
                yield self._paragraph(paragraph, _UNPAIRED.get(whole, whole))
            return
        tag, number = _TAGS[whole], self._next()
        self._signature = self._signatures[True]
        opening = f'<w:{tag}RangeStart w:id="{number}" {self._signature} w:name="{move}"/>'
        for paragraph in together:
            yield self._paragraph(paragraph, whole, opening)
            opening = ""
        yield f'<w:{tag}RangeEnd w:id="{number}"/>'

    def _paragraph(self, paragraph: TrackedParagraph, whole: Whole, opening: str = "") -> str:
        look = HEAD_RUN if paragraph.kind in HEADS or self._wants_head else ""
        self._wants_head = False
        self._signature = self._signatures[bool(whole)]
        absent = _ABSENT.get(whole)
        tags = [(_OPS[Op(op)] or _TAGS[whole], text) for op, text in paragraph.runs if text and op != absent]
        content = "".join(self._run(tag, text, look) for tag, text in tags)
        mark = ""
        if whole:  # LibreOffice forgets the mark where the words before it changed in another way
            mark = f"<w:rPr>{self._change(tags[-1][0] if tags else _TAGS[whole])}/></w:rPr>"
        if self._paragraphs in self._commented_places:
            content = self._commented(content, tags[-1][0] if whole and tags else "")
        self._paragraphs += 1
        style = style_of(paragraph.kind, paragraph.role)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr>{opening}{content}</w:p>'

    def _run(self, tag: str, text: str, look: str) -> str:
        inner = run_content(text, "delText" if tag == "del" else "t")
        run = f"<w:r>{look and f'<w:rPr>{look}</w:rPr>'}{inner}</w:r>"
        return f"{self._change(tag)}>{run}</w:{tag}>" if tag else run

    def _commented(self, content: str, tag: str) -> str:
        self._comments += 1
        enclosing = (f"{self._change(tag)}>", f"</w:{tag}>") if tag else ("", "")
        return commented(content, self._comments - 1, *enclosing)

    def _change(self, tag: str) -> str:
        return f'<w:{tag} w:id="{self._next()}" {self._signature}'

    def _next(self) -> int:
        self._changes += 1
        return self._changes
