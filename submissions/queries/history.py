"""What the door's operations are called in the history of the record."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OPERATIONS: Mapping[str, str | Promise] = {
    "receiving.open_batch": _("Mở đợt tiếp nhận"),
    "receiving.receive": _("Nhận tệp"),
    "receiving.receive_unread": _("Nhận tệp"),
    "receiving.stop": _("Dừng đợt tiếp nhận"),
    "examining.begin": _("Bắt đầu đọc"),
    "examining.finish": _("Đọc xong"),
    "recognising.ask": _("Yêu cầu nhận dạng chữ"),
    "recognising.begin": _("Bắt đầu nhận dạng chữ"),
    "recognising.finish": _("Nhận dạng xong"),
    "correcting.correct": _("Sửa hồ sơ tiếp nhận"),
    "correcting.keep_with": _("Ghép làm tệp kèm theo"),
    "correcting.mark_replacement": _("Ghi là bản thay thế"),
    "confirming.confirm": _("Cấp ủy xác nhận gửi"),
    "confirming.correct": _("Cấp ủy sửa hồ sơ"),
    "confirming.withdraw": _("Cấp ủy rút tệp"),
    "deciding.accept": _("Tiếp nhận vào sổ"),
    "deciding.refuse": _("Không nhận"),
    "deciding.reconsider": _("Xem lại hồ sơ"),
    "deciding.undo": _("Hoàn tác tiếp nhận"),
    "wiping.take_away": _("Xóa hồ sơ có bí mật"),
    "sweeping.sweep": _("Dọn tệp thừa"),
    "importing.map_columns": _("Chọn cột của bảng"),
    "importing.ask_import": _("Yêu cầu nhập bảng"),
    "importing.note_checked": _("Kiểm tra bảng"),
    "importing.note_failed": _("Nhập bảng không xong"),
    "importing.enter_rows": _("Nhập bảng vào sổ"),
    "importing.undo": _("Hoàn tác nhập bảng"),
    "returning.take_back": _("Nhận lại bản Word"),
    "returning.accept": _("Nhận chỗ sửa từ bản Word"),
    "returning.leave": _("Để lại chỗ khác của bản Word"),
    "returning.reconsider": _("Xem lại chỗ đã để lại"),
    "returning.close": _("Xong bản Word"),
    "links.issue": _("Lập liên kết gửi văn bản"),
    "links.issue_many": _("Lập liên kết gửi văn bản"),
    "links.revoke": _("Thu hồi liên kết"),
    "links.note_use": _("Dùng liên kết"),
    "mail.begin_round": _("Đọc hộp thư"),
    "mail.take_in": _("Nhận thư"),
    "mail.end_round": _("Đọc xong hộp thư"),
    "jobs.retry": _("Chạy lại việc nền"),
    "jobs.give_up": _("Bỏ việc nền"),
}
