"""What the page between two drafts must show."""

import re

import pytest

from proceedings.publishing.pages import page_at
from proceedings.publishing.rendering import render
from proceedings.publishing.sources import Source
from proceedings.sample import regulation
from proceedings.sample.consulting import consult
from proceedings.vocabulary import Audience

pytestmark = pytest.mark.django_db

ROOT = "/workshops/hoi-thao-mau/"
FIRST = f"{ROOT}draft/1/redline/2/"
FOLD = re.compile(r'<details class="redline-fold"><summary>([^<]*)</summary>')


def words(page):
    return re.sub(r'<span class="visually-hidden"[^>]*>[^<]*</span>', "", page.html)


def test_what_came_is_inserted_and_what_went_is_deleted_and_both_are_said(drafted_pages):
    page = drafted_pages[FIRST, "vi"]

    assert "<ins>4</ins>" in words(page).replace("<ins>4.</ins>", "<ins>4</ins>")
    assert re.search(r"Kịp thời<ins>, công khai và đúng thẩm quyền</ins>", words(page))
    assert '<ins><span class="visually-hidden">[thêm: </span>' in page.html
    assert '<del><span class="visually-hidden">[bỏ: </span>' in page.html


def test_both_drafts_stand_beside_each_other_without_a_script(drafted_pages):
    html = words(drafted_pages[FIRST, "vi"])

    assert re.findall(r'type="radio" name="view" id="([^"]+)"( checked)?', html) == [
        ("view-inline", " checked"), ("view-columns", ""),
    ]  # fmt: skip
    before = re.search(r'id="dieu-2.khoan-2".*?<p class="redline-before">(.*?)</p>', html, re.DOTALL)[1]
    after = re.search(r'id="dieu-2.khoan-2".*?<p class="redline-after">(.*?)</p>', html, re.DOTALL)[1]
    assert before.strip() == "2. Kịp thời."
    assert after.strip() == "2. Kịp thời<ins>, công khai và đúng thẩm quyền</ins>."


def test_the_list_counts_and_leads_to_every_change(drafted_pages):
    html = drafted_pages[FIRST, "vi"].html
    listed = re.findall(r'<li><a href="#([^"]+)"><span class="change-shape"', html)
    total = int(re.search(r"Danh sách (\d+) chỗ thay đổi", html)[1])
    counted = sum(map(int, re.findall(r"</span> [^<]+ <b>(\d+)</b></li>", html)))

    assert len(listed) == total == counted
    assert "dieu-2.khoan-2" in listed


def test_long_unchanged_stretches_fold(drafted_pages):
    html = drafted_pages[f"{ROOT}draft/2/redline/3/", "vi"].html
    folds = FOLD.findall(html)

    assert any(re.match(r"\d+ mục không đổi, từ .+ đến ", fold) for fold in folds)
    assert "Quy định này có hiệu lực từ ngày ký." in html


def test_equal_drafts_say_so(workshop, drafting, by):
    drafting.start()
    drafting.issue()
    drafting.next()
    drafting.issue()
    source = Source(workshop, Audience.DELEGATES)

    html = render(page_at(source, FIRST), "vi")

    assert "Hai dự thảo giống nhau từng chữ." in html


def test_links_lead_to_both_drafts_at_the_place(drafted_pages):
    html = drafted_pages[FIRST, "vi"].html

    assert 'href="../../../../draft/1/#dieu-2.khoan-3"' in html
    assert 'href="../../../../draft/2/#dieu-2.khoan-4"' in html


@pytest.fixture
def sample(workshop, by):
    consult(workshop, **by)
    source = Source(workshop, Audience.PUBLIC)
    return source, render(page_at(source, FIRST), "vi")


def test_the_sample_shows_every_kind_of_change_and_both_places_of_a_move(sample):
    _source, html = sample

    for kind in ("changed", "inserted", "deleted", "renumbered", "moved", "split", "merged", "moved-away"):
        assert f'class="change-mark change-{kind}' in html, kind
    away = re.findall(r'class="redline-block redline-moved-away[^"]*" id="([^"]+)"', html)
    assert away
    for anchor in away:
        assert f'href="#{anchor}"' in html
        twin = re.search(rf'id="{re.escape(anchor)}".*?Chuyển tới', html, re.DOTALL)[0]
        target = re.findall(r'href="#([^"]+)">', twin)[-1]
        assert f'id="{target}"' in html.replace("%C4%91", "đ")


def test_the_sample_tells_the_reasons_and_the_confirmed_lineage(sample):
    _source, html = sample

    assert "Bổ sung khâu dự báo, phòng ngừa" in html
    assert re.search(r"Gộp</b>.*?từ khoản 1 Điều 6, khoản 3 Điều 6", html, re.DOTALL)


def test_the_words_of_both_drafts_are_all_there(sample):
    source, _html = sample
    comparison = page_at(source, FIRST).content.body.value
    told = [
        (block.kind, passage)
        for item in comparison.items
        for block in getattr(item, "blocks", (item,))
        for passage in block.passages
    ]

    later = ["".join(t for op, t in p.words if op != "delete") for _, p in told if p.place != "old"]
    earlier = [
        "".join(t for op, t in p.words if op != "insert")
        for kind, p in told
        if p.place != "new" and kind != "moved"
    ]
    assert later == list(regulation.drafts()[1].paragraphs)
    assert earlier == list(regulation.drafts()[0].paragraphs)
