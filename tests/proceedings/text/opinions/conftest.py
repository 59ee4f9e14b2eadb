"""The draft that the letters are about: draft 1 of the sample regulation."""

import pytest

from proceedings.sample import regulation
from proceedings.text.opinions import DraftIndex
from proceedings.text.structure import provisions, read_structure

NAMES = ("Quy chế", "Quy chế phối hợp")


@pytest.fixture(scope="session")
def draft():
    outline = read_structure(regulation.drafts()[0].paragraphs)
    return DraftIndex(provisions(outline.texts[0]), NAMES)
