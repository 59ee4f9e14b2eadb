import pytest

from proceedings.text import vni
from tests.proceedings.text.legacy_writing import SMALL, write_vni


@pytest.mark.parametrize("letter", SMALL + SMALL.upper())
def test_decode_reads_back_every_letter_in_both_cases(letter):
    assert vni.decode(write_vni(letter)) == letter


def test_vni_has_all_134_letters():
    assert set(vni.LETTERS.values()) == set(SMALL + SMALL.upper())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Coäng hoøa", "Cộng hòa"),
        ("COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñaûng uûy Coâng an Trung öông", "Đảng ủy Công an Trung ương"),
        ("OÂng Oâng oÂng", "Ông Ông ông"),
        ("luõy kyù quyõ tyû kyø luïy", "lũy ký quỹ tỷ kỳ lụy"),
        ("thò tröôøng, ngöôøi, söûa ñoåi", "thị trường, người, sửa đổi"),
        ("vieâïc, ñöôcï", "việc, đươcï"),
        ("baèng baúng baüng baéng baëng", "bằng bẳng bẵng bắng bặng"),
    ],
)
def test_decode_reads_known_words(written, read):
    assert vni.decode(written) == read


def test_loose_signs_are_no_letters():
    assert {"ù", "ø", "û", "õ", "ï", "â"} <= vni.LOOSE_SIGNS
    assert not vni.LOOSE_SIGNS & {"ô", "ö", "ñ", "í", "ì", "æ", "ó", "ò", "î"}
