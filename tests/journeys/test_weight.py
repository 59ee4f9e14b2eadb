"""The first view of a public page is light: page, stylesheet and icon, no font, no script."""

import pytest

from tests.journeys.pages import PUBLIC, each, go

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

LIGHT = 100 * 1024


@each(PUBLIC)
def test_a_first_view_transfers_at_most_100_kilobytes(published, visit, kind):
    page, seen = visit(width=360), []
    page.on("requestfinished", lambda request: seen.append(request))
    go(page, kind)
    page.wait_for_load_state("networkidle")

    kinds = {request.resource_type for request in seen}
    total = sum(request.sizes()["responseBodySize"] for request in seen)

    assert kinds <= {"document", "stylesheet", "image", "other"}
    assert total <= LIGHT, f"{total:,} bytes"
    assert page.locator("script:not([type='application/ld+json'])").count() == 0
