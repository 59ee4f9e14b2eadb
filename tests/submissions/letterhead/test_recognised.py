from submissions.letterhead.found import SURE
from submissions.letterhead.reading import find_letterhead
from submissions.letterhead.recognised import bounded

LETTER = ["TỈNH ỦY HẢI DƯƠNG", "*", "Số 118-CV/TU", "góp ý dự thảo Quy chế mẫu", "ĐẢNG CỘNG SẢN VIỆT NAM",
          "Hải Dương, ngày 01 tháng 9 năm 2021", "Kính gửi: Ban Tổ chức mẫu", "Cơ bản nhất trí."]  # fmt: skip


def test_recognised_fields_are_read_and_never_sure_but_the_committee():
    found = bounded(find_letterhead(LETTER))

    assert (found.symbol.value, found.subject.value) == ("118-CV/TU", "góp ý dự thảo Quy chế mẫu")
    fields = (found.symbol, found.date, found.place, found.subject, found.addressee)
    assert all(field.confidence < SURE for field in fields)
    assert found.candidates["symbol"][0].confidence < SURE
    assert found.committee.confidence >= SURE


def test_stains_that_were_read_are_no_part_of_a_subject():
    found = find_letterhead([*LETTER[:3], "VW", *LETTER[3:4], "2Ù21", *LETTER[4:]])

    assert found.subject.value == "góp ý dự thảo Quy chế mẫu"
    assert found.subject.confidence < SURE
