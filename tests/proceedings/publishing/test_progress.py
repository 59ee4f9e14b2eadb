import pytest
from django.db import connection

from proceedings.models import EditionPage, PublicationProgress
from proceedings.publishing import progress as module
from proceedings.publishing.progress import Progress
from proceedings.publishing.publish import run

pytestmark = pytest.mark.django_db(transaction=True)


def test_progress_is_seen_from_elsewhere_while_the_edition_is_not(plan, by, monkeypatch):
    monkeypatch.setattr(module, "INTERVAL", 0)
    publication, seen = plan(), []
    elsewhere = connection.copy()

    def look(done, _total, _current):
        with elsewhere.cursor() as cursor:
            cursor.execute("SELECT done_count, total_count, current FROM proceedings_publicationprogress")
            noted = cursor.fetchone()
            cursor.execute("SELECT count(*) FROM proceedings_editionpage")
            seen.append((done, *noted, cursor.fetchone()[0]))

    try:
        edition = run(publication, **by, on_step=look)
    finally:
        elsewhere.close()

    total = edition.pages.count() + edition.files.count()
    assert [noted for _done, noted, *_rest in seen] == list(range(total))  # the step before is noted
    assert {all_of_them for _done, _noted, all_of_them, *_rest in seen} == {total}
    assert {pages for *_rest, pages in seen} == {0}
    assert seen[-1][3].startswith("vi /committees/")
    assert EditionPage.objects.exists()


def test_steps_are_noted_a_few_times_a_second_only(plan, by):
    publication = plan()
    PublicationProgress.objects.create(publication=publication)

    with Progress(publication) as progress:
        progress.total(1000)
        for number in range(1000):
            progress.step(f"trang {number}")

    noted = PublicationProgress.objects.get()
    assert noted.total_count == 1000
    assert noted.done_count < 1000
