"""The files and pages of drafts in editions: made once, kept while the drafts are the same, listed with hashes."""

import pytest

from proceedings.exports.drafts import DRAFT_FILES
from proceedings.exports.files import hash_input
from proceedings.models import EditionFile
from proceedings.operations import drafts
from proceedings.sample.consulting import consult
from proceedings.vocabulary import Audience

pytestmark = pytest.mark.django_db

ROOT = "/workshops/hoi-thao-mau/"


@pytest.fixture
def consulted(record, by):
    return consult(record, **by)


def files(edition):
    return dict(EditionFile.objects.filter(edition=edition).values_list("name", "body_id"))


def test_an_edition_has_the_files_of_its_drafts_and_the_next_one_keeps_them(
    consulted, record, publish, stranger
):
    first, again = publish(), publish()

    assert set(files(first)) == {"proceedings.pdf", "proceedings.docx", *DRAFT_FILES}
    page = stranger.get(f"{ROOT}downloads/").content.decode()
    for name in DRAFT_FILES:
        assert f'href="../downloads/{name}"' in page
        assert files(first)[name] == files(again)[name]
        assert files(first)[name] in page
    answer = stranger.get(f"{ROOT}downloads/final-text.akn.xml")
    assert answer.headers["Content-Type"] == "application/xml"
    assert "attachment" in answer.headers["Content-Disposition"]
    made_from = EditionFile.objects.get(edition=again, name="final-text.pdf").input_sha256
    assert made_from == hash_input(record, "final-text.pdf", Audience.PUBLIC)
    bodies = [
        dict(edition.pages.filter(path__contains="/draft/").values_list("path", "body_id"))
        for edition in (first, again)
    ]
    assert bodies[0] == bodies[1]
    assert f"{ROOT}draft/1/redline/2/" in bodies[0]


def test_files_are_made_anew_where_what_they_are_made_from_changed(consulted, record, by):
    before = {name: hash_input(record, name, Audience.PUBLIC) for name in DRAFT_FILES}
    assert len(set(before.values())) == len(DRAFT_FILES)
    assert hash_input(record, "proceedings.pdf", Audience.PUBLIC) == ""

    record.host = "Cơ quan Mẫu Khác"
    assert not set(before.values()) & {hash_input(record, name, Audience.PUBLIC) for name in DRAFT_FILES}
    record.refresh_from_db()

    drafts.issue(draft=drafts.start_next(consulted_text=consulted, **by), **by)
    assert not set(before.values()) & {hash_input(record, name, Audience.PUBLIC) for name in DRAFT_FILES}
