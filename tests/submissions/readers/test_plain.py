import unicodedata

import pytest

from submissions.readers import plain
from submissions.readers.document import Encoding, Problem, State
from submissions.readers.failure import Unreadable
from submissions.readers.texts import decode_text
from tests.submissions.documents import write

WORDS = "VĂN BẢN MẪU\n\n  Kính gửi: Ban Tổ chức Hội thảo.\r\nCơ bản nhất trí."
LINES = ["VĂN BẢN MẪU", "Kính gửi: Ban Tổ chức Hội thảo.", "Cơ bản nhất trí."]


TONES = "\u0300\u0301\u0303\u0309\u0323"


def with_its_tone_behind(letter):
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(sign for sign in parts if sign in TONES)
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in TONES)) + tones


def read(tmp_path, content):
    return plain.read(write(tmp_path, "tep.txt", content), tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_is_read_in_every_encoding_of_unicode(tmp_path, encoding):
    assert [each.text for each in read(tmp_path, WORDS.encode(encoding)).paragraphs] == LINES


def test_a_text_of_vietnamese_windows_is_read(tmp_path):
    spelled = "".join(map(with_its_tone_behind, WORDS))

    assert [each.text for each in read(tmp_path, spelled.encode("cp1258")).paragraphs] == LINES


@pytest.mark.parametrize(
    ("content", "encoding", "shown"),
    [
        ("Bé tr\xadëng Bé Néi vô chñ tr× tæ chøc", Encoding.TCVN3, "Bộ trưởng Bộ Nội vụ chủ trì tổ chức"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Encoding.VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
)
def test_legacy_encodings_are_repaired(tmp_path, content, encoding, shown):
    document = read(tmp_path, content.encode("cp1252"))

    assert ([each.text for each in document.paragraphs], document.encoding) == ([shown], encoding)


def test_zeros_that_a_broken_program_left_are_no_text(tmp_path):
    assert [each.text for each in read(tmp_path, "Nhất\0 trí".encode() + bytes(20)).paragraphs] == [
        "Nhất trí"
    ]


def test_letters_are_composed_and_invisible_signs_left_out(tmp_path):
    content = unicodedata.normalize("NFD", "Đảng ủy") + "\u200b trung\xadương"

    assert [each.text for each in read(tmp_path, content).paragraphs] == ["Đảng ủy trungương"]


def test_blank_lines_alone_wait_for_a_person(tmp_path):
    document = read(tmp_path, "\n \n\t\n")

    assert (document.state, document.problem) == (State.NEEDS_PERSON, Problem.NO_TEXT)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (bytes(500), Problem.DAMAGED),
        (b"a\n" * 100_001, Problem.TOO_LONG),
        (b"a" * 5_000_001, Problem.TOO_LONG),
    ],
)
def test_what_is_no_text_and_what_is_too_much_is_refused(tmp_path, content, problem):
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, content)

    assert caught.value.problem == problem


def test_a_letter_cut_in_two_at_the_end_is_left_out():
    assert decode_text("Nhất trí ạ".encode()[:-1]) == "Nhất trí "
