"""A workshop and its parts, conclusions and accounts: each saved by its operation."""

import datetime

import pytest

from proceedings.models import Conclusion, Delegate, Participation, Task, Theme, User, Workshop
from proceedings.operations import conclusions
from tests.proceedings.admin.conftest import posted

pytestmark = pytest.mark.django_db
WORKSHOPS = "/admin/proceedings/workshop/"
CONCLUSIONS = "/admin/proceedings/conclusion/"
ACCOUNTS = "/admin/proceedings/user/"


def page_of(row):
    return f"{WORKSHOPS}{row.pk}/change/"


def errors_of(page):
    return str(page.context["adminform"].form.errors)


def lines(prefix, *rows, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for place, row in enumerate(rows):
        data |= {f"{prefix}-{place}-{name}": value for name, value in row.items()}
    return data


def test_convening_draws_the_address_from_the_name(desk):
    form = posted(
        desk.get(f"{WORKSHOPS}add/"), title="Hội thảo về Quy chế", short_title="Đề án Mỹ Đức", host="Ban Mẫu"
    )

    desk.post(f"{WORKSHOPS}add/", form)

    assert Workshop.objects.get().slug == "de-an-my-duc"


def test_the_stage_moves_only_forward(desk, workshop):
    page = desk.get(page_of(workshop))

    choices = [value for value, _label in page.context["adminform"].form.fields["stage"].choices]
    assert choices == ["held", "synthesising", "concluded", "issued"]
    refused = desk.post(page_of(workshop), posted(page, stage="planned"))
    assert "planned" in errors_of(refused)


def test_parts_are_entered_without_places_and_posts_by_line(desk, workshop):
    data = posted(desk.get(page_of(workshop)))
    data |= lines("themes", {"title": "Cơ sở lý luận"}, {"title": "Kết quả"})
    data |= lines(
        "delegates",
        {"full_name": "Đại biểu Mẫu", "posts": "Một\n\nHai", "role": "delegate", "committee": "ha noi"},
    )

    desk.post(page_of(workshop), data)

    themes = Theme.objects.order_by("position").values_list("position", "slug")
    assert list(themes) == [(1, "co-so-ly-luan"), (2, "ket-qua")]
    delegate = Delegate.objects.get()
    assert (delegate.posts, delegate.committee.slug) == (["Một", "Hai"], "ha-noi")


def test_two_parts_exchange_their_places(desk, workshop):
    first = Theme.objects.create(workshop=workshop, position=1, slug="mot", title="Một")
    second = Theme.objects.create(workshop=workshop, position=2, slug="hai", title="Hai")

    desk.post(
        page_of(workshop),
        posted(desk.get(page_of(workshop)), **{"themes-0-position": 2, "themes-1-position": 1}),
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.position, second.position) == (2, 1)


def test_two_parts_on_one_place_are_refused_together(desk, workshop):
    Theme.objects.create(workshop=workshop, position=1, slug="mot", title="Một")
    data = posted(desk.get(page_of(workshop)), title="Tên mới")
    data |= {"themes-TOTAL_FORMS": 2, "themes-1-position": 1, "themes-1-title": "Hai"}

    page = desk.post(page_of(workshop), data)

    workshop.refresh_from_db()
    assert page.status_code == 200
    assert page.context["adminform"].form.non_field_errors()
    assert Theme.objects.count() == 1
    assert workshop.title != "Tên mới"


def test_a_part_in_use_is_not_removed(desk, workshop, register):
    theme = Theme.objects.create(workshop=workshop, position=1, slug="mot", title="Một")
    register(theme=theme)

    page = desk.post(page_of(workshop), posted(desk.get(page_of(workshop)), **{"themes-0-DELETE": "on"}))

    assert "Không xóa được" in errors_of(page)
    assert Theme.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_the_same_queries(desk, workshop, django_assert_num_queries, count, ha_noi):
    for place in range(1, count + 1):
        Theme.objects.create(workshop=workshop, position=place, slug=f"t{place}", title="Một")
        Delegate.objects.create(workshop=workshop, position=place, full_name="Đại biểu Mẫu", committee=ha_noi)
    desk.get(page_of(workshop))

    with django_assert_num_queries(13):
        desk.get(page_of(workshop))


def test_all_committees_of_the_day_are_invited_once(desk, workshop):
    url = f"{WORKSHOPS}{workshop.pk}/invite/"

    assert len(desk.get(url).context["committees"]) == 63
    assert not Participation.objects.exists()
    desk.post(url)
    desk.post(url)

    assert Participation.objects.count() == 63


def test_an_editor_may_not_invite(client_of, editor, workshop):
    assert client_of(editor).post(f"{WORKSHOPS}{workshop.pk}/invite/").status_code == 403


def test_reminding_is_all_or_nothing(desk, workshop, register, bac_ninh):
    desk.post(f"{WORKSHOPS}{workshop.pk}/invite/")
    register(committee=bac_ninh)
    url = "/admin/proceedings/participation/"
    rows = list(Participation.objects.values_list("pk", flat=True))

    page = desk.post(url, {"action": "remind", "_selected_action": rows}, follow=True)

    assert "đã trả lời nên không cần nhắc" in page.content.decode()
    assert not Participation.objects.filter(reminders__isnull=False).exists()


def test_a_conclusion_is_recorded_with_its_tasks(desk, workshop):
    url = f"{CONCLUSIONS}add/"
    data = posted(
        desk.get(url), workshop=workshop.pk, kind="closing-words", title="Kết luận", text="Nội dung"
    )
    data |= lines("tasks", {"text": "Tổng hợp", "due_on": "1/10/2021", "state": "to-do"})

    desk.post(url, data)

    assert Conclusion.objects.get().position == 1
    assert Task.objects.get().due_on == datetime.date(2021, 10, 1)


def test_spoken_words_have_no_symbol(desk, workshop):
    url = f"{CONCLUSIONS}add/"
    data = posted(
        desk.get(url), workshop=workshop.pk, kind="closing-words", title="A", text="B", symbol="1-TB/TW"
    )

    assert "Phát biểu không có số" in errors_of(desk.post(url, data))


def test_a_task_done_needs_evidence(desk, workshop, secretary, now):
    conclusion = conclusions.conclude(
        workshop=workshop,
        kind="closing-words",
        title="A",
        text="B",
        tasks=[{"text": "Việc"}],
        actor=secretary,
        now=now,
    )
    url = f"/admin/proceedings/task/{conclusion.tasks.get().pk}/change/"

    page = desk.post(url, posted(desk.get(url), state="done"))
    assert "phải ghi kết quả" in errors_of(page)
    desk.post(url, posted(page, state="done", evidence="Công văn mẫu"))

    assert conclusion.tasks.get().state == "done"


def test_an_account_is_opened_with_its_group_and_committee(desk, secretary):
    url = f"{ACCOUNTS}add/"
    group = secretary.groups.model.objects.get(name="Đại biểu")
    data = posted(
        desk.get(url), username="dai-bieu-moi", full_name="Đại biểu Mới", committee="ha noi", groups=[group.pk],
        usable_password="true", password1="trang giấy trắng 2021", password2="trang giấy trắng 2021",
    )  # fmt: skip

    desk.post(url, data)

    made = User.objects.get(username="dai-bieu-moi")
    assert (made.committee.slug, made.groups.get(), made.is_staff) == ("ha-noi", group, False)
    assert made.check_password("trang giấy trắng 2021")


def test_nobody_locks_themselves_out(desk, secretary):
    url = f"{ACCOUNTS}{secretary.pk}/change/"

    page = desk.post(
        url, posted(desk.get(url), is_active=None, groups=[group.pk for group in secretary.groups.all()])
    )

    assert "Không tự khóa" in errors_of(page)


def test_a_secretary_does_not_touch_an_administrator(desk):
    admin = User.objects.create_superuser("quan-tri", password="trang giấy trắng 2021")

    assert desk.get(f"{ACCOUNTS}{admin.pk}/change/", follow=True).redirect_chain[0][0] == "/admin/"
    assert desk.post(f"{ACCOUNTS}{admin.pk}/password/", {}).status_code in {403, 404}
