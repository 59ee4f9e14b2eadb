import pytest

from submissions.readers.document import (
    Encoding,
    Kind,
    Paragraph,
    ParagraphKind,
    ReadDocument,
    Remark,
    Sheet,
)
from submissions.screening.flags import FlagCode, Severity, flags_of
from tests.submissions.screening.letters import letter

CODE = FlagCode
STOP, PERSON, NOTICE = Severity.STOP, Severity.PERSON, Severity.NOTICE


def paragraphs(*lines, **fields):
    return tuple(Paragraph(line, **fields) for line in lines)


def flags(file_name="gop-y.docx", declared_type="", kind=Kind.DOCX, **fields):
    found = flags_of(ReadDocument(kind, **fields), file_name=file_name, declared_type=declared_type)
    return {flag.code: flag for flag in found}


@pytest.mark.parametrize("number", range(14))
def test_usual_letter_has_no_flag_but_its_urgency_and_blank_number(number):
    found = flags(paragraphs=paragraphs(*letter(number)))

    assert set(found) <= {CODE.URGENCY, CODE.NUMBER_LEFT_BLANK}


@pytest.mark.parametrize(
    ("fields", "code", "severity"),
    [
        ({"has_macros": True}, CODE.MACROS, STOP),
        ({"embedded": ("oleObject1.bin",)}, CODE.EMBEDDED_FILES, PERSON),
        ({"embedded": ("may tinh.exe",)}, CODE.EMBEDDED_PROGRAMS, STOP),
        ({"external_links": ("http://example.vn/anh.png",)}, CODE.EXTERNAL_CONTENT, PERSON),
        ({"external_links": (r"\\example.vn\mau.dotm",)}, CODE.EXTERNAL_CONTENT, PERSON),
        ({"external_links": ("file:///C:\\Users\\mau\\Normal.dotm",)}, CODE.LOCAL_TEMPLATE, NOTICE),
        ({"external_links": ("DDEAUTO cmd",)}, CODE.STARTS_PROGRAMS, STOP),
        ({"remarks": (Remark("pdf_launches_program"),)}, CODE.STARTS_PROGRAMS, STOP),
        ({"remarks": (Remark("pdf_scripts"),)}, CODE.SCRIPTS, PERSON),
        ({"tracked_changes": 3}, CODE.TRACKED_CHANGES, NOTICE),
        ({"comments": 2}, CODE.COMMENTS, NOTICE),
        ({"hidden_characters": 40}, CODE.HIDDEN_TEXT, PERSON),
        ({"encoding": Encoding.TCVN3}, CODE.ENCODING_REPAIRED, NOTICE),
        ({"paragraphs": (Paragraph("§iÒu 5", doubtful=((0, 6),)),)}, CODE.DOUBTFUL_TEXT, PERSON),
        ({"page_confidences": (96.0, 81.5)}, CODE.LOW_CONFIDENCE, PERSON),
    ],
)
def test_what_a_file_holds_is_flagged(fields, code, severity):
    found = flags(**fields)

    assert list(found) == [code]
    assert found[code].severity is severity


def test_pages_of_low_confidence_are_those_that_were_recognised():
    found = flags(page_confidences=(96.0, 81.5), values={"pages": "3, 7", "count": 2, "of": 9})

    assert found[CODE.LOW_CONFIDENCE].values["pages"] == "7"


def test_gravest_flag_comes_first():
    document = ReadDocument(Kind.DOCX, has_macros=True, tracked_changes=1, hidden_characters=4)

    assert [flag.severity for flag in flags_of(document, file_name="a.docx")] == [STOP, PERSON, NOTICE]


@pytest.mark.parametrize("kind", [Kind.PDF, Kind.MAIL])
def test_link_that_one_clicks_is_no_flag(kind):
    name = {"pdf": "a.pdf", "mail": "a.eml"}[kind]

    assert flags(name, kind=kind, external_links=("https://example.vn/", "mailto:vanthu@example.vn")) == {}


def test_pages_without_text_are_told():
    found = flags(
        "a.pdf",
        kind=Kind.PDF,
        pages=3,
        images=1,
        paragraphs=paragraphs("chữ", page=1) + paragraphs("chữ", page=3),
    )

    assert dict(found[CODE.PAGES_WITHOUT_TEXT].values) == {"count": 1, "pages": "2"}


def test_recognised_pages_with_high_confidence_are_no_flag():
    assert flags("a.pdf", kind=Kind.PDF, pages=2, images=2, page_confidences=(93.0, 95.1)) == {}


@pytest.mark.parametrize(
    ("name", "kind", "declared", "code", "severity"),
    [
        ("a.pdf", Kind.DOCX, "", CODE.WRONG_ENDING, PERSON),
        ("a.docx", Kind.PDF, "", CODE.WRONG_ENDING, PERSON),
        ("a.jpg", Kind.PDF, "", CODE.WRONG_ENDING, PERSON),
        ("a.doc", Kind.DOCX, "", CODE.OLD_ENDING, NOTICE),
        ("a.doc", Kind.RTF, "", CODE.OLD_ENDING, NOTICE),
        ("góp ý", Kind.DOCX, "application/pdf", CODE.OLD_ENDING, NOTICE),
        ("góp ý.pdf.exe", Kind.PDF, "", CODE.DECEPTIVE_NAME, STOP),
        ("gopy\u202efdp.docx", Kind.DOCX, "", CODE.DECEPTIVE_NAME, STOP),
    ],
)
def test_name_that_contradicts_the_content_is_flagged(name, kind, declared, code, severity):
    found = flags(name, declared, kind)

    assert found[code].severity is severity


@pytest.mark.parametrize(
    ("name", "kind", "declared"),
    [
        ("a.DOCX", Kind.DOCX, ""),
        ("góp ý số 12.3", Kind.DOCX, ""),
        ("khong-duoi", Kind.PDF, ""),
        ("a.docx", Kind.DOCX, "application/octet-stream"),
        ("5134.qd.doc.docx", Kind.DOCX, "application/msword"),
    ],
)
def test_name_that_says_nothing_else_is_no_flag(name, kind, declared):
    assert flags(name, declared, kind) == {}


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"),
        ("(Lưu hành nội bộ)", "Lưu hành nội bộ"),
        ("Tài liệu hội nghị", "Tài liệu hội nghị"),
        ("TÀI LIỆU PHỤC VỤ HỘI NGHỊ", "Tài liệu hội nghị"),
        ("DỰ THẢO LẦN 2", "Dự thảo"),
        ("Dự thảo", "Dự thảo"),
        ("Xem xong trả lại", "Xem xong trả lại"),
        ("KHÔNG PHỔ BIẾN", "Không phổ biến"),
        ("Tài liệu thu hồi sau hội nghị", "Thu hồi sau hội nghị"),
        ("TỈNH ỦY BẮC NINH\tLƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"),
    ],
)
def test_circulation_mark_makes_the_delegates_its_readers(line, mark):
    found = flags(paragraphs=paragraphs(*letter(0, words=[line], at=3)))

    assert found[CODE.CIRCULATION].severity is NOTICE
    assert dict(found[CODE.CIRCULATION].values) == {"mark": mark, "circulation": "delegates"}


def test_circulation_mark_in_a_header_counts():
    found = flags(aside=paragraphs("Lưu hành nội bộ", kind=ParagraphKind.HEADER))

    assert CODE.CIRCULATION in found


@pytest.mark.parametrize(
    "line",
    [
        "Dự thảo Quy chế phối hợp gồm 5 chương.",
        "góp ý dự thảo",
        "Tài liệu hội nghị được gửi trước ba ngày làm việc.",
    ],
)
def test_words_of_circulation_in_a_sentence_are_no_mark(line):
    assert CODE.CIRCULATION not in flags(paragraphs=paragraphs(*letter(0, words=[line], at=3)))


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("KHẨN", "Khẩn"),
        ("Thượng khẩn", "Thượng khẩn"),
        ("HỎA TỐC", "Hỏa tốc"),
        ("Độ khẩn: Hỏa tốc", "Hỏa tốc"),
    ],
)
def test_urgency_is_told(line, mark):
    assert flags(paragraphs=paragraphs(line))[CODE.URGENCY].values["mark"] == mark


@pytest.mark.parametrize(
    "line", ["Số:      /TTr-BTP", "Số       -NQ/ĐU", "Số: …./UBND-NC", "Số ....-CV/TU", "Số:___/BC-UBND"]
)
def test_number_left_blank_is_told(line):
    assert CODE.NUMBER_LEFT_BLANK in flags(paragraphs=paragraphs("TỈNH ỦY", line))


@pytest.mark.parametrize("line", ["Số 12-CV/TU", "Số: 123/UBND-NC", "Số lượng: 5", "Số liệu - báo cáo"])
def test_number_that_stands_is_no_flag(line):
    assert flags(paragraphs=paragraphs("TỈNH ỦY", line)) == {}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Liên hệ 0912 345 678 hoặc 0912345678", (1, 0, 0)),
        ("ĐT: 0222.3822.123; +84 912 345 678", (2, 0, 0)),
        ("CCCD số 027080001234", (0, 1, 0)),
        ("Số CMND: 125123456", (0, 1, 0)),
        ("Thư điện tử: mau@example.vn, MAU@example.vn", (0, 0, 1)),
        ("Công văn số 0123456789-CV/TU ngày 05/07/2021", (0, 0, 0)),
        ("Nghị định 117/2003/NĐ-CP; 1.234.567.890 đồng", (0, 0, 0)),
    ],
)
def test_personal_data_is_counted_and_not_told(text, counts):
    found = flags(paragraphs=paragraphs(text))

    told = found[CODE.PERSONAL_DATA].values if found else {"phones": 0, "papers": 0, "mails": 0}
    assert tuple(told[name] for name in ("phones", "papers", "mails")) == counts


def test_personal_data_in_a_sheet_is_counted():
    found = flags("a.xlsx", kind=Kind.XLSX, sheets=(Sheet("1", (("Nguyễn Văn Mẫu", "0912345678"),)),))

    assert found[CODE.PERSONAL_DATA].values["phones"] == 1
