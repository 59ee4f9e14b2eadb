import time
import unicodedata

import pytest

from proceedings.text.citations import Form, Level, Scope, find_citations

SHORT = {
    Level.TIET: "tiết", Level.DASH: "gạch", Level.DOAN: "đoạn", Level.DIEM: "điểm", Level.KHOAN: "khoản",
    Level.DIEU: "điều", Level.TIEU_MUC: "tiểu mục", Level.MUC: "mục", Level.CHUONG: "chương", Level.PHAN: "phần",
    Level.PHU_LUC: "phụ lục",
}  # fmt: skip


def written(citation):
    """The branches of a citation on one line: ``điểm a,b/khoản 2/điều 31 + khoản 3/điều 31``."""
    return " + ".join(
        "/".join(
            f"{SHORT[part.level]} {'này' if part.is_this else ','.join(branch.numbers(part.level))}"
            for part in branch.parts
        )
        for branch in citation.branches
    )


#: The text, with the citation between bars where it is not the whole; and how it is read.
FORMS = [
    ("|khoản 2 Điều 17|", "khoản 2/điều 17"),
    ("quy định tại |khoản 2 Điều này|.", "khoản 2/điều này"),
    ("|điểm c khoản 1 Điều 48|", "điểm c/khoản 1/điều 48"),
    ("|khoản 1 và khoản 2 Điều 5|", "khoản 1,2/điều 5"),
    ("theo |khoản 1 và khoản 2|", "khoản 1,2"),
    ("tại |điểm b khoản này|,", "điểm b/khoản này"),
    ("|Mục 1 Chương VII|", "mục 1/chương VII"),
    ("sửa |Điểm a Khoản 2| như sau", "điểm a/khoản 2"),
    ("|các điểm a, b và c khoản 1|", "điểm a,b,c/khoản 1"),
    ("|điểm a và điểm b khoản 3 Điều 2|", "điểm a,b/khoản 3/điều 2"),
    ("|các khoản 1, 2 và 3|", "khoản 1,2,3"),
    ("|các Điều 207, 208 và 282|", "điều 207,208,282"),
    ("|các điều 200, 201, 203, 376 và 383|", "điều 200,201,203,376,383"),
    ("|từ Điều 8 đến Điều 23|", "điều 8–23"),
    ("|từ Điều 8 đến hết Điều 23|", "điều 8–23"),
    ("|khoản 1 đến khoản 4 Điều 9|", "khoản 1–4/điều 9"),
    ("|khoản 1 đến 4 Điều 9|", "khoản 1–4/điều 9"),
    ("|các điều từ Điều 5 đến Điều 7|", "điều 5–7"),
    ("|Điều 5-7|", "điều 5–7"),
    ("|từ điểm a đến điểm d khoản 2 Điều 5|", "điểm a–d/khoản 2/điều 5"),
    ("|Điểm a, Khoản 1, Điều 5|", "điểm a/khoản 1/điều 5"),
    ("|khoản 5, Điều 1|", "khoản 5/điều 1"),
    ("|điểm a của khoản 2 thuộc Điều 5|", "điểm a/khoản 2/điều 5"),
    ("|điểm 2.3 khoản 2 Điều 4|", "điểm 2.3/khoản 2/điều 4"),
    ("|tiết b điểm a khoản 1 Điều 3|", "tiết b/điểm a/khoản 1/điều 3"),
    ("|đoạn 2 khoản 1 Điều 5|", "đoạn 2/khoản 1/điều 5"),
    ("|đoạn cuối khoản 1 Điều 5|", "đoạn cuối/khoản 1/điều 5"),
    ("|gạch đầu dòng thứ hai khoản 1 Điều 5|", "gạch thứ hai/khoản 1/điều 5"),
    ("|đoạn thứ hai khoản này|", "đoạn thứ hai/khoản này"),
    ("|điểm q) khoản 1|", "điểm q/khoản 1"),
    ("(|điểm q|) nêu trên", "điểm q"),
    ("|các điểm a và b khoản 2 và khoản 3 Điều 31|", "điểm a,b/khoản 2/điều 31 + khoản 3/điều 31"),
    ("|điểm a khoản 1 và điểm b khoản 2 Điều 5|", "điểm a/khoản 1/điều 5 + điểm b/khoản 2/điều 5"),
    (
        "|khoản 1, điểm a khoản 2 và khoản 3 Điều 5|",
        "khoản 1/điều 5 + điểm a/khoản 2/điều 5 + khoản 3/điều 5",
    ),
    ("|khoản 1 Điều 5, Điều 6 và khoản 2 Điều 7|", "khoản 1/điều 5 + điều 6 + khoản 2/điều 7"),
    (
        "|khoản 2 Điều 51, khoản 2 Điều 72, các điều 199, 204, khoản 4 Điều 230|",
        "khoản 2/điều 51 + khoản 2/điều 72 + điều 199,204 + khoản 4/điều 230",
    ),
    ("|điểm a và khoản 2 Điều 5|", "điểm a/điều 5 + khoản 2/điều 5"),
    ("|khoản 1 và khoản 2 Điều 5 và Điều 6|", "khoản 1,2/điều 5 + điều 6"),
    ("|Điều 5, khoản 2 Điều 6, khoản 3 Điều 7|", "điều 5 + khoản 2/điều 6 + khoản 3/điều 7"),
    ("|khoản 3a Điều 12b|", "khoản 3a/điều 12b"),
    ("|điểm d1 khoản 2 Điều 4|", "điểm d1/khoản 2/điều 4"),
    ("tại |điểm a khoản này|", "điểm a/khoản này"),
    ("|Điều 5 khoản 2 điểm a|", "điểm a/khoản 2/điều 5"),
    ("|Điều 5, khoản 2, điểm a và điểm b|", "điểm a,b/khoản 2/điều 5"),
    ("|Điều 5, khoản 2, Điều 6, khoản 3|", "khoản 2/điều 5 + khoản 3/điều 6"),
    ("|Điều 5 khoản 2 điểm a, khoản 3 điểm b|", "điểm a/khoản 2/điều 5 + điểm b/khoản 3/điều 5"),
    ("|Điều 5 khoản 2, Điều 6|", "khoản 2/điều 5 + điều 6"),
    ("|Điều 5, khoản 2 và Điều 6|", "khoản 2/điều 5 + điều 6"),
    ("|Điều 1, khoản 1 và điểm i khoản 1 Điều 2|", "điều 1 + khoản 1/điều 2 + điểm i/khoản 1/điều 2"),
    ("|Điều 3, Điều 5 khoản 2 và Điều 7 khoản 1|", "điều 3 + khoản 2/điều 5 + khoản 1/điều 7"),
    ("|Điều 5, Điều 6 khoản 2|", "điều 5 + khoản 2/điều 6"),
    ("|điểm a (khoản 2 Điều 5)|", "điểm a/khoản 2/điều 5"),
    ("chuyển |khoản 2 Điều 5| xuống", "khoản 2/điều 5"),
    ("|điểm “a” khoản 2|", "điểm a/khoản 2"),
    ("|Điều 4, Chương IV và Chương V|", "điều 4 + chương IV,V"),
    ("|khoản 2, Điều 7, Chương II|", "khoản 2/điều 7/chương II"),
    ("|Chương II, Điều 5, khoản 2|", "khoản 2/điều 5/chương II"),
    ("|khoản 1 các Điều 5, 6 và 7|", "khoản 1/điều 5,6,7"),
    ("|Khoản 2, 3, Điều 5 và Khoản 1 Điều 6|", "khoản 2,3/điều 5 + khoản 1/điều 6"),
    ("|điều 5 (khoản 2, 3)|", "khoản 2,3/điều 5"),
    ("|Điều 5.2|", "khoản 2/điều 5"),
    ("|Điều 6.1.a|", "điểm a/khoản 1/điều 6"),
    ("|khoản (2) Điều 5|", "khoản 2/điều 5"),
    ("đề nghị sửa |Đ5| như", "điều 5"),
    ("|đ.a k.2 Đ.5|", "điểm a/khoản 2/điều 5"),
    ("|k2 Đ5|", "khoản 2/điều 5"),
    ("|khoan 2 dieu 5|", "khoản 2/điều 5"),
    ("|ĐIỂM A KHOẢN 2 ĐIỀU 5|", "điểm A/khoản 2/điều 5"),
    ("|khỏan 2 Điều 5|", "khoản 2/điều 5"),
    ("|khoản2 Điều5|", "khoản 2/điều 5"),
    ("|khoản\u00a02 \u00d0iều\u00a05|", "khoản 2/điều 5"),
    ("|khoản 01 Điều 05|", "khoản 01/điều 05"),
    ("bổ sung |khoản 4 vào Điều 5|", "khoản 4/điều 5"),
    ("|Phần thứ hai|", "phần thứ hai"),
    ("|Chương thứ hai|", "chương thứ hai"),
    ("|tiểu mục 1 Mục 2 Chương I|", "tiểu mục 1/mục 2/chương I"),
    ("|Điểm 2 Mục I Phần B|", "điểm 2/mục I/phần B"),
    ("Bổ sung |Chương XIXa| như sau", "chương XIXa"),
    ("|các Phụ lục I, II và III| kèm theo", "phụ lục I,II,III"),
    ("|Phụ lục số 02|", "phụ lục 02"),
    ("|Phụ lục| ban hành kèm theo", "phụ lục "),
    ("những quy định của |Chương này|", "chương này"),
    ("theo quy định tại |Điều này|.", "điều này"),
    ("quy định tại |khoản 1 \nĐiều 5| của Nghị định này", "khoản 1/điều 5"),
    ("theo |các khoản \n1 và khoản 2 Điều này|.", "khoản 1,2/điều này"),
    ("|các điểm a, c vàđ khoản 2 Điều 2| củaQuy chế này", "điểm a,c,đ/khoản 2/điều 2"),
    ("|khoản 1 Điềunày| do", "khoản 1/điều này"),
    ("|khoản 1, 2|, 3 thành viên", "khoản 1,2"),
    ("|Điều 5| - 7 ý kiến", "điều 5"),
    ("|Điều 5|.2.2021", "điều 5"),
]

FALSE_FRIENDS = [
    "điểm cầu Bắc Ninh", "quan điểm a", "quan điểm 2", "thời điểm 1/1/2025", "tài khoản 1", "điều kiện 5",
    "Điều lệ Đảng", "Điều dưỡng 2", "Mục tiêu 1", "Mục đích", "khoản tiền 2 tỷ", "khoản 2 tỷ đồng", "điều chỉnh 5 lần",
    "khoản 1.500.000 đồng", "Điều 5.000 đồng", "Điều này cho thấy", "vì điều này", "trong phần này", "các khoản này",
    "Chương trình 135", "Chương trình I", "Huân chương I", "danh mục 1", "thành phần A", "một phần I", "cổ phần 2",
    "đặc điểm a", "ưu điểm b", "địa điểm 1", "điểm y tế", "tình tiết b", "chi tiết 1", "giai đoạn 2", "đoạn đường 2 km",
    "tiết kiệm 5", "30 điểm", "đạt điểm 10", "thang điểm 100", "điều trị 5", "Điều tra viên", "phần lớn", "Phần mềm 2",
    "500đ", "QĐ5", "đ/c A", "k5 năm", "các điều, khoản được giao", "điều khoản 2", "phụ lục", "chuyển khoản 2 lần",
    "trọng điểm 3", "khoảng 2 Điều", "ĐIỀU KHOẢN THI HÀNH", "Mục lục", "mục sư", "giáo điều", "hai khoản này",
]  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("marked", "expected"), FORMS, ids=[marked for marked, _ in FORMS])
def test_each_form_is_read_with_its_exact_span(marked, expected, form):
    before, inside, after = (unicodedata.normalize(form, part) for part in marked.split("|"))
    text = before + inside + after

    found = find_citations(text)

    assert [written(citation) for citation in found][:1] == [expected]
    assert (found[0].start, found[0].end, found[0].text) == (len(before), len(before + inside), inside)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_words_that_look_like_units_open_none(text, form):
    assert find_citations(unicodedata.normalize(form, text)) == []


@pytest.mark.parametrize(
    ("text", "scope", "name"),
    [
        ("Điều 5 của Luật này", Scope.THIS, "Luật này"),
        ("Điều 5 Quy chế này", Scope.THIS, "Quy chế này"),
        ("các Điều 5 và 6 của Bộ luật này;", Scope.THIS, "Bộ luật này"),
        ("Phụ lục II ban hành kèm theo Quy chế này", Scope.THIS, "Quy chế này"),
        ("khoản 2 Điều 5 của dự thảo Quy chế", Scope.DRAFT, "dự thảo Quy chế"),
        ("Chương II dự thảo.", Scope.DRAFT, "dự thảo"),
        ("Điều 16, dự thảo quy định rõ", Scope.DRAFT, "dự thảo"),
        ("Điều 5 Quy chế cần quy định", Scope.BARE, "Quy chế"),
        ("Điều 5 Quy chế quy định rõ", Scope.BARE, "Quy chế"),
        ("Điều 117 của Bộ luật Dân sự", Scope.NAMED, "Bộ luật Dân sự"),
        ("Điều 6 của luật đất đai.", Scope.NAMED, "luật đất đai"),
        ("khoản 2 Điều 10 Điều lệ Đảng", Scope.NAMED, "Điều lệ Đảng"),
        ("Điều 4 Hiến pháp", Scope.NAMED, "Hiến pháp"),
        ("Điều 8 Nghị định số 30/2020/NĐ-CP.", Scope.NAMED, "Nghị định số 30/2020/NĐ-CP"),
        ("Điều 5 Thông tư 01/2021/TT-BNV", Scope.NAMED, "Thông tư 01/2021/TT-BNV"),
        ("Luật Đất đai năm 2024 (khoản 2 Điều 5)", Scope.NAMED, "Luật Đất đai năm 2024"),
        ("Bộ luật Lao động, Điểm a, Khoản 2, Điều 35.", Scope.NAMED, "Bộ luật Lao động"),
        (
            "Điều 1 của Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Dân số",
            Scope.NAMED,
            "Pháp lệnh sửa đổi",
        ),
        ("khoản 1 Điều 5; Điều 6 của Luật Nhà ở", Scope.NAMED, "Luật Nhà ở"),
    ],
)
def test_the_document_named_is_told(text, scope, name):
    document = find_citations(text)[0].document

    assert (document.scope, document.text) == (scope, name)
    assert text[document.start : document.end] == name


@pytest.mark.parametrize(
    "text",
    ["Điều 5 quy định về", "Điều 5 quyết định việc này", "Điều 5, Hà Nội", "theo Luật Nhà ở, Điều 5 cần sửa"],
)
def test_a_verb_behind_a_citation_names_no_document(text):
    assert find_citations(text)[0].document is None


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("điểm a khoản 2 Điều 5", set()),
        ("khoản 1, khoản 2 Điều 5", set()),
        ("điểm a, khoản 2, Điều 5", {Form.COMMAS}),
        ("Điều 5 khoản 2", {Form.REVERSED}),
        ("Điều 5.2", {Form.DOTTED}),
        ("k2 Đ5", {Form.ABBREVIATED}),
        ("khoan 2 dieu 5", {Form.UNACCENTED}),
    ],
)
def test_what_departs_from_the_canonical_form_is_told(text, forms):
    assert find_citations(text)[0].forms == forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đề nghị bỏ khoản 2\nĐiều 6. Trách nhiệm", ["khoản 2", "điều 6"]),
        ("Điều 5\nKhoản 2 đề nghị bỏ", ["điều 5", "khoản 2"]),
        ("khoản 1\n\nĐiều 5", ["khoản 1", "điều 5"]),
        ("theo khoản 2\n1. Điều 7 cần", ["khoản 2", "điều 7"]),
        ("Điều 5: khoản 2 bỏ; khoản 3 giữ", ["điều 5", "khoản 2", "khoản 3"]),
    ],
)
def test_a_citation_ends_with_its_paragraph(text, expected):
    assert [written(citation) for citation in find_citations(text)] == expected


@pytest.mark.parametrize(
    "piece",
    [
        "khoản 1 ", "điểm a, ", "điều ", "k1 ", "từ từ các ", "Điều 1, 2, 3 và ", "khoản 1 đến khoản 2, ",
        "((((", "điểm a (", "Điều 5 (khoản 2) ", "\n", "gạch đầu ", "Điều 1 của Luật ", "a" * 100 + " ",
        "khoản 1 đến khoản 2, 3 tỷ ", "1.1.1.1.1.", "đ.", "e\u0302\u0300" * 9, "Luật X ",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece):
    text = piece * (30_000 // len(piece))
    started = time.process_time()

    find_citations(text)

    assert time.process_time() - started < 2  # a quadratic reading takes far longer


@pytest.mark.drill
@pytest.mark.parametrize(
    "piece", ["khoản 1 ", "k1 ", "khoản 1 đến khoản 2, 3 tỷ ", "Điều 1 của Luật ", "\n "]
)
def test_a_megabyte_is_read_in_seconds(piece):
    started = time.process_time()

    find_citations(piece * (1_000_000 // len(piece)))

    assert time.process_time() - started < 20
