import pytest

from proceedings.models import Contribution
from proceedings.operations import no_requests, responses
from proceedings.queries import gaps
from proceedings.queries.gaps import Gap, GapKind
from proceedings.queries.ledger import ledger_of
from proceedings.queries.ledger_rows import NUMBERS
from tests.proceedings.pointing import SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def complete(pointing):
    """A document of which everything is accounted for."""
    point = pointing.point()
    no_requests.mark_rest(contribution=point.contribution, **pointing.by)
    pointing.approved(point)
    return point


def kinds(ledger):
    return ledger.count_gaps()


def test_what_is_split_answered_and_approved_is_complete(pointing, complete):
    ledger = ledger_of(pointing.workshop)

    assert (ledger.is_complete, ledger.share, ledger.gaps) == (True, 1.0, ())
    assert (ledger.documents.standing, ledger.documents.split) == (1, 1)
    assert (ledger.points.all, ledger.points.answered, ledger.points.approved) == (1, 1, 1)
    assert ledger.points.decided["explained"] == 1


def test_every_step_that_is_missing_is_a_gap_with_its_holder(pointing):
    contribution = pointing.contribute()
    assert kinds(ledger_of(pointing.workshop)) == {GapKind.OPEN_PARAGRAPHS: 1}
    point = pointing.point(of=contribution)
    no_requests.mark_rest(contribution=contribution, **pointing.by)
    assert kinds(ledger_of(pointing.workshop)) == {GapKind.UNANSWERED: 1}
    response = pointing.drafted(point)
    (gap,) = ledger_of(pointing.workshop).gaps
    assert (gap.kind, gap.holder, gap.subject) == (GapKind.UNAPPROVED, str(pointing.by["actor"]), response.pk)
    responses.propose_response(response=response, version=response.version, **pointing.by)
    (gap,) = ledger_of(pointing.workshop).gaps
    assert (gap.kind, gap.holder) == (GapKind.UNAPPROVED, "người duyệt")
    pointing.approve(response)
    assert ledger_of(pointing.workshop).is_complete


def test_a_document_without_text_needs_a_stance(pointing):
    contribution = pointing.register(text="")
    (gap,) = ledger_of(pointing.workshop).gaps
    assert (gap.kind, gap.subject) == (GapKind.NO_TEXT, contribution.number)

    Contribution.objects.filter(pk=contribution.pk).update(stance="no-opinion")

    ledger = ledger_of(pointing.workshop)
    assert (ledger.is_complete, ledger.documents.split, ledger.documents.open) == (True, 1, 0)


def test_full_agreement_is_a_stance_without_rows(pointing):
    no_requests.agree_fully(contribution=pointing.contribute(), **pointing.by)

    ledger = ledger_of(pointing.workshop)

    assert (ledger.is_complete, ledger.documents.agreeing, ledger.points.all) == (True, 1, 0)
    assert ledger.bodies.stances["agrees"] == 1


def test_what_was_only_spoken_is_counted_apart(pointing):
    pointing.point()
    pointing.point(of=pointing.contribute(form="remark", presented_live=True))

    told = ledger_of(pointing.workshop)

    assert (told.points.all, told.points.written, told.points.only_spoken) == (2, 1, 1)
    assert (told.documents.remarks, told.documents.presented_live) == (1, 1)


def test_documents_points_and_bodies_are_never_mixed(pointing, bac_ninh):
    body = {"committee": bac_ninh, "body_kind": "committee", "body_name": ""}
    one = pointing.contribute(**body, symbol="1-CV/TU")
    pointing.contribute(**body, symbol="2-CV/TU")
    pointing.point(of=one)
    pointing.point(SECOND, of=one)

    told = ledger_of(pointing.workshop)

    assert (told.documents.standing, told.points.all, told.bodies.contributed) == (2, 2, 1)
    assert (told.bodies.with_points, told.bodies.kinds["committee"]) == (1, 1)


def test_what_was_withdrawn_counts_for_its_number_only(pointing, complete):
    pointing.withdraw(complete.contribution)

    told = ledger_of(pointing.workshop)

    assert (told.documents.numbers, told.documents.void, told.documents.standing) == (1, 1, 0)
    assert (told.points.all, told.is_complete) == (0, True)


def test_decisions_are_read_from_the_field_and_counted_once(pointing):
    for decision, reason in (
        ("explained", "Không tiếp thu ý kiến này."),
        ("partly", "Tiếp thu một phần."),
        ("noted", "Đề nghị tiếp thu ở văn bản khác."),
        ("referred", "Xin ý kiến trước khi tiếp thu."),
    ):
        pointing.proposed(pointing.point(), decision=decision, reason=reason, at="dieu-1")

    told = ledger_of(pointing.workshop).points

    assert told.decided == {"adopted": 0, "partly": 1, "explained": 1, "noted": 1, "referred": 1}
    assert (told.adopted, told.adopted_share) == (1, 0.25)


def test_the_door_tells_what_waits_with_it(pointing, complete, monkeypatch):
    monkeypatch.setitem(gaps._SOURCES, "x", lambda workshop: [Gap(GapKind.AT_THE_DOOR, workshop.slug)])

    ledger = ledger_of(pointing.workshop)

    assert [gap.where for gap in ledger.gaps] == [pointing.workshop.slug]
    assert not ledger.is_complete


def test_every_number_opens_as_many_rows_as_it_says(pointing, complete, bac_ninh):
    pointing.point(of=pointing.contribute(form="remark"))
    pointing.point(at="dieu-1")
    pointing.drafted(decision="partly", at="dieu-2")
    pointing.withdraw(pointing.contribute())
    no_requests.agree_fully(contribution=pointing.contribute(), **pointing.by)
    told = ledger_of(pointing.workshop).as_json()
    said = {}
    for part in ("documents", "points", "bodies", "provisions"):
        for name, count in told[part].items():
            if isinstance(count, int):
                said[f"{part}-{name}"] = count
        for group, prefix in (("decided", ""), ("kinds", "kind-"), ("stances", "stance-")):
            said |= {f"{part}-{prefix}{name}": n for name, n in told[part].get(group, {}).items()}

    found = {name: len(list(NUMBERS[name].find(pointing.workshop))) for name in said}

    assert said == found
    assert set(said) == set(NUMBERS)


@pytest.mark.parametrize("count", [1, 3])
def test_the_ledger_asks_the_same_number_of_questions(pointing, count, django_assert_num_queries):
    for point in pointing.points(count):
        pointing.proposed(point, decision="partly", at="dieu-1")

    with django_assert_num_queries(20):
        ledger_of(pointing.workshop)
