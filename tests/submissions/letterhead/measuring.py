"""How often each field is right over letters that were made, and which wrong ones were called sure."""

import re
import unicodedata
from collections import Counter

from proceedings.text.folding import fold
from submissions.letterhead.found import SURE
from submissions.letterhead.reading import find_letterhead

FIELDS = (
    "committee", "body", "symbol", "date", "place", "subject", "addressee", "signer", "signer_post", "signing_power",
)  # fmt: skip
EXACT = ("committee", "symbol", "date")


def read(letter):
    return find_letterhead(
        letter.paragraphs, file_name=letter.file_name, sender=letter.sender, day=letter.day
    )


def is_right(field, found, truth):
    """Whether a value is the true one; words are compared folded, with l and I alike as recognition leaves them."""
    value = found.value if found else None
    if field in EXACT or value is None or truth is None:
        return value == truth
    return _plain(value) == _plain(truth)


def _plain(text):
    return re.sub("[il1|]", "i", re.sub(r"\W", "", fold(text))).replace("0", "o")


def measure(letters):
    """The share of letters in which each field is right, and the wrong values that were called sure."""
    right = Counter()
    falsely_sure = []
    for number, letter in enumerate(letters):
        letterhead = read(letter)
        for field in FIELDS:
            found, truth = getattr(letterhead, field), letter.truth.get(field)
            right[field] += is_right(field, found, truth)
            if found and found.confidence >= SURE and not is_right(field, found, truth):
                falsely_sure.append((number, field, found.value, truth, letter.traits))
    return {field: right[field] / len(letters) for field in FIELDS}, falsely_sure


def source(letter, found):
    """The characters of the letter that a value was read from, composed."""
    return unicodedata.normalize("NFC", letter.paragraphs[found.paragraph][found.start : found.end])
