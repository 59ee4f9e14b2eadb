"""An editor takes the proceedings home for Word and for the printer; a broken download is taken up again."""

import hashlib

import docx
import pypdfium2
import pytest

from tests.journeys.conftest import WORKSHOP

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def downloads(published, visit):
    """The page of the downloads, as an editor sees it."""
    page = visit(as_="bien-tap")
    page.goto(f"{WORKSHOP}downloads/")
    return page


def test_the_pdf_is_saved_and_opens(downloads, tmp_path):
    path = _take(downloads, "proceedings.pdf", tmp_path)

    document = pypdfium2.PdfDocument(path)
    page_count, text = len(document), document[0].get_textpage().get_text_range()
    document.close()
    assert page_count > 92
    assert "KỶ YẾU" in text.upper()


def test_the_docx_is_saved_and_opens_with_its_headings(downloads, tmp_path):
    path = _take(downloads, "proceedings.docx", tmp_path)

    paragraphs = docx.Document(path).paragraphs
    headings = [paragraph.text for paragraph in paragraphs if paragraph.style.name.startswith("Heading")]
    assert len(headings) > 92


def test_the_saved_file_has_the_hash_that_the_page_tells(downloads, tmp_path):
    path = _take(downloads, "proceedings.pdf", tmp_path)

    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()

    assert f"{sha256}  {path.name}" in downloads.locator(".hashes").inner_text()


@pytest.mark.parametrize("name", ["proceedings.pdf", "proceedings.docx"])
def test_a_broken_download_goes_on_where_it_stopped(downloads, name):
    address, ask = f"{WORKSHOP}downloads/{name}", downloads.request
    whole = ask.get(address)
    size, etag = len(whole.body()), whole.headers["etag"]
    stopped = size // 3

    rest = ask.get(address, headers={"Range": f"bytes={stopped}-", "If-Range": etag})

    assert rest.status == 206
    assert rest.headers["content-range"] == f"bytes {stopped}-{size - 1}/{size}"
    assert whole.body()[:stopped] + rest.body() == whole.body()


def _take(page, name, folder):
    with page.expect_download() as started:
        page.locator(f"main a[href$='/downloads/{name}']").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path
