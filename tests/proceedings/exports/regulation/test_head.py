"""The lines above and below the text, as each family writes them."""

import unicodedata
from datetime import date

import pytest

from proceedings.exports.regulation.document import Power, Signing
from proceedings.exports.regulation.head import (
    BLANK,
    LayoutRefused,
    begun,
    broken,
    date_line,
    head_of,
    number_line,
    recipients_of,
    signing_of,
    text_width,
    title_of,
    written_date,
)
from proceedings.exports.regulation.looks import Component
from proceedings.exports.regulation.profiles import PARTY_2018, PARTY_2026, STATE
from tests.proceedings.exports.regulation.samples import document_of, sample_of


def texts(lines):
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("number", "symbol", "profile", "line"),
    [
        ("127", "QĐ/TW", PARTY_2018, "Số 127-QĐ/TW"),
        ("9", "QĐ/TW", PARTY_2026, "Số 09-QĐ/TW"),
        ("", "QĐ/TW", PARTY_2026, f"Số {BLANK}-QĐ/TW"),
        ("0", "-QĐ/TW", PARTY_2026, f"Số {BLANK}-QĐ/TW"),
        ("15", "QĐ-UBND", STATE, "Số: 15/QĐ-UBND"),
        ("5", "/QĐ-UBND", STATE, "Số: 05/QĐ-UBND"),
        ("12a", "QĐ-UBND", STATE, "Số: 12a/QĐ-UBND"),
        (" ", "QĐ-UBND", STATE, f"Số: {BLANK}/QĐ-UBND"),
    ],
)
def test_number_is_written_as_the_family_does(number, symbol, profile, line):
    assert number_line(number, symbol, profile) == line


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2022, 12, 6), "ngày 06 tháng 12 năm 2022"),
    ],
)
def test_date_has_a_zero_before_small_days_and_the_first_two_months(day, words):
    assert written_date(day) == words


def test_date_of_a_draft_is_left_open():
    assert date_line(document_of()) == f"Hà Nội, ngày{BLANK}tháng{BLANK}năm 2026"


def test_head_of_the_state_has_rules_and_no_asterisk():
    head = head_of(sample_of("state"), STATE)

    assert texts(head.left) == ["Cơ quan chủ quản mẫu", "Ủy ban nhân dân\ntỉnh mẫu"]
    assert [line.rule > 0 for line in (*head.left, *head.right)] == [False, True, False, True]
    assert texts(head.right) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def test_head_of_the_party_has_an_asterisk_and_no_rule_on_the_left():
    head = head_of(sample_of("party-2026"), PARTY_2026)

    assert texts(head.left)[1:] == ["Ban Bí thư mẫu", "*"]
    assert [line.rule > 0 for line in (*head.left, *head.right)] == [False, False, False, True]


def test_head_of_a_draft_says_which_draft_below_the_number():
    head = head_of(document_of(number="", draft_mark="Dự thảo lần 2"), PARTY_2026)

    assert texts(head.number) == [f"Số {BLANK}-QĐ/TW", "Dự thảo lần 2"]


def test_head_of_an_issued_text_has_no_number_and_says_what_issues_it():
    document = document_of(
        number="", symbol="", issued_with="Ban hành kèm theo Quyết định số 90-QĐ/TW, ngày 06/12/2022"
    )

    assert head_of(document, PARTY_2026).number == head_of(document, PARTY_2026).place_date == ()
    assert texts(title_of(document, PARTY_2026))[-2:] == [
        "(Ban hành kèm theo Quyết định số 90-QĐ/TW, ngày 06/12/2022)",
        "-----",
    ]


def test_title_ends_in_hyphens_or_a_rule_of_a_third_to_a_half():
    party = title_of(sample_of("party-2018"), PARTY_2018)
    state = title_of(sample_of("state"), STATE)

    assert texts(party)[-1] == "-----"
    assert texts(state)[-1].startswith("Phối hợp")
    width = max(text_width(line, STATE.looks[Component.SUBJECT]) for line in state[-1].text.split("\n"))
    assert width / 3 <= state[-1].rule <= width / 2


@pytest.mark.parametrize(
    ("subject", "is_lower", "begins"),
    [
        ("Phối hợp công tác", True, "phối hợp"),
        (unicodedata.normalize("NFD", "Phối hợp công tác"), True, "phối hợp"),
        ("Về việc ban hành", True, "về việc"),
        ("Công an nhân dân", True, "Công an"),
        ("Đảng ủy Công an", True, "Đảng ủy"),
        ("phối hợp công tác", False, "Phối hợp"),
        ("", False, ""),
    ],
)
def test_subject_begins_small_in_the_party_where_it_is_no_name(subject, is_lower, begins):
    assert begun(subject, is_lower=is_lower).startswith(begins)


def test_title_is_parted_where_a_reader_pauses():
    look = PARTY_2026.looks[Component.SUBJECT]
    subject = sample_of("party-2026").subject

    assert broken(subject, look, 165).split("\n") == [
        "Phối hợp lãnh đạo công tác Đảng, công tác chính trị,",
        "công tác quần chúng và công tác tổ chức mẫu",
    ]
    assert broken(unicodedata.normalize("NFD", subject), look, 165) == broken(subject, look, 165)
    assert broken("Ngắn, gọn", look, 165) == "Ngắn, gọn"
    assert broken("x" * 300, look, 165) == "x" * 300
    assert broken("", look, 165) == ""


@pytest.mark.parametrize(
    ("power", "party", "state"),
    [
        (Power.ON_BEHALF, "T/M", "TM."),
        (Power.FOR_CHIEF, "K/T", "KT."),
        (Power.BY_ORDER, "T/L", "TL."),
        (Power.ACTING, "Q.", "Q."),
    ],
)
def test_power_is_written_as_the_family_does(power, party, state):
    document = document_of(signing=Signing(power, "Ban mẫu", "Trưởng ban\nỦy viên", "Tên Mẫu"))

    assert texts(signing_of(document, PARTY_2018)) == [
        f"{party} Ban mẫu", "Trưởng ban", "Ủy viên", "Tên Mẫu",
    ]  # fmt: skip
    assert texts(signing_of(document, STATE))[0] == f"{state} Ban mẫu"


def test_power_that_the_party_does_not_have_is_refused():
    document = document_of(signing=Signing(Power.BY_AUTHORITY, "Ban mẫu"))

    with pytest.raises(LayoutRefused):
        signing_of(document, PARTY_2026)
    assert texts(signing_of(document, STATE)) == ["TUQ. Ban mẫu"]


def test_signing_of_a_draft_is_silent():
    assert signing_of(document_of(signing=None), PARTY_2026) == ()
    assert signing_of(document_of(signing=Signing()), PARTY_2026) == ()


def test_recipients_end_in_semicolons_and_a_point():
    document = document_of(recipients=("- Như Điều 4;", "Lưu Văn phòng.", " "))

    assert texts(recipients_of(document)) == ["Nơi nhận:", "- Như Điều 4;", "- Lưu Văn phòng."]
    assert recipients_of(document_of(recipients=())) == ()
