import json

import pytest

from proceedings.exports.akoma_ntoso import read_akoma_ntoso, write_akoma_ntoso
from proceedings.exports.working_docx import write_working_docx
from proceedings.text.provisions import Kind, Provision, with_paths
from proceedings.text.returned_differences import compare_returned
from submissions.readers.docx import read
from submissions.returned_drafts import returned_draft
from tests.proceedings.exports.akoma_ntoso.schema import errors_in
from tests.proceedings.exports.akoma_ntoso.test_round_trip import IDENTITY
from tests.proceedings.exports.test_working_docx import DOCUMENT, DRAFT
from tests.submissions.real_files import folder, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())


def texts():
    return sorted(folder().glob("regulation-*.json"))


def tree_of(path):
    chapters = json.loads(path.read_text())["chapters"]
    return with_paths(
        Provision(
            Kind.CHUONG,
            chapter["title"].split()[-1],
            chapter["subtitle"] or "",
            mark=chapter["title"],
            children=tuple(
                Provision(
                    Kind.DIEU,
                    article["number"].split()[-1],
                    article["heading"] or "",
                    article["body"],
                    f"{article['number']}.",
                )
                for article in chapter["articles"]
            ),
        )
        for chapter in chapters
    )


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_real_text_comes_back_from_word_without_differences(path, tmp_path):
    tree = tree_of(path)
    written = write_working_docx(tree, DRAFT, DOCUMENT, tmp_path / "draft.docx")

    assert compare_returned(tree, DRAFT, returned_draft(read(written, tmp_path))).differences == ()


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_real_text_comes_back_from_akoma_ntoso_equal(path):
    tree = tree_of(path)
    data = write_akoma_ntoso(tree, IDENTITY)

    assert errors_in(data) == []
    assert read_akoma_ntoso(data).tree == tree
