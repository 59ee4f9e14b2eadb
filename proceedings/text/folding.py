"""Folded copies of text, for comparing and searching only: the same in Python and in PostgreSQL."""

import re
import unicodedata
from typing import Final

# Every mark that a letter of the Latin blocks decomposes into: the tones and vowel marks of Vietnamese
# (U+0300-0303, 0306, 0309, 031B, 0323) and those of the other languages written in Latin letters.
MARKS: Final = "".join(
    sorted(
        {
            mark
            for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))
            for mark in unicodedata.normalize("NFD", chr(code))
            if unicodedata.combining(mark)
        }
    )
)
# A point, a dash or a slash parts words ("15/2021/NĐ-CP"), as every kind of blank does.
_DASHES: Final = "/\\-_.\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# Dropped without a blank: what nobody sees, and the apostrophe of H'Yim in its four shapes.
_DROPPED: Final = "\xad\u200b\u200c\u200d\u2060\ufeff'\u2018\u2019\u02bc"
# Letters that do not decompose; ð and Ð are the usual look-alikes of đ and Đ.
_LETTERS: Final = "đĐðÐæÆœŒøØłŁþÞŋŊħĦŧŦıẞ"
_LETTERS_TO: Final = "ddddææœœoollþþŋŋhhttiß"
_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_DROP = {ord(sign): None for sign in _DROPPED}
_LETTER_TABLE = {
    **dict(zip(map(ord, _LETTERS), _LETTERS_TO, strict=True)),
    **{ord(capital): capital.lower() for capital in _CAPITALS},
    **{ord(mark): None for mark in MARKS},
}
_TABLE = {**_LETTER_TABLE, **{ord(sign): " " for sign in _DASHES + BLANKS}}
# "lý do" and "lí do", "quý" and "quí" are one word; "tay" and "tai", "thủy" and "thủi" are not.
_FINAL_Y = re.compile("([bcdfghjklmnpqrstvwxz]|qu)y")
_HAS_DROPPED = re.compile(f"[{_DROPPED}]")


def _decompose(text: str) -> str:
    if _HAS_DROPPED.search(text):
        text = text.translate(_DROP)
    return text if text.isascii() else unicodedata.normalize("NFD", text)


def strip_marks(text: str) -> str:
    """Lower-case text without tones and vowel marks, đ as d; signs and blanks stay (for slugs and symbols).

    >>> strip_marks("Mỹ Đức - Hà Nội")
    'my duc - ha noi'
    """
    return _decompose(text).translate(_LETTER_TABLE)


def fold(text: str) -> str:
    """The form under which texts are compared and searched (domain notes, E).

    Case, tones, vowel marks and the apostrophe go; đ and its look-alike ð become d; ``/ \\ - _ . – —`` and
    every blank become one blank; y after a consonant or ``qu`` becomes i. NFC and NFD give the same;
    folding twice changes nothing. It is never shown and never a slug: "Mỹ" folds to "mi".

    ``SQL_FOLD`` gives the same text in PostgreSQL. The two may differ only for signs that one of them does
    not know yet (PostgreSQL 15 and Python 3.11 both follow Unicode 14), and for U+0000, which PostgreSQL
    cannot hold. Letters of scripts other than Latin keep their case and are left decomposed, alike on both
    sides: the case rules of the server's locale are not asked.

    >>> fold("Đảng uỷ") == fold("ĐẢNG ỦY") == fold("dang uy")
    True
    """
    return _FINAL_Y.sub(r"\1i", " ".join(_decompose(text).translate(_TABLE).split()))


def _literal(signs: str) -> str:
    return "U&'" + "".join(f"\\+{ord(sign):06X}" for sign in signs) + "'"


def sql_fold(value: str) -> str:
    """The SQL expression that folds the SQL expression ``value`` as ``fold`` folds a string.

    Immutable on PostgreSQL 15 and later with any locale in a UTF8 database, so it may stand in a generated
    column or an index; it holds no ``%`` and no quote but around literals. NULL stays NULL.
    """
    seen = f"translate({value}, {_literal(_DROPPED)}, '')"
    small = f'lower(normalize({seen}, NFD) COLLATE "C")'
    parted = _DASHES + BLANKS
    given, wanted = _literal(_LETTERS + parted + MARKS), _literal(_LETTERS_TO + " " * len(parted))
    plain = f"translate({small}, {given}, {wanted})"
    single = f"btrim(regexp_replace({plain}, ' +', ' ', 'g'))"
    return f"regexp_replace({single}, '{_FINAL_Y.pattern}', '\\1i', 'g')"


SQL_FOLD: Final = sql_fold("$1")
"""Body of a one-argument SQL function: ``CREATE FUNCTION … (text) … IMMUTABLE RETURN <SQL_FOLD>``."""
