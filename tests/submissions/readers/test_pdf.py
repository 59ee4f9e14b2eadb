import difflib
import random
import re
import subprocess
import sys

import pytest
from django.conf import settings

from submissions.readers import pdf
from submissions.readers.document import Encoding, ParagraphKind, Problem, State
from tests.submissions.readers.pdfs import (
    PARAGRAPHS,
    encrypted,
    lines,
    pdf_of,
    picture,
    stream,
    typst_page,
    written,
)

REAL = settings.BASE_DIR.parent / "shared" / "data" / "real"
needs_real_files = pytest.mark.skipif(not REAL.is_dir(), reason=f"the real documents are not at {REAL}")

ENGLISH = (
    "The workshop is held by video link and the opinions of the committees are for the record of this body",
) * 6
VIETNAMESE = ("Ban to chuc hoi thao xin y kien gop y cua cac co quan ve du thao quy che phoi hop",) * 6


@pytest.fixture
def read(tmp_path):
    def read_bytes(data):
        path = tmp_path / "received.pdf"
        path.write_bytes(data)
        return pdf.read(path, tmp_path)

    return read_bytes


def texts(document, *kinds):
    return [one.text for one in document.paragraphs if not kinds or one.kind in kinds]


def test_paragraphs_are_joined_and_begin_where_they_began(read):
    document = read(typst_page(*PARAGRAPHS))

    assert document.state == State.READ
    assert texts(document) == list(PARAGRAPHS)
    assert {paragraph.page for paragraph in document.paragraphs} == {1}


def test_paragraphs_go_on_over_the_page_with_heads_and_numbers_aside(read):
    long = PARAGRAPHS * 12
    document = read(
        typst_page(
            *long,
            head="[#align(center)[DỰ THẢO LẦN 2]]",
            foot='context align(center, counter(page).display("- 1 -"))',
        )
    )

    assert texts(document) == list(long)
    assert document.pages > 3
    assert [(one.text, one.kind) for one in document.aside] == [("DỰ THẢO LẦN 2", ParagraphKind.HEADER)]


@pytest.mark.parametrize("number", ["{}", "{}/9", "Trang {}", "– {} –"])
def test_page_numbers_are_left_out_on_two_pages(read, number):
    head = "[#align(center)[" + number.replace("{}", "#context counter(page).display()") + "]]"
    document = read(typst_page(*PARAGRAPHS * 5, head=head))

    assert texts(document) == list(PARAGRAPHS * 5)


def test_gazette_heads_in_the_middle_of_text_are_left_out(read):
    head = "[CÔNG BÁO/Số 294/Ngày 31-05-2026 #h(1fr) #context counter(page).display()]"
    document = read(typst_page(*PARAGRAPHS * 5, head=head))

    assert texts(document) == list(PARAGRAPHS * 5)
    assert [one.text for one in document.aside] == ["CÔNG BÁO/Số 294/Ngày 31-05-2026"]


def test_letterhead_is_read_left_cell_then_right(read):
    left = ["TỈNH ỦY MẪU", "*", "Số 123-CV/TU", "V/v góp ý dự thảo Quy chế phối hợp giữa các cơ quan, đơn vị"]
    right = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu, ngày 03 tháng 9 năm 2021"]

    document = read(typst_page("Kính gửi: Ban Tổ chức hội thảo", *PARAGRAPHS, letterhead=(left, right)))

    cells = [(one.text, one.cell[2]) for one in document.paragraphs if one.kind == ParagraphKind.CELL]
    assert cells == [(text, 0) for text in left] + [(text, 1) for text in right]
    assert texts(document, ParagraphKind.BODY) == ["Kính gửi: Ban Tổ chức hội thảo", *PARAGRAPHS]


def test_signature_is_read_left_cell_then_right(read):
    left = ["Nơi nhận:", "- Như trên,", "- Lưu VT."]
    right = ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn Mẫu"]

    document = read(typst_page(letterhead=(left, right)))

    assert [(one.text, one.cell[2]) for one in document.paragraphs] == [
        *((text, 0) for text in left),
        *((text, 1) for text in right),
    ]


def test_table_is_read_by_rows(read):
    table = (
        "#table(columns: (2cm, 5cm, 8cm), [STT], [Điều, khoản], [Nội dung góp ý], [1], [Điều 5], "
        "[Đề nghị bổ sung cụm từ “thường xuyên” vào sau cụm từ “phối hợp” cho rõ nghĩa hơn], [2], [Điều 6], [Bỏ])\n"
    )
    document = read(typst_page(*PARAGRAPHS, before=table))

    assert texts(document, ParagraphKind.ROW) == [
        "STT\tĐiều, khoản\tNội dung góp ý",
        "1\tĐiều 5\tĐề nghị bổ sung cụm từ “thường xuyên” vào sau cụm từ “phối hợp” cho rõ nghĩa hơn",
        "2\tĐiều 6\tBỏ",
    ]


def test_hyphenation_is_joined_and_real_hyphens_stay(read):
    english = "This consultation concerns responsibilities, institutionalisation and harmonisation. " * 9
    narrow = '#set text(lang: "en", hyphenate: true)\n#set page(width: 9cm)\n'
    document = read(typst_page(english.strip(), before=narrow))

    assert texts(document) == [english.strip()]


def test_symbols_broken_at_their_hyphen_are_joined(read):
    document = read(
        pdf_of(
            lines(
                "Thuc hien Nghi dinh so 33/2023/ND-",
                "CP cua Chinh phu ngay 10 thang 6 nam",
                "2023 ve can bo, cong chuc cap xa va",
                "ngay 31-05-",
            )
        )
    )

    assert "33/2023/ND-CP cua" in document.text


def test_short_last_page_is_no_scan(read):
    assert read(pdf_of(lines(*VIETNAMESE), lines("Nguyen Van Mau"))).state == State.READ


def test_scan_waits_for_a_person(read):
    image, paint = picture()
    document = read(pdf_of(paint, paint, extra=(image,), resources="/XObject<</I 100 0 R>>"))

    assert (document.state, document.problem) == (State.NEEDS_PERSON, Problem.NO_TEXT)
    assert document.values == {"pages": "1-2", "count": 2, "of": 2}
    assert document.images == 2


def test_stamp_over_a_scan_is_no_text(read):
    image, paint = picture()
    document = read(
        pdf_of(
            paint + lines("Ky boi: CO QUAN MAU", "Ngay ky: 2026-05-29 15:16:50"),
            extra=(image,),
            resources="/XObject<</I 100 0 R>>",
        )
    )

    assert document.problem == Problem.NO_TEXT


def test_mixed_document_says_which_pages(read):
    image, paint = picture()
    good = lines(*VIETNAMESE)
    document = read(pdf_of(good, paint, good, paint, extra=(image,), resources="/XObject<</I 100 0 R>>"))

    assert (document.problem, document.values["pages"]) == (Problem.NO_TEXT, "2, 4")
    assert {one.page for one in document.paragraphs} == {1, 3}


def test_text_that_is_no_language_is_disputed(read):
    garbage = tuple("xqz wkrvh zrugv duh qrw ylhwqdphvh qru hqjolvk dw doo" for _ in range(6))

    document = read(pdf_of(lines(*VIETNAMESE), lines(*garbage)))

    assert (document.state, document.problem) == (State.NEEDS_PERSON, Problem.DISPUTED_TEXT)
    assert document.values["pages"] == "2"


def test_english_is_a_language(read):
    assert read(pdf_of(lines(*ENGLISH))).state == State.READ


def test_text_that_a_scanner_put_behind_the_picture_waits_for_a_person(read):
    image, paint = picture()
    hidden = paint + lines(*VIETNAMESE, mode=3)

    document = read(pdf_of(hidden, extra=(image,), resources="/XObject<</I 100 0 R>>"))

    assert (document.problem, len(document.paragraphs) > 0) == (Problem.RECOGNISED, True)


def test_empty_pages_have_no_text(read):
    assert read(pdf_of("", "")).problem == Problem.NO_TEXT


@pytest.mark.parametrize(
    ("angle", "matrix"), [(90, "0 1 -1 0 60 72"), (180, "-1 0 0 -1 520 780"), (270, "0 -1 1 0 520 780")]
)
def test_turned_pages_are_read_upright(read, angle, matrix):
    content = f"BT /F 12 Tf {matrix} Tm ({VIETNAMESE[0]}) Tj 0 -16 Td ({VIETNAMESE[0]}) Tj ET"

    turned, as_drawn = (
        read(pdf_of((f"/MediaBox[0 0 595 842]/Rotate {angle}", content))),
        read(pdf_of(content)),
    )

    assert turned.text.split() == as_drawn.text.split() == VIETNAMESE[0].split() * 2
    assert len(turned.paragraphs) <= 2


@pytest.mark.parametrize(
    ("legacy", "unicode", "encoding"),
    [
        (
            "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc",
            "Cộng hoà xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc",
            Encoding.TCVN3,
        ),
        (
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp Töï do Haïnh phuùc",
            "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc",
            Encoding.VNI,
        ),
    ],
)
def test_legacy_text_layer_is_repaired(read, legacy, unicode, encoding):
    document = read(pdf_of(lines(*[legacy] * 5)))

    assert document.state == State.READ
    assert document.text.count(unicode) == 5
    assert document.encoding == encoding


def test_owner_password_is_no_obstacle(read):
    assert read(encrypted(lines(*VIETNAMESE))).text.count("quy che") == 6


def test_user_password_refuses(read):
    document = read(encrypted(lines(*VIETNAMESE), user=b"mat khau"))

    assert (document.state, document.problem) == (State.REFUSED, Problem.ENCRYPTED)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(5_000),
        pdf_of(lines("a"))[:200],
        b"PK\3\4 no pdf",
        written({1: b"<</Type/Catalog>>"}),
    ],
)
def test_damaged_file_is_refused(read, data):
    document = read(data)

    assert (document.state, document.problem) in {
        (State.REFUSED, Problem.DAMAGED),
        (State.REFUSED, Problem.EMPTY),
    }


def test_too_many_pages_are_refused(read):
    kids = " ".join(["10 0 R"] * 2_001)
    pages = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count 2001>>".encode(),
        10: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    }

    assert read(written(pages)).problem == Problem.TOO_LONG


def test_page_with_more_letters_than_a_book_is_refused_and_not_cut(read):
    document = read(pdf_of(lines(*["ha ha " * 40] * 900)))

    assert (document.state, document.problem) == (State.REFUSED, Problem.TOO_LONG)
    assert document.paragraphs == ()


def test_page_of_a_kilometre_is_refused(read):
    document = read(pdf_of(lines("a"), ("/MediaBox[0 0 595 14401]", lines("b"))))

    assert (document.problem, document.values["page"]) == (Problem.TOO_LARGE, 2)


def test_loops_of_pages_end(read):
    pages = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 9/Parent 2 0 R>>",
    }

    assert read(written(pages)).state in {State.REFUSED, State.NEEDS_PERSON}


def test_what_surrounds_the_text_is_told(read):
    attached = stream(b"MZ", "/Type/EmbeddedFile")
    document = read(
        pdf_of(
            lines(*VIETNAMESE),
            extra=(
                attached,
                "<</Type/Filespec/F(an.exe)/UF(an.exe)/EF<</F 100 0 R>>>>",
                "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.vn/a)>>>>",
                "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(cmd.exe)>>>>",
                "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(xem lai cho nay)>>",
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(coquan)/TU(Co quan)/V(Tinh uy Mau)/Rect[9 9 99 99]>>",
            ),
            catalog="/Names<</EmbeddedFiles<</Names[(an.exe) 101 0 R]>>>>/OpenAction<</S/JavaScript/JS(app.alert(1))>>"
            "/AcroForm<</Fields[105 0 R]>>",
            annots="/Annots[102 0 R 103 0 R 104 0 R 105 0 R]",
        )
    )

    assert document.embedded == ("an.exe",)
    assert document.external_links == ("https://example.vn/a",)
    assert {remark.code for remark in document.remarks} == {"pdf_scripts", "pdf_launches_program"}
    assert [one.text for one in document.aside] == ["xem lai cho nay"]
    assert document.comments == 1
    assert texts(document, ParagraphKind.TEXT_BOX) == ["Co quan: Tinh uy Mau"]


def test_damage_never_stops_the_reader(tmp_path):
    sources = [
        typst_page(*PARAGRAPHS * 3),
        pdf_of(lines(*VIETNAMESE), lines(*ENGLISH)),
        encrypted(lines("a")),
    ]
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(sources[seed % 3])
        for _ in range(chance.randint(1, 200)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / f"{seed}.pdf").write_bytes(data)
    script = (
        "import sys; from pathlib import Path; from submissions.readers import pdf\n"
        "for path in sorted(Path(sys.argv[1]).glob('*.pdf')): print(pdf.read(path, path.parent).state)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=settings.BASE_DIR,
        check=False,
    )

    assert (done.returncode, len(done.stdout.split())) == (0, 60), done.stderr[-2_000:]


@needs_real_files
def test_real_decree_has_every_word_of_its_transcript(tmp_path):
    document = pdf.read(REAL / "nghi-dinh-185-2026.pdf", tmp_path)
    transcript = (REAL / "nghi-dinh-185-2026.transcript.txt").read_text(encoding="utf-8")
    transcript = re.sub(r"CÔNG BÁO/Số 294/Ngày 31-05-2026\s*\n\d+\s*\n", "\n", transcript)
    transcript = re.sub(r"(?m)^(Ký bởi:|Cơ quan: VĂN|Ngày ký:).*$|__+", "", transcript)

    expected, found = transcript.split(), document.text.split()
    same = sum(
        block.size
        for block in difflib.SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    )

    assert document.state == State.READ
    assert len(found) == len(expected)
    assert same / len(expected) > 0.999
    assert sum(bool(re.match(r"Điều \d+\. ", one.text)) for one in document.paragraphs) == 20
    assert [one.text for one in document.paragraphs if one.kind == ParagraphKind.CELL] == [
        "CHÍNH PHỦ",
        "Số: 185/2026/NĐ-CP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 26 tháng 5 năm 2026",
    ]


@needs_real_files
def test_real_scan_has_no_text(tmp_path):
    document = pdf.read(REAL / "nghi-quyet-99-2026-scan.pdf", tmp_path)

    assert (document.state, document.problem) == (State.NEEDS_PERSON, Problem.NO_TEXT)
    assert document.values["pages"] == "1-4"
