import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.code_pages import decode
from proceedings.text.legacy_encodings import Run, repair
from tests.proceedings.text.legacy_writing import SENTENCES, as_tcvn3_can, write_tcvn3, write_vni

TEXT = "\n".join(SENTENCES)


def in_cp1258(text):
    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        tone = "".join(sign for sign in decomposed if sign in tones)
        pieces.append(
            unicodedata.normalize("NFC", "".join(sign for sign in decomposed if sign not in tones)) + tone
        )
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_decode_reads_unicode_with_and_without_a_mark(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_decode_reads_the_vietnamese_code_page():
    assert decode(in_cp1258(TEXT)) == TEXT
    assert decode(in_cp1258(SENTENCES[1])) == SENTENCES[1]


@pytest.mark.parametrize(
    ("write", "can"), [(write_tcvn3, as_tcvn3_can), (write_vni, str)], ids=["tcvn3", "vni"]
)
def test_decode_hands_legacy_text_on_as_it_arrives(write, can):
    data = write(TEXT).encode("cp1252")

    assert repair([[Run(decode(data))]])[0].text == can(TEXT)


@pytest.mark.parametrize(
    "text", ["Déjà vu à Genève, où l’été est très court.", "Übung für Müller", "El Niño está aquí"]
)
def test_decode_reads_other_western_text(text):
    assert decode(text.encode("cp1252")) == text


def test_decode_keeps_bytes_that_have_no_sign():
    assert decode(b"caf\xe9 \x81") == "café \x81"


@given(st.binary())
def test_decode_takes_any_bytes(data):
    assert isinstance(decode(data), str)
