"""Who contributes, how, and who may read it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BodyKind(TextChoices):
    """Who speaks in a contribution; counts are split by it."""

    COMMITTEE = "committee", _("Tỉnh ủy, Thành ủy")
    PARTY_BODY = "party-body", _("Cơ quan Đảng")
    STATE_BODY = "state-body", _("Cơ quan Nhà nước")
    ORGANISATION = "organisation", _("Tổ chức khác")
    PERSON = "person", _("Cá nhân")


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
