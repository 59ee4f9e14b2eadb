import pytest
from django.core.files.storage import default_storage

from proceedings.operations import workshops
from proceedings.queries.integrity import verify_all
from submissions import spool
from submissions.operations import correcting, deciding
from submissions.queries.invariants import INVARIANTS, KEPT, SPOOLED
from tests.proceedings.models.database import execute, triggers_off

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]

ACCEPTED = "(SELECT min(id) FROM submissions_submission WHERE state = 'accepted')"
#: For each invariant: the tables whose guards must stand aside, and what breaks it.
FAULTS = {
    "an accepted submission stands in the registry of its workshop": (
        ["contribution"],
        "ALTER TABLE submissions_submission DROP CONSTRAINT submission_accepted_has_contribution;"
        f"UPDATE submissions_submission SET contribution_id = NULL WHERE id = {ACCEPTED}",
    ),
    "an accepted file is attached as it was received": (["attachment"], "DELETE FROM proceedings_attachment"),
    "a number comes from one document": (
        [],
        "UPDATE submissions_submission SET attaches_to_id = NULL",
    ),
    "what the door registered has its submission": (
        ["contribution"],
        "UPDATE proceedings_contribution SET idempotency_key = 'submission:999999:0'",
    ),
    "a refusal has its reason": ([], "UPDATE submissions_submission SET refusal_note = ''"),
    "a secret has left nothing": (
        [],
        "ALTER TABLE submissions_submission DROP CONSTRAINT submission_secret_leaves_nothing;"
        "UPDATE submissions_submission SET name = 'x' WHERE refusal = 'secrecy'",
    ),
    "what is on the table has its file": ([], "UPDATE submissions_submission SET file_id = NULL"),
    "only what waits for the machine lies in the spool": (
        [],
        f"UPDATE submissions_submission SET spool = 'x' WHERE id = {ACCEPTED}",
    ),
    "what waits for the machine has its job": ([], "DELETE FROM procrastinate_jobs"),
    "a table that was entered has its rows in the registry": (
        [],
        f"""UPDATE submissions_submission SET facts = '{{"imported": 3}}' WHERE id = {ACCEPTED}""",
    ),
    "a member lies in the batch of what it came in": (
        [],
        f"UPDATE submissions_submission SET container_id = {ACCEPTED} WHERE state = 'waiting'",
    ),
    "a kept file is of the batch of its submission": (
        [],
        f"UPDATE submissions_submission SET sha256 = repeat('0', 64) WHERE id = {ACCEPTED}",
    ),
    "every kept file belongs to a submission": (
        [],
        f"UPDATE submissions_submission SET file_id = NULL WHERE id = {ACCEPTED}",
    ),
    "a link opens its own workshop": (
        [],
        "INSERT INTO submissions_uploadlink (workshop_id, committee_id, nonce, made_by_id, made_at, expires_at) "
        "SELECT (SELECT id FROM proceedings_workshop WHERE slug = 'khac'), (SELECT min(id) FROM proceedings_committee),"
        " 'x', received_by_id, now(), now() + interval '1 day' FROM submissions_batch LIMIT 1;"
        "UPDATE submissions_batch SET link_id = (SELECT id FROM submissions_uploadlink), "
        "committee_id = (SELECT min(id) FROM proceedings_committee)",
    ),
    "receipts have no gap": (
        [],
        "UPDATE submissions_batch SET receipt_number = 7, confirmed_at = now()",
    ),
    "a submission has a history from its beginning": (
        ["submissions_submissionevent"],
        "DELETE FROM submissions_submissionevent",
    ),
    "the history of a submission ends as it stands": (
        ["submissions_submission"],
        "UPDATE submissions_submission SET refusal = 'received' WHERE refusal = 'by-person'",
    ),
}


@pytest.fixture
def door(workshop, on_table, receive, accept, by):
    """One submission of every fate: registered with a further file, refused, secret, waiting."""
    workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    main, further, refused = on_table("a.txt"), on_table("b.txt"), on_table("c.txt")
    accept(main)
    correcting.keep_with(submission=further, main=main, **by)
    deciding.accept(submission=further, **by)
    deciding.refuse(submission=refused, reason="Thiếu trang", **by)
    on_table("d.txt", "TỈNH ỦY MẪU\nMẬT\nkhông lưu".encode())
    return receive("e.txt")


def test_a_whole_door_breaks_nothing(door):
    assert verify_all()[1] == []


def test_every_invariant_finds_its_fault(door):
    assert set(FAULTS) == set(INVARIANTS)

    for name, (tables, sql) in FAULTS.items():
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        execute("SAVEPOINT whole")
        with triggers_off(*tables):
            execute("SET CONSTRAINTS ALL DEFERRED")
            execute(sql)
            found = {each.invariant for each in verify_all()[1]}
        execute("ROLLBACK TO SAVEPOINT whole")
        assert name in found, f"{name}: {sorted(found)}"


def test_missing_bytes_are_found(door):
    spool.discard(door.spool)

    assert SPOOLED in {each.invariant for each in verify_all()[1]}


def test_a_received_file_that_shrank_is_found(on_table):
    submission = on_table("a.txt", "một văn bản riêng của kiểm thử này".encode())
    path = default_storage.path(submission.file.file.name)
    with open(path, "wb"):
        pass

    assert KEPT in {each.invariant for each in verify_all()[1]}
    default_storage.delete(submission.file.file.name)
