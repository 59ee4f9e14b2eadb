"""The stock Django admin with our own site: templates, work queue, Vietnamese titles."""

from importlib import import_module

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _

#: One module per aggregate, in the order data flows.
ROOMS = (
    "committees", "accounts", "workshops", "participations", "consulted_texts", "drafts", "contributions",
    "conclusions", "editions",
)  # fmt: skip

#: Applications whose rows people keep in the register; what libraries bring along stays out of it.
KEPT = frozenset({"proceedings", "submissions"})


class RegisterConfig(AdminConfig):
    """Sổ đăng ký của Ban Thư ký."""

    default_site = "proceedings.admin.site.RegisterSite"

    def ready(self) -> None:
        """Let every room register its models and what waits there, then put away what is not ours."""
        super().ready()
        from proceedings.admin.first_page import add_errands

        for room in ROOMS:
            import_module(f"proceedings.admin.{room}")
        add_errands("drafts", _("Dự thảo"), import_module("proceedings.admin.draft_errands").errands_of)
        foreign = [model for model in admin.site._registry if model._meta.app_label not in KEPT]
        admin.site.unregister(foreign)
