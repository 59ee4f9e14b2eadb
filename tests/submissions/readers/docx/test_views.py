import pytest

from tests.submissions.documents import (
    deleted,
    inserted,
    level,
    listed,
    numbering,
    paragraph,
    root,
    run,
    table,
)  # fmt: skip

MARK_DELETED = '<w:rPr><w:del w:id="5" w:author="A"/></w:rPr>'
MARK_INSERTED = '<w:rPr><w:ins w:id="6" w:author="A"/></w:rPr>'


def views(document):
    return (
        [paragraph.text for paragraph in document.paragraphs],
        list(document.original),
        list(document.marked),
    )


def test_a_document_without_changes_has_one_view(read):
    document = read("Một.", "Hai.")

    assert (document.tracked_changes, document.original, document.marked) == (0, (), ())


def test_insertions_and_deletions_give_three_views(read):
    document = read(paragraph("Bộ Công an ", deleted("chủ trì"), inserted("phối hợp"), " thực hiện."))

    assert document.tracked_changes == 2
    assert views(document) == (
        ["Bộ Công an phối hợp thực hiện."],
        ["Bộ Công an chủ trì thực hiện."],
        ["Bộ Công an [-chủ trì-][+phối hợp+] thực hiện."],
    )


def test_neighbouring_runs_of_one_change_share_their_marks(read):
    document = read(paragraph("a", inserted("b"), inserted("c"), "d"))

    assert document.marked == ("a[+bc+]d",)


def test_moved_text_is_where_it_was_moved_to(read):
    document = read(
        paragraph(f'<w:moveFrom w:id="1" w:author="A">{run("Khoản 1.")}</w:moveFrom>'),
        "Khoản 2.",
        paragraph(f'<w:moveTo w:id="2" w:author="A">{run("Khoản 1.")}</w:moveTo>'),
    )

    assert views(document) == (
        ["Khoản 2.", "Khoản 1."],
        ["Khoản 1.", "Khoản 2."],
        ["[-Khoản 1.-]", "Khoản 2.", "[+Khoản 1.+]"],
    )


def test_what_was_inserted_and_deleted_again_is_in_neither_text(read):
    both = f'<w:ins w:id="1" w:author="A">{deleted("thừa")}</w:ins>'

    assert views(read(paragraph("a", both, "b"))) == (["ab"], ["ab"], ["a[-thừa-]b"])


def test_a_deleted_paragraph_end_joins_two_paragraphs(read):
    document = read(paragraph("Một ", deleted("x"), properties=MARK_DELETED), "hai.")

    assert views(document) == (["Một hai."], ["Một x", "hai."], ["Một [-x-]", "hai."])


def test_an_inserted_paragraph_end_parts_what_was_one(read):
    document = read(paragraph("Một ", properties=MARK_INSERTED), "hai.")

    assert views(document) == (["Một", "hai."], ["Một hai."], ["Một", "hai."])


def test_a_paragraph_deleted_as_a_whole_is_gone_and_its_number_with_it(read):
    def article(*content, mark=""):
        numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return paragraph(*content, properties=numbers + mark)

    document = read(
        article("A"),
        article(deleted("B"), mark=MARK_DELETED),
        article("C"),
        parts={"word/numbering.xml": numbering({0: [level(0, "decimal", "Điều %1.")]}, {1: (0, "")})},
    )

    assert views(document) == (
        ["Điều 1. A", "Điều 2. C"],
        ["Điều 1. A", "Điều 2. B", "Điều 3. C"],
        ["Điều 1. A", "[-B-]", "Điều 2. C"],
    )


def test_the_last_paragraph_of_a_cell_never_joins_the_next_cell(read):
    cells = [paragraph("A", properties=MARK_DELETED), paragraph("B")]

    assert views(read(table(cells, bordered=False)))[0] == ["A", "B"]


@pytest.mark.parametrize(("name", "view"), [("ins", 0), ("del", 1)])
def test_rows_come_and_go_as_a_whole(read, name, view):
    row = f'<w:tr><w:trPr><w:{name} w:id="3" w:author="A"/></w:trPr><w:tc>{paragraph("X")}</w:tc></w:tr>'
    both = table(["A", "B"], ["C", "D"]).replace("</w:tbl>", f"{row}</w:tbl>")

    found = views(read(both))

    assert found[view] == ["A\tB", "C\tD", "X"]
    assert found[1 - view] == ["A\tB", "C\tD"]


def test_a_change_of_format_is_no_change(read):
    change = '<w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'

    document = read(paragraph(run("Giữ nguyên", f"<w:b/>{change}")))

    assert (document.tracked_changes, document.marked) == (0, ())


def test_fields_inside_deletions_do_not_leak_their_instruction(read):
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inside = (
        f"{sign.format('begin')}<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>{sign.format('separate')}"
    )
    gone = f'<w:del w:id="1" w:author="A">{inside}<w:r><w:delText>7</w:delText></w:r>{sign.format("end")}</w:del>'

    assert read(paragraph("Trang ", gone, "hết")).marked == ("Trang [-7-]hết",)


def test_notes_and_lists_are_in_every_view(read):
    notes = root("footnotes", f'<w:footnote w:id="2">{paragraph("Chú ", inserted("mới"))}</w:footnote>')
    body = paragraph("Chữ", '<w:r><w:footnoteReference w:id="2"/></w:r>', deleted("bỏ"))

    document = read(body, listed("x", 9), parts={"word/footnotes.xml": notes})

    assert views(document)[:2] == (["Chữ[1]", "x", "[1] Chú mới"], ["Chữ[1]bỏ", "x", "[1] Chú"])
