"""What the README says is what there is: settings, commands, rooms."""

import ast
import importlib
import inspect
import pkgutil
import re

from django.conf import settings
from django.core.management import get_commands
from django.template.loader import get_template

from proceedings import operations
from proceedings.queries.operation_names import FORMER, OPERATIONS, name_operation

BASE = settings.BASE_DIR
README = (BASE / "README.md").read_text(encoding="utf-8")
#: Our commands, and the one of the job queue that whoever runs the house must know.
COMMANDS = {command for command, app in get_commands().items() if app in {"proceedings", "submissions"}}


def section(title):
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def settings_read():
    """The names that settings.py asks the environment for."""
    tree = ast.parse((BASE / "proceedings" / "settings.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        is_reading = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if (
            is_reading
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "environment"
            and node.args
        ):
            yield f"KYYEU_{node.args[0].value}"


def test_every_setting_is_documented_and_every_documented_one_is_read():
    documented = set(re.findall(r"^\| `(KYYEU_\w+)`", section("Settings"), re.MULTILINE))

    assert documented == set(settings_read())


def test_every_command_is_documented_and_every_documented_one_is_there():
    documented = set(re.findall(r"^\| `(?!python)(\w+)", section("Commands"), re.MULTILINE))

    assert documented == COMMANDS | {"procrastinate"}


def test_every_room_has_its_line():
    rooms = {path.name for path in (BASE / "proceedings").iterdir() if (path / "__init__.py").exists()}
    rooms -= {"migrations", "templatetags"}

    assert [room for room in sorted(rooms) if f"    {room}/ " not in section("The house")] == []


def test_every_link_of_the_documents_leads_somewhere():
    documents = [*BASE.glob("*.md"), *(BASE / "docs").rglob("*.md"), *(BASE / "deploy").rglob("*.md")]
    link = re.compile(r"\]\((?!https?:|#|mailto:|docs/images/)([^)#]+)")  # images are made by `make shots`

    lost = [
        f"{document.name}: {target}"
        for document in documents
        for target in link.findall(document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]

    assert lost == []


def test_decisions_are_short_and_numbered():
    decisions = sorted((BASE / "docs" / "decisions").glob("*.md"))

    assert decisions
    assert [path.name for path in decisions if not re.match(r"\d{4}-[a-z0-9-]+\.md$", path.name)] == []
    assert [path.name for path in decisions if len(path.read_text(encoding="utf-8").splitlines()) > 40] == []


def test_every_template_compiles():
    for folder in [BASE / "templates", *(BASE / "proceedings").rglob("templates")]:
        for path in folder.rglob("*.html"):
            get_template(str(path.relative_to(folder)))


def test_every_operation_has_its_name_in_the_history():
    rooms = [
        importlib.import_module(f"{operations.__name__}.{each.name}")
        for each in pkgutil.iter_modules(operations.__path__)
    ]
    named = {
        f"{room.__name__.rsplit('.', 1)[-1]}.{name}"
        for room in rooms
        for name, function in vars(room).items()
        if hasattr(function, "__wrapped__")
        and function.__module__ == room.__name__
        and not inspect.isgeneratorfunction(function.__wrapped__)
    }

    assert named == set(OPERATIONS)


def test_a_former_name_of_an_operation_is_worded_as_the_one_it_has_now():
    assert not FORMER.keys() & OPERATIONS.keys()
    assert [name for name, now in FORMER.items() if name_operation(name) != str(OPERATIONS[now])] == []
    assert name_operation("nowhere.nothing") == "nowhere.nothing"
