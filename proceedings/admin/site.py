"""The register's site: its title and its first page."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class RegisterSite(AdminSite):
    """Sổ đăng ký."""

    site_title = _("Kỷ yếu")
    site_header = _("Kỷ yếu – sổ đăng ký")
    index_title = _("Việc cần làm")
