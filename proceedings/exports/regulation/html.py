"""The final text as one page of HTML: plain elements, a permalink for every provision, printed as the layout asks.

The file is served to be kept, not shown (`Content-Disposition: attachment`), and opened from the reader's disk. So its
few rules stand in one <style> element, and a policy of its own, by the hash of that element, forbids all else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from proceedings.exports.printable import Lettering
from proceedings.exports.regulation.body import TITLES, Block, Foot, Grid, Line, body_of
from proceedings.exports.regulation.document import RegulationDocument
from proceedings.exports.regulation.head import HeadLine, head_of, recipients_of, signing_of, title_of
from proceedings.exports.regulation.looks import Component, LayoutProfile, Look

_DEEPEST = 6
_CENTRED = (
    Component.NATION,
    Component.MOTTO,
    Component.SUPERIOR,
    Component.ISSUER,
    Component.NUMBER,
    Component.DRAFT_MARK,
    Component.PLACE_DATE,
    Component.TYPE_NAME,
    Component.SUBJECT,
    Component.ISSUED_WITH,
    Component.ENACTING,
    Component.POWER,
    Component.POST,
    Component.NAME,
)
_RULES = """
body { font: SIZEpt/1.45 "Times New Roman", "Liberation Serif", Tinos, serif; color: #000; background: #fff;
  max-width: LINEmm; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
header, footer { display: grid; align-items: start; }
header { grid-template-columns: LEFTfr RIGHTfr; } footer { grid-template-columns: 1fr 1fr; margin-top: 2em; }
header p, footer p, hgroup p, h1 { margin: 0 0 .2em; } hgroup { margin: 2em 0; text-align: center; }
p { margin: 0 0 BETWEENpt; text-align: justify; text-indent: FIRSTmm; }
header p, footer p, hgroup p, .enacting, .signature { text-indent: 0; text-align: left; }
h1, h2, h3, h4, h5, h6 { font-size: 1em; break-after: avoid; break-inside: avoid; }
h1, h2, h3, h4, h5, h6, hgroup p, header p { text-wrap: balance; }
.division, .section, .appendix { text-align: center; margin: 1.2em 0 .8em; }
.article { text-indent: FIRSTmm; margin: 0 0 BETWEENpt; }
.division b, .section b, .appendix b { display: block; }
p a, h2 a, h3 a, h4 a, h5 a, h6 a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; } :target { background: #f6ebcf; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; }
th, td { border: 1px solid #000; padding: .3em .5em; vertical-align: top; text-align: left; font-weight: normal; }
nav { margin: 1.5em 0; } nav ol { list-style: none; padding-left: 1em; }
.sample { color: #9c1c1f; font-weight: bold; text-align: right; text-indent: 0; }
.rule { width: fit-content; margin-inline: auto; }
.nation.rule, .motto.rule { border-bottom: 1px solid #000; }
.issuer.rule::after, .subject.rule::after, .issued-with.rule::after { content: ""; display: block; width: 42%;
  border-bottom: 1px solid #000; margin: .15em auto 0; }
.name { margin-top: 4.5em !important; }
@media (min-width: 45rem) { .nation { white-space: nowrap; } }
@media (max-width: 45rem) { header, footer { grid-template-columns: 1fr; gap: 1em; } }
@media print { body { max-width: none; margin: 0; padding: 0; } nav, .sample { display: none; }
  :target { background: none; }
  .appendix { break-before: page; } footer { break-inside: avoid; } tr { break-inside: avoid; }
  p { orphans: 2; widows: 2; } }
@page { size: A4; margin: TOPmm RIGHTMmm BOTTOMmm LEFTMmm; @top-center { content: counter(page); font: 14pt serif; }
  @top-left { content: "DRAFT"; font: italic 10.5pt serif; }
  @top-right { content: "SAMPLE"; font: bold 10.5pt serif; color: #9c1c1f; } }
@page :first { @top-center { content: none; } @top-left { content: none; } }
"""


def write_html(document: RegulationDocument, profile: LayoutProfile, path: Path) -> Path:
    """Write `document` to `path` (UTF-8) and return it. Raises LayoutRefused or OSError."""
    content = "\n".join(_page(document, profile))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content + "\n", encoding="utf-8", newline="\n")
    return path


def _page(document: RegulationDocument, profile: LayoutProfile) -> Iterator[str]:
    writer = _Writer(profile)
    rules = _style(document, profile)
    digest = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()
    blocks = body_of(document, profile)
    yield "<!doctype html>"
    yield f'<html lang="{writer.words(document.language)}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield f"<title>{writer.words(document.full_title)}</title>"
    yield f"<style>{rules}</style></head>"
    yield "<body>"
    if document.sample_mark:
        yield f'<p class="sample">{writer.words(document.sample_mark)}</p>'
    yield from writer.head(document)
    yield from writer.contents(blocks)
    yield "<main>"
    for block in blocks:
        yield from writer.block(block, document)
    yield "</main>"
    yield "</body></html>"


def _style(document: RegulationDocument, profile: LayoutProfile) -> str:
    clean = Lettering()
    margins, left = profile.margins, profile.left_share
    figures = {
        "RIGHTMmm": f"{margins.right}mm",
        "LEFTMmm": f"{margins.left}mm",
        "TOPmm": f"{margins.top}mm",
        "BOTTOMmm": f"{margins.bottom}mm",
        "SIZEpt": f"{profile.body_size}pt",
        "LINEmm": f"{profile.line_width}mm",
        "LEFTfr": f"{left:.3f}fr",
        "RIGHTfr": f"{1 - left:.3f}fr",
        "BETWEENpt": f"{profile.paragraphs.between}pt",
        "DRAFT": _css_string(clean(document.draft_mark)),
        "SAMPLE": _css_string(clean(document.sample_mark)),
        "FIRSTmm": f"{profile.paragraphs.first_line}mm",
    }
    rules = _RULES
    for name, figure in figures.items():
        rules = rules.replace(name, figure)
    return rules + "".join(_look(component, look) for component, look in profile.looks.items())


def _css_string(text: str) -> str:
    """Text inside quotation marks of a style rule: every character by its number, so that none can end it."""
    return "".join(f"\\{ord(char):x} " for char in text)


def _look(component: Component, look: Look) -> str:
    parts = [
        f"font-size: {look.size}pt",
        f"font-weight: {'bold' if look.is_bold else 'normal'}",
        *(["font-style: italic"] if look.is_italic else []),
        *(["text-transform: uppercase"] if look.is_capitals else []),
        *(["text-decoration: underline"] if look.is_underlined else []),
        *(["text-align: center !important"] if component in _CENTRED else []),
    ]
    return f".{component.value} {{ {'; '.join(parts)}; }}\n"


class _Writer:
    """Turns the lines into elements, every word escaped; ids are the paths of the provisions."""

    def __init__(self, profile: LayoutProfile) -> None:
        self._profile, self._clean = profile, Lettering()

    def words(self, text: str) -> str:
        """Text of the record as HTML; a line end in a title is a blank."""
        return escape(self._clean(text).replace("\n", " "))

    def lines_of(self, text: str) -> str:
        """A title as HTML, its line ends kept."""
        return escape(self._clean(text)).replace("\n", "<br>")

    def head(self, document: RegulationDocument) -> Iterator[str]:
        """The two columns of the head and the title."""
        head = head_of(document, self._profile)
        columns = (head.left, head.right, head.number, head.place_date)
        cells = "".join(f"<div>{self._lines(lines)}</div>" for lines in columns)
        yield f"<header>{cells}</header>"
        first, *rest = title_of(document, self._profile) or (HeadLine(Component.TYPE_NAME, ""),)
        if first.text:
            title = f'<h1 class="{first.component}">{self.lines_of(first.text)}</h1>'
            yield f"<hgroup>{title}{self._lines(rest)}</hgroup>"

    def contents(self, blocks: Iterable[Block]) -> Iterator[str]:
        """A list of links to all that has a heading; on paper it is left out."""
        headed = [block for block in blocks if isinstance(block, Line) and block.level and block.path]
        if not headed:
            return
        yield "<nav><details><summary>Mục lục</summary><ol>"
        for line in headed:
            words = self.words(" ".join(part for part in (line.mark, line.title) if part))
            yield f'<li><a href="#{self.words(line.path)}">{words}</a></li>'
        yield "</ol></details></nav>"

    def block(self, block: Block, document: RegulationDocument) -> Iterator[str]:
        """One line, table or the foot."""
        match block:
            case Line():
                yield self._line(block)
            case Grid():
                yield self._grid(block)
            case Foot():
                recipients, signing = recipients_of(document), signing_of(document, self._profile)
                if recipients or signing:
                    yield f"<footer><div>{self._lines(recipients)}</div><div>{self._lines(signing)}</div></footer>"

    def _lines(self, lines: Iterable[HeadLine]) -> str:
        return "".join(
            f'<p class="{line.component}{" rule" if line.rule else ""}">{self.lines_of(line.text)}</p>'
            for line in lines
        )

    def _line(self, line: Line) -> str:
        anchor = f' id="{self.words(line.path)}"' if line.path else ""
        mark = self._mark(line)
        if line.component in TITLES:
            title = (
                f'<b class="{TITLES[line.component]}">{self.lines_of(line.title)}</b>' if line.title else ""
            )
            return self._heading(line, anchor, f"{mark}{title}")
        if line.component is Component.ARTICLE and line.title:
            return self._heading(line, anchor, f"{mark} {self.words(line.title)}".strip())
        if line.component is Component.ARTICLE:
            mark = f'<b class="article">{mark}</b>'
            return f'<p class="body"{anchor}>{mark} {self.words(line.text)}</p>'
        words = " ".join(part for part in (mark, self.words(line.text)) if part)
        return f'<p class="{line.component}"{anchor}>{words}</p>'

    def _heading(self, line: Line, anchor: str, content: str) -> str:
        level = min(line.level + 1, _DEEPEST)
        return f'<h{level} class="{line.component}"{anchor}>{content}</h{level}>'

    def _mark(self, line: Line) -> str:
        mark = self.words(line.mark)
        if not mark or not line.path:
            return mark
        return f'<a href="#{self.words(line.path)}">{mark}</a>'

    def _grid(self, grid: Grid) -> str:
        first, *rest = grid.rows
        anchor = f' id="{self.words(grid.path)}"' if grid.path else ""
        head = self._row(first, "th") if rest else ""
        rows = "".join(self._row(row, "td") for row in rest or [first])
        return (
            f'<table class="table"{anchor}>{head and f"<thead>{head}</thead>"}<tbody>{rows}</tbody></table>'
        )

    def _row(self, row: Iterable[str], cell: str) -> str:
        scope = ' scope="col"' if cell == "th" else ""
        return f"<tr>{''.join(f'<{cell}{scope}>{self.words(text)}</{cell}>' for text in row)}</tr>"
