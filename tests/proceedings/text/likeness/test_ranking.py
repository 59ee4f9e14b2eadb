import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings.text.likeness import DifferenceKind, Level, Rarity, Reason, Said, rank, signature
from tests.proceedings.text.likeness.measuring import compare_pairs, find_similar
from tests.proceedings.text.likeness.opinions import RITUALS, read_opinions
from tests.proceedings.text.likeness.paraphrasing import list_told

TEXT = "Đề nghị bổ sung thời hạn gửi tài liệu cho cấp ủy ít nhất 10 ngày trước khi họp"
RARITY = Rarity.count(signature(one.said) for one in list_told(is_held_out=False))
WORDS = st.sampled_from(
    [*TEXT.split(), "bỏ", "không", "giữ nguyên", "15", "khoản 2 Điều 5", "BTV", "\u200b", "\xa0"]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))


def rank_one(one, other, **fields):
    """Return what is told of another text beside one, or None."""
    found = rank(Said(1, one, **fields), [Said(2, other, **fields)], RARITY)
    return found[0] if found else None


@pytest.mark.parametrize("is_held_out", [False, True], ids=["tuned on", "held out"])
@pytest.mark.parametrize("is_by_hand", [False, True], ids=["all", "by hand"])
def test_nine_of_ten_paraphrases_are_found_and_nine_of_ten_found_are_paraphrases(is_held_out, is_by_hand):
    told = [one for one in list_told(is_held_out) if one.is_by_hand or not is_by_hand]

    measured = compare_pairs(told, find_similar(told))

    assert measured.recall >= 0.9, measured
    assert measured.precision >= 0.9, measured


def test_the_truth_is_as_large_as_it_says():
    opinions = read_opinions()

    assert len(opinions) >= 60
    assert sum(len(opinion.paraphrases) >= 2 for opinion in opinions) >= 40
    assert len({opinion.text for opinion in opinions}) == len(opinions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đề nghị bỏ cụm từ kịp thời tại khoản 4", "Đề nghị giữ nguyên cụm từ kịp thời tại khoản 4"),
        ("Đề nghị lược bỏ quy định về họp giao ban", "Đề nghị không bỏ quy định về họp giao ban"),
        ("Nhất trí với quy định về họp giao ban hằng quý", "Đề nghị sửa quy định về họp giao ban hằng quý"),
        ("Nhất trí với quy định họp giao ban", "Không nhất trí với quy định họp giao ban"),
        ("Bổ sung trách nhiệm của Thường trực cấp ủy", "Bỏ trách nhiệm của Thường trực cấp ủy"),
        (
            "Cần quy định trao đổi văn bản khi lập chi bộ",
            "Không cần quy định trao đổi văn bản khi lập chi bộ",
        ),
        ("Tăng số kỳ họp giao ban của cấp ủy", "Giảm số kỳ họp giao ban của cấp ủy"),
        ("Rút ngắn thời hạn trả lời về nhân sự", "Kéo dài thời hạn trả lời về nhân sự"),
    ],
)
def test_the_contrary_is_told_and_never_close(one, other):
    for first, second in ((one, other), (other, one)):
        found = rank_one(first, second)

        assert found.is_opposite
        assert found.level is Level.RELATED


@pytest.mark.parametrize(
    ("other", "kind", "words"),
    [
        (TEXT.replace("10", "15"), DifferenceKind.NUMBER, ("10 ngày", "15 ngày")),
        (TEXT.replace("10 ngày", "bảy ngày"), DifferenceKind.NUMBER, ("10 ngày", "bảy ngày")),
        (TEXT.replace("trước khi", "sau khi"), DifferenceKind.DIRECTION, ("truoc", "sau")),
        (TEXT.replace("gửi", "không gửi"), DifferenceKind.NEGATION, ("", "không gửi")),
    ],
)
def test_what_differs_in_one_word_is_close_at_most_and_the_word_is_told(other, kind, words):
    found = rank_one(TEXT, other)

    assert found.level is Level.CLOSE
    assert [(difference.kind, difference.one, difference.other) for difference in found.differences] == [
        (kind, *words)
    ]


def test_leaving_a_number_out_is_no_difference():
    found = rank_one(TEXT, TEXT.replace("ít nhất 10 ngày ", ""))

    assert found.differences == ()


def test_reasons_say_why():
    longer = f"{TEXT}, vì các tỉnh ở xa phải chuẩn bị phương tiện đi lại"
    same = rank_one(TEXT, TEXT.upper(), anchor="dieu-5.khoan-2")

    assert same.score == 1
    assert same.reasons == (Reason.SAME_WORDS, Reason.SAME_PROVISION, Reason.SHARED_PHRASES)
    assert Reason.CONTAINED in rank_one(TEXT, longer).reasons
    assert Reason.SAME_WORDING in rank_one(TEXT, longer, wording="Tài liệu gửi trước 10 ngày.").reasons


@pytest.mark.parametrize("ritual", RITUALS[1:])
def test_the_ritual_makes_nothing_alike(ritual):
    one, other = (
        "Đề nghị bổ sung hình thức họp trực tuyến.",
        "Giáo dục truyền thống gắn với địa phương đóng quân.",
    )

    assert rank_one(ritual + one, ritual + other) is None
    assert rank_one(ritual + one, one).score == pytest.approx(1)


def test_what_is_cited_are_no_words_and_the_place_counts_a_little():
    one, other = "Tại điểm a khoản 2 Điều 5, đề nghị lập sổ trực.", "Khoản 3 Điều 9: đề nghị lập sổ trực."
    here, there = Said(2, other, "dieu-5.khoan-2"), Said(3, other, "dieu-9.khoan-3")

    found = rank(Said(1, one, "dieu-5.khoan-2"), [there, here], RARITY)

    assert [similar.key for similar in found] == [2, 3]
    assert found[0].score == pytest.approx(1)
    assert Reason.SAME_PROVISION in found[0].reasons


def test_of_few_words_the_place_tells_what_is_meant():
    one, other = "Tỉnh ủy nhất trí với dự thảo; đề nghị bỏ khoản 3 Điều 5.", "Đề nghị bỏ khoản 2 Điều 7."

    assert rank_one(one, other).level is Level.RELATED
    assert (
        rank(Said(1, one, "dieu-5.khoan-3"), [Said(2, other, "dieu-7.khoan-2")], RARITY)[0].level
        is Level.RELATED
    )
    assert rank_one(one, "Kiến nghị lược bỏ khoản này.", anchor="dieu-5.khoan-3").level is Level.EQUAL


def test_the_best_come_first_and_the_point_itself_is_left_out():
    texts = [
        TEXT,
        "Biên chế của văn phòng.",
        TEXT.replace("10", "15"),
        f"Kiến nghị {TEXT[8:]}",
        "",
        "\x00\ud800…",
    ]

    found = rank(Said(0, TEXT), [Said(key, text) for key, text in enumerate(texts)], RARITY)

    assert [similar.key for similar in found] == [3, 2]
    assert [similar.level for similar in found] == [Level.EQUAL, Level.CLOSE]


def test_passages_are_shown_in_the_originals_whatever_their_signs():
    one = unicodedata.normalize(
        "NFD", "Kiến nghị gửi\xa0hồ sơ ít nhất mười  ngày trước hội nghị; BTV quyết định."
    )
    other = "Ban Thường vụ quyết định việc gửi tài liệu tối thiểu 10 ngày trước khi họp."

    found = rank_one(one, other)

    assert [(unicodedata.normalize("NFC", one[a:b]), other[c:d]) for a, b, c, d in found.shared] == [
        ("gửi\xa0hồ sơ ít nhất mười  ngày trước hội nghị", "gửi tài liệu tối thiểu 10 ngày trước khi họp"),
        ("BTV quyết định", "Ban Thường vụ quyết định"),
    ]


@settings(max_examples=150)
@given(TEXTS, TEXTS)
def test_scores_are_symmetric_and_spans_are_whole_words(one, other):
    found, back = rank_one(one, other), rank_one(other, one)

    assert (found is None) == (back is None)
    if found:
        assert found.score == back.score
        assert 0 <= found.score <= 1
        assert (found.level, found.is_opposite) == (back.level, back.is_opposite)
        for start_a, end_a, start_b, end_b in found.shared:
            assert is_whole(one, start_a, end_a)
            assert is_whole(other, start_b, end_b)


def is_whole(text, start, end):
    """Return whether a span is not empty and begins and ends at the edge of a word."""
    edges = [text[place : place + 2] for place in (start - 1, end - 1) if 0 <= place < len(text) - 1]
    return 0 <= start < end <= len(text) and not any(edge.isalpha() or edge.isdecimal() for edge in edges)


@given(TEXTS.filter(str.strip), st.sampled_from(["", "dieu-5.khoan-2"]))
def test_a_text_is_wholly_like_itself(text, anchor):
    assert rank_one(text, text, anchor=anchor).score == 1
