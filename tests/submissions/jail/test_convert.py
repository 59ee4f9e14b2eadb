import socket
import threading

import pytest

from submissions.jail import convert
from submissions.jail.convert import convert_to_docx, find_converter
from submissions.jail.limits import CONVERTER, Limits
from submissions.readers import docx
from submissions.readers.document import Problem
from tests.submissions.documents import write

pytestmark = pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed")

RTF = rb"{\rtf1\ansi C\u244?ng v\u259?n s\u7889? 12-CV/TU\par Nh\u7845?t tr\u237?.}"
WALLS = ["walls", "no walls"]


@pytest.fixture(params=WALLS)
def walls(request, monkeypatch):
    """With bwrap where it works, and without it."""
    if request.param == "walls" and not convert.has_walls():
        pytest.skip("bwrap does not work here")
    if request.param == "no walls":
        monkeypatch.setenv("PATH", _without_bwrap(request.getfixturevalue("tmp_path_factory")))
        convert.has_walls.cache_clear()
    yield request.param
    monkeypatch.undo()
    convert.has_walls.cache_clear()


def _without_bwrap(factory):
    """A folder of programs that has what LibreOffice's script calls and no bwrap."""
    import shutil

    folder = factory.mktemp("programs")
    for name in (
        "soffice",
        "sh",
        "bash",
        "dirname",
        "basename",
        "uname",
        "sed",
        "grep",
        "readlink",
        "ls",
        "cat",
        "rm",
    ):
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    return str(folder)


def test_a_file_is_converted(walls, tmp_path):
    made = convert_to_docx(write(tmp_path, "thu.rtf", RTF), into=tmp_path)

    assert [each.text for each in docx.read(made, tmp_path).paragraphs] == [
        "Công văn số 12-CV/TU",
        "Nhất trí.",
    ]
    assert sorted(each.name for each in tmp_path.iterdir() if each.name != "s") == [
        "converted.docx",
        "thu.rtf",
    ]


def test_nothing_is_fetched_while_converting(walls, tmp_path):
    heard = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        done = threading.Event()

        def listen():
            while not done.is_set():
                try:
                    heard.append(server.accept())
                except TimeoutError:
                    continue

        listener = threading.Thread(target=listen)
        listener.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/anh.png"
        field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}" \\\\d}}{{\\fldrslt x}}}}'
        content = RTF.replace(b"\\par", field.encode() + b"\\par")
        convert_to_docx(write(tmp_path, "thu.rtf", content), into=tmp_path)
        done.set()
        listener.join()

    assert heard == []


@pytest.mark.parametrize("content", [b"{\\rtf1", b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_what_cannot_be_converted_is_a_problem_or_an_empty_document(tmp_path, content):
    made = convert_to_docx(write(tmp_path, "tep", content), into=tmp_path)

    if not isinstance(made, Problem):
        assert docx.read(made, tmp_path).paragraphs == ()
    else:
        assert made == Problem.CONVERTER_FAILED


def test_a_conversion_without_end_is_ended(tmp_path):
    made = convert_to_docx(write(tmp_path, "thu.rtf", RTF), into=tmp_path, limits=Limits(
        memory=CONVERTER.memory, address_space=CONVERTER.address_space, may_start_programs=True, wall_seconds=0.2
    ))  # fmt: skip

    assert made == Problem.TOOK_TOO_LONG
    assert [each.name for each in tmp_path.iterdir()] == ["thu.rtf"]


def test_without_libreoffice_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(convert, "_PLACES", ())

    assert convert_to_docx(write(tmp_path, "thu.rtf", RTF), into=tmp_path) == Problem.NO_CONVERTER
