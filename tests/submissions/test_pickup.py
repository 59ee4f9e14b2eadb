import email.message
import json
import urllib.parse

import pytest
from django.core.management import call_command

from proceedings.vocabulary import WorkshopStage
from submissions import pickup
from submissions.models import Batch, Mailbox, Submission
from submissions.tasks import pick_up_mail
from submissions.vocabulary import Refusal, Source
from tests.submissions.imap_server import ImapServer

pytestmark = pytest.mark.django_db


@pytest.fixture
def server():
    """A mailbox of the office."""
    running = ImapServer()
    running.folders["INBOX"] = {}
    yield running
    running.close()


@pytest.fixture
def set_up(settings, server):
    """Name the mailbox in the settings: ``set_up(folders={…})``."""

    def name(password=server.password, **folders):
        user, secret = urllib.parse.quote(server.user, safe=""), urllib.parse.quote(password, safe="")
        settings.IMAP_URL = f"imap://{user}:{secret}@127.0.0.1:{server.port}/INBOX"
        settings.IMAP_FOLDERS = folders.get("folders", {})

    return name


@pytest.fixture
def collecting(workshop):
    """The workshop while it collects opinions."""
    type(workshop).objects.filter(pk=workshop.pk).update(stage=WorkshopStage.COLLECTING)
    return workshop


@pytest.fixture
def mail(letter):
    """Make the bytes of a mail with a letter attached: ``mail(subject, identity=…)``."""

    def write(subject="Văn bản góp ý mẫu", *, identity="<mot@example.vn>", content=None, received="a"):
        message = email.message.EmailMessage()
        message["Received"] = f"from {received}"
        message["Message-ID"] = identity
        message["From"] = "van-thu@example.vn"
        message["Subject"] = subject
        message.set_content("Kính gửi Ban Thư ký, xin gửi văn bản mẫu.")
        message.add_attachment(content or letter(), maintype="text", subtype="plain", filename="thu.txt")
        message.set_boundary("phan-cach")
        return message.as_bytes()

    return write


def test_a_new_mail_is_a_batch_of_its_own_and_comes_once(server, set_up, collecting, mail):
    server.folders["INBOX"] = {4: mail(identity="<4@a>"), 9: mail(identity="<9@a>")}
    set_up()

    (first,) = pickup.pick_up()
    (second,) = pickup.pick_up()

    assert (first.mails, first.error, second.mails) == (2, "", 0)
    assert list(Batch.objects.values_list("source", flat=True)) == [Source.MAILBOX] * 2
    assert {row.name for row in Submission.objects.all()} == {"Văn bản góp ý mẫu.eml"}
    mailbox = Mailbox.objects.get()
    assert (mailbox.uidvalidity, mailbox.last_uid, mailbox.last_error) == (7, 9, "")
    assert mailbox.checked_at is not None


def test_nothing_in_the_mailbox_changes(server, set_up, collecting, mail):
    server.folders["INBOX"] = {4: mail()}
    set_up()

    pickup.pick_up()

    assert not [line for line in server.asked if line.split()[0] in {"SELECT", "STORE", "EXPUNGE", "COPY"}]
    assert not [line for line in server.asked if "BODY[" in line]
    assert [line for line in server.asked if "BODY.PEEK[]" in line]


def test_the_attachments_are_read(server, set_up, collecting, mail, read_all):
    server.folders["INBOX"] = {4: mail()}
    set_up()
    pickup.pick_up()

    container, *members = read_all()

    assert container.facts["sender"]
    assert any(member.name.endswith("/thu.txt") for member in members)


def test_the_same_mail_under_another_number_is_the_same(server, set_up, collecting, mail, letter):
    content = letter()
    server.folders["INBOX"] = {4: mail(content=content)}
    set_up()
    pickup.pick_up()
    server.validity = 8
    server.folders["INBOX"] = {1: mail(content=content, received="elsewhere")}

    (again,) = pickup.pick_up()

    assert again.error == ""
    assert Batch.objects.count() == 1
    assert Submission.objects.count() == 1
    assert (Mailbox.objects.get().uidvalidity, Mailbox.objects.get().last_uid) == (8, 1)


def test_another_mail_of_the_same_identity_is_not_hidden(server, set_up, collecting, mail):
    server.folders["INBOX"] = {4: mail("Một"), 5: mail("Hai")}
    set_up()

    pickup.pick_up()

    assert {row.name for row in Submission.objects.all()} == {"Một.eml", "Hai.eml"}


def test_a_round_takes_so_many_and_the_next_goes_on(server, set_up, collecting, mail):
    server.folders["INBOX"] = {uid: mail(identity=f"<{uid}@a>") for uid in range(1, 6)}
    set_up()

    counts = [pickup.pick_up(most=2)[0].mails for _each in range(4)]

    assert counts == [2, 2, 1, 0]


def test_each_workshop_has_its_folder(server, set_up, workshop, mail):
    server.folders["Góp ý"] = {}
    server.folders["Gop-y"] = {1: mail()}
    set_up(folders={"hoi-thao-mau": "Gop-y", "khong-co": "INBOX"})

    (only,) = pickup.pick_up()

    assert (only.workshop, only.folder, only.mails) == ("hoi-thao-mau", "Gop-y", 1)


def test_without_settings_or_a_workshop_that_collects_nothing_is_done(settings, set_up, workshop, server):
    settings.IMAP_URL = ""
    assert pickup.pick_up() == []

    set_up()
    pick_up_mail(timestamp=0)

    assert server.asked == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"password": "sai"}, "không nhận tên đăng nhập"),
        ({"folders": {"hoi-thao-mau": "Khong-co"}}, "thư mục"),
    ],
)
def test_what_went_wrong_is_noted_in_words_without_the_password(
    server, set_up, collecting, wrong, told, caplog
):
    set_up(**wrong)

    (round_,) = pickup.pick_up()

    assert told in round_.error
    assert Mailbox.objects.get().last_error == round_.error
    assert server.password not in caplog.text


def test_a_server_that_is_away_is_asked_again(server, set_up, collecting):
    set_up()
    server.close()

    (round_,) = pickup.pick_up()

    assert "Không kết nối được" in round_.error
    server.__init__()


def test_a_mail_over_the_limit_is_noted_as_refused(server, set_up, collecting, mail, monkeypatch):
    monkeypatch.setattr("submissions.mailbox.SIZE_ALLOWED", 100)
    server.folders["INBOX"] = {4: mail()}
    set_up()

    pickup.pick_up()

    submission = Submission.objects.get()
    assert (submission.name, submission.refusal, submission.problem) == (
        "thu-4.eml", Refusal.UNREADABLE, "too_large",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"Subject: a/b\\c\r\n", "a-b-c.eml"),
        (b"Subject: =?utf-8?q?Th=C6=B0?=\r\n", "Thư.eml"),
        (b"Subject: =?khong-co?q?x?=\r\n", "x.eml"),
        (b"Subject: " + b"x" * 9_000 + b"\r\n", "x" * 120 + ".eml"),
        (b"\xff\xfe: \x00\r\n", "thu-4.eml"),
        (b"", "thu-4.eml"),
    ],
)
def test_a_mail_is_named_by_its_subject_whatever_that_is(server, set_up, collecting, head, name):
    server.folders["INBOX"] = {4: head + b"\r\nVan ban mau"}
    set_up()

    pickup.pick_up()

    assert [row.name for row in Submission.objects.all()] == [name]


def test_an_error_in_one_folder_stops_no_other(server, set_up, workshop, by, mail):
    server.folders["B"] = {1: mail()}
    type(workshop).objects.create(slug="khac", title="Khác", short_title="Khác", host="Ban Mẫu")
    set_up(folders={"khac": "Khong-co", "hoi-thao-mau": "B"})

    first, second = pickup.pick_up()

    assert first.error
    assert (second.mails, second.error) == (1, "")


def test_the_command_picks_up_reads_and_registers(server, set_up, collecting, mail, capsys):
    server.folders["INBOX"] = {4: mail()}
    set_up()

    call_command("receive", "--imap", "--accept", "--json")

    (row,) = json.loads(capsys.readouterr().out)
    assert (row["state"], row["number"]) == ("accepted", 1)
    assert row["file"].endswith("/thu.txt")


def test_the_command_says_what_is_wrong_with_the_mailbox(server, set_up, collecting, capsys):
    set_up(password="sai")

    with pytest.raises(SystemExit):
        call_command("receive", "--imap", "--json")

    (row,) = json.loads(capsys.readouterr().out)
    assert (row["state"], "KYYEU_IMAP_URL" in row["reason"]) == ("refused", True)
