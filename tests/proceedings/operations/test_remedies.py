import pytest

from proceedings.models import Answer, Point, Response
from proceedings.operations.refusals import Conflict, Refused
from proceedings.operations.remedies import decide_alike, name_what_changed
from proceedings.operations.shared_responses import take_out
from proceedings.queries.history import event_model

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def unequal(pointing):
    """Three equal points: one noted, two explained together."""
    one, *others = pointing.points(3, at="dieu-1")
    pointing.noted = pointing.drafted(one, decision="noted", reason="")
    pointing.explained = pointing.drafted(*others, decision="explained")
    pointing.one = one
    return pointing


def read(*responses):
    return {row.pk: Response.objects.get(pk=row.pk).version for row in responses}


def alike(pointing, response, points, *written):
    return decide_alike(response=response, points=points, versions=read(response, *written), **pointing.by)


def place(pointing, path):
    return pointing.draft.provisions.get(path=path)


# --- naming what really changed -----------------------------------------------------


def test_a_response_names_another_provision(pointing):
    response = pointing.drafted(decision="adopted", at="dieu-1")

    saved = name_what_changed(
        response=response, resulting=place(pointing, "dieu-2"), version=response.version, **pointing.by
    )

    assert (saved.resulting_label, saved.state, saved.decision) == ("Điều 2", "drafted", "adopted")


def test_what_waits_for_approval_goes_on_waiting(pointing):
    response = pointing.proposed(decision="adopted", at="dieu-1")

    saved = name_what_changed(
        response=response, resulting=place(pointing, "dieu-2"), version=response.version, **pointing.by
    )

    assert (saved.resulting_label, saved.state) == ("Điều 2", "proposed")


def test_what_was_approved_is_opened_with_the_reason_and_waits_anew(pointing):
    response = pointing.approved(decision="adopted", at="dieu-1")

    saved = name_what_changed(
        response=response, resulting=place(pointing, "dieu-2"), version=response.version, **pointing.chief
    )

    assert (saved.resulting_label, saved.state, saved.approved_by) == ("Điều 2", "proposed", None)
    assert saved.proposed_by == pointing.chief["actor"]
    reasons = event_model(Response).objects.filter(pgh_obj=response).values_list("return_note", flat=True)
    assert "Nêu lại điều khoản đã sửa: Điều 2 thay cho Điều 1." in reasons


def test_what_somebody_changed_meanwhile_is_not_named_anew(pointing):
    response = pointing.drafted(decision="adopted", at="dieu-1")

    with pytest.raises(Conflict):
        name_what_changed(
            response=response,
            resulting=place(pointing, "dieu-2"),
            version=response.version + 1,
            **pointing.by,
        )

    assert Response.objects.get(pk=response.pk).resulting_label == "Điều 1"


# --- deciding equal points alike ----------------------------------------------------


def test_equal_points_share_the_response_that_was_chosen(unequal):
    shared = alike(unequal, unequal.explained, {unequal.one.pk: unequal.noted.pk}, unequal.noted)

    assert shared == unequal.explained
    assert set(Answer.objects.values_list("response", "former")) == {
        (shared.pk, unequal.noted.pk),
        (shared.pk, None),
    }
    take_out(point=unequal.one, **unequal.by)
    assert Answer.objects.get(point=unequal.one).response == unequal.noted


def test_what_was_approved_on_either_side_waits_for_approval_anew(pointing):
    one, other, third = pointing.points(3, at="dieu-1")
    left = pointing.approved(one, pointing.point(at="dieu-2"), decision="noted", reason="")
    shared = pointing.approved(other, third)

    decided = decide_alike(
        response=shared, points={one.pk: left.pk}, versions=read(shared, left), **pointing.chief
    )

    left.refresh_from_db()
    assert (decided.state, decided.proposed_by) == ("proposed", pointing.chief["actor"])
    assert (left.state, left.proposed_by) == ("proposed", pointing.chief["actor"])
    assert decided.answers.count() == 3
    assert left.answers.count() == 1


def test_an_approved_response_that_nothing_is_left_of_is_kept_in_drafting(pointing):
    one, other = pointing.points(2, at="dieu-1")
    left = pointing.approved(one, decision="noted", reason="")
    shared = pointing.drafted(other)

    decided = decide_alike(
        response=shared, points={one.pk: left.pk}, versions=read(shared, left), **pointing.chief
    )

    left.refresh_from_db()
    assert (decided.state, left.state) == ("drafted", "drafted")
    assert "văn bản số 1" in left.return_note


@pytest.mark.parametrize("changed", ["version", "point", "answer"])
def test_what_changed_meanwhile_is_refused_and_nothing_moves(unequal, changed):
    points, versions = {unequal.one.pk: unequal.noted.pk}, read(unequal.explained, unequal.noted)
    if changed == "version":
        versions[unequal.noted.pk] += 1
    elif changed == "point":
        points[unequal.one.pk + 1_000] = unequal.noted.pk
    else:
        points[unequal.one.pk] = unequal.explained.pk

    with pytest.raises(Refused, match="vừa được người khác sửa"):
        decide_alike(response=unequal.explained, points=points, versions=versions, **unequal.by)

    assert Answer.objects.get(point=unequal.one).response == unequal.noted


def test_a_closed_synthesis_decides_nothing_alike(unequal):
    unequal.close()

    with pytest.raises(Refused, match="khóa"):
        alike(unequal, unequal.explained, {unequal.one.pk: unequal.noted.pk}, unequal.noted)


def test_a_point_without_a_response_joins_too(pointing):
    one, other = pointing.points(2, at="dieu-1")
    shared = pointing.drafted(other)

    alike(pointing, shared, {one.pk: 0})

    assert Point.objects.get(pk=one.pk).answer.response == shared
