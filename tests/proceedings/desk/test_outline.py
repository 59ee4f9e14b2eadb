import pytest
from django.contrib.auth.models import Permission

from proceedings.accounts.rights import Role
from proceedings.desk.outline_lines import MOST_ARTICLES, ON_ONE_PAGE, lines_of, parts_of
from proceedings.text.provisions import Kind, Provision, with_paths
from proceedings.text.provisions import Role as TextRole
from tests.proceedings.desk.conftest import TEXT
from tests.proceedings.regulations import chuong, dieu, long

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("articles", "clauses"), [(1, 2), (30, 9)])
def test_outline_asks_as_often_for_three_provisions_as_for_three_hundred(
    desk, drafting, articles, clauses, django_assert_num_queries
):
    drafting.start(long(articles, clauses))
    desk.get(f"{TEXT}outline/")

    with django_assert_num_queries(11):
        page = desk.get(f"{TEXT}outline/")

    assert page.status_code == 200


def test_outline_shows_chapters_with_their_articles_and_first_words(desk, draft):
    html = desk.get(f"{TEXT}outline/").content.decode()

    for words in ("Chương I. QUY ĐỊNH CHUNG", "Điều 2.", "Nguyên tắc", "Tuân thủ pháp luật.", "2 điều"):
        assert words in html


def test_long_draft_is_unfolded_part_by_part(desk, drafting):
    drafting.start(long(100))

    page = desk.get(f"{TEXT}outline/")

    assert [part.title for part in page.context["parts"]] == [
        "Điều 1 – Điều 40",
        "Điều 41 – Điều 80",
        "Điều 81 – Điều 100",
    ]
    assert [part.number for part in page.context["shown"]] == [1]
    last = drafting.draft.provisions.get(path="dieu-90")
    assert [part.number for part in desk.get(f"{TEXT}outline/?at={last.pk}").context["shown"]] == [3]
    assert [part.number for part in desk.get(f"{TEXT}outline/?part=2").context["shown"]] == [2]
    assert [part.number for part in desk.get(f"{TEXT}outline/?part=99").context["shown"]] == [1]


def test_part_begins_with_a_chapter_and_where_the_one_before_is_full(drafting):
    one = Provision(Kind.PHAN, "thứ nhất", "CHUNG", mark="Phần thứ nhất", children=(
        chuong("I", "A", *(dieu(n, "x", text="y") for n in range(1, MOST_ARTICLES + 3))),
        chuong("II", "B", dieu(90, "x", text="y")),
    ))  # fmt: skip
    ending = Provision(Kind.TEXT, heading="Biểu mẫu", number="1", role=TextRole.APPENDIX, text="z")
    drafting.start(with_paths((one, ending)))

    parts = parts_of(lines_of(drafting.draft))

    assert [part.title for part in parts] == [
        "Phần thứ nhất. CHUNG",
        "Điều 41 – Điều 42",
        "Chương II. B",
        "Phụ lục 1",
    ]
    assert sum(len(part.lines) for part in parts) == drafting.draft.provisions.count() < ON_ONE_PAGE


def test_what_is_doubtful_is_told_with_the_way_to_it(desk, drafting):
    drafting.start(warnings=["Điều 3: số thứ tự không liên tục. Đối chiếu bản gốc."])
    drafting.draft.provisions.filter(path="dieu-1").update(confidence=0.4)

    page = desk.get(f"{TEXT}outline/")

    third = drafting.at("dieu-3")
    assert page.context["warnings"][0].href == f"#n{third.pk}"
    assert "máy đọc chưa chắc" in page.content.decode()


def test_draft_without_articles_says_what_to_do(desk, drafting):
    drafting.start(with_paths([Provision(Kind.TEXT, text="Một đoạn văn mẫu.")]))

    assert "Không có điều nào trong dự thảo này." in desk.get(f"{TEXT}outline/").content.decode()


def test_who_only_reads_finds_no_button(drafting, draft, person, client_of):
    reader = person("nguoi-xem", Role.EDITOR)
    reader.groups.clear()
    reader.user_permissions.add(*Permission.objects.filter(codename__in=["view_draft", "view_consultedtext"]))

    html = client_of(reader).get(f"{TEXT}outline/").content.decode()

    assert "Điều 1." in html
    assert 'type="radio"' not in html
