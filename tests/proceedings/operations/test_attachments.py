import unicodedata

import pytest
from django.core.files.storage import default_storage

from proceedings.models import Attachment
from proceedings.operations import attachments
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


def attach(contribution, by, *, name="góp ý.docx", content=b"goc"):
    return attachments.attach(
        contribution=contribution, name=name, content=content, media_type="application/x", **by
    )


def test_attach_keeps_the_bytes_under_their_hash(register, by):
    attachment = attach(register(), by)

    stored = Attachment.objects.get()
    with default_storage.open(stored.file.name) as file:
        assert file.read() == b"goc"
    assert (stored, stored.size, stored.name) == (attachment, 3, "góp ý.docx")
    assert stored.file.name == f"{stored.sha256[:2]}/{stored.sha256}"


def test_attach_keeps_the_same_file_once(register, by):
    contribution = register()

    assert attach(contribution, by) == attach(contribution, by, name="ban sao.docx")
    assert Attachment.objects.count() == 1


def test_two_contributions_share_the_bytes(register, by):
    first, second = attach(register(), by), attach(register(), by)

    assert first.file.name == second.file.name
    assert first.contribution != second.contribution


def test_attach_writes_anew_what_a_killed_process_left_half_written(register, by):
    content = b"a file that was cut off"
    first = attach(register(), by, content=content)
    with open(default_storage.path(first.file.name), "wb") as file:
        file.write(content[:7])

    attach(register(), by, content=content)

    with default_storage.open(first.file.name) as file:
        assert file.read() == content


def test_attach_keeps_the_end_of_a_long_name(register, by):
    name = unicodedata.normalize("NFD", "ề" * 600) + "\u202e\x00.docx"

    attachment = attach(register(), by, name=name)

    attachment.refresh_from_db()
    assert attachment.name == "ề" * 250 + ".docx"


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "không có nội dung"), (b"0" * (50 * 1024 * 1024 + 1), "lớn hơn 50 MB")]
)
def test_attach_refuses_nothing_and_too_much(register, by, content, words):
    contribution = register()

    with refusal(words, field="file"):
        attach(contribution, by, content=content)
