"""The record as proceedings: order, bylines, marks, and what an audience may not read."""

import datetime

import pytest

from proceedings.exports.proceedings import SAMPLE_MARK, long_date, proceedings_of
from proceedings.exports.tree import Heading, NewPage, Paragraph, Role, Table, plain_text
from proceedings.operations import contributions
from proceedings.vocabulary import Audience, Circulation
from tests.proceedings.exports.records import NOW, Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    return Record()


def proceedings(record, audience=Audience.PUBLIC, **changes):
    return proceedings_of(record.workshop, audience=audience, created=NOW, **changes)


def headings(document):
    return [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]


def texts(document):
    return [text for block in document.blocks for text in plain_text(block)]


def roles(document, role):
    return [next(plain_text(b)) for b in document.blocks if isinstance(b, Paragraph) and b.role is role]


def test_proceedings_stand_in_the_conventional_order(record):
    prevention, principles = record.themes("Sự cần thiết", "Nguyên tắc")
    record.contribution("Góp ý nguyên tắc", theme=principles)
    record.contribution("Tham luận hai", presented_live=True, speaking_order=2, symbol="2-CV/TU")
    record.contribution("Góp ý chung")
    record.contribution("Tham luận một", presented_live=True, speaking_order=1)
    record.contribution("Góp ý sự cần thiết", theme=prevention)
    record.event()

    assert headings(proceedings(record)) == [
        (1, "Lời nói đầu"),
        (1, "Phát biểu khai mạc"),
        (1, "Tham luận trình bày tại hội thảo"),
        (2, "Tham luận một"),
        (2, "Tham luận hai"),
        (1, "Văn bản góp ý"),
        (2, "Sự cần thiết"),
        (3, "Góp ý sự cần thiết"),
        (2, "Nguyên tắc"),
        (3, "Góp ý nguyên tắc"),
        (2, "Vấn đề chung"),
        (3, "Góp ý chung"),
        (1, "Kết luận"),
        (2, "Kết luận hội thảo"),
        (1, "Phụ lục"),
        (2, "Chương trình hội thảo"),
        (2, "Danh sách điểm cầu"),
        (2, "Danh sách đại biểu"),
    ]


def test_proceedings_of_an_empty_workshop_have_no_empty_parts(record):
    record.workshop.preface = record.workshop.opening = " \n"

    assert headings(proceedings(record)) == []


def test_every_paper_begins_a_page_with_its_reference_and_byline(record):
    record.contribution(
        "Tham luận",
        symbol="123-CV/TU",
        document_on=datetime.date(2021, 8, 30),
        author_name="Người viết",
        signer_name="Người ký",
        signer_post="Phó Bí thư",
        presented_live=True,
        speaking_order=1,
    )

    blocks = list(proceedings(record).blocks)
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == "Tham luận")

    assert isinstance(blocks[at - 2], NewPage)
    assert [next(plain_text(block)) for block in (blocks[at - 1], *blocks[at + 1 : at + 6])] == [
        "Tham luận thứ 1 · Văn bản số 1 trong sổ · Số 123-CV/TU, ngày 30/08/2021",
        "Người viết",
        "Tỉnh ủy Bắc Ninh",
        "Đoạn một của Tham luận.",
        "Đoạn hai của Tham luận.",
        "Người ký: Người ký, Phó Bí thư",
    ]
    assert blocks[at].byline == "Tỉnh ủy Bắc Ninh"


def test_the_signer_stands_as_author_with_the_post(record):
    record.contribution("Góp ý", signer_name="Người ký", signer_post="Phó Bí thư")

    document = proceedings(record)

    assert roles(document, Role.AUTHOR) == ["Người ký"]
    assert roles(document, Role.POST) == ["Phó Bí thư"]
    assert roles(document, Role.NOTE) == []


def test_lines_that_head_a_section_look_like_it(record):
    text = "I. Nhận thức\nĐiều I. là câu.\nII. Tình hình chung của địa phương.\nIV. Đề xuất, kiến nghị"
    record.contribution("Góp ý", text=text)

    assert roles(proceedings(record), Role.SUBHEAD) == ["I. Nhận thức", "IV. Đề xuất, kiến nghị"]


def test_sample_texts_are_marked_in_text_head_and_keywords(record):
    record.contribution("Mẫu", is_sample=True)
    record.contribution("Thật")

    document = proceedings(record)

    assert roles(document, Role.MARK) == [SAMPLE_MARK]
    assert document.marks == (SAMPLE_MARK,)


def test_real_texts_alone_are_not_marked(record):
    record.contribution("Thật")

    assert proceedings(record).marks == ()


@pytest.mark.parametrize(
    ("audience", "seen"),
    [(Audience.PUBLIC, ["Công khai"]), (Audience.DELEGATES, ["Công khai", "Đại biểu"])],
)
def test_proceedings_hold_what_the_audience_may_read(record, audience, seen):
    record.contribution("Công khai")
    record.contribution("Đại biểu", circulation=Circulation.DELEGATES, is_sample=True)
    record.contribution("Nội bộ", circulation=Circulation.INTERNAL, presented_live=True, is_sample=True)
    void = record.contribution("Đã hủy")
    contributions.void(contribution=void, reason="Gửi nhầm", **record.by)

    document = proceedings(record, audience)

    assert [text for level, text in headings(document) if level == 3] == seen
    everything = " ".join(texts(document))
    assert "Nội bộ" not in everything
    assert "Đã hủy" not in everything
    assert bool(document.marks) is (audience is Audience.DELEGATES)


def test_a_hidden_paper_is_not_betrayed_by_the_counts(record):
    record.contribution("Công khai")
    record.contribution("Nội bộ", circulation=Circulation.INTERNAL)

    bylines = [block.byline for block in proceedings(record).blocks if isinstance(block, Heading)]

    assert "1 văn bản, theo nhóm vấn đề" in bylines


def test_appendices_and_tasks_are_tables(record):
    record.event()

    tables = {
        block.caption or block.header[1]: list(block.rows)
        for block in proceedings(record).blocks
        if isinstance(block, Table)
    }

    assert tables["Nhiệm vụ được giao"] == [("1", "Tổng hợp đầy đủ ý kiến", "Tổ biên tập")]
    assert tables["Nội dung"] == [("08:00", "Khai mạc", "Chủ trì Mẫu\nPhó Bí thư, Thứ trưởng")]
    assert tables["Điểm cầu"] == [("1", "Điểm cầu Bắc Ninh", "Tỉnh ủy", "30")]
    assert tables["Điểm cầu Bắc Ninh"] == [("1", "Đại biểu Mẫu")]
    assert tables["Đại biểu khác"] == [("1", "Chủ trì Mẫu", "Phó Bí thư, Thứ trưởng", "Chủ trì")]


def test_programme_names_only_bodies_whose_paper_may_be_read(record):
    record.event()
    line = record.workshop.agenda.get()
    record.from_body(
        "Tham luận", "Ban Nội bộ", presented_live=True, agenda_item=line, circulation="delegates"
    )

    said = {audience: " ".join(texts(proceedings(record, audience))) for audience in Audience}

    assert "Ban Nội bộ (văn bản số 1)" in said[Audience.DELEGATES]
    assert "Ban Nội bộ" not in said[Audience.PUBLIC]


def test_cover_names_edition_place_and_year(record):
    document = proceedings(record, edition="1.1")

    assert document.place_and_date == "Ấn bản 1.1\nHà Nội, 2021"
    assert document.subtitle == "Ngày 07 tháng 9 năm 2021"
    assert document.bodies == ("Đảng ủy Công an Trung ương",)


@pytest.mark.parametrize("count", [1, 3])
def test_proceedings_take_the_same_queries_for_any_number(record, count, django_assert_num_queries):
    record.event()
    for number in range(count):
        record.contribution(f"Góp ý {number}")
        record.from_body(f"Tham luận {number}", f"Ban {number}", presented_live=True)

    with django_assert_num_queries(11):  # and two cursors, which are not counted, for the papers
        list(proceedings(record).blocks)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (datetime.date(2021, 9, 7), "07 tháng 9 năm 2021"),
        (datetime.date(2026, 2, 13), "13 tháng 02 năm 2026"),
        (datetime.date(2021, 12, 1), "01 tháng 12 năm 2021"),
    ],
)
def test_long_date_writes_noughts_as_documents_do(day, written):
    assert long_date(day) == written
