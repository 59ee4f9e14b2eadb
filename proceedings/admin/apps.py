"""The stock Django admin with our own site: templates, work queue, Vietnamese titles."""

from importlib import import_module

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig

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
        """Let every room register its models, then put away what is not ours."""
        super().ready()
        for room in ROOMS:
            import_module(f"proceedings.admin.{room}")
        foreign = [model for model in admin.site._registry if model._meta.app_label not in KEPT]
        admin.site.unregister(foreign)
