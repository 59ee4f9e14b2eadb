import pytest

from submissions.readers.docx.number_forms import write_number, write_padded


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 15: "15"}),
        ("decimalZero", {1: "01", 9: "09", 10: "10", 100: "100"}),
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV", 1994: "MCMXCIV"}),
        ("lowerRoman", {3: "iii", 40: "xl"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {2: "B", 27: "AA"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st", 112: "112th"}),
        ("vietnameseCounting", {1: "một", 10: "mười", 11: "mười một", 15: "mười lăm", 20: "hai mươi",
                                21: "hai mươi mốt", 25: "hai mươi lăm", 44: "bốn mươi bốn", 99: "chín mươi chín"}),
        ("cardinalText", {1: "One", 13: "Thirteen", 42: "Forty-two"}),
        ("chicago", {1: "*", 2: "†", 5: "**"}),
        ("numberInDash", {3: "- 3 -"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("none", {1: ""}),
        ("unheardOf", {7: "7"}),
    ],
)  # fmt: skip
def test_a_number_is_written_in_its_form(form, numbers):
    assert {number: write_number(number, form) for number in numbers} == numbers


@pytest.mark.parametrize("number", [-1, 32_768, 2_000_000_000])
def test_a_number_that_no_document_has_is_written_plainly(number):
    assert write_number(number, "upperRoman") == str(number)


def test_a_pattern_gives_the_width():
    assert write_padded(7, "001, 002, 003, ...") == "007"
