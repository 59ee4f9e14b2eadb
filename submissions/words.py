"""What a person reads about a file: for each problem the reason and the remedy, for each remark its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.readers.document import Problem, ReadDocument, Remark

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Wording:
    """What is wrong, and how it is mended; both may name values as ``%(name)s``."""

    reason: Text
    remedy: Text


_SAVE_AGAIN: Final = _("Đề nghị mở tệp bằng Word, lưu lại ở dạng .docx rồi gửi lại.")

PROBLEMS: Final[Mapping[Problem, Wording]] = {
    Problem.EMPTY: Wording(
        _("Tệp rỗng, không có nội dung."),
        _("Đề nghị nơi gửi kiểm tra và gửi lại tệp; có thể việc sao chép đã bị ngắt giữa chừng."),
    ),
    Problem.TOO_LARGE: Wording(
        _("Tệp, trang hoặc ảnh quá lớn so với mức cho phép (tệp không quá 50 MB)."),
        _("Giảm dung lượng ảnh quét hoặc chia thành nhiều tệp, mỗi tệp không quá 50 MB."),
    ),
    Problem.WRONG_TYPE: Wording(
        _("Loại tệp này không được tiếp nhận (chương trình, trang web, tệp lệnh hoặc định dạng không rõ)."),
        _(
            "Chỉ gửi Word (.docx, .doc), RTF, ODT, PDF, Excel (.xlsx), CSV, văn bản thuần, ảnh quét, thư .eml hoặc ZIP."
        ),
    ),
    Problem.MISLEADING_TYPE: Wording(
        _("Tệp không đúng như tên gọi: có thể chạy như chương trình, hoặc vừa là PDF vừa là tệp nén."),
        _("Đề nghị nơi gửi xuất lại văn bản thành tệp .docx hoặc .pdf thông thường rồi gửi lại."),
    ),
    Problem.ENCRYPTED: Wording(
        _("Tệp được đặt mật khẩu nên không đọc được."),
        _("Đề nghị nơi gửi bỏ mật khẩu rồi gửi lại; không gửi mật khẩu qua thư."),
    ),
    Problem.DAMAGED: Wording(
        _("Tệp bị hỏng hoặc không đầy đủ."),
        _("Đề nghị mở bản gốc, lưu lại thành tệp mới rồi gửi lại."),
    ),
    Problem.UNPACKS_TOO_LARGE: Wording(
        _("Nội dung bung ra lớn bất thường so với dung lượng tệp, vượt mức an toàn."),
        _SAVE_AGAIN,
    ),
    Problem.TOO_MANY_PARTS: Wording(
        _("Tệp chứa quá nhiều thành phần."),
        _("Chia thành nhiều tệp nhỏ hơn, hoặc gửi riêng từng văn bản."),
    ),
    Problem.TOO_LONG: Wording(
        _("Văn bản quá dài so với mức xử lý cho phép."),
        _("Chia văn bản thành nhiều phần rồi gửi từng phần."),
    ),
    Problem.TOO_DEEP: Wording(
        _("Tệp lồng nhau quá nhiều tầng, không phải cấu trúc của văn bản thông thường."),
        _("Gửi riêng từng văn bản; với tệp Word, đề nghị lưu lại ở dạng .docx."),
    ),
    Problem.UNSAFE_ARCHIVE: Wording(
        _(
            "Tệp nén có cấu trúc không an toàn (đường dẫn lạ, liên kết, tên trùng nhau hoặc dữ liệu chồng lấn)."
        ),
        _("Tạo lại tệp nén chỉ gồm các văn bản, hoặc gửi riêng từng văn bản."),
    ),
    Problem.DECLARES_ENTITIES: Wording(
        _("Tệp chứa khai báo thường dùng để tấn công máy đọc, văn bản Word bình thường không có."),
        _SAVE_AGAIN,
    ),
    Problem.TOOK_TOO_LONG: Wording(
        _("Đọc tệp quá lâu nên đã dừng."),
        _("Thử lại sau; nếu vẫn vậy, đề nghị lưu lại thành tệp mới hoặc chia nhỏ văn bản."),
    ),
    Problem.TOOK_TOO_MUCH_MEMORY: Wording(
        _("Đọc tệp cần quá nhiều bộ nhớ nên đã dừng."),
        _("Đề nghị lưu lại thành tệp mới, giảm kích thước ảnh hoặc chia nhỏ văn bản."),
    ),
    Problem.READER_FAILED: Wording(
        _("Không đọc được tệp vì cấu trúc bất thường."),
        _SAVE_AGAIN,
    ),
    Problem.NO_TEXT: Wording(
        _("Tệp không có chữ đọc được, có thể là ảnh quét."),
        _("Nhận dạng chữ (OCR), hoặc mở tệp và nhập thông tin bằng tay; tốt nhất là xin bản Word."),
    ),
    Problem.DISPUTED_TEXT: Wording(
        _("Chữ trong tệp không khớp với tiếng Việt thông thường, có thể bị lỗi phông hoặc lỗi lớp chữ."),
        _("So với hình ảnh trang rồi sửa, nhận dạng chữ (OCR), hoặc xin bản Word."),
    ),
    Problem.NO_CONVERTER: Wording(
        _("Máy chủ chưa có phần mềm cần thiết để mở loại tệp này."),
        _("Lưu lại ở dạng .docx rồi gửi lại, hoặc đề nghị quản trị viên cài LibreOffice."),
    ),
    Problem.CONVERTER_FAILED: Wording(
        _("Không chuyển được tệp sang dạng .docx; tệp có thể bị hỏng."),
        _SAVE_AGAIN,
    ),
    Problem.RECOGNISED: Wording(
        _("Chữ được máy nhận dạng từ ảnh, có thể còn sai."),
        _("So với hình ảnh trang, sửa chỗ sai rồi xác nhận."),
    ),
}

REMARKS: Final[Mapping[str, Text]] = {
    "archive_recovered": _("Mục lục của tệp nén bị hỏng; đã lấy lại được %(members)s tệp bên trong."),
    "digitally_signed": _("Tệp có %(count)s chữ ký số; hệ thống chưa kiểm tra chữ ký."),
    "error_cells": _("Trang tính “%(sheet)s” có %(count)s ô báo lỗi của Excel: %(cells)s."),
    "formulas": _("Trang tính “%(sheet)s” có %(count)s ô công thức; hệ thống lấy kết quả đã lưu trong tệp."),
    "formulas_without_results": _(
        "Trang tính “%(sheet)s” có %(count)s công thức chưa có kết quả: %(cells)s."
    ),
    "hidden_columns": _("Trang tính “%(sheet)s” có cột ẩn: %(columns)s; nội dung vẫn được đọc."),
    "hidden_rows": _("Trang tính “%(sheet)s” có %(count)s dòng ẩn; nội dung vẫn được đọc."),
    "hidden_sheet": _("Trang tính “%(sheet)s” bị ẩn; nội dung được đọc nhưng không tự nhập."),
    "hyperlinks": _("Có %(count)s liên kết trong văn bản."),
    "inline_images_left_out": _("Có %(count)s ảnh trong thân thư không được tách ra."),
    "mail_cut_off": _("Thư bị cắt, có thể thiếu phần cuối hoặc tệp đính kèm."),
    "mail_part_encrypted": _("Thư có phần được mã hóa nên không đọc được phần đó."),
    "mail_signed": _("Thư có chữ ký số; hệ thống chưa kiểm tra chữ ký."),
    "other_formats_inside": _("Văn bản nhúng %(count)s phần ở định dạng khác; phần đó không được đọc."),
    "pages_to_compare": _("Nhận dạng chữ chưa chắc ở %(count)s trang, cần so với ảnh: trang %(pages)s."),
    "merged_cells": _("Trang tính “%(sheet)s” có %(count)s chỗ gộp ô; ô gộp dọc được hiểu là giống nhau."),
    "pdf_dynamic_form": _("Tệp PDF là biểu mẫu động; nội dung đọc được có thể không đủ."),
    "pdf_launches_program": _("Tệp PDF có lệnh chạy chương trình; không mở trực tiếp tệp gốc."),
    "pdf_scripts": _("Tệp PDF có mã lệnh; không mở trực tiếp tệp gốc."),
    "recognition_failed": _("Không nhận dạng được chữ; cần người xem bản gốc."),
    "system_files_left_out": _("Đã bỏ qua %(count)s tệp của hệ điều hành trong tệp nén."),
    "winmail_dat": _(
        "Thư có tệp winmail.dat của Outlook, không tách được nội dung; xin gửi lại dạng thường."
    ),
}
_UNKNOWN: Final = _("Có điểm cần xem lại trong tệp (%(code)s).")


def problem_words(problem: Problem, values: Mapping[str, str | int]) -> tuple[str, str]:
    """Return what is wrong and how it is mended, for a problem that was kept with its values."""
    wording = PROBLEMS[problem]
    return _fill(wording.reason, values), _fill(wording.remedy, values)


def reason_of(document: ReadDocument) -> str:
    """Return what is wrong with a file, empty where nothing is."""
    return _fill(PROBLEMS[document.problem].reason, document.values) if document.problem else ""


def remedy_of(document: ReadDocument) -> str:
    """Return how it is mended, empty where nothing is wrong."""
    return _fill(PROBLEMS[document.problem].remedy, document.values) if document.problem else ""


def words_of(remark: Remark) -> str:
    """Return a remark in words; one without words of its own is told by its code, never left out."""
    return _fill(REMARKS.get(remark.code, _UNKNOWN), {"code": remark.code, **remark.values})


def _fill(words: Text, values: Mapping[str, str | int]) -> str:
    """Put the values into the words; a value that was not handed on is a dash and never an error."""
    return str(words) % defaultdict(lambda: "–", values)
