import pytest

from proceedings.models import Point, Theme
from proceedings.operations import carrying_over, no_requests, point_marks, points
from proceedings.operations.point_marks import Marked
from proceedings.operations.points import Told
from proceedings.operations.refusals import Conflict, Invalid
from proceedings.queries.history import history_of
from tests.proceedings.operations.refusals import everything, refusal
from tests.proceedings.pointing import FIRST, LINES, SECOND, TEXT

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

TOLD = Told("add")
OVERLAP, STRETCH_THERE = "trùng với ý kiến “", "trùng với đoạn đã ghi là không nêu yêu cầu: “"


def mark(pointing, document, start, end, told=TOLD):
    return points.mark_point(contribution=document, start=start, end=end, told=told, **pointing.by)


def amend(pointing, point, told=TOLD, **fields):
    return points.amend_point(point=point, told=told, **{"version": point.version, **fields}, **pointing.by)


# --- every write on a document asks the same first ----------------------------------


def writes(pointing, document, point, no_request):
    """Every write on points of a document."""
    at = {"contribution": document}
    return {
        "mark": lambda: points.mark_point(**at, start=0, end=5, told=TOLD, **pointing.by),
        "amend": lambda: amend(pointing, point),
        "remove": lambda: points.remove_point(point=point, version=point.version, **pointing.by),
        "no request": lambda: no_requests.mark_no_request(
            **at, spans=[(0, 5)], reason="other", **pointing.by
        ),
        "unmark": lambda: no_requests.unmark_no_request(no_request=no_request, **pointing.by),
        "rest": lambda: no_requests.mark_rest(**at, **pointing.by),
        "agree": lambda: no_requests.agree_fully(**at, **pointing.by),
        "accept": lambda: point_marks.accept_marks(**at, marks=[Marked(0, 5)], **pointing.by),
        "carry over": lambda: carrying_over.carry_over(earlier=document, later=document, **pointing.by),
    }


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("void", "Văn bản số 1 không còn hiệu lực trong sổ (đã hủy số). Làm tiếp ở bản đang có hiệu lực."),
        ("replaced", "Văn bản số 1 không còn hiệu lực trong sổ (đã có bản thay thế)."),
        ("closed", "Tổng hợp ý kiến đã được Tổ trưởng Mẫu khóa ngày 08/09/2021 nên không sửa được."),
    ],
)
def test_nothing_is_written_on_what_does_not_stand_or_was_closed(pointing, document, state, words):
    point, no_request = pointing.point(of=document), pointing.stretch(document, LINES[1])
    end = {"void": pointing.withdraw, "replaced": pointing.replace, "closed": lambda _one: pointing.close()}
    end[state](document)

    for name, write in writes(pointing, document, point, no_request).items():
        with refusal(words):
            write()
        assert name


# --- marking -------------------------------------------------------------------------


def test_a_span_becomes_a_point_without_the_blanks_around_it(pointing, document):
    start, end = pointing.span(document, FIRST)

    point = mark(
        pointing,
        document,
        start - 1,
        end + 1,
        pointing.told("dieu-2.khoan-1", wording=" Lời văn  \n", summary="Tóm  tắt"),
    )

    point.refresh_from_db()
    assert (point.start, point.end, point.quote) == (start, end, FIRST)
    assert (point.kind, point.anchor.path, point.wording, point.summary) == (
        "add", "dieu-2.khoan-1", " Lời văn", "Tóm tắt",
    )  # fmt: skip
    assert (point.version, point.assignee, point.place) == (1, None, str(point.anchor))


def test_without_a_summary_the_beginning_of_the_words_is_taken(pointing):
    words = "Đề nghị " + "làm rõ thêm " * 40 + "nội dung này."
    point = pointing.point(words, of=pointing.contribute(words))
    short = pointing.point()

    assert short.summary == FIRST
    assert len(point.summary) <= 300
    assert point.summary.endswith(" …") is False
    assert point.summary[-1] == "…"
    assert words.startswith(point.summary[:-1])


def test_marking_again_makes_nothing_new(pointing, document):
    theme = Theme.objects.create(workshop=pointing.workshop, position=1, slug="nhom", title="Nhóm")
    once = pointing.point(of=document, theme=theme, wording="Lời", summary="Ý")
    before = everything()

    again = pointing.point(of=document, theme=theme, wording="Lời", summary="Ý")
    silent = pointing.point(of=document, theme=theme, wording="Lời")

    assert once == again == silent
    assert everything() == before


@pytest.mark.parametrize(
    "changed", [{"kind": "ask"}, {"wording": "Khác"}, {"at": "dieu-1"}, {"summary": "Khác"}]
)
def test_the_same_words_told_otherwise_are_no_retry(pointing, document, changed):
    pointing.point(of=document, summary="Ý")

    with refusal(OVERLAP + "Ý”. Chọn đoạn khác, hoặc sửa ý kiến đó.", field="span"):
        pointing.point(of=document, **{"summary": "Ý", **changed})


def test_spans_that_are_none_are_refused(pointing, document):
    beyond, wordless = "không nằm trong toàn văn. Tải lại trang", "không có chữ. Chọn lại cả câu"
    numeral = pointing.span(document, "\nI.\n")
    cases = [(-1, 4), (4, 4), (5, 4), (0, len(TEXT) + 1)], [numeral, (len(LINES[0]), len(LINES[0]) + 1)]

    for spans, words in zip(cases, (beyond, wordless), strict=True):
        for start, end in spans:
            with refusal(words, field="span"):
                mark(pointing, document, start, end)
            with refusal(words, field="span"):
                no_requests.mark_no_request(
                    contribution=document, spans=[(start, end)], reason="other", **pointing.by
                )


def test_words_that_are_taken_are_refused(pointing, document):
    pointing.point(of=document, summary="Ý một")
    pointing.stretch(document, SECOND)
    (start, end), (begin, stop) = pointing.span(document, FIRST), pointing.span(document, SECOND)
    other = pointing.point(LINES[0], of=document)

    for span in [(start - 20, start + 2), (start + 3, end - 3), (end - 3, end), (start - 30, end)]:
        with refusal(f"{OVERLAP}Ý một”", field="span"):
            mark(pointing, document, *span)
        with refusal(f"{OVERLAP}Ý một”", field="span"):
            no_requests.mark_no_request(contribution=document, spans=[span], reason="other", **pointing.by)
        with refusal(f"{OVERLAP}Ý một”", field="span"):
            amend(pointing, other, span=span)
    for span in [(begin, stop), (begin + 3, stop + 9)]:
        with refusal(f"{STRETCH_THERE}{SECOND}”. Bỏ dấu ở đoạn đó trước.", field="span"):
            mark(pointing, document, *span)


def test_places_of_other_workshops_are_refused(pointing, document):
    other = pointing.elsewhere()
    foreign = Theme.objects.create(workshop=other.workshop, position=1, slug="nhom", title="Nhóm khác")
    own = Theme.objects.create(workshop=pointing.workshop, position=1, slug="nhom", title="Nhóm")
    working = pointing.drafting.next().provisions.get(path="dieu-1")
    point = pointing.point(SECOND, of=document)
    cases = [
        (other.told("dieu-1"), "không thuộc dự thảo đã phát hành của hội thảo này", "anchor"),
        (Told("add", anchor=working), "không thuộc dự thảo đã phát hành của hội thảo này", "anchor"),
        (Told("add", theme=foreign), "“Nhóm khác” thuộc hội thảo khác", "theme"),
        (
            pointing.told("dieu-1", theme=own),
            "Chọn điều khoản hoặc nhóm vấn đề, không chọn cả hai.",
            "anchor",
        ),
        (Told("add", wording="TUYỆT MẬT"), "bí mật nhà nước", "text"),
        (Told("add", wording="x" * 1_000_001), "quá giới hạn 1.000.000 ký tự", "wording"),
    ]

    for told, words, field in cases:
        with refusal(words, field=field):
            mark(pointing, document, *pointing.span(document, FIRST), told)
        with refusal(words, field=field):
            amend(pointing, point, told)
    with refusal("không phải là lựa chọn hợp lệ", kind=Invalid) as caught:
        mark(pointing, document, *pointing.span(document, FIRST), Told("maybe"))
    assert list(caught.value.errors) == ["kind"]


# --- amending and removing -------------------------------------------------------------


def test_a_point_is_told_anew_and_reaches_over_other_words(pointing, document):
    point = pointing.point(of=document, at="dieu-1")
    start, end = pointing.span(document, FIRST)

    told = amend(pointing, point, pointing.told("dieu-2", kind="ask", summary="Mới"))
    moved = amend(pointing, told, told=Told("amend"), span=(start + 8, end + 6))

    assert (told.version, told.kind, told.anchor.path, told.quote) == (2, "ask", "dieu-2", FIRST)
    assert (moved.version, moved.kind, moved.anchor) == (3, "amend", None)
    assert moved.quote == TEXT[start + 8 : end + 6].strip()
    assert Point.objects.get() == moved


def test_what_somebody_changed_meanwhile_is_a_conflict(pointing, document):
    read = pointing.point(of=document)
    amend(pointing, read, pointing.told(summary="Bản của người khác"))

    for write in (
        lambda: amend(pointing, read, pointing.told(summary="Của tôi")),
        lambda: points.remove_point(point=read, version=1, **pointing.by),
    ):
        with refusal("vừa được người khác sửa", kind=Conflict) as caught:
            write()
        assert caught.value.theirs.summary == "Bản của người khác"


def test_a_point_that_is_gone_is_said_to_be(pointing, document):
    point = pointing.point(of=document)
    points.remove_point(point=Point.objects.get(), version=1, **pointing.by)

    assert not Point.objects.exists()
    assert {act.lines[0].verb for act in history_of(point)} == {"thêm", "xóa"}
    with refusal("Ý kiến này vừa được người khác bỏ."):
        amend(pointing, point)
    with refusal("Ý kiến này vừa được người khác bỏ."):
        points.remove_point(point=point, version=1, **pointing.by)


def test_an_answered_point_is_not_removed(pointing):
    point = pointing.point()
    pointing.drafted(point)

    with refusal("Gỡ ý kiến khỏi nội dung đó trước, rồi bỏ."):
        points.remove_point(point=point, version=1, **pointing.by)


def test_an_approved_answer_holds_the_words_of_its_point_but_not_what_is_said_of_it(pointing, document):
    point = pointing.point(of=document)
    pointing.approved(point)

    with refusal("đã được duyệt nên không đổi đoạn được nữa. Mở lại nội dung đó trước."):
        amend(pointing, point, span=(point.start, point.end - 1))
    assert amend(pointing, point, span=(point.start, point.end), told=Told("ask")).kind == "ask"
