"""How people get in: accounts come from the secretariat, words are ours, attempts are counted."""

import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from proceedings.accounts.landing import landing_of

WRONG = _("Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ và phím Caps Lock rồi nhập lại.")
TOO_MANY = _(
    "Đã nhập sai nhiều lần, nên tạm dừng nhận từ nơi này. Chờ ít phút rồi thử lại, hoặc đặt lại mật khẩu."
)
KNOWN_FOR = 180 * 24 * 3600


class ClosedAdapter(DefaultAccountAdapter):
    """Sign-up is closed: the secretariat makes accounts in the register.

    Failed attempts are counted by account and place, so that nobody can lock an account's owner out from
    elsewhere: a place is a browser that signed in to this account before (it keeps a signed cookie), or else
    an address on the network. All unknown places together have a limit for each account.
    """

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Tài khoản này đã ngừng hoạt động. Liên hệ Ban Thư ký nếu cần mở lại."),
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "too_many_login_attempts": TOO_MANY,
        "enter_current_password": _("Mật khẩu hiện tại chưa đúng. Nhập lại."),
        "incorrect_password": _("Mật khẩu chưa đúng. Nhập lại."),
        "invalid_password_reset": _("Liên kết đặt lại mật khẩu không còn hiệu lực. Yêu cầu liên kết mới."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse every sign-up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Bring people to where their work begins."""
        return landing_of(request.user)  # type: ignore[arg-type]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on to where work begins; the page there says that the password was changed."""
        return self.get_login_redirect_url(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count an attempt; refuse it where this place, or all unknown places together, made too many."""
        super().pre_authenticate(request, **credentials)
        if _is_known(request, _account(credentials)):
            return
        anywhere = ratelimit.consume(
            request, app="allauth.account", action="login_failed_anywhere", key=_account(credentials)
        )
        if not anywhere:
            raise self.validation_error("too_many_login_attempts")
        self._login_failed_rl_usage.usage += anywhere.usage

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Remember the browser as one of this account's."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        login = request.POST.get("login", "").strip().lower()
        if login:
            response.set_signed_cookie(
                settings.KNOWN_BROWSER_COOKIE,
                _hash(login),
                salt="known-browser",
                max_age=KNOWN_FOR,
                secure=settings.IS_HTTPS,
                httponly=True,
                samesite="Lax",
            )
        return response

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        account = _account(credentials)
        place = "known" if _is_known(request, account) else ratelimit.get_ip(request)
        return f"{place}:{account}"


def _account(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or credentials.get("username", "")).strip().lower()


def _is_known(request: HttpRequest, account: str) -> bool:
    cookie = request.get_signed_cookie(
        settings.KNOWN_BROWSER_COOKIE, default=None, salt="known-browser", max_age=KNOWN_FOR
    )
    return cookie == _hash(account)


def _hash(login: str) -> str:
    return hashlib.sha256(login.encode()).hexdigest()
