"""How long the proceedings of a thousand papers take, and how much memory any one process needs."""

import random
import resource
import sys
import time
from datetime import UTC, datetime

import pytest

from proceedings.exports.docx import write_docx
from proceedings.exports.pdf import write_pdf
from proceedings.exports.tree import Document, Heading, NewPage, Role, Stream, paragraph

PHRASES = ("công tác Đảng", "lãnh đạo phối hợp", "Công an tỉnh", "trực thuộc Trung ương", "cấp ủy các cấp")
MEGABYTE = 1024
SELF = resource.RUSAGE_SELF

pytestmark = pytest.mark.benchmark


def blocks(papers, words):
    chance = random.Random(1)
    for number in range(papers):
        yield NewPage()
        yield Heading(f"Tham luận số {number} về công tác phối hợp", level=2, byline="Tỉnh ủy mẫu")
        yield paragraph("Người viết mẫu", Role.AUTHOR)
        for _ in range(words // 100):
            yield paragraph(" ".join(chance.choices(PHRASES, k=31)).capitalize() + ".")


def document(papers, words):
    return Document(
        title="Quy chế phối hợp",
        kind="Kỷ yếu",
        created=datetime(2021, 9, 7, tzinfo=UTC),
        blocks=Stream(lambda: blocks(papers, words)),
    )


def peak(who):
    return resource.getrusage(who).ru_maxrss / MEGABYTE


def say(words):
    sys.stdout.write(f"\n{words}\n")


def test_pdf_of_a_thousand_papers(tmp_path):
    started = time.monotonic()

    paths = write_pdf(document(1000, 1000), tmp_path)

    seconds, child = time.monotonic() - started, peak(resource.RUSAGE_CHILDREN)
    say(f"PDF of {len(paths)} volumes: {seconds:.1f} s, child {child:.0f} MB, self {peak(SELF):.0f} MB")
    assert seconds <= 40
    assert child <= 1200


def test_docx_of_a_thousand_papers(tmp_path):
    started = time.monotonic()

    write_docx(document(1000, 1000), tmp_path / "a.docx")

    seconds = time.monotonic() - started
    say(f"DOCX: {seconds:.1f} s, {peak(SELF):.0f} MB")
    assert seconds <= 10


def test_pdf_of_a_hundred_papers(tmp_path):
    started = time.monotonic()

    write_pdf(document(92, 900), tmp_path)

    seconds = time.monotonic() - started
    say(f"PDF of the sample's size: {seconds:.1f} s")
    assert seconds <= 4
