"""The register's site: its title, its sign-in, its first page."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import LogoutView, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.admin import publishing
from proceedings.admin.first_page import groups_of
from proceedings.queries.work_queue import work_queue


class RegisterSite(AdminSite):
    """Sổ đăng ký."""

    site_title = _("Kỷ yếu")
    site_header = _("Kỷ yếu – sổ đăng ký")
    index_title = _("Việc cần làm")
    empty_value_display = "–"
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """Add the pages on which a workshop is published."""
        return [*publishing.urls(self), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Show what waits for whom; the lists stand quietly below."""
        today = timezone.localdate()
        queue = groups_of(work_queue(today=today), request.user, today=today)  # type: ignore[arg-type]
        return super().index(request, {"queue": queue, "today": today, **(extra_context or {})})

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Refuse an insider who does not work in the register; a stranger is led to the sign-in page."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return guarded

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Sign in on the one page that counts attempts; an insider without the right is refused."""
        onwards = request.GET.get("next") or "/admin/"
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(onwards, settings.LOGIN_URL)

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:  # type: ignore[override]
        """Sign out and go back to the front page."""
        return LogoutView.as_view(next_page=settings.ACCOUNT_LOGOUT_REDIRECT_URL)(request)
