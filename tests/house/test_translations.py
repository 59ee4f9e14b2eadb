"""Every word of the interface has its English, and what is compiled is what is written."""

import ast
import gettext
import re
import shutil
import subprocess

import pytest
from django.conf import settings

FOLDER = settings.BASE_DIR / "proceedings" / "locale" / "en" / "LC_MESSAGES"
FIELD = re.compile(
    r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\n?)+)', re.MULTILINE
)
PLACEHOLDER = re.compile(r"%\(\w+\)s|%s|\{\}")


def entries():
    """The entries of the .po as mappings of their fields, the header left out."""
    text = (FOLDER / "django.po").read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        fields = {
            name: "".join(ast.literal_eval(line) for line in value.strip().splitlines())
            for name, value in FIELD.findall(re.sub(r"^#.*\n", "", block, flags=re.MULTILINE))
        }
        if fields.get("msgid"):
            yield fields | {"is_fuzzy": "#, fuzzy" in block}


def translations(entry):
    return [value for name, value in entry.items() if name.startswith("msgstr")]


def test_every_word_has_its_english():
    missing = [entry["msgid"] for entry in entries() if entry["is_fuzzy"] or not all(translations(entry))]

    assert missing == []


def test_no_translation_loses_a_placeholder():
    lost = [
        entry["msgid"]
        for entry in entries()
        for text in translations(entry)
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(entry["msgid"]))
    ]

    assert lost == []


def test_compiled_words_are_the_written_ones():
    with (FOLDER / "django.mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)._catalog

    written = {}
    for entry in entries():
        key = "\x04".join(filter(None, (entry.get("msgctxt"), entry["msgid"])))
        for place, text in enumerate(translations(entry)):
            written[(key, place) if "msgid_plural" in entry else key] = text

    assert {key: text for key, text in catalogue.items() if key} == written


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed")
def test_every_marked_word_is_collected(tmp_path):
    """Ask xgettext itself for the marked words of our Python; templates are rendered in English by other tests."""
    sources = sorted(
        str(path)
        for room in ("proceedings", "submissions")
        for path in (settings.BASE_DIR / room).rglob("*.py")
    )
    found = tmp_path / "found.po"
    keywords = ("gettext_noop", "gettext_lazy", "ngettext_lazy:1,2", "pgettext:1c,2", "pgettext_lazy:1c,2")

    subprocess.run(
        [
            *("xgettext", "--language=Python", "--from-code=UTF-8", "--no-location", "--keyword=_"),
            *(f"--keyword={keyword}" for keyword in keywords),
            *("-o", str(found), *sources),
        ],
        check=True,
        capture_output=True,
    )

    marked = {
        "".join(ast.literal_eval(line) for line in value.strip().splitlines())
        for name, value in FIELD.findall(found.read_text(encoding="utf-8"))
        if name == "msgid"
    }
    assert sorted(marked - {entry["msgid"] for entry in entries()} - {""}) == []


def test_every_mark_is_one_that_is_collected():
    """Words marked with a name of our own are passed over by makemessages without a word."""
    renamed = []
    for room in ("proceedings", "submissions"):
        for path in (settings.BASE_DIR / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                    renamed += [
                        f"{path}: {each.asname}" for each in node.names if each.asname not in {None, "_"}
                    ]

    assert renamed == []
