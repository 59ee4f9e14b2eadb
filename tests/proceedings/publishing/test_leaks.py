"""What is not published is on no public surface: canary words in every field, looked for everywhere."""

import gzip
import io
import re
import zipfile

import pypdfium2
import pytest

from proceedings.models import AgendaItem, Attachment, Delegate, EditionPage, Passage, Theme, Workshop
from proceedings.operations import attachments, conclusions, contributions, workshops
from proceedings.vocabulary import Audience, WorkshopStage

pytestmark = pytest.mark.django_db

ROOT = "/workshops/hoi-thao-mau/"
FIELDS = (
    "title",
    "text",
    "summary",
    "author_name",
    "signer_name",
    "signer_post",
    "symbol",
    "body_name",
    "file",
    "note",
)
STATES = ("delegates", "internal", "void", "late")


def canary(state, field):
    """A word that nothing else says, in one field of one state."""
    return f"canary{STATES.index(state)}{FIELDS.index(field)}x"


CANARIES = {canary(state, field) for state in STATES for field in FIELDS}


@pytest.fixture
def planted(record, register, publish, by):
    """A published workshop; four contributions that nobody may read, each field of each marked."""

    def plant(state, circulation):
        words = {field: canary(state, field) for field in FIELDS if field not in {"file", "note", "symbol"}}
        contribution = register(
            circulation=circulation, body_kind="organisation",
            symbol=f"{STATES.index(state) + 1}-CV/{canary(state, 'symbol')}", **words,
        )  # fmt: skip
        attachments.attach(
            contribution=contribution, name=canary(state, "file"), content=canary(state, "file").encode(),
            media_type="text/plain", **by,
        )  # fmt: skip
        return contribution

    plant("delegates", "delegates")
    plant("internal", "internal")
    contributions.void(contribution=plant("void", "public"), reason=canary("void", "note"), **by)
    edition = publish()
    plant("late", "public")
    return edition


@pytest.fixture
def drafted(by, planted):
    """A workshop that was never published."""
    draft = workshops.convene(
        slug="canary-slug", title="canary-title", short_title="canary-short", host="canary-host",
        summary="canary-summary", preface="canary-preface", opening="canary-opening", source_note="canary-source",
        place="canary-place", stage=WorkshopStage.HELD, **by,
    )  # fmt: skip
    speaker = Delegate(workshop=draft, position=1, full_name="canary-delegate", posts=["canary-post"])
    workshops.arrange(
        saved=[
            speaker,
            Theme(workshop=draft, position=1, slug="canary-theme", title="canary-theme"),
            AgendaItem(workshop=draft, position=1, title="canary-agenda"),
        ],
        **by,
    )
    conclusions.conclude(
        workshop=draft, kind="closing-words", title="canary-conclusion", text="canary-words", speaker=speaker,
        tasks=[{"text": "canary-task", "owner": "canary-owner"}], **by,
    )  # fmt: skip
    return draft


def surfaces():
    """Every address a stranger may try: all that was published, what might be, and what machines ask for."""
    published = [
        path
        for path in EditionPage.objects.values_list("path", flat=True).distinct()
        if "/committees/" not in path
    ]
    guessed = [f"{ROOT}contributions/{number}/" for number in range(1, 9)]
    guessed += [f"{ROOT}editions/1/contributions/{number}/" for number in range(1, 9)]
    guessed += [
        "/workshops/canary-slug/",
        "/workshops/canary-slug/contributions/1/",
        f"{ROOT}committees/bac-ninh/",
    ]
    machines = [
        "/healthz",
        "/readyz",
        "/sitemap.xml",
        "/feeds/",
        "/search/?q=canary",
        "/api/v1/openapi.json",
        "/robots.txt",
    ]
    staff = [
        "/admin/",
        "/desk/preview/hoi-thao-mau/public/",
        "/desk/preview/canary-slug/public/",
        "/accounts/login/",
    ]
    return [*published, *guessed, *machines, *staff, "/khong-co/", f"{ROOT}khong-co/"]


def said(answer):
    content = answer.getvalue() if answer.streaming else answer.content
    if answer.headers.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    return f"{answer.headers} {answer.cookies}\n{content.decode(errors='replace')}"


def test_the_canaries_would_be_seen(planted, client_of, secretary):
    """The twin that proves the sweep can fail: who may read the record sees them."""
    html = said(client_of(secretary).get("/desk/preview/hoi-thao-mau/delegates/contributions/4/"))

    assert canary("delegates", "title") in html
    assert canary("delegates", "text") in html
    assert canary("delegates", "file") in html


def test_no_public_page_says_what_is_not_published(planted, drafted, stranger, client_of, delegate_other):
    for asker in (stranger, client_of(delegate_other)):
        for path in surfaces():
            for prefix in ("", "/en"):
                for method in (asker.get, asker.head):
                    everything = (
                        said(method(prefix + path)).replace("q=canary", "").replace("canary-slug/", "")
                    )
                    assert "canary" not in everything, f"{prefix}{path}"


def test_no_published_row_holds_what_is_not_published(planted, drafted):
    rows = "".join(
        f"{heading} {text} {vector}"
        for heading, text, vector in Passage.objects.values_list("heading", "text", "vector")
    )
    pages = "".join(
        gzip.decompress(bytes(body)).decode()
        for body in EditionPage.objects.values_list("body__gzipped", flat=True)
    )

    assert "canary" not in rows + pages + planted.manifest + str(planted.facts)


def test_no_published_file_says_what_is_not_published(planted, stranger):
    docx = zipfile.ZipFile(io.BytesIO(b"".join(stranger.get(f"{ROOT}downloads/proceedings.docx"))))
    parts = "".join(docx.read(name).decode(errors="replace") for name in docx.namelist())
    pdf = pypdfium2.PdfDocument(b"".join(stranger.get(f"{ROOT}downloads/proceedings.pdf")))
    words = "".join(page.get_textpage().get_text_bounded() for page in pdf) + str(pdf.get_metadata_dict())
    pdf.close()

    assert "Bài đọc công khai" in re.sub("<[^>]+>", "", parts)
    assert "Bài đọc công khai" in re.sub(r"\s+", " ", words)
    for canary_word in CANARIES:
        assert canary_word not in parts
        assert canary_word not in words


def test_what_is_published_next_is_seen_then(planted, publish, stranger):
    path = f"{ROOT}contributions/7/"
    assert stranger.get(path).status_code == 404

    publish()

    assert canary("late", "title") in said(stranger.get(path))
    assert canary("void", "title") not in said(stranger.get(f"{ROOT}contributions/"))


def test_what_delegates_read_holds_no_internal_word(planted, publish, client_of, delegate_bac_ninh):
    edition = publish(audience=Audience.DELEGATES)
    client = client_of(delegate_bac_ninh)
    pages = "".join(
        said(client.get(path))
        for path in edition.pages.filter(is_site_page=False, language="vi").values_list("path", flat=True)
    )

    assert canary("delegates", "title") in pages
    for field in FIELDS:
        assert canary("internal", field) not in pages
        assert canary("void", field) not in pages


def test_an_original_file_has_no_public_address(planted, stranger):
    attachment = Attachment.objects.first()

    for path in (f"/{attachment.file.name}", f"/media/{attachment.file.name}", f"/static/{attachment.file.name}",
                 f"{ROOT}downloads/{attachment.name}", f"{ROOT}downloads/{attachment.sha256}"):  # fmt: skip
        assert stranger.get(path).status_code == 404
    assert Workshop.objects.count() == 1
