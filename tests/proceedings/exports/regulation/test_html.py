"""The page of HTML: well formed, closed to everything from outside, a handle for every provision."""

import base64
import hashlib
import re

import pytest
from lxml import html

from proceedings.exports.regulation.final_text import write_final_text
from proceedings.text.provisions import Role, with_paths
from tests.proceedings.exports.documents import HOSTILE, squeezed
from tests.proceedings.exports.regulation.samples import DATES, article, document_of, sample_of, text

STATE, PARTY_2018, PARTY_2026 = DATES


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("regulation")
    return {key: write_final_text(sample_of(key), folder / f"{key}.html") for key in DATES}


def page_of(path):
    return html.fromstring(path.read_text(encoding="utf-8"))


def test_every_provision_has_a_permalink(written):
    page = page_of(written[STATE])
    ids = [element.get("id") for element in page.iter() if element.get("id")]

    assert len(ids) == len(set(ids))
    assert {"chuong-1", "dieu-2.khoan-2.diem-đ", "dieu-2.khoan-2a", "chuong-2.muc-1", "phu-luc-1"} <= set(ids)
    assert all(link.get("href")[1:] in ids for link in page.iter("a"))
    assert page.get_element_by_id("dieu-2.khoan-2").text_content() == "2. Bảo đảm:"


def test_headings_go_down_without_a_gap(written):
    levels = [
        int(element.tag[1])
        for element in page_of(written[STATE]).iter()
        if re.fullmatch(r"h\d", str(element.tag))
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2, 3, 4}


def test_page_asks_for_nothing_and_runs_nothing(written):
    source = written[PARTY_2026].read_text(encoding="utf-8")
    (rules,) = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'" in source
    assert not re.search(r"<(script|link|img|iframe)\b|\sstyle=|\son\w+=|url\(|https?://", source)


def test_page_says_what_the_layout_asks(written):
    party, state = (written[key].read_text(encoding="utf-8") for key in (PARTY_2026, STATE))

    assert "margin: 20mm 15mm 20mm 30mm" in party
    assert 'class="motto' not in party
    assert "-----" in party
    assert "Độc lập - Tự do - Hạnh phúc" in state
    assert "-----" not in state
    assert page_of(written[STATE]).findtext(".//title").endswith("VĂN BẢN MẪU")


def test_table_has_a_head(written):
    table = page_of(written[STATE]).find(".//table")

    assert [cell.text for cell in table.iter("th")] == ["Loại báo cáo", "Thời hạn", "Nơi nhận"]
    assert len(table.findall("./tbody/tr")) == 2


def test_page_holds_hostile_text_literally(tmp_path):
    hostile = " ".join((*HOSTILE, '</style><script>alert(1)</script>" onload="x'))
    document = document_of(
        *with_paths((article("1", hostile, hostile), text(f"{hostile}\tô", Role.TABLE))),
        issuing_body=hostile,
        subject=hostile,
        draft_mark=hostile,
        sample_mark=hostile,
        recipients=(hostile,),
        language='vi" onload="x',
    )

    path = write_final_text(document, tmp_path / "a.html")

    page = page_of(path)
    printed = squeezed(page.text_content())
    assert printed.count(squeezed(hostile)) >= 5
    assert not list(page.iter("script"))
    assert not page.xpath("//*[@onload]")
    assert len(re.findall("</style>", path.read_text(encoding="utf-8"))) == 1


def test_html_bytes_are_the_same_twice(written, tmp_path):
    again = write_final_text(sample_of(STATE), tmp_path / "again.html")

    assert again.read_bytes() == written[STATE].read_bytes()
