import gzip
import hashlib
import re
from urllib.parse import quote

import pytest

from proceedings.models import Contribution, FileChunk, Workshop
from proceedings.operations import contributions
from proceedings.publishing.assets import assets
from proceedings.publishing.serving import split_language
from proceedings.vocabulary import Audience
from tests.proceedings.models.database import execute, triggers_off

pytestmark = pytest.mark.django_db

ROOT = "/workshops/hoi-thao-mau/"
PDF = f"{ROOT}downloads/proceedings.pdf"


def body(response):
    return response.getvalue() if response.streaming else response.content


@pytest.fixture
def public(publish):
    """The public edition."""
    return publish()


# --- pages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/", "/workshops/", ROOT, f"{ROOT}contributions/1/", "/committees/bac-ninh/"]
)
def test_a_page_is_served_in_both_languages(public, stranger, path):
    for prefix, language in (("", "vi"), ("/en", "en")):
        answer = stranger.get(prefix + path)

        assert answer.status_code == 200
        assert f'<html lang="{language}"'.encode() in answer.content
        assert answer.headers["Content-Language"] == language
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "public, no-cache"
        assert answer.headers["Vary"] == "Accept-Encoding, Cookie"
        assert answer.headers["Content-Length"] == str(len(answer.content))
        assert "X-Robots-Tag" not in answer.headers
        assert not answer.cookies


def test_a_page_costs_who_is_signed_in_a_few_questions(
    public, client_of, secretary, django_assert_num_queries
):
    signed_in = client_of(secretary)
    signed_in.get(ROOT)

    with django_assert_num_queries(
        4
    ):  # session, account and two for its rights; the page is asked for below Django
        signed_in.get(ROOT)


@pytest.mark.parametrize(
    ("accepts", "is_gzipped"),
    [
        ("gzip", True),
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.8", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0, identity", False),
        ("identity", False),
        ("x-gzip-like", False),
        ("", False),
    ],
)
def test_a_page_is_gzipped_for_who_takes_it(public, stranger, accepts, is_gzipped):
    plain = stranger.get(ROOT)

    answer = stranger.get(ROOT, headers={"accept-encoding": accepts})

    assert (answer.headers.get("Content-Encoding") == "gzip") is is_gzipped
    assert (gzip.decompress(answer.content) if is_gzipped else answer.content) == plain.content
    assert (answer.headers["ETag"] != plain.headers["ETag"]) is is_gzipped


def test_head_says_what_get_would(public, stranger):
    got = stranger.get(ROOT)

    answer = stranger.head(ROOT)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers == got.headers


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}'])
def test_a_page_that_is_known_is_not_sent_again(public, stranger, form):
    etag = stranger.get(ROOT).headers["ETag"]

    answer = stranger.get(ROOT, headers={"if-none-match": form.format(etag)})

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == etag
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert answer.headers["Vary"] == "Accept-Encoding, Cookie"


def test_a_page_that_changed_is_sent(public, publish, stranger, by):
    etag = stranger.get(f"{ROOT}contributions/1/").headers["ETag"]
    contribution = Contribution.objects.get(number=1)
    contribution.summary = "Tóm tắt mới"
    contributions.amend(contribution=contribution, changed=["summary"], version=contribution.version, **by)
    known = {"if-none-match": etag}
    assert stranger.get(f"{ROOT}contributions/1/", headers=known).status_code == 304

    publish()

    answer = stranger.get(f"{ROOT}contributions/1/", headers=known)
    assert answer.status_code == 200
    assert "Tóm tắt mới" in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written_here(public, client_of, secretary, method):
    for path in (ROOT, PDF, "/"):
        assert getattr(client_of(secretary), method)(path).status_code == 405


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/workshops/", ("/workshops/", "en")),
        ("/workshops/", ("/workshops/", "vi")),
        ("/en/", ("/", "en")),
        ("/enx/", ("/enx/", "vi")),
    ],
)
def test_the_prefix_names_the_language(path, expected):
    assert split_language(path) == expected


# --- what is not there ------------------------------------------------------------------


HIDDEN = [
    f"{ROOT}contributions/2/", f"{ROOT}contributions/3/", f"{ROOT}editions/2/", f"{ROOT}editions/2/contributions/2/",
    f"{ROOT}editions/2/downloads/proceedings.pdf",
]  # fmt: skip
MISSING = [
    f"{ROOT}contributions/77/", f"{ROOT}editions/7/", "/workshops/khac/", f"{ROOT}downloads/x.pdf", "/committees/x/",
    f"{ROOT}downloads/x/", f"{ROOT}editions/1.0.0/", f"{ROOT}editions/{'9' * 40}/", f"{ROOT}editions/{'9' * 300}/",
]  # fmt: skip


def test_hidden_and_missing_are_the_same_bytes(public, publish, stranger, client_of, delegate_other):
    publish(audience=Audience.DELEGATES)

    for asker in (stranger, client_of(delegate_other)):
        for prefix in ("", "/en"):
            answers = [asker.get(prefix + path) for path in HIDDEN + MISSING]
            assert {answer.status_code for answer in answers} == {404}
            assert len({answer.content for answer in answers}) == 1
            assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


@pytest.mark.parametrize(
    "path", ["/workshops/\x00/", f"{ROOT}downloads/\x00", "/committees/a\x00b/", "/workshops/\udcff/"]
)
def test_an_address_that_no_database_holds_is_not_found(public, stranger, client_of, secretary, path):
    address = quote(path, errors="surrogateescape")

    assert stranger.get(address).status_code == 404
    assert client_of(secretary).get(address).status_code == 404


# --- files ------------------------------------------------------------------------------


def test_a_file_is_sent_whole(public, stranger):
    answer = stranger.get(PDF)

    content = body(answer)
    assert answer.status_code == 200
    assert content.startswith(b"%PDF-")
    assert len(content) == int(answer.headers["Content-Length"])
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="hoi-thao-mau-proceedings.pdf"'
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["ETag"] == f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    assert answer.headers["Cache-Control"] == "public, no-cache"


def test_a_part_of_a_file_is_that_part(public, stranger):
    whole = body(stranger.get(PDF))

    for asked, expected in (("0-9", whole[:10]), ("10-", whole[10:]), ("-7", whole[-7:])):
        answer = stranger.get(PDF, headers={"range": f"bytes={asked}"})
        start = whole.index(expected) if asked != "10-" else 10
        assert answer.status_code == 206
        assert body(answer) == expected
        assert answer.headers["Content-Length"] == str(len(expected))
        assert answer.headers["Content-Range"].endswith(f"/{len(whole)}")
        assert answer.headers["Content-Range"].startswith(f"bytes {start}-" if asked != "-7" else "bytes ")


def test_a_part_crosses_the_seam_of_two_chunks(public, stranger):
    content = bytes(range(256)) * 8192 + b"end"
    with triggers_off("filechunk", "filebody"):
        file = public.files.get(name="proceedings.pdf")
        execute("DELETE FROM proceedings_filechunk WHERE body_id = %s", file.body_id)
        execute("UPDATE proceedings_filebody SET size = %s WHERE sha256 = %s", len(content), file.body_id)
    for place in range(3):
        data = content[place * FileChunk.SIZE : (place + 1) * FileChunk.SIZE]
        FileChunk.objects.create(body_id=file.body_id, position=place, data=data)
    seam = FileChunk.SIZE

    answer = stranger.get(PDF, headers={"range": f"bytes={seam - 5}-{seam + 4}"})

    assert body(answer) == content[seam - 5 : seam + 5]
    assert body(stranger.get(PDF)) == content


def test_a_part_beyond_the_end_is_refused(public, stranger):
    size = len(body(stranger.get(PDF)))

    answer = stranger.get(PDF, headers={"range": f"bytes={size}-"})

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{size}"


def test_a_part_of_another_version_is_the_whole(public, stranger):
    etag = stranger.get(PDF).headers["ETag"]
    asked = {"range": "bytes=0-9"}

    assert stranger.get(PDF, headers={**asked, "if-range": etag}).status_code == 206
    assert stranger.get(PDF, headers={**asked, "if-range": '"other"'}).status_code == 200


def test_head_of_a_file_has_no_parts_and_no_bytes(public, stranger):
    got = stranger.get(PDF)

    for headers in ({}, {"range": "bytes=0-9"}):
        answer = stranger.head(PDF, headers=headers)
        assert (answer.status_code, body(answer)) == (200, b"")
        assert answer.headers["Content-Length"] == got.headers["Content-Length"]


def test_a_file_that_is_known_is_not_sent_again(public, stranger):
    etag = stranger.get(PDF).headers["ETag"]

    answer = stranger.get(PDF, headers={"if-none-match": etag})

    assert (answer.status_code, answer.headers["ETag"]) == (304, etag)


def test_a_file_has_no_language(public, stranger):
    assert body(stranger.get(f"/en{PDF}")) == body(stranger.get(PDF))


# --- editions ---------------------------------------------------------------------------


def test_an_old_edition_stays_as_it_was(public, publish, stranger, by):
    before = stranger.get(f"{ROOT}editions/1/contributions/1/")
    file = body(stranger.get(f"{ROOT}editions/1/downloads/proceedings.docx"))
    contributions.void(contribution=Contribution.objects.get(number=1), reason="Rút", **by)

    publish()

    assert stranger.get(f"{ROOT}contributions/1/").status_code == 404
    after = stranger.get(f"{ROOT}editions/1/contributions/1/")
    assert (after.content, after.headers["ETag"]) == (before.content, before.headers["ETag"])
    assert body(stranger.get(f"{ROOT}editions/1/downloads/proceedings.docx")) == file
    assert after.headers["X-Robots-Tag"] == "noindex"


def test_a_numbered_edition_has_the_bytes_of_the_current_one(public, stranger):
    assert stranger.get(f"{ROOT}editions/1/").content == stranger.get(ROOT).content
    assert (
        stranger.get(f"/en{ROOT}editions/1/conclusions/").content
        == stranger.get(f"/en{ROOT}conclusions/").content
    )


def test_a_correction_has_its_number(public, publish, stranger):
    publish(is_correction=True, note="Sửa tên người ký")

    assert stranger.get(f"{ROOT}editions/1.1/").status_code == 200
    assert "Sửa tên người ký" in stranger.get(f"{ROOT}editions/1.1/downloads/").content.decode()
    assert "Sửa tên người ký" not in stranger.get(f"{ROOT}editions/1/downloads/").content.decode()


# --- audiences ----------------------------------------------------------------------------


def test_each_reads_their_own(
    public, publish, stranger, client_of, delegate_bac_ninh, delegate_other, secretary, editor
):
    publish(audience=Audience.DELEGATES)

    def seen(client):
        numbers = (1, 2, 3)
        return [
            number for number in numbers if client.get(f"{ROOT}contributions/{number}/").status_code == 200
        ]

    assert seen(stranger) == [1]
    assert seen(client_of(delegate_other)) == [1]
    assert seen(client_of(delegate_bac_ninh)) == [1, 2]
    assert seen(client_of(secretary)) == [1, 2]
    assert seen(client_of(editor)) == [1, 2]


def test_what_delegates_read_is_kept_by_no_shared_cache(public, publish, client_of, delegate_bac_ninh):
    publish(audience=Audience.DELEGATES)
    client = client_of(delegate_bac_ninh)

    for path in (ROOT, f"{ROOT}contributions/2/", PDF, f"{ROOT}editions/2/", "/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert "Cookie" in answer.headers["Vary"]


def test_delegates_download_their_own_files(public, publish, stranger, client_of, delegate_bac_ninh):
    publish(audience=Audience.DELEGATES)

    theirs = body(client_of(delegate_bac_ninh).get(PDF))
    assert theirs != body(stranger.get(PDF))
    assert body(client_of(delegate_bac_ninh).get(f"{ROOT}editions/2/downloads/proceedings.pdf")) == theirs
    assert body(client_of(delegate_bac_ninh).get(f"{ROOT}editions/1/downloads/proceedings.pdf")) != theirs


def test_a_delegate_reads_the_public_edition_where_theirs_is_not_there(public, client_of, delegate_bac_ninh):
    answer = client_of(delegate_bac_ninh).get(f"{ROOT}contributions/1/")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, no-cache"


def test_an_account_that_was_closed_reads_what_strangers_read(public, publish, client_of, delegate_bac_ninh):
    publish(audience=Audience.DELEGATES)
    client = client_of(delegate_bac_ninh)
    delegate_bac_ninh.is_active = False
    delegate_bac_ninh.save()

    assert client.get(f"{ROOT}contributions/2/").status_code == 404


# --- assets -------------------------------------------------------------------------------


def test_assets_of_today_are_served_without_the_database(stranger, django_assert_num_queries):
    for path, media_type, rendered in assets():
        with django_assert_num_queries(0):
            answer = stranger.get(path)
        assert answer.content == gzip.decompress(rendered.gzipped)
        assert answer.headers["Content-Type"] == media_type
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_assets_of_earlier_editions_are_served_for_ever(public, stranger, monkeypatch):
    path, _media_type, rendered = assets()[0]
    monkeypatch.setattr("proceedings.publishing.serving.assets", tuple)

    assert stranger.get(path).content == gzip.decompress(rendered.gzipped)
    assert stranger.get("/assets/site-0000.css").status_code == 404


def test_every_page_links_assets_that_are_there(public, stranger):
    linked = set()
    for page in public.pages.select_related("body"):
        linked |= set(re.findall(r'"(/assets/[^"]+)"', gzip.decompress(bytes(page.body.gzipped)).decode()))

    assert linked
    assert {stranger.get(path).status_code for path in linked} == {200}


def test_nothing_is_served_before_the_first_edition(record, stranger, client_of, secretary):
    assert Workshop.objects.exists()
    for client in (stranger, client_of(secretary)):
        assert client.get(ROOT).status_code == 404
