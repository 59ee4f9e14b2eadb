import pytest

from proceedings.models import Answer, Coverage, NoRequest, Point, Response, Theme
from proceedings.operations import points, responses
from proceedings.operations.points import Marked, Told
from proceedings.operations.refusals import Conflict, Invalid
from proceedings.queries.history import history_of
from tests.proceedings.operations.refusals import everything, refusal
from tests.proceedings.pointing import FIRST, LINES, REASON, SECOND, TEXT

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

TOLD = Told("add")
OVERLAP, STRETCH_THERE = "trùng với ý kiến “", "trùng với đoạn đã ghi là không nêu yêu cầu: “"


@pytest.fixture
def document(pointing):
    """A document whose text is TEXT."""
    return pointing.contribute()


def mark(pointing, document, start, end, told=TOLD):
    return points.mark_point(contribution=document, start=start, end=end, told=told, **pointing.by)


def amend(pointing, point, told=TOLD, **fields):
    return points.amend_point(point=point, told=told, **{"version": point.version, **fields}, **pointing.by)


def stretch(pointing, document, words, reason="context"):
    [made] = points.mark_no_request(
        contribution=document, spans=[pointing.span(document, words)], reason=reason, **pointing.by
    )
    return made


# --- every write on a document asks the same first ----------------------------------


def writes(pointing, document, point, no_request):
    """Every write on points of a document."""
    at = {"contribution": document}
    return {
        "mark": lambda: points.mark_point(**at, start=0, end=5, told=TOLD, **pointing.by),
        "amend": lambda: amend(pointing, point),
        "remove": lambda: points.remove_point(point=point, version=point.version, **pointing.by),
        "no request": lambda: points.mark_no_request(**at, spans=[(0, 5)], reason="other", **pointing.by),
        "unmark": lambda: points.unmark_no_request(no_request=no_request, **pointing.by),
        "rest": lambda: points.mark_rest(**at, **pointing.by),
        "agree": lambda: points.agree_fully(**at, **pointing.by),
        "accept": lambda: points.accept_marks(**at, marks=[Marked(0, 5)], **pointing.by),
        "carry over": lambda: points.carry_over(earlier=document, later=document, **pointing.by),
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
    point, no_request = pointing.point(of=document), stretch(pointing, document, LINES[1])
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
                points.mark_no_request(
                    contribution=document, spans=[(start, end)], reason="other", **pointing.by
                )


def test_words_that_are_taken_are_refused(pointing, document):
    pointing.point(of=document, summary="Ý một")
    stretch(pointing, document, SECOND)
    (start, end), (begin, stop) = pointing.span(document, FIRST), pointing.span(document, SECOND)
    other = pointing.point(LINES[0], of=document)

    for span in [(start - 20, start + 2), (start + 3, end - 3), (end - 3, end), (start - 30, end)]:
        with refusal(f"{OVERLAP}Ý một”", field="span"):
            mark(pointing, document, *span)
        with refusal(f"{OVERLAP}Ý một”", field="span"):
            points.mark_no_request(contribution=document, spans=[span], reason="other", **pointing.by)
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


# --- what asks for nothing ----------------------------------------------------------------


def test_stretches_ask_for_nothing_and_name_who_says_so(pointing, document):
    spans = [pointing.span(document, words) for words in LINES[:2]]

    made = points.mark_no_request(
        contribution=document, spans=iter(spans), reason="salutation", **pointing.by
    )
    again = points.mark_no_request(contribution=document, spans=spans, reason="salutation", **pointing.by)

    assert [row.quote for row in made] == list(LINES[:2])
    assert made == again == list(NoRequest.objects.order_by("start"))
    assert {(row.reason, row.marked_by, row.marked_at) for row in made} == {
        ("salutation", pointing.by["actor"], pointing.by["now"])
    }
    with refusal(STRETCH_THERE, field="span"):
        points.mark_no_request(contribution=document, spans=[(2, 20)], reason="other", **pointing.by)
    with refusal("không phải là lựa chọn hợp lệ", kind=Invalid):
        points.mark_no_request(
            contribution=document, spans=[pointing.span(document, FIRST)], reason="none", **pointing.by
        )


def test_a_mark_is_taken_back_once_and_again(pointing, document):
    made = stretch(pointing, document, SECOND)
    assert str(made) == SECOND

    for _each in range(2):
        points.unmark_no_request(no_request=made, **pointing.by)

    assert not NoRequest.objects.exists()
    assert Coverage.objects.get().open_count == 5


def test_the_rest_asks_for_nothing(pointing, document):
    pointing.point("bổ sung cơ quan tham mưu", of=document)

    first = points.mark_rest(contribution=document, paragraphs=[1, 3], reason="heading", **pointing.by)
    rest = points.mark_rest(contribution=document, **pointing.by)

    assert [row.quote for row in first] == ["VĂN BẢN MẪU", "Đề nghị", "vào phạm vi điều chỉnh."]
    assert [(row.quote, row.reason) for row in rest] == [
        (words, "other") for words in (LINES[1], LINES[4], LINES[5])
    ]
    assert points.mark_rest(contribution=document, **pointing.by) == []
    assert Coverage.objects.get().is_whole


def test_full_agreement_is_a_stance_and_takes_all_words(pointing, document):
    stretch(pointing, document, LINES[1], reason="salutation")

    for _each in range(2):
        agreed = points.agree_fully(contribution=document, **pointing.by)

    assert agreed.stance == "agrees"
    assert sorted(NoRequest.objects.values_list("reason", flat=True)) == ["agreement"] * 4 + ["salutation"]
    assert Coverage.objects.get().is_whole


def test_who_has_opinions_does_not_agree_fully(pointing, document):
    pointing.point(of=document)

    with refusal("Văn bản số 1 có ý kiến cụ thể nên không phải là nhất trí hoàn toàn."):
        points.agree_fully(contribution=document, **pointing.by)


def test_marks_are_accepted_together_or_not_at_all(pointing, document):
    first, second = pointing.span(document, FIRST), pointing.span(document, SECOND)
    marks = [Marked(*first, Told("add")), Marked(*second, Told("ask")), Marked(0, 11, reason="heading")]

    with refusal(OVERLAP, field="span"):
        points.accept_marks(
            contribution=document, marks=[*marks, Marked(first[0], second[1], Told("add"))], **pointing.by
        )
    made = points.accept_marks(contribution=document, marks=marks, **pointing.by)

    assert [(point.quote, point.kind) for point in made] == [(FIRST, "add"), (SECOND, "ask")]
    assert NoRequest.objects.get().reason == "heading"


# --- a later version -------------------------------------------------------------------------


def test_points_go_over_where_their_words_stand_once(pointing, document, chief_editor):
    stays = pointing.point(of=document, at="dieu-1", wording="Lời", summary="Ý")
    Point.objects.update(assignee=chief_editor, due_on="2021-09-20", handover_note="Xem kỹ")
    goes = pointing.point(SECOND, of=document)
    twice = pointing.point("Trân trọng", of=document)
    stretch(pointing, document, LINES[1])
    later = pointing.replace(document, *LINES[:4], "Trân trọng. Trân trọng.")

    made, missing = points.carry_over(earlier=document, later=later, **pointing.by)

    [new] = made
    assert missing == [goes, twice]
    assert (new.quote, new.kind, new.anchor, new.wording, new.summary) == (
        FIRST, "add", stays.anchor, "Lời", "Ý",
    )  # fmt: skip
    assert (new.assignee, str(new.due_on), new.handover_note) == (chief_editor, "2021-09-20", "Xem kỹ")
    assert later.no_requests.get().quote == LINES[1]
    assert document.points.count() == 3


def test_carrying_over_again_changes_nothing_and_misses_the_same(pointing, document):
    pointing.drafted(pointing.point(of=document))
    missed = pointing.point(SECOND, of=document)
    later = pointing.replace(document, *LINES[:4])
    points.carry_over(earlier=document, later=later, **pointing.by)
    before = everything()

    assert points.carry_over(earlier=document, later=later, **pointing.by) == ([], [missed])
    assert everything() == before


def test_words_within_other_words_are_not_those_of_the_point(pointing):
    earlier = pointing.contribute("Sửa Điều 1", "(bỏ) hết")
    number, bracket = pointing.point("Điều 1", of=earlier), pointing.point("(bỏ)", of=earlier)
    later = pointing.replace(earlier, "Sửa Điều 12", "Luật(bỏ)hết")

    made, missing = points.carry_over(earlier=earlier, later=later, **pointing.by)

    assert ([point.quote for point in made], missing) == ([bracket.quote], [number])


def test_what_overlaps_a_span_of_the_later_version_is_left_alone(pointing, document):
    old, other = pointing.point(of=document), pointing.point(SECOND, of=document)
    stretch(pointing, document, LINES[5])
    later = pointing.replace(document)
    pointing.point("bổ sung cơ quan tham mưu", of=later)
    stretch(pointing, later, "làm rõ")
    pointing.point("Trân trọng", of=later)

    assert points.carry_over(earlier=document, later=later, **pointing.by) == ([], [old, other])
    assert later.no_requests.count() == 1


def test_responses_come_along(pointing, document):
    first, second = pointing.point(of=document), pointing.point(SECOND, of=document)
    response = pointing.proposed(first, second)
    responses.write_addendum(point=first, addendum="Riêng", **pointing.by)
    later = pointing.replace(document)
    read = Response.objects.get().version

    made, _missing = points.carry_over(earlier=document, later=later, **pointing.by)

    assert {(answer.point.quote, answer.addendum) for answer in Answer.objects.filter(point__in=made)} == {
        (FIRST, "Riêng"), (SECOND, ""),
    }  # fmt: skip
    assert Response.objects.get() == response
    assert response.answers.count() == 4
    assert Response.objects.get().version == read + 1


def test_what_was_approved_comes_along_as_a_draft_of_its_own(pointing, document):
    first, second = pointing.point(of=document), pointing.point(SECOND, of=document)
    approved = pointing.approved(first, second, at="dieu-2")
    later = pointing.replace(document)

    made, _missing = points.carry_over(earlier=document, later=later, **pointing.by)

    [copy] = {point.answer.response for point in made}
    assert copy != approved
    assert (copy.state, copy.decision, copy.reason, copy.resulting_label) == (
        "drafted", "explained", REASON, approved.resulting_label,
    )  # fmt: skip
    assert set(approved.answers.values_list("point", flat=True)) == {first.pk, second.pk}


def test_only_what_replaces_a_document_takes_its_points(pointing, document):
    other = pointing.contribute()

    with refusal("Văn bản số 2 không thay cho số 1."):
        points.carry_over(earlier=document, later=other, **pointing.by)
