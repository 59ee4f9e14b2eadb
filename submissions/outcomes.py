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
from submissions.screening.flags import Flag, FlagCode, Severity
from submissions.screening.words import SECRET
from submissions.screening.words import words_of as words_of_flag
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
    "not_recognised": gettext_lazy("Chưa nhận dạng được chữ trong tệp này"),
    "other_body": gettext_lazy("Đầu văn bản ghi cơ quan khác: %(name)s"),
    "unconfirmed": gettext_lazy("Cấp ủy chưa xác nhận gửi"),
    "corrected": gettext_lazy("Nơi gửi đã sửa: %(field)s"),
    "same_document": gettext_lazy("Cùng cấp ủy, số ký hiệu và ngày với văn bản số %(number)s trong sổ"),
    "same_text_registered": gettext_lazy("Nội dung gần như trùng với văn bản số %(number)s trong sổ"),
    "same_text_waiting": gettext_lazy("Nội dung gần như trùng với hồ sơ “%(name)s” đang chờ"),
}


def words_of(submission: Submission) -> tuple[str, str]:
    """Return why a submission is not in the registry, and how to mend it; two empty texts where it is."""
    if submission.refusal:
        return _refusal_words(submission)
    if submission.state == SubmissionState.DOUBTFUL:
        reasons = [*problem_words(submission)[:1], *flag_words(submission)]
        told = "; ".join(reason.rstrip(".") for reason in reasons if reason)
        return f"{told}.", _("Mở hồ sơ ở bàn tiếp nhận, kiểm tra rồi xác nhận.")
    if submission.state == SubmissionState.READY:
        return _("Đã đọc, chờ vào sổ."), ""
    return "", ""


def flag_words(submission: Submission) -> list[str]:
    """Return what a person must look at, a line each: the doubts, and the flags that are more than a notice."""
    return [flag_line(flag)[0] for flag in submission.flags if flag["severity"] != Severity.NOTICE]


def flag_line(flag: Mapping[str, Any]) -> tuple[str, str]:
    """Return one flag in words, and what to do (empty for a doubt: its field says it)."""
    values = dict(flag["values"])
    if flag["code"] not in DOUBTS:
        return words_of_flag(Flag(FlagCode(flag["code"]), Severity(flag["severity"]), values))
    if field := values.get("field"):
        values["field"] = Submission._meta.get_field(field).verbose_name  # type: ignore[union-attr]
    text = str(DOUBTS[flag["code"]])
    return (text % values if values else text), ""


def _refusal_words(submission: Submission) -> tuple[str, str]:
    if submission.refusal == Refusal.SECRECY:
        return str(SECRET.reason) % {"where": _("trong tệp")}, str(SECRET.remedy)
    if submission.refusal == Refusal.KNOWN and submission.known_as:
        number = submission.known_as.number
        return _("Đã có trong sổ: số %(number)s.") % {"number": number}, _("Không cần gửi lại.")
    if (
        submission.refusal == Refusal.RECEIVED
        and submission.attaches_to
        and submission.attaches_to.contribution
    ):
        number = submission.attaches_to.contribution.number
        return _("Đã có trong sổ: số %(number)s.") % {"number": number}, _("Không cần gửi lại.")
    if submission.refusal == Refusal.RECEIVED:
        return _("Tệp này đã nhận và đang chờ ở hồ sơ khác."), _("Không cần gửi lại.")
    if submission.refusal == Refusal.BY_PERSON:
        return submission.refusal_note, _("Sửa theo lý do đã nêu rồi gửi lại.")
    if submission.refusal == Refusal.CANCELLED:
        return _("Đợt tiếp nhận đã dừng trước khi đọc tệp này."), _("Gửi lại tệp trong một đợt khác.")
    if submission.refusal == Refusal.WITHDRAWN:
        return _("Nơi gửi đã rút lại trước khi xác nhận."), ""
    return problem_words(submission)


def problem_words(submission: Submission) -> tuple[str, str]:
    """Return the words for what the machine could not take: a problem of reading, or a flag that stops a file."""
    if not submission.problem:
        return "", ""
    if submission.problem in set(FlagCode):
        return words_of_flag(Flag(FlagCode(submission.problem), Severity.STOP, submission.problem_values))
    return words.problem_words(Problem(submission.problem), submission.problem_values)
