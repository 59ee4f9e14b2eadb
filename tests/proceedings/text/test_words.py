import pytest

from proceedings.text.words import read_words


def written(text):
    return [word.written for word in read_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kỷ yếu hội thảo", ["ki", "yeu", "hoi", "thao"]),
        ("123-CV/TU", ["123", "cv", "tu"]),
        ("123cv tu", ["123", "cv", "tu"]),
        ("ngày 07/09/2021", ["ngay", "7", "9", "2021"]),
        ("điểm đ1, khoản 3a", ["diem", "d", "1", "khoan", "3", "a"]),
        ("H’Yim Kđoh", ["hiim", "kdoh"]),
        ("phối\u00adhợp\u200b “nông dân”", ["phoihop", "nong", "dan"]),
        ("000", ["0"]),
        ("ʼ ’ – …", []),
    ],
)
def test_read_words_folds_and_parts(text, words):
    assert written(text) == words


@pytest.mark.parametrize("text", ["TW", "tw", "T.Ư", "TƯ"])
def test_read_words_reads_every_form_of_trung_uong(text):
    assert [word.long for word in read_words(text)] == [("trung", "uong")]


@pytest.mark.parametrize("text", ["tư", "từ", "TỪ", "Đã", "ĐÀ", "dự", "DỰ", "90-QĐ/TW", "UBND2"])
def test_read_words_takes_no_syllable_or_symbol_for_an_abbreviation(text):
    assert all(word.long == (word.written,) and not word.marker for word in read_words(text))


@pytest.mark.parametrize(("text", "marker"), [("TU", "tu"), ("ĐU", "du"), ("QĐ", "qd"), ("cv", "cv")])
def test_read_words_marks_what_has_several_meanings(text, marker):
    assert [word.marker for word in read_words(text)] == [marker]
