"""HTML of a mail → paragraphs: what a person sees, without scripts, styles, pictures or anything fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from submissions.readers.document import Paragraph, ParagraphKind, Problem
from submissions.readers.failure import Unreadable

LENGTH_ALLOWED: Final = 5_000_000
"""Characters of HTML, pictures within it aside."""

_UNSEEN_NAMES: Final = (
    "script style head title template noscript svg math object iframe select textarea button audio video"
)
_BLOCK_NAMES: Final = (
    "p div br hr ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tbody thead tfoot tr td th blockquote pre center "
    "figure section article header footer address form body html"
)
_UNSEEN: Final = frozenset(_UNSEEN_NAMES.split())
_BLOCKS: Final = frozenset(_BLOCK_NAMES.split())
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all", re.I
)
_PICTURES = re.compile(r"data:[\w/.+-]{1,80};base64,[A-Za-z0-9+/=\s%]{200,}")
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-z][a-z0-9]*)[^<>]*>", re.I)
_UNSEEN_TEXT = re.compile(
    r"<(?P<name>script|style|head|title|template)\b.*?</(?P=name)\s*>|<!--.*?-->", re.I | re.S
)
_BLANKS = re.compile(r"[\s\xa0]+")


@dataclass(slots=True)
class SeenPage:
    """What a page shows: its paragraphs, the addresses it would fetch or leads to, and how much it hides."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    hidden_characters: int = 0


def read_html(markup: str) -> SeenPage:
    """Return what HTML shows; fetches nothing, and fails only by :class:`Unreadable` for what is longer than a book.

    What lies deeper than the parser goes is read without its form, so that no word of it is lost.
    """
    page = SeenPage()
    markup = _PICTURES.sub("data:", markup).replace("\0", "")
    if len(markup) > LENGTH_ALLOWED:
        raise Unreadable(Problem.TOO_LONG, measured=len(markup), allowed=LENGTH_ALLOWED)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        return SeenPage([Paragraph(line) for line in _without_tags(markup)])
    if root is not None:
        _Walk(page).over(root)
    return page


def _without_tags(markup: str) -> Iterator[str]:
    """Yield the lines of HTML that is nested beyond all measure, parted where a block begins or ends."""
    plain = _TAG.sub(lambda tag: "\n" if tag["name"].lower() in _BLOCKS else "", _UNSEEN_TEXT.sub("", markup))
    for line in html.unescape(plain).split("\n"):
        if text := _BLANKS.sub(" ", line).strip():
            yield text


class _Walk:
    """One walk over a tree, without recursion: text gathers until a block begins or ends."""

    def __init__(self, page: SeenPage) -> None:
        self.page = page
        self.text: list[str] = []
        self.cells: list[str] | None = None
        self.kind, self.level, self.mark = ParagraphKind.BODY, 0, ""
        self.counters: list[int] = []

    def over(self, root: etree._Element) -> None:
        hidden_below: etree._Element | None = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if hidden_below is None and (tag in _UNSEEN or _is_hidden(element)):
                    hidden_below = element
                    if tag not in _UNSEEN:
                        self.page.hidden_characters += len("".join(element.itertext()).strip())
                if hidden_below is None:
                    self._start(element, tag)
                    self.text.append(element.text or "")
                continue
            if hidden_below is None:
                self._end(tag)
            if hidden_below is element:
                hidden_below = None
            if hidden_below is None and element is not root:
                self.text.append(element.tail or "")
        self._flush()

    def _start(self, element: etree._Element, tag: str) -> None:
        for name in ("href", "src", "background"):
            if (
                (address := element.get(name, ""))
                .lower()
                .startswith(("http:", "https:", "ftp:", "//", "file:"))
            ):
                self.page.links.append(address[:500])
        if self.cells is not None:
            self.text.append(" " if tag in _BLOCKS else "")
            return
        if tag in _BLOCKS:
            self._flush()
        if tag == "tr" and _is_row_of_data(element):
            self.cells = []
        elif tag in {"ul", "ol"}:
            self.counters.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self.kind, self.level = ParagraphKind.LIST, max(1, len(self.counters))
            self.mark = "- "
            if self.counters and self.counters[-1] >= 0:
                self.counters[-1] += 1
                self.mark = f"{self.counters[-1]}. "
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.kind, self.level = ParagraphKind.HEADING, int(tag[1])

    def _end(self, tag: str) -> None:
        if self.cells is not None and tag in {"td", "th"}:
            self.cells.append(_BLANKS.sub(" ", "".join(self.text)).strip())
            self.text = []
        elif self.cells is not None and tag == "tr":
            if any(self.cells):
                self.page.paragraphs.append(Paragraph("\t".join(self.cells), ParagraphKind.ROW))
            self.cells, self.text = None, []
        elif self.cells is None and tag in _BLOCKS:
            self._flush()
            if tag in {"ul", "ol"} and self.counters:
                self.counters.pop()

    def _flush(self) -> None:
        text = _BLANKS.sub(" ", "".join(self.text)).strip()
        self.text = []
        if text:
            self.page.paragraphs.append(Paragraph(self.mark + text, self.kind, self.level))
            self.kind, self.level, self.mark = ParagraphKind.BODY, 0, ""


def _is_hidden(element: etree._Element) -> bool:
    return bool(_HIDDEN.search(element.get("style", ""))) or element.get("hidden") is not None


def _is_row_of_data(row: etree._Element) -> bool:
    """Tell a row of data from one that lays out the page: two cells or more, no table inside, all of them short."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    return (
        len(cells) > 1
        and next(row.iter("table"), None) is None
        and all(len("".join(cell.itertext())) < 2_000 for cell in cells)
    )
