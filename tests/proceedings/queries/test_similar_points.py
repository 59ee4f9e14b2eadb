import pytest

from proceedings.models import Point
from proceedings.queries.similar_points import points_sharing, said_of, similar_points
from proceedings.text.likeness import signature
from tests.proceedings.many_points import ManyPoints
from tests.proceedings.pointing import SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

ADD = "Đề nghị bổ sung quy định về kinh phí bảo đảm cho công tác phối hợp giữa các cơ quan mẫu."
REMOVE = "Đề nghị bỏ quy định về kinh phí bảo đảm cho công tác phối hợp giữa các cơ quan mẫu."
NEARLY = "Đề nghị bổ sung quy định kinh phí bảo đảm cho việc phối hợp giữa các cơ quan mẫu."


def say(pointing, words, **told):
    """A point of a document of its own."""
    return pointing.point(words, of=pointing.contribute("VĂN BẢN MẪU", words), **told)


def found(point):
    return [similar.point for similar in similar_points(Point.objects.get(pk=point.pk))]


def test_points_alike_are_found_across_documents_the_most_alike_first(pointing):
    one = say(pointing, ADD, at="dieu-1")
    nearly, same = say(pointing, NEARLY, at="dieu-1"), say(pointing, ADD, at="dieu-1")
    say(pointing, SECOND, at="dieu-2")

    first, second = similar_points(one)

    assert (first.point, second.point) == (same, nearly)
    assert first.score > second.score
    assert {"lời như nhau", "cùng điều khoản"} <= set(first.reasons)
    assert (first.body, first.decision, first.response_id) == ("Cơ quan Mẫu", "", None)


@pytest.mark.parametrize("kinds", [("amend", "amend"), ("add", "remove")])
def test_what_asks_for_the_contrary_is_flagged(pointing, kinds):
    one, contrary = (
        say(pointing, words, at="dieu-1", kind=kind) for words, kind in zip((ADD, REMOVE), kinds, strict=True)
    )

    (similar,) = similar_points(one)

    assert (similar.point, similar.is_opposite) == (contrary, True)
    assert "khác yêu cầu" in similar.reasons


def test_withdrawn_documents_and_other_workshops_are_left_out(pointing):
    one, gone = say(pointing, ADD), say(pointing, ADD)
    say(pointing.elsewhere(), ADD)
    assert found(one) == [gone]

    pointing.withdraw(gone.contribution)

    assert found(one) == []


def test_what_shares_its_response_is_told_apart(pointing):
    one, same, third = (say(pointing, ADD) for _each in range(3))
    shared = pointing.drafted(one, same)
    pointing.drafted(third, decision="noted", reason="")

    (similar,) = similar_points(Point.objects.get(pk=one.pk))

    assert (similar.point, similar.decision) == (third, "noted")
    assert points_sharing(shared.pk, but=one.pk) == [same]
    assert points_sharing(None) == []


def test_a_point_alone_has_none(pointing):
    assert found(say(pointing, ADD)) == []


@pytest.mark.parametrize("count", [3, 300])
def test_the_number_of_queries_does_not_grow(
    drafting, editor, chief_editor, by, count, django_assert_num_queries
):
    made = ManyPoints(drafting, (editor, chief_editor), by).fill(count)
    for row in made:
        row.signature = signature(said_of(row))
    Point.objects.bulk_update(made, ["signature"])
    point = Point.objects.select_related("contribution", "anchor", "answer").get(pk=made[0].pk)

    with django_assert_num_queries(2):
        similar = similar_points(point)
    assert bool(similar) == (count == 300)
