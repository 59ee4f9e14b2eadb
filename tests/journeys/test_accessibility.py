"""axe finds nothing: WCAG 2.2 A and AA on every kind of page, in light and dark, narrow and wide, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.pages import DOOR, EVERY, PUBLIC, each, go

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
#: The styleguide, by far the longest page, is looked at in `test_styleguide.py`.
LOOKED_AT_ELSEWHERE = {"styleguide"}


@pytest.mark.parametrize(("language", "width", "scheme"), [("vi", 360, "light"), ("en", 1280, "dark")])
@each([kind for kind in EVERY if kind.name not in LOOKED_AT_ELSEWHERE])
def test_axe_finds_nothing(published, visit, kind, language, width, scheme):
    _find_nothing(visit(width=width, as_=kind.as_, color_scheme=scheme), kind, language)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@each([kind for kind in (*PUBLIC, *DOOR) if kind.name not in LOOKED_AT_ELSEWHERE])
def test_axe_finds_nothing_in_the_other_light(published, visit, kind, width, scheme):
    _find_nothing(visit(width=width, as_=kind.as_, color_scheme=scheme), kind, "vi")


def _find_nothing(page, kind, language):
    go(page, kind, language)

    found = Axe().run(page, options=OPTIONS).response["violations"]

    assert not found, "\n".join(_told(violation) for violation in found)


def _told(violation):
    places = "\n".join(
        f"    {node['html'][:200]}\n    {node['failureSummary']}" for node in violation["nodes"][:4]
    )
    return f"{violation['id']}: {violation['help']} ({len(violation['nodes'])})\n{places}"
