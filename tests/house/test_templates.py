"""What every template of ours keeps to: no inline style or script, components that say what they take."""

import re

import pytest
from django.conf import settings

TEMPLATES = settings.BASE_DIR / "templates"
PATHS = sorted(TEMPLATES.rglob("*.html"))


def name(path):
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_template_has_no_inline_style_or_script(path):
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"""\sstyle\s*=|<style|\son\w+\s*=\s*["']|<script(?![^>]*\bsrc=)""", text) == []


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_template_hands_components_what_they_need_and_nothing_else(path):
    includes = re.findall(r"{% include \"components/[^%]*%}", path.read_text(encoding="utf-8"))

    assert [line for line in includes if not line.endswith("only %}")] == []


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_template_is_at_most_eighty_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 80
