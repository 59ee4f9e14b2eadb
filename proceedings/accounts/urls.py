"""The sign-in pages in use; allauth finds them by these names. No sign-up, no e-mail management."""

from allauth.account import views
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_POST

read_or_send = require_http_methods(["GET", "HEAD", "POST"])
read = require_http_methods(["GET", "HEAD"])

urlpatterns = [
    path("login/", read_or_send(views.login), name="account_login"),
    path("logout/", require_POST(views.logout), name="account_logout"),
    path("inactive/", read(views.account_inactive), name="account_inactive"),
    path("password/change/", read_or_send(views.password_change), name="account_change_password"),
    path("password/reset/", read_or_send(views.password_reset), name="account_reset_password"),
    path("password/reset/done/", read(views.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        read_or_send(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        read(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]
