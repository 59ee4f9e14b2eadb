"""Where a workshop stands, who takes part and how, and the lines of its programme."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class WorkshopStage(TextChoices):
    """Where a consultation stands."""

    PLANNED = "planned", _("Dự kiến")
    SCHEDULED = "scheduled", _("Đã có kế hoạch")
    COLLECTING = "collecting", _("Đang lấy ý kiến")
    CLOSED = "closed", _("Hết hạn góp ý")
    HELD = "held", _("Đã tổ chức")
    SYNTHESISING = "synthesising", _("Đang tổng hợp, tiếp thu")
    CONCLUDED = "concluded", _("Đã có kết luận")
    ISSUED = "issued", _("Đã ban hành")
    POSTPONED = "postponed", _("Hoãn")
    CANCELLED = "cancelled", _("Hủy")


#: The road of a workshop that is neither postponed nor cancelled, in order.
MAIN_ROAD = tuple(
    stage for stage in WorkshopStage if stage not in {WorkshopStage.POSTPONED, WorkshopStage.CANCELLED}
)

#: A stage may go on to any later one (small bodies skip some), or be postponed or cancelled until it was held.
WORKSHOP_MOVES: Mapping[WorkshopStage, frozenset[WorkshopStage]] = {
    **{stage: frozenset(MAIN_ROAD[place + 1 :]) for place, stage in enumerate(MAIN_ROAD)},
    **{
        stage: frozenset(MAIN_ROAD[place + 1 :]) | {WorkshopStage.POSTPONED, WorkshopStage.CANCELLED}
        for place, stage in enumerate(MAIN_ROAD[: MAIN_ROAD.index(WorkshopStage.HELD)])
    },
    WorkshopStage.POSTPONED: frozenset(
        {WorkshopStage.PLANNED, WorkshopStage.SCHEDULED, WorkshopStage.COLLECTING, WorkshopStage.CANCELLED}
    ),
    WorkshopStage.CANCELLED: frozenset(),
}


class ParticipationState(TextChoices):
    """What an invited committee did."""

    NOT_SENT = "not-sent", _("Chưa gửi")
    INVITED = "invited", _("Đã gửi")
    ANSWERED = "answered", _("Đã trả lời")
    NO_OPINION = "no-opinion", _("Không có ý kiến")
    NO_REPLY = "no-reply", _("Quá hạn, chưa trả lời")


class DelegateRole(TextChoices):
    """What a person does at the event."""

    CHAIR = "chair", _("Chủ trì")
    CO_CHAIR = "co-chair", _("Đồng chủ trì")
    SITE_CHAIR = "site-chair", _("Chủ trì điểm cầu")
    ORGANISER = "organiser", _("Ban Tổ chức")
    SECRETARY = "secretary", _("Ban Thư ký")
    EDITOR = "editor", _("Tổ biên tập")
    KEYNOTE = "keynote", _("Báo cáo đề dẫn")
    DELEGATE = "delegate", _("Đại biểu")
    GUEST = "guest", _("Khách mời")


class AgendaKind(TextChoices):
    """A line of the programme, in the order in which a workshop has them."""

    REASON = "reason", _("Tuyên bố lý do")
    INTRODUCTION = "introduction", _("Giới thiệu đại biểu")
    OPENING = "opening", _("Khai mạc")
    KEYNOTE = "keynote", _("Đề dẫn")
    PAPER = "paper", _("Tham luận")
    DISCUSSION = "discussion", _("Thảo luận")
    SITE_REMARK = "site-remark", _("Phát biểu tại điểm cầu")
    CONCLUSION = "conclusion", _("Kết luận")
    CLOSING = "closing", _("Bế mạc")
    OTHER = "other", _("Nội dung khác")
