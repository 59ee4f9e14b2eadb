import ast
import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "proceedings" / "text"


def imported_names(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively"
            yield node.module


@pytest.mark.parametrize("module", sorted(ROOM.rglob("*.py")), ids=lambda module: module.stem)
def test_text_imports_the_standard_library_and_itself_only(module):
    ours = {name for name in imported_names(module) if name.startswith("proceedings.text.")}
    others = set(imported_names(module)) - ours

    assert {name for name in others if name.partition(".")[0] not in sys.stdlib_module_names} == set()
