"""What the lineage and the redline of two drafts of 200 articles take: seconds of the processor, and memory."""

import random
import time
import tracemalloc

import pytest

from proceedings.text.lineage import match
from proceedings.text.provisions import plain_text, walk
from proceedings.text.redline import compare, tracked_paragraphs
from proceedings.text.similarity import Corpus
from tests.proceedings.text import sample_regulations

pytestmark = pytest.mark.benchmark


def two_drafts(articles=200):
    old = sample_regulations.make_regulation(1, articles)
    new = sample_regulations.edit(random.Random(2), old, 0.4)
    return sample_regulations.build(old)[0], sample_regulations.build(new)[0]


def timed(work, *arguments):
    began = time.process_time()
    made = work(*arguments)
    return made, time.process_time() - began


def test_lineage_and_redline_of_two_hundred_articles():
    old, new = two_drafts()

    lineage, matching = timed(match, old, new)
    redline, comparing = timed(compare, old, new, lineage)
    _, tracking = timed(tracked_paragraphs, redline)

    size = f"{len(list(walk(old)))} provisions, {len(plain_text(old))} characters"
    print(f"\n{size}: lineage {matching:.2f} s, redline {comparing:.2f} s, tracked {tracking:.2f} s")  # noqa: T201
    assert matching <= 3
    assert matching + comparing <= 3
    assert comparing <= 2


def test_lineage_of_unrelated_texts_in_the_same_words():
    old, _ = two_drafts()
    other = sample_regulations.build(sample_regulations.make_regulation(9, 200))[0]

    _, seconds = timed(match, old, other)

    print(f"\nunrelated: lineage {seconds:.2f} s")  # noqa: T201
    assert seconds <= 6


def test_memory_of_two_hundred_articles():
    old, new = two_drafts()
    tracemalloc.start()

    compare(old, new)

    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    print(f"\nlineage and redline: {peak:.0f} MB at most")  # noqa: T201
    assert peak <= 200


def test_pairs_of_twenty_thousand_points():
    dice = random.Random(5)
    texts = [sample_regulations.say(dice, 2) for _ in range(20_000)]

    corpus, building = timed(Corpus, texts)
    _, looking = timed(lambda: [corpus.neighbours(index, 0.6) for index in range(0, 20_000, 40)])

    print(f"\n20,000 texts: corpus {building:.1f} s, 500 look-ups {looking:.1f} s")  # noqa: T201
    assert building <= 30
