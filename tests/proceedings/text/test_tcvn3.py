import pytest

from proceedings.text import tcvn3
from tests.proceedings.text.legacy_writing import SMALL, write_tcvn3


def test_tcvn3_has_every_small_letter_and_seven_capitals():
    letters = list(tcvn3.LETTERS.values())

    assert sorted(letters) == sorted(SMALL + "ĂÂÊÔƠƯĐ")
    assert len(tcvn3.LETTERS) == 74


def test_tcvn3_and_its_capitals_share_no_sign():
    assert not tcvn3.LETTERS.keys() & tcvn3.CAPITALS.keys()
    assert {*tcvn3.LETTERS.values()}.isdisjoint(tcvn3.CAPITALS.values())


@pytest.mark.parametrize("letter", SMALL + "ĂÂÊÔƠƯĐ")
def test_decode_reads_back_every_letter(letter):
    assert tcvn3.decode(write_tcvn3(letter)) == letter


@pytest.mark.parametrize("letter", SMALL)
def test_capitals_are_small_letters_raised(letter):
    assert tcvn3.raise_capitals(tcvn3.decode(write_tcvn3(letter.upper()))) == letter.upper()


def test_decode_keeps_the_length_of_any_text():
    text = "".join(map(chr, range(0x20, 0x250)))

    assert len(tcvn3.decode(text)) == len(text)


def test_decode_reads_known_words():
    assert tcvn3.decode("§¶ng ñy, B¸o c¸o, Bé tr\xadëng") == "Đảng ủy, Báo cáo, Bộ trưởng"
    assert tcvn3.decode("Bµ \u03bc") == "Bà à"


@pytest.mark.parametrize(
    ("word", "is_in_capitals"),
    [
        ("CộNG", True),
        ("ủY", True),
        ("VIệT", True),
        ("NĐ", True),
        ("Cộng", False),
        ("Bộ", False),
        ("ủy", False),
        ("", False),
    ],
)
def test_words_in_capitals_show_it_by_the_letters_that_have_some(word, is_in_capitals):
    assert tcvn3.is_in_capitals(word) is is_in_capitals


@pytest.mark.parametrize(
    "font",
    [
        ".VnTimeH",
        ".VnArialH",
        ".VnCentury SchoolbookH",
        ".VnArial NarrowH",
        "'.VnTimeH'",
        ".vntimeh",
        "ABCDEF+.VnTimeH-Bold",
        ".VnTimeH,BoldItalic",
        ".VnTimeH Bold",
    ],
)
def test_capital_fonts_are_known_by_their_names(font):
    assert tcvn3.draws_capitals(font)


@pytest.mark.parametrize(
    "font", ["", ".VnTime", ".VnArial", "VNI-TimesH", "Times New Roman", "MathH", ".VnTime,Bold"]
)
def test_other_fonts_draw_what_is_written(font):
    assert not tcvn3.draws_capitals(font)


@pytest.mark.parametrize("text", ["C¤NG HßA X\x83 H\x97I", "C¤NG HßA Xƒ H—I"])
def test_low_capitals_complete_words_of_capitals(text):
    assert [letters for *_, letters in tcvn3.low_capital_words(text)] == ["XÁ", "HỘI"]


@pytest.mark.parametrize("text", ["“N", "H’A", "A–B", "“§¶NG” – “ñY”", "NAM…", "…"])
def test_low_signs_are_punctuation_where_no_sure_capital_is_near(text):
    assert tcvn3.low_capital_words(text) == []
