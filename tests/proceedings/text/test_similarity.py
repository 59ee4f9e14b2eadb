import pytest

from proceedings.text.similarity import Corpus, cosine, count_grams

TEXTS = [
    "Văn phòng mời đại biểu trước cuộc họp ít nhất bảy ngày.",
    "Văn phòng mời các đại biểu trước cuộc họp ít nhất năm ngày.",
    "Bộ phận lưu trữ giữ bản gốc mười năm.",
    "VAN PHONG moi dai bieu truoc cuoc hop it nhat bay ngay",
    "",
]


def test_grams_are_folded_words_and_pairs():
    assert count_grams("Phối hợp, phối HỢP") == {"phoi": 2, "hop": 2, "phoi hop": 2, "hop phoi": 1}


def test_the_same_words_are_wholly_alike_whatever_their_marks():
    corpus = Corpus(TEXTS)

    assert corpus.compare(0, 3) == pytest.approx(1)
    assert 0.3 < corpus.compare(0, 1) < 1
    assert corpus.compare(0, 2) < 0.1
    assert corpus.compare(0, 4) == 0


def test_rarer_grams_weigh_more():
    corpus = Corpus(TEXTS)

    assert corpus.rarity("luu tru") > corpus.rarity("van phong") > 1


def test_similar_texts_come_the_most_alike_first():
    corpus = Corpus(TEXTS)

    assert [index for index, _ in corpus.similar(TEXTS[0], at_least=0.3)] == [0, 3, 1]
    assert [index for index, _ in corpus.neighbours(0, at_least=0.3)] == [3, 1]
    assert corpus.similar("không có gì giống", at_least=0.3) == []


def test_pairs_are_told_once():
    corpus = Corpus(TEXTS)

    pairs = {(one, other) for one, other, _ in corpus.pairs(at_least=0.9)}

    assert pairs == {(0, 3)}


def test_an_empty_corpus_answers():
    assert Corpus([]).similar("văn phòng") == []
    assert cosine({}, {"a": 1.0}) == 0
