import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from proceedings.text.folding import SQL_FOLD, fold, sql_fold, strip_marks

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậềểễếệồổỗốộờởỡớợừửữứựỳỷỹýỵẰỘỮỴ"
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
LATIN_TEXT = st.text(
    st.one_of(
        st.characters(min_codepoint=1, max_codepoint=0x024F),
        st.characters(min_codepoint=0x1E00, max_codepoint=0x1EFF),
        st.characters(min_codepoint=0x0300, max_codepoint=0x036F),
        st.sampled_from(VIETNAMESE + " /-–’.\u00ad\u200b\u00a0"),
    )
)


@pytest.mark.parametrize(
    "same",
    [
        ("Đảng uỷ", "Đảng ủy", "ĐẢNG ỦY", "dang uy"),
        ("Hoà Bình", "Hòa Bình", "hoa binh"),
        ("kỷ luật", "kỉ luật", "ki luat"),
        ("lý do", "lí do"),
        ("quý", "quí", "qui"),
        ("15/2021/NĐ-CP", "15 2021 nđ cp", "15-2021_ND.CP"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa – Vũng Tàu", "bà rịa-vũng tàu"),
        ("H'Yim Kđoh", "H’Yim Kđoh", "hyim kdoh"),
        ("ðảng", "Ðảng", "đảng"),
        ("  Bắc\u00a0Ninh\r\n", "Bac Ninh"),
        ("", " ", "/-–"),
    ],
)
def test_fold_makes_spellings_of_one_word_equal(same):
    assert len({fold(text) for text in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Đắk Lắk", "Đắc Lắc"), ("tay", "tai"), ("thủy", "thủi"), ("an", "ăng"), ("12", "1 2")]
)
def test_fold_keeps_different_words_apart(one, other):
    assert fold(one) != fold(other)


@given(ANY_TEXT | LATIN_TEXT)
def test_fold_twice_is_fold_once(text):
    assert fold(fold(text)) == fold(text)


@given(LATIN_TEXT)
def test_fold_is_the_same_for_nfc_and_nfd(text):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text(VIETNAMESE + " "))
def test_fold_of_vietnamese_is_ascii(text):
    assert fold(text).isascii()


def test_strip_marks_keeps_y_and_signs():
    assert strip_marks("Mỹ Đức - H'Yim") == "my duc - hyim"


@pytest.mark.datalayer
@pytest.mark.django_db
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT | LATIN_TEXT)
@example("İıẞßÆŒŁø K Å \u0344 \u1e9b\u0323")
@example("a\u0336\u200b\u0316")
def test_fold_in_postgresql_is_fold_in_python(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT fold_text(%s)", [text])

        assert cursor.fetchone() == (fold(text),)


@pytest.mark.datalayer
@pytest.mark.django_db
def test_fold_in_postgresql_is_fold_in_python_for_every_latin_letter():
    letters = [
        f"a{chr(code)}y" for code in (*range(1, 0x0370), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070))
    ]

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT fold_text(t) FROM unnest(%s::text[]) WITH ORDINALITY u(t, n) ORDER BY n", [letters]
        )
        folded = [row[0] for row in cursor.fetchall()]

    assert folded == [fold(letter) for letter in letters]


@pytest.mark.datalayer
@pytest.mark.django_db
def test_sql_fold_may_stand_in_a_generated_column():
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE names "
            f"(name text, folded text GENERATED ALWAYS AS ({sql_fold('name')}) STORED)"
        )
        cursor.execute("INSERT INTO names VALUES ('Đảng uỷ'), (NULL)")
        cursor.execute("SELECT folded FROM names")

        assert cursor.fetchall() == [("dang uy",), (None,)]


def test_sql_fold_is_plain_ascii_without_placeholders():
    assert sql_fold("$1") == SQL_FOLD
    assert SQL_FOLD.isascii()
    assert "%" not in SQL_FOLD
