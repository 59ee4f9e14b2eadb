"""The bytes of a plain text file as text, in the code page that makes words of them."""

import codecs
import unicodedata
from typing import Final

from proceedings.text.languages import how_vietnamese
from proceedings.text.legacy_encodings import C1_SIGNS, Run, repair

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT: Final = 40_000
_CLEARLY: Final = 0.05


def decode(data: bytes) -> str:
    """Return the text of a file's bytes; bytes that belong to no sign become U+FFFD.

    By its byte order mark, else as UTF-8, else as UTF-16 where every other byte is nothing, else in the Windows code
    page 1258 or 1252, whichever reads more like Vietnamese. TCVN3 and VNI come out as they arrive in cp1252: they are
    for ``legacy_encodings.repair`` to read.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if (wide := _wide_encoding(data)) is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_narrow(data)


def _wide_encoding(data: bytes) -> str | None:
    head = data[:_LOOKED_AT]
    if len(head) < 4 or len(data) % 2:
        return None
    low, high = head[1::2].count(0), head[::2].count(0)
    half = len(head) // 2
    if low > half * 0.4 and high < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if high > half * 0.4 and low < half * 0.05 else None


def _decode_narrow(data: bytes) -> str:
    head = data[:_LOOKED_AT]
    vietnamese = unicodedata.normalize("NFC", head.decode("cp1258", "replace"))
    (repaired,) = repair([[Run(_decode_western(head))]])
    if how_vietnamese(vietnamese) > how_vietnamese(repaired.text) + _CLEARLY:
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    return _decode_western(data)


def _decode_western(data: bytes) -> str:
    """Return cp1252 text; its five bytes without a sign become controls, as browsers have it."""
    return data.decode("latin-1").translate(C1_SIGNS)
