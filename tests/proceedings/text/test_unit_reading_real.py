"""Units of real regulations: what nobody touched is read back as it was, and a change stays where it was made."""

import json

import pytest

from proceedings.text.provisions import Kind
from proceedings.text.structure import provisions, read_structure
from proceedings.text.unit_lines import lines_of_unit, unit_text
from proceedings.text.unit_reading import read_head, read_unit
from proceedings.text.units import is_division, text_of
from tests.proceedings.text.structure.test_real_texts import FOUR, paragraphs_of
from tests.proceedings.text.test_unit_reading import as_written, shape
from tests.submissions import real_files

REAL = real_files.folder()
pytestmark = pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing() or "they are there")


def units_of(nodes):
    for node in nodes:
        yield node
        if is_division(node):
            yield from units_of(node.children)


@pytest.fixture(params=FOUR)
def units(request):
    regulation = json.loads((REAL / f"regulation-{request.param}.json").read_text(encoding="utf-8"))
    outline = read_structure(list(paragraphs_of(regulation)))
    return [unit for text in outline.texts for unit in units_of(provisions(text))]


def test_untouched_units_are_read_back_as_they_were(units):
    for unit in units:
        if is_division(unit):
            assert read_head(unit, text_of(unit)).heading == unit.heading
        else:
            assert shape(read_unit(unit, unit_text(unit))) == as_written(unit)


def test_a_word_more_in_a_line_changes_one_node_and_keeps_all(units):
    for unit in [unit for unit in units if unit.kind is Kind.DIEU][::7]:
        lines = [line.text for line in lines_of_unit(unit)]
        for place in range(1, len(lines), max(5, len(lines) // 3)):
            text = "\n".join([*lines[:place], f"{lines[place]} thêm chữ", *lines[place + 1 :]])

            written = list(read_unit(unit, text).walk())

            assert [node.was for node in written] == list(range(len(list(unit.walk()))))
            assert sum("thêm chữ" in f"{node.heading} {node.text}" for node in written) == 1
