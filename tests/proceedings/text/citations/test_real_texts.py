"""Citations of real regulations, counted against a plain pattern and, where it differs, read by eye."""

import json
import re
import unicodedata

import pytest

from proceedings.text.citations import Scope, find_citations
from tests.submissions import real_files

pytestmark = pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing() or "they are there")

NAMES = [
    "nghi-dinh-117-2003-tcvn3.transcript.txt",
    "nghi-dinh-185-2026.transcript.txt",
    "quy-che-chi-tieu-2007-vni.transcript.txt",
    "regulation-104-2016-qh13.json",
    "regulation-162-2004-n-cp.json",
    "regulation-65-2011-qh12.json",
    "regulation-88-1999-n-cp.json",
]
#: A unit's word and a number: what a citation must hold, but for what was read by eye.
PLAIN = re.compile(
    r"\b(?:khoản|điểm|điều|mục|chương|phần|đoạn|tiết|phụ lục)(?:\s*[0-9]+|\s+(?:[a-zđ]|[IVX]+))(?!\w)",
    re.IGNORECASE,
)
SEEN = {"điểm 100", "đoạn 2", "đoạn2"}  # a scale of marks; the stages of a tender


def read(name):
    text = (real_files.folder() / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        parts = []
        for chapter in json.loads(text)["chapters"]:
            parts += [chapter["title"], chapter["subtitle"]]
            parts += [f"{one['number']}. {one['heading']}\n{one['body']}" for one in chapter["articles"]]
        text = "\n".join(parts)
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_with_a_number_is_in_a_citation(name):
    text = read(name)
    covered = {place for one in find_citations(text) for place in range(one.start, one.end)}

    lost = {found[0] for found in PLAIN.finditer(text) if found.start() not in covered}

    assert lost <= SEEN


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("regulation-104-2016-qh13.json", 83),
        ("regulation-162-2004-n-cp.json", 37),
        ("regulation-65-2011-qh12.json", 180),
        ("nghi-dinh-185-2026.transcript.txt", 39),
    ],
)
def test_as_many_are_found_as_when_a_sample_was_read_by_eye(name, count):
    assert len(find_citations(read(name))) == count


def test_other_documents_are_told_from_this_one():
    text = read("nghi-dinh-117-2003-tcvn3.transcript.txt")

    named = {
        one.document.text
        for one in find_citations(text)
        if one.document and one.document.scope is Scope.NAMED
    }

    assert {"Pháp lệnh Cán bộ", "Nghị định số 95/1998/NĐ-CP ngày 17 tháng 11 năm 1998 của Chính phủ"} <= named
