"""Security headers on every response, the content-security policy among them."""

from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
)


class SecurityHeadersMiddleware:
    """Add the policy of ``SECURE_CSP`` (Django 6's name and shape) and all other security headers.

    It stands first, before Django's own security middleware, so that also what that one answers by itself
    (the redirect to https, the refusal of a wrong host) carries every header.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.headers = tuple(security_headers().items())
        self.hsts = hsts()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        headers = response.headers
        for name, value in self.headers:
            headers[name] = value
        if self.hsts and request.is_secure():
            headers["Strict-Transport-Security"] = self.hsts
        return response


def security_headers() -> dict[str, str]:
    """The headers that do not depend on the request."""
    return {
        "Content-Security-Policy": policy(settings.SECURE_CSP),
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": PERMISSIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
    }


def hsts() -> str:
    """The value of Strict-Transport-Security by the settings; empty where it is off."""
    if not settings.SECURE_HSTS_SECONDS:
        return ""
    parts = [f"max-age={settings.SECURE_HSTS_SECONDS}"]
    parts += ["includeSubDomains"] if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else []
    parts += ["preload"] if settings.SECURE_HSTS_PRELOAD else []
    return "; ".join(parts)


def policy(directives: Mapping[str, Sequence[str]]) -> str:
    """Write a content-security policy: ``directive source source; directive …``."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
