"""What may be wrong in a cell, in words: what it is, and how to mend it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.sheets.columns import Content, heading_of

Text = str | Promise


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing to mend: where (sheet, address, row), what stands there, and a code of ``PROBLEMS`` with its values."""

    sheet: str
    cell: str
    row: int
    content: str
    found: str
    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def column(self) -> str:
        """Return what the pages call the column."""
        return heading_of(Content(self.content)) if self.content else ""

    @property
    def reason(self) -> str:
        """Say what is wrong."""
        return _fill(PROBLEMS[self.code][0], self.values)

    @property
    def remedy(self) -> str:
        """Say how to mend it."""
        return _fill(PROBLEMS[self.code][1], self.values)

    def as_json(self) -> list[Any]:
        """Return the problem as a plain list, for storing."""
        return [self.sheet, self.cell, self.row, self.content, self.found, self.code, dict(self.values)]


def from_json(stored: list[Any]) -> CellProblem:
    """Return the problem that ``as_json`` wrote."""
    return CellProblem(*stored)


_WRITE_DATE: Final = _("Ghi ngày/tháng/năm, ví dụ 07/9/2021.")

PROBLEMS: Final[Mapping[str, tuple[Text, Text]]] = {
    "no_body": (
        _("Chưa có nơi gửi."),
        _("Chọn cấp ủy, hoặc ghi tên cơ quan, cá nhân và loại chủ thể."),
    ),
    "two_bodies": (
        _("Vừa có cấp ủy vừa có cơ quan, cá nhân khác."),
        _("Mỗi văn bản có một nơi gửi: xóa bớt một trong hai ô."),
    ),
    "unknown_committee": (
        _("Không có cấp ủy nào mang tên này."),
        _("Chọn lại tên trong danh sách của bảng mẫu; cơ quan khác thì ghi ở cột Cơ quan, cá nhân khác."),
    ),
    "similar_committee": (
        _("Không có cấp ủy nào mang tên này."),
        _("Có phải là %(meant)s? Nếu đúng, ghi lại đúng tên đó."),
    ),
    "committee_not_in_force": (
        _("%(committee)s không hoạt động vào ngày %(day)s."),
        _("Kiểm tra ngày văn bản, hoặc chọn cấp ủy của thời điểm đó (hiện nay là %(today)s)."),
    ),
    "no_kind": (
        _("Chưa rõ nơi gửi này là loại chủ thể nào."),
        _("Thêm cột Loại chủ thể và chọn: %(allowed)s."),
    ),
    "kind_is_committee": (
        _("Loại chủ thể là Tỉnh ủy, Thành ủy nhưng cột Cấp ủy để trống."),
        _("Chọn cấp ủy, hoặc chọn loại chủ thể khác."),
    ),
    "no_title": (_("Chưa có trích yếu hoặc tên tham luận."), _("Ghi trích yếu như trên văn bản.")),
    "too_long": (
        _("Dài %(measured)s ký tự, quá giới hạn %(allowed)s."),
        _("Rút gọn ô này; phần dài ghi ở cột Nội dung."),
    ),
    "choice": (_("Không có trong danh sách."), _("Chọn một trong: %(allowed)s.")),
    "unknown_theme": (
        _("Hội thảo không có nhóm vấn đề này."),
        _("Chọn một trong: %(allowed)s; hoặc để trống rồi xếp nhóm sau."),
    ),
    "no_themes": (
        _("Hội thảo chưa có nhóm vấn đề nào."),
        _("Để trống ô này, hoặc lập nhóm vấn đề của hội thảo rồi kiểm tra lại."),
    ),
    "date_is_number": (
        _("Ô chứa một con số, không phải ngày."),
        _("Nếu là ngày %(meant)s thì ghi lại như vậy, hoặc định dạng ô là Ngày."),
    ),
    "date_month_first": (
        _("Không có tháng %(day)s: ngày và tháng có thể bị đảo."),
        _("Nếu là ngày %(day)s tháng %(month)s năm %(year)s thì ghi %(day)s/%(month)s/%(year)s."),
    ),
    "date_empty": (_("Chưa có ngày."), _WRITE_DATE),
    "date_unreadable": (_("Không đọc được ngày."), _WRITE_DATE),
    "date_no_year": (_("Ngày thiếu năm."), _("Ghi đủ ngày/tháng/năm, năm bốn chữ số.")),
    "date_short_year": (_("Năm chỉ có hai chữ số."), _("Ghi năm đủ bốn chữ số, ví dụ 07/9/2021.")),
    "date_year_out_of_range": (_("Năm không hợp lý."), _("Kiểm tra lại năm.")),
    "date_no_such_month": (_("Không có tháng này."), _WRITE_DATE),
    "date_no_such_day": (_("Tháng này không có ngày đó."), _("Kiểm tra lại ngày trên văn bản.")),
    "written_after_received": (
        _("Ngày văn bản sau ngày đến (%(received)s)."),
        _("Sửa ngày văn bản hoặc ngày đến."),
    ),
    "received_in_future": (_("Ngày đến ở tương lai."), _("Sửa ngày đến.")),
    "same_in_table": (
        _("Trùng cấp ủy, số ký hiệu và ngày với dòng %(row)s của trang tính “%(sheet)s”."),
        _("Xóa một trong hai dòng, hoặc sửa số, ngày cho đúng."),
    ),
    "same_in_registry": (
        _("Văn bản này (cùng cấp ủy, số ký hiệu và ngày) đã vào sổ: số %(number)s."),
        _("Xóa dòng này; cần sửa thì mở số %(number)s trong sổ."),
    ),
    "formula": (
        _("Ô chứa công thức chưa có kết quả."),
        _("Mở tệp bằng Excel, lưu lại, hoặc thay công thức bằng giá trị."),
    ),
    "error_value": (_("Ô báo lỗi %(found)s của Excel."), _("Sửa công thức hoặc ghi giá trị vào ô.")),
}  # fmt: skip


def _fill(words: Text, values: Mapping[str, str | int]) -> str:
    return str(words) % defaultdict(lambda: "–", values)
