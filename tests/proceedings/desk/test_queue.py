import datetime
import io
from urllib.parse import urlencode

import openpyxl
import pytest
from django.urls import reverse

from proceedings.models import Point, SavedQueue
from proceedings.operations import assignments, contributions, workshops
from proceedings.queries.point_filters import NONE, Tab
from proceedings.vocabulary import ContributionForm, Decision, PointKind, ResponseState
from tests.proceedings.many_points import ManyPoints

pytestmark = [pytest.mark.django_db]

ROOT = "/desk/queue/hoi-thao-mau/"
#: The day of the cast, on which the pages of the queue tell what is overdue.
DAY = datetime.date(2021, 9, 8)


@pytest.fixture(autouse=True)
def _on_that_day(monkeypatch):
    """The pages take the day from one function of the edge."""
    for module in ("queue", "queue_page", "queue_tables", "queue_assigning"):
        monkeypatch.setattr(f"proceedings.desk.{module}.today", lambda: DAY)


@pytest.fixture
def fill(drafting, editor, chief_editor, by):
    """Enter points: ``fill(30)``."""
    return ManyPoints(drafting, (editor, chief_editor), by).fill


def keys_in(answer):
    return [row.pk for row in answer.context["rows"]]


def address(act="", **query):
    return f"{ROOT}{act}?{urlencode(query)}"


# --- who may, and where there is nothing -------------------------------------------


def test_the_queue_is_for_those_who_may_see_points(stranger, client_of, delegate_bac_ninh, desk, workshop):
    assert stranger.get(ROOT)["Location"].startswith("/accounts/login/")
    assert client_of(delegate_bac_ninh).get(ROOT).status_code == 403
    assert desk.get(ROOT).status_code == 200
    assert desk.get("/desk/queue/khong-co/").status_code == 404
    assert desk.post(ROOT).status_code == 405


def test_an_empty_workshop_says_where_points_come_from(workbench, workshop):
    assert "chưa có ý kiến nào" in workbench.get(ROOT).content.decode()
    assert "Chưa hội thảo nào có ý kiến" in workbench.get("/desk/queue/").content.decode()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"tab": "overdue"}, "Không có ý kiến nào quá hạn"),
        ({"tab": "waiting"}, "Không có nội dung nào chờ duyệt"),
        ({"q": "không có chữ này"}, "Không có ý kiến nào khớp bộ lọc"),
    ],
)
def test_an_empty_view_says_what_to_do_next(workbench, fill, query, said):
    fill(2)
    Point.objects.update(due_on=None)

    assert said in workbench.get(address(**query)).content.decode()


def test_who_has_done_all_is_led_to_what_nobody_holds(workbench, fill):
    fill(2)
    Point.objects.update(assignee=None)

    words = workbench.get(ROOT).content.decode()

    assert "không còn ý kiến nào phải xử lý" in words
    assert 'href="?tab=unassigned"' in words


def test_the_list_of_workshops_counts_what_waits(workbench, fill):
    fill(30)

    [standing] = workbench.get("/desk/queue/").context["standings"]

    assert standing.total == 30
    assert standing.by_tab[Tab.UNASSIGNED] == sum(
        point.assignee_id is None and state_of(point) != "approved" for point in Point.objects.all()
    )


# --- what is asked, against a plain reading of all points ---------------------------


def response_of(point):
    answer = getattr(point, "answer", None)
    return answer.response if answer else None


def state_of(point):
    return response_of(point).state if response_of(point) else NONE


def decision_of(point):
    return (response_of(point).decision if response_of(point) else "") or NONE


def place_is(point, place):
    if place == "general":
        return point.anchor is None and point.theme is None
    if place.startswith("@"):
        return point.theme is not None and point.theme.slug == place[1:]
    path = place.partition(":")[2]
    return point.anchor is not None and f"{point.anchor.path}.".startswith(f"{path}.")


def body_is(point, body):
    said = point.contribution
    return (
        f"={said.body_name}" == body
        if body.startswith("=")
        else said.committee and said.committee.slug == body
    )


TESTS = {
    "place": place_is,
    "body": body_is,
    "kind": lambda point, kind: point.kind == kind,
    "decision": lambda point, decision: decision_of(point) == decision,
    "state": lambda point, state: state_of(point) == state,
    "holder": lambda point, name: (point.assignee.username if point.assignee else NONE) == name,
    "due": lambda point, day: point.due_on is not None and point.due_on.isoformat() <= day,
    "form": lambda point, form: point.contribution.form == form,
    "shared": lambda point, _one: response_of(point) is not None and response_of(point).answers.count() > 1,
    "tab": lambda point, tab: tab == "all" or is_in_tab(point, tab),
}
QUESTIONS = [
    {},
    *({"tab": tab.value} for tab in Tab),
    *({"tab": "all", "place": place} for place in ("general", "@phoi-hop")),
    *({"tab": "all", "place": f"quy-dinh:{path}"} for path in ("dieu-1", "dieu-1.khoan-2")),
    *({"tab": "all", "body": body} for body in ("an-giang", "=Cơ quan Mẫu 0")),
    *({"tab": "all", "kind": kind.value} for kind in PointKind),
    *({"tab": "all", "decision": value} for value in (NONE, *Decision.values)),
    *({"tab": "all", "state": value} for value in (NONE, *ResponseState.values)),
    *({"tab": "all", "holder": name} for name in (NONE, "bien-tap", "to-truong")),
    *({"tab": "all", "form": form.value} for form in ContributionForm),
    {"tab": "all", "due": "2021-09-10"},
    {"tab": "all", "shared": "1"},
    {"tab": "unassigned", "kind": "add", "due": "2021-09-20"},
    {"place": "quy-dinh:dieu-2", "state": "drafted", "form": "written"},
    {"tab": "waiting", "shared": "1", "holder": "bien-tap", "kind": "ask"},
    {"tab": "overdue", "holder": "to-truong", "decision": NONE},
]  # fmt: skip


def is_in_tab(point, tab):
    is_open = state_of(point) != "approved"
    return {
        "mine": is_open and point.assignee is not None and point.assignee.username == "bien-tap",
        "unassigned": is_open and point.assignee is None,
        "waiting": state_of(point) == "proposed",
        "overdue": is_open and point.due_on is not None and point.due_on < DAY,
    }[tab]


def test_filters_one_by_one_and_together_keep_what_a_plain_reading_keeps(workbench, fill):
    fill(150)
    every = list(
        Point.objects.in_order().select_related(
            "answer__response", "contribution__committee", "anchor", "theme", "assignee"
        )
    )
    differing, found = [], 0

    for question in QUESTIONS:
        answer = workbench.get(address(**question))
        tests = {"tab": "mine", **question}
        wanted = [
            point.pk for point in every if all(TESTS[name](point, value) for name, value in tests.items())
        ]
        found += bool(wanted)
        if keys_in(answer) != wanted[:50] or answer.context["total"] != len(wanted):
            differing.append(f"{question}: {answer.context['total']} instead of {len(wanted)}")

    assert not differing, "\n".join(differing)
    assert found > len(QUESTIONS) * 0.7


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("phối hợp", True), ("PHOI HOP", True), ("hop phoi", True), ("phối kinh", False), ("số 4:", True)],
)
def test_words_are_found_with_or_without_accents(workbench, fill, words, is_found):
    points = fill(5)

    rows = keys_in(workbench.get(address(tab="all", q=words)))

    assert (points[4].pk in rows) == is_found


@pytest.mark.parametrize("order", ["document", "place", "due", "body"])
def test_every_order_is_whole_over_its_pages(workbench, fill, order):
    points = {point.pk: point for point in fill(120)}
    pages = [workbench.get(address(tab="all", order=order, page=page)) for page in (1, 2, 3)]

    keys = [key for page in pages for key in keys_in(page)]

    assert sorted(keys) == sorted(points)
    marks = [mark_of(Point.objects.get(pk=key), order) for key in keys]
    assert marks == sorted(marks)


def mark_of(point, order):
    said = point.contribution
    numbered = (said.number, point.start)
    late = datetime.date.max
    return {
        "document": numbered,
        "place": (point.anchor.position if point.anchor else 10**6, point.theme is None, *numbered),
        "due": (point.due_on or late, *numbered),
        "body": (said.committee.sort_key if said.committee else "~", said.body_name, *numbered),
    }[order]


@pytest.mark.parametrize(
    "query",
    [
        {"tab": "khong-co", "kind": "x", "decision": "x", "state": "x", "form": "x", "order": "pk", "place": "x"},
        {"due": "hom-qua"},
        {"answer__response__drafted_by__password": "x", "tab": "mine"},
        {"page": "0"},
        {"page": "99999999999999999999"},
        {"q": "\x00", "body": "\x00", "holder": "\x00"},
    ],
)  # fmt: skip
def test_what_the_queue_does_not_know_is_left_out(workbench, fill, query):
    fill(4)

    assert keys_in(workbench.get(address(**query))) == keys_in(workbench.get(ROOT))


def test_points_of_withdrawn_documents_are_not_in_it(workbench, fill, by):
    points = fill(12)
    contributions.void(contribution=points[0].contribution, reason="Gửi nhầm", **by)

    assert keys_in(workbench.get(address(tab="all"))) == [point.pk for point in points[10:]]


# --- the same work for any number ---------------------------------------------------


@pytest.mark.parametrize("count", [3, 300])
def test_the_queue_asks_as_much_of_any_length(workbench, fill, count, django_assert_num_queries):
    fill(count)
    workbench.get(address(tab="all"))

    with django_assert_num_queries(14):
        workbench.get(address(tab="mine", q="de nghi", order="place"))


# --- columns -------------------------------------------------------------------------


def test_columns_are_chosen_remembered_and_given_by_the_address(workbench, fill):
    fill(3)

    def shown(answer):
        return [head.key for head in answer.context["heads"]]

    answer = workbench.post(
        address("columns/", tab="all"), {"column": ["form", "note", "khong-co"]}, follow=True
    )

    assert answer.redirect_chain[0][0].endswith("tab=all&cols=number%2Csummary%2Cform%2Cnote")
    assert shown(answer) == shown(workbench.get(ROOT)) == ["number", "summary", "form", "note"]
    assert shown(workbench.get(address(cols="number,due"))) == ["number", "summary", "due"]


# --- saved queues ----------------------------------------------------------------------


def test_a_query_is_kept_shared_and_given_up(workbench, client_of, chief_editor, fill):
    fill(3)
    chief = client_of(chief_editor)
    for name, more in (("Của riêng tôi", {}), ("Cho cả tổ", {"is_shared": "on"})):
        workbench.post(address("save/", tab="all", kind="add", page=2), {"name": name, **more})

    words = chief.get(ROOT).content.decode()

    assert "Cho cả tổ" in words
    assert "Của riêng tôi" not in words
    shared, own = SavedQueue.objects.get(is_shared=True), SavedQueue.objects.get(is_shared=False)
    assert shared.query == "tab=all&kind=add"
    assert "của người khác" in chief.post(f"{ROOT}saved/{shared.pk}/delete/", follow=True).content.decode()
    assert chief.post(f"{ROOT}saved/{own.pk}/delete/").status_code == 404
    workbench.post(f"{ROOT}saved/{shared.pk}/delete/")
    assert list(SavedQueue.objects.all()) == [own]


def test_a_name_is_asked_for_and_given_once(workbench, fill):
    fill(3)
    workbench.post(address("save/"), {"name": "Việc gấp"})

    for name, said in (("", "Đặt tên"), ("Việc gấp", "Đặt tên khác"), ("x" * 101, "100")):
        answer = workbench.post(address("save/", tab="all"), {"name": name})
        assert said in answer.content.decode(), name
    long = address("save/", body="=" + "ế" * 300)
    assert "dài quá" in workbench.post(long, {"name": "Dài"}).content.decode()
    assert SavedQueue.objects.count() == 1


# --- handing over ------------------------------------------------------------------------


def hand_over(browser, points=(), query=None, **more):
    given = {"assignee": "to-truong", "due_on": "", "handover_note": "Xem lại thời hạn", **more}
    sent = {"point": [point.pk for point in points], **given}
    return browser.post(address("assign/", **(query or {"tab": "all"})), sent, follow=True)


@pytest.mark.usefixtures("fill")
def test_chosen_points_go_to_a_person_with_a_day_and_a_note(workbench, client_of, chief_editor, fill):
    points = fill(12)

    answer = hand_over(workbench, points[:2], due_on="31/12/2099")

    assert "Đã giao 2 ý kiến cho Tổ trưởng Mẫu, hạn 31/12/2099." in answer.content.decode()
    for point in Point.objects.filter(pk__in=[point.pk for point in points[:2]]):
        assert (point.assignee, point.due_on) == (chief_editor, datetime.date(2099, 12, 31))
    words = client_of(chief_editor).get(ROOT).content.decode()
    assert "Lời dặn khi giao 2 ý kiến" in words
    assert "Xem lại thời hạn" in words
    assert "Lời dặn khi giao" not in workbench.get(ROOT).content.decode()


def test_all_points_of_a_query_go_over_and_back(workbench, fill, chief_editor):
    points = fill(80)
    adding = [point for point in points if point.kind == "add"]

    hand_over(workbench, query={"tab": "all", "kind": "add"}, everything="on", total=str(len(adding)))

    moved = Point.objects.filter(handover_note="Xem lại thời hạn", assignee=chief_editor)
    assert sorted(moved.values_list("pk", flat=True)) == sorted(point.pk for point in adding)
    answer = hand_over(workbench, adding[:3], assignee=NONE)
    assert "Đã trả 3 ý kiến" in answer.content.decode()
    assert moved.count() == len(adding) - 3


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"point": []}, "Chưa chọn ý kiến nào"),
        ({"point": ["999999999"]}, "không còn trong sổ"),
        ({"assignee": ""}, "Chọn người xử lý"),
        ({"assignee": "thu-ky"}, "Chọn"),
        ({"due_on": "07/09/2001"}, "không thể ở quá khứ"),
        ({"due_on": "hôm nay"}, "Không đọc được ngày"),
        ({"handover_note": "x" * 501}, "500"),
        ({"everything": "on", "total": "7"}, "Danh sách vừa thay đổi: nay có 3 ý kiến, lúc mở trang có 7"),
    ],
)
def test_a_refused_hand_over_says_why_and_keeps_what_was_typed_and_chosen(
    workbench, secretary, fill, sent, said
):
    points = fill(3)
    Point.objects.update(assignee=None)
    given = {"point": [points[1].pk], "assignee": "to-truong", "due_on": "", "handover_note": "Giữ lời này"}

    answer = workbench.post(address("assign/", tab="all"), {**given, **sent})

    words = answer.content.decode()
    assert answer.status_code == 200
    assert said in words
    assert sent.get("handover_note", "Giữ lời này") in words
    assert [row.is_chosen for row in answer.context["rows"]][1] == ("point" not in sent)
    assert not Point.objects.exclude(assignee=None).exists()


def test_points_of_another_workshop_are_not_handed_over(workbench, fill, by):
    [point] = fill(1)
    workshops.convene(slug="khac", title="Hội thảo khác", short_title="Khác", host="Cơ quan Mẫu", **by)

    answer = workbench.post("/desk/queue/khac/assign/", {"point": [point.pk], "assignee": "to-truong"})

    assert "không còn trong sổ" in answer.content.decode()


def test_who_only_reads_hands_nothing_over(desk, fill):
    points = fill(3)

    assert 'form="assign-form"' not in desk.get(address(tab="all")).content.decode()
    assert hand_over(desk, points).status_code == 403


# --- taking away -----------------------------------------------------------------------


def test_the_table_and_the_workbook_give_all_rows_in_the_columns_seen(workbench, fill):
    fill(70)
    query = {"tab": "all", "cols": "number,place,summary,decision,due"}
    page = workbench.get(address("table/", **query))

    sheet = openpyxl.load_workbook(io.BytesIO(workbench.get(address("table.xlsx", **query)).content)).active

    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(min_row=5, values_only=True)]
    table = page.context["table"]
    assert rows[0] == [str(column.label) for column in table.columns]
    assert rows[1:] == table.rows
    assert len(table.rows) == 70
    heads = [sheet.cell(place, 1).value for place in (1, 2, 3)]
    assert "Hội thảo góp ý dự thảo Quy định mẫu" in heads[0]
    assert heads[1] == "Danh sách: Tất cả; xếp theo số văn bản"
    assert heads[2].startswith("70 ý kiến. Lập lúc")
    assert heads[2].endswith("người lập: Biên tập Mẫu")
    assert page.content.decode().count("VĂN BẢN MẪU") == 70


def test_the_head_tells_every_condition(workbench, fill):
    fill(3)
    query = {
        "tab": "overdue", "place": "quy-dinh:dieu-1.khoan-2", "body": "an-giang", "kind": "add", "decision": NONE,
        "state": "drafted", "holder": NONE, "due": "2021-09-10", "form": "paper", "q": "bao cao",
        "shared": "1", "order": "due",
    }  # fmt: skip

    told = workbench.get(address("table/", **query)).context["table"].lines[0]

    assert told == (
        "Danh sách: Quá hạn; về khoản 2 Điều 1; của Tỉnh ủy An Giang; loại ý kiến: Bổ sung; "
        "quyết định: chưa quyết định; tình trạng: Đang soạn; hình thức: Bài tham luận; "
        "người xử lý: chưa giao ai; hạn đến hết 10/09/2021; "
        "có chữ “bao cao”; chung một nội dung trả lời với ý kiến khác; xếp theo hạn xử lý"
    )


def test_what_begins_like_a_formula_stays_text(workbench, fill):
    points = fill(3)
    typed = ["=1+1", "+84 24 1234", "http://mau.vn"]
    for point, words in zip(points, typed, strict=True):
        Point.objects.filter(pk=point.pk).update(summary=words)

    book = openpyxl.load_workbook(
        io.BytesIO(workbench.get(address("table.xlsx", tab="all", cols="summary")).content)
    )

    cells = [row[1] for row in book.active.iter_rows(min_row=6)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        (words, "s", None) for words in typed
    ]


def test_the_notes_of_a_hand_over_can_be_a_column(workbench, fill, by, chief_editor):
    points = fill(2)
    assignments.assign_points(points=points, assignee=chief_editor, note="Hỏi lại", **by)

    [first, _second] = workbench.get(address("table/", tab="all", cols="note")).context["table"].rows

    assert first[-1] == "Hỏi lại"


def test_a_row_leads_to_its_point(workbench, fill):
    [point] = fill(1)

    assert (
        f'href="{reverse("points:point", args=["hoi-thao-mau", point.pk])}?queue=tab%3Dall"'
        in workbench.get(address(tab="all")).content.decode()
    )
