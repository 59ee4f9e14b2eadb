"""The printed pages are measured against the table of the layout rules: every figure here is one of its literals."""

import re
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from proceedings.exports.regulation.final_text import write_final_text
from proceedings.text.provisions import Role, with_paths
from tests.proceedings.exports.documents import HOSTILE, pages_of, squeezed
from tests.proceedings.exports.regulation.measuring import line, lines_of, sheets_of, strokes_of
from tests.proceedings.exports.regulation.samples import DATES, article, document_of, sample_of, text

STATE, PARTY_2018, PARTY_2026 = DATES
NEAR = 0.6  # millimetres: the side bearings of letters
MIDDLE = 30 + 165 / 2


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("regulation")
    return {key: write_final_text(sample_of(key), folder / f"{key}.pdf") for key in DATES}


@pytest.fixture(scope="module")
def measured(written):
    return {key: lines_of(path) for key, path in written.items()}


@pytest.mark.parametrize("key", DATES)
def test_sheet_is_a4_with_margins_of_20_20_30_15(written, measured, key):
    pages = [[each for each in page if each.baseline > 20] for page in measured[key]]
    lines = [each for page in pages for each in page]

    assert set(sheets_of(written[key])) == {(210.0, 297.0)}
    assert min(each.left for each in lines) == pytest.approx(30, abs=NEAR)
    assert max(each.right for each in lines) == pytest.approx(195, abs=NEAR)
    assert all(20 + 3 < page[0].baseline < 20 + 5 for page in pages)
    assert max(each.baseline for each in lines) <= 297 - 20


@pytest.mark.parametrize(
    ("key", "words", "size", "face"),
    [
        (STATE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "Bold"),
        (STATE, "Độc lập - Tự do - Hạnh phúc", 14, "Bold"),
        (STATE, "CƠ QUAN CHỦ QUẢN MẪU", 13, "Regular"),
        (STATE, "ỦY BAN NHÂN DÂN", 13, "Bold"),
        (STATE, "Số: 15/QĐ-UBND", 13, "Regular"),
        (STATE, "Hà Nội, ngày 05 tháng 01 năm 2026", 14, "Italic"),
        (STATE, "QUY CHẾ", 14, "Bold"),
        (STATE, "Phối hợp lãnh đạo công tác Đảng", 14, "Bold"),
        (STATE, "Chương I", 14, "Bold"),
        (STATE, "QUY ĐỊNH CHUNG", 14, "Bold"),
        (STATE, "Điều 1. Phạm vi điều chỉnh", 14, "Bold"),
        (STATE, "1. Tuân thủ pháp luật", 14, "Regular"),
        (STATE, "a) chủ động", 14, "Regular"),
        (PARTY_2018, "ĐẢNG CỘNG SẢN VIỆT NAM", 15, "Bold"),
        (PARTY_2018, "BAN CHẤP HÀNH", 14, "Regular"),
        (PARTY_2018, "BAN BÍ THƯ MẪU", 14, "Bold"),
        (PARTY_2018, "*", 14, "Bold"),
        (PARTY_2018, "Số 09-QĐ/TW", 14, "Regular"),
        (PARTY_2018, "Hà Nội, ngày 07 tháng 9 năm 2021", 14, "Italic"),
        (PARTY_2018, "QUY CHẾ", 16, "Bold"),
        (PARTY_2018, "phối hợp lãnh đạo công tác Đảng", 15, "Bold"),
        (PARTY_2018, "-----", 15, "Bold"),
        (PARTY_2018, "Chương I", 14, "Bold"),
        (PARTY_2018, "Điều 1. Phạm vi điều chỉnh", 14, "Bold"),
        (PARTY_2018, "1. Tuân thủ pháp luật", 14, "Regular"),
        (PARTY_2026, "ĐẢNG CỘNG SẢN VIỆT NAM", 15, "Bold"),
        (PARTY_2026, "Hà Nội, ngày 27 tháng 5 năm 2026", 14, "Italic"),
        (PARTY_2026, "QUY CHẾ", 16, "Bold"),
        (PARTY_2026, "-----", 15, "Bold"),
        (PARTY_2026, "1. Tuân thủ pháp luật", 14, "Regular"),
    ],
)
def test_components_have_the_sizes_and_faces_of_the_table(measured, key, words, size, face):
    found = line(measured[key][0], words)

    assert found.sizes == {size}
    assert face_of(found) == face


def face_of(printed):
    (face,) = printed.faces
    return face if face in ("Bold", "Italic", "BoldItalic") else "Regular"


@pytest.mark.parametrize(
    ("key", "words", "size", "face"),
    [
        (STATE, "Nơi nhận:", 12, "BoldItalic"),
        (STATE, "- Như Điều 4;", 11, "Regular"),
        (STATE, "KT. CHỦ TỊCH", 14, "Bold"),
        (STATE, "PHÓ CHỦ TỊCH", 14, "Bold"),
        (STATE, "Người Ký Mẫu", 14, "Bold"),
        (PARTY_2018, "Nơi nhận:", 14, "Regular"),
        (PARTY_2018, "- Lưu Văn phòng mẫu.", 12, "Regular"),
        (PARTY_2018, "T/M BAN BÍ THƯ MẪU", 14, "Bold"),
        (PARTY_2018, "THƯỜNG TRỰC BAN BÍ THƯ", 14, "Regular"),
        (PARTY_2018, "Người Ký Mẫu", 14, "Bold"),
        (PARTY_2026, "Nơi nhận:", 14, "Regular"),
        (PARTY_2026, "THƯỜNG TRỰC BAN BÍ THƯ", 14, "Regular"),
    ],
)
def test_foot_has_the_sizes_and_faces_of_the_table(measured, key, words, size, face):
    found = line(measured[key][2], words)

    assert found.sizes == {size}
    assert face_of(found) == face


@pytest.mark.parametrize("key", DATES)
def test_head_stands_in_two_columns(measured, key):
    page = measured[key][0]
    left = line(page, "BAN BÍ THƯ" if key != STATE else "ỦY BAN")
    right = line(page, "ĐẢNG CỘNG SẢN" if key != STATE else "CỘNG HÒA")
    number, day = line(page, "Số"), line(page, "Hà Nội")

    assert left.right < right.left
    assert left.middle == pytest.approx(number.middle, abs=1)
    assert right.middle == pytest.approx(day.middle, abs=1)
    assert number.baseline == pytest.approx(day.baseline, abs=0.5)
    assert line(page, "QUY CHẾ").middle == pytest.approx(MIDDLE, abs=0.5)
    assert line(page, "Chương I").middle == pytest.approx(MIDDLE, abs=0.5)


@pytest.mark.parametrize("key", DATES)
def test_rule_below_the_nation_is_as_long_as_its_words(written, measured, key):
    words = line(measured[key][0], "Độc lập" if key == STATE else "ĐẢNG CỘNG SẢN")
    rule = strokes_of(written[key])[0][0]

    assert (rule.left, rule.right) == pytest.approx((words.left, words.right), abs=1)
    assert 0.5 < rule.height - words.baseline < 3


def test_rules_of_the_state_are_a_third_to_a_half_of_the_line(written, measured):
    page, (_, issuer, subject) = measured[STATE][0], strokes_of(written[STATE])[0]

    for rule, words in ((issuer, "ỦY BAN"), (subject, "Phối hợp")):
        above = line(page, words)
        assert 1 / 3 <= (rule.right - rule.left) / (above.right - above.left) <= 1 / 2
        assert (rule.left + rule.right) / 2 == pytest.approx(above.middle, abs=1)


@pytest.mark.parametrize("key", [PARTY_2018, PARTY_2026])
def test_party_has_no_other_rule_but_an_asterisk_and_hyphens(written, measured, key):
    page = measured[key][0]

    assert len(strokes_of(written[key])[0]) == 1
    assert line(page, "BAN BÍ THƯ").middle == pytest.approx(line(page, "*").middle, abs=0.5)
    assert line(page, "-----").middle == pytest.approx(MIDDLE, abs=0.5)


@pytest.mark.parametrize("key", DATES)
def test_number_is_centred_ten_millimetres_below_the_edge_but_not_on_the_first_page(measured, key):
    first, *others = measured[key]

    assert not any(each.text == "1" for each in first)
    for number, page in enumerate(others, start=2):
        found = line(page[:3], str(number))
        assert found.sizes == {14}
        assert found.middle == pytest.approx(MIDDLE, abs=0.5)
        assert found.baseline == pytest.approx(14, abs=0.5)  # 10 mm, and the height of a figure of 14 points


@pytest.mark.parametrize(
    ("key", "first_line", "pitch"), [(STATE, 12.7, 17.71), (PARTY_2018, 10, 18), (PARTY_2026, 10, 20)]
)
def test_body_has_the_first_line_and_the_pitch_of_the_table(measured, key, first_line, pitch):
    page = measured[key][0]
    place = next(place for place, each in enumerate(page) if each.text.startswith("Các cơ quan tham gia"))
    first, second, third, following = page[place : place + 4]

    assert first.left - second.left == pytest.approx(first_line, abs=NEAR)
    assert (third.baseline - first.baseline) / 2 / 25.4 * 72 == pytest.approx(pitch, abs=0.3)
    assert (following.baseline - third.baseline) / 25.4 * 72 == pytest.approx(pitch + 6, abs=0.3)
    assert second.right == pytest.approx(195, abs=NEAR)  # justified


def test_families_never_mix(written):
    state = " ".join(pages_of(written[STATE]))
    party = [" ".join(pages_of(written[key])) for key in (PARTY_2018, PARTY_2026)]

    for text_of_party in party:
        assert not re.search(r"CỘNG HÒA|Độc lập|Số:|KT\.|TM\.|\./\.", text_of_party)
        assert "Quy chế này. Nơi nhận:" in text_of_party
    assert not re.search(r"ĐẢNG CỘNG SẢN|T/M|K/T|\*|-----|Số \d", state)
    assert "Quy chế này./. Nơi nhận:" in state


def test_section_title_is_in_capitals_until_2026(measured):
    titles = {key: [each.text for each in measured[key][1]] for key in DATES}

    assert "TRAO ĐỔI THÔNG TIN" in titles[STATE]
    assert "TRAO ĐỔI THÔNG TIN" in titles[PARTY_2018]
    assert "Trao đổi thông tin" in titles[PARTY_2026]


def test_sample_mark_stands_on_every_page_and_the_draft_says_which(tmp_path):
    document = sample_of(PARTY_2026, draft_mark="Dự thảo lần 2", number="", dated_on=None)

    pages = pages_of(write_final_text(document, tmp_path / "draft.pdf"))

    assert all("VĂN BẢN MẪU" in page for page in pages)
    assert all("Dự thảo lần 2" in page for page in pages)
    assert "Số -QĐ/TW" in pages[0]


def test_two_sided_print_changes_the_margins_on_even_pages(tmp_path):
    path = write_final_text(sample_of(PARTY_2026, is_two_sided=True), tmp_path / "two.pdf")

    odd, even = ([each for each in page if each.baseline > 20] for page in lines_of(path)[:2])
    assert min(each.left for each in odd) == pytest.approx(30, abs=NEAR)
    assert min(each.left for each in even) == pytest.approx(15, abs=NEAR)
    assert max(each.right for each in even) == pytest.approx(180, abs=NEAR)


def test_appendix_begins_a_page_after_the_foot(measured):
    last = [each.text for each in measured[PARTY_2018][-1]]

    assert last[2:4] == ["Phụ lục I", "MẪU BÁO CÁO"]


def test_signing_never_stands_alone(tmp_path):
    moved = 0
    for count in range(8, 20, 3):
        provisions = with_paths([article(str(n), "", "Lời của điều.") for n in range(1, count)])
        path = write_final_text(document_of(*provisions), tmp_path / "a.pdf")

        last = [each.text for each in lines_of(path)[-1]]
        assert "Nơi nhận:" in last
        assert any("Lời của điều." in each for each in last)
        moved += len(sheets_of(path)) - 1

    assert 0 < moved < 4


def test_pdf_has_tags_bookmarks_and_embedded_fonts(written):
    with closing(pypdfium2.PdfDocument(written[STATE])) as pdf:
        marks = [(mark.level, mark.get_title()) for mark in pdf.get_toc()]
        fonts = [item for page in pdf for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
        embedded = {pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(item)) for item in fonts}
        metadata = pdf.get_metadata_dict()
        is_tagged = pdfium.FPDFCatalog_IsTagged(pdf)

    assert marks[:3] == [
        (0, "Chương I Quy định chung"),
        (1, "Điều 1. Phạm vi điều chỉnh"),
        (1, "Điều 2. Nguyên tắc phối hợp"),
    ]
    assert marks[3] == (1, "Điều 3.")
    assert embedded == {1}
    assert is_tagged
    assert metadata["Title"].endswith("công tác tổ chức mẫu – VĂN BẢN MẪU")
    assert metadata["CreationDate"].startswith("D:20260901013000")


def test_pdf_bytes_are_the_same_twice(written, tmp_path):
    again = write_final_text(sample_of(STATE), tmp_path / "again.pdf")

    assert again.read_bytes() == written[STATE].read_bytes()


def test_pdf_prints_hostile_text_literally_and_squares_for_missing_glyphs(tmp_path):
    hostile = " ".join((*HOSTILE, "👍 \u202eđảo\u202c\x07"))
    document = document_of(
        *with_paths((article("1", hostile, hostile), text(f"{hostile}\tô", Role.TABLE))),
        issuing_body=hostile,
        type_name="Quy chế",
        subject=hostile,
        draft_mark="#",
        place=hostile,
        recipients=(hostile,),
    )

    printed = squeezed(" ".join(pages_of(write_final_text(document, tmp_path / "a.pdf"))))

    for each in HOSTILE:
        assert printed.count(squeezed(each)) >= 4
    assert "□đảo" in printed


def test_pdf_prints_decomposed_letters_composed(tmp_path):
    document = document_of(*with_paths((article("1", "", "Pho\u0302\u0301i ho\u031b\u0323p"),)))

    assert "Phối hợp" in " ".join(pages_of(write_final_text(document, tmp_path / "a.pdf")))
