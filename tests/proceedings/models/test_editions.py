import pytest

from proceedings.models import (
    Asset,
    Edition,
    EditionFile,
    EditionPage,
    FileBody,
    FileChunk,
    PageBody,
    Passage,
    Publication,
    PublicationProgress,
    Shelf,
)
from proceedings.operations import edition_contents, editions
from proceedings.operations.edition_contents import Made, MadeAsset, MadeFile, MadePage, MadePassage
from proceedings.vocabulary import Audience
from tests.proceedings.models.database import execute, refused, truncate

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

FROZEN = (Edition, EditionPage, PageBody, Asset, EditionFile, FileBody, FileChunk, Passage)


@pytest.fixture
def edition(workshop, secretary, now, tmp_path):
    """A small edition of one page, one file, one asset and one passage."""
    file = tmp_path / "proceedings.pdf"
    file.write_bytes(b"%PDF-")
    publication = editions.plan(workshop=workshop, audience=Audience.PUBLIC, actor=secretary, now=now)
    page = MadePage("/workshops/hoi-thao-mau/", "vi", False, "1" * 64, "2" * 64, b"gz")
    passage = MadePassage(page.path, "Tiêu đề", "Nội dung", "'tieu':1 'de':2")
    made = Made(
        pages=[(page, passage)],
        files=[MadeFile("proceedings.pdf", "application/pdf", "3" * 64, "3" * 64, file)],
        assets=[MadeAsset("/assets/site-1.css", "text/css", "4" * 64, b"gz")],
        facts={"documents": 0},
    )
    return editions.issue(
        publication=publication, number=1, correction=0, made=made, actor=secretary, now=now
    )


@pytest.mark.parametrize("model", FROZEN, ids=lambda model: model.__name__)
def test_what_was_published_never_changes(edition, model):
    table = model._meta.db_table
    column = model._meta.fields[-1].column
    assert model.objects.exists()

    with refused("Cannot update or delete"):
        execute(f"UPDATE {table} SET {column} = {column}")
    with refused("Cannot update or delete"):
        execute(f"DELETE FROM {table}")
    with refused("Cannot truncate"):
        truncate(model._meta.model_name)
    with refused("Cannot update or delete|Cannot delete"):
        model.objects.all().delete()


def test_a_number_is_given_once(edition, secretary, now):
    with refused("edition_number_unique"):
        Edition.objects.create(
            workshop=edition.workshop, number=1, audience="delegates", issued_at=now, issued_by=secretary,
            facts={}, manifest="{}", manifest_sha256="0" * 64,
        )  # fmt: skip


def test_a_correction_says_what_it_corrects(edition, secretary, now):
    with refused("edition_correction_has_erratum_note"):
        Edition.objects.create(
            workshop=edition.workshop, number=1, correction=1, audience="public", issued_at=now,
            issued_by=secretary, facts={}, manifest="{}", manifest_sha256="0" * 64,
        )  # fmt: skip


def test_an_address_is_used_once_in_an_edition(edition):
    with refused("page_address_unique"):
        EditionPage.objects.create(
            edition=edition, path="/workshops/hoi-thao-mau/", language="vi", body_id="2" * 64
        )
    with refused("edition_file_unique"):
        EditionFile.objects.create(edition=edition, name="proceedings.pdf", body_id="3" * 64)
    with refused("file_chunk_unique"):
        FileChunk.objects.create(body_id="3" * 64, position=0, data=b"")


def test_a_place_on_the_shelf_holds_one_edition(edition):
    assert Shelf.objects.count() == 2

    with refused("shelf_place_unique"):
        Shelf.objects.create(workshop=edition.workshop, audience="public", edition=edition)
    with refused("shelf_place_unique"):
        Shelf.objects.create(workshop=None, audience="public", edition=edition)


def test_a_page_without_its_edition_does_not_outlive_the_transaction(edition):
    with refused("foreign key"):
        execute(
            "INSERT INTO proceedings_editionpage (edition_id, path, language, is_site_page, input_sha256, body_id)"
            " VALUES (999999, '/x/', 'vi', false, '', %s)",
            "2" * 64,
        )
        execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_labels_and_order(edition):
    numbers = [(1, 0), (1, 1), (1, 10), (2, 0)]

    labels = [Edition(number=number, correction=correction).label for number, correction in numbers]

    assert labels == ["1", "1.1", "1.10", "2"]
    assert str(edition) == "Hội thảo mẫu, 1"
    assert Edition.objects.latest_first().get() == edition


def test_progress_says_how_far(edition):
    publication = Publication.objects.get()

    assert str(PublicationProgress(publication=publication, done_count=3, total_count=8)) == "3/8"
    assert str(PublicationProgress(publication=publication)) == ""
    assert str(publication) == "Hội thảo mẫu: Đã công bố"


def test_a_long_file_is_kept_in_megabytes(edition, tmp_path):
    content = bytes(range(256)) * 4096 * 2 + b"rest"
    path = tmp_path / "b"
    path.write_bytes(content)

    edition_contents._take_file(edition.pk, MadeFile("b.docx", "x/y", "5" * 64, "5" * 64, path))

    chunks = FileChunk.objects.filter(body_id="5" * 64).order_by("position")
    assert [len(chunk.data) for chunk in chunks] == [1024 * 1024, 1024 * 1024, 4]
    assert b"".join(bytes(chunk.data) for chunk in chunks) == content
