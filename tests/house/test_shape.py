"""The shape of the house: what stands at the top, what modules are called, which imports are allowed."""

import ast
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command

BASE = settings.BASE_DIR
ROOMS = ("proceedings", "submissions")
MODULES = sorted(
    path for room in ROOMS for path in (BASE / room).rglob("*.py") if "migrations" not in path.parts
)
TESTS = sorted((BASE / "tests").rglob("*.py"))
#: Names that say nothing of what is inside.
BAGS = {"utils", "util", "helpers", "common", "misc", "managers", "services", "tools", "lib", "base_utils"}
TOP = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "deploy", "docs", "manage.py",
    "proceedings", "pyproject.toml", "requirements-dev.in", "requirements-dev.txt", "requirements.in",
    "requirements.txt", "static", "submissions", "templates", "tests",
}  # fmt: skip


def name(path):
    return str(path.relative_to(BASE))


def tracked():
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={BASE}", "ls-files"], cwd=BASE, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a checkout of git")
    return listed.stdout.splitlines()


def test_the_top_of_the_house_is_what_the_ecosystem_expects():
    assert {path.split("/")[0] for path in tracked()} == TOP


def test_nothing_that_was_made_here_is_tracked():
    made = ("var/", ".venv", "static/CACHE", "__pycache__")

    assert [path for path in tracked() if path.startswith(made) or path.endswith(".pyc")] == []


def test_imports_keep_to_the_layers():
    kept = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
        ],
        cwd=BASE,
        capture_output=True,
        text=True,
    )

    assert kept.returncode == 0, kept.stdout


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_migration_has_a_name():
    files = [path.stem for path in (BASE / "proceedings" / "migrations").glob("0*.py")]

    assert [stem for stem in files if "auto" in stem] == []
    assert len({stem[:4] for stem in files}) == len(files)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is_for(path):
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert said
    assert "TODO" not in path.read_text(encoding="utf-8")


def test_no_module_is_a_bag():
    assert [name(path) for path in MODULES + TESTS if path.stem in BAGS or path.parent.name in BAGS] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_can_be_read_at_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320


def test_every_folder_of_tests_is_found():
    without = {path.parent for path in TESTS if not (path.parent / "__init__.py").exists()}

    assert without == set()


def test_tests_mirror_the_house():
    rooms = {
        path.relative_to(BASE / "tests" / "proceedings").parent
        for path in (BASE / "tests" / "proceedings").rglob("test_*.py")
    }

    assert [str(room) for room in rooms if not (BASE / "proceedings" / room).is_dir()] == []


def test_no_signal_of_our_own():
    uses = [name(path) for path in MODULES if "django.dispatch" in path.read_text(encoding="utf-8")]

    assert uses == []
