"""Every address of the project: Vietnamese at the root, English below /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from proceedings.publishing.serving import asset
from proceedings.publishing.styleguide import styleguide

urlpatterns = [
    path("assets/<str:name>", asset, name="asset"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("accounts/", include("allauth.account.urls")),
        path("styleguide/", styleguide, name="styleguide"),
        path("", include("proceedings.publishing.urls")),
        prefix_default_language=False,
    ),
]
