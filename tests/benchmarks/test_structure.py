"""How quickly a regulation is read as a tree."""

import time

import pytest

from proceedings.text.provisions import Kind
from proceedings.text.structure import read_structure

pytestmark = pytest.mark.benchmark

#: The figures of the house; seconds of the processor, for one is all that reading takes.
CODE_SECONDS, REGULATION_SECONDS, RATIO = 2, 0.05, 14


def code(articles, khoan=3):
    """The paragraphs of a code: chapters of 25 articles, each with khoản of four điểm; about 1,450 characters each."""
    yield from ("BỘ LUẬT", "MẪU", "Căn cứ Hiến pháp;")
    for article in range(1, articles + 1):
        if article % 25 == 1:
            yield from (f"Chương {article // 25 + 1}", "NHỮNG QUY ĐỊNH VỀ MỘT NHÓM VIỆC")
        yield f"Điều {article}. Trách nhiệm số {article} của cơ quan, tổ chức, cá nhân có liên quan"
        for number in range(1, khoan + 1):
            yield (
                f"{number}. Cơ quan, tổ chức, cá nhân thực hiện theo quy định tại khoản 1 Điều {article - 1} của Bộ "
                "luật này và các văn bản có liên quan trong những trường hợp sau đây:"
            )
            for letter in "abcd":
                yield f"{letter}) Lợi dụng chức vụ, quyền hạn; có tổ chức hoặc gây hậu quả nghiêm trọng theo Điều 52;"


def seconds(paragraphs, times=3):
    """The quickest of some readings in seconds of one processor, and the number of articles that were found."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        outline = read_structure(paragraphs)
        taken.append(time.process_time() - began)
    return min(taken), sum(node.kind is Kind.DIEU for node in outline.texts[0].walk())


def test_a_code_and_a_regulation_are_read_in_time():
    large, small = list(code(517)), list(code(20))

    code_seconds, code_articles = seconds(large)
    regulation_seconds, regulation_articles = seconds(small)

    print(  # noqa: T201
        f"\n517 articles, {sum(map(len, large)) // 1000} KB: {code_seconds:.2f} s; "
        f"20 articles: {regulation_seconds * 1000:.0f} ms"
    )
    assert (code_articles, regulation_articles) == (517, 20)
    assert code_seconds <= CODE_SECONDS
    assert regulation_seconds <= REGULATION_SECONDS


def test_ten_times_the_articles_take_ten_times_as_long():
    few, _ = seconds(list(code(500)))
    many, articles = seconds(list(code(5000)), times=1)

    print(f"\n500 articles {few:.2f} s, 5,000 articles {many:.2f} s: {many / few:.1f} times")  # noqa: T201
    assert articles == 5000
    assert many / few <= RATIO


def test_long_paragraphs_and_endless_rows_take_no_longer_than_their_size():
    hostile = {
        "one paragraph of 1,000,000 characters": ["Điều 1. " + "“x” y, " * 140_000],
        "20,000 first articles": ["Điều 1. A"] * 20_000,
        "20,000 quotations without an end": ["“Điều 1. A"] * 20_000,
        "20,000 tables of contents": ["MỤC LỤC"] * 20_000,
        "20,000 numbers out of order": ["Điều 1. A", *(f"{number % 90 + 7}. A" for number in range(20_000))],
    }

    taken = {name: seconds(lines, times=1)[0] for name, lines in hostile.items()}

    for name, each in taken.items():
        print(f"\n{name}: {each:.2f} s", end="")  # noqa: T201
    assert max(taken.values()) <= 5
