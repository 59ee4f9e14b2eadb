"""Each invariant of points and responses finds the fault that is planted for it."""

import pytest

from proceedings.operations import no_requests
from proceedings.queries.integrity import verify_all
from proceedings.queries.invariants import INVARIANTS
from proceedings.queries.point_invariants import POINT_INVARIANTS
from tests.proceedings.models.database import execute, triggers_off
from tests.proceedings.pointing import SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def without(table, constraint, sql):
    return ([table], f"ALTER TABLE proceedings_{table} DROP CONSTRAINT {constraint}; {sql}")


def later(table, changes, minutes):
    """An event that the history of a table did not write itself: the last one once more, changed."""
    return (
        f"INSERT INTO proceedings_{table}event SELECT * FROM jsonb_populate_recordset(null::proceedings_{table}event, "
        f"(SELECT jsonb_agg(to_jsonb(e) || jsonb_build_object('pgh_id', 900000 + {minutes}, 'pgh_created_at', "
        f"now() + interval '{minutes} minutes') || '{changes}') FROM "
        f"(SELECT * FROM proceedings_{table}event ORDER BY pgh_id DESC LIMIT 1) e))"
    )


#: For each invariant: the tables whose guards must stand aside, and what breaks it; {other} is another workshop.
FAULTS = {
    "a quote is what stands at its span": (["point"], "UPDATE proceedings_point SET quote = 'Chui'"),
    "no word of a document is in two spans": (
        ["norequest"],
        "UPDATE proceedings_norequest SET start = point.start, \"end\" = point.\"end\" FROM proceedings_point point "
        "WHERE point.contribution_id = proceedings_norequest.contribution_id",
    ),
    "every document is measured": (["coverage"], "DELETE FROM proceedings_coverage"),
    "the coverage of a document is true": (
        ["coverage"], "UPDATE proceedings_coverage SET open_count = 0 WHERE open_count > 0",
    ),
    "a point is about one place, an issued draft or a theme of its workshop": (
        ["point"],
        "UPDATE proceedings_point SET anchor_id = (SELECT max(row.id) FROM proceedings_provision row "
        "JOIN proceedings_draft draft ON draft.id = draft_id WHERE draft.state <> 'issued')",
    ),
    "a point has one answer at most": without(
        "answer", "proceedings_answer_point_id_key", "UPDATE proceedings_answer SET point_id = (SELECT min(id) "
        "FROM proceedings_point)",
    ),
    "point and response are of one workshop": (
        ["response"], "UPDATE proceedings_response SET workshop_id = {other}",
    ),
    "a provision that changed is of the workshop of its response": (
        ["response"], "UPDATE proceedings_response SET workshop_id = {other}",
    ),
    "a provision that changed is named": without(
        "response", "response_resulting_is_named", "UPDATE proceedings_response SET resulting_id = NULL",
    ),
    "what was proposed is ready": without(
        "response", "response_is_ready", "UPDATE proceedings_response SET reason = ''",
    ),
    "a response was proposed by somebody exactly when it is no draft": without(
        "response", "response_proposed_by_somebody", "UPDATE proceedings_response SET proposed_at = NULL",
    ),
    "a response was approved by somebody exactly when it is approved": without(
        "response", "response_approved_by_somebody", "UPDATE proceedings_response SET approved_at = NULL",
    ),
    "a response was approved by another than who proposed it": without(
        "response", "response_approved_by_another",
        "UPDATE proceedings_response SET approved_by_id = proposed_by_id WHERE state = 'approved'",
    ),
    "what was approved never changed while it was": (
        [], later("response", '{"state": "approved"}', 1) + ";"
        + later("response", '{"state": "approved", "reason": "Chui"}', 2),
    ),
    "an approved response answers somebody": (["answer"], "DELETE FROM proceedings_answer"),
    "a reply is whole": without("answer", "answer_reply_is_whole", "UPDATE proceedings_answer SET reply_note = 'x'"),
    "a batch names responses of its workshop": (
        ["approvalbatch"], "UPDATE proceedings_approvalbatch SET workshop_id = {other}",
    ),
    "a batch names who took it back": without(
        "approvalbatch", "approvalbatch_undone_by_somebody", "UPDATE proceedings_approvalbatch SET undone_at = now()",
    ),
    "a closing with gaps has a reason": without(
        "closing", "closing_with_gaps_has_a_reason", "UPDATE proceedings_closing SET gaps = '[1]', reason = ''",
    ),
    "one closing of a workshop stands": (
        ["closing"], "DROP INDEX closing_stands_once; UPDATE proceedings_closing "
        "SET reopened_at = NULL, reopened_by_id = NULL, reopen_reason = ''",
    ),
    "a synthesis was reopened by somebody for a reason": without(
        "closing", "closing_reopened_wholly",
        "UPDATE proceedings_closing SET reopen_reason = 'x', reopened_by_id = NULL",
    ),
    "nothing was written while a synthesis was closed": ([], later("response", "{}", 3)),
    "the history of every point ends as it stands": (["point"], "UPDATE proceedings_point SET summary = 'Chui'"),
    "the history of every norequest ends as it stands": (
        ["norequest"], "UPDATE proceedings_norequest SET reason = 'context'",
    ),
    "the history of every response ends as it stands": (
        ["response"], "UPDATE proceedings_response SET reason = 'Chui'",
    ),
    "the history of every answer ends as it stands": (["answer"], "UPDATE proceedings_answer SET addendum = 'Chui'"),
    "the history of every closing ends as it stands": (["closing"], "UPDATE proceedings_closing SET ledger = '[1]'"),
}  # fmt: skip


FAULTS |= {
    name: ([f"{name.split()[1]}event"], f"DELETE FROM proceedings_{name.split()[1]}event")
    for name in POINT_INVARIANTS
    if name.endswith("has a history from its beginning")
}


@pytest.fixture
def whole(pointing):
    """Points, stretches, responses in each state, a batch, a synthesis that was closed, reopened and closed."""
    document = pointing.contribute()
    pointing.proposed(pointing.point(SECOND, of=document), decision="partly", at="dieu-2")
    no_requests.mark_no_request(contribution=document, spans=[(0, 11)], reason="heading", **pointing.by)
    pointing.contribute()
    pointing.approve_together(pointing.proposed(pointing.point(at="dieu-1")))
    pointing.drafted()
    pointing.drafting.next()
    closing = pointing.close(gaps=[{"kind": "open"}], reason="Đã xin ý kiến")
    closing.reopened_by, closing.reopened_at, closing.reopen_reason = (
        closing.closed_by,
        closing.closed_at,
        "Sót",
    )
    closing.save()
    pointing.close(gaps=[{"kind": "open"}], reason="Xong")
    return pointing


def test_a_whole_synthesis_breaks_nothing(whole):
    assert verify_all()[1] == []


def test_every_invariant_finds_its_fault(whole):
    other = whole.elsewhere().workshop.pk
    assert set(FAULTS) == set(POINT_INVARIANTS)
    assert set(POINT_INVARIANTS) <= set(INVARIANTS)
    missed = []

    for name, (tables, sql) in FAULTS.items():
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        execute("SAVEPOINT whole")
        with triggers_off(*tables):
            execute("SET CONSTRAINTS ALL DEFERRED")
            execute(sql.replace("{other}", str(other)))
            found = {each.invariant: each for each in verify_all()[1]}
        if name not in found or not found[name].rows:
            missed.append((name, sorted(found)))
        execute("ROLLBACK TO SAVEPOINT whole")
    assert missed == []
    assert verify_all()[1] == []
