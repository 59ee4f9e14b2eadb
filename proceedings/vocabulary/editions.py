"""Whom editions are for, and how publishing one goes."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from proceedings.vocabulary.contributions import Circulation


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
