import pytest

from proceedings.text.likeness.openings import find_substance


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Tỉnh ủy cơ bản nhất trí với dự thảo. Đề nghị bỏ khoản 3.", "Đề nghị bỏ khoản 3."),
        ("Đề nghị bỏ khoản 3.", "Đề nghị bỏ khoản 3."),
        ("Trân trọng", "Trân trọng"),
        ("", ""),
    ],
)
def test_courtesies_that_open_a_text_are_left_out(text, rest):
    assert text[find_substance(text) :].strip() == rest
