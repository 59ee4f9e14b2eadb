"""Of drafts the public reads what was issued and circulates to it, and nothing else: canary words in all the rest."""

import gzip
import io
import zipfile

import pytest

from proceedings.models import Edition, EditionPage, Passage
from proceedings.operations import consulted_texts, draft_writing, drafts
from proceedings.text.provisions import plain_text, with_paths
from proceedings.vocabulary import Audience, Circulation
from tests.proceedings.drafting import Drafting
from tests.proceedings.regulations import dieu, khoan

pytestmark = pytest.mark.django_db

ROOT = "/workshops/hoi-thao-mau/"
#: What each hidden thing says; no two share a word.
HIDDEN = {
    "working": "canarydangsoan", "note": "canaryghichu", "title": "canarytendutthao", "source": "canarynguon",
    "delegates": "canarydaibieu", "internal": "canarynoibo", "never": "canarychuaphat",
}  # fmt: skip


def regulation(word):
    """One article whose every part says a word."""
    return with_paths([dieu(1, f"Tên {word}", khoan(1, f"Khoản {word}."), khoan(2, "Khoản khác."))])


@pytest.fixture
def planted(record, by):
    """A public text with draft 1 and a working draft; texts for delegates, for nobody, and one never issued."""
    main = Drafting(record, by)
    main.text.circulation = Circulation.PUBLIC
    consulted_texts.amend_text(
        consulted_text=main.text, changed={"circulation"}, version=main.text.version, **by
    )
    main.start(regulation("đọc được"), source_text=HIDDEN["source"])
    main.issue()
    main.next()
    row = main.at("dieu-1.khoan-1")
    draft_writing.write(
        provision=row, heading="", text=f"Khoản {HIDDEN['working']}.", change_note=HIDDEN["note"],
        version=row.version, **by,
    )  # fmt: skip
    main.draft.title = HIDDEN["title"]
    main.draft.refresh_from_db(fields=["version"])
    drafts.amend_draft(draft=main.draft, changed={"title"}, version=main.draft.version, **by)
    for name, circulation in (("delegates", "delegates"), ("internal", "internal"), ("never", "public")):
        text = consulted_texts.add_text(
            workshop=record, slug=f"ma-{HIDDEN[name]}", title=f"Văn bản {HIDDEN[name]}", family="party",
            circulation=circulation, **by,
        )  # fmt: skip
        draft = drafts.start_from_outline(
            consulted_text=text, provisions=(tree := regulation(HIDDEN[name])), source_text=plain_text(tree), **by
        )  # fmt: skip
        if name != "never":
            drafts.issue(draft=draft, **by)
    return main


def everything(edition):
    """All words of an edition: pages, passages, manifest, facts, files but for print."""
    pages = EditionPage.objects.filter(edition=edition)
    words = [gzip.decompress(bytes(body)).decode() for body in pages.values_list("body__gzipped", flat=True)]
    words += [
        str(row)
        for row in Passage.objects.filter(edition=edition).values_list("path", "heading", "text", "vector")
    ]
    words += pages.values_list("path", flat=True)
    words += map(words_of_file, edition.files.exclude(name__endswith=".pdf").prefetch_related("body__chunks"))
    return "".join([*words, edition.manifest, str(edition.facts)])


def words_of_file(file):
    """A file as text, a Word file part by part; print is set from the same tree and packs its words."""
    content = b"".join(bytes(chunk.data) for chunk in file.body.chunks.order_by("position"))
    if file.name.endswith(".docx"):
        package = zipfile.ZipFile(io.BytesIO(content))
        content = b"".join(package.read(part) for part in package.namelist())
    return content.decode(errors="replace")


def test_a_public_edition_has_the_issued_draft_and_no_other_word(planted, publish):
    words = everything(publish())

    assert "Khoản đọc được." in words
    assert [word for word in HIDDEN.values() if word in words] == []


def test_delegates_read_their_text_and_no_working_draft(planted, publish):
    words = everything(publish(audience=Audience.DELEGATES))

    assert f"Khoản {HIDDEN['delegates']}." in words
    assert f"final-text-ma-{HIDDEN['delegates']}.pdf" in words
    assert [name for name, word in HIDDEN.items() if name != "delegates" and word in words] == []


def test_the_files_of_a_public_edition_say_no_other_word(planted, publish, stranger):
    publish()

    for name in ("final-text.html", "final-text.akn.xml", "final-text.docx"):
        content = b"".join(stranger.get(f"{ROOT}downloads/{name}"))
        if name.endswith(".docx"):
            package = zipfile.ZipFile(io.BytesIO(content))
            content = b"".join(package.read(part) for part in package.namelist())
        assert "Khoản đọc được." in content.decode(errors="replace")
        assert not any(word.encode() in content for word in HIDDEN.values())


def test_no_address_leads_to_what_is_not_published(planted, publish, stranger):
    publish()

    for path in ("draft/2/", "draft/1/redline/2/", "draft/0/", "draft/x/", "downloads/redline.docx",
                 *(f"texts/ma-{word}/draft/" for word in HIDDEN.values()),
                 *(f"downloads/final-text-ma-{word}.html" for word in HIDDEN.values())):  # fmt: skip
        assert stranger.get(f"{ROOT}{path}").status_code == 404, path
    assert stranger.get(f"{ROOT}draft/1/").status_code == 200


def test_issued_later_it_is_read_in_the_next_edition_only(planted, publish, stranger):
    publish()
    planted.issue()
    assert stranger.get(f"{ROOT}draft/2/").status_code == 404

    publish()

    assert (
        HIDDEN["working"]
        in gzip.decompress(
            stranger.get(f"{ROOT}draft/2/", headers={"accept-encoding": "gzip"}).content
        ).decode()
    )
    assert stranger.get(f"{ROOT}editions/1/draft/2/").status_code == 404
    assert stranger.get(f"{ROOT}editions/1/draft/1/").status_code == 200
    assert Edition.objects.count() == 2
