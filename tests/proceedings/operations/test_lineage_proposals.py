import pytest

from proceedings.operations import draft_mending, lineage_proposals
from proceedings.operations.lineage_proposals import may_propose_at_once, propose_from_engine
from proceedings.operations.refusals import Refused

pytestmark = pytest.mark.django_db


def test_what_the_engine_finds_is_kept_as_proposals(drafting, by):
    drafting.start()
    drafting.issue(acknowledged=True)
    drafting.next()
    draft_mending.remove(provision=drafting.at("dieu-2.khoan-3"), **by)
    draft = drafting.issue(acknowledged=True)

    made = propose_from_engine(draft=draft, **by)

    kinds = {row.before.path: row.kind for row in made if row.before}
    assert kinds["dieu-2.khoan-3"] == "deleted"
    assert kinds["dieu-1"] == "kept"
    assert all(row.state == "proposed" and row.score is not None for row in made)


def test_first_draft_is_refused(drafting, by):
    draft = drafting.start()

    assert not may_propose_at_once(draft)
    with pytest.raises(Refused, match="không dựa trên"):
        propose_from_engine(draft=draft, **by)


def test_drafts_that_are_too_long_are_refused(drafting, by, monkeypatch):
    drafting.start()
    drafting.issue(acknowledged=True)
    draft = drafting.next()
    monkeypatch.setattr(lineage_proposals, "AT_ONCE", 10)

    with pytest.raises(Refused, match="chạy lệnh “propose_lineage”"):
        propose_from_engine(draft=draft, **by)
    assert propose_from_engine(draft=draft, somebody_waits=False, **by)
