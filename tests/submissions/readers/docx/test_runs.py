import pytest

from submissions.readers.document import ParagraphKind
from tests.submissions.documents import MAIN_TYPE, STRICT, STRICT_OFFICE, paragraph, root, run, table

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def field(instruction, result):
    return f"{BEGIN}<w:r><w:instrText> {instruction} </w:instrText></w:r>{SEPARATE}{result}{END}"


def vml_box(content):
    box = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"


def drawn_box(content):
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        f"</w:drawing></mc:Choice><mc:Fallback>{vml_box(content)[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<w:hyperlink>{}</w:hyperlink>", "chữ"),
        ("<w:smartTag>{}</w:smartTag>", "chữ"),
        ("<w:customXml>{}</w:customXml>", "chữ"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "chữ"),
        ('<w:fldSimple w:instr=" AUTHOR ">{}</w:fldSimple>', "chữ"),
        ("<w:ruby><w:rt><w:r><w:t>âm</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>", ""),
        ("<w:r><w:ruby><w:rt><w:r><w:t>âm</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", "chữ"),
        ('<mc:AlternateContent><mc:Choice Requires="w14">{}</mc:Choice><mc:Fallback><w:r><w:t>hai</w:t></w:r>'
         "</mc:Fallback></mc:AlternateContent>", "chữ"),
        ('<mc:AlternateContent><mc:Choice Requires="xyz"><w:r><w:t>lạ</w:t></w:r></mc:Choice><mc:Fallback>{}'
         "</mc:Fallback></mc:AlternateContent>", "chữ"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
    ],
)  # fmt: skip
def test_what_holds_other_content_is_looked_into(texts, content, shown):
    assert texts(paragraph("trước ", content.format(run("chữ")), " sau")) == [f"trước {shown} sau"]


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        ("<w:t>x</w:t><w:tab/><w:t>y</w:t>", "x\ty"),
        ("<w:t>123</w:t><w:noBreakHyphen/><w:t>CV</w:t>", "123\u2011CV"),
        ("<w:t>trưởng</w:t><w:softHyphen/><w:t>ban</w:t>", "trưởngban"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
        ('<w:sym w:font="Symbol" w:char="xyz"/><w:t>z</w:t>', "z"),
        ('<w:t xml:space="preserve">dòng\nngắt </w:t>', "dòng ngắt"),
    ],
)
def test_signs_are_shown_as_word_shows_them(texts, signs, shown):
    assert texts(paragraph(f"<w:r>{signs}</w:r>")) == [shown]


@pytest.mark.parametrize(
    ("words", "paragraphs"),
    [
        (("Chương I", "QUY ĐỊNH CHUNG"), ["Chương I", "QUY ĐỊNH CHUNG"]),
        (("lụt, bão,", "thiên tai"), ["lụt, bão, thiên tai"]),
        (("nhiệm vụ:", "a) thứ nhất"), ["nhiệm vụ:", "a) thứ nhất"]),
        (("một", "", "hai"), ["một", "hai"]),
        (("một", ""), ["một"]),
    ],
)
def test_a_line_break_parts_unless_the_sentence_goes_on(texts, words, paragraphs):
    content = "<w:br/>".join(f"<w:t>{word}</w:t>" for word in words)

    assert texts(paragraph(f"<w:r>{content}</w:r>")) == paragraphs


def test_a_field_shows_its_result_and_not_its_instruction(texts):
    inner = field("REF muc", run("kết quả"))
    nested = f"{BEGIN}<w:r><w:instrText> IF </w:instrText></w:r>{inner}{SEPARATE}{run('đúng')}{END}"

    assert texts(paragraph("Trang ", field("PAGE", run("7")), ", ", nested)) == ["Trang 7, đúng"]


def test_a_field_reaches_over_paragraphs(texts):
    begin = paragraph(f"{BEGIN}<w:r><w:instrText>TOC</w:instrText></w:r>{SEPARATE}{run('Mục lục 1')}")

    assert texts(begin, "Mục lục 2", paragraph(END, "Sau")) == ["Mục lục 1", "Mục lục 2", "Sau"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="A"/><w:listEntry w:val="B"/></w:ddList>', "B"),
    ],
)
def test_forms_show_what_was_ticked_or_chosen(texts, data, shown):
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'

    assert texts(paragraph(begin, END, " Nhất trí")) == [f"{shown} Nhất trí"]


@pytest.mark.parametrize("box", [vml_box, drawn_box])
def test_a_text_box_is_read_once_after_its_paragraph(read, box):
    found = read(paragraph("Neo ", box(paragraph("Trong hộp")), "giữ"), "Sau").paragraphs

    assert [(each.text, each.kind) for each in found] == [
        ("Neo giữ", ParagraphKind.BODY),
        ("Trong hộp", ParagraphKind.TEXT_BOX),
        ("Sau", ParagraphKind.BODY),
    ]


def test_letters_drawn_as_a_picture_are_read(read):
    art = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'

    assert [each.text for each in read(paragraph(art)).paragraphs] == ["DỰ THẢO"]


def test_notes_follow_the_text_under_their_marks(read):
    notes = root(
        "footnotes",
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="5">{paragraph("<w:r><w:footnoteRef/></w:r>", " Chú một")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Chú hai")}{paragraph("tiếp")}</w:footnote>',
    )
    ends = root("endnotes", f'<w:endnote w:id="1">{paragraph("Cuối")}</w:endnote>')
    body = paragraph(
        "Một", '<w:r><w:footnoteReference w:id="5"/></w:r>', " hai", '<w:r><w:footnoteReference w:id="2"/></w:r>',
        " ba", '<w:r><w:endnoteReference w:id="1"/></w:r>',
    )  # fmt: skip

    found = read(body, parts={"word/footnotes.xml": notes, "word/endnotes.xml": ends}).paragraphs

    assert [each.text for each in found] == [
        "Một[1] hai[2] ba[i]",
        "[1]  Chú một",
        "[2] Chú hai",
        "tiếp",
        "[i] Cuối",
    ]
    assert [each.kind for each in found[1:]] == [ParagraphKind.FOOTNOTE] * 4


def test_hidden_words_are_counted_and_left_out(read):
    styles = root("styles", '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>')
    body = paragraph(
        "Thấy",
        run("ẩn", "<w:vanish/>"),
        run(" rõ", '<w:vanish w:val="0"/>'),
        run("kín", '<w:rStyle w:val="An"/>'),
    )

    document = read(body, parts={"word/styles.xml": styles})

    assert ([each.text for each in document.paragraphs], document.hidden_characters) == (["Thấy rõ"], 5)


def test_headings_are_known_by_their_style_or_their_level(read):
    styles = root(
        "styles",
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
        "</w:style>",
    )
    body = [
        paragraph("A", properties='<w:pStyle w:val="H2"/>'),
        paragraph("B", properties='<w:outlineLvl w:val="0"/>'),
        paragraph("C", properties='<w:pStyle w:val="C"/>'),
    ]

    found = read(*body, parts={"word/styles.xml": styles}).paragraphs

    assert [(each.kind, each.level) for each in found] == [
        (ParagraphKind.HEADING, 2),
        (ParagraphKind.HEADING, 1),
        (ParagraphKind.BODY, 0),
    ]


def test_the_strict_form_and_another_main_part_are_read(read):
    document = read("Nghiêm ngặt", table(["a", "b"]), namespace=STRICT, office=STRICT_OFFICE,
                    main="tai-lieu/noi-dung.xml", main_type=MAIN_TYPE)  # fmt: skip

    assert [each.text for each in document.paragraphs] == ["Nghiêm ngặt", "a\tb"]


@pytest.mark.parametrize(
    ("words", "font", "encoding", "shown"),
    [
        ("Bé tr\xadëng Bé Néi vô chñ tr×", ".VnTime", "tcvn3", "Bộ trưởng Bộ Nội vụ chủ trì"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI-Times", "vni", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", ".VnTime", "unicode", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
)  # fmt: skip
def test_legacy_encodings_are_repaired_by_their_words(read, words, font, encoding, shown):
    document = read(paragraph(run(words, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')))

    assert (document.paragraphs[0].text, document.encoding) == (shown, encoding)


def test_the_soft_hyphen_that_word_writes_as_an_element_is_a_letter_of_tcvn3(read):
    fonts = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    content = f"<w:r>{fonts}<w:t>Thñ t</w:t><w:softHyphen/><w:t>íng ChÝnh phñ quyÕt ®Þnh</w:t></w:r>"

    assert [each.text for each in read(paragraph(content)).paragraphs] == ["Thủ tướng Chính phủ quyết định"]
