"""The scoring of MDN's HTTP Observatory, restated: its SCORE_TABLE, for what a server's answer decides.

A site starts with 100 points, and 100 are an A+. An answer can earn 35 more: policy 10, cookies 5, referrer 5,
frames 5, CORP 10. Outside of an answer lie 5 for an entry in the browsers' preload list, which the operator asks
for, and 5 for subresource integrity, which concerns scripts of others: there are none.
"""

import re

SIX_MONTHS = 15768000


def score(response):
    """Sum up one answer under https."""
    return 100 + sum(modifiers(response).values())


def modifiers(response):
    """Name every test with its points for one answer under https."""
    policy = {
        words[0]: words[1:]
        for words in map(str.split, response.headers.get("Content-Security-Policy", "").split(";"))
        if words
    }
    return {
        "content-security-policy": _csp(policy),
        "cookies": _cookies(response.cookies.values()),
        "cross-origin-resource-policy": 10
        if response.headers.get("Cross-Origin-Resource-Policy") in {"same-origin", "same-site"}
        else 0,
        "cross-origin-resource-sharing": -50
        if response.headers.get("Access-Control-Allow-Credentials") == "true"
        else 0,
        "referrer-policy": 5
        if response.headers.get("Referrer-Policy")
        in {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
        else 0,
        "strict-transport-security": _hsts(response.headers.get("Strict-Transport-Security", "")),
        "x-content-type-options": 0 if response.headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "x-frame-options": _frames(policy, response.headers.get("X-Frame-Options")),
    }


def _csp(policy):
    if not policy:
        return -25
    sources = [source for listed in policy.values() for source in listed]
    scripts = policy.get("script-src", policy.get("default-src", ["*"]))
    if "'unsafe-inline'" in scripts or {"data:", "https:", "*"} & set(scripts):
        return -20
    if "'unsafe-eval'" in sources or any(source.startswith("http:") for source in sources):
        return -10
    if any("unsafe" in source for source in sources):
        return 0
    strict = policy.get("default-src") == ["'none'"] and policy.get("form-action") in (["'none'"], ["'self'"])
    return 10 if strict else 5


def _cookies(cookies):
    if not cookies:
        return 0
    if not all(cookie["secure"] for cookie in cookies):
        return -20
    if not all(cookie["httponly"] for cookie in cookies):
        return -30
    return 5 if all(cookie["samesite"] in {"Lax", "Strict"} for cookie in cookies) else -20


def _hsts(value):
    age = re.search(r"max-age=(\d+)", value)
    if age is None:
        return -20
    return 0 if int(age[1]) >= SIX_MONTHS else -10


def _frames(policy, header):
    if policy.get("frame-ancestors") in (["'none'"], ["'self'"]):
        return 5
    return 0 if header in {"DENY", "SAMEORIGIN"} else -20
