import gzip
import hashlib
import json
import os
import subprocess
import sys
import threading

import pytest
from django.db import connection

from proceedings.models import (
    Asset,
    Contribution,
    Edition,
    EditionFile,
    EditionPage,
    FileBody,
    FileChunk,
    PageBody,
    Passage,
    Publication,
    Shelf,
)
from proceedings.operations import contributions, editions
from proceedings.operations.refusals import Refused
from proceedings.publishing import publish as publishing
from proceedings.publishing import rendering
from proceedings.publishing.publish import run
from proceedings.publishing.rendering import render
from proceedings.queries.editions import verify
from proceedings.text.lexemes import Lexemes, lexemes
from proceedings.vocabulary import Audience
from tests.proceedings.models.database import execute, triggers_off

pytestmark = pytest.mark.django_db

ISSUED = (Edition, EditionPage, PageBody, Asset, EditionFile, FileBody, FileChunk, Passage, Shelf)


def counts():
    return {model.__name__: model.objects.count() for model in ISSUED}


@pytest.fixture
def renders(monkeypatch):
    """Count what is really rendered."""
    seen = []

    def counted(spec, language, **options):
        seen.append(f"{language} {spec.path}")
        return render(spec, language, **options)

    monkeypatch.setattr(publishing, "render", counted)
    return seen


def html(path, language="vi", edition=None):
    page = EditionPage.objects.filter(path=path, language=language).latest("pk")
    return gzip.decompress(bytes(page.body.gzipped)).decode()


# --- what an edition is ----------------------------------------------------------------


def test_an_edition_has_pages_files_passages_facts_and_a_manifest(publish):
    edition = publish(note="Lần đầu")

    pages, files = edition.pages.count(), edition.files.count()
    manifest = json.loads(edition.manifest)
    assert (edition.label, edition.note, edition.audience) == ("1", "Lần đầu", "public")
    assert len(manifest["pages"]) == pages > 2 * 87
    assert {file["name"] for file in manifest["files"]} == {
        "proceedings.pdf",
        "proceedings.docx",
    }
    assert files == 2
    assert edition.manifest_sha256 == hashlib.sha256(edition.manifest.encode()).hexdigest()
    assert edition.facts["documents"] == 1
    assert edition.facts["shares"]["bac-ninh"] == [True, 1, 1]
    assert verify(edition) == (pages + files, [])


def test_every_page_is_there_in_both_languages(publish):
    edition = publish()

    languages = [
        set(edition.pages.filter(language=language).values_list("path", flat=True))
        for language in ("vi", "en")
    ]
    assert languages[0] == languages[1]
    assert {
        "/", "/workshops/", "/committees/", "/committees/bac-ninh/", "/workshops/hoi-thao-mau/",
        "/workshops/hoi-thao-mau/contributions/", "/workshops/hoi-thao-mau/contributions/1/",
        "/workshops/hoi-thao-mau/committees/", "/workshops/hoi-thao-mau/committees/bac-ninh/",
        "/workshops/hoi-thao-mau/conclusions/", "/workshops/hoi-thao-mau/downloads/",
    } <= languages[0]  # fmt: skip
    assert '<html lang="vi"' in html("/workshops/hoi-thao-mau/")
    assert '<html lang="en"' in html("/workshops/hoi-thao-mau/", "en")


def test_progress_counts_every_step_once(publish):
    steps = []

    edition = publish(on_step=lambda done, total, current: steps.append((done, total, current)))

    total = edition.pages.count() + edition.files.count()
    assert [done for done, _total, _current in steps] == list(range(1, total + 1))
    assert {all_of_them for _done, all_of_them, _current in steps} == {total}


def test_the_files_are_what_their_names_say(publish):
    edition = publish()

    starts = {
        file.name: bytes(FileChunk.objects.get(body=file.body, position=0).data[:5])
        for file in edition.files.select_related("body")
    }
    assert starts["proceedings.pdf"] == b"%PDF-"
    assert starts["proceedings.docx"][:2] == b"PK"


def test_passages_find_the_words(publish):
    edition = publish()

    [(path,)] = execute(
        "SELECT path FROM proceedings_passage WHERE edition_id = %s AND vector @@ 'doc & cong & khai'",
        edition.pk,
    )
    assert path == "/workshops/hoi-thao-mau/contributions/1/"


def test_the_edition_is_on_the_shelf_and_the_run_is_done(publish):
    edition = publish()

    assert set(Shelf.objects.values_list("workshop__slug", "edition")) == {
        ("hoi-thao-mau", edition.pk), (None, edition.pk),
    }  # fmt: skip
    publication = Publication.objects.get()
    assert (publication.state, publication.edition, publication.error) == ("done", edition, "")


def test_the_day_of_issue_is_a_day_in_vietnam(publish, now):
    from datetime import UTC

    from proceedings.publishing.sources import Source

    edition = publish()
    source = Source(edition.workshop, Audience.PUBLIC)

    assert edition.issued_at.astimezone(UTC).hour == 1
    assert source.earlier[0].issued_on == "2021-09-08"


# --- editions after editions --------------------------------------------------------------


def test_a_second_edition_renders_only_what_changed(publish, renders, by):
    publish()
    first, bodies = len(renders), PageBody.objects.count()
    contribution = Contribution.objects.get(number=1)
    contribution.summary = "Tóm tắt mới"
    contributions.amend(contribution=contribution, changed=["summary"], version=contribution.version, **by)
    renders.clear()

    edition = publish()

    changed = {"contributions/1/", "downloads/", ""}
    assert {path.partition(" ")[2] for path in renders} == {
        f"/workshops/hoi-thao-mau/{path}" for path in changed
    }
    assert len(renders) == 2 * len(changed) < first
    assert PageBody.objects.count() == bodies + len(renders)
    assert edition.label == "2"
    assert "Tóm tắt mới" in html("/workshops/hoi-thao-mau/contributions/1/")
    assert verify(Edition.objects.get(number=1))[1] == verify(edition)[1] == []


def test_a_second_edition_reads_only_the_words_that_changed(publish, monkeypatch, by):
    publish(audience=Audience.DELEGATES)
    contribution = Contribution.objects.get(number=1)
    contribution.title = "Tên sửa lại"
    contributions.amend(contribution=contribution, changed=["title"], version=contribution.version, **by)
    read = []
    monkeypatch.setattr(
        publishing, "lexemes", lambda heading, text: read.append(heading) or lexemes(heading, text)
    )

    edition = publish(audience=Audience.DELEGATES)

    # the first page tells its edition, the others show the title: a neighbour's, one of the committee's
    assert [heading.partition(" – ")[0] for heading in read] == [
        edition.workshop.title, "Tên sửa lại", Contribution.objects.get(number=2).title, "Tỉnh ủy Bắc Ninh",
    ]  # fmt: skip
    assert edition.passages.count() > len(read)
    for passage in edition.passages.extra(select={"made": "vector::text"}):
        [(anew,)] = execute("SELECT %s::tsvector::text", lexemes(passage.heading, passage.text).literal)
        assert passage.made == anew, passage.path
    assert verify(edition)[1] == []


def test_a_change_of_the_code_reads_all_words_again(publish, monkeypatch):
    publish()
    monkeypatch.setattr(rendering, "fingerprint", lambda: "another house")
    monkeypatch.setattr(publishing, "lexemes", lambda _heading, _text: Lexemes("'mới'"))

    edition = publish()

    assert set(edition.passages.values_list("vector", flat=True)) == {"'mới'"}


@pytest.mark.django_db(transaction=True)
def test_a_passage_that_is_not_there_stops_the_run(publish, plan, by):
    edition = publish()
    with triggers_off("passage"):
        edition.passages.filter(path__contains="/contributions/").delete()

    with pytest.raises(Refused, match="passages were to be kept"):
        run(plan(), **by)
    assert Edition.objects.count() == 1


def test_what_was_read_before_the_run_is_read_again(publish, plan, record, by):
    publication = plan()
    type(record).objects.update(title="Tên sửa sau khi yêu cầu")

    edition = run(publication, **by)

    assert edition.facts["title"] == "Tên sửa sau khi yêu cầu"


def test_a_correction_follows_its_own_audience(publish):
    publish()
    publish(audience=Audience.DELEGATES)

    correction = publish(is_correction=True, note="Sửa tên người ký ở số 1")
    next_one = publish()

    assert correction.label == "1.1"
    assert publish(is_correction=True, note="Sửa lần hai").label == f"{next_one.number}.1"
    assert "Sửa tên người ký ở số 1" in html("/workshops/hoi-thao-mau/downloads/")


def test_a_correction_needs_a_note_and_something_to_correct(plan, publish):
    with pytest.raises(Refused, match="Ghi rõ nội dung đính chính") as caught:
        plan(is_correction=True, note=" \n")
    assert caught.value.field == "note"
    publish(audience=Audience.DELEGATES)
    with pytest.raises(Refused, match="chưa có ấn bản nào để đính chính"):
        plan(is_correction=True, note="Sửa")


def test_delegates_have_an_edition_of_their_own(publish):
    public, delegates = publish(), publish(audience=Audience.DELEGATES)

    def numbers(edition):
        return set(
            edition.pages.filter(path__regex=r"/contributions/\d+/$", language="vi").values_list(
                "path", flat=True
            )
        )

    assert numbers(public) == {"/workshops/hoi-thao-mau/contributions/1/"}
    assert numbers(delegates) == {f"/workshops/hoi-thao-mau/contributions/{n}/" for n in (1, 2)}
    assert delegates.facts["documents"] == 2
    assert Shelf.objects.count() == 4


# --- tampering ----------------------------------------------------------------------------

PAGE = "SELECT id FROM proceedings_editionpage WHERE path = '/committees/' AND language = 'vi'"
TAMPERING = {
    "a page's bytes": (
        "pagebody",
        "UPDATE proceedings_pagebody SET gzipped = (SELECT gzipped FROM proceedings_pagebody o WHERE o.sha256 <> "
        "proceedings_pagebody.sha256 LIMIT 1) WHERE sha256 = (SELECT body_id FROM proceedings_editionpage WHERE "
        f"id = ({PAGE}))",
        "vi /committees/: altered",
    ),
    "a page's bytes, broken": (
        "pagebody",
        f"UPDATE proceedings_pagebody SET gzipped = 'x' WHERE sha256 = (SELECT body_id FROM proceedings_editionpage "
        f"WHERE id = ({PAGE}))",
        "vi /committees/: altered",
    ),
    "a page gone": (
        "editionpage", f"DELETE FROM proceedings_editionpage WHERE id = ({PAGE})", "vi /committees/: missing",
    ),
    "a page moved": (
        "editionpage", f"UPDATE proceedings_editionpage SET path = '/x/' WHERE id = ({PAGE})",
        "vi /x/: not in the manifest",
    ),
    "a page exchanged": (
        "editionpage",
        "UPDATE proceedings_editionpage SET body_id = (SELECT body_id FROM proceedings_editionpage WHERE path = '/' "
        f"AND language = 'vi') WHERE id = ({PAGE})",
        "vi /committees/: altered",
    ),
    "a file's bytes": ("filechunk", "UPDATE proceedings_filechunk SET data = 'x'", "proceedings.pdf: altered"),
    "a file's end": ("filechunk", "DELETE FROM proceedings_filechunk", "proceedings.docx: altered"),
    "a file's size": ("filebody", "UPDATE proceedings_filebody SET size = 1", "proceedings.docx: altered"),
    "a file gone": ("editionfile", "DELETE FROM proceedings_editionfile", "proceedings.pdf: missing"),
    "a file renamed": (
        "editionfile", "UPDATE proceedings_editionfile SET name = 'x.pdf' WHERE name = 'proceedings.pdf'",
        "x.pdf: not in the manifest",
    ),
    "the manifest": ("edition", "UPDATE proceedings_edition SET manifest = manifest || ' '", "manifest: altered"),
    "the manifest, broken": ("edition", "UPDATE proceedings_edition SET manifest = '{'", "manifest: unreadable"),
    "the note": ("edition", "UPDATE proceedings_edition SET note = 'Khác'", "note: altered"),
    "the facts": ("edition", "UPDATE proceedings_edition SET facts = '{}'", "facts: altered"),
    "the number": ("edition", "UPDATE proceedings_edition SET number = 7", "edition: altered"),
    "the time": ("edition", "UPDATE proceedings_edition SET issued_at = now()", "issued_at: altered"),
    "the audience": ("edition", "UPDATE proceedings_edition SET audience = 'delegates'", "audience: altered"),
    "a passage": ("passage", "UPDATE proceedings_passage SET text = 'Khác'", "passages_sha256: altered"),
    "a passage gone": ("passage", "DELETE FROM proceedings_passage", "passages_sha256: altered"),
}  # fmt: skip


def test_every_kind_of_tampering_is_found(publish):
    edition = publish()

    for name, (table, sql, line) in TAMPERING.items():
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        execute("SAVEPOINT whole")
        with triggers_off(table):
            execute(sql)
        _checked, broken = verify(Edition.objects.get(pk=edition.pk))
        assert line in broken, f"{name}: {broken}"
        execute("ROLLBACK TO SAVEPOINT whole")
    assert verify(edition)[1] == []


# --- failing ------------------------------------------------------------------------------


def break_at(monkeypatch, path, how):
    def render_or_break(spec, language, **options):
        if spec.path == path and language == "en":
            how()
        return render(spec, language, **options)

    monkeypatch.setattr(publishing, "render", render_or_break)


def raise_error(error):
    raise error


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("mẫu trang hỏng"), "Không tạo được ấn bản: mẫu trang hỏng."),
        (KeyError("x"), "Không tạo được ấn bản"),
        (OSError(28, "No space left on device"), "Hết dung lượng đĩa khi công bố."),
        (KeyboardInterrupt(), "Đã dừng theo lệnh"),
    ],
    ids=["runtime", "any", "disk", "interrupt"],
)
def test_a_run_that_fails_leaves_nothing(publish, plan, by, monkeypatch, error, words):
    first = publish()
    Contribution.objects.filter(number=1).update(title="Tên mới")
    before, publication = counts(), plan()
    break_at(monkeypatch, "/workshops/hoi-thao-mau/contributions/1/", lambda: raise_error(error))

    with pytest.raises(Refused, match="Ấn bản trước vẫn được phục vụ") as caught:
        run(publication, **by)

    publication.refresh_from_db()
    assert words in str(caught.value)
    assert (publication.state, publication.error) == ("failed", str(caught.value))
    assert counts() == before
    assert set(Shelf.objects.values_list("edition", flat=True)) == {first.pk}
    monkeypatch.undo()
    assert publish().label == "2"


@pytest.mark.django_db(transaction=True)
def test_a_database_connection_killed_in_the_middle_leaves_nothing(publish, plan, by, monkeypatch):
    first = publish()
    Contribution.objects.filter(number=1).update(title="Tên mới")
    before, publication = counts(), plan()

    def kill():
        [(pid,)] = execute("SELECT pg_backend_pid()")
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
        other.close()

    break_at(monkeypatch, "/workshops/hoi-thao-mau/contributions/1/", kill)

    with pytest.raises(Refused, match="Mất kết nối với cơ sở dữ liệu khi công bố"):
        run(publication, **by)

    publication.refresh_from_db()
    assert publication.state == "failed"
    assert counts() == before
    assert set(Shelf.objects.values_list("edition", flat=True)) == {first.pk}
    monkeypatch.undo()
    assert publish().label == "2"


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_leaves_nothing(publish, plan, by, monkeypatch, tmp_path):
    first = publish()
    before, publication = counts(), plan()
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small file system can be mounted by root only")
    monkeypatch.setattr("tempfile.tempdir", str(small))
    try:
        with pytest.raises(Refused, match="Hết dung lượng đĩa khi công bố"):
            run(publication, **by)
    finally:
        monkeypatch.undo()
        subprocess.run(["umount", str(small)], check=True)

    publication.refresh_from_db()
    assert publication.state == "failed"
    assert counts() == before
    assert set(Shelf.objects.values_list("edition", flat=True)) == {first.pk}


@pytest.mark.django_db(transaction=True)
def test_a_second_run_at_once_is_refused_with_words(plan, publish, by, monkeypatch):
    publication, second = plan(), None
    meanwhile = {}

    def publish_too():
        def other():
            try:
                run(Publication.objects.get(pk=second.pk), **by)
            except Refused as refusal:
                meanwhile["words"] = str(refusal)
            finally:
                connection.close()

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()

    Publication.objects.filter(pk=publication.pk).update(state="running")
    second = plan(audience=Audience.DELEGATES)
    break_at(monkeypatch, "/workshops/hoi-thao-mau/contributions/1/", publish_too)

    run(publication, **by)

    assert "Một ấn bản khác đang được công bố" in meanwhile["words"]
    assert dict(Publication.objects.values_list("audience", "state")) == {
        "public": "done",
        "delegates": "failed",
    }
    assert Edition.objects.count() == 1


# --- processes that died --------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_run_left_by_a_killed_process_is_marked_by_the_next(plan, publish, by):
    left = plan()
    editions.begin(publication=left, **by)  # and then its process is gone

    edition = publish()

    left.refresh_from_db()
    assert edition.label == "1"
    assert (left.state, left.finished_at) == ("failed", by["now"])
    assert "Bị ngắt giữa chừng" in left.error


def test_a_run_that_never_began_does_not_block_the_next(plan, publish):
    left = plan()

    assert publish().label == "1"
    left.refresh_from_db()
    assert left.state == "failed"


def test_a_run_that_a_worker_will_take_up_is_waited_for(record, plan, by):
    editions.request(workshop=record, audience=Audience.PUBLIC, **by)

    with pytest.raises(Refused, match="đang chờ công bố theo yêu cầu của Thư ký Mẫu lúc 08:00 08/09/2021"):
        plan()


def test_a_job_begun_again_makes_one_edition(plan, by):
    publication = plan()
    editions.begin(publication=publication, **by)

    edition = run(publication, **by)

    assert edition.label == "1"
    assert Edition.objects.count() == 1


KILLED = """
import django, os, signal, sys
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from django.utils import timezone
from proceedings.models import Publication
from proceedings.publishing import publish
render = publish.render
def die(spec, language, **options):
    if spec.path.endswith("/contributions/1/"):
        os.kill(os.getpid(), signal.SIGKILL)
    return render(spec, language, **options)
publish.render = die
publication = Publication.objects.get(pk=sys.argv[2])
publish.run(publication, actor=publication.requested_by, now=timezone.now())
"""


@pytest.mark.django_db(transaction=True)
def test_a_process_killed_in_the_middle_leaves_nothing(plan, publish, by):
    publication = plan()
    name = connection.settings_dict["NAME"]

    killed = subprocess.run([sys.executable, "-c", KILLED, name, str(publication.pk)], env={**os.environ})

    publication.refresh_from_db()
    assert killed.returncode == -9
    assert publication.state == "running"
    assert not any(counts().values())
    assert publish().label == "1"
    publication.refresh_from_db()
    assert publication.state == "failed"
