import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.likeness import Rarity, Said, signature, telling

TEXT = "Đề nghị bổ sung tại khoản 2 Điều 5 trách nhiệm của Ban Thường vụ trong 10 ngày."


def test_a_signature_is_the_same_in_every_process():
    code = f"from proceedings.text.likeness import Said, signature; print(signature(Said(1, {TEXT!r}, 'dieu-5')))"

    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert told == {str(signature(Said(1, TEXT, "dieu-5")))}


def test_a_signature_is_pinned_for_what_is_stored():
    """When this fails, raise ``VERSION``: what is stored must be made anew."""
    assert signature(Said(1, "hai bên họp 5 lần", "dieu-5")) == [
        700686781,
        1686103853,
        1987821873,
        1991246941,
    ]


def test_other_words_for_the_same_have_one_signature():
    one = Said(
        1, "Đề nghị bổ sung thời hạn gửi tài liệu tối thiểu mười ngày tại khoản 2 Điều 5; BTV quyết định."
    )
    other = Said(2, "Kiến nghị thêm thời gian chuyển hồ sơ ít nhất 10 ngày, Ban Thường vụ quyết định.")

    assert signature(one) == signature(other)


def test_the_wording_counts_once_and_the_place_counts():
    said = Said(1, "Đề nghị sửa như sau: hai bên họp hằng quý")

    assert signature(Said(1, said.text, "", "Hai bên họp hằng quý")) == signature(said)
    assert len(signature(Said(1, "Đề nghị sửa như sau", "", "hai bên họp hằng quý"))) > 3
    assert len(signature(Said(1, said.text, "dieu-3"))) == len(signature(said)) + 1


@given(st.text(max_size=300), st.text(max_size=20), st.text(max_size=60))
def test_any_text_has_a_signature_that_the_database_can_hold(text, anchor, wording):
    found = signature(Said(1, text, anchor, wording))

    assert found == sorted(set(found))
    assert all(-(2**31) <= gram < 2**31 for gram in found)


def test_what_the_workshop_repeats_is_not_looked_up_by():
    rarity = Rarity.count([[1, 2, 3, 10 + place, 1000 + place // 2] for place in range(200)])

    found = telling([1, 2, 3, 11, 1000, 5000, 5001], rarity)

    assert found.grams == [5000, 5001, 11, 1000]
    assert found.weights == sorted(found.weights, reverse=True)


def test_where_all_say_the_same_something_is_looked_up_by():
    rarity = Rarity.count([[1, 2, 3, 4, 5, 6]] * 200)

    assert len(telling([1, 2, 3, 4, 5, 6], rarity).grams) == 4
    assert telling([], rarity).grams == []
    assert len(telling([1, 2, 3], Rarity()).grams) == 3
