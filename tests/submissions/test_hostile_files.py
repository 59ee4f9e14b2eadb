"""The door against a hostile stranger: whatever arrives ends one way or the other, and the files beside it go on."""

import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from proceedings.models import Contribution
from proceedings.queries.integrity import verify_all
from submissions.delivery import deliver
from submissions.jail.convert import find_converter
from submissions.models import Submission
from submissions.readers.document import Kind, Problem, refused
from submissions.words import reason_of, remedy_of
from tests.submissions import hostile, mailbag
from tests.submissions.documents import docx, write
from tests.submissions.readers.pdfs import lines, pdf_of

MEBIBYTE = 1 << 20
CONVERTED = (".doc", ".rtf", ".odt")
needs_libreoffice = pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed")


class Alone:
    """A worker in a process of its own."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("worker_alone.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def read(self, path, name):
        self.process.stdin.write(json.dumps([str(path), name]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        assert self.process.wait(10) == 0
        self.process.stdout.close()


@pytest.fixture(scope="module")
def worker():
    """One worker for all files: it outlives each of them, and nothing that it started is left at the end."""
    alone = Alone()
    yield alone
    assert children_of(alone.process.pid) == []
    alone.end()


@pytest.fixture
def read(worker, tmp_path):
    """Read bytes under a name by the worker; what every file must keep to is seen to here."""

    def begin(content, name):
        answer = worker.read(write(tmp_path, "received", content), name)
        keeps_the_law(answer, name)
        assert children_of(worker.process.pid) == []
        assert [path.name for path in tmp_path.iterdir()] == ["received"]
        return answer

    return begin


def keeps_the_law(answer, name):
    is_converted = name.endswith(CONVERTED)
    assert answer["state"] in ("read", "needs_person", "refused")
    if answer["state"] != "read":
        document = refused(Kind(answer["kind"]), Problem(answer["problem"]), **answer["values"])
        assert reason_of(document)
        assert remedy_of(document)
    if answer["state"] == "refused":
        assert answer["text"] == ""
        assert answer["problem"] != Problem.READER_FAILED
    assert answer["seconds"] < (150 if is_converted else 30)  # a reader has 20, the converter 120
    for child in answer["children"]:
        assert child["resident"] <= (1536 if is_converted else 512) * MEBIBYTE
    assert answer["left"] <= answer["members"]
    assert answer["own"] < 400 * MEBIBYTE


def children_of(pid):
    """The processes that one has started and that still run (Linux only)."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return listed.read_text().split() if listed.exists() else []


def cases():
    for what, (name, _make) in hostile.FILES.items():
        marks = [pytest.mark.drill] if what in hostile.LONG else []
        marks += [needs_libreoffice] if name.endswith(CONVERTED) else []
        yield pytest.param(what, id=what, marks=marks)


@pytest.mark.parametrize("what", list(cases()))
def test_hostile_file_ends_one_way_or_the_other(read, what):
    name, make = hostile.FILES[what]

    answer = read(make(), name)

    assert answer["state"] == "refused" or what in hostile.HARMLESS or set(answer["flags"]) & hostile.TOLD, (
        answer
    )


@pytest.mark.parametrize("part", [*hostile.DOCX_PARTS, *hostile.LEADING_PARTS])
def test_no_entity_is_resolved_in_any_part(read, tmp_path_factory, part):
    outside = write(tmp_path_factory.mktemp("outside"), "other", hostile.SECRET)
    address = f"file://{outside}"

    for declaration in (hostile.OUTSIDE.format(address=address), hostile.PARAMETER.format(address=address),
                        hostile.LAUGHS, hostile.QUADRATIC):  # fmt: skip
        answer = read(hostile.docx_with(part, declaration), "a.docx")

        assert answer["problem"] == Problem.DECLARES_ENTITIES
        assert hostile.SECRET not in json.dumps(answer)


# --- nothing is fetched ----------------------------------------------------------------


@pytest.fixture
def listener():
    """A port of this machine that counts who connects."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        seen, is_over = [], threading.Event()

        def accept():
            while not is_over.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                seen.append(address)

        thread = threading.Thread(target=accept)
        thread.start()
        yield server.getsockname()[1], seen
        is_over.set()
        thread.join()


def fetching(port):
    """Files that make a program fetch something, by the name they come under."""
    address = f"http://127.0.0.1:{port}/x.png"
    picture = f'<draw:frame><draw:image xlink:href="{address}" xlink:type="simple"/></draw:frame>'
    field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}" \\\\d}}{{\\fldrslt x}}}}'
    page = f"<img src='{address}'><link rel=stylesheet href='{address}'><iframe src='{address}'></iframe>mau"
    return {
        "a.docx": lambda: hostile.links_outside(port),
        "a.pdf": lambda: hostile.active_pdf(port),
        "a.eml": lambda: hostile.mail(page, "text/html; charset=utf-8"),
        "a.rtf": lambda: hostile.rtf(f"{{\\*\\template {address}}}{field} {hostile.ANCHOR_ASCII}"),
        "a.odt": lambda: hostile.odt(f"<text:p>{hostile.ANCHOR}{picture}</text:p>"),
        "b.doc": lambda: doc_with_field(f'INCLUDEPICTURE "{address}" \\d'),
    }


def doc_with_field(instruction):
    """An old Word file with a field: LibreOffice writes none of this kind, so its signs are put in afterwards."""
    made = mailbag.convert(
        hostile.rtf(f"#{instruction}%x^ {hostile.ANCHOR_ASCII}".replace("\\", "\\\\")), "doc", suffix=".rtf"
    )
    written = next(code for code in ("utf-16-le", "cp1252") if f"#{instruction}%".encode(code) in made)
    signs = {"#": "\x13", "%": "\x14", "^": "\x15"}
    return made.replace(
        f"#{instruction}%x^".encode(written),
        f"#{instruction}%x^".translate(str.maketrans(signs)).encode(written),
    )


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=needs_libreoffice if name.endswith(CONVERTED) else ()) for name in fetching(0)],
)
def test_nothing_is_fetched_and_what_would_be_is_told(worker, listener, tmp_path, name):
    port, seen = listener
    content = fetching(port)[name]()
    seen.clear()  # the writer of the old format looks for what it links to

    answer = worker.read(write(tmp_path, "received", content), name)

    assert seen == []
    assert answer["state"] in ("read", "refused")
    assert answer["links"] or answer["flags"]
    with socket.create_connection(("127.0.0.1", port)):
        pass
    threading.Event().wait(0.3)
    assert len(seen) == 1  # the listener does listen


# --- damage ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def good():
    """One good file of each kind, by its ending."""
    row, body = mailbag.committees_of_2021()[0], next(mailbag.bodies())
    letter = mailbag.letter(row, 7, body)
    made = {
        "docx": letter,
        "pdf": pdf_of(lines(*[hostile.ANCHOR_ASCII] * 20)),
        "eml": mailbag.mail({"a.docx": letter}),
        "zip": mailbag.archive({"a.docx": letter, "b.txt": b"mau" * 900}),
        "xlsx": hostile.xlsx("".join(f"<row>{hostile.cell(hostile.ANCHOR)}</row>" for _ in range(40))),
    }
    if find_converter():
        made |= {to: mailbag.convert(letter, to) for to in ("doc", "rtf", "odt")}
    return made


@pytest.mark.parametrize("ending", ["docx", "pdf", "eml", "zip", "xlsx"])
@pytest.mark.parametrize("place", [1, 7, 13, 19])
def test_cut_off_file_ends_one_way_or_the_other(read, good, ending, place):
    content = good[ending]

    answer = read(content[: len(content) * place // 20], f"a.{ending}")

    assert answer["state"] == "refused" or ending in ("pdf", "eml", "zip")


@pytest.mark.drill
@pytest.mark.parametrize("ending", ["docx", "pdf", "eml", "zip", "xlsx", "doc", "rtf", "odt"])
def test_no_damage_breaks_the_law(read, good, ending):
    if ending not in good:
        pytest.skip("LibreOffice is not installed")
    content, chance = good[ending], random.Random(ending)
    for place in range(20):
        read(content[: len(content) * place // 20], f"a.{ending}")
    for _time in range(30 if f".{ending}" in CONVERTED else 200):
        read(damaged(content, chance), f"a.{ending}")


def damaged(content, chance):
    """Bytes changed, put in or taken out at random."""
    spoilt = bytearray(content)
    for _ in range(chance.choice([1, 3, 10, 100])):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    at, length = chance.randrange(len(spoilt)), chance.randrange(1, 2000)
    match chance.randrange(4):
        case 0:
            spoilt[at:at] = chance.randbytes(length)
        case 1:
            del spoilt[at : at + length]
    return bytes(spoilt)


# --- the commands and the whole road ---------------------------------------------------


@pytest.fixture
def odd_places(tmp_path):
    """What is no file of its own: a loop of links, a pipe, a device behind a link, a folder that holds itself."""
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    os.mkfifo(tmp_path / "ong.docx")
    (tmp_path / "thiet-bi.docx").symlink_to("/dev/zero")
    (tmp_path / "thu-muc").mkdir()
    (tmp_path / "thu-muc" / "chinh-no").symlink_to(tmp_path / "thu-muc")
    return [tmp_path / "vong", tmp_path / "ong.docx", tmp_path / "thiet-bi.docx", Path("/dev/zero"),
            tmp_path / ("ạ" * 300), tmp_path / "khong-co", tmp_path / "a\0b"]  # fmt: skip


def test_read_document_is_not_caught_by_what_is_no_file(odd_places, capsys):
    with pytest.raises(CommandError):
        call_command("read_document", *map(str, odd_places), "--json")

    entries = json.loads(capsys.readouterr().out)
    assert [entry["state"] for entry in entries] == ["refused"] * len(odd_places)
    assert all(entry["reason"] and entry["remedy"] for entry in entries)


@pytest.mark.django_db
def test_receive_is_not_caught_by_what_is_no_file(odd_places, workshop, secretary, now, letter, tmp_path):
    good = write(tmp_path, "thu.txt", letter())

    outcomes = list(
        deliver(
            workshop, [*odd_places, good, tmp_path / "thu-muc"], is_accepting=True, actor=secretary, now=now
        )
    )

    assert [outcome.state for outcome in outcomes] == [*["refused"] * len(odd_places), "accepted"]
    assert all(outcome.reason and outcome.remedy for outcome in outcomes[:-1])


#: One of each sort, quick to read.
BESIDE = (
    "docx: 500 tables in tables", "docx: a run of 100 MB", "docx: encrypted", "docx: macros", "docx: loops",
    "docx: only header", "docx: control characters", "pdf: a ring of pages", "pdf: a gigabyte of blanks",
    "pdf: encrypted", "pdf: a page of 20,000 points", "pdf: a ZIP, too", "xlsx: entities", "xlsx: macros",
    "csv: one line of 49 MB", "txt: a letter and 20 million lines", "eml: 100 mails in mails", "eml: 10,000 parts",
    "eml: rubbish in base64", "zip: 20 archives in archives", "zip: encrypted", "zip: overlapping", "zip: a bomb",
    "png: 900 megapixels", "tiff: 1,000 pages", "gif: a script", "hta", "svg", "nothing", "one byte", "noise",
    "a program", "a name that starts a program",
)  # fmt: skip


@pytest.mark.django_db
def test_good_files_beside_hostile_ones_are_registered(
    workshop, secretary, now, letter, tmp_path, monkeypatch
):
    folder = tmp_path / "dot"
    folder.mkdir()
    for number, what in enumerate(BESIDE):
        name, make = hostile.FILES[what]
        write(folder, f"{number:02} {name}", make())
    for number in range(0, 40, 10):
        write(folder, f"{number:02} thư góp ý {number}.txt", letter())
    write(folder, "05 " + "ạ" * 80 + ".txt", letter())
    temporary = tmp_path / "tam"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    outcomes = list(deliver(workshop, [folder], is_accepting=True, actor=secretary, now=now))

    top = {path.name for path in folder.iterdir()}
    assert {outcome.file for outcome in outcomes} >= top - set_of_opened()
    assert sorted(outcome.number for outcome in outcomes if outcome.state == "accepted") == [1, 2, 3, 4, 5]
    assert all(outcome.reason for outcome in outcomes if outcome.state != "accepted")
    assert Contribution.objects.count() == 5
    assert Submission.objects.under_way().count() == 0
    assert verify_all()[1] == []
    assert children_of(os.getpid()) == []
    assert os.listdir(temporary) == []


def set_of_opened():
    """The names of containers that were opened: what counts of them is what they held."""
    return set(Submission.objects.filter(state="opened").values_list("name", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["a\0b.txt", "ạ" * 255, "ạ" * 5_000 + ".txt", "\ud800.txt", "../../x.txt", "a\r\nb.txt", ""]
)
def test_any_name_can_be_registered(on_table, accept, name):
    contribution = accept(on_table(name))

    assert contribution.number == 1
    assert "\0" not in contribution.attachments.get().name


def test_a_document_without_fonts_or_pictures_of_its_own_is_read(read):
    body = docx(
        hostile.ANCHOR, relations=[("image", "media/khong-co.png", False), ("font", "fonts/x.odttf", False)]
    )

    assert read(body, "a.docx")["state"] == "read"
