"""What holds of every text: spans in order, every word covered, and the same points however it is written."""

import random
import re
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings.text.opinions import Kind, propose
from tests.proceedings.text.opinions.test_proposing import letters, texts

BUSY = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
LINES = sorted({line for text in texts() for line in text.split("\n")})
BLANKS = ["\n", "\r\n", "\n\n", " \n\t", "\u2028", "\xa0\n", "\u200b\n"]
SIGNS = st.text(alphabet='“”"«»|.;:?! \n\r\u200b\u0301-1a)Điềukhoản5đềnghịbỏ\xa0\ufeff', max_size=200)
OLD_TONES = [("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("hòe", "hoè")]


@st.composite
def mixtures(draw):
    lines = draw(st.lists(st.sampled_from(LINES), max_size=8))
    return "".join(line + draw(st.sampled_from(BLANKS)) for line in lines)


def outside(text, proposals):
    covered = [False] * len(text)
    for one in proposals:
        covered[one.start : one.end] = [True] * (one.end - one.start)
    return [word[0] for word in re.finditer(r"\w+", text) if not all(covered[word.start() : word.end()])]


def check(text, proposals):
    ends = [0]
    for one in proposals:
        assert ends[-1] <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        assert all(0 <= reason.start < reason.end <= len(text) for reason in one.reasons)
        assert 0 < one.confidence <= 1
        assert not (one.anchor and one.candidates)
        ends.append(one.end)
    assert outside(text, proposals) == []


def meaning(text, proposals, normal="NFC"):
    def norm(span):
        return " ".join(unicodedata.normalize(normal, span).split())

    return [
        (
            norm(text[one.start : one.end]),
            one.kind,
            one.anchor,
            one.candidates,
            norm(one.wording),
            norm(one.summary),
        )
        for one in proposals
    ]


@given(st.one_of(st.text(max_size=300), SIGNS, mixtures()))
@settings(suppress_health_check=BUSY, deadline=None, max_examples=300)
def test_any_text_is_covered_in_order(draft, text):
    check(text, propose(text, draft))
    check(text, propose(text, None))


def test_decomposed_letters_have_the_same_points(draft):
    pairs = [(text, unicodedata.normalize("NFD", text)) for text in texts()]

    assert [
        one
        for one, other in pairs
        if meaning(one, propose(one, draft)) != meaning(other, propose(other, draft))
    ] == []


def test_spoilt_letters_have_the_same_kinds_and_anchors(draft):
    chance = random.Random(5)
    lost = []
    for letter in letters():
        spoilt = "".join(
            sign + ("\u200b" if sign.isalpha() and chance.random() < 0.1 else "") for sign in letter.text
        )
        spoilt = spoilt.replace("\n", "\r\n").replace(" ", "\xa0 ")
        for new, old in OLD_TONES:
            spoilt = spoilt.replace(new, old)
        found = [[(one.kind, one.anchor) for one in propose(text, draft)] for text in (letter.text, spoilt)]
        check(spoilt, propose(spoilt, draft))
        if found[0] != found[1]:
            lost.append((letter.name, *found))

    assert lost == []


def test_reading_again_gives_the_same(draft):
    for text in texts():
        assert propose(text, draft) == propose(text, draft)


def test_points_of_a_letter_ask_and_the_rest_does_not(draft):
    """A letter without its points asks for nothing at all: headings and frames are no requests by themselves."""
    asking = []
    for letter in letters():
        rest, done = "", 0
        for point in letter.points:
            rest += letter.text[done : point.start]
            done = point.end
        rest += letter.text[done:]
        asking += [(letter.name, one) for one in propose(rest, draft) if one.kind is not Kind.NO_REQUEST]

    assert len(asking) <= 2, asking
