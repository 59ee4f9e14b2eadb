"""The founding workshop's own volume, in both forms: 92 papers, every paragraph, no empty page."""

from contextlib import closing

import pypdfium2
import pytest

from proceedings.exports.docx import write_docx
from proceedings.exports.files import chosen_fonts
from proceedings.exports.pdf import write_pdf
from proceedings.exports.proceedings import proceedings_of
from proceedings.exports.tree import Heading, plain_text
from proceedings.models import Contribution, Workshop
from proceedings.sample.load import load_founding
from proceedings.vocabulary import Audience
from tests.proceedings.exports.documents import pages_of, squeezed
from tests.proceedings.exports.test_docx import as_pdf, needs_soffice

pytestmark = pytest.mark.django_db

MARGIN = 20 / 25.4 * 72  # points: 20 mm at head and foot


@pytest.fixture
def volume(now):
    load_founding(now=now)
    return proceedings_of(Workshop.objects.get(), audience=Audience.PUBLIC, created=now)


def headings_of(volume):
    return [block for block in volume.blocks if isinstance(block, Heading)]


def _without_head_and_foot(path):
    """The text of each page after the cover, of what stands between the margins: paragraphs run on across pages."""
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        top = pdf[0].get_height() - MARGIN
        return [page.get_textpage().get_text_bounded(bottom=MARGIN, top=top) for page in pdf][1:]


def first_page_of(title, pages, start):
    return next(place for place in range(start, len(pages)) if squeezed(title) in pages[place])


def test_pdf_holds_every_paragraph_of_the_tree_in_order(volume, tmp_path):
    (path,) = write_pdf(volume, tmp_path, fonts=chosen_fonts())
    text = squeezed(" ".join(_without_head_and_foot(path)))

    position = 0
    for block in volume.blocks:
        for expected in plain_text(block):
            found = text.find(squeezed(expected), position)
            assert found >= 0, expected
            position = found + len(squeezed(expected))


@needs_soffice
def test_docx_in_libreoffice_has_92_papers_each_on_a_page_of_its_own_and_no_empty_page(volume, tmp_path):
    pages = [
        squeezed(page)
        for page in pages_of(as_pdf(write_docx(volume, tmp_path / "proceedings.docx"), tmp_path))
    ]

    papers = [heading for heading in headings_of(volume) if heading.anchor.startswith("contribution-")]
    assert len(papers) == 92
    starts, place = [], 1
    for paper in papers:
        place = first_page_of(paper.text, pages, place)
        starts.append(place)
        place += 1
    assert len(set(starts)) == 92
    assert all(len(page) > 40 for page in pages), "an empty page"


def test_headings_follow_the_speakers_and_then_the_themes(volume):
    numbers = [int(heading.anchor.split("-")[1]) for heading in headings_of(volume) if heading.anchor]

    live = Contribution.objects.presented().in_speaking_order().values_list("number", flat=True)
    assert numbers[:15] == list(live)
    assert sorted(numbers) == list(range(1, 93))
