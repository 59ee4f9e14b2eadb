import datetime

import pytest

from proceedings.models import Committee
from submissions.sheets.bodies import Bodies, kind_of_body

OLD, NEW = datetime.date(2021, 9, 3), datetime.date(2026, 1, 5)


@pytest.fixture
def bodies(db):
    return Bodies(Committee.objects.select_related("successor"))


@pytest.mark.parametrize(
    ("text", "full_name"),
    [
        ("Tỉnh ủy Bắc Ninh", "Tỉnh ủy Bắc Ninh"),
        ("TỈNH UỶ BẮC NINH", "Tỉnh ủy Bắc Ninh"),
        ("Bắc Ninh", "Tỉnh ủy Bắc Ninh"),
        ("tinh uy bac ninh", "Tỉnh ủy Bắc Ninh"),
        ("TU Bắc Ninh", "Tỉnh ủy Bắc Ninh"),
        ("tỉnh Bắc Ninh", "Tỉnh ủy Bắc Ninh"),
        ("Ban Thường vụ Tỉnh ủy Bắc Ninh", "Tỉnh ủy Bắc Ninh"),
        ("BTV Tỉnh ủy Bắc Ninh", "Tỉnh ủy Bắc Ninh"),
        ("Thành ủy TP. Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh"),
        ("TP.HCM", "Thành ủy Thành phố Hồ Chí Minh"),
        ("Thành ủy Hà Nội", "Thành ủy Hà Nội"),
        ("Tỉnh uỷ Đắc Lắc", "Tỉnh ủy Đắk Lắk"),
        ("Tỉnh ủy Thanh Hoá", "Tỉnh ủy Thanh Hóa"),
        ("Tuyên Quang", "Tỉnh ủy Tuyên Quang"),
        ("Đảng bộ tỉnh Nghệ An", "Tỉnh ủy Nghệ An"),
    ],
)
def test_a_committee_is_known_by_any_of_its_names(bodies, text, full_name):
    found = bodies.committee(text, OLD).committee

    assert found is not None
    assert found.full_name in {full_name, full_name.replace("Thành phố ", "")}


@pytest.mark.parametrize(
    "text",
    [
        "Công an tỉnh Bắc Ninh",
        "UBND tỉnh Bắc Ninh",
        "Sở Nội vụ Bắc Ninh",
        "Bắc Nin",
        "",
        "a" * 4000,
        "Tỉnh ủy",
        "TU",
    ],
)
def test_another_body_of_the_province_is_no_committee(bodies, text):
    found = bodies.committee(text, OLD)

    assert found.committee is None
    assert found.others == ()


def test_a_name_means_the_committee_of_the_day(bodies):
    before, today = bodies.committee("Tỉnh ủy Bắc Ninh", OLD), bodies.committee("Tỉnh ủy Bắc Ninh", NEW)

    assert before.committee != today.committee
    assert before.committee.valid_to is not None
    assert today.committee.valid_to is None


def test_a_committee_of_other_days_is_told(bodies):
    found = bodies.committee("Tỉnh ủy Hà Giang", NEW)

    assert found.committee is None
    assert [each.slug for each in found.others] == ["ha-giang"]


def test_a_slip_is_suggested_and_never_taken(bodies):
    assert bodies.suggestion("Tỉnh ủy Bắc Nin", OLD) == "Tỉnh ủy Bắc Ninh"
    assert bodies.suggestion("Cơ quan Mẫu", OLD) == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Đảng ủy Công an Trung ương", "party-body"),
        ("Ban Tổ chức Trung ương", "party-body"),
        ("Bộ Nội vụ", "state-body"),
        ("Bộ đội Biên phòng", "state-body"),
        ("Công an tỉnh", "state-body"),
        ("UBND xã Mẫu", "state-body"),
        ("Ủy ban Kiểm tra", "party-body"),
        ("Hội Nông dân", "organisation"),
        ("Hội đồng nhân dân", "state-body"),
        ("Đồng chí Nguyễn Văn Mẫu", "person"),
        ("Nguyễn Văn Mẫu", None),
        ("", None),
    ],
)
def test_the_first_words_tell_the_kind(name, kind):
    assert kind_of_body(name) == kind
