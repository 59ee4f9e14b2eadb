import imaplib
import re
import socketserver
import threading

import pytest

from submissions import mailbox
from submissions.mailbox import MailboxError

MAIL = "From: a@example.vn\r\nSubject: Góp ý\r\n\r\nVĂN BẢN MẪU\r\n".encode()


class Conversation(socketserver.StreamRequestHandler):
    """As much of IMAP as a fetch needs; every command is written down."""

    def handle(self):
        try:
            self.talk()
        except OSError:
            return  # the other side hung up

    def talk(self):
        self.say("* OK ready")
        while line := self.rfile.readline().decode("utf-8", "replace").rstrip("\r\n"):
            self.server.heard.append(line)
            tag, _, command = line.partition(" ")
            if not self.answer(tag, command):
                return

    def answer(self, tag, command):
        server, word = self.server, command.split(" ")[0]
        if server.hangs_up_on == word:
            return False
        if word == "CAPABILITY":
            self.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN")
        elif word == "LOGIN":
            if '"mat khau"' not in command:
                self.say(f"{tag} NO wrong password")
                return True
        elif word == "AUTHENTICATE":
            self.say("+ ")
            server.heard.append(self.rfile.readline().decode().strip())
        elif word == "EXAMINE":
            if "Kh" in command:
                self.say(f"{tag} NO no such folder")
                return True
            self.say(f"* {len(server.mails)} EXISTS")
            self.say("* OK [UIDVALIDITY 77] valid")
        elif command.startswith("UID SEARCH"):
            first = int(re.search(r"UID (\d+):", command.removeprefix("UID SEARCH"))[1])
            found = [uid for uid in server.mails if uid >= first] or list(server.mails)[-1:]
            self.say("* SEARCH " + " ".join(map(str, reversed(found))))
        elif command.startswith("UID FETCH"):
            self.fetch(int(command.split(" ")[2]), command)
        elif word == "LOGOUT":
            self.say("* BYE")
        self.say(f"{tag} OK done")
        return word != "LOGOUT"

    def fetch(self, uid, command):
        mail = self.server.mails.get(uid)
        if mail is None:
            return
        if "SIZE" in command:
            self.say(f"* 1 FETCH (UID {uid} RFC822.SIZE {self.server.sizes.get(uid, len(mail))})")
        else:
            self.say(f"* 1 FETCH (UID {uid} BODY[] {{{len(mail)}}}")
            self.wfile.write(mail + b")\r\n")

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")


@pytest.fixture
def server():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as listening:
        listening.daemon_threads = True
        listening.heard, listening.hangs_up_on, listening.sizes = [], None, {}
        listening.mails = {3: MAIL, 5: MAIL * 2, 9: b"\0\xff" * 50_000}
        threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        yield listening
        listening.shutdown()


@pytest.fixture
def fetch(server):
    def connect(host):
        return imaplib.IMAP4(host, server.server_address[1], timeout=3)

    def fetch_all(password="mat khau", folder="INBOX", since_uid=0):
        return list(
            mailbox.fetch("127.0.0.1", "vanthu", password, folder, since_uid=since_uid, connect=connect)
        )

    return fetch_all


def test_fetch_gives_every_mail_to_the_byte_in_order(fetch, server):
    assert fetch() == list(server.mails.items())


def test_fetch_goes_on_after_the_last_uid(fetch):
    assert [uid for uid, _ in fetch(since_uid=3)] == [5, 9]
    assert fetch(since_uid=9) == []


def test_fetch_changes_nothing_in_the_mailbox(fetch, server):
    fetch()

    asked = " ".join(server.heard).upper()
    assert "EXAMINE" in asked
    assert "BODY.PEEK[]" in asked
    assert not re.search(r"\b(SELECT|STORE|EXPUNGE|DELETE|MOVE|COPY|APPEND|CLOSE|BODY\[)", asked)
    assert server.heard[-1].endswith("LOGOUT")


def test_mail_that_is_too_large_is_told_and_not_fetched(fetch, server):
    server.sizes[5] = mailbox.SIZE_ALLOWED + 1

    assert [(uid, len(mail)) for uid, mail in fetch()] == [(3, len(MAIL)), (5, 0), (9, 100_000)]
    assert not any("FETCH 5 (BODY" in line for line in server.heard)


def test_validity_is_that_of_the_folder(server):
    found = mailbox.validity(
        "127.0.0.1",
        "vanthu",
        "mat khau",
        connect=lambda host: imaplib.IMAP4(host, server.server_address[1], timeout=3),
    )

    assert found == 77


def test_folder_with_vietnamese_letters_is_asked_for_as_imap_writes_it(fetch, server):
    fetch(folder='Góp ý & "mới"')

    examined = next(line for line in server.heard if "EXAMINE" in line)
    assert examined.endswith('EXAMINE "G&APM-p &AP0- &- \\"m&Hts-i\\""')


def test_password_with_vietnamese_letters_signs_in(fetch, server):
    fetch(password="mật khẩu")

    assert any("AUTHENTICATE PLAIN" in line for line in server.heard)


def test_wrong_password_is_told_without_the_password(fetch):
    with pytest.raises(MailboxError) as refusal:
        fetch(password="sai roi")

    assert refusal.value.code == "login"
    assert "sai roi" not in str(refusal.value)


def test_missing_folder_is_told(fetch):
    with pytest.raises(MailboxError) as refusal:
        fetch(folder="Khong co")

    assert refusal.value.code == "folder"


@pytest.mark.parametrize("word", ["LOGIN", "EXAMINE", "UID"])
def test_broken_connection_is_told(fetch, server, word):
    server.hangs_up_on = word

    with pytest.raises(MailboxError) as refusal:
        fetch()

    assert refusal.value.code == "unreachable"


def test_silent_and_missing_servers_are_told():
    with pytest.raises(MailboxError) as refusal:
        list(mailbox.fetch("127.0.0.1:9", "a", "b", since_uid=0))

    assert refusal.value.code == "unreachable"


def test_server_without_tls_is_not_trusted(server):
    with pytest.raises(MailboxError) as refusal:
        list(mailbox.fetch(f"127.0.0.1:{server.server_address[1]}", "a", "b", since_uid=0))

    assert refusal.value.code == "untrusted"
    assert server.heard == [] or "LOGIN" not in " ".join(server.heard)
