"""What points ask for, and why other words ask for nothing."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
