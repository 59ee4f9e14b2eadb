"""Every address of the project: Vietnamese at the root, English below /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from proceedings.publishing.preview import preview
from proceedings.publishing.serving import asset
from proceedings.publishing.styleguide import styleguide
from proceedings.web import errors, health

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("assets/<str:name>", asset, name="asset"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("accounts/", include("proceedings.accounts.urls")),
        re_path(
            r"^desk/preview/(?P<slug>[-\w]+)/(?P<audience>[a-z]+)/(?P<rest>.*)$", preview, name="preview"
        ),
        path("desk/drafts/", include("submissions.draft_urls")),
        path("desk/drafts/", include("proceedings.desk.urls")),
        path("desk/drafts/", include("proceedings.desk.writing_urls")),
        path("desk/drafts/", include("submissions.return_urls")),
        path("desk/points/", include("proceedings.desk.answering_urls")),
        path("desk/intake/", include("submissions.template_urls")),
        path("desk/intake/<slug:slug>/<int:pk>/rows/", include("submissions.sheet_urls")),
        path("desk/intake/<slug:slug>/links/", include("submissions.desk_link_urls")),
        path("submit/", include("submissions.link_urls")),
        path("desk/intake/", include("submissions.urls")),
        path("styleguide/", styleguide, name="styleguide"),
        path("", include("proceedings.publishing.urls")),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler429 = errors.too_many_requests
handler500 = errors.server_error
