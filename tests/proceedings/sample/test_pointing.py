"""The points of the sample as an editor marks them: every opinion known, every span exact."""

import pytest

from proceedings.sample.compose import contributions
from proceedings.sample.opinions import sample_opinions
from proceedings.sample.paragraphs import paragraphs
from proceedings.sample.pointing import points_of
from proceedings.sample.redrafting import decisions, name_opinion
from proceedings.sample.regulation import drafts
from proceedings.text.opinions import SUMMARY_LENGTH, Kind
from proceedings.text.provisions import walk
from proceedings.text.structure import provisions, read_structure

SAYING = ("agreement", "opinion", "question", "proposal")
QUOTING = (Kind.ADD, Kind.AMEND, Kind.REMOVE)


def everything():
    return [
        (contribution.text, points_of(number)) for number, contribution in enumerate(contributions(), start=1)
    ]


def test_every_opinion_is_known_and_nothing_else():
    said = {name_opinion(one) for one in paragraphs() if one.role in SAYING}

    assert sample_opinions().keys() == said
    assert {decided.opinion for decided in decisions()} <= said


def test_agreements_agree_and_questions_ask():
    kinds = {
        (one.role, sample_opinions()[name_opinion(one)].kind) for one in paragraphs() if one.role in SAYING
    }

    assert {kind for role, kind in kinds if role == "agreement"} == {Kind.AGREE}
    assert {kind for role, kind in kinds if role == "question"} == {Kind.ASK}
    assert Kind.AGREE not in {kind for role, kind in kinds if role != "agreement"}


def test_anchors_stand_in_draft_one():
    paths = {node.path for node in walk(provisions(read_structure(drafts()[0].paragraphs).texts[0]))}

    assert {one.anchor for one in sample_opinions().values()} - paths == {""}


def test_wordings_are_quoted_by_the_paragraphs_they_are_of():
    quoted = {}
    for one in paragraphs():
        if one.role in SAYING:
            quoted.setdefault(name_opinion(one), []).append(one.text)
    lost = [
        (one.name, words)
        for one in sample_opinions().values()
        for words in one.wordings
        if not any(f"“{words}”" in text for text in quoted[one.name])
    ]

    assert lost == []
    assert [one.name for one in sample_opinions().values() if one.wordings and one.kind not in QUOTING] == []


def test_summaries_are_one_line():
    wrong = [
        one.name
        for one in sample_opinions().values()
        if "\n" in one.summary or not 0 < len(one.summary) <= SUMMARY_LENGTH
    ]

    assert wrong == []


def test_spans_cover_every_paragraph_exactly():
    for text, points in everything():
        assert [text[point.start : point.end] for point in points] == text.split("\n")


def test_points_carry_what_the_opinion_says():
    points = [(text, point) for text, known in everything() for point in known]
    asking = [(text, point) for text, point in points if point.kind is not Kind.NO_REQUEST]

    assert 300 <= len(asking) <= 400
    assert all(text[point.wording_start : point.wording_end] == point.wording for text, point in asking)
    assert all(point.opinion and point.summary for _text, point in asking)
    assert not any(point.opinion for _text, point in points if point.kind is Kind.NO_REQUEST)


@pytest.mark.parametrize("number", [0, -1, 93])
def test_a_number_that_the_sample_lacks_is_refused(number):
    with pytest.raises(IndexError, match="no contribution"):
        points_of(number)
