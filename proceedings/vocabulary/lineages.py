"""What becomes of a provision from one draft to the next, and who says so."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
