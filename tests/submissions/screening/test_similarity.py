import random
import subprocess
import sys
import textwrap
import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submissions.screening.similarity import (
    NEAR,
    SKETCH_SIZE,
    candidates,
    containment,
    estimate,
    fingerprint,
    resemblance,
)
from tests.submissions.screening.letters import FOOT, bodies, letter

COUNT = 60


def written(lines):
    return "\n".join(lines)


def printed(lines, width=85):
    """The lines as a PDF or a scan has them, broken at a width."""
    return "\n".join(part for line in lines for part in textwrap.wrap(line, width) or [""])


def scanned(lines, seed, rate=0.01, width=85):
    """Lines as recognised in a picture: ``rate`` of the letters misread, some lost, some with a blank behind."""
    chance = random.Random(seed)
    noise = []
    for sign in printed(lines, width):
        if not sign.isalnum() or chance.random() >= rate:
            noise.append(sign)
        else:
            noise.append(chance.choice([chance.choice("aeiouln10trc")] * 8 + ["", f"{sign} "]))
    return "".join(noise)


def signed_by(number, body):
    """A text between another letter's letterhead and signature."""
    lines = letter(number)
    return [*lines[: lines.index("Kính gửi Ban Tổ chức Hội thảo,") + 1], *body, *FOOT]


def in_one_frame(share, first, second):
    """Two letters with so much of their words in common, at the beginning and at the end."""
    words = sum(len(line.split()) for line in first[:4])
    frame = " ".join(bodies(90)[80]).split() * 9
    half = int(share / (1 - share) * words / 2)
    opening, closing = " ".join(frame[:half]), " ".join(frame[half : 2 * half])
    return [written([opening, *body[:4], closing]) for body in (first, second)]


@pytest.mark.parametrize("number", range(COUNT))
def test_two_scans_of_one_letter_are_near(number):
    first, second = scanned(letter(number), number), scanned(letter(number), number + 1000, width=78)

    assert resemblance(first, second) >= NEAR
    assert candidates(fingerprint(first), [(1, fingerprint(second))])


@pytest.mark.parametrize("number", range(COUNT))
def test_docx_and_pdf_of_one_letter_are_near(number):
    assert resemblance(written(letter(number)), printed(letter(number))) >= NEAR


@pytest.mark.parametrize("number", range(COUNT))
def test_one_text_signed_by_another_committee_is_near(number):
    body = bodies()[number % len(bodies())]

    assert resemblance(written(signed_by(0, body)), written(signed_by(1, body))) >= NEAR


@pytest.mark.parametrize("share", [0.3, 0.5, 0.6])
def test_two_letters_in_one_frame_are_not_near(share):
    pairs = [
        (one, other)
        for one, other in combinations(bodies(90)[:24], 2)
        if resemblance(written(one[:4]), written(other[:4])) < 0.4
    ]

    assert len(pairs) > 200
    assert max(resemblance(*in_one_frame(share, *pair)) for pair in pairs) < NEAR


def test_no_two_sample_contributions_are_near():
    texts = [written(body) for body in bodies(92)]

    assert max(resemblance(one, other) for one, other in combinations(texts[:50], 2)) < NEAR


def test_a_letter_inside_a_collection_is_contained():
    collection = [line for number in range(4) for line in bodies()[number]]

    assert containment(written(bodies()[2]), written(collection)) == 1
    assert resemblance(written(bodies()[2]), written(collection)) < NEAR


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", "chữ"), ("***", "…")])
def test_nothing_resembles_nothing(one, other):
    assert fingerprint(one) == ()
    assert (
        resemblance(one, other)
        == containment(one, other)
        == estimate(fingerprint(one), fingerprint(other))
        == 0
    )


@pytest.mark.parametrize("text", ["nhất trí", "Nhất trí hoàn toàn với dự thảo."])
def test_short_text_resembles_itself(text):
    assert resemblance(text, text.upper()) == 1
    assert estimate(fingerprint(text), fingerprint(text.upper())) == 1


def test_marks_tones_and_composition_do_not_count():
    assert fingerprint("Đảng uỷ Công an tỉnh góp ý") == fingerprint("DANG UY CONG AN TINH GOP Y")


def test_sketch_fits_a_bigint_array():
    sketch = fingerprint(written(letter(3)))

    assert len(sketch) == SKETCH_SIZE
    assert list(sketch) == sorted(set(sketch))
    assert all(-(2**63) <= value < 2**63 for value in sketch)


def test_sketch_is_the_same_in_every_process():
    code = (
        "from submissions.screening.similarity import fingerprint; print(fingerprint('một hai ba bốn năm'))"
    )

    printed_one = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert printed_one.stdout.strip() == str(fingerprint("một hai ba bốn năm"))


def test_candidates_come_best_first():
    own = fingerprint(written(letter(0)))
    others = [
        ("other", fingerprint(written(letter(9)))),
        ("scan", fingerprint(scanned(letter(0), 1))),
        ("same", own),
    ]

    assert [key for key, _ in candidates(own, others)][:2] == ["same", "scan"]


@given(
    st.lists(
        st.sampled_from(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]), max_size=80
    )
)
def test_resemblance_is_that_of_the_longest_common_subsequence(words):
    other = words[::2] + words[1::3]

    table = [[0] * (len(other) + 1) for _ in range(len(words) + 1)]
    for row, one in enumerate(words):
        for column, two in enumerate(other):
            best = max(table[row][column + 1], table[row + 1][column])
            table[row + 1][column + 1] = table[row][column] + 1 if one == two else best
    expected = 2 * table[-1][-1] / (len(words) + len(other)) if words and other else 0
    assert resemblance(" ".join(words), " ".join(other)) == pytest.approx(expected)


@pytest.mark.benchmark
def test_one_text_against_ten_thousand():
    chance = random.Random(1)
    others = [
        (key, tuple(sorted(chance.getrandbits(64) - 2**63 for _ in range(SKETCH_SIZE))))
        for key in range(10_000)
    ]
    own = fingerprint(written(letter(0)))

    start = time.process_time()
    found = candidates(own, [*others, ("same", own)])

    assert time.process_time() - start < 0.1
    assert [key for key, _ in found] == ["same"]
