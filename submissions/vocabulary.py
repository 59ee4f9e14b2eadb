"""Every closed list of the door and the moves that are allowed between its states."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Source(TextChoices):
    """By which way a batch came in."""

    DESK = "desk", _("Bàn tiếp nhận")
    LINK = "link", _("Trang của cấp ủy")
    COMMAND = "command", _("Dòng lệnh")
    MAILBOX = "mailbox", _("Hộp thư")


class SubmissionState(TextChoices):
    """Where one file stands. Every one ends accepted, opened (an archive, a mail) or refused with a reason (law 1)."""

    WAITING = "waiting", _("Chờ đọc")
    READING = "reading", _("Đang đọc")
    READY = "ready", _("Sẵn sàng vào sổ")
    DOUBTFUL = "doubtful", _("Cần xem lại")
    ACCEPTED = "accepted", _("Đã vào sổ")
    OPENED = "opened", _("Đã tách tệp bên trong")
    REFUSED = "refused", _("Không nhận")


#: Accepted goes back to the table only by undoing within a day, as does a workbook whose rows were entered (opened);
#: what was refused may be tried again from its file.
SUBMISSION_MOVES: Mapping[SubmissionState, frozenset[SubmissionState]] = {
    SubmissionState.WAITING: frozenset({SubmissionState.READING, SubmissionState.REFUSED}),
    SubmissionState.READING: frozenset(
        {
            SubmissionState.WAITING,
            SubmissionState.READY,
            SubmissionState.DOUBTFUL,
            SubmissionState.OPENED,
            SubmissionState.REFUSED,
        }
    ),
    SubmissionState.READY: frozenset(
        {SubmissionState.DOUBTFUL, SubmissionState.ACCEPTED, SubmissionState.REFUSED, SubmissionState.READING}
    ),
    SubmissionState.DOUBTFUL: frozenset(
        {
            SubmissionState.READY,
            SubmissionState.ACCEPTED,
            SubmissionState.OPENED,
            SubmissionState.REFUSED,
            SubmissionState.READING,
        }
    ),
    SubmissionState.ACCEPTED: frozenset({SubmissionState.READY}),
    SubmissionState.OPENED: frozenset({SubmissionState.DOUBTFUL}),
    SubmissionState.REFUSED: frozenset({SubmissionState.READY, SubmissionState.DOUBTFUL}),
}

#: States in which a submission waits for the machine, and for a person.
UNDER_WAY = frozenset({SubmissionState.WAITING, SubmissionState.READING})
OPEN = frozenset({SubmissionState.READY, SubmissionState.DOUBTFUL})


class WorkbookState(TextChoices):
    """How far a table of contributions has come: it is checked again whenever its columns are mapped anew."""

    CHECKING = "checking", _("Đang kiểm tra")
    CHECKED = "checked", _("Đã kiểm tra")
    IMPORTING = "importing", _("Đang nhập vào sổ")
    IMPORTED = "imported", _("Đã nhập vào sổ")
    FAILED = "failed", _("Không kiểm tra được")


class Refusal(TextChoices):
    """Why a submission was refused; ``Submission.problem`` says more where the machine could not read it."""

    SECRECY = "secrecy", _("Có dấu chỉ mức độ mật")
    UNREADABLE = "unreadable", _("Không đọc được tệp")
    UNSAFE = "unsafe", _("Tệp không an toàn")
    KNOWN = "known", _("Đã có trong sổ")
    RECEIVED = "received", _("Đã nhận ở hồ sơ khác")
    CANCELLED = "cancelled", _("Đợt tiếp nhận đã dừng")
    WITHDRAWN = "withdrawn", _("Nơi gửi rút lại trước khi xác nhận")
    BY_PERSON = "by-person", _("Ban Thư ký không nhận")


class Wording(TextChoices):
    """Which view of a document with tracked changes goes into the record as its text."""

    PROPOSED = "proposed", _("Theo bản đã sửa")
    MARKED = "marked", _("Giữ cả chỗ xóa và chỗ thêm")
    ORIGINAL = "original", _("Theo bản trước khi sửa")
