"""Reasons used again and again: listed, added, amended, retired, and where each is used."""

import pytest

from proceedings.models import ReasonSnippet
from proceedings.operations.reason_snippets import add_snippet
from tests.proceedings.desk.conftest import POINTS

pytestmark = pytest.mark.django_db
ROOT = f"{POINTS}snippets/"


@pytest.fixture
def snippet(workshop, editor, now):
    """Words that are there."""
    told = {"name": "Đã rõ", "text": "Dự thảo đã quy định rõ.", "decision": "explained"}
    return add_snippet(workshop=workshop, **told, actor=editor, now=now)


def test_a_snippet_is_added_listed_amended_and_retired(workbench, desk, answering):
    told = {"name": "Đã rõ", "text": "Dự thảo đã quy định rõ.", "decision": "explained"}

    assert workbench.post(ROOT, told).url == ROOT
    snippet = ReasonSnippet.objects.get()
    one = f"{ROOT}{snippet.pk}/"
    changed = {**told, "name": "Rõ rồi", "is_retired": "on", "version": snippet.version}
    assert workbench.post(one, changed).url == one

    listed = desk.get(ROOT).content.decode()
    assert "Rõ rồi" in listed
    assert "thôi dùng" in listed
    assert "Thêm mẫu" not in listed
    assert workbench.get(answering.at(answering.point("Ý kiến."))).context["snippets"] == []


def test_where_it_is_used_is_told_with_links(workbench, answering, snippet):
    used, other = answering.point("Ý kiến một."), answering.point("Ý kiến hai.")
    response = answering.respond(used, decision="explained", reason=f"Thưa. {snippet.text} Hết.")
    answering.respond(other, decision="explained", reason="Không dùng mẫu.")

    page = workbench.get(f"{ROOT}{snippet.pk}/")

    assert [(use.response, use.points) for use in page.context["uses"]] == [(response, 1)]
    assert f"{POINTS}responses/{response.pk}/" in page.content.decode()


@pytest.mark.parametrize(
    "told", [{"name": "", "text": "Chữ đã nhập."}, {"name": "Đã rõ", "text": "Chữ đã nhập."}]
)
def test_what_is_refused_stays_in_the_form(workbench, snippet, told):
    shown = workbench.post(ROOT, told)

    assert shown.status_code == 422
    assert shown.context["form"].errors
    assert "Chữ đã nhập." in shown.content.decode()


def test_two_who_amend_one_see_both_and_readers_change_nothing(workbench, desk, snippet):
    one = f"{ROOT}{snippet.pk}/"
    told = {"name": "Đã rõ", "text": "Của người thứ nhất.", "version": snippet.version}
    workbench.post(one, told)

    shown = workbench.post(one, {**told, "text": "Của người thứ hai."})
    twice = workbench.post(one, {**told, "text": "", "version": "x"})

    words = shown.content.decode()
    assert (shown.status_code, twice.status_code) == (422, 422)
    assert "Của người thứ nhất." in words
    assert "Của người thứ hai." in words
    assert desk.post(one, told).status_code == 403
    assert desk.post(ROOT, told).status_code == 403
    assert workbench.get(f"{ROOT}99999/").status_code == 404
