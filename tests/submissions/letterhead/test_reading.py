import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submissions.letterhead.found import DOUBTFUL, SURE
from submissions.letterhead.reading import find_letterhead
from tests.submissions.letterhead.measuring import FIELDS

HEAD = [
    "TỈNH ỦY BẮC NINH", "*", "Số 123-CV/TU", "góp ý dự thảo Quy chế", "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Bắc Ninh, ngày 05 tháng 8 năm 2021",
]  # fmt: skip
ADDRESSED = ["Kính gửi: Đảng ủy Công an Trung ương"]
TEXT = ["Thực hiện Công văn số 55-CV/ĐUCA, ngày 01/7/2021, Tỉnh ủy có ý kiến như sau.", "VĂN BẢN MẪU"]
SIGNED = ["Nơi nhận:", "- Như trên,", "- Lưu VPTU.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn Mẫu"]
DATE = datetime.date(2021, 8, 5)


def letter(**changes):
    """A Party letter; a key names a line of ``HEAD`` by its place, or ``addressed``, ``signed``."""
    head = [line for at, old in enumerate(HEAD) for line in changes.get(f"line{at}", old).split("\n")]
    return [*head, *changes.get("addressed", ADDRESSED), *TEXT, *changes.get("signed", SIGNED)]


def values(letterhead):
    return {
        field: getattr(letterhead, field).value for field in FIELDS if getattr(letterhead, field) is not None
    }


def test_letterhead_of_a_party_letter_has_every_field():
    letterhead = find_letterhead(letter(), day=datetime.date(2021, 8, 9))

    assert letterhead.family == "party"
    assert values(letterhead) == {
        "committee": "bac-ninh",
        "body": "TỈNH ỦY BẮC NINH",
        "symbol": "123-CV/TU",
        "date": DATE,
        "place": "Bắc Ninh",
        "subject": "góp ý dự thảo Quy chế",
        "addressee": "Đảng ủy Công an Trung ương",
        "signer": "Nguyễn Văn Mẫu",
        "signer_post": "PHÓ BÍ THƯ",
        "signing_power": "T/M BAN THƯỜNG VỤ",
    }
    assert all(getattr(letterhead, field).confidence >= SURE for field in FIELDS)


def test_letterhead_tells_where_a_value_stands_in_text_as_given():
    paragraphs = [
        "TI\u0309NH U\u0309Y\xa0BĂ\u0301C NINH\t\u200bĐA\u0309NG CO\u0323\u0302NG SA\u0309N VIE\u0323\u0302T NAM",
        "Số 7–CV/TU",
    ]

    letterhead = find_letterhead(paragraphs)

    body = letterhead.body
    assert paragraphs[0][body.start : body.end] == "TI\u0309NH U\u0309Y\xa0BĂ\u0301C NINH"
    assert body.value == "TỈNH ỦY BẮC NINH"
    assert paragraphs[1][letterhead.symbol.start : letterhead.symbol.end] == "Số 7–CV/TU"
    assert letterhead.symbol.value == "7-CV/TU"


@pytest.mark.parametrize(
    ("body", "place", "date", "committee"),
    [
        ("TỈNH ỦY BẮC NINH", "Bắc Ninh", "ngày 20 tháng 6 năm 2025", "bac-ninh"),
        ("TỈNH ỦY BẮC NINH", "Bắc Ninh", "ngày 01 tháng 7 năm 2025", "bac-ninh-2025"),
        ("TỈNH ỦY BẮC NINH", "Bắc Giang", "ngày 05 tháng 8 năm 2026", "bac-ninh-2025"),
        ("TỈNH ỦY BẮC NINH", "Bắc Ninh", "ngày      tháng 8 năm 2026", "bac-ninh-2025"),
        ("Tỉnh uỷ Bắc Ninh", "Bắc Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("TINH UY BAC NINH", "Bac Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("TỈNH ỦY\nBẮC NINH", "Bắc Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("BAN THƯỜNG VỤ TỈNH ỦY BẮC NINH", "Bắc Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("ĐẢNG BỘ TỈNH BẮC NINH\nBAN CHẤP HÀNH", "Bắc Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("BCH ĐẢNG BỘ TỈNH BẮC NINH", "Bắc Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("T.U BẮC NINH", "Bắc Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("TU BẮC NINH", "Bắc Ninh", "ngày 05 tháng 8 năm 2021", "bac-ninh"),
        ("THÀNH ỦY TP. HỒ CHÍ MINH", "TP. Hồ Chí Minh", "ngày 05-8-2021", "thanh-pho-ho-chi-minh"),
        ("THÀNH ỦY TP.HCM", "TP.HCM", "ngày 05.8.2026", "thanh-pho-ho-chi-minh-2025"),
        ("TỈNH ỦY ĐẮC LẮC", "Đắk Lắk", "ngày 05 tháng 8 năm 2021", "dak-lak"),
        ("TỈNH ỦY ĐĂK LĂK", "Đăk Lăk", "ngày 05 tháng 8 năm 2026", "dak-lak-2025"),
        ("TỈNH ỦY DAKLAK", "Buôn Ma Thuột", "ngày 05 tháng 8 năm 2021", "dak-lak"),
        ("TỈNH ỦY BẮC CẠN", "Bắc Kạn", "ngày 05 tháng 8 năm 2021", "bac-kan"),
        ("TỈNH ỦY KONTUM", "Kontum", "ngày 05 tháng 8 năm 2021", "kon-tum"),
        ("TỈNH ỦY THỪA THIÊN - HUẾ", "Huế", "ngày 05 tháng 8 năm 2021", "thua-thien-hue"),
        ("TỈNH ỦY TT-HUẾ", "TT-Huế", "ngày 05 tháng 8 năm 2021", "thua-thien-hue"),
        ("THÀNH ỦY HUẾ", "Thành phố Huế", "ngày 05 tháng 8 năm 2025", "hue"),
        ("TỈNH ỦY BÀ RỊA-VŨNG TÀU", "Vũng Tàu", "ngày 05 tháng 8 năm 2021", "ba-ria-vung-tau"),
        ("TỈNH ỦY BR-VT", "Bà Rịa", "ngày 05 tháng 8 năm 2021", "ba-ria-vung-tau"),
    ],
)
def test_committee_is_the_one_that_bore_the_name_on_the_day(body, place, date, committee):
    letterhead = find_letterhead(letter(line0=body, line5=f"{place}, {date}"))

    assert letterhead.committee.value == committee


@pytest.mark.parametrize(
    "body",
    [
        "TỈNH ỦY BẮC NINH\nTHÀNH ỦY BẮC NINH",
        "THÀNH ỦY BẮC NINH",
        "TỈNH ỦY BẮC NINH\nHUYỆN ỦY MẪU SƠN",
        "TỈNH ỦY BẮC NINH\nĐẢNG ỦY CÔNG AN TỈNH",
        "ĐẢNG ỦY CÔNG AN TỈNH BẮC NINH",
        "ĐẢNG ỦY CÔNG AN TRUNG ƯƠNG",
        "BAN NỘI CHÍNH TRUNG ƯƠNG",
        "UBND TỈNH BẮC NINH",
        "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH",
        "BỘ CÔNG AN\nCÔNG AN TỈNH BẮC NINH",
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH BẮC NINH",
    ],
)
def test_committee_is_not_another_body_of_its_province(body):
    letterhead = find_letterhead(letter(line0=body), file_name="Góp ý của Tỉnh ủy Bắc Ninh.docx")

    assert letterhead.committee is None
    assert letterhead.candidates["committee"][0].confidence < DOUBTFUL
    assert letterhead.body.value in body.replace("\n", " ")


def test_committee_of_a_city_was_that_of_a_town_before():
    assert (
        find_letterhead(letter(line0="THÀNH ỦY HUẾ", line5="Huế, ngày 05 tháng 8 năm 2021")).committee is None
    )


@pytest.mark.parametrize("organ", ["VĂN PHÒNG", "BAN NỘI CHÍNH", "ỦY BAN KIỂM TRA"])
@pytest.mark.parametrize("form", ["{} TỈNH ỦY BẮC NINH", "TỈNH ỦY BẮC NINH\n{}"])
def test_committee_of_its_organ_is_proposed_and_not_sure(organ, form):
    letterhead = find_letterhead(letter(line0=form.format(organ), line2="Số 123-CV/VPTU"))

    assert letterhead.committee.value == "bac-ninh"
    assert letterhead.committee.confidence < SURE
    assert letterhead.body.value.startswith(organ)


def test_committee_without_its_name_in_the_heading_comes_from_the_place():
    letterhead = find_letterhead(letter(line0="TỈNH ỦY"))

    assert letterhead.committee.value == "bac-ninh"
    assert letterhead.committee.confidence < SURE


def test_committee_that_had_ceased_is_not_sure():
    letterhead = find_letterhead(
        letter(line0="TỈNH ỦY BẮC GIANG", line5="Bắc Giang, ngày 05 tháng 8 năm 2026")
    )

    assert letterhead.committee.value == "bac-giang"
    assert letterhead.committee.reason == "no_longer_in_force"
    assert letterhead.committee.confidence < SURE


@pytest.mark.parametrize(
    "outside",
    [
        {"file_name": "Góp ý của Thành ủy Hải Phòng.doc"},
        {"sender": "Văn phòng Thành ủy Hải Phòng <vptu@haiphong.gov.vn>"},
    ],
)
def test_committee_that_file_or_sender_dispute_is_not_sure(outside):
    letterhead = find_letterhead(letter(), **outside)

    assert letterhead.committee.value == "bac-ninh"
    assert letterhead.committee.confidence < SURE
    assert "hai-phong" in [one.value for one in letterhead.candidates["committee"]]


@pytest.mark.parametrize(
    ("file_name", "symbol_is_sure"), [("123-CVTU_BN.pdf", True), ("321-CV-TU Bac Ninh.docx", False)]
)
def test_symbol_is_confirmed_or_disputed_by_the_name_of_the_file(file_name, symbol_is_sure):
    letterhead = find_letterhead(letter(), file_name=file_name)

    assert letterhead.symbol.value == "123-CV/TU"
    assert (letterhead.symbol.confidence >= SURE) is symbol_is_sure


@pytest.mark.parametrize(
    "blank",
    [
        "Số      -CV/TU",
        "Số:      /TTr-BTP",
        "Số ..... -CV/TU",
        "Số ____-CV/TU",
        "Số",
        "Số 000-CV/TU",
        "Số      -NQ/ĐU",
    ],
)
def test_symbol_with_its_number_left_blank_is_none_and_never_zero(blank):
    letterhead = find_letterhead(letter(line2=blank))

    assert letterhead.symbol is None
    assert letterhead.candidates["symbol"][0].confidence < DOUBTFUL


@pytest.mark.parametrize(
    "cited", ["trả lời Công văn\nsố 12-CV/ĐUCA", "trả lời Công văn\nSố 12-CV/ĐUCA, ngày 01/7/2021"]
)
def test_symbol_and_date_that_a_subject_cites_are_not_the_letters(cited):
    letterhead = find_letterhead(letter(line2="Số      -CV/TU", line3=cited))

    assert letterhead.symbol is None
    assert letterhead.date.value == DATE


def test_date_left_blank_is_none_whatever_else_is_dated():
    letterhead = find_letterhead(
        letter(
            line3="Trả lời Công văn số 12-CV/ĐUCA,\nngày 01 tháng 7 năm 2021",
            line5="Bắc Ninh, ngày     tháng 8 năm 2021",
        )
    )

    assert letterhead.date is None
    assert letterhead.place.value == "Bắc Ninh"
    assert letterhead.subject.value == "Trả lời Công văn số 12-CV/ĐUCA, ngày 01 tháng 7 năm 2021"


def test_date_after_the_receipt_is_doubtful():
    letterhead = find_letterhead(letter(), day=datetime.date(2021, 8, 1))

    assert letterhead.date.value == DATE
    assert letterhead.date.reason == "after_receipt"
    assert letterhead.date.confidence < SURE


def test_values_that_recognition_spoilt_are_read_and_not_sure():
    letterhead = find_letterhead(
        letter(line0="TlNH ỦY BẮC NlNH", line2="Sô l23-CV/TU", line5="Bắc Ninh, ngày O5 thảng 8 nãm 2O21")
    )

    assert (letterhead.committee.value, letterhead.symbol.value, letterhead.date.value) == (
        "bac-ninh",
        "123-CV/TU",
        DATE,
    )
    assert max(letterhead.symbol.confidence, letterhead.date.confidence) < SURE


TITLED = [
    "TỈNH ỦY BẮC NINH",
    "*",
    "Số 12-BC/TU",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Bắc Ninh, ngày 05 tháng 8 năm 2021",
]


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        (
            ["BÁO CÁO", "góp ý dự thảo Quy chế", "phối hợp công tác", "-----", "Căn cứ"],
            "BÁO CÁO góp ý dự thảo Quy chế phối hợp công tác",
        ),
        (
            ["BÁO CÁO", "GÓP Ý DỰ THẢO QUY CHẾ", "THỰC HIỆN NHIỆM VỤ", "Căn cứ"],
            "BÁO CÁO GÓP Ý DỰ THẢO QUY CHẾ THỰC HIỆN NHIỆM VỤ",
        ),
        (["TỜ TRÌNH", "về việc góp ý", "-----", "Kính trình Ban Bí thư,"], "TỜ TRÌNH về việc góp ý"),
        (["Ý KIẾN GÓP Ý", "vào dự thảo Quy chế", "1. Về Điều 3"], "Ý KIẾN GÓP Ý vào dự thảo Quy chế"),
        (
            ["THAM LUẬN", "Phối hợp từ cơ sở", "(Đồng chí Nguyễn Văn Mẫu, Phó Bí thư)", "-----", "Kính thưa"],
            "THAM LUẬN Phối hợp từ cơ sở",
        ),
        (
            ["BIÊN BẢN", "Hội thảo lấy ý kiến", "Thời gian: 8 giờ", "I. THÀNH PHẦN"],
            "BIÊN BẢN Hội thảo lấy ý kiến",
        ),
        (
            ["BÁO CÁO", "Thực hiện chủ trương xây dựng Quy chế", "Căn cứ Nghị quyết số 12-NQ/TW"],
            "BÁO CÁO Thực hiện chủ trương xây dựng Quy chế",
        ),
    ],
)
def test_subject_of_a_titled_document_is_its_type_and_the_lines_below(lines, subject):
    assert find_letterhead([*TITLED, *lines]).subject.value == subject


@pytest.mark.parametrize(
    ("lines", "addressee"),
    [
        (
            ["Kính gửi:", "- Đảng ủy Công an Trung ương;", "- Bộ Công an."],
            "Đảng ủy Công an Trung ương; Bộ Công an",
        ),
        (
            ["Kính gửi:  - Đảng ủy Công an Trung ương;", "           - Bộ Công an."],
            "Đảng ủy Công an Trung ương; Bộ Công an",
        ),
        (
            ["Kính gửi: Đảng ủy Công an Trung ương", "(qua Văn phòng)"],
            "Đảng ủy Công an Trung ương (qua Văn phòng)",
        ),
        (["Kính trình Ban Bí thư Trung ương Đảng,"], "Ban Bí thư Trung ương Đảng"),
    ],
)
def test_addressee_may_be_several(lines, addressee):
    assert find_letterhead(letter(addressed=lines)).addressee.value == addressee


@pytest.mark.parametrize(
    ("signed", "power", "post", "signer"),
    [
        (
            ["T/m Ban Thường vụ", "Phó Bí thư", "Nguyễn Văn Mẫu"],
            "T/m Ban Thường vụ",
            "Phó Bí thư",
            "Nguyễn Văn Mẫu",
        ),
        (
            ["TM.UBND TỈNH", "KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "NGUYỄN VĂN MẪU"],
            "TM.UBND TỈNH, KT.CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "NGUYỄN VĂN MẪU",
        ),
        (
            [
                "T/M BAN THƯỜNG VỤ",
                "ỦY VIÊN BAN THƯỜNG VỤ,",
                "TRƯỞNG BAN NỘI CHÍNH",
                "(Đã ký) Đại tá Nguyễn Văn Mẫu",
            ],
            "T/M BAN THƯỜNG VỤ",
            "ỦY VIÊN BAN THƯỜNG VỤ, TRƯỞNG BAN NỘI CHÍNH",
            "Nguyễn Văn Mẫu",
        ),
        (
            ["Nơi nhận:\tK/T TRƯỞNG BAN", "- Như trên;\tPHÓ TRƯỞNG BAN", "- Lưu VP.\tPGS.TS. Nguyễn Văn Mẫu"],
            "K/T TRƯỞNG BAN",
            "PHÓ TRƯỞNG BAN",
            "Nguyễn Văn Mẫu",
        ),
        (
            ["Nơi nhận: T/L BAN THƯỜNG VỤ", "- Như trên, CHÁNH VĂN PHÒNG", "- Lưu VPTU. Nguyễn Văn Mẫu"],
            "T/L BAN THƯỜNG VỤ",
            "CHÁNH VĂN PHÒNG",
            "Nguyễn Văn Mẫu",
        ),
        (
            ["Nơi nhận:", "- Như trên;", "Q. CHÁNH VĂN PHÒNG", "Nguyễn Văn Mẫu"],
            "Q. CHÁNH VĂN PHÒNG",
            "Q. CHÁNH VĂN PHÒNG",
            "Nguyễn Văn Mẫu",
        ),
        (
            ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nơi nhận:", "- Như trên."],
            "T/M BAN THƯỜNG VỤ",
            "PHÓ BÍ THƯ",
            None,
        ),
    ],
)
def test_signature_has_rights_posts_and_a_name_without_ranks(signed, power, post, signer):
    read = values(find_letterhead(letter(signed=signed)))

    assert (read.get("signing_power"), read.get("signer_post"), read.get("signer")) == (power, post, signer)


@pytest.mark.parametrize(
    "name",
    [
        "H'Mẫu Kđoh",
        "H’Mẫu Niê",
        "Y Thử Hà Niê Kđăm",
        "Rơ Châm H'Phik",
        "Giàng A Mẫu",
        "Rah Lan Mẫu",
        "Vũ Thị Tình",
        "Trang Phong Vũ",
        "Lưu Văn Mẫu",
        "NGUYỄN VĂN VỤ",
        "Ngô Ban",
    ],
)
def test_signer_may_have_any_name(name):
    assert find_letterhead(letter(signed=[*SIGNED[:-1], name])).signer.value == name


def test_minutes_signed_by_two_propose_the_chair():
    paragraphs = [
        *TITLED,
        "BIÊN BẢN",
        "Hội thảo",
        "Thời gian: 8 giờ",
        "THƯ KÝ\tCHỦ TRÌ",
        "(Ký)\t(Ký)",
        "Nguyễn Văn Mẫu\tTrần Thị Thử",
    ]

    signer = find_letterhead(paragraphs).signer

    assert signer.value == "Trần Thị Thử"
    assert signer.confidence < SURE


@pytest.mark.parametrize(
    "paragraphs",
    [
        [],
        ["", " ", "\n"],
        [
            "Kính gửi Ban Tổ chức,",
            "Văn phòng Tỉnh ủy Bắc Ninh gửi văn bản số 123-CV/TU ngày 05/8/2021.",
            "Trân trọng.",
        ],
        [
            "Nguyễn Văn Mẫu",
            "Phó Bí thư Tỉnh ủy",
            "GÓP Ý DỰ THẢO",
            "1. Điều 3",
            "Bắc Ninh, ngày 05 tháng 8 năm 2021",
        ],
        ["Căn cứ Nghị quyết số 12-NQ/TW, ngày 16/3/2022 của Bộ Chính trị;", "tôi xin góp ý."],
    ],
    ids=["nothing", "blank", "mail", "paper", "text"],
)
def test_document_without_a_letterhead_has_no_fields(paragraphs):
    letterhead = find_letterhead(paragraphs)

    assert values(letterhead) == {}
    assert letterhead.family == ""


def test_whole_head_in_one_line_is_read():
    line = " ".join([*HEAD[:2], HEAD[4], HEAD[5], HEAD[2], HEAD[3], *ADDRESSED])

    read = values(find_letterhead([line]))

    assert read["committee"] == "bac-ninh"
    assert (read["symbol"], read["date"], read["subject"]) == ("123-CV/TU", DATE, "góp ý dự thảo Quy chế")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.text(max_size=80) | st.sampled_from([*HEAD, *SIGNED, *ADDRESSED, "BÁO CÁO", "Số", "-----"]),
        max_size=25,
    ),
    st.text(max_size=40),
    st.text(max_size=40),
)
def test_any_text_is_read_and_its_values_stand_in_it(paragraphs, file_name, sender):
    letterhead = find_letterhead(paragraphs, file_name=file_name, sender=sender)

    for found in (one for candidates in letterhead.candidates.values() for one in candidates):
        assert 0 <= found.confidence <= 1
        if found.paragraph is not None:
            assert 0 <= found.start < found.end <= len(paragraphs[found.paragraph])


@pytest.mark.parametrize(
    "text",
    [
        "a " * 500_000,
        "Số " * 100_000,
        "." * 200_000,
        "ngày " * 50_000,
        "T/M " * 20_000,
        "\u0301" * 100_000,
        f"Số 1{' ' * 100_000}-",
        "TỈNH ỦY " * 3_000,
        "l1|" * 50_000,
        "Kính gửi: " * 5_000,
        "BÁO CÁO " * 2_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_takes_no_time(text):
    started = datetime.datetime.now(tz=datetime.UTC)

    find_letterhead([text] * 3, file_name=text, sender=text)

    assert (datetime.datetime.now(tz=datetime.UTC) - started).total_seconds() < 3
