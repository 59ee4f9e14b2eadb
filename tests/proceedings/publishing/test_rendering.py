import gzip

import pytest

from proceedings.publishing.pages import count_of, page_at, pages_of
from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.rendering import compressed, fingerprint, input_sha256, relative_root, render
from proceedings.publishing.sources import Source
from proceedings.vocabulary import Audience


def spec(path, *, content="", is_site_page=False):
    return PageSpec(path=path, template="public/home.html", content=content, is_site_page=is_site_page)


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("/workshops/x/", "./"),
        ("/workshops/x/contributions/", "../"),
        ("/workshops/x/contributions/12/", "../../"),
        ("/workshops/x/contributions/by/theme/y/form/paper/page/2/", "../../../../../../../../"),
    ],
)
def test_links_lead_back_to_the_workshop(path, root):
    assert relative_root(spec(path)) == root
    assert relative_root(spec(path, is_site_page=True)) == ""


def test_equal_pages_have_equal_bytes():
    first, second = compressed("Tỉnh ủy"), compressed("Tỉnh ủy")

    assert first == second
    assert gzip.decompress(first.gzipped).decode() == "Tỉnh ủy"


def test_a_page_is_known_by_all_that_it_is_made_from():
    base = spec("/a/", content=("x", 1))
    others = [
        spec("/b/", content=("x", 1)),
        spec("/a/", content=("x", 2)),
        PageSpec("/a/", "t.html", ("x", 1)),
        PageSpec("/a/", "public/home.html", ("x", 1), heading="h"),
        PageSpec("/a/", "public/home.html", ("x", 1), passage="h"),
    ]

    hashes = {
        input_sha256(base, "vi"),
        input_sha256(base, "en"),
        *(input_sha256(other, "vi") for other in others),
    }

    assert len(hashes) == 7
    assert input_sha256(base, "vi") == input_sha256(spec("/a/", content=("x", 1)), "vi")


def test_the_house_that_draws_counts(settings, tmp_path):
    fingerprint.cache_clear()
    before = fingerprint()
    try:
        settings.SITE_URL = "https://khac.example.vn"
        fingerprint.cache_clear()
        assert fingerprint() != before
    finally:
        fingerprint.cache_clear()


@pytest.mark.django_db
@pytest.mark.parametrize("audience", Audience)
def test_the_count_is_the_count_of_the_pages(record, audience):
    source = Source(record, audience)

    specs = list(pages_of(source))

    assert len(specs) == count_of(source)
    assert len({page.path for page in specs}) == len(specs)


@pytest.mark.django_db
def test_a_page_is_found_by_its_path(record):
    source = Source(record, Audience.PUBLIC)
    inside = [page for page in pages_of(source) if not page.is_site_page]

    assert [page_at(source, page.path).path for page in inside] == [page.path for page in inside]
    for path in ("contributions/2/", "contributions/9/", "khac/", "committees/khac/"):
        assert page_at(source, source.root + path) is None


@pytest.mark.django_db
def test_what_a_contributor_wrote_is_never_markup(register, workshop):
    register(title="<script>alert(1)</script>", text="{{ 7|add:7 }} <b>đậm</b>\n</p>", circulation="public")
    page = page_at(Source(workshop, Audience.PUBLIC), "/workshops/hoi-thao-mau/contributions/1/")

    html = render(page, "vi")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7|add:7 }} &lt;b&gt;đậm&lt;/b&gt;" in html
    assert "<script>alert" not in html


@pytest.mark.django_db
def test_a_preview_says_that_it_is_one(record):
    page = page_at(Source(record, Audience.PUBLIC), "/workshops/hoi-thao-mau/")

    assert render(page, "vi", is_preview=True) != render(page, "vi")
