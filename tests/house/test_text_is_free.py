"""The language engine stands alone, and the rooms that open untrusted files never load Django."""

import ast
import sys
from pathlib import Path

import pytest

BASE = Path(__file__).parents[2]
ROOM = BASE / "proceedings" / "text"
ALLOWED = sys.stdlib_module_names | {"rapidfuzz"}
#: Rooms whose code runs in a child process that must start quickly; their words for people are kept beside.
OPENING = [
    module
    for room in ("jail", "letterhead", "readers", "screening")
    for module in sorted((BASE / "submissions" / room).rglob("*.py"))
    if module.stem != "words"
]


def imported_names(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively"
            yield node.module


@pytest.mark.parametrize("module", sorted(ROOM.rglob("*.py")), ids=lambda module: module.stem)
def test_text_imports_the_standard_library_itself_and_what_compares_words_only(module):
    ours = {name for name in imported_names(module) if name.startswith("proceedings.text.")}
    others = set(imported_names(module)) - ours

    assert {root for name in others if (root := name.partition(".")[0]) not in ALLOWED} == set()


@pytest.mark.parametrize("module", OPENING, ids=lambda module: f"{module.parent.stem}-{module.stem}")
def test_a_room_that_opens_files_is_free_of_django(module):
    assert {name for name in imported_names(module) if name.partition(".")[0] == "django"} == set()
