import statistics
import time

import pytest

from tests.submissions.letterhead.letters import make_letters
from tests.submissions.letterhead.measuring import read

LINE = "Đề nghị bổ sung vào khoản 2 Điều 3 của dự thảo Quy chế nội dung về chế độ thông tin, báo cáo định kỳ."


@pytest.mark.benchmark
def test_a_letter_of_four_pages_takes_ten_milliseconds_at_most():
    letters = [letter for letter in make_letters(7, 99) if len(letter.paragraphs) > 10]
    for letter in letters:
        letter.paragraphs[12:12] = [LINE] * 150
    read(letters[0])

    spent = []
    for letter in letters:
        started = time.process_time()
        read(letter)
        spent.append(1000 * (time.process_time() - started))

    assert statistics.median(spent) <= 10, f"median {statistics.median(spent):.1f}, worst {max(spent):.1f} ms"
