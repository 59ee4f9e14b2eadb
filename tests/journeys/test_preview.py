"""The preview shows the unpublished state to staff, a refusal to a delegate, the sign-in page to a stranger."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from proceedings.models import Committee, User
from proceedings.operations import contributions
from proceedings.vocabulary import Circulation
from tests.journeys.conftest import WORKSHOP, founding

pytestmark = pytest.mark.journey

PREVIEW = f"/desk/preview/{WORKSHOP.split('/')[2]}/public/"
UNPUBLISHED = "Nhan đề chưa công bố"


@pytest.fixture
def unpublished(open_site):
    """A document that was registered after the edition."""
    return contributions.register(
        workshop=founding(),
        committee=Committee.objects.get(slug="bac-ninh"),
        title=UNPUBLISHED,
        text="VĂN BẢN MẪU",
        document_on=datetime.date(2021, 9, 7),
        circulation=Circulation.PUBLIC,
        is_sample=True,
        actor=User.objects.get(username="thu-ky"),
        now=timezone.now(),
    )


def test_staff_see_what_would_be_published(unpublished, visit):
    page = visit(as_="bien-tap")

    page.goto(f"{PREVIEW}contributions/")
    page.get_by_role("link", name=UNPUBLISHED).click()

    assert "/desk/preview/" in page.url
    expect(page.locator(".notice-line")).to_contain_text("Bản xem trước")
    expect(page.get_by_role("heading", level=1)).to_have_text(UNPUBLISHED)


def test_the_public_pages_do_not_show_it(unpublished, visit):
    page = visit()

    page.goto(f"{WORKSHOP}contributions/")

    expect(page.locator("main")).not_to_contain_text(UNPUBLISHED)


def test_a_delegate_is_refused(unpublished, visit):
    page = visit(as_="dai-bieu")

    answer = page.goto(f"{PREVIEW}contributions/")

    assert answer.status == 403
    expect(page.locator("main")).not_to_contain_text(UNPUBLISHED)


def test_a_stranger_is_asked_to_sign_in(unpublished, visit):
    page = visit()

    page.goto(f"{PREVIEW}contributions/")

    assert "/accounts/login/?next=/desk/preview/" in page.url
