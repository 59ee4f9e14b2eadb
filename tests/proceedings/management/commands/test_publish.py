import json

import pytest
from django.core.management import CommandError, call_command

from proceedings.models import Edition
from tests.proceedings.models.database import execute, triggers_off

pytestmark = pytest.mark.django_db


def test_publish_says_what_it_made(record, capsys):
    call_command("publish", "hoi-thao-mau", "--json")
    made = json.loads(capsys.readouterr().out)

    edition = Edition.objects.get()
    assert (made["edition"], made["audience"], made["pages"]) == ("1", "public", edition.pages.count())
    assert made["files"] == ["proceedings.docx", "proceedings.pdf"]
    assert made["manifest_sha256"] == edition.manifest_sha256
    assert edition.issued_by.username == "he-thong"


def test_publish_speaks_to_people(record, secretary, capsys):
    call_command("publish", "hoi-thao-mau", "--by", "thu-ky", "--audience", "delegates", "--note", "Lần đầu")

    assert "Edition 1 of hoi-thao-mau for delegates" in capsys.readouterr().out
    assert (Edition.objects.get().issued_by, Edition.objects.get().note) == (secretary, "Lần đầu")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["khac"], "There is no workshop 'khac'. Known: hoi-thao-mau."),
        (["hoi-thao-mau", "--by", "ai-do"], "There is no account 'ai-do'"),
        (["hoi-thao-mau", "--correction"], "Ghi rõ nội dung đính chính"),
        (["hoi-thao-mau", "--correction", "--note", "x"], "chưa có ấn bản nào để đính chính"),
        (["hoi-thao-mau", "--audience", "khac"], "invalid choice"),
    ],
)
def test_publish_refuses_with_words(record, arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("publish", *arguments)
    assert not Edition.objects.exists()


def test_verify_edition_counts_what_it_checked(publish, capsys):
    edition = publish()

    call_command("verify_edition", "hoi-thao-mau", "1", "--json")

    checked = edition.pages.count() + edition.files.count()
    assert json.loads(capsys.readouterr().out) == {"edition": "1", "checked": checked, "broken": []}


def test_verify_edition_exits_with_one_where_something_is_broken(publish, capsys):
    publish()
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    with triggers_off("passage"):
        execute("UPDATE proceedings_passage SET text = 'Khác'")

    with pytest.raises(SystemExit, match="1"):
        call_command("verify_edition", "hoi-thao-mau", "1.0")

    assert "1 broken.\n  passages_sha256: altered" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("number", "words"),
    [("mot", "is no number of an edition"), ("7", "There is no edition 7 of 'hoi-thao-mau'")],
)
def test_verify_edition_refuses_what_is_not_there(workshop, number, words):
    with pytest.raises(CommandError, match=words):
        call_command("verify_edition", "hoi-thao-mau", number)
