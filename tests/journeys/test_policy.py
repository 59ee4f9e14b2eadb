"""Nothing on any page breaks the content-security policy or complains in the console."""

import pytest

from tests.journeys.pages import EVERY, each, go

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

#: Of what the console tells; the rest is advice.
COMPLAINTS = ("error", "warning", "assert")
LISTEN = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@each(EVERY)
def test_no_page_breaks_the_policy_or_complains(published, visit, kind):
    page, told = visit(as_=kind.as_), []
    page.add_init_script(LISTEN)
    page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"error: {error}"))

    for width, language in ((1280, "vi"), (360, "en")):
        page.set_viewport_size({"width": width, "height": 780})
        go(page, kind, language)
        told += page.evaluate("window.violations.map((violation) => `error: ${violation}`)")

    complaints = [line for line in told if line.startswith(COMPLAINTS) and not _is_the_status(line, kind)]
    assert not complaints, "\n".join(complaints)


def _is_the_status(line, kind):
    """Tell the one line that Chromium itself writes for a page that answers with an error, as it should here."""
    return kind.status >= 400 and f"the server responded with a status of {kind.status}" in line
