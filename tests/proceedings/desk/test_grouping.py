import pytest

from proceedings.models import Answer, Grouping, GroupMember, ProposedGroup
from proceedings.publishing.tasks import find_groups as find_groups_task

pytestmark = [pytest.mark.django_db]

ROOT = "/desk/groups/hoi-thao-mau/"


@pytest.fixture
def group(pointing, workbench):
    """Three points that say the same, as the machine found them: the group."""
    pointing.points(3, at="dieu-1")
    workbench.post(f"{ROOT}search/")
    find_groups_task(grouping_id=Grouping.objects.get().pk)
    return ProposedGroup.objects.get()


def words_of(page):
    return page.content.decode()


def test_groups_are_for_those_who_may_see_points(stranger, client_of, delegate_bac_ninh, desk, workshop):
    assert stranger.get(ROOT)["Location"].startswith("/accounts/login/")
    assert client_of(delegate_bac_ninh).get(ROOT).status_code == 403
    assert desk.get("/desk/groups/khong-co/").status_code == 404
    assert desk.post(ROOT).status_code == 405


def test_before_the_first_search_the_page_offers_one(desk, workbench, workshop):
    words = words_of(workbench.get(ROOT))

    assert "Chưa tìm lần nào." in words
    assert "Chưa có nhóm nào được đề xuất." in words
    assert f'action="{ROOT}search/"' in words
    assert f'action="{ROOT}search/"' not in words_of(desk.get(ROOT))


def test_a_search_shows_how_far_it_is_and_when_it_ended(workbench, pointing):
    pointing.points(2)
    workbench.post(f"{ROOT}search/")
    workbench.post(f"{ROOT}search/")
    search = Grouping.objects.get()
    Grouping.objects.update(done=1, total=2)
    assert "Đang tìm: đã so 1/2 ý kiến" in words_of(workbench.get(ROOT))

    find_groups_task(grouping_id=search.pk)
    assert "Tìm xong lúc" in words_of(workbench.get(ROOT))
    Grouping.objects.update(failure="Bị ngắt giữa chừng.")
    assert "Bị ngắt giữa chừng." in words_of(workbench.get(ROOT))


def test_a_group_is_shown_with_what_it_holds(desk, workbench, group):
    words = words_of(workbench.get(ROOT))

    assert "3 ý kiến · Điều 1" in words
    for member in group.members.all():
        assert f'href="/desk/points/hoi-thao-mau/{member.point_id}/"' in words
    assert f'action="{ROOT}{group.pk}/join/"' in words
    assert f'action="{ROOT}{group.pk}/join/"' not in words_of(desk.get(ROOT))


def test_joining_leads_to_the_one_response(workbench, group):
    page = workbench.post(f"{ROOT}{group.pk}/join/")

    (response,) = set(Answer.objects.values_list("response_id", flat=True))
    assert page["Location"] == f"/desk/points/hoi-thao-mau/responses/{response}/"
    words = words_of(workbench.get(ROOT))
    assert "Đã trả lời chung." in words
    assert f"/responses/{response}/" in words
    assert f'action="{ROOT}{group.pk}/join/"' not in words


def test_a_group_that_is_dismissed_is_gone_and_its_points_are_not(workbench, group):
    page = workbench.post(f"{ROOT}{group.pk}/dismiss/", follow=True)

    assert "các ý kiến vẫn còn nguyên" in words_of(page)
    assert "Chưa có nhóm nào được đề xuất." in words_of(page)
    assert GroupMember.objects.count() == 3


@pytest.mark.parametrize("act", ["search", "join"])
def test_a_closed_synthesis_says_why_nothing_is_joined(workbench, pointing, group, act):
    pointing.close()
    address = f"{ROOT}search/" if act == "search" else f"{ROOT}{group.pk}/join/"

    page = workbench.post(address, follow=True)

    assert page.redirect_chain == [(ROOT, 302)]
    assert "Mở lại tổng hợp" in words_of(page)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("act", ["join", "dismiss"])
def test_a_group_is_found_in_its_own_workshop_only(workbench, pointing, group, act):
    pointing.elsewhere()

    assert workbench.post(f"/desk/groups/khac/{group.pk}/{act}/").status_code == 404
    assert workbench.post(f"{ROOT}{group.pk + 1}/{act}/").status_code == 404
    assert not Answer.objects.exists()


def test_who_may_not_answer_only_reads(desk, group):
    assert desk.post(f"{ROOT}search/").status_code == 403
    assert desk.post(f"{ROOT}{group.pk}/join/").status_code == 403
    assert desk.post(f"{ROOT}{group.pk}/dismiss/").status_code == 403
    assert desk.get(f"{ROOT}{group.pk}/join/").status_code == 405


def make_groups(pointing, count):
    for _each in range(count):
        group = ProposedGroup.objects.create(
            workshop=pointing.workshop, score=0.9, proposed_at=pointing.by["now"]
        )
        GroupMember.objects.bulk_create(
            GroupMember(group=group, point=point, score=0.9) for point in pointing.points(2)
        )


def test_many_groups_are_cut_into_pages(workbench, pointing):
    make_groups(pointing, 21)

    assert len(workbench.get(ROOT).context["groups"]) == 20
    assert len(workbench.get(f"{ROOT}?page=2").context["groups"]) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(workbench, pointing, count, django_assert_num_queries):
    make_groups(pointing, count)
    workbench.get(ROOT)

    with django_assert_num_queries(9):
        workbench.get(ROOT)
