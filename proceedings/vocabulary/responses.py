"""What is decided on points, on which road, and what committees say of it."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Decision(TextChoices):
    """What was decided on a point: a field, never read out of prose (law 8)."""

    ADOPTED = "adopted", _("Tiếp thu")
    PARTLY = "partly", _("Tiếp thu một phần")
    EXPLAINED = "explained", _("Giải trình")
    NOTED = "noted", _("Ghi nhận")
    REFERRED = "referred", _("Xin ý kiến")


#: Decisions that change the draft, and so name the provision that changed (law 8).
CHANGING = frozenset({Decision.ADOPTED, Decision.PARTLY})
#: Decisions that must say why.
REASONED = frozenset({Decision.PARTLY, Decision.EXPLAINED, Decision.REFERRED})


class ResponseState(TextChoices):
    """A response is drafted by one person, proposed, and approved by another."""

    DRAFTED = "drafted", _("Đang soạn")
    PROPOSED = "proposed", _("Chờ duyệt")
    APPROVED = "approved", _("Đã duyệt")


#: Drafted → proposed → approved; sent back or reopened it is drafted again, an approval is taken back to proposed.
RESPONSE_MOVES: Mapping[ResponseState, frozenset[ResponseState]] = {
    ResponseState.DRAFTED: frozenset({ResponseState.PROPOSED}),
    ResponseState.PROPOSED: frozenset({ResponseState.DRAFTED, ResponseState.APPROVED}),
    ResponseState.APPROVED: frozenset({ResponseState.DRAFTED, ResponseState.PROPOSED}),
}


class Reply(TextChoices):
    """What a committee said of the answer it was given."""

    SATISFIED = "satisfied", _("Đồng ý với giải trình")
    MAINTAINED = "maintained", _("Bảo lưu ý kiến")
