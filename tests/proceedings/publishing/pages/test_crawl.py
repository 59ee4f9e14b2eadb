"""Every link of every page leads somewhere, also from a numbered edition; every page keeps the house's rules."""

import re
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from proceedings.publishing.icon import icon_path
from proceedings.publishing.stylesheet import draft_stylesheet_path, stylesheet_path
from tests.proceedings.publishing.pages.conftest import PDF

ROOT = "/workshops/hoi-thao-mau/"
HREF = re.compile(r'<(?:a|link)\b[^>]*?\shref="([^"]*)"')
ELSEWHERE = re.compile(r"^(/en)?/accounts/login/$")


@pytest.fixture
def pages(drafted_pages):
    """All kinds of pages, those of drafts with them."""
    return drafted_pages


def links(page):
    return [href.replace("&amp;", "&") for href in HREF.findall(page.html)]


def known_addresses(pages):
    files = {f"{prefix}{ROOT}downloads/{PDF.name}" for prefix in ("", "/en")}
    return (
        {page.address for page in pages.values()}
        | files
        | {stylesheet_path(), draft_stylesheet_path(), icon_path()}
    )


@pytest.mark.django_db
def test_every_link_leads_to_a_page_or_a_file(pages):
    known = known_addresses(pages)

    lost = {
        (page.address, href)
        for page in pages.values()
        for href in links(page)
        if urlsplit(urljoin(page.address, href)).path not in known
        and not ELSEWHERE.match(urlsplit(href).path)
    }

    assert lost == set()


@pytest.mark.django_db
def test_every_fragment_leads_to_an_element(pages):
    by_address = {page.address: page.html for page in pages.values()}

    lost = {
        (page.address, href)
        for page in pages.values()
        for href in links(page)
        if (fragment := urlsplit(href).fragment)
        and f'id="{unquote(fragment)}"' not in by_address[urlsplit(urljoin(page.address, href)).path]
    }

    assert lost == set()


@pytest.mark.django_db
def test_links_inside_a_workshop_stay_in_a_numbered_edition(pages):
    inside = [page for page in pages.values() if page.path.startswith(ROOT) and page.language == "vi"]

    for page in inside:
        numbered = page.path.replace(ROOT, f"{ROOT}editions/1/")
        relative = [href for href in links(page) if not href.startswith(("/", "#", "http"))]
        targets = {urlsplit(urljoin(numbered, href)).path for href in relative}

        assert relative, page.path
        assert all(target.startswith(f"{ROOT}editions/1/") for target in targets), page.path


@pytest.mark.django_db
def test_every_page_has_one_first_heading(pages):
    counts = {page.address: len(re.findall(r"<h1\b", page.html)) for page in pages.values()}

    assert {address for address, count in counts.items() if count != 1} == set()


@pytest.mark.django_db
def test_no_page_skips_a_level_of_headings(pages):
    skipping = set()
    for page in pages.values():
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", page.html)]
        skipping |= {page.address for before, after in pairwise(levels) if after > before + 1}

    assert skipping == set()


@pytest.mark.django_db
def test_every_id_stands_once_on_its_page(pages):
    twice = {}
    for page in pages.values():
        ids = re.findall(r'\sid="([^"]+)"', page.html)
        if len(ids) != len(set(ids)):
            twice[page.address] = sorted({name for name in ids if ids.count(name) > 1})

    assert twice == {}


@pytest.mark.django_db
def test_no_page_holds_style_or_script(pages):
    found = {
        page.address
        for page in pages.values()
        if re.search(r"\sstyle=|<style|<script|\son[a-z]+=", page.html)
    }

    assert found == set()


@pytest.mark.django_db
def test_every_page_says_what_it_is(pages):
    for page in pages.values():
        assert f'<html lang="{page.language}"' in page.html
        assert re.search(r'<meta name="description" content="[^"]{5,}', page.html), page.address
        assert f'<link rel="canonical" href="http://localhost:8000{page.address}">' in page.html
        assert 'hreflang="en"' in page.html
        assert 'hreflang="vi"' in page.html


@pytest.mark.django_db
def test_the_other_language_is_the_same_page(pages):
    for (path, language), page in pages.items():
        other = f"/en{path}" if language == "vi" else path

        assert f'<a href="{other}"' in page.html
