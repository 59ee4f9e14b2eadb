import pytest

from submissions.readers.document import ParagraphKind
from tests.submissions.documents import level, listed, numbering, paragraph, root, run

ARTICLE = level(0, "decimal", "Điều %1.")
CLAUSE = level(1, "decimal", "%2.")
POINT = level(2, "lowerLetter", "%3)")
NUMBERING = "word/numbering.xml"
STYLES = "word/styles.xml"


def restart_at(number, place=0):
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def test_numbers_of_articles_clauses_and_points_are_those_that_word_shows(texts):
    parts = {NUMBERING: numbering({0: [ARTICLE, CLAUSE, POINT]}, {1: (0, "")})}
    levels = (0, 1, 2, 2, 1, 2, 0, 1, 2)

    shown = texts(*(listed("Nội dung", 1, each) for each in levels), parts=parts)

    assert [text.removesuffix(" Nội dung") for text in shown] == [
        "Điều 1.", "1.", "a)", "b)", "2.", "a)", "Điều 2.", "1.", "a)",
    ]  # fmt: skip


def test_a_list_goes_on_after_other_paragraphs_and_in_a_second_list_of_the_same_kind(texts):
    parts = {NUMBERING: numbering({0: [ARTICLE]}, {1: (0, ""), 2: (0, "")})}

    assert texts(listed("A", 1), "Xen giữa", listed("B", 1), listed("C", 2), parts=parts) == [
        "Điều 1. A", "Xen giữa", "Điều 2. B", "Điều 3. C",
    ]  # fmt: skip


def test_a_list_that_is_told_to_begin_anew_does_so_once(texts):
    parts = {NUMBERING: numbering({0: [ARTICLE]}, {1: (0, ""), 2: (0, restart_at(7))})}
    body = (listed("A", 1), listed("B", 2), listed("C", 2), listed("D", 1))

    assert texts(*body, parts=parts) == ["Điều 1. A", "Điều 7. B", "Điều 8. C", "Điều 9. D"]


def test_a_level_that_never_restarts_counts_through(texts):
    through = level(1, "decimal", "Khoản %2.", more='<w:lvlRestart w:val="0"/>')
    parts = {NUMBERING: numbering({0: [ARTICLE, through]}, {1: (0, "")})}

    shown = texts(*(listed("x", 1, place) for place in (0, 1, 0, 1)), parts=parts)

    assert shown == ["Điều 1. x", "Khoản 1. x", "Điều 2. x", "Khoản 2. x"]


def test_an_inner_level_without_an_outer_one_shows_the_outer_start(texts):
    parts = {NUMBERING: numbering({0: [ARTICLE, level(1, "decimal", "%1.%2")]}, {1: (0, "")})}

    assert texts(listed("x", 1, 1), listed("y", 1, 0), parts=parts) == ["1.1 x", "Điều 1. y"]


def test_roman_chapters_are_decimal_where_the_inner_level_is_legal(texts):
    chapter = level(0, "upperRoman", "Chương %1", more='<w:suff w:val="space"/>')
    parts = {
        NUMBERING: numbering({0: [chapter, level(1, "decimal", "%1.%2", more="<w:isLgl/>")]}, {1: (0, "")})
    }

    assert texts(listed("A", 1), listed("B", 1), listed("C", 1, 1), parts=parts)[1:] == [
        "Chương II B",
        "2.1 C",
    ]


def test_a_number_without_blank_stays_close_unless_two_words_would_become_one(texts):
    close = level(0, "decimal", "Điều %1", more='<w:suff w:val="nothing"/>')
    parts = {NUMBERING: numbering({0: [close]}, {1: (0, "")})}

    assert texts(listed(". A", 1), listed("B", 1), parts=parts) == ["Điều 1. A", "Điều 2 B"]


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [("\uf0b7", "Symbol", "•"), ("\uf0a7", "Wingdings", "▪"), ("\uf0d8", "Wingdings", "➢"), ("-", "", "-"),
     ("\xad", "", "-"), ("o", "Courier New", "◦"), ("+", ".VnTime", "+")],
)  # fmt: skip
def test_bullets_are_the_signs_that_are_seen(texts, sign, font, shown):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    parts = {NUMBERING: numbering({0: [level(0, "bullet", sign, more=fonts)]}, {1: (0, "")})}

    assert texts(listed("Như trên;", 1), parts=parts) == [f"{shown} Như trên;"]


def test_a_style_brings_its_list_and_the_level_that_is_tied_to_it(texts):
    tied = '<w:pStyle w:val="Khoan"/>'
    styles = root(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Dieu"/></w:style>',
    )
    lists = numbering({0: [ARTICLE, level(1, "decimal", "%2.", more=tied)]}, {1: (0, "")})
    body = [paragraph(name, properties=f'<w:pStyle w:val="{name}"/>') for name in ("Dieu", "Khoan", "Khoan")]

    assert texts(*body, parts={STYLES: styles, NUMBERING: lists}) == ["Điều 1. Dieu", "1. Khoan", "2. Khoan"]


def test_number_zero_takes_the_list_of_the_style_away(texts):
    styles = root(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    parts = {STYLES: styles, NUMBERING: numbering({0: [ARTICLE]}, {1: (0, "")})}

    assert texts("Có số", listed("Không số", 0), parts=parts) == ["Điều 1. Có số", "Không số"]


def test_a_list_of_a_numbering_style_is_followed(texts):
    styles = root(
        "styles",
        '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    )
    lists = numbering({0: ['<w:numStyleLink w:val="S"/>'], 1: [ARTICLE]}, {1: (0, ""), 2: (1, "")})

    assert texts(listed("A", 1), listed("B", 2), parts={STYLES: styles, NUMBERING: lists}) == [
        "Điều 1. A",
        "Điều 2. B",
    ]


def test_a_form_of_ones_own_pads_with_zeros(texts):
    form = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt '
        'w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="Mục %1:"/></w:lvl>'
    )

    assert texts(listed("A", 1), parts={NUMBERING: numbering({0: [form]}, {1: (0, "")})}) == ["Mục 001: A"]


def test_a_number_in_a_legacy_font_is_repaired_with_it(texts):
    fonts = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    lists = numbering({0: [level(0, "decimal", "§iÒu %1.", more=fonts)]}, {1: (0, "")})
    words = run("Ph¹m vi ®iÒu chØnh cña NghÞ ®Þnh nµy", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')

    assert texts(listed(words, 1), parts={NUMBERING: lists}) == [
        "Điều 1. Phạm vi điều chỉnh của Nghị định này"
    ]


def test_numbered_paragraphs_are_list_items_with_their_level(read):
    parts = {NUMBERING: numbering({0: [ARTICLE, CLAUSE]}, {1: (0, "")})}

    found = read(listed("A", 1), listed("B", 1, 1), "C", parts=parts).paragraphs

    assert [(each.kind, each.level) for each in found] == [
        (ParagraphKind.LIST, 1),
        (ParagraphKind.LIST, 2),
        (ParagraphKind.BODY, 0),
    ]


def test_numbers_count_on_through_the_cells_of_a_table(texts):
    parts = {NUMBERING: numbering({0: [level(0, "decimal", "%1")]}, {1: (0, "")})}
    rows = "".join(
        f"<w:tr><w:tc>{listed('', 1)}</w:tc><w:tc>{paragraph(name)}</w:tc></w:tr>" for name in "AB"
    )
    borders = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'

    assert texts(f"<w:tbl><w:tblPr>{borders}</w:tblPr>{rows}</w:tbl>", parts=parts) == ["1\tA", "2\tB"]


@pytest.mark.parametrize(
    "broken",
    ["<w:lvl/>", '<w:lvl w:ilvl="99"/>', '<w:lvl w:ilvl="x"><w:lvlText w:val="%1"/></w:lvl>',
     '<w:numStyleLink w:val="nowhere"/>', ""],
)  # fmt: skip
def test_a_broken_list_numbers_nothing_and_loses_nothing(texts, broken):
    parts = {NUMBERING: numbering({0: [broken]}, {1: (0, ""), 2: (77, "")})}

    assert texts(listed("A", 1), listed("B", 2), listed("C", 3), parts=parts) == ["A", "B", "C"]
