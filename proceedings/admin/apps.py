"""The stock Django admin with our own site: templates, work queue, Vietnamese titles."""

from django.contrib.admin.apps import AdminConfig


class RegisterConfig(AdminConfig):
    """Sổ đăng ký của Ban Thư ký."""

    default_site = "proceedings.admin.site.RegisterSite"
