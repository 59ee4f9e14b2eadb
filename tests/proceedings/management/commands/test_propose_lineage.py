"""``propose_lineage``."""

import json

import pytest
from django.core.management import CommandError, call_command

from proceedings.operations import lineage_proposals

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(drafting):
    """Two issued drafts."""
    drafting.start()
    drafting.issue()
    drafting.next()
    return drafting.issue()


def test_drafts_of_any_length_are_matched(second, capsys, monkeypatch):
    monkeypatch.setattr(lineage_proposals, "AT_ONCE", 10)

    call_command("propose_lineage", "hoi-thao-mau", 2, "--json")

    told = json.loads(capsys.readouterr().out)
    assert (told["text"], told["draft"]) == ("quy-dinh", 2)
    assert told["proposed"] == second.lineages.undecided().count() > 0
    call_command("propose_lineage", "hoi-thao-mau", 2, text="quy-dinh")
    assert f"{told['proposed']} pairs proposed for draft 2 of quy-dinh" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("hoi-thao-mau", 1), "không dựa trên"),
        (("hoi-thao-mau", 9), "There is no draft 9 of the main text"),
        (("hoi-thao-mau", 2, "--text", "khac"), "There is no draft 2 of khac"),
    ],
)
def test_what_cannot_be_matched_is_told(second, arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("propose_lineage", *arguments)
