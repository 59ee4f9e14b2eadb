"""Nothing on any page breaks the content-security policy or complains in the console."""

import pytest

from tests.journeys.pages import EVERY, each, go

pytestmark = pytest.mark.journey

LISTEN = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.mark.parametrize("width", [360, 1280])
@each(EVERY)
def test_no_page_breaks_the_policy_or_complains(published, visit, kind, width):
    page, told = visit(width=width, as_=kind.as_), []
    page.add_init_script(LISTEN)
    page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"script: {error}"))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))

    for language in ("vi", "en"):
        go(page, kind, language)
        told += page.evaluate("window.violations")

    assert [line for line in told if not _is_the_status(line, kind)] == []


def _is_the_status(line, kind):
    """Chromium itself writes one line for a page that answers with an error, as it should here."""
    return kind.status >= 400 and f"the server responded with a status of {kind.status}" in line
