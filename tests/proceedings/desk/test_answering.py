"""The answering screen: it shows what it takes to decide, saves as one, and loses nothing that was typed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proceedings.models import Answer, Response
from proceedings.operations import synthesis_guard  # noqa: F401
from proceedings.vocabulary import Decision, ResponseState
from tests.proceedings.desk.conftest import POINTS

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}
WORDS = "Đề nghị bổ sung “kịp thời, đúng hạn” vào khoản này."


@pytest.fixture
def point(answering, bac_ninh):
    """A point of Bắc Ninh on khoản 2 Điều 2."""
    return answering.point(WORDS, committee=bac_ninh)


def test_the_page_shows_the_point_its_place_and_the_provision_in_both_drafts(workbench, answering, point):
    page = workbench.get(answering.at(point))

    words = page.content.decode()
    assert page.status_code == 200
    assert "Mở đầu. " in words
    assert "Kết thúc." in words
    assert page.context["heir"] == "Khoản 2 Điều 2"
