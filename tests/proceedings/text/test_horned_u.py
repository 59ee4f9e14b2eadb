import pytest

from proceedings.text.horned_u import Habits, has_horned_hyphen, lacks_horn, read_chunk, read_in_place


def read(chunk, **habits):
    return "".join(read_chunk(chunk, Habits(**habits)).signs)


@pytest.mark.parametrize(
    ("chunk", "text"),
    [
        ("tr\xadëng", "trưởng"),
        ("nh\xad", "như"),
        ("®\xadî", "đượ"),
        ("tÕ\xadx·", "tế-xã"),
        ("\xad§iÒu", "Điều"),
        ("N§\xadCP", "NĐ-CP"),
        ("kinh-tÕ", "kinh-tế"),
        ("N§-CP", "NĐ-CP"),
        ("tr-ëng", "trưởng"),
        ("t\xad-t\xadëng", "tư-tưởng"),
        ("Gia-rai", "Gia-rai"),
        ("£-®ª", "Ê-đê"),
        ("©", "©"),
        ("®", "đ"),
    ],
)
def test_read_chunk_takes_each_hyphen_for_what_makes_words(chunk, text):
    assert read(chunk) == text


@pytest.mark.parametrize(
    ("chunk", "text"), [("ch-a", "chưa"), ("nh-", "như"), ("l-u", "lưu"), ("T-", "Tư"), ("th-", "thư")]
)
def test_read_chunk_makes_plain_hyphens_u_only_where_the_document_does(chunk, text):
    assert read(chunk) == chunk
    assert read(chunk, hyphens=True) == text


@pytest.mark.parametrize(
    "chunk", ["e-mail", "QĐ-UBND", "M-N", "a-b", "non-stop", "x-quang", "-", "--", "2-", "A-"]
)
def test_read_chunk_leaves_true_hyphens(chunk):
    assert read(chunk, hyphens=True) == chunk


@pytest.mark.parametrize(
    ("chunk", "text"),
    [("trëng", "trưởng"), ("nh", "như"), ("®îc", "được"), ("®êng", "đường"), ("níc", "nước")],
)
def test_read_chunk_restores_a_lost_u(chunk, text):
    assert read(chunk, lost=True) == text
    assert read_chunk(chunk, Habits(lost=True)).mended


def test_a_restored_u_is_doubtful_where_the_word_stood_without_it():
    assert not read_chunk("trëng", Habits(lost=True)).is_doubtful
    assert read_chunk("ngêi", Habits(lost=True)).is_doubtful


def test_documents_show_what_became_of_their_u():
    assert has_horned_hyphen("tr-ëng")
    assert not has_horned_hyphen("N§-CP")
    assert lacks_horn("trëng")
    assert not lacks_horn("tr\xadëng")


@pytest.mark.parametrize(
    ("text", "chunk", "becomes"),
    [
        ("tÕ \xad x·", "\xad", "-"),
        ("10\xad15", "\xad", "-"),
        ("\xad", "\xad", ""),
        ("\xada) Tr¶", "\xada", "a"),
        ("\xad®) Tr¶", "\xad®", "đ"),
        ("\xadb) Tr¶", "\xadb", "b"),
        ("g\xada)", "g\xada", "gưa"),
    ],
)
def test_a_soft_hyphen_alone_is_judged_by_what_stands_around(text, chunk, becomes):
    start = text.index(chunk)

    assert "".join(read_in_place(text, start, start + len(chunk)).signs) == becomes


def test_a_chunk_without_end_is_read_sign_for_sign():
    assert len(read_chunk("\xad-" * 100_000).signs) == 200_000
