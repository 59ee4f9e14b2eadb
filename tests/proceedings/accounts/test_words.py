"""Every word of the sign-in and error pages has its English twin, with the same parameters."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

BASE = Path(settings.BASE_DIR)
CATALOGUE = BASE / "proceedings" / "accounts" / "locale" / "en" / "LC_MESSAGES" / "django.po"
SOURCES = [*(BASE / "proceedings" / "accounts").glob("*.py"), BASE / "proceedings" / "web" / "errors.py"]
TEMPLATES = [*(BASE / "templates" / "account").rglob("*.*"), BASE / "templates" / "error.html"]


def catalogue():
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.*)"$', CATALOGUE.read_text(), re.MULTILINE)
    return dict(pairs)


def words():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
                yield node.args[0].value
    for path in TEMPLATES:
        text = path.read_text()
        yield from re.findall(r'{% translate "([^"]+)"', text)
        for block in re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate", text):
            yield re.sub(r"{{ (\w+) }}", r"%(\1)s", block)


@pytest.mark.parametrize("text", sorted(set(words())))
def test_word_has_an_english_twin(text):
    english = catalogue().get(text, "")

    assert english
    assert re.findall(r"%\(\w+\)s", english) == re.findall(r"%\(\w+\)s", text)


def test_no_twin_is_left_over():
    assert set(catalogue()) == set(words())
