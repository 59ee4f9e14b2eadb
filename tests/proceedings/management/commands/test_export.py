"""`manage.py export`."""

import hashlib
import io
import json

import pytest
from django.core.management import CommandError, call_command

from proceedings.models.editions import Edition, EditionFile, FileBody, FileChunk
from tests.proceedings.exports.documents import pages_of
from tests.proceedings.exports.records import NOW, Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    record = Record()
    record.contribution("Góp ý cho dự thảo")
    return record


def run(*arguments):
    out = io.StringIO()
    call_command("export", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def edition(record):
    edition = Edition.objects.create(
        workshop=record.workshop,
        number=2,
        audience="public",
        issued_at=NOW,
        issued_by=record.by["actor"],
        facts={},
        manifest="{}",
        manifest_sha256="0" * 64,
    )
    body = FileBody.objects.create(sha256="a" * 64, size=6)
    FileChunk.objects.create(body=body, position=0, data=b"abc")
    FileChunk.objects.create(body=body, position=1, data=b"def")
    EditionFile.objects.create(
        edition=edition,
        name="proceedings.pdf",
        media_type="application/pdf",
        input_sha256="0" * 64,
        body=body,
    )
    return edition


def test_export_writes_the_file_and_says_so(record, tmp_path):
    said = run("quy-che", "proceedings.pdf", "-o", tmp_path / "new" / "k.pdf")

    assert "k.pdf" in said
    assert "Góp ý cho dự thảo" in " ".join(pages_of(tmp_path / "new" / "k.pdf"))


def test_export_tells_machines(record, tmp_path):
    said = json.loads(run("quy-che", "proceedings.docx", "-o", tmp_path / "k.docx", "--json"))

    content = (tmp_path / "k.docx").read_bytes()
    assert said["files"] == [
        {
            "path": str(tmp_path / "k.docx"),
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    ]


def test_export_takes_a_file_of_an_edition_as_it_is(edition, tmp_path):
    run("quy-che", "proceedings.pdf", "--edition", "2", "-o", tmp_path / "k.pdf")

    assert (tmp_path / "k.pdf").read_bytes() == b"abcdef"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["khong-co", "proceedings.pdf"], "Không có hội thảo"),
        (["quy-che", "synthesis.xlsx"], "Các tệp xuất được"),
        (["quy-che", "final-text-de-an.docx"], r"Các tệp đang có: proceedings\.pdf, proceedings\.docx\."),
        (["quy-che", "proceedings.pdf", "--edition", "9"], "không có tệp"),
        (["quy-che", "proceedings.pdf", "--edition", "hai"], "không có tệp"),
    ],
)
def test_export_refuses_what_is_not_there(record, tmp_path, arguments, message):
    with pytest.raises(CommandError, match=message):
        run(*arguments, "-o", tmp_path / "k.pdf")

    assert not (tmp_path / "k.pdf").exists()


def test_export_says_when_it_cannot_write(record, tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(CommandError, match="Không ghi được tệp"):
        run("quy-che", "proceedings.docx", "-o", tmp_path / "file" / "k.docx")


def test_export_says_when_no_font_is_usable(record, tmp_path, settings):
    settings.FONT_DIR = str(tmp_path)

    with pytest.raises(CommandError, match="phông chữ"):
        run("quy-che", "proceedings.pdf", "-o", tmp_path / "k.pdf")
