"""What each page must show, in both languages."""

import pytest
from django.urls import reverse
from django.utils import translation

from proceedings.models import Shelf
from proceedings.publishing.pages import contributions as contribution_pages
from proceedings.publishing.pages import count_of, page_at, pages_of
from proceedings.publishing.rendering import input_sha256, render
from proceedings.publishing.sources import Source
from proceedings.vocabulary import Audience

ROOT = "/workshops/hoi-thao-mau/"
pytestmark = pytest.mark.django_db

SHOWN = [
    ("/", "vi", ["Hội thảo gần nhất", "Hội thảo góp ý dự thảo Quy định mẫu", "văn bản góp ý 3"]),
    ("/", "en", ["Latest workshop", "contributions 3", "Find a committee"]),
    (ROOT, "vi", ["Nhóm vấn đề", "Cơ sở lý luận 1", "Vấn đề khác 0", "Tham luận trực tiếp", "1/2"]),
    (ROOT, "vi", ["Người Chủ Trì", "Chức vụ một, Chức vụ hai", "40 đại biểu", "Tổng kết mẫu"]),
    (ROOT, "en", ["Presented live, in speaking order", "Edition 1, published 10/09/2021", "1 task", "Chair"]),
    (f"{ROOT}contributions/", "vi", ["3 văn bản, theo số trong sổ đăng ký", "Tất cả 3", "Tham luận trực tiếp, thứ 1"]),
    (f"{ROOT}contributions/by/form/live/", "vi", ["Tham luận trực tiếp : 1 trong 3 văn bản", "Bỏ lọc"]),
    (f"{ROOT}contributions/by/theme/co-so/", "en", ["Cơ sở lý luận : 1 of 3 documents", "Clear filter"]),
    (f"{ROOT}contributions/1/", "vi", ["Bài tham luận số 1", "12-CV/TU", "02/08/2021", "Cơ bản nhất trí"]),
    (f"{ROOT}contributions/1/", "vi", ["nay là Tỉnh ủy Bắc Ninh (từ 01/07/2025)", "goc.docx", "Đoạn &amp; thứ hai."]),
    (f"{ROOT}contributions/1/", "en", ["Paper No. 1", "SAMPLE TEXT", "How to cite", "presented live, place 1"]),
    (f"{ROOT}committees/", "vi", ["1 Tỉnh ủy, Thành ủy có văn bản góp ý; 2 được lấy ý kiến", "Đã trả lời", "Đã gửi"]),
    (f"{ROOT}committees/", "vi", ["Đồng bằng sông Hồng", "Cơ quan Khác"]),
    (f"{ROOT}committees/bac-ninh/", "vi", ["Tham luận &lt;của&gt; Bắc Ninh", "Người Bắc Ninh", "Hoàn thiện dự thảo"]),
    (f"{ROOT}committees/ha-noi/", "vi", ["Chưa nhận được văn bản góp ý của cấp ủy này"]),
    (f"{ROOT}conclusions/", "vi", ["Phát biểu kết luận", "Kết luận đoạn một.", "Chưa thực hiện"]),
    (f"{ROOT}conclusions/", "en", ["Closing words", "Not begun", "Tasks from “Tổng kết mẫu”"]),
    (f"{ROOT}downloads/", "vi", ["Kỷ yếu, bản để đọc và in", "1,2 MB", "abababababab", "sha256sum -c"]),
    ("/committees/", "vi", ["Tỉnh ủy Bắc Ninh", "Bắc Giang , Bắc Ninh", "Đã kết thúc hoạt động", "30/06/2025"]),
    ("/committees/bac-ninh/", "vi", ["đến 30/06/2025", "Tỉnh ủy Bắc Ninh (từ 01/07/2025)", "Hội thảo mẫu"]),
    ("/committees/bac-ninh-2025/", "vi", ["Kế tục các cấp ủy", "Tỉnh ủy Bắc Giang", "Hội thảo mẫu"]),
    ("/workshops/", "en", ["3 contributions", "1 presented live", "Held"]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "language", "words"), SHOWN, ids=lambda value: str(value)[:40])
def test_page_shows(pages, path, language, words):
    page = pages[path, language]

    assert [word for word in words if word not in page.text] == []


def test_a_sample_is_marked_and_not_offered_to_reference_managers(pages):
    page = pages[f"{ROOT}contributions/1/", "vi"]

    assert "VĂN BẢN MẪU" in page.text
    assert "citation_" not in page.html


def test_a_real_contribution_is_offered_to_reference_managers(pages):
    page = pages[f"{ROOT}contributions/3/", "vi"]

    assert '<meta name="citation_title" content="Góp ý có thật">' in page.html
    assert '<meta name="citation_author" content="Cơ quan Khác">' in page.html
    assert 'itemtype="https://schema.org/Report"' in page.html
    assert "sample-mark" not in page.html.partition('class="prev-next"')[0]


def test_an_attachment_is_named_and_never_linked(pages):
    html = pages[f"{ROOT}contributions/1/", "vi"].html

    assert "goc.docx" in html
    assert not [part for part in html.split("<a ")[1:] if "goc.docx" in part.partition(">")[0]]


def test_a_delegate_reaches_a_contribution_in_two_clicks(pages):
    home = pages["/", "vi"].html
    committee = pages[f"{ROOT}committees/bac-ninh/", "vi"].html

    assert f'href="{ROOT}committees/bac-ninh/"' in home
    assert 'href="../../contributions/1/"' in committee


def test_the_map_names_every_tile_and_has_a_table_twin(pages):
    html = pages[f"{ROOT}committees/", "vi"].html

    assert html.count('class="tile tile-') >= 65
    assert 'aria-label="Bắc Ninh: tham luận trực tiếp"' in html
    assert "Hoàng Sa" in html
    assert "Trường Sa" in html


def test_a_preview_says_so_and_is_not_offered_for_citing(full_workshop):
    source = Source(full_workshop, Audience.PUBLIC)

    html = render(page_at(source, f"{ROOT}contributions/1/"), "vi", is_preview=True)

    assert "Bản xem trước" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html
    assert "Bản xem trước" not in render(page_at(source, f"{ROOT}contributions/1/"), "vi")


def test_only_first_page_and_downloads_name_the_edition(pages):
    naming = {
        path for (path, language), page in pages.items() if language == "vi" and "Ấn bản 1" in page.text
    }

    assert naming == {ROOT, f"{ROOT}downloads/"}


def test_long_lists_are_cut_into_pages(full_workshop, enter, monkeypatch):
    monkeypatch.setattr(contribution_pages, "A_PAGE", 2)
    source = Source(full_workshop, Audience.PUBLIC)

    specs = {spec.path: render(spec, "vi") for spec in contribution_pages.lists(source)}

    first, second = specs[f"{ROOT}contributions/"], specs[f"{ROOT}contributions/page/2/"]
    assert 'href="../contributions/page/2/" rel="next"' in first
    assert 'href="../../../contributions/" rel="prev"' in second
    assert 'aria-current="page"><span class="visually-hidden">Trang </span>2' in second


def test_numbers_in_addresses_are_not_grouped(full_workshop):
    source = Source(full_workshop, Audience.PUBLIC)
    spec = page_at(source, f"{ROOT}contributions/1/")
    line = source.lines[0]
    far = type(line)(**{name: getattr(line, name) for name in line.__slots__} | {"number": 12345})

    html = render(type(spec)(spec.path, spec.template, type(spec.content)(
        **{**vars(spec.content), "following": far}
    )), "vi")  # fmt: skip

    assert 'href="../../contributions/12345/"' in html
    assert "số 12345" in html


def test_an_empty_workshop_has_all_its_pages(workshop):
    source = Source(workshop, Audience.PUBLIC)

    texts = {spec.path: render(spec, "vi") for spec in pages_of(source)}

    assert "Chưa có văn bản góp ý nào trong ấn bản này." in texts[f"{ROOT}contributions/"]
    assert "Chưa có kết luận nào trong ấn bản này." in texts[f"{ROOT}conclusions/"]
    assert "Chưa có cấp ủy hay cơ quan nào trong ấn bản này." in texts[f"{ROOT}committees/"]
    assert len(texts) == count_of(source)


def test_adding_a_contribution_leaves_other_texts_as_they_were(full_workshop, enter):
    before = hashes(full_workshop)
    enter(title="Góp ý thứ tư", body_name="Cơ quan Mới", body_kind="organisation")

    after = hashes(full_workshop)

    unchanged = {path for path in before if before[path] == after.get(path)}
    assert {f"{ROOT}contributions/1/", f"{ROOT}contributions/2/", f"{ROOT}conclusions/"} <= unchanged
    assert f"{ROOT}contributions/" not in unchanged


@pytest.mark.parametrize("more", [0, 2])
def test_all_pages_take_the_same_queries(full_workshop, enter, django_assert_num_queries, more):
    for place in range(more):
        enter(title=f"Góp ý thêm {place}", body_name=f"Cơ quan {place}", body_kind="organisation")
    assert not Shelf.objects.exists()

    with django_assert_num_queries(16):
        for spec in pages_of(Source(full_workshop, Audience.PUBLIC)):
            render(spec, "vi")


def hashes(workshop):
    return {spec.path: input_sha256(spec, "vi") for spec in pages_of(Source(workshop, Audience.PUBLIC))}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_leads_to_the_address_of_signing_in(pages, language):
    with translation.override(language):
        link = f'<a href="{reverse("account_login")}" rel="nofollow">'

    assert [
        path for (path, tongue), page in pages.items() if tongue == language and link not in page.html
    ] == []
