import csv
import itertools
import random
import unicodedata
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.sorting import MEASURED, given_name_key, sort_key

COMMITTEES = Path(__file__).parents[4] / "shared" / "data" / "committees.csv"
ALPHABET = "a|ă|â|b|c|d|đ|e|ê|f|g|h|i|j|k|l|m|n|o|ô|ơ|p|q|r|s|t|u|ư|v|w|x|y|z"
ORDERED = [
    ALPHABET,
    "ma|mà|mả|mã|má|mạ",
    "a|A|à|À|ả|ã|á|ạ|ă|Ă|ằ|ẳ|ẵ|ắ|ặ|â|Â|ầ|ẩ|ẫ|ấ|ậ|b",
    "Điều 5|Điều 5a|Điều 5b|Điều 6|Điều 12|Điều 12a|Điều 13|Điều 100",
    "c|d|đ|đ1|e|g|h|i|k",
    "An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Ninh|Bến Tre|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk",
    "Hà Nội|Hải Phòng|Huế",
    "Bắc|Bắc Giang|Bắc Ninh",
    "mạ a|mà b",
    "|1|a|z|ж",
    "99999999|100000000|999999999999|1000000000000",
]


@pytest.mark.parametrize("ordered", ORDERED)
def test_sort_key_puts_the_vector_in_order(ordered):
    keys = [sort_key(text) for text in ordered.split("|")]

    assert all(before < after for before, after in itertools.pairwise(keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu"),
        ("H'Yim", "H’Yim"),
        ("Điều 05", "Điều 5"),
        (" An ", "An"),
        ("ðảng", "đảng"),
    ],
)
def test_sort_key_does_not_see_signs_and_blanks(one, other):
    assert sort_key(one) == sort_key(other)


@given(st.text())
def test_sort_key_is_the_same_for_nfc_and_nfd(text):
    text = text[: MEASURED // 4]

    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


@given(st.text(min_size=200, max_size=2000))
def test_sort_key_fits_an_index_row(text):
    assert len((sort_key(text) + given_name_key(text)).encode(errors="replace")) < 2 * 2600
    assert "\0" not in sort_key(text)


def test_sort_key_of_a_very_long_text_is_short():
    assert len(sort_key("Đ\u0323" * 1_000_000)) < 2600


@pytest.mark.datalayer
@pytest.mark.django_db
def test_sort_key_order_is_the_same_in_postgresql_under_the_c_collation():
    syllables = [initial + vowel for initial in ("b", "đ", "D", "x") for vowel in "aăâàạắ éêểo ơ"]
    keys = [sort_key(text) for text in random.Random(1).sample(syllables, len(syllables))]

    with connection.cursor() as cursor:
        cursor.execute('SELECT k FROM unnest(%s::text[]) k ORDER BY k COLLATE "C"', [keys])

        assert [row[0] for row in cursor.fetchall()] == sorted(keys)


@pytest.mark.datalayer
@pytest.mark.django_db
def test_sort_key_order_is_that_of_icu():
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằặầậềệồộờợừựỳĐÂ "
    chance = random.Random(2)
    words = {"".join(chance.choices(letters, k=chance.randint(1, 6))) for _ in range(3000)}
    words = sorted({" ".join(word.split()) for word in words} - {""})

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_collation WHERE collname = 'vi-x-icu'")
        if not cursor.fetchone()[0]:
            pytest.skip("this PostgreSQL is built without ICU")
        cursor.execute(
            'SELECT w FROM unnest(%s::text[]) w ORDER BY w COLLATE "vi-x-icu", w COLLATE "C"', [words]
        )

        assert [row[0] for row in cursor.fetchall()] == sorted(words, key=lambda word: (sort_key(word), word))


@pytest.mark.skipif(not COMMITTEES.exists(), reason="the reference data is not beside this checkout")
def test_sort_key_orders_the_committees_of_2021():
    with COMMITTEES.open(encoding="utf-8") as rows:
        names = [row["name_vi"] for row in csv.DictReader(rows)][:63]

    ordered = sorted(names, key=sort_key)

    assert ordered[:7] == [
        "An Giang",
        "Bà Rịa - Vũng Tàu",
        "Bạc Liêu",
        "Bắc Giang",
        "Bắc Kạn",
        "Bắc Ninh",
        "Bến Tre",
    ]
    assert (
        ordered.index("Cao Bằng")
        < ordered.index("Đà Nẵng")
        < ordered.index("Đắk Lắk")
        < ordered.index("Gia Lai")
    )
    assert ordered[-1] == "Yên Bái"


def test_given_name_key_orders_people_by_given_name():
    people = ["Nguyễn Văn An", "Phạm Đức Ân", "Tô Lâm", "Thào Hồng Sơn", "Trần Quốc Tỏ", "Võ Thị Ánh Xuân"]

    assert sorted(people, key=given_name_key) == people


def test_given_name_key_counts_tones_of_the_given_name_before_the_family_name():
    people = ["Vũ Thị Hà", "Bùi Văn Hạ", "An Hạ"]

    assert sorted(people, key=given_name_key) == ["Vũ Thị Hà", "An Hạ", "Bùi Văn Hạ"]


def test_given_name_key_does_not_mind_capitals():
    people = ["NGUYỄN VĂN AN", "Lê Văn An", "TRẦN VĂN AN"]

    assert sorted(people, key=given_name_key) == ["Lê Văn An", "NGUYỄN VĂN AN", "TRẦN VĂN AN"]


def test_given_name_key_takes_the_given_name_an_editor_names():
    by_rule, lam = given_name_key("H'Yim Kđoh"), given_name_key("Tô Lâm")
    yim = given_name_key("H'Yim Kđoh", "H'Yim")

    assert yim < by_rule < lam
    assert yim == given_name_key("H’Yim  Kđoh", "H’Yim")


@pytest.mark.parametrize("name", ["", "Lâm", "Giàng A Chu", "Rah Lan Lâm", "  "])
def test_given_name_key_takes_any_name(name):
    assert given_name_key(name).isascii()
