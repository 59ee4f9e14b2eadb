import re

import pytest

from submissions.screening.flags import Flag, FlagCode, Severity
from submissions.screening.secrecy import Level, Mark, Where, find_mark
from submissions.screening.words import FLAGS, SEVERITIES, WHERE, words_of, words_of_mark

VALUES = {
    "count": 2, "names": "a.bin", "ending": ".pdf", "kind": "docx", "paragraphs": 1, "encoding": "tcvn3", "pages": "2",
    "least": 81, "mark": "Dự thảo", "phones": 1, "papers": 0, "mails": 0,
}  # fmt: skip


@pytest.mark.parametrize("code", list(FlagCode))
def test_every_code_has_a_reason_and_a_remedy(code):
    reason, remedy = words_of(Flag(code, Severity.NOTICE, VALUES))

    assert reason.endswith((".", ")"))
    assert remedy.endswith(".")
    assert "%(" not in reason + remedy


def test_every_severity_and_place_has_words():
    assert set(FLAGS) == set(FlagCode)
    assert set(SEVERITIES) == set(Severity)
    assert set(WHERE) == set(Where)


@pytest.mark.parametrize("is_certain", [True, False])
@pytest.mark.parametrize("where", list(Where))
def test_words_for_a_secret_say_whom_to_ask_and_no_level(where, is_certain):
    said = {words_of_mark(Mark(level, where, 3, is_certain)) for level in Level}

    (reason, remedy) = said.pop()
    assert not said
    assert "văn thư, cơ yếu" in remedy
    assert "qua mạng" in remedy
    assert not re.search(r"[Tt]ối mật|[Tt]uyệt mật|%\(", reason + remedy)


def test_words_for_a_secret_repeat_nothing_of_the_file():
    mark = find_mark(["MẬT", "Kế hoạch bí danh Hoa Sen"], file_name="MẬT Hoa Sen.docx")

    said = " ".join(words_of_mark(mark)) + repr(mark)
    assert "Hoa Sen" not in said
