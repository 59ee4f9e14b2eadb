"""axe finds nothing: WCAG 2.2 A and AA on every kind of page, in both languages, sizes and colour schemes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.pages import EVERY, each, go

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
#: Every pair of language, width and scheme is looked at on every page.
VIEWS = [("vi", 360, "light"), ("vi", 1280, "dark"), ("en", 360, "dark"), ("en", 1280, "light")]


@pytest.mark.parametrize(("language", "width", "scheme"), VIEWS)
@each(EVERY)
def test_axe_finds_nothing(published, visit, kind, language, width, scheme):
    page = visit(width=width, as_=kind.as_, color_scheme=scheme)
    go(page, kind, language)

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]

    assert not found, "\n".join(_told(violation) for violation in found)


def _told(violation):
    places = "\n".join(
        f"    {node['html'][:200]}\n    {node['failureSummary']}" for node in violation["nodes"][:4]
    )
    return f"{violation['id']}: {violation['help']} ({len(violation['nodes'])})\n{places}"
