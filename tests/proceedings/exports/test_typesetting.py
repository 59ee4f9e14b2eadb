"""The child process: what it may take, and how its failures are told."""

import os
import shutil
import time

import pytest

from proceedings.exports.fonts import find_fonts
from proceedings.exports.typesetting import Failure, Limits, PdfFailed, PdfTooLarge, run_typesetter

SLOW = "#for a in range(20000) { for b in range(20000) { let c = calc.rem(a * b, 7) } }"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "fonts").mkdir()
    for file in find_fonts().files:
        shutil.copy(file, tmp_path / "fonts")
    return tmp_path


def typeset(root, source, **limits):
    (root / "a.typ").write_text(source)
    run_typesetter(root, "a.typ", root / "a.pdf", timestamp=0, limits=Limits(**limits))


def test_run_typesetter_writes_the_file(root):
    typeset(root, "Một trang.")

    assert (root / "a.pdf").read_bytes().startswith(b"%PDF")


def test_run_typesetter_tells_a_refusal(root):
    with pytest.raises(PdfFailed) as caught:
        typeset(root, "#panic(1)")

    assert caught.value.reason is Failure.COMPILER
    assert "panicked" in caught.value.log
    assert "Dữ liệu vẫn nguyên vẹn" in str(caught.value)


def test_run_typesetter_stops_at_the_memory_limit(root):
    with pytest.raises(PdfTooLarge, match="quá lớn"):
        typeset(root, "#for i in range(3000) [#pagebreak() #lorem(900) #i]", memory=400_000_000)

    assert not (root / "a.pdf").exists()


@pytest.mark.parametrize("limits", [{"wall_seconds": 2}, {"processor_seconds": 1}])
def test_run_typesetter_stops_at_the_time_limit(root, limits):
    started = time.monotonic()

    with pytest.raises(PdfFailed, match="quá lâu") as caught:
        typeset(root, SLOW, **limits)

    assert caught.value.reason is Failure.TIME
    assert time.monotonic() - started < 30


def test_run_typesetter_reads_nothing_outside_its_root(root):
    with pytest.raises(PdfFailed):
        typeset(root, '#read("/../../../../../etc/passwd")')


def test_run_typesetter_fetches_no_packages(root):
    with pytest.raises(PdfFailed) as caught:
        typeset(root, '#import "@local/none:1.0.0": *')

    assert caught.value.reason is Failure.COMPILER


def test_run_typesetter_hands_no_environment_on(root, monkeypatch):
    monkeypatch.setitem(os.environ, "LD_PRELOAD_SECRET", "x")
    monkeypatch.setitem(os.environ, "TYPST_FONT_PATHS", "/nowhere")

    typeset(root, "#assert(true)")

    assert (root / "a.pdf").exists()
