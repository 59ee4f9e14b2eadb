import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings.text.symbols import (
    Family,
    SymbolWarning,
    finds_symbol,
    parse_symbol,
    symbol_key,
    warn_symbol,
)

PARTY_SIGNS = [
    ("36-HD/VPTW", "36", "HD", "VPTW"),
    ("09-QĐi/TW", "09", "QĐi", "TW"),
    ("2684-QĐ/HVCTQG", "2684", "QĐ", "HVCTQG"),
    ("58-KH/BTGTW", "58", "KH", "BTGTW"),
    ("4270-CV/VPTU", "4270", "CV", "VPTU"),
    ("06-CT/TU", "06", "CT", "TU"),
    ("12-NQ/ĐU", "12", "NQ", "ĐU"),
    ("123-CV/TU", "123", "CV", "TU"),
]
STATE_SIGNS = [
    ("30/2020/NĐ-CP", "30", 2020, "NĐ", "CP"),
    ("64/2025/QH15", "64", 2025, "", "QH15"),
    ("4366/BGDĐT-PC", "4366", None, "", "BGDĐT-PC"),
    ("119/QĐ-BNN-QLDN", "119", None, "QĐ", "BNN-QLDN"),
    ("1627/2001/QĐ-NHNN", "1627", 2001, "QĐ", "NHNN"),
    ("01/QCPH/UBND-UBMTTQ", "01", None, "QCPH", "UBND-UBMTTQ"),
    ("03/VBHN-VPQH", "03", None, "VBHN", "VPQH"),
    ("04/2014/QĐ-TTg", "04", 2014, "QĐ", "TTg"),
    ("123/UBND-NC", "123", None, "", "UBND-NC"),
]


@pytest.mark.parametrize(("text", "number", "kind", "issuer"), PARTY_SIGNS)
def test_parse_symbol_reads_party_signs(text, number, kind, issuer):
    symbol = parse_symbol(text)

    assert (symbol.number, symbol.year, symbol.kind, symbol.issuer) == (number, None, kind, issuer)
    assert symbol.family is Family.PARTY
    assert symbol.normalised == text
    assert warn_symbol(text, party=True) == []


@pytest.mark.parametrize(("text", "number", "year", "kind", "issuer"), STATE_SIGNS)
def test_parse_symbol_reads_state_signs(text, number, year, kind, issuer):
    symbol = parse_symbol(text)

    assert (symbol.number, symbol.year, symbol.kind, symbol.issuer) == (number, year, kind, issuer)
    assert symbol.family is Family.STATE
    assert symbol.normalised == text
    assert warn_symbol(text, party=False) == []


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("367 - QĐ/TWĐTN-VPĐOÀN", "367-QĐ/TWĐTN-VPĐOÀN"),
        (" 123 - CV / TU ", "123-CV/TU"),
        ("123–CV/TU", "123-CV/TU"),
        ("Số: 123/UBND-NC", "123/UBND-NC"),
        ("Số 127-QĐ/TW", "127-QĐ/TW"),
        ("04/2014/qđ-ttg", "04/2014/QĐ-TTg"),
        ("09-qđi/tw", "09-QĐi/TW"),
        ("12-TTR/TU", "12-TTr/TU"),
        ("1-QÐ/TW", "1-QĐ/TW"),
        ("Số:      /TTr-BTP", "/TTr-BTP"),
        ("Số      -NQ/ĐU", "-NQ/ĐU"),
    ],
)
def test_parse_symbol_normalises_unusual_forms(text, normalised):
    assert parse_symbol(text).normalised == normalised
    assert parse_symbol(unicodedata.normalize("NFD", text)).normalised == normalised


def test_parse_symbol_leaves_a_missing_number_empty():
    assert parse_symbol("Số:      /TTr-BTP").number == ""


@pytest.mark.parametrize(
    "text", ["", "không số", "123", "123-CV/", "/", "-", "a-CV/TU", "12-CV/TU; 13-CV/TU", "1" * 5000]
)
def test_parse_symbol_gives_nothing_for_no_symbol(text):
    assert parse_symbol(text) is None


@pytest.mark.parametrize(
    ("text", "party", "warnings"),
    [
        ("", True, []),
        ("không số", True, [SymbolWarning.UNREADABLE]),
        ("123cv tu", True, [SymbolWarning.UNREADABLE]),
        ("Số: 12-CV/TU", True, [SymbolWarning.LABEL_INCLUDED]),
        ("-NQ/ĐU", True, [SymbolWarning.NO_NUMBER]),
        ("0-CV/TU", True, [SymbolWarning.ZERO_NUMBER]),
        ("15a/QĐ-UBND", False, [SymbolWarning.LETTER_IN_NUMBER]),
        ("5/QĐ-UBND", False, [SymbolWarning.NO_LEADING_ZERO]),
        ("12-XX/TU", True, [SymbolWarning.UNKNOWN_KIND]),
        ("12/QĐ", False, [SymbolWarning.NO_ISSUER]),
        ("12/QĐ-UBND", True, [SymbolWarning.STATE_FORM]),
        ("12-CV/TU", False, [SymbolWarning.PARTY_FORM]),
        ("367 - QĐ/TWĐTN-VPĐOÀN", True, [SymbolWarning.BLANKS]),
        ("12-cv/tu", True, [SymbolWarning.LOWER_CASE]),
        ("12–CV/TU", True, [SymbolWarning.LOOK_ALIKES]),
    ],
)
def test_warn_symbol_names_what_is_unusual(text, party, warnings):
    assert warn_symbol(text, party) == warnings


@pytest.mark.parametrize(
    "query",
    [
        "123-CV/TU",
        "123 - CV / TU",
        "123cv tu",
        "123",
        "cv/tu",
        "Số 123-CV/TU",
        "0123-cv/tu",
        "123cvtu",
        "123 cv",
    ],
)
def test_finds_symbol_by_every_form_people_type(query):
    assert finds_symbol(query, "123-CV/TU")


@pytest.mark.parametrize("query", ["12", "23", "1234", "", "số", "124-CV/TU", "cv tw"])
def test_finds_symbol_finds_no_other(query):
    assert not finds_symbol(query, "123-CV/TU")


@given(st.text())
def test_parse_symbol_never_fails(text):
    parse_symbol(text)
    warn_symbol(text, party=True)


@given(st.text())
def test_symbol_key_is_the_same_for_nfc_and_nfd(text):
    key = symbol_key(unicodedata.normalize("NFC", text))

    assert symbol_key(unicodedata.normalize("NFD", text)) == key
