import json
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from proceedings.models import Attachment, Contribution, Draft, Site
from proceedings.operations import (
    attachments,
    consulted_texts,
    draft_mending,
    draft_removals,
    drafts,
    lineages,
    workshops,
)
from proceedings.queries.integrity import FILES, ORIGINALS, added_invariants, verify_all
from proceedings.queries.invariants import INVARIANTS
from proceedings.queries.point_invariants import POINT_INVARIANTS
from proceedings.vocabulary import LineageKind
from tests.proceedings.models.database import execute, triggers_off
from tests.proceedings.regulations import small

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]

#: For each invariant: the tables whose guards must stand aside, and what breaks it.
FAULTS = {
    "numbers have no gap": (
        ["contribution"],
        "DELETE FROM proceedings_coverage USING proceedings_contribution WHERE id = contribution_id AND number = 2;"
        "DELETE FROM proceedings_contribution WHERE number = 2",
    ),
    "the counter stands at the last number": (
        ["registrycounter"], "UPDATE proceedings_registrycounter SET last_number = 9",
    ),
    "void has a reason": (
        ["contribution"],
        "ALTER TABLE proceedings_contribution DROP CONSTRAINT contribution_void_has_reason;"
        "UPDATE proceedings_contribution SET void_reason = 'x'",
    ),
    "void is final": (
        ["contribution"],
        "UPDATE proceedings_contribution SET state = 'void', void_reason = 'x' WHERE number = 2;"
        "INSERT INTO proceedings_contributionevent SELECT * FROM jsonb_populate_recordset("
        "null::proceedings_contributionevent, (SELECT jsonb_agg(to_jsonb(e) || '{\"pgh_id\": 900001, "
        "\"state\": \"void\"}') FROM (SELECT * FROM proceedings_contributionevent LIMIT 1) e));"
        "INSERT INTO proceedings_contributionevent SELECT * FROM jsonb_populate_recordset("
        "null::proceedings_contributionevent, (SELECT jsonb_agg(to_jsonb(e) || '{\"pgh_id\": 900002, "
        "\"state\": \"registered\"}') FROM (SELECT * FROM proceedings_contributionevent LIMIT 1) e))",
    ),
    "what is replaced has a version that replaces it": (
        ["contribution"], "UPDATE proceedings_contribution SET state = 'replaced' WHERE number = 1",
    ),
    "a replacement belongs to the workshop of what it replaces": (
        ["contribution"], "UPDATE proceedings_contribution SET replaces_id = "
        "(SELECT id FROM proceedings_contribution WHERE number = 2) WHERE number = 1",
    ),
    "a number never changed": (
        [],
        "INSERT INTO proceedings_contributionevent SELECT * FROM jsonb_populate_recordset("
        "null::proceedings_contributionevent, (SELECT jsonb_agg(to_jsonb(e) || '{\"pgh_id\": 900001, "
        "\"number\": 77}') FROM (SELECT * FROM proceedings_contributionevent LIMIT 1) e))",
    ),
    "a contribution has one body": (
        ["contribution"],
        "ALTER TABLE proceedings_contribution DROP CONSTRAINT contribution_has_one_body;"
        "UPDATE proceedings_contribution SET body_name = 'Cả hai' WHERE number = 1",
    ),
    "a committee was in force on the day": (
        ["contribution"], "UPDATE proceedings_contribution SET committee_id = "
        "(SELECT min(id) FROM proceedings_committee WHERE valid_from > '2022-01-01') WHERE number = 1",
    ),
    "a document stands once": (
        ["contribution"],
        "DROP INDEX contribution_document_unique;"
        "UPDATE proceedings_contribution SET committee_id = 1, body_kind = 'committee', body_name = '', "
        "symbol_key = 'x', document_on = '2021-09-01'",
    ),
    "an order of speaking means live": (
        ["contribution"],
        "ALTER TABLE proceedings_contribution DROP CONSTRAINT contribution_order_means_live;"
        "UPDATE proceedings_contribution SET presented_live = false WHERE number = 1",
    ),
    "a committee has answered exactly while a contribution of it stands": (
        [], "UPDATE proceedings_participation SET state = 'invited'",
    ),
    "sites hang from a first one": ([], "UPDATE proceedings_site SET parent_id = other.id FROM proceedings_site other "
                                        "WHERE other.id <> proceedings_site.id"),
    "what is done has evidence": (
        [], "ALTER TABLE proceedings_task DROP CONSTRAINT task_done_has_evidence;"
        "UPDATE proceedings_task SET state = 'done'",
    ),
    "spoken words have no symbol": (
        [], "ALTER TABLE proceedings_conclusion DROP CONSTRAINT conclusion_spoken_has_no_symbol;"
        "UPDATE proceedings_conclusion SET symbol = 'x'",
    ),
    "lines of successors end in a living committee": (
        [], "ALTER TABLE proceedings_committee DROP CONSTRAINT committee_closed_has_successor;"
        "UPDATE proceedings_committee SET valid_to = '2030-01-01' WHERE slug = 'ha-noi'",
    ),
    "a successor begins no later than the day after": (
        [], "UPDATE proceedings_committee SET valid_from = '2026-01-01' WHERE id IN "
        "(SELECT successor_id FROM proceedings_committee)",
    ),
    "a workshop with texts has one main text": (
        [], "UPDATE proceedings_consultedtext SET position = 3 WHERE position = 1",
    ),
    "an issued document is told whole": (
        [], "ALTER TABLE proceedings_consultedtext DROP CONSTRAINT consultedtext_issued_wholly;"
        "UPDATE proceedings_consultedtext SET issued_symbol = 'x'",
    ),
    "numbers of drafts have no gap": (["draft"], "UPDATE proceedings_draft SET number = 7 WHERE number = 2"),
    "one draft of a text is worked on": (
        ["draft"], "DROP INDEX draft_working_once; UPDATE proceedings_draft SET state = 'working', number = NULL, "
        "issued_at = NULL, issued_by_id = NULL, content_sha256 = ''",
    ),
    "a draft has a number exactly when it was issued by somebody": (
        ["draft"], "ALTER TABLE proceedings_draft DROP CONSTRAINT draft_issued_wholly;"
        "UPDATE proceedings_draft SET issued_by_id = NULL WHERE number = 1",
    ),
    "the content of an issued draft has its hash": (
        ["provision"], "UPDATE proceedings_provision SET text = 'Chui' WHERE path = 'dieu-1'",
    ),
    "an issued draft never changed": (
        [],
        "INSERT INTO proceedings_draftevent SELECT * FROM jsonb_populate_recordset(null::proceedings_draftevent, "
        "(SELECT jsonb_agg(to_jsonb(e) || '{\"pgh_id\": 900001}') FROM (SELECT * FROM proceedings_draftevent "
        "WHERE state = 'issued' LIMIT 1) e))",
    ),
    "an issued draft has articles": (
        ["provision"], "UPDATE proceedings_provision SET kind = 'khoan' WHERE kind = 'dieu'",
    ),
    "a draft is based on an issued one of its text": (
        ["draft"], "UPDATE proceedings_draft SET based_on_id = (SELECT id FROM proceedings_draft WHERE number IS NULL) "
        "WHERE number = 2",
    ),
    "an original has a name and a hash": (
        ["draft"], "ALTER TABLE proceedings_draft DROP CONSTRAINT draft_source_wholly;"
        "UPDATE proceedings_draft SET source_name = ''",
    ),
    "a path is taken once in a draft": (
        ["provision"], "ALTER TABLE proceedings_provision DROP CONSTRAINT provision_path_unique;"
        "UPDATE proceedings_provision SET path = 'dieu-1' WHERE path = 'dieu-2'",
    ),
    "a path goes on from that of the parent": (
        ["provision"], "UPDATE proceedings_provision SET path = 'khoan-1' WHERE path = 'dieu-2.khoan-1'",
    ),
    "provisions are read one after the other": (
        ["provision"], "UPDATE proceedings_provision SET position = 99 WHERE path = 'dieu-2.khoan-3'",
    ),
    "a provision hangs from an earlier one of its draft": (
        ["provision"], "UPDATE proceedings_provision SET parent_id = (SELECT max(id) FROM proceedings_provision) "
        "WHERE path = 'dieu-1'",
    ),
    "a provision that holds others has no words of its own": (
        ["provision"], "UPDATE proceedings_provision SET text = 'Chui' WHERE path = 'chuong-1'",
    ),
    "a copy comes from the draft before": (["provision"], "UPDATE proceedings_provision SET origin_id = id"),
    "the reason of a removal is about a provision of the draft before that is there no more": (
        ["removal"], "UPDATE proceedings_removal SET draft_id = (SELECT based_on_id FROM proceedings_draft "
        "WHERE id = draft_id)",
    ),
    "the history of a removal ends as it stands": (
        ["removal"], "UPDATE proceedings_removal SET reason = 'Chui'",
    ),
    "the history of a provision ends as it stands": (
        ["provision"], "UPDATE proceedings_provision SET heading = 'Chui' WHERE path = 'dieu-4'",
    ),
    "a lineage joins a draft and the one before": (
        [], "UPDATE proceedings_lineage SET before_id = after_id",
    ),
    "a decided lineage names who decided": (
        [], "ALTER TABLE proceedings_lineage DROP CONSTRAINT lineage_decided_by_somebody;"
        "UPDATE proceedings_lineage SET decided_by_id = NULL",
    ),
    "a place on the shelf holds an edition of its own": ([], "UPDATE proceedings_shelf SET audience = 'delegates'"),
    "the shelf holds the latest edition": ([], "DELETE FROM proceedings_shelf WHERE workshop_id IS NOT NULL"),
    "the shelf of the site holds the latest edition of all": (
        [], "DELETE FROM proceedings_shelf WHERE workshop_id IS NULL",
    ),
    "a manifest has its hash": (["edition"], "UPDATE proceedings_edition SET manifest = manifest || ' '"),
    "a manifest lists the pages that are there": (
        ["editionpage"], "DELETE FROM proceedings_editionpage WHERE path = '/committees/'",
    ),
    "a manifest lists the files that are there": (["editionfile"], "DELETE FROM proceedings_editionfile"),
    "a file has its hash and its size": (["filechunk"], "UPDATE proceedings_filechunk SET data = 'x'"),
    "a page is in both languages": (["editionpage"], "DELETE FROM proceedings_editionpage WHERE language = 'en'"),
    "a passage leads to a page": (["passage"], "UPDATE proceedings_passage SET path = '/khac/'"),
    "a correction says what it corrects": (
        ["edition"], "ALTER TABLE proceedings_edition DROP CONSTRAINT edition_correction_has_erratum_note;"
        "UPDATE proceedings_edition SET correction = 1",
    ),
    "corrections follow one another": (["edition"], "UPDATE proceedings_edition SET correction = 2, note = 'x'"),
    "a run that is done made an edition": ([], "UPDATE proceedings_publication SET edition_id = NULL"),
    "no guard is switched off": ([], "ALTER TABLE proceedings_edition DISABLE TRIGGER USER"),
    "history is insert-only": (
        [], "DO $$ DECLARE name text; BEGIN SELECT tgname INTO name FROM pg_trigger WHERE tgtype = 34 AND tgrelid = "
        "'proceedings_themeevent'::regclass; EXECUTE format('DROP TRIGGER %I ON proceedings_themeevent', name); END $$",
    ),
    "every rule of the tables was checked on all rows": (
        [], "ALTER TABLE proceedings_task ADD CONSTRAINT fresh CHECK (position > 5) NOT VALID",
    ),
    "the history of a contribution ends as it stands": (
        ["contribution"], "UPDATE proceedings_contribution SET title = 'Chui'",
    ),
}  # fmt: skip
LINKS = {name: name.split() for name in INVARIANTS if name.endswith("is of its workshop")}
HISTORIES = [
    name
    for name in INVARIANTS.keys() - POINT_INVARIANTS.keys()
    if name.endswith("has a history from its beginning")
]


@pytest.fixture
def whole(record, register, publish, drafting, by):
    """A workshop with one of everything, published; another workshop with parts of its own."""
    publish()
    attachments.attach(
        contribution=Contribution.objects.get(number=1),
        name="goc.txt",
        content=b"goc",
        media_type="text/plain",
        **by,
    )
    Site.objects.create(workshop=record, position=2, name="Điểm cầu hai")
    draft_twice(record, drafting, by)
    return record


def draft_twice(workshop, drafting, by):
    """Two issued drafts with their lineage and the reason of a removal, the first from a file; another text in hand."""
    drafting.start(source=drafts.Source("goc.doc", b"ban goc", "application/msword"))
    drafting.issue()
    second = drafting.next()
    matches = [lineages.Match(("dieu-1",), ("dieu-1",), LineageKind.KEPT, score=1.0)]
    [row] = lineages.propose_lineage(draft=second, matches=matches, **by)
    gone = drafting.at("dieu-4")
    draft_mending.remove(provision=gone, **by)
    draft_removals.explain_removal(
        draft=second, removed=gone.origin, reason="Đã có ở văn bản khác", read="", **by
    )
    drafting.issue()
    lineages.confirm_lineage(lineages=[row], **by)
    other = consulted_texts.add_text(workshop=workshop, slug="de-an", title="Đề án", family="party", **by)
    drafts.start_from_outline(consulted_text=other, provisions=small(), source_text="", **by)


def broken():
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    return {each.invariant: each for each in verify_all()[1]}


def test_a_whole_record_breaks_nothing(whole):
    count, found = verify_all()

    assert found == []
    assert count == len(INVARIANTS) + 3 + len(added_invariants())
    assert len(INVARIANTS) >= 40


def test_an_empty_record_breaks_nothing(db):
    assert verify_all()[1] == []


def test_every_invariant_finds_its_fault(whole, by):
    elsewhere = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    faults = dict(FAULTS)
    for name in LINKS:
        column, table = (
            name.split(" of a row of ")[0].removeprefix("the ").replace(" ", "_"),
            name.split()[-5],
        )
        target = {"theme": "theme", "agenda_item": "agendaitem", "speaker": "delegate"}.get(column, "site")
        moves = f"UPDATE proceedings_{target} SET workshop_id = {elsewhere.pk}"
        if column == "parent":
            moves = (
                "UPDATE proceedings_site SET parent_id = (SELECT min(id) FROM proceedings_site) WHERE position = 2;"
                f"UPDATE proceedings_site SET workshop_id = {elsewhere.pk} WHERE position = 2"
            )
        faults[name] = ([table, target], moves)
    for name in HISTORIES:
        table = name.split()[1]
        faults[name] = ([f"{table}event"], f"DELETE FROM proceedings_{table}event")
    assert set(faults) == set(INVARIANTS) - set(POINT_INVARIANTS)

    for name, (tables, sql) in faults.items():
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        execute("SAVEPOINT whole")
        with triggers_off(*tables):
            execute("SET CONSTRAINTS ALL DEFERRED")
            execute(sql)
            found = {each.invariant: each for each in verify_all()[1]}
        assert name in found, f"{name}: {sorted(found)}"
        assert found[name].count >= 1
        assert found[name].rows
        execute("ROLLBACK TO SAVEPOINT whole")
    assert verify_all()[1] == []


@pytest.mark.parametrize(
    ("damage", "words"), [(b"xog", "altered"), (b"goc dai hon", "altered"), (None, "not there")]
)
def test_a_damaged_attachment_is_found(whole, damage, words):
    attachment = Attachment.objects.get()
    path = Path(default_storage.path(attachment.file.name))
    kept = path.read_bytes()
    try:
        path.unlink() if damage is None else path.write_bytes(damage)
        _count, [found] = verify_all()
    finally:
        path.write_bytes(kept)

    assert (found.invariant, found.rows) == (FILES, (f"attachment {attachment.pk}: {words}",))


def test_a_damaged_original_is_found(whole):
    draft = Draft.objects.get(number=1)
    path = Path(default_storage.path(draft.source.name))
    path.write_bytes(b"xog")

    _count, [found] = verify_all()

    assert (found.invariant, found.rows) == (ORIGINALS, (f"draft {draft.pk}: altered",))
    path.unlink()


def test_the_command_says_so_to_people_and_to_machines(whole, capsys):
    call_command("verify_integrity", "--json")
    assert json.loads(capsys.readouterr().out) == {
        "invariants": len(INVARIANTS) + 3 + len(added_invariants()),
        "broken": [],
    }

    execute("DELETE FROM proceedings_shelf")
    with pytest.raises(SystemExit, match="1"):
        call_command("verify_integrity", "--json")
    assert {each["invariant"] for each in json.loads(capsys.readouterr().out)["broken"]} == {
        "the shelf holds the latest edition", "the shelf of the site holds the latest edition of all",
    }  # fmt: skip
    with pytest.raises(SystemExit, match="1"):
        call_command("verify_integrity")
    assert "the shelf holds the latest edition: 1 (workshop" in capsys.readouterr().out
