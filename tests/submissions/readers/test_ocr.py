import io

import pytest
from PIL import Image

from submissions.readers import ocr
from submissions.readers.document import Kind, ParagraphKind, Problem, State
from tests.submissions.readers.pdfs import PARAGRAPHS, lines, pdf_of, stream, typst_page
from tests.submissions.readers.scans import character_error, scanned

pytestmark = pytest.mark.skipif(
    not ocr.available(), reason="Tesseract with its Vietnamese model is not installed"
)

LEFT = ["TỈNH ỦY MẪU", "*", "Số 123-CV/TU", "góp ý dự thảo Quy chế"]
RIGHT = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu, ngày 03 tháng 9 năm 2021"]
BODY = (
    "Kính gửi: Ban Tổ chức hội thảo",
    *PARAGRAPHS,
    "Điều 7. Trách nhiệm của cấp ủy, chính quyền địa phương",
    "1. Chỉ đạo, hướng dẫn, kiểm tra, giám sát việc thực hiện công tác đảng, công tác chính trị; kịp thời tháo gỡ "
    "khó khăn, vướng mắc phát sinh trong quá trình tổ chức thực hiện Quy chế.",
    "2. Phối hợp với Đảng ủy Công an Trung ương đánh giá, nhận xét cán bộ theo phân cấp quản lý; bảo đảm đoàn kết, "
    "thống nhất, giữ vững nguyên tắc tập trung dân chủ, đề cao trách nhiệm người đứng đầu.",
    "đ) Các nội dung khác đã được nêu cụ thể tại văn bản gửi kèm theo công văn này.",
)
VIETNAMESE = ("Ban to chuc hoi thao xin y kien gop y cua cac co quan ve du thao quy che phoi hop",) * 6


@pytest.fixture
def letter():
    return typst_page(*BODY, letterhead=(LEFT, RIGHT))


def saved(picture, path, dpi):
    picture.save(path, "PNG", dpi=(dpi, dpi))
    return path


@pytest.mark.parametrize(("dpi", "allowed"), [(300, 0.005), (200, 0.01)])
def test_scanned_letter_is_recognised(tmp_path, letter, dpi, allowed):
    document = ocr.read(saved(scanned(letter, dpi), tmp_path / "scan.png", dpi), tmp_path)

    assert (document.kind, document.state) == (Kind.IMAGE, State.NEEDS_PERSON)
    assert document.problem == Problem.RECOGNISED
    assert document.page_confidences[0] > 90
    assert character_error("\n".join((*LEFT, *RIGHT, *BODY)), document.text) <= allowed
    cells = [(one.text, one.cell[2]) for one in document.paragraphs if one.kind == ParagraphKind.CELL]
    assert cells[0] == ("TỈNH ỦY MẪU", 0)
    assert cells[-2:] == [(text, 1) for text in RIGHT]
    assert len([one for one in document.paragraphs if one.kind == ParagraphKind.BODY]) == len(BODY)


def test_poor_page_is_marked_for_a_person(tmp_path):
    page = typst_page(*BODY)
    poor = scanned(page, 110, blur=2.6, grain=40).crop((0, 0, 900, 500))

    document = ocr.read(saved(poor, tmp_path / "poor.png", 110), tmp_path)

    assert document.state == State.NEEDS_PERSON
    assert document.page_confidences[0] < 90
    assert [(one.code, one.values["pages"]) for one in document.remarks] == [("pages_to_compare", "1")]
    assert any(one.doubtful for one in document.paragraphs) or document.problem == Problem.NO_TEXT
    for paragraph in document.paragraphs:
        assert all(0 <= start < end <= len(paragraph.text) for start, end in paragraph.doubtful)


def test_only_pages_without_text_are_recognised(tmp_path):
    picture = scanned(typst_page(*BODY[:3]), 150).crop((0, 0, 1240, 620))
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=90)
    entries = (
        f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/ColorSpace/DeviceGray"
        "/BitsPerComponent 8/Filter/DCTDecode"
    )
    path = tmp_path / "mixed.pdf"
    path.write_bytes(
        pdf_of(
            lines(*VIETNAMESE),
            "q 595 0 0 298 0 540 cm /I Do Q",
            extra=(stream(packed.getvalue(), entries),),
            resources="/XObject<</I 100 0 R>>",
        )
    )
    done = []

    document = ocr.read(path, tmp_path, lambda page, of: done.append((page, of)))

    assert (document.kind, document.problem) == (Kind.PDF, Problem.RECOGNISED)
    assert document.values == {"pages": "2", "count": 1, "of": 2}
    assert (len(document.page_confidences), done) == (1, [(1, 1)])
    assert document.text.startswith(VIETNAMESE[0])
    assert "Ban Thường vụ Tỉnh ủy cơ bản nhất trí" in document.text
    assert not (tmp_path / "page.pgm").exists()


def test_page_that_lies_on_its_side_is_turned(tmp_path):
    picture = scanned(typst_page(*BODY), 150).crop((0, 0, 1240, 900)).transpose(Image.Transpose.ROTATE_90)

    document = ocr.read(saved(picture, tmp_path / "side.png", 150), tmp_path)

    assert "cơ bản nhất trí với bố cục" in document.text


def test_blank_page_has_no_text(tmp_path):
    blank = Image.new("L", (800, 1_100), 255)

    document = ocr.read(saved(blank, tmp_path / "blank.png", 100), tmp_path)

    assert (document.state, document.problem, document.paragraphs) == (
        State.NEEDS_PERSON,
        Problem.NO_TEXT,
        (),
    )


def test_document_with_text_is_left_as_it_is(tmp_path):
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf_of(lines(*VIETNAMESE)))

    assert ocr.read(path, tmp_path).state == State.READ


def test_damaged_picture_is_refused(tmp_path):
    path = tmp_path / "bad.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))

    assert ocr.read(path, tmp_path).problem == Problem.DAMAGED
