"""The first page: what waits, and the way to it."""

from pathlib import Path

import pytest
from django.conf import settings

CATALOGUE = Path(settings.LOCALE_PATHS[0]) / "vi" / "LC_MESSAGES" / "django.mo"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_first_page_leads_to_lists_of_the_same_count(desk, register, count, django_assert_num_queries):
    for _ in range(count):
        register(presented_live=True, symbol="abc")
    desk.get("/admin/")

    with django_assert_num_queries(13):
        page = desk.get("/admin/")

    errands = [errand for group in page.context["queue"] for errand in group.errands if errand.count]
    assert len(errands) == 5
    for errand in errands:
        assert desk.get(errand.url).context["cl"].result_count == errand.count == count


def test_first_page_says_when_nothing_waits(desk):
    assert "Không có việc nào đang chờ" in desk.get("/admin/").content.decode()


@pytest.mark.skipif(not CATALOGUE.exists(), reason="the message catalogues are not compiled")
def test_first_page_speaks_vietnamese(desk, register):
    register()
    text = desk.get("/admin/").content.decode()

    for english in ("Skip to", "Toggle", "Log out", "Change password", "Recent", "View site", "Add</a>"):
        assert english not in text
