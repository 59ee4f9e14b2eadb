"""What drafts are made of and where they stand."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
