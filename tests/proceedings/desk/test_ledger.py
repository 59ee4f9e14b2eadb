import pytest
from django.urls import reverse

from proceedings.desk.gaps import ways_on
from proceedings.desk.ledger import Bar
from proceedings.models import Closing
from proceedings.operations import no_requests
from proceedings.queries.gaps import Gap, GapKind
from tests.proceedings.many_points import ManyPoints

pytestmark = [pytest.mark.django_db]

ROOT = "/desk/ledger/hoi-thao-mau/"
REASON = "Cấp ủy đã rút ý kiến qua điện thoại."


@pytest.fixture
def chief(chief_editor, client_of):
    """The browser of who closes."""
    return client_of(chief_editor)


@pytest.fixture
def one_gap(pointing):
    """A document of which one point waits for its answer; the point."""
    point = pointing.point(summary="Bổ sung cơ quan tham mưu")
    no_requests.mark_rest(contribution=point.contribution, **pointing.by)
    return point


def words_of(page):
    return page.content.decode()


def alerts_of(page):
    return [str(each) for errors in page.context["close"].errors.values() for each in errors]


# --- who may, and where there is nothing -------------------------------------------


def test_the_ledger_is_for_those_who_may_see_points(stranger, client_of, delegate_bac_ninh, desk, workshop):
    assert stranger.get(ROOT)["Location"].startswith("/accounts/login/")
    assert client_of(delegate_bac_ninh).get(ROOT).status_code == 403
    assert desk.get(ROOT).status_code == 200
    assert desk.post(ROOT).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/desk/ledger/khong-co/",
        "/desk/ledger/khong-co/rows/points-all/",
        "/desk/ledger/khong-co/gaps/unanswered/",
        f"{ROOT}rows/khong-co/",
        f"{ROOT}gaps/khong-co/",
    ],
)
def test_names_that_are_unknown_are_not_found(desk, workshop, path):
    assert desk.get(path).status_code == 404


def test_workshops_lead_to_their_ledgers(desk, workshop):
    words = words_of(desk.get("/desk/ledger/"))

    assert f'href="{ROOT}"' in words
    assert workshop.title in words


def test_before_the_first_workshop_the_page_says_so(desk):
    assert "Chưa có hội thảo nào" in words_of(desk.get("/desk/ledger/"))


def test_an_empty_workshop_is_complete(desk, workshop):
    words = words_of(desk.get(ROOT))

    assert "Không có chỗ nào." in words
    assert "Đầy đủ" in words


# --- what is shown ------------------------------------------------------------------


def test_a_gap_is_shown_with_its_holder_and_the_way_on(desk, one_gap):
    page = desk.get(ROOT)
    words = words_of(page)

    assert "Còn 1 chỗ chưa khớp" in words
    assert "Bổ sung cơ quan tham mưu" in words
    assert "chưa giao ai" in words
    assert f'href="/desk/points/hoi-thao-mau/{one_gap.pk}/"' in words
    assert [(bar.done, bar.all) for bar in page.context["bars"]] == [(1, 1), (0, 1), (0, 0), (0, 0)]


def test_every_kind_of_gap_leads_to_a_page_that_opens(desk, pointing, secretary):
    response = pointing.drafted()
    subjects = dict.fromkeys(GapKind, response.pk)
    subjects |= dict.fromkeys((GapKind.UNANSWERED, GapKind.UNEQUAL), response.answers.get().point_id)
    subjects |= dict.fromkeys((GapKind.NO_TEXT, GapKind.OPEN_PARAGRAPHS), 1)
    subjects[GapKind.NO_RESPONSE] = pointing.drafting.next().provisions.get(path="dieu-1").pk

    found = ways_on(pointing.workshop, [Gap(kind, "", "", pk) for kind, pk in subjects.items()], secretary)

    assert len({str(way.words) for way in found}) == len(GapKind)
    assert {way.gap.kind: desk.get(way.address).status_code for way in found} == dict.fromkeys(GapKind, 200)


def test_a_provision_that_nobody_can_write_leads_to_the_drafts(pointing, chief_editor):
    issued = pointing.draft.provisions.get(path="dieu-1").pk
    gaps = [Gap(GapKind.NO_RESPONSE, "", "", pk) for pk in (issued, 0)]

    found = ways_on(pointing.workshop, gaps, chief_editor)

    assert {(way.address, len(way.remedies)) for way in found} == {("/desk/drafts/hoi-thao-mau/", 0)}


def test_what_was_taken_out_leads_to_where_its_reason_is_noted(desk, pointing, secretary):
    pointing.drafting.next()
    issued = pointing.draft.provisions.get(path="dieu-1").pk

    (way,) = ways_on(pointing.workshop, [Gap(GapKind.NO_RESPONSE, "", "", issued)], secretary)

    assert way.address == f"/desk/drafts/hoi-thao-mau/quy-dinh/write/{issued}/removed/"


def test_a_number_opens_its_rows_and_leads_back(desk, one_gap):
    page = desk.get(f"{ROOT}rows/points-unanswered/")
    words = words_of(page)

    assert page.context["count"] == 1
    assert f'href="/desk/points/hoi-thao-mau/{one_gap.pk}/"' in words
    assert "Bổ sung cơ quan tham mưu" in words
    assert f'href="{ROOT}"' in words
    assert "Không có dòng nào." in words_of(desk.get(f"{ROOT}rows/points-adopted/"))
    assert 'href="/desk/splitting/hoi-thao-mau/1/"' in words_of(desk.get(f"{ROOT}rows/documents-standing/"))


def test_gaps_of_one_kind_have_a_page_of_their_own(desk, one_gap):
    page = desk.get(f"{ROOT}gaps/unanswered/")

    assert page.context["count"] == 1
    assert f'href="/desk/points/hoi-thao-mau/{one_gap.pk}/"' in words_of(page)
    assert "Không còn chỗ nào." in words_of(desk.get(f"{ROOT}gaps/unapproved/"))


def test_long_lists_are_cut_into_pages(desk, drafting, editor, chief_editor, by):
    ManyPoints(drafting, (editor, chief_editor), by).fill(130, answered=False)
    shown = {}
    for path, name in (("rows/points-all/", "rows"), ("gaps/unanswered/", "lines")):
        for page in ("", "1", "2", "9", "x", "-1", "99999999999"):
            shown[name, page] = len(desk.get(f"{ROOT}{path}?page={page}").context[name])

    assert shown == {
        (name, page): 30 if page in {"2", "9"} else 100
        for name in ("rows", "lines")
        for page in ("", "1", "2", "9", "x", "-1", "99999999999")
    }
    words = words_of(desk.get(ROOT))
    assert "Xem tất cả 130" in words
    assert f'href="{ROOT}gaps/unanswered/"' in words


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"), [("", 29), ("rows/points-all/", 6), ("gaps/unanswered/", 25), ("../", 5)]
)
def test_the_number_of_queries_does_not_grow(
    pointing, workbench, count, path, queries, django_assert_num_queries
):
    pointing.points(count)
    for point in pointing.points(count):
        pointing.proposed(point, decision="partly", at="dieu-1")
    workbench.get(ROOT)

    with django_assert_num_queries(queries):
        workbench.get(f"{ROOT}{path}".replace("hoi-thao-mau/../", ""))


@pytest.mark.parametrize(
    ("done", "whole", "widths"),
    [
        (0, 0, (0, 0)),
        (0, 4, (0, 600)),
        (3, 4, (450, 150)),
        (4, 4, (600, 0)),
        (9_999, 10_000, (594, 6)),
    ],
)
def test_a_remainder_is_never_drawn_as_nothing(done, whole, widths):
    bar = Bar("", done, whole)

    assert (bar.done_width, bar.rest_width) == widths


# --- closing and opening again ------------------------------------------------------


def test_only_who_may_close_sees_the_form(chief, workbench, desk, one_gap):
    address = f'action="{ROOT}close/"'

    assert address in words_of(chief.get(ROOT))
    for browser in (workbench, desk):
        assert address not in words_of(browser.get(ROOT))
        assert browser.post(f"{ROOT}close/", {"reason": REASON}).status_code == 403
        assert browser.post(f"{ROOT}reopen/", {"reopen_reason": REASON}).status_code == 403
    assert not Closing.objects.exists()


def test_closing_is_refused_with_the_gap_named(chief, one_gap):
    page = chief.post(f"{ROOT}close/", {"reason": "   "})

    assert page.status_code == 422
    (said,) = alerts_of(page)
    assert "còn 1 chỗ chưa khớp (Ý kiến chưa có trả lời: Số 1: Bổ sung cơ quan tham mưu)" in said
    assert f'href="/desk/points/hoi-thao-mau/{one_gap.pk}/"' in words_of(page)
    assert not Closing.objects.exists()


def test_a_reason_that_is_refused_is_kept_as_it_was_typed(chief, one_gap):
    typed = "TUYỆT MẬT\nTheo văn bản của cơ quan mẫu."

    page = chief.post(f"{ROOT}close/", {"reason": typed})

    assert page.status_code == 422
    assert alerts_of(page)
    assert typed in words_of(page)
    assert not Closing.objects.exists()


def test_it_is_closed_with_a_reason_that_is_shown_and_opened_again(chief, workbench, one_gap):
    page = chief.post(f"{ROOT}close/", {"reason": REASON}, follow=True)

    assert "Đã khóa tổng hợp lúc" in words_of(page)
    for browser in (chief, workbench):
        words = words_of(browser.get(ROOT))
        assert "Tổ trưởng Mẫu đã khóa tổng hợp lúc" in words
        assert "Khóa khi còn 1 chỗ chưa khớp" in words
        assert REASON in words
    again = chief.post(f"{ROOT}close/", {"reason": REASON})
    assert again.status_code == 422
    assert "đã được Tổ trưởng Mẫu khóa" in words_of(again)

    empty = chief.post(f"{ROOT}reopen/", {"reopen_reason": ""})
    assert empty.status_code == 422
    assert "reopen_reason" in empty.context["reopen"].errors
    page = chief.post(f"{ROOT}reopen/", {"reopen_reason": "Có văn bản gửi bổ sung"}, follow=True)

    assert "Đã mở lại tổng hợp" in words_of(page)
    assert f'action="{ROOT}close/"' in words_of(page)
    assert Closing.objects.get().reopen_reason == "Có văn bản gửi bổ sung"
    refused = chief.post(f"{ROOT}reopen/", {"reopen_reason": "Lần nữa"})
    assert refused.status_code == 422
    assert "Tổng hợp đang mở." in words_of(refused)


def test_what_changed_since_the_closing_is_shown(chief, workbench, pointing, one_gap):
    chief.post(f"{ROOT}close/", {"reason": REASON})
    assert "Từ khi khóa đến nay" not in words_of(workbench.get(ROOT))

    pointing.withdraw(one_gap.contribution)

    page = workbench.get(ROOT)
    assert "Từ khi khóa đến nay có thay đổi:" in words_of(page)
    assert {(each.words, each.before, each.now) for each in page.context["since_closing"]} >= {
        ("Văn bản: đã hủy số", 0, 1),
        ("Văn bản: Văn bản có hiệu lực", 1, 0),
        ("Ý kiến: chưa có trả lời", 1, 0),
        ("Chỗ chưa khớp", 1, 0),
    }


def test_what_is_complete_closes_without_a_reason(chief, pointing, one_gap):
    pointing.approved(one_gap)

    page = chief.post(f"{ROOT}close/", {"reason": ""}, follow=True)

    assert Closing.objects.get().gaps == []
    assert "Khóa khi còn" not in words_of(page)
    assert page.redirect_chain == [(reverse("ledger:ledger", args=["hoi-thao-mau"]), 302)]
