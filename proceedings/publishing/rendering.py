"""A page's bytes, and the hash of all that they are made from."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.utils import translation

from proceedings.publishing.icon import icon_path
from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.stylesheet import draft_stylesheet_path, stylesheet_path

LANGUAGES = ("vi", "en")
COMPRESSION = 6


@dataclass(frozen=True)
class Rendered:
    """A page in one language: the hash of its HTML and the HTML, gzipped so that equal pages have equal bytes."""

    sha256: str
    gzipped: bytes


def render(spec: PageSpec, language: str, *, is_preview: bool = False) -> str:
    """Return a page's HTML in a language."""
    addresses = {"vi": f"{settings.SITE_URL}{spec.path}", "en": f"{settings.SITE_URL}/en{spec.path}"}
    with translation.override(language):
        return get_template(spec.template).render(
            {
                "page": spec.content,
                "section": spec.section,
                "root": relative_root(spec),
                "site_root": "/en/" if language == "en" else "/",
                "path": spec.path,
                "address": addresses[language],
                "addresses": addresses,
                "alternate_url": spec.path if language == "en" else f"/en{spec.path}",
                "is_preview": is_preview,
            }
        )


def compressed(html: str) -> Rendered:
    """Return the bytes that are kept of a page."""
    body = html.encode()
    return Rendered(
        sha256=hashlib.sha256(body).hexdigest(),
        gzipped=gzip.compress(body, compresslevel=COMPRESSION, mtime=0),
    )


def relative_root(spec: PageSpec) -> str:
    """Return the way from a page to its workshop's first page, such as ``../../``.

    Links inside a workshop are relative, so that the same bytes serve the current edition, a numbered one,
    the preview and a folder on a disk.
    """
    if spec.is_site_page:
        return ""
    depth = spec.path.strip("/").count("/") - 1  # /workshops/<slug>/ is depth 0
    return "../" * depth or "./"


def input_sha256(spec: PageSpec, language: str) -> str:
    """Return the hash of all that a page is made from: the house that draws it, its address and its content.

    What a search finds on it is part of that, so that a page with the same hash has the same passage.
    """
    drawn = (fingerprint(), language, spec.template, spec.path, repr(spec.content))
    made_from = "\0".join((*drawn, spec.heading, spec.passage))
    return hashlib.sha256(made_from.encode()).hexdigest()


@cache
def fingerprint() -> str:
    """Return the hash of what draws pages and reads their words for the search.

    That is templates, the code beside this module, the language engine, the words, and the versions of the libraries.
    """
    base = Path(settings.BASE_DIR)
    digest = hashlib.sha256(
        " ".join((stylesheet_path(), draft_stylesheet_path(), icon_path(), settings.SITE_URL)).encode()
    )
    for folder, pattern in (
        (base / "templates", "**/*.html"),
        (base / "proceedings" / "publishing", "**/*.py"),
        (base / "proceedings" / "templatetags", "**/*.py"),
        (base / "proceedings" / "text", "**/*.py"),
        (base / "proceedings" / "vocabulary", "*.py"),
        (base / "proceedings" / "queries", "*draft*.py"),
        (base / "proceedings" / "exports", "draft_names.py"),
        (base / "proceedings" / "formats", "**/*.py"),
        (base / "proceedings" / "locale", "**/*.po"),
    ):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.read_bytes())
    digest.update((base / "requirements.txt").read_bytes())
    return digest.hexdigest()
