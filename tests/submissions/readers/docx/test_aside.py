import pytest

from submissions.readers.document import ParagraphKind, Problem, State
from tests.submissions.documents import MACRO_TYPE, OFFICE, PACKAGE, XML, paragraph, relationships, root

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Báo cáo mẫu</dc:title><cp:keywords/>'
    "<dc:creator>Người soạn</dc:creator></cp:coreProperties>"
)
APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>4</Pages></Properties>'


def package_relations(*kinds):
    listed = "".join(
        f'<Relationship Id="r{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(kinds)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def test_headers_footers_and_comments_stand_aside(read):
    document = read(
        "Thân văn bản",
        parts={
            "word/header1.xml": root("hdr", paragraph("Đầu trang")),
            "word/footer2.xml": root("ftr", paragraph("Chân trang")),
            "word/comments.xml": root("comments", f'<w:comment w:id="0">{paragraph("Xem lại")}</w:comment>'),
        },
    )

    assert [each.text for each in document.paragraphs] == ["Thân văn bản"]
    assert {(each.text, each.kind) for each in document.aside} == {
        ("Đầu trang", ParagraphKind.HEADER),
        ("Chân trang", ParagraphKind.FOOTER),
        ("Xem lại", ParagraphKind.COMMENT),
    }
    assert document.comments == 1


def test_properties_stand_aside_and_give_the_pages(read):
    relations = package_relations(
        (f"{OFFICE}/officeDocument", "word/document.xml"),
        (f"{PACKAGE}/metadata/core-properties", "docProps/core.xml"),
        (f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )

    document = read("x", parts={"_rels/.rels": relations, "docProps/core.xml": CORE, "docProps/app.xml": APP})

    assert [(each.text, each.kind) for each in document.aside] == [("Báo cáo mẫu", ParagraphKind.PROPERTY)]
    assert document.pages == 4


@pytest.mark.parametrize("given", [{"main_type": MACRO_TYPE}, {"parts": {"word/vbaProject.bin": b"x"}}])
def test_macros_are_told(read, given):
    assert read("x", **given).has_macros
    assert not read("x").has_macros


def test_embedded_files_are_named(read):
    document = read(
        "x",
        '<w:altChunk r:id="rId9"/>',
        parts={"word/embeddings/bang.xlsx": b"x"},
        relations=[("aFChunk", "phan.html", False)],
    )

    assert document.embedded == ("bang.xlsx", "phan.html")
    assert ("other_formats_inside", {"count": 1}) in [
        (each.code, dict(each.values)) for each in document.remarks
    ]


def test_what_is_fetched_is_told_and_what_is_clicked_is_counted(read):
    header_relations = relationships([("image", "https://example.vn/h.png", True)])
    field = '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://example.vn/f.png&quot; "/>'

    document = read(
        paragraph("x", field),
        parts={"word/header1.xml": root("hdr", ""), "word/_rels/header1.xml.rels": header_relations},
        relations=[
            ("hyperlink", "https://example.vn/", True),
            ("hyperlink", "mailto:mau@example.vn", True),
            ("hyperlink", r"file:\\may-chu\chung", True),
            ("attachedTemplate", "http://example.vn/t.dotm", True),
        ],
    )

    assert set(document.external_links) == {
        "https://example.vn/h.png",
        r"file:\\may-chu\chung",
        "http://example.vn/t.dotm",
        "INCLUDEPICTURE http://example.vn/f.png",
    }
    assert [(each.code, dict(each.values)) for each in document.remarks] == [("hyperlinks", {"count": 3})]


def test_a_document_of_pictures_waits_for_a_person(read):
    blip = '<pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill>'
    picture = f"<w:r><w:drawing><a:graphic>{blip}</a:graphic></w:drawing></w:r>"

    document = read(paragraph(picture), paragraph())

    assert (document.state, document.problem, document.images) == (State.NEEDS_PERSON, Problem.NO_TEXT, 1)
