import pytest

from proceedings.models import Coverage, NoRequest
from proceedings.operations import no_requests
from proceedings.operations.refusals import Invalid
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.pointing import FIRST, LINES, SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def test_stretches_ask_for_nothing_and_name_who_says_so(pointing, document):
    spans = [pointing.span(document, words) for words in LINES[:2]]

    made = no_requests.mark_no_request(
        contribution=document, spans=iter(spans), reason="salutation", **pointing.by
    )
    again = no_requests.mark_no_request(
        contribution=document, spans=spans, reason="salutation", **pointing.by
    )

    assert [row.quote for row in made] == list(LINES[:2])
    assert made == again == list(NoRequest.objects.order_by("start"))
    assert {(row.reason, row.marked_by, row.marked_at) for row in made} == {
        ("salutation", pointing.by["actor"], pointing.by["now"])
    }
    with refusal("trùng với đoạn đã ghi là không nêu yêu cầu: “", field="span"):
        no_requests.mark_no_request(contribution=document, spans=[(2, 20)], reason="other", **pointing.by)
    with refusal("không phải là lựa chọn hợp lệ", kind=Invalid):
        no_requests.mark_no_request(
            contribution=document, spans=[pointing.span(document, FIRST)], reason="none", **pointing.by
        )


def test_a_mark_is_taken_back_once_and_again(pointing, document):
    made = pointing.stretch(document, SECOND)
    assert str(made) == SECOND

    for _each in range(2):
        no_requests.unmark_no_request(no_request=made, **pointing.by)

    assert not NoRequest.objects.exists()
    assert Coverage.objects.get().open_count == 5


def test_the_rest_asks_for_nothing(pointing, document):
    pointing.point("bổ sung cơ quan tham mưu", of=document)

    first = no_requests.mark_rest(contribution=document, paragraphs=[1, 3], reason="heading", **pointing.by)
    rest = no_requests.mark_rest(contribution=document, **pointing.by)

    assert [row.quote for row in first] == ["VĂN BẢN MẪU", "Đề nghị", "vào phạm vi điều chỉnh."]
    assert [(row.quote, row.reason) for row in rest] == [
        (words, "other") for words in (LINES[1], LINES[4], LINES[5])
    ]
    assert no_requests.mark_rest(contribution=document, **pointing.by) == []
    assert Coverage.objects.get().is_whole


def test_full_agreement_is_a_stance_and_takes_all_words(pointing, document):
    pointing.stretch(document, LINES[1], reason="salutation")

    for _each in range(2):
        agreed = no_requests.agree_fully(contribution=document, **pointing.by)

    assert agreed.stance == "agrees"
    assert sorted(NoRequest.objects.values_list("reason", flat=True)) == ["agreement"] * 4 + ["salutation"]
    assert Coverage.objects.get().is_whole


def test_who_has_opinions_does_not_agree_fully(pointing, document):
    pointing.point(of=document)

    with refusal("Văn bản số 1 có ý kiến cụ thể nên không phải là nhất trí hoàn toàn."):
        no_requests.agree_fully(contribution=document, **pointing.by)
