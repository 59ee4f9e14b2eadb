"""How quickly the points of a contribution are proposed: seconds of one processor."""

import time

import pytest

from proceedings.sample import regulation
from proceedings.sample.compose import generate
from proceedings.text.opinions import DraftIndex, propose
from proceedings.text.structure import provisions, read_structure
from tests.proceedings.text import sample_regulations

pytestmark = pytest.mark.benchmark

#: Four pages against the sample draft, and the index of a draft of 200 articles.
PAGES_SECONDS, INDEX_SECONDS = 0.3, 1.0
#: Four times the text may take so many times as long.
RATIO = 8


def quickest(work, times=3):
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def test_four_pages_against_the_sample_draft():
    draft = DraftIndex(provisions(read_structure(regulation.drafts()[0].paragraphs).texts[0]), ("Quy chế",))
    texts = [one.text for one in generate(6, words=2000)]

    taken = [quickest(lambda text=text: propose(text, draft)) for text in texts]
    longer = quickest(lambda: propose("\n".join([texts[0]] * 8), draft))

    assert max(taken) < PAGES_SECONDS
    assert longer < 2 * RATIO * taken[0]


def test_the_index_of_two_hundred_articles():
    tree = sample_regulations.build(sample_regulations.make_regulation(1, 200))[0]

    taken = quickest(lambda: DraftIndex(tree))

    assert taken < INDEX_SECONDS
