"""What committees are called."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CommitteeKind(TextChoices):
    """What a committee is called: it follows the kind of its province."""

    PROVINCE = "tinh", _("Tỉnh ủy")
    CITY = "thanh-pho", _("Thành ủy")
