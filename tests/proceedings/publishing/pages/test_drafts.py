"""What the pages of drafts must show."""

import re
from itertools import chain

import pytest

from proceedings.operations import drafts
from proceedings.publishing.pages import count_of, page_at, pages_of
from proceedings.publishing.pages import drafts as draft_pages
from proceedings.publishing.pages import redlines as redline_pages
from proceedings.publishing.rendering import input_sha256, render
from proceedings.publishing.sources import FileLine, Source
from proceedings.queries.draft_readings import DraftReader
from proceedings.vocabulary import Audience, Circulation
from tests.proceedings.publishing.pages.conftest import PDF, circulate

pytestmark = pytest.mark.django_db

ROOT = "/workshops/hoi-thao-mau/"
MAIN = f"{ROOT}draft/"
OTHER = f"{ROOT}texts/de-an/draft/"


def test_each_text_has_its_latest_draft_and_every_one_under_its_number(drafted_pages):
    paths = {path for path, _language in drafted_pages if "/draft/" in path}

    assert paths == {
        MAIN, f"{MAIN}1/", f"{MAIN}2/", f"{MAIN}3/",
        f"{MAIN}1/redline/2/", f"{MAIN}2/redline/3/", f"{MAIN}1/redline/3/",
        OTHER, f"{OTHER}1/",
    }  # fmt: skip


def test_a_draft_says_which_it_is(drafted_pages, now):
    page = drafted_pages[f"{MAIN}2/", "vi"]

    for words in (f"Dự thảo lần 2 · {now:%d/%m/%Y} · Văn bản của Đảng", "Quy định mẫu &lt;về&gt; phối hợp",
                  "VĂN BẢN MẪU", "Ghi chú lần 2", "So với dự thảo lần 1"):  # fmt: skip
        assert words in page.text
    assert "VĂN BẢN MẪU" not in drafted_pages[OTHER, "vi"].text
    assert "Văn bản của Nhà nước" in drafted_pages[OTHER, "vi"].text


def test_every_provision_has_its_place_its_link_and_its_citation(drafted_workshop, drafted_pages):
    html = drafted_pages[f"{MAIN}2/", "vi"].html
    draft = Source(drafted_workshop, Audience.PUBLIC).circulated[0].drafts[1]
    paths = DraftReader().outline(draft).nodes

    assert "dieu-3.khoan-1.doan-1" in paths
    assert [path for path in paths if html.count(f'id="{path}"') != 1] == []
    assert 'href="#dieu-3.khoan-1.diem-%C4%91" title="điểm đ khoản 1 Điều 3, Dự thảo lần 2"' in html
    assert "<span>điểm đ khoản 1 Điều 3, Dự thảo lần 2</span>" in html
    assert "http://localhost:8000/workshops/hoi-thao-mau/draft/2/#dieu-3.khoan-1.diem-%C4%91" in html


def test_on_the_latest_page_links_lead_to_the_drafts_own_address(drafted_pages):
    html = drafted_pages[MAIN, "vi"].html

    assert 'class="permalink" href="3/#dieu-1"' in html
    assert "/draft/3/#dieu-1</span>" in html
    assert 'class="permalink" href="#' not in html


def test_what_changed_is_told_by_word_and_shape_with_its_reason(drafted_pages):
    page = drafted_pages[f"{MAIN}2/", "vi"]

    changed = re.search(r'id="dieu-2.khoan-2">.*?id="dieu-2.khoan-3"', page.html, re.DOTALL)[0]
    assert 'href="../../draft/1/redline/2/#dieu-2.khoan-2">Sửa</a>' in changed
    assert ">≠<" in changed
    assert "Theo ý kiến &lt;Bắc Ninh&gt;" in changed
    assert "trước là khoản 3 Điều 2" in page.text
    assert "Bổ sung" in page.text
    assert "change-mark" not in drafted_pages[f"{MAIN}1/", "vi"].html


def test_contents_lead_to_every_headed_provision(drafted_pages):
    html = drafted_pages[OTHER, "vi"].html
    contents = html.partition('<div class="contents">')[2].partition("</nav>")[0]

    assert re.findall(r'href="#([^"]+)"', contents) == [
        "phan-1", "phan-1.chuong-1", "phan-1.chuong-1.muc-1", "dieu-1", "dieu-2a", "phu-luc-1",
    ]  # fmt: skip


def test_tables_grounds_and_appendices_are_what_they_are(drafted_pages):
    html = drafted_pages[OTHER, "vi"].html

    assert '<th scope="col">Việc</th><th scope="col">Thời hạn</th>' in html
    assert "<td>Trả lời</td><td>15 ngày</td>" in html
    assert 'class="provision provision-preamble"' in html
    assert 'class="provision provision-signature"' in html
    assert 'class="provision provision-appendix" id="phu-luc-1"' in html
    assert "<p>- một việc;" in html


def test_the_workshop_leads_to_its_drafts(drafted_pages):
    page = drafted_pages[ROOT, "vi"]

    assert 'href="./draft/"' in page.html
    assert 'href="./draft/2/redline/3/"' in page.html
    assert 'href="./texts/de-an/draft/"' in page.html
    assert "Văn bản lấy ý kiến" in page.text
    assert "Dự thảo" not in drafted_pages["/", "vi"].text


def test_the_sections_of_every_page_lead_to_the_draft_where_there_is_one(drafted_pages, workshop):
    page = drafted_pages[f"{ROOT}conclusions/", "vi"]

    assert '<a href="../draft/">Dự thảo</a>' in page.html


def test_a_workshop_without_drafts_says_nothing_of_them(pages):
    assert "draft/" not in pages[ROOT, "vi"].html
    assert (MAIN, "vi") not in pages


def test_the_progress_counts_every_page(drafted_workshop):
    source = Source(drafted_workshop, Audience.PUBLIC)

    assert count_of(source) == sum(1 for _ in pages_of(source))


def test_a_preview_finds_the_pages_of_drafts(drafted_workshop):
    source = Source(drafted_workshop, Audience.PUBLIC)

    for path in (MAIN, f"{MAIN}1/", f"{MAIN}1/redline/3/", OTHER):
        assert page_at(source, path).path == path
    assert page_at(source, f"{MAIN}4/") is None
    assert page_at(source, f"{MAIN}3/redline/1/") is None


def test_who_may_not_read_a_text_has_no_page_of_it(drafted_workshop, by):
    main = drafted_workshop.consulted_texts.get(position=1)
    circulate(main, Circulation.DELEGATES, by)

    public = {spec.path for spec in pages_of(Source(drafted_workshop, Audience.PUBLIC))}
    delegates = {spec.path for spec in pages_of(Source(drafted_workshop, Audience.DELEGATES))}
    assert MAIN not in public
    assert OTHER in public
    assert MAIN in delegates


def test_unchanged_drafts_are_known_without_being_worked_out(drafted_workshop, django_assert_num_queries):
    before = hashes(drafted_workshop)

    source = Source(drafted_workshop, Audience.PUBLIC)
    with django_assert_num_queries(7):  # texts, drafts, lineages; the words of four drafts, for the search
        again = {spec.path: input_sha256(spec, "vi") for spec in drafted_of(source)}

    assert again == before


def test_a_new_draft_changes_the_pages_of_its_text_only(drafted_workshop, by):
    before = hashes(drafted_workshop)
    main = drafted_workshop.consulted_texts.get(position=1)

    drafts.issue(draft=main.drafts.working().get(), **by)

    after = hashes(drafted_workshop)
    assert before[f"{MAIN}1/"] != after[f"{MAIN}1/"]
    assert f"{MAIN}4/" in after
    assert before[f"{OTHER}1/"] == after[f"{OTHER}1/"]


@pytest.mark.parametrize("path", [f"{MAIN}2/", f"{MAIN}1/redline/2/"])
def test_a_page_of_a_draft_takes_the_same_queries_however_long(
    drafted_workshop, django_assert_num_queries, path
):
    source = Source(drafted_workshop, Audience.PUBLIC)
    spec = page_at(source, path)

    with django_assert_num_queries(
        3
    ):  # the lineage, the reasons of both kinds; the words were read for the search
        render(spec, "vi")
        render(spec, "en")


def drafted_of(source):
    return chain(draft_pages.pages(source), redline_pages.pages(source))


def hashes(workshop):
    return {spec.path: input_sha256(spec, "vi") for spec in drafted_of(Source(workshop, Audience.PUBLIC))}


def test_the_latest_draft_and_the_last_comparison_of_a_text_offer_its_files(drafted_workshop):
    names = ("final-text.pdf", "redline.docx", "final-text-de-an.pdf")
    files = (*(FileLine(name, "application/pdf", 12345, "cd" * 32) for name in names), PDF)
    source = Source(drafted_workshop, Audience.PUBLIC, files=files)
    offered = {
        MAIN: [("../", "final-text.pdf"), ("../", "redline.docx")],
        f"{MAIN}2/": [],
        f"{MAIN}3/": [("../../", "final-text.pdf"), ("../../", "redline.docx")],
        f"{MAIN}1/redline/2/": [],
        f"{MAIN}2/redline/3/": [("../../../../", "redline.docx")],
        f"{MAIN}1/redline/3/": [],
        OTHER: [("../../../", "final-text-de-an.pdf")],
        ROOT: [("./", "proceedings.pdf")],
    }

    for path, links in offered.items():
        html = render(page_at(source, path), "vi")
        assert re.findall(r'href="([./]+)downloads/([^"]+)"', html) == links, path


def test_a_preview_offers_no_address_for_citing(drafted_workshop):
    spec = page_at(Source(drafted_workshop, Audience.PUBLIC), f"{MAIN}2/")

    assert "localhost:8000" in render(spec, "vi")
    assert "localhost:8000" not in render(spec, "vi", is_preview=True).partition("<main")[2]
