"""Every list of the register: the same queries at one row and at three; who may see it."""

import datetime

import pytest

from proceedings.models import Committee, Edition, Publication
from proceedings.operations import conclusions, consulted_texts, drafts, workshops
from proceedings.vocabulary import Audience
from tests.proceedings.regulations import small

pytestmark = pytest.mark.django_db

LISTS = {
    "committee": 7, "user": 8, "workshop": 6, "participation": 7, "contribution": 11, "conclusion": 7, "task": 7,
    "edition": 7, "publication": 7, "consultedtext": 7, "draft": 7,
}  # fmt: skip


@pytest.fixture
def fill(workshop, register, secretary, now):
    """Make so many rows of everything."""

    def make(count):
        committees = list(Committee.objects.valid_on(datetime.date(2021, 9, 7)).alphabetical()[:count])
        workshops.invite(workshop=workshop, committees=committees, actor=secretary, now=now)
        for place in range(count):
            register(committee=committees[place])
            conclusions.conclude(
                workshop=workshop,
                kind="closing-words",
                title=f"Kết luận {place}",
                text="Nội dung",
                tasks=[{"text": "Việc", "owner_committee": committees[place]}],
                actor=secretary,
                now=now,
            )
            text = consulted_texts.add_text(
                workshop=workshop,
                slug=f"t{place}",
                title="Quy định",
                family="party",
                actor=secretary,
                now=now,
            )
            drafts.start_from_outline(
                consulted_text=text, provisions=small(), source_text="", actor=secretary, now=now
            )
            edition = Edition.objects.create(
                workshop=workshop, number=place + 1, audience=Audience.PUBLIC, issued_at=now, issued_by=secretary,
                facts={}, manifest="{}", manifest_sha256="0" * 64,
            )  # fmt: skip
            Publication.objects.create(
                workshop=workshop, requested_by=secretary, requested_at=now, edition=edition, state="done"
            )
            if place:
                workshops.convene(
                    slug=f"khac-{place}", title="Hội thảo khác", short_title=f"Khác {place}", host="Ban Mẫu",
                    actor=secretary, now=now,
                )  # fmt: skip

    return make


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("model", LISTS)
def test_list_takes_the_same_queries(desk, fill, django_assert_num_queries, model, count):
    fill(count)
    url = f"/admin/proceedings/{model}/"
    desk.get(url)

    with django_assert_num_queries(LISTS[model]):
        page = desk.get(url)

    assert page.status_code == 200


@pytest.mark.parametrize("model", LISTS)
def test_list_searches_and_opens_rows(desk, fill, model):
    fill(1)
    url = f"/admin/proceedings/{model}/"

    assert desk.get(url, {"q": "a'%\x00"}).status_code == 200
    row = desk.get(url).context["cl"].result_list[0]
    assert desk.get(f"{url}{row.pk}/change/").status_code == 200
    assert desk.get(f"{url}{row.pk}/history/").status_code == 200
    assert desk.get(f"{url}999999/history/").status_code == 404


@pytest.mark.parametrize("model", LISTS)
def test_nobody_deletes(desk, fill, model):
    fill(1)
    url = f"/admin/proceedings/{model}/"
    row = desk.get(url).context["cl"].result_list[0]

    assert desk.post(f"{url}{row.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("who", ["delegate_bac_ninh", "delegate_other"])
def test_delegates_are_refused(request, client_of, model, who):
    browser = client_of(request.getfixturevalue(who))

    assert browser.get(f"/admin/proceedings/{model}/", follow=True).status_code == 403


@pytest.mark.parametrize("model", LISTS)
def test_strangers_see_nothing(stranger, db, model):
    assert stranger.get(f"/admin/proceedings/{model}/").status_code == 302


def test_committees_stand_in_dictionary_order(desk):
    rows = desk.get("/admin/proceedings/committee/").context["cl"].result_list

    names = [row.name for row in rows]
    assert names.index("Cao Bằng") < names.index("Cần Thơ") < names.index("Đà Nẵng") < names.index("Hà Nội")


def test_what_libraries_bring_stays_out(desk, workshop):
    text = desk.get("/admin/").content.decode()

    assert "procrastinate" not in text.lower()
    assert "pghistory" not in text.lower()
