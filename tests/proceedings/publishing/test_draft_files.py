"""The files and pages of drafts in editions: made once, kept while the drafts are the same, listed with hashes."""

import json
import re
from urllib.parse import urljoin

import pytest

from proceedings.exports.draft_names import DRAFT_FILES
from proceedings.exports.files import hash_input
from proceedings.models import EditionFile
from proceedings.operations import drafts
from proceedings.queries.editions import verify
from proceedings.queries.issued_drafts import circulated_texts
from proceedings.sample.consulting import consult
from proceedings.vocabulary import Audience
from tests.proceedings.exports.test_drafts import add_text

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
    assert made_from == hashes(record)["final-text.pdf"]
    bodies = [
        dict(edition.pages.filter(path__contains="/draft/").values_list("path", "body_id"))
        for edition in (first, again)
    ]
    assert bodies[0] == bodies[1]
    assert f"{ROOT}draft/1/redline/2/" in bodies[0]


def test_files_are_made_anew_where_what_they_are_made_from_changed(consulted, record, by):
    before = hashes(record)
    assert len(set(before.values())) == len(DRAFT_FILES)
    assert hash_input(record, "proceedings.pdf", circulated_texts(record, Audience.PUBLIC)) == ""

    record.host = "Cơ quan Mẫu Khác"
    assert not set(before.values()) & set(hashes(record).values())
    record.refresh_from_db()

    drafts.issue(draft=drafts.start_next(consulted_text=consulted, **by), **by)
    assert not set(before.values()) & set(hashes(record).values())


def test_a_further_text_has_its_files_in_the_edition_and_the_main_ones_stay(
    consulted, record, by, publish, stranger
):
    first = publish()
    add_text(record, by, issued=2)
    again = publish()

    made = {name.partition(".")[0] for name in files(again) if "de-an" in name}
    assert made == {"final-text-de-an", "redline-de-an"}
    assert {name: files(again)[name] for name in DRAFT_FILES} == {
        name: files(first)[name] for name in DRAFT_FILES
    }
    page = stranger.get(f"{ROOT}downloads/").content.decode()
    main, _title, further = page.partition('<h3 lang="vi">Đề án mẫu</h3>')
    assert f'<h3 lang="vi">{consulted.title}</h3>' in main
    links = {"final-text.pdf": main, "redline.docx": main, "final-text-de-an.pdf": further}
    assert [name for name, part in links.items() if f'href="../downloads/{name}"' not in part] == []
    for path, name in (("draft/", "final-text-de-an.html"), ("draft/1/redline/2/", "redline-de-an.docx")):
        address = f"{ROOT}texts/de-an/{path}"
        page = stranger.get(address).content.decode()
        link = re.search(f'href="([./]*downloads/{name})"', page)
        assert stranger.get(urljoin(address, link[1])).status_code == 200, name
        assert "downloads/final-text.html" not in page
    assert verify(again)[1] == []
    assert {file["name"] for file in json.loads(again.manifest)["files"]} == set(files(again))


def hashes(workshop):
    texts = circulated_texts(workshop, Audience.PUBLIC)
    return {name: hash_input(workshop, name, texts) for name in DRAFT_FILES}
