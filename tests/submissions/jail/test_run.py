import io
import json
import resource
import signal
import threading
import time

import pytest

from submissions.jail.limits import MEBIBYTE, Limits
from submissions.jail.process import End, Ended
from submissions.jail.run import judge, read_in_jail
from submissions.readers.document import Kind, Problem, State
from tests.submissions.documents import docx, package, paragraph, write, zipped


@pytest.fixture
def read(tmp_path):
    """Read bytes in the jail: ``read(content, kind, …)``."""

    def begin(content, kind=Kind.DOCX, **given):
        return read_in_jail(write(tmp_path, "tep", content), kind, scratch=tmp_path, **given)

    return begin


def big(count):
    return docx(*(paragraph(f"Đoạn văn bản mẫu số {number * 7919}") for number in range(count)))


def test_a_document_comes_out_of_the_jail_as_it_went_in(read):
    document = read(docx("Một.", "Hai."))

    assert (document.kind, document.state) == (Kind.DOCX, State.READ)
    assert [each.text for each in document.paragraphs] == ["Một.", "Hai."]


def test_names_of_files_are_no_part_of_the_command(tmp_path):
    for name in ("--probe", "tên có dấu cách ’; rm -rf x.docx", "ạ" * 80):
        document = read_in_jail(write(tmp_path, name, docx("x")), Kind.DOCX, scratch=tmp_path)

        assert document.state == State.READ


def test_members_are_unpacked_into_the_scratch_folder(read, tmp_path):
    document = read(zipped({"gop-y.txt": "Nhất trí"}), Kind.ZIP)

    (member,) = document.members
    assert (tmp_path / member.path).read_text(encoding="utf-8") == "Nhất trí"


@pytest.mark.parametrize(
    ("content", "limits", "problem"),
    [
        (big(20_000), Limits(wall_seconds=0.4), Problem.TOOK_TOO_LONG),
        (big(60_000), Limits(processor_seconds=1), Problem.TOOK_TOO_LONG),
        (big(60_000), Limits(memory=90 * MEBIBYTE), Problem.TOOK_TOO_MUCH_MEMORY),
        (big(1000), Limits(answer_size=1000), Problem.TOO_LONG),
        (package({"word/document.xml": "<w:document"}), Limits(), Problem.DAMAGED),
        (b"PK\x03\x04", Limits(), Problem.DAMAGED),
        (b"x", Limits(), Problem.DAMAGED),
    ],
    ids=["wall", "processor", "memory", "answer", "xml", "zip", "nothing"],
)
def test_a_file_that_takes_too_much_is_refused_with_the_reason(read, content, limits, problem):
    document = read(content, limits=limits)

    assert (document.kind, document.state, document.problem) == (Kind.DOCX, State.REFUSED, problem)
    assert document.paragraphs == ()


@pytest.mark.parametrize(
    ("code", "problem"),
    [(-signal.SIGSEGV, Problem.DAMAGED), (-signal.SIGABRT, Problem.DAMAGED), (3, Problem.READER_FAILED)],
)
def test_a_file_that_crashes_its_parser_is_damaged(code, problem):
    document = judge(Kind.PDF, {}, Ended(End.ITSELF, code, 0), Limits())

    assert (document.state, document.problem) == (State.REFUSED, problem)


def test_a_file_that_is_gone_is_refused_and_nothing_raised(tmp_path):
    document = read_in_jail(tmp_path / "khong-co.docx", Kind.DOCX, scratch=tmp_path)

    assert (document.state, document.problem) == (State.REFUSED, Problem.READER_FAILED)


def test_a_kind_without_a_reader_is_refused(read):
    assert read(b"x", Kind.OTHER).problem == Problem.READER_FAILED


def test_what_the_reader_prints_is_no_answer(read):
    answer = json.dumps({"document": {"kind": "docx"}})

    document = read(f"{answer}\n".encode(), Kind.TEXT)

    assert [each.text for each in document.paragraphs] == [answer]


def test_two_files_are_read_at_the_same_time(tmp_path):
    read = []

    def begin(number):
        folder = tmp_path / str(number)
        folder.mkdir()
        read.append(read_in_jail(write(folder, "tep", docx(f"Tệp {number}")), Kind.DOCX, scratch=folder).text)

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(read) == [f"Tệp {number}" for number in range(4)]


def test_a_small_file_costs_little(read):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()

    for _ in range(5):
        read(docx("x"))

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent / 5 < 0.4  # 0.12 on an idle machine
    assert time.monotonic() - began < 20


def test_the_answer_of_a_child_may_hold_any_letters(read):
    text = "Đảng ủy \U0001f600 “–”\u2028x"

    assert (
        read(io.BytesIO(text.encode()).getvalue(), Kind.TEXT)
        .paragraphs[0]
        .text.startswith("Đảng ủy \U0001f600 “–”")
    )
