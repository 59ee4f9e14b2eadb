"""What people see when something cannot be shown: what happened, whether their work is safe, what to do."""

import sys
from dataclasses import dataclass

from django.db import InterfaceError, NotSupportedError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: No answer, a lost connection, or a server too old to be asked.
UNANSWERED = (OperationalError, InterfaceError, NotSupportedError)


@dataclass(frozen=True)
class Problem:
    """An error page's words."""

    status: int
    title: str | Promise
    happened: str | Promise
    remedy: str | Promise


BAD_REQUEST = Problem(
    400,
    _("Yêu cầu không hợp lệ"),
    _("Máy chủ không hiểu nội dung vừa gửi, nên không có gì thay đổi."),
    _("Quay lại trang trước, tải lại trang rồi gửi lại. Nếu nội dung rất dài, chia thành nhiều phần."),
)
FORBIDDEN = Problem(
    403,
    _("Không có quyền xem trang này"),
    _("Tài khoản đang dùng không được giao việc này. Dữ liệu không bị ảnh hưởng."),
    _("Nếu đó là việc của đồng chí, đề nghị Ban Thư ký cấp quyền."),
)
CSRF = Problem(
    403,
    _("Trang đã mở quá lâu"),
    _("Phiên làm việc của trang không còn hiệu lực, nên nội dung vừa gửi chưa được lưu."),
    _("Quay lại trang trước (nội dung đã nhập vẫn còn), tải lại trang trong một cửa sổ khác rồi gửi lại."),
)
NOT_FOUND = Problem(
    404,
    _("Không tìm thấy trang"),
    _("Địa chỉ này không có trong các ấn bản đã công bố."),
    _("Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang đầu."),
)
TOO_MANY = Problem(
    429,
    _("Quá nhiều yêu cầu"),
    _("Nơi này vừa gửi quá nhiều yêu cầu trong thời gian ngắn, nên yêu cầu cuối chưa được thực hiện."),
    _("Chờ vài phút rồi thử lại."),
)
SERVER_ERROR = Problem(
    500,
    _("Hệ thống gặp lỗi"),
    _("Thao tác chưa được thực hiện; dữ liệu đã lưu trước đó vẫn an toàn. Lỗi đã được ghi lại."),
    _("Thử lại sau ít phút. Nếu vẫn lỗi, báo cho người quản trị kèm thời điểm xảy ra."),
)
DATABASE_DOWN = Problem(
    503,
    _("Cơ sở dữ liệu tạm thời không trả lời"),
    _("Thao tác vừa rồi chưa được lưu; những gì đã lưu trước đó vẫn an toàn."),
    _("Chờ ít phút rồi tải lại trang; trình duyệt vẫn giữ nội dung đã nhập."),
)


def page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Render an error page without touching the database."""
    body = render_to_string("error.html", {"problem": problem}, request=None)
    response = HttpResponse(body, status=problem.status)
    response.headers["Cache-Control"] = "no-store"
    if problem.status == 503:
        response.headers["Retry-After"] = "30"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that makes no sense."""
    return page(request, BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an insider who lacks the right."""
    return page(request, FORBIDDEN)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a stranger, and everybody where there is nothing: the same bytes."""
    return page(request, NOT_FOUND)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Answer a place that tries too often."""
    return page(request, TOO_MANY)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours, or when the database does not answer; wherever in the stack that was met."""
    return page(request, DATABASE_DOWN if isinstance(sys.exception(), UNANSWERED) else SERVER_ERROR)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was open for too long."""
    return page(request, CSRF)
