"""Where the words behind a mark begin in the source, whatever stands in and before the mark."""

import unicodedata

import pytest

from proceedings.text.structure.lines import lines_of
from tests.proceedings.text.structure.trees import node_at, outline_of


@pytest.mark.parametrize(
    "mark",
    ["Điều 5. ", "\u00a0 Điều\u00a05. ", "\x1fĐiều 5. ", "\ufeff\tĐi\u00adều \u200b5. ", "Ðiều 5.  "],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_begin_behind_the_mark(mark, form):
    words = "“Ủy ban” và các cơ quan"
    text = unicodedata.normalize(form, f"{mark}{words}\n1. Một")

    article = node_at(outline_of(text), "dieu-5")

    assert unicodedata.normalize("NFC", article.heading) == words
    assert article.number == "5"
    assert unicodedata.normalize("NFC", article.mark).startswith(mark.strip()[:1])


def test_lines_tile_the_source():
    source = "một\n\nhai\r\n\u00a0ba\n"

    lines = lines_of(source)

    assert "".join(source[line.start : line.end] for line in lines) == source
    assert [line.clean for line in lines] == ["một", "", "hai", "ba", ""]


def test_the_words_of_a_khoan_are_parted_from_its_mark_in_the_source():
    text = unicodedata.normalize("NFD", "Điều 1. A\n\x1f1.\u00a0Ủy ban\nđ) không\na) Đúng\nb) Sai")

    khoan = node_at(outline_of(text), "dieu-1.khoan-1")

    (lead,) = [child for child in khoan.children if child.kind == "text"]
    assert unicodedata.normalize("NFC", lead.text[lead.body - lead.start :]) == "Ủy ban\nđ) không\n"
