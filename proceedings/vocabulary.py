"""Every closed list of the record and the moves that are allowed between states."""

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

State = TypeVar("State", bound=TextChoices)


class CommitteeKind(TextChoices):
    """What a committee is called: it follows the kind of its province."""

    PROVINCE = "tinh", _("Tỉnh ủy")
    CITY = "thanh-pho", _("Thành ủy")


class BodyKind(TextChoices):
    """Who speaks in a contribution; counts are split by it."""

    COMMITTEE = "committee", _("Tỉnh ủy, Thành ủy")
    PARTY_BODY = "party-body", _("Cơ quan Đảng")
    STATE_BODY = "state-body", _("Cơ quan Nhà nước")
    ORGANISATION = "organisation", _("Tổ chức khác")
    PERSON = "person", _("Cá nhân")


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


class Family(TextChoices):
    """Whose rules of layout a text follows; the two never mix (NĐ 30/2020; HD 36-HD/VPTW, HD 05-HD/VPTW)."""

    PARTY = "party", _("Văn bản của Đảng")
    STATE = "state", _("Văn bản của Nhà nước")


class DraftState(TextChoices):
    """A draft is worked on, then issued; what is issued never changes."""

    WORKING = "working", _("Đang soạn")
    ISSUED = "issued", _("Đã phát hành")


DRAFT_MOVES: Mapping[DraftState, frozenset[DraftState]] = {
    DraftState.WORKING: frozenset({DraftState.ISSUED}),
    DraftState.ISSUED: frozenset(),
}


class ProvisionKind(TextChoices):
    """What a provision is; the values are those of ``proceedings.text.provisions.Kind``."""

    PHAN = "phan", _("Phần")
    CHUONG = "chuong", _("Chương")
    MUC = "muc", _("Mục")
    TIEU_MUC = "tieu_muc", _("Tiểu mục")
    DIEU = "dieu", _("Điều")
    KHOAN = "khoan", _("Khoản")
    DIEM = "diem", _("Điểm")
    TEXT = "text", _("Đoạn")


class ProvisionRole(TextChoices):
    """What a paragraph does where it stands; the values are those of ``proceedings.text.provisions.Role``."""

    PLAIN = "", _("Đoạn thường")
    TITLE = "title", _("Tên văn bản")
    PREAMBLE = "preamble", _("Căn cứ ban hành")
    CHAPEAU = "chapeau", _("Đoạn mở đầu")
    CLOSING = "closing", _("Đoạn kết")
    DASH = "dash", _("Gạch đầu dòng")
    TABLE = "table", _("Bảng")
    APPENDIX = "appendix", _("Phụ lục")
    SIGNATURE = "signature", _("Nơi nhận, chữ ký")


class LineageKind(TextChoices):
    """What became of a provision in the next draft."""

    KEPT = "kept", _("Giữ nguyên")
    CHANGED = "changed", _("Sửa nội dung")
    RENUMBERED = "renumbered", _("Đổi số")
    MOVED = "moved", _("Chuyển vị trí")
    SPLIT = "split", _("Tách")
    MERGED = "merged", _("Gộp")
    NEW = "new", _("Bổ sung mới")
    DELETED = "deleted", _("Bỏ")


class LineageState(TextChoices):
    """The machine proposes, an editor decides; a decision may be taken anew."""

    PROPOSED = "proposed", _("Máy đề xuất")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    CORRECTED = "corrected", _("Đã sửa tay")


LINEAGE_MOVES: Mapping[LineageState, frozenset[LineageState]] = {
    LineageState.PROPOSED: frozenset({LineageState.CONFIRMED, LineageState.CORRECTED}),
    LineageState.CONFIRMED: frozenset({LineageState.CORRECTED}),
    LineageState.CORRECTED: frozenset({LineageState.CONFIRMED}),
}


class Mending(TextChoices):
    """What was done to a working draft, as the list of steps that can be undone names it."""

    PROMOTE = "promote", _("Nâng một cấp")
    DEMOTE = "demote", _("Hạ một cấp")
    SPLIT = "split", _("Tách")
    MERGE = "merge", _("Gộp vào mục trước")
    RELABEL = "relabel", _("Đặt lại loại, số")
    RETITLE = "retitle", _("Sửa tên mục")
    MOVE = "move", _("Chuyển vị trí")
    INSERT = "insert", _("Thêm mục")
    REMOVE = "remove", _("Bỏ mục")
    WRITE = "write", _("Sửa nội dung")
    EXPLAIN = "explain", _("Ghi lý do bỏ")


class ContributionForm(TextChoices):
    """How a contribution came."""

    WRITTEN = "written", _("Văn bản góp ý")
    PAPER = "paper", _("Bài tham luận")
    REMARK = "remark", _("Phát biểu")


class Stance(TextChoices):
    """What the contribution as a whole says of the draft; a field, never guessed from prose."""

    AGREES = "agrees", _("Nhất trí hoàn toàn")
    AGREES_WITH_COMMENTS = "agrees-with-comments", _("Cơ bản nhất trí, có ý kiến bổ sung")
    DIFFERS = "differs", _("Có ý kiến khác")
    NO_OPINION = "no-opinion", _("Không có ý kiến")


class Circulation(TextChoices):
    """Who may read a contribution once an edition has it."""

    PUBLIC = "public", _("Công khai")
    DELEGATES = "delegates", _("Đại biểu được mời")
    INTERNAL = "internal", _("Chỉ Ban Thư ký và Tổ biên tập")


class ContributionState(TextChoices):
    """A number once given stays: a withdrawn document is void, an earlier version is replaced."""

    REGISTERED = "registered", _("Đã vào sổ")
    VOID = "void", _("Đã hủy số")
    REPLACED = "replaced", _("Đã có bản thay thế")


class PointKind(TextChoices):
    """What a point asks of the draft."""

    AGREE = "agree", _("Nhất trí")
    ADD = "add", pgettext_lazy("ý kiến", "Bổ sung")
    AMEND = "amend", _("Sửa đổi")
    REMOVE = "remove", _("Lược bỏ")
    ASK = "ask", _("Hỏi, đề nghị làm rõ")
    OTHER = "other", _("Ý kiến khác")


class NoRequestReason(TextChoices):
    """Why a stretch of a contribution holds no opinion that must be answered."""

    SALUTATION = "salutation", _("Mở đầu, kính gửi")
    HEADING = "heading", _("Đề mục")
    CONTEXT = "context", _("Bối cảnh, tình hình, kinh nghiệm")
    AGREEMENT = "agreement", _("Nhất trí chung")
    CLOSING = "closing", _("Kết thúc, chữ ký, nơi nhận")
    OTHER = "other", _("Không nêu yêu cầu")


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


class ConclusionKind(TextChoices):
    """Three different things are called a conclusion, and a site's leader may add remarks (domain notes, A)."""

    CLOSING_WORDS = "closing-words", _("Phát biểu kết luận")
    NOTICE = "notice", _("Thông báo kết luận")
    DOCUMENT = "document", _("Kết luận")
    SITE_REMARK = "site-remark", _("Phát biểu tại điểm cầu")


class TaskState(TextChoices):
    """How far the work that a conclusion orders has come."""

    TO_DO = "to-do", _("Chưa thực hiện")
    IN_PROGRESS = "in-progress", _("Đang thực hiện")
    DONE = "done", _("Hoàn thành")
    STOPPED = "stopped", _("Dừng")


TASK_MOVES: Mapping[TaskState, frozenset[TaskState]] = {
    TaskState.TO_DO: frozenset({TaskState.IN_PROGRESS, TaskState.DONE, TaskState.STOPPED}),
    TaskState.IN_PROGRESS: frozenset({TaskState.TO_DO, TaskState.DONE, TaskState.STOPPED}),
    TaskState.DONE: frozenset({TaskState.IN_PROGRESS}),
    TaskState.STOPPED: frozenset({TaskState.TO_DO, TaskState.IN_PROGRESS}),
}


class Audience(TextChoices):
    """Who an edition is for. Delegates read what the public reads and what circulates among them."""

    PUBLIC = "public", _("Công khai")
    DELEGATES = "delegates", _("Đại biểu")


#: The circulations that each audience may read.
READABLE: Mapping[Audience, frozenset[Circulation]] = {
    Audience.PUBLIC: frozenset({Circulation.PUBLIC}),
    Audience.DELEGATES: frozenset({Circulation.PUBLIC, Circulation.DELEGATES}),
}


class PublicationState(TextChoices):
    """The life of one run of ``publish``."""

    QUEUED = "queued", _("Đang chờ")
    RUNNING = "running", _("Đang công bố")
    DONE = "done", _("Đã công bố")
    FAILED = "failed", _("Không công bố được")


def may_move(moves: Mapping[State, frozenset[State]], before: State, after: State) -> bool:
    """Tell whether a state may become another by a table of moves; staying is always allowed."""
    return before == after or after in moves[before]
