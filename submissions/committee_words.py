"""What a committee is told of its own files: how they stand, why not, what to do. Nothing of anybody else's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.vocabulary import ContributionState
from submissions.models import Submission
from submissions.outcomes import problem_words
from submissions.screening.flags import Flag, FlagCode, Severity
from submissions.screening.words import FLAGS, words_of
from submissions.vocabulary import Refusal, SubmissionState

#: What a sender is told of a doubt. Flags that speak of other documents are the secretariat's own business.
NOTES: Final[Mapping[str, str | Promise]] = {
    "no_symbol": gettext_lazy("Chưa thấy số, ký hiệu: ghi vào nếu văn bản có."),
    "no_date": gettext_lazy("Chưa thấy ngày văn bản: ghi vào nếu văn bản có."),
    "no_title": gettext_lazy("Chưa thấy trích yếu: ghi trích yếu hoặc tên tham luận."),
    "unsure": gettext_lazy("Có chỗ máy đọc chưa chắc: so lại số, ngày, trích yếu với văn bản."),
    "other_body": gettext_lazy("Đầu văn bản ghi tên cơ quan khác: kiểm tra có đúng tệp cần gửi không."),
    "columns": gettext_lazy("Bảng tính: Ban Thư ký sẽ xem từng dòng."),
}
_UNSAID: Final = frozenset(
    {"same_document", "same_text_registered", "same_text_waiting", "corrected", "no_body", "unconfirmed"}
)
_SECRET: Final = (
    gettext_lazy("Một tệp không được nhận vì có dấu chỉ mức độ mật. Tệp, tên tệp và nội dung đã được xóa."),
    gettext_lazy(
        "Không gửi tài liệu mật qua mạng. Liên hệ văn thư, cơ yếu của cơ quan để gửi đúng quy định."
    ),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one file stands: the kind and the words of its chip, the reason and the remedy where it was refused."""

    kind: str
    label: str
    reason: str = ""
    remedy: str = ""


def standing_of(submission: Submission) -> Standing:
    """Say how a file stands, to who sent it."""
    state = SubmissionState(submission.state)
    if state in {SubmissionState.WAITING, SubmissionState.READING}:
        return Standing("progress", _("Đang đọc"))
    if state == SubmissionState.OPENED:
        return Standing("noted", _("Đã tách các tệp bên trong"))
    if state == SubmissionState.ACCEPTED:
        return _registered(submission)
    if state == SubmissionState.REFUSED:
        reason, remedy = refusal_of(submission)
        return Standing(
            "noted" if submission.refusal == Refusal.WITHDRAWN else "late", _("Không nhận"), reason, remedy
        )
    if submission.batch.confirmed_at is None:
        return Standing("ahead", _("Đã đọc, chờ cấp ủy xác nhận"))
    return Standing("ahead", _("Đã gửi, chờ Ban Thư ký vào sổ"))


def refusal_of(submission: Submission) -> tuple[str, str]:
    """Return why a file was refused, and what its sender can do."""
    refusal = Refusal(submission.refusal)
    if refusal == Refusal.SECRECY:
        return str(_SECRET[0]), str(_SECRET[1])
    if refusal == Refusal.KNOWN and submission.known_as is not None:
        number = submission.known_as.number
        return _("Tệp này đã có trong sổ: số %(number)s.") % {"number": number}, _("Không cần gửi lại.")
    if refusal == Refusal.RECEIVED:
        return _("Đúng tệp này đã được nhận trước đó."), _("Không cần gửi lại.")
    if refusal == Refusal.BY_PERSON:
        return submission.refusal_note, _("Sửa theo lý do đã nêu rồi gửi lại trong một đợt mới.")
    if refusal == Refusal.WITHDRAWN:
        return _("Cấp ủy đã bỏ tệp này trước khi xác nhận gửi."), ""
    if refusal == Refusal.CANCELLED or not submission.problem:
        return _("Tệp chưa được đọc vì đợt tiếp nhận đã dừng."), _("Gửi lại tệp trong một đợt mới.")
    return problem_words(submission)


def notes_of(submission: Submission) -> list[str]:
    """Return what the sender may look at in a file that was read, each remark once."""
    return list(dict.fromkeys(_notes(submission)))


def _notes(submission: Submission) -> Iterator[str]:
    if submission.problem:
        yield " ".join(problem_words(submission))
    for flag in submission.flags:
        code = flag["code"]
        if code in NOTES:
            yield str(NOTES[code])
        elif code in FLAGS:
            yield " ".join(words_of(Flag(FlagCode(code), Severity(flag["severity"]), flag["values"])))
        elif code not in _UNSAID:
            yield _("Có chỗ Ban Thư ký sẽ xem lại khi vào sổ.")


def _registered(submission: Submission) -> Standing:
    contribution = submission.contribution
    if contribution is None:
        return Standing("done", _("Ban Thư ký đã vào sổ"))
    day = f"{timezone.localtime(submission.decided_at):%d/%m/%Y}" if submission.decided_at else ""
    words = {"number": contribution.number, "day": day}
    if contribution.state == ContributionState.VOID:
        return Standing("void", _("Số %(number)s đã hủy") % words)
    if contribution.state == ContributionState.REPLACED:
        return Standing("noted", _("Đã vào sổ số %(number)s, sau đó có bản thay thế") % words)
    return Standing("done", _("Ban Thư ký đã vào sổ số %(number)s ngày %(day)s") % words)
