import re

import pytest

from proceedings import outline_words
from proceedings.text.structure import Doubt, outline

CODES = re.findall(r"``(\w+)``", outline.Doubt.__doc__.split("``code`` is one of")[1].split(";")[0])


@pytest.mark.parametrize("code", CODES)
def test_every_doubt_has_its_sentence(code):
    sentence = outline_words.words_of(Doubt(code, "Điều 7", "6"))

    assert sentence.endswith(".")
    assert "%" not in sentence


def test_what_was_due_is_named():
    assert outline_words.words_of(Doubt("gap", "Điều 7", "6")) == "Điều 7: số thứ tự không liên tục, thiếu 6."
    assert outline_words.words_of(Doubt("gap", "Điều 7")) == "Điều 7: số thứ tự không liên tục."


def test_no_sentence_is_left_over():
    assert set(CODES) == set(outline_words._WORDS)
