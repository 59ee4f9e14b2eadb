import random
import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.legacy_encodings import Legacy, Repaired, Run, encodings_of, repair
from tests.proceedings.text.legacy_writing import (
    INNOCENT,
    SENTENCES,
    SMALL,
    as_tcvn3_can,
    sample_paragraphs,
    write_tcvn3,
    write_vni,
)

WRITERS = {Legacy.TCVN3: write_tcvn3, Legacy.VNI: write_vni}
CONTEXT = "ViÖc tæ chøc thùc hiÖn quyÕt ®Þnh nµy do Bé Néi vô chñ tr×"


def repair_lines(*lines, font=""):
    return repair([[Run(line, font)] for line in lines])


def repair_line(line, font=""):
    return repair_lines(line, font=font)[0]


@pytest.mark.parametrize("font", ["", "Times New Roman", ".VnTime", "VNI-Times"])
@pytest.mark.parametrize("encoding", WRITERS)
def test_sentences_are_read_whatever_the_font_is_called(encoding, font):
    for sentence in SENTENCES:
        repaired = repair_line(WRITERS[encoding](sentence), font)

        read = as_tcvn3_can(sentence) if encoding is Legacy.TCVN3 else sentence
        assert repaired == Repaired(read, encoding, (), frozenset({encoding}))


@pytest.mark.parametrize("letter", SMALL)
def test_every_small_letter_is_read_in_a_tcvn3_document(letter):
    assert repair_lines(CONTEXT, f"{CONTEXT} {write_tcvn3(letter)}t")[1].text.endswith(f" {letter}t")


@pytest.mark.parametrize("letter", SMALL)
def test_every_capital_is_read_in_a_capital_font(letter):
    repaired = repair([[Run(CONTEXT + " ", ".VnTime"), Run(write_tcvn3(letter) + "b", ".VnTimeH")]])

    assert repaired[0].text.endswith(f" {letter.upper()}B")


@pytest.mark.parametrize("letter", SMALL + SMALL.upper())
def test_every_letter_of_both_cases_is_read_in_a_vni_document(letter):
    context = write_vni(SENTENCES[0])

    assert repair_lines(context, f"{context} {write_vni(letter)}b", font="VNI-Times")[1].text.endswith(
        f" {letter}b"
    )


def cut(paragraphs, length, count):
    chance = random.Random(7)
    while count:
        paragraph = chance.choice(paragraphs)
        starts = [found.start() for found in re.finditer(r"(?<!\S)\S", paragraph[:-length])]
        fragment = paragraph[(start := chance.choice(starts)) : start + length].strip()
        if not fragment.isascii():
            count -= 1
            yield fragment


@pytest.mark.parametrize(("length", "share"), [(10, 0.90), (20, 0.99), (40, 0.9985), (80, 0.9985)])
@pytest.mark.parametrize("encoding", WRITERS)
def test_lone_fragments_are_recognised_by_their_words(encoding, length, share):
    write = WRITERS[encoding]
    fragments = [one for one in cut(sample_paragraphs(), length, 1000) if write(one) != one]

    right = sum(repair_line(write(one)).text.casefold() == one.casefold() for one in fragments)

    assert right / len(fragments) >= share


@pytest.mark.parametrize("length", [10, 20, 40, 80])
def test_lone_fragments_of_unicode_are_left_alone(length):
    fragments = list(cut(sample_paragraphs(), length, 1000))

    assert [one for one in fragments if repair_line(one).text != one] == []


@pytest.mark.parametrize("fragment", INNOCENT)
def test_other_text_stays_untouched_and_unflagged(fragment):
    assert len(INNOCENT) > 250
    repaired = repair_line(fragment)

    assert repaired.text == fragment
    assert repaired.encoding is Legacy.UNICODE
    assert repaired.doubtful == ()


def test_other_text_stays_untouched_together_too():
    assert [one.text for one in repair_lines(*INNOCENT, font=".VnTime")] == list(INNOCENT)
    assert [one.text for one in repair([[Run(one + " ") for one in INNOCENT]])] == [
        "".join(one + " " for one in INNOCENT)
    ]


def test_unicode_among_legacy_paragraphs_stays():
    sentences = list(map(as_tcvn3_can, SENTENCES))

    repaired = repair_lines(*sentences[::2], *map(write_tcvn3, sentences[1::2]), *sentences[::2])

    assert [one.text for one in repaired] == sentences[::2] + sentences[1::2] + sentences[::2]
    assert encodings_of(repaired) == {Legacy.UNICODE, Legacy.TCVN3}


def test_a_paragraph_may_mix_runs_of_all_three():
    runs = [
        Run("Căn cứ Quy chế làm việc, ", "Times New Roman"),
        Run(write_tcvn3("Ban Thường vụ phân công nhiệm vụ "), ".VnTime"),
        Run(write_vni("cho các đồng chí ủy viên"), "VNI-Times"),
    ]

    (repaired,) = repair([runs])

    assert (
        repaired.text == "Căn cứ Quy chế làm việc, Ban Thường vụ phân công nhiệm vụ cho các đồng chí ủy viên"
    )
    assert repaired.encoding is Legacy.TCVN3
    assert repaired.found == {Legacy.UNICODE, Legacy.TCVN3, Legacy.VNI}


def test_a_word_split_between_runs_is_one_word():
    runs = [
        Run("Bé tr", ".VnTime"),
        Run("\xad", ".VnTime"),
        Run("ëng Bé Né", ".VnTime"),
        Run("i vô", ".VnTimeH"),
    ]

    assert repair([runs])[0].text == "Bộ trưởng Bộ NộI VỤ"


def test_legacy_words_in_a_run_with_unicode_letters_are_marked_and_not_converted():
    text = "Đảng ủy và B¸o c¸o ngaøy 5, Müller, café, Windows®, 10 m²"

    repaired = repair_line(text, ".VnTime")

    assert repaired.text == text
    assert [text[start:end] for start, end in repaired.doubtful] == ["B¸o", "c¸o", "ngaøy"]


def test_signs_that_vni_does_not_use_stay_unmarked():
    assert repair_line(write_vni("Cộng hòa, sự nghiệp: 5.000đ/kg, 10 m², ½")).doubtful == ()


def test_signs_and_numbers_of_a_letterhead_are_read():
    repaired = repair_lines("Sè: 12/2003/Q§-UB", "Hµ Néi, ngµy 10 th¸ng 10 n¨m 2003", CONTEXT)

    assert [one.text for one in repaired[:2]] == ["Số: 12/2003/QĐ-UB", "Hà Nội, ngày 10 tháng 10 năm 2003"]


def test_short_fragments_follow_their_neighbours():
    tcvn3 = repair_lines(CONTEXT, "Bé", "Sè:", CONTEXT, font=".VnTime")
    unicode = repair_lines(SENTENCES[0], "Bé", "cô", SENTENCES[1], font=".VnTime")

    assert [one.text for one in tcvn3[1:3]] == ["Bộ", "Số:"]
    assert [one.text for one in unicode[1:3]] == ["Bé", "cô"]
    assert not any(one.doubtful for one in (*tcvn3, *unicode))


@pytest.mark.parametrize(("text", "font"), [("Bé", ".VnTime"), ("cô", "VNI-Times")])
def test_an_undecidable_lone_fragment_stays_and_is_doubtful(text, font):
    assert repair_line(text, font) == Repaired(text, Legacy.UNICODE, ((0, 2),), frozenset({Legacy.UNICODE}))


def test_capital_fonts_raise_what_they_draw():
    heading, mixed, short = repair(
        [
            [Run("céng hßa x· héi chñ nghÜa viÖt nam", ".VnTimeH")],
            [Run("ý", ".VnTimeH"), Run(" kiÕn tham gia cña c¸c ®¹i biÓu", ".VnTime")],
            [Run("ban can su", ".VnArialH")],
        ]
    )

    assert heading.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert mixed.text == "Ý kiến tham gia của các đại biểu"
    assert short.text == "BAN CAN SU"


def test_capital_fonts_raise_nothing_that_is_unicode_already():
    texts = ("Cộng hòa xã hội chủ nghĩa Việt Nam", "quy che", "Điều 1")

    assert tuple(one.text for one in repair_lines(*texts, font=".VnTimeH")) == texts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("QUY §ÞNH VÒ Tæ CHøC Bé M¸Y", "QUY ĐỊNH VỀ TỔ CHỨC BỘ MÁY"),
        ("ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"),
        ("Bé CA vµ Së KH&§T", "Bộ CA và Sở KH&ĐT"),
        ("C¤NG HßA X\x83 H\x97I", "CÔNG HÒA XÁ HỘI"),
        ("ChÝnh phñ ban hµnh NghÞ ®Þnh", "Chính phủ ban hành Nghị định"),
    ],
)
def test_words_typed_in_capitals_get_the_capitals_the_font_lacked(typed, meant):
    assert repair_line(typed).text == meant


def test_a_u_that_was_dropped_is_restored_and_told():
    whole = "Bé tr\xadëng quyÕt ®Þnh ng\xadêi ®øng ®Çu cña c¬ quan, ®Þa ph\xad¬ng; nh\xad vËy lµ ®\xadîc"

    (repaired,) = repair_lines(whole.replace("\xad", ""))

    assert repaired.text == "Bộ trưởng quyết định người đứng đầu của cơ quan, địa phương; như vậy là được"
    assert [repaired.text[start:end] for start, end in repaired.doubtful] == ["người", "như"]


def test_a_u_that_became_a_hyphen_is_restored_and_true_hyphens_stay():
    text = "Bé tr-ëng Bé T- ph¸p, n-íc ViÖt Nam; -u tiªn chÝnh trÞ - x· héi, kinh tÕ-x· héi, N§-CP sè 12-2003 nh- sau"

    assert repair_line(text).text == (
        "Bộ trưởng Bộ Tư pháp, nước Việt Nam; ưu tiên chính trị - xã hội, kinh tế-xã hội, NĐ-CP số 12-2003 như sau"
    )


def test_soft_hyphens_that_are_none_of_tcvn3_stay_out_of_words():
    repaired = repair_lines(CONTEXT, "\xada) Tr¶ nhµ cho chñ së h÷u", "kinh tÕ \xad x· héi", "10\xad15 ngµy")

    assert [one.text for one in repaired[1:]] == [
        "a) Trả nhà cho chủ sở hữu",
        "kinh tế - xã hội",
        "10-15 ngày",
    ]


def test_punctuation_of_both_readings_of_a_byte_is_punctuation():
    (repaired,) = repair_lines("\x93N©ng ng¹ch\x94 lµ “n©ng” \x96 gi÷ ng¹ch…")

    assert repaired.text == "“Nâng ngạch” là “nâng” – giữ ngạch…"


def test_letters_moved_to_the_private_area_are_read_unless_the_font_is_of_symbols():
    moved = "".join(chr(0xF000 + ord(sign)) if ord(sign) > 0xA0 else sign for sign in CONTEXT)

    text, symbol, bullet = repair(
        [[Run(moved, ".VnTime")], [Run("\uf0b7", "Symbol")], [Run(f"\uf0d8 {CONTEXT}", ".VnTime")]]
    )

    assert text.text == "Việc tổ chức thực hiện quyết định này do Bộ Nội vụ chủ trì"
    assert symbol == Repaired("\uf0b7", Legacy.UNICODE)
    assert bullet.text.startswith("\uf0d8 Việc")


@pytest.mark.parametrize("bullet", ["Ø", "ü", "§", "-", "•", "·"])
def test_bullets_stay_bullets(bullet):
    assert repair_line(f"{bullet} {CONTEXT}").text.startswith(f"{bullet} Việc")


def test_letters_of_no_word_are_doubtful():
    (repaired,) = repair_lines(write_vni(SENTENCES[0]) + " Caêên", font="VNI-Times")

    assert [repaired.text[start:end] for start, end in repaired.doubtful] == ["Căên"]


def test_doubtful_spans_are_those_of_the_composed_text():
    (repaired,) = repair([[Run("e", "Arial"), Run("\u0308 ", "Times"), Run(f"{CONTEXT} zÐx", ".VnTime")]])

    assert unicodedata.is_normalized("NFC", repaired.text)
    assert [repaired.text[start:end] for start, end in repaired.doubtful] == ["zéx"]


def test_decomposed_letters_are_no_proof_of_unicode_vietnamese():
    (repaired,) = repair_lines(unicodedata.normalize("NFD", CONTEXT), font=".VnTimeH")

    assert repaired.text == "VIỆC TỔ CHỨC THỰC HIỆN QUYẾT ĐỊNH NÀY DO BỘ NỘI VỤ CHỦ TRÌ"


def test_nothing_comes_of_nothing():
    assert repair([]) == ()
    assert repair([[], [Run("")]]) == (Repaired("", Legacy.UNICODE), Repaired("", Legacy.UNICODE))
    assert encodings_of(repair([[]])) == frozenset()


UNICODE_ONLY = "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăđơư"
any_text = st.text(st.characters() | st.characters(max_codepoint=0x100) | st.sampled_from(SMALL + " -\xad"))


@given(any_text, st.sampled_from(UNICODE_ONLY), any_text, st.sampled_from(["", ".VnTime", "VNI-Times"]))
def test_text_with_letters_of_unicode_vietnamese_is_returned_unchanged(before, letter, after, font):
    text = unicodedata.normalize("NFC", f"{before} {letter} {after}")

    repaired = repair_line(text, font)

    assert (repaired.text, repaired.encoding) == (text, Legacy.UNICODE)


@given(
    st.lists(
        st.lists(st.tuples(any_text, st.sampled_from(["", ".VnTime", ".VnTimeH", "VNI-Times", "Symbol"])))
    )
)
def test_repair_takes_any_text(paragraphs):
    repaired = repair([[Run(*run) for run in runs] for runs in paragraphs])

    assert len(repaired) == len(paragraphs)
    for one in repaired:
        assert unicodedata.is_normalized("NFC", one.text)
        assert all(0 <= start < end <= len(one.text) for start, end in one.doubtful)


@pytest.mark.parametrize(
    "text",
    [
        "§" * 300_000,
        "a§" * 150_000,
        "A" * 300_000,
        "\xad-" * 100_000,
        "ý " * 100_000,
        "B¸o c¸o " * 20_000,
        "ƒA" * 100_000,
    ],
)
def test_no_text_takes_long(text):
    began = time.process_time()

    repair_lines(CONTEXT, CONTEXT, f"{CONTEXT} {text}")

    assert time.process_time() - began < 5


def test_a_document_of_unicode_takes_no_time():
    lines = [*SENTENCES] * 8
    repair_lines(*lines)
    began = time.process_time()

    repair_lines(*lines)

    assert time.process_time() - began < 0.02


def test_a_hundred_pages_of_tcvn3_take_a_second():
    paragraphs = sample_paragraphs()
    lines = [write_tcvn3(line) for line in paragraphs]
    pages = lines * (250_000 // sum(map(len, lines)) + 1)
    began = time.process_time()

    repaired = repair_lines(*pages)

    assert time.process_time() - began < 2
    assert repaired[0].text == as_tcvn3_can(paragraphs[0])
