import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings.text.lexemes import lexemes, query_literal, search_terms

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
OFFICE_WORDS = (
    "UBND TU TƯ T.Ư tư Từ ĐÀ QĐ 90-QĐ/TW 123cv tỉnh ủy Thành Bắc Ninh, (CAND) ĐUCATW; quy định TP.HCM 07 5a"
)
OFFICE_TEXT = st.lists(st.sampled_from(OFFICE_WORDS.split()), min_size=1, max_size=12)


def cast(literal, kind="tsvector"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT %s::{kind}::text", [literal])
        return cursor.fetchone()[0]


def is_found(query, title="", body=""):
    terms, vector = search_terms(query), lexemes(title, body).literal
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT v @@ %s::tsquery AND v @@ %s::tsquery FROM (SELECT %s::tsvector) AS passage (v)",
            [query_literal(terms.pairs), query_literal(terms.words), vector],
        )
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_lexemes_are_syllables_bigrams_and_facets():
    vector = cast(lexemes("Nông dân", "Kỷ luật", ["@y2026"]).literal)

    assert vector == "'@y2026' 'dan':2A 'ki':5 'ki_luat' 'luat':6 'nong':1A 'nong_dan'"


@pytest.mark.django_db
def test_lexemes_do_not_pair_across_paragraphs():
    assert not is_found("nông dân", body="nông\ndân")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "body"),
    [
        ("đảng uỷ công an trung ương", "của ĐUCATW về"),
        ("ĐUCATW", "của Đảng ủy Công an T.Ư về"),
        ("ducatw", "của Đảng ủy Công an TW về"),
        ("ủy ban nhân dân tỉnh", "UBND tỉnh"),
        ("UBND tỉnh", "Uỷ ban nhân dân tỉnh"),
        ("HĐND, UBND", "hội đồng nhân dân, ủy ban nhân dân"),
        ("TU", "Ban Thường vụ Tỉnh ủy"),
        ("TU", "Ban Thường vụ Thành ủy"),
        ("Tỉnh ủy", "BTV TU Bắc Ninh"),
        ("QĐ 90", "Quyết định số 90-QĐ/TW"),
        ("90-QĐ/TW", "Quyết định số 90-QĐ/TW"),
        ("123cv tu", "Công văn 123-CV/TU"),
        ("123 - CV / TU", "Công văn 123-CV/TU"),
        ("7/9/2021", "ngày 07/09/2021"),
        ("tphcm", "TP.HCM"),
        ("ki luat", "kỷ luật"),
        ("tháng tư", "THÁNG TƯ"),
        ("THÁNG TƯ", "tháng tư"),
        ("ĐÀ NẴNG", "Đà Nẵng"),
    ],
)
def test_search_terms_find_abbreviations_both_ways(query, body):
    assert is_found(query, body=body)
    assert is_found(query, title=body)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "body"),
    [("TU", "từ tư"), ("nông dân", "dân nông"), ("Đắc Lắc", "Đắk Lắk"), ("tai", "Tây"), ("", "a")],
)
def test_search_terms_do_not_find_other_words(query, body):
    assert not is_found(query, body=body)


@pytest.mark.django_db
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT, ANY_TEXT, st.lists(ANY_TEXT.filter(bool), max_size=3))
def test_lexemes_and_terms_of_any_text_can_be_cast(title, body, facets):
    cast(lexemes(title, body, facets).literal)
    cast(query_literal(search_terms(body).pairs), "tsquery")


@pytest.mark.django_db
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(OFFICE_TEXT, st.data())
def test_any_words_of_a_paragraph_find_it(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))

    assert is_found(" ".join(words[start:end]), body=" ".join(words))


@pytest.mark.django_db
def test_lexemes_keep_within_the_limits_of_postgresql():
    long_word, many, late = "đ" * 5000, "và " * 20_000, "cuối"

    made = lexemes("", f"{long_word} {many} {late}", ["@it's\\here"])
    vector = cast(made.literal)

    assert made.left_out == 0
    assert "'@it''s\\\\here'" in vector
    assert f"'{'d' * 2046}':3 " in vector
    assert vector.count(",") == 254
    assert "'cuoi' " in vector
    assert is_found(long_word, body=long_word)


@pytest.mark.django_db
def test_lexemes_of_an_endless_text_leave_out_its_last_bigrams_and_say_so():
    syllables = [
        f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}{'x' * 8}" for n in range(17_576)
    ]

    made = lexemes("Tiêu đề", " ".join([*syllables, *syllables[::2], *syllables[::3], *syllables[::5]]))

    vector = cast(made.literal)
    assert 0 < made.left_out < 40_000
    assert "'tieu_de'" in vector
    assert f"'{syllables[-1]}'" in vector
