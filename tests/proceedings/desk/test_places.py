import unicodedata

import pytest

from proceedings.desk.cuts import cut_before, cuts_in
from proceedings.desk.places import find_place
from proceedings.operations.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Điều 3", "dieu-3"),
        ("điều 3", "dieu-3"),
        ("Chương II", "chuong-2"),
        ("khoản 1 Điều 3", "dieu-3.khoan-1"),
        ("điểm b khoản 1 Điều 3", "dieu-3.khoan-1.diem-b"),
        ("Điều 3, khoản 1, điểm b", "dieu-3.khoan-1.diem-b"),
        ("Chương II Điều 3", "dieu-3"),
        ("dieu-2.khoan-3", "dieu-2.khoan-3"),
        (unicodedata.normalize("NFD", "Điều 3"), "dieu-3"),
    ],
)
def test_place_is_found_by_its_words(draft, words, path):
    assert find_place(draft, words, field="parent").path == path


@pytest.mark.parametrize(
    "words", ["Điều 99", "khoản 9 Điều 3", "không là gì cả", "điểm", "\x00", "Điều 99 " * 9_000]
)
def test_words_that_name_nothing_are_refused(draft, words):
    with pytest.raises(Refused, match="Không tìm thấy"):
        find_place(draft, words, field="parent")


def test_words_that_name_several_are_refused(draft):
    with pytest.raises(Refused, match="ở nhiều chỗ"):
        find_place(draft, "khoản 1", field="parent")


def test_cuts_are_offered_at_ends_of_lines_and_sentences():
    cuts = cuts_in("Một câu. Hai câu;\nba dòng")

    assert [(cut.at, cut.after) for cut in cuts] == [(9, "Hai câu; ba dòng"), (18, "ba dòng")]


def test_cuts_of_a_long_paragraph_are_bounded():
    assert len(cuts_in("Câu mẫu. " * 12_000)) == 40


def test_text_is_cut_before_words_however_they_are_composed():
    text = unicodedata.normalize("NFD", "Điều một. Điều hai.")

    assert text[cut_before(text, "Điều  hai") :] == unicodedata.normalize("NFD", "Điều hai.")
