"""A DOCX made of fragments, read in the test's own process."""

import pytest

from submissions.readers import docx
from tests.submissions import documents


@pytest.fixture
def read(tmp_path):
    """Read a DOCX of paragraphs and tables: ``read("words", "<w:p/>", parts={…})``."""

    def make(*body, **given):
        return docx.read(documents.write(tmp_path, "van-ban.docx", documents.docx(*body, **given)), tmp_path)

    return make


@pytest.fixture
def texts(read):
    """Return only the texts of the paragraphs."""

    def make(*body, **given):
        return [paragraph.text for paragraph in read(*body, **given).paragraphs]

    return make
