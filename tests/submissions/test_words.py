import re
from pathlib import Path

import pytest
from django.conf import settings

from submissions.readers.document import Kind, Problem, ReadDocument, Remark, refused
from submissions.words import PROBLEMS, REMARKS, reason_of, remedy_of, words_of

READERS = settings.BASE_DIR / "submissions"
REMARK = re.compile(r'Remark\(\s*"([a-z_]+)"')


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_a_reason_and_a_remedy(problem):
    document = refused(Kind.DOCX, problem)

    assert len(reason_of(document)) > 10
    assert len(remedy_of(document)) > 10
    assert str(PROBLEMS[problem].reason).endswith(".")


def test_every_remark_of_a_reader_has_words():
    codes = {
        code
        for path in READERS.rglob("*.py")
        for code in REMARK.findall(Path(path).read_text(encoding="utf-8"))
    }

    assert codes - set(REMARKS) == set()


def test_words_take_the_values_and_never_fail_for_a_missing_one():
    assert words_of(Remark("hyperlinks", {"count": 3})) == "Có 3 liên kết trong văn bản."
    assert words_of(Remark("hyperlinks")) == "Có – liên kết trong văn bản."
    assert "ma_la" in words_of(Remark("ma_la", {"count": 1}))


def test_a_document_without_a_problem_has_no_reason():
    assert (reason_of(ReadDocument(Kind.DOCX)), remedy_of(ReadDocument(Kind.DOCX))) == ("", "")
