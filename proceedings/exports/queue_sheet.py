"""A table as a workbook: a title, what was asked, who and when, then the rows as text; nothing becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter
from django.utils.translation import gettext as _

#: What a cell of a workbook can hold.
LONGEST_CELL: Final = 32_767
_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}


def write_table(
    *,
    title: str,
    lines: Sequence[str],
    heads: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[str]],
    sheet: str,
) -> bytes:
    """Return a workbook of one sheet, set for A4 landscape with its heads repeated.

    ``lines`` stand below the title, ``heads`` are words and widths in characters, ``sheet`` names the tab. A text that
    is longer than a cell can hold is cut, and says so where it ends.
    """
    content = io.BytesIO()
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(content, {"in_memory": True, **as_text})
    page = book.add_worksheet(sheet)
    plain = book.add_format({"font_name": "Times New Roman", "font_size": 12})
    page.write_string(
        0, 0, title, book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True})
    )
    for place, line in enumerate(lines, 1):
        page.write_string(place, 0, fitted(line), plain)
    top = len(lines) + 2
    head = book.add_format({**_FONT, "bold": True, "border": 1, "bg_color": "#F3EEE3"})
    cell = book.add_format({**_FONT, "border": 1})
    for column, (words, width) in enumerate(heads):
        page.set_column(column, column, width)
        page.write_string(top, column, words, head)
    for place, row in enumerate(rows, top + 1):
        for column, words in enumerate(row):
            page.write_string(place, column, fitted(words), cell)
    page.freeze_panes(top + 1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.set_footer("&C&P/&N")
    book.close()
    return content.getvalue()


def fitted(words: str) -> str:
    """Return a text as a cell can hold it; one that was cut ends with how much is missing."""
    length = len(words.encode("utf-16-le")) // 2
    if length <= LONGEST_CELL:
        return words
    kept = words[: LONGEST_CELL // 2 if length > len(words) else LONGEST_CELL - 100]
    return kept + _(" … [cắt bớt %(count)s ký tự vì quá dài cho một ô]") % {"count": len(words) - len(kept)}
