"""What became of a submission, in words: the reason and the remedy, the doubts that wait for a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions import words
from submissions.models import Submission
from submissions.readers.document import Problem
from submissions.screening.words import FLAGS, SECRECY
from submissions.vocabulary import Refusal, SubmissionState

#: The doubts of ``operations.proposing`` in words.
DOUBTS: Mapping[str, str | Promise] = {
    "columns": gettext_lazy("Bảng tính: kiểm tra cột và dòng trước khi nhập"),
    "mark_in_doubt": gettext_lazy("Có chữ giống dấu chỉ mức độ mật: xem rồi mới xác nhận"),
    "no_body": gettext_lazy("Chưa rõ cơ quan gửi"),
    "no_title": gettext_lazy("Chưa có trích yếu"),
    "no_symbol": gettext_lazy("Chưa có số, ký hiệu"),
    "no_date": gettext_lazy("Chưa có ngày văn bản"),
    "unsure": gettext_lazy("Cần xem lại: %(field)s"),
    "same_document": gettext_lazy("Cùng cấp ủy, số ký hiệu và ngày với văn bản số %(number)s trong sổ"),
    "same_text_registered": gettext_lazy("Nội dung gần như trùng với văn bản số %(number)s trong sổ"),
    "same_text_waiting": gettext_lazy("Nội dung gần như trùng với hồ sơ “%(name)s” đang chờ"),
}


def words_of(submission: Submission) -> tuple[str, str]:
    """Return why a submission is not in the registry, and how to mend it; two empty texts where it is."""
    if submission.refusal:
        return _refusal_words(submission)
    if submission.state == SubmissionState.DOUBTFUL:
        reasons = [*_problem_words(submission)[:1], *flag_words(submission)]
        return "; ".join(filter(None, reasons)) + ".", _("Mở hồ sơ ở bàn tiếp nhận, kiểm tra rồi xác nhận.")
    if submission.state == SubmissionState.READY:
        return _("Đã đọc, chờ vào sổ."), ""
    return "", ""


def flag_words(submission: Submission) -> list[str]:
    """Return what a person must know of a submission, a line each, the doubts and the notices."""
    return [flag_line(flag) for flag in submission.flags]


def flag_line(flag: Mapping[str, Any]) -> str:
    """Return one flag in words."""
    values = dict(flag["values"])
    if field := values.get("field"):
        values["field"] = Submission._meta.get_field(field).verbose_name  # type: ignore[union-attr]
    text = DOUBTS.get(flag["code"]) or FLAGS[flag["code"]]
    return str(text) % values if values else str(text)


def _refusal_words(submission: Submission) -> tuple[str, str]:
    if submission.refusal == Refusal.SECRECY:
        return str(SECRECY[0]), str(SECRECY[1])
    if submission.refusal == Refusal.KNOWN and submission.known_as:
        number = submission.known_as.number
        return _("Đã có trong sổ: số %(number)s.") % {"number": number}, _("Không cần gửi lại.")
    if submission.refusal == Refusal.RECEIVED:
        return _("Tệp này đã nhận và đang chờ ở hồ sơ khác."), _("Không cần gửi lại.")
    if submission.refusal == Refusal.BY_PERSON:
        return submission.refusal_note, _("Sửa theo lý do đã nêu rồi gửi lại.")
    if submission.refusal == Refusal.CANCELLED:
        return _("Đợt tiếp nhận đã dừng trước khi đọc tệp này."), _("Gửi lại tệp trong một đợt khác.")
    return _problem_words(submission)


def _problem_words(submission: Submission) -> tuple[str, str]:
    if not submission.problem:
        return "", ""
    return words.problem_words(Problem(submission.problem), submission.problem_values)
