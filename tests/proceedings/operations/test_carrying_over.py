import pytest

from proceedings.models import Answer, Point, Response
from proceedings.operations import carrying_over, replies
from tests.proceedings.operations.refusals import everything, refusal
from tests.proceedings.pointing import FIRST, LINES, REASON, SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def test_points_go_over_where_their_words_stand_once(pointing, document, chief_editor):
    stays = pointing.point(of=document, at="dieu-1", wording="Lời", summary="Ý")
    Point.objects.update(assignee=chief_editor, due_on="2021-09-20", handover_note="Xem kỹ")
    goes = pointing.point(SECOND, of=document)
    twice = pointing.point("Trân trọng", of=document)
    pointing.stretch(document, LINES[1])
    later = pointing.replace(document, *LINES[:4], "Trân trọng. Trân trọng.")

    made, missing = carrying_over.carry_over(earlier=document, later=later, **pointing.by)

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
    carrying_over.carry_over(earlier=document, later=later, **pointing.by)
    before = everything()

    assert carrying_over.carry_over(earlier=document, later=later, **pointing.by) == ([], [missed])
    assert everything() == before


def test_words_within_other_words_are_not_those_of_the_point(pointing):
    earlier = pointing.contribute("Sửa Điều 1", "(bỏ) hết")
    number, bracket = pointing.point("Điều 1", of=earlier), pointing.point("(bỏ)", of=earlier)
    later = pointing.replace(earlier, "Sửa Điều 12", "Luật(bỏ)hết")

    made, missing = carrying_over.carry_over(earlier=earlier, later=later, **pointing.by)

    assert ([point.quote for point in made], missing) == ([bracket.quote], [number])


def test_what_overlaps_a_span_of_the_later_version_is_left_alone(pointing, document):
    old, other = pointing.point(of=document), pointing.point(SECOND, of=document)
    pointing.stretch(document, LINES[5])
    later = pointing.replace(document)
    pointing.point("bổ sung cơ quan tham mưu", of=later)
    pointing.stretch(later, "làm rõ")
    pointing.point("Trân trọng", of=later)

    assert carrying_over.carry_over(earlier=document, later=later, **pointing.by) == ([], [old, other])
    assert later.no_requests.count() == 1


def test_responses_come_along(pointing, document):
    first, second = pointing.point(of=document), pointing.point(SECOND, of=document)
    response = pointing.proposed(first, second)
    replies.write_addendum(point=first, addendum="Riêng", **pointing.by)
    later = pointing.replace(document)
    read = Response.objects.get().version

    made, _missing = carrying_over.carry_over(earlier=document, later=later, **pointing.by)

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

    made, _missing = carrying_over.carry_over(earlier=document, later=later, **pointing.by)

    [copy] = {point.answer.response for point in made}
    assert copy != approved
    assert (copy.state, copy.decision, copy.reason, copy.resulting_label) == (
        "drafted", "explained", REASON, approved.resulting_label,
    )  # fmt: skip
    assert set(approved.answers.values_list("point", flat=True)) == {first.pk, second.pk}


def test_only_what_replaces_a_document_takes_its_points(pointing, document):
    other = pointing.contribute()

    with refusal("Văn bản số 2 không thay cho số 1."):
        carrying_over.carry_over(earlier=document, later=other, **pointing.by)
