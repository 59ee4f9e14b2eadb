"""Our own table of contributions as a workbook: the columns of the registry book, lists to choose from, help."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter
from django.db.models import TextChoices

from proceedings.models import Committee, Workshop
from proceedings.vocabulary import BodyKind, Circulation, ContributionForm, Stance
from submissions.sheets.columns import TEMPLATE, Column, Content
from submissions.sheets.values import labels_of

TABLE: Final = "Góp ý"
HELP: Final = "Hướng dẫn"
LISTS: Final = "Danh mục"
#: Rows that offer lists and take dates; a table may go on below them.
ROWS_PREPARED: Final = 2_000
_HEADING_ROW: Final = 2
_SAMPLE_MARK: Final = "VĂN BẢN MẪU"
_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
_INK: Final = "#8B1A1A"

_LISTS: Final[dict[Content, type[TextChoices]]] = {
    Content.BODY_KIND: BodyKind,
    Content.FORM: ContributionForm,
    Content.STANCE: Stance,
    Content.CIRCULATION: Circulation,
}
_DATES: Final = frozenset({Content.DOCUMENT_ON, Content.RECEIVED_ON})

_STEPS: Final = (
    "Mỗi dòng của trang “Góp ý” là một văn bản góp ý hoặc một bài tham luận.",
    "Dòng có chữ VĂN BẢN MẪU chỉ để xem cách ghi; khi nhập, hệ thống bỏ qua các dòng đó.",
    "Cột có dấu * phải có nội dung, và mỗi dòng phải có nơi gửi: Tỉnh ủy, Thành ủy thì chọn ở cột Cấp ủy; nơi gửi khác "
    "thì để trống cột đó, ghi tên ở cột Cơ quan, cá nhân khác và chọn Loại chủ thể.",
    "Ngày ghi ngày/tháng/năm, năm bốn chữ số, ví dụ 07/9/2021.",
    "Số, ký hiệu ghi như trên văn bản, ví dụ 123-CV/TU. Văn bản không có số thì để trống.",
    "Không ghi vào tệp này, và không gửi qua hệ thống, văn bản có dấu chỉ mức độ mật.",
    "Sau khi gửi tệp, hệ thống kiểm tra từng ô và báo lỗi theo địa chỉ ô (ví dụ D12). Chỉ khi không còn lỗi, cả bảng "
    "mới được nhập; số vào sổ được cấp theo thứ tự dòng.",
)


def write_template(workshop: Workshop, *, day: datetime.date) -> bytes:
    """Return the workbook that people fill in for a workshop; ``day`` decides which committees are offered.

    The heading stays in view and is printed on every page (A4, landscape). Everything is text: nothing that a list
    holds becomes a formula or a link.
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": f"Bảng góp ý: {workshop.short_title}", "created": _start_of(day)})
    table, help_, lists = (book.add_worksheet(name) for name in (TABLE, HELP, LISTS))
    offered = _offered(workshop, day)
    places = _write_lists(lists, offered, book.add_format(_FONT))
    _write_table(book, table, workshop, places)
    _write_samples(book, table, offered)
    _write_help(book, help_)
    book.close()
    return content.getvalue()


def _start_of(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a property of a file has no zone


def _offered(workshop: Workshop, day: datetime.date) -> dict[Content, list[str]]:
    return {
        Content.COMMITTEE: [each.full_name for each in Committee.objects.valid_on(day).alphabetical()],
        Content.THEME: [theme.title for theme in workshop.themes.order_by("position", "pk")],
        **{content: labels_of(choices) for content, choices in _LISTS.items()},
    }


def _write_lists(sheet: Any, offered: dict[Content, list[str]], style: Any) -> dict[Content, str]:
    """Write what may be chosen, a column a list; return where each list stands, as a formula."""
    places = {}
    for place, (content, values) in enumerate(offered.items()):
        heading = next(column.heading for column in TEMPLATE if column.content is content)
        sheet.set_column(place, place, 34, style)
        sheet.write_string(0, place, heading)
        for row, value in enumerate(values, 1):
            sheet.write_string(row, place, value)
        if values:
            letter = chr(ord("A") + place)
            places[content] = f"='{LISTS}'!${letter}$2:${letter}${len(values) + 1}"
    sheet.freeze_panes(1, 0)
    return places


def _write_table(book: Any, sheet: Any, workshop: Workshop, places: dict[Content, str]) -> None:
    title = book.add_format({**_FONT, "bold": True, "font_size": 14, "text_wrap": False})
    soft = book.add_format({**_FONT, "italic": True, "text_wrap": False})
    head = book.add_format(
        {**_FONT, "bold": True, "valign": "vcenter", "align": "center", "border": 1, "bg_color": "#F3EEE3"}
    )
    text, date = (
        book.add_format({**_FONT, "num_format": "@"}),
        book.add_format({**_FONT, "num_format": "dd/mm/yyyy"}),
    )
    sheet.write_string(0, 0, f"VĂN BẢN GÓP Ý, THAM LUẬN: {workshop.title}", title)
    sheet.write_string(1, 0, "Xem cách ghi ở trang “Hướng dẫn”; cột có dấu * phải có nội dung.", soft)
    sheet.set_row(_HEADING_ROW, 36)
    for place, column in enumerate(TEMPLATE):
        is_date = column.content in _DATES
        sheet.set_column(place, place, column.width, date if is_date else text)
        sheet.write_string(_HEADING_ROW, place, _heading(column), head)
        _offer(sheet, place, column, places)
    sheet.freeze_panes(_HEADING_ROW + 1, 2)
    sheet.autofilter(_HEADING_ROW, 0, _HEADING_ROW + ROWS_PREPARED, len(TEMPLATE) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING_ROW)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P/&N")
    sheet.print_area(0, 0, _HEADING_ROW + 40, len(TEMPLATE) - 1)


def _offer(sheet: Any, place: int, column: Column, places: dict[Content, str]) -> None:
    last = _HEADING_ROW + ROWS_PREPARED
    prompt = {"input_title": column.heading[:32], "input_message": column.help[:255]}
    rule: dict[str, str | int] = {"validate": "any"}
    if column.content in places:
        rule = {
            "validate": "list",
            "source": places[column.content],
            "error_title": "Không có trong danh sách",
        }
        rule |= {"error_message": "Chọn một giá trị trong danh sách.", "error_type": "warning"}
    elif column.content is Content.TITLE:
        rule = {"validate": "length", "criteria": "<=", "value": 500, "error_type": "warning"}
        rule |= {"error_title": "Trích yếu quá dài", "error_message": "Tối đa 500 ký tự."}
    sheet.data_validation(_HEADING_ROW + 1, place, last, place, {**rule, **prompt, "ignore_blank": True})


def _write_samples(book: Any, sheet: Any, offered: dict[Content, list[str]]) -> None:
    """Write two rows that show how it is done; they name no body and put nothing in anybody's mouth."""
    style = {**_FONT, "italic": True, "font_color": _INK}
    text, date = (
        book.add_format({**style, "num_format": "@"}),
        book.add_format({**style, "num_format": "dd/mm/yyyy"}),
    )
    committee: dict[Content, str | datetime.date] = {
        Content.POSITION: "1",
        Content.COMMITTEE: offered[Content.COMMITTEE][0] if offered[Content.COMMITTEE] else "",
        Content.SYMBOL: "123-CV/TU",
        Content.DOCUMENT_ON: datetime.date(2021, 9, 1),
        Content.RECEIVED_ON: datetime.date(2021, 9, 3),
        Content.TITLE: "Góp ý dự thảo Quy định (dòng mẫu)",
        Content.FORM: labels_of(ContributionForm)[0],
        Content.SIGNER_NAME: "Nguyễn Văn Mẫu",
        Content.SIGNER_POST: "Chức vụ của người ký",
        Content.TEXT: "VĂN BẢN MẪU. Toàn văn ghi ở ô này.",
        Content.NOTE: _SAMPLE_MARK,
    }
    other: dict[Content, str | datetime.date] = {
        Content.POSITION: "2",
        Content.BODY_KIND: labels_of(BodyKind)[3],
        Content.BODY_NAME: "Cơ quan Mẫu",
        Content.TITLE: "Tham luận mẫu",
        Content.FORM: labels_of(ContributionForm)[1],
        Content.AUTHOR_NAME: "Trần Thị Mẫu",
        Content.NOTE: _SAMPLE_MARK,
    }
    for row, sample in enumerate((committee, other), _HEADING_ROW + 1):
        for place, column in enumerate(TEMPLATE):
            value = sample.get(column.content, "")
            if isinstance(value, datetime.date):
                sheet.write_datetime(row, place, _start_of(value), date)
            else:
                sheet.write_string(row, place, value, text)


def _write_help(book: Any, sheet: Any) -> None:
    title = book.add_format({**_FONT, "bold": True, "font_size": 14, "text_wrap": False})
    head = book.add_format({**_FONT, "bold": True, "border": 1, "bg_color": "#F3EEE3"})
    cell, plain = book.add_format({**_FONT, "border": 1}), book.add_format(_FONT)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 84)
    number_style = book.add_format({**_FONT, "align": "right"})
    sheet.write_string(0, 0, "Cách ghi bảng góp ý", title)
    row = 2
    for number, step in enumerate(_STEPS, 1):
        sheet.write_string(row, 0, f"{number}.", number_style)
        sheet.write_string(row, 1, step, plain)
        row += 1
    row += 1
    _write_pairs(sheet, row, [("Cột", "Cách ghi")], head)
    _write_pairs(sheet, row + 1, [(_heading(column), column.help) for column in TEMPLATE], cell)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P/&N")


def _heading(column: Column) -> str:
    return column.heading + (" *" if column.is_required else "")


def _write_pairs(sheet: Any, row: int, pairs: Sequence[tuple[str, str]], style: Any) -> None:
    for place, (first, second) in enumerate(pairs, row):
        sheet.write_string(place, 0, first, style)
        sheet.write_string(place, 1, second, style)
