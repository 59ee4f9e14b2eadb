import datetime

import pytest

from proceedings.exports.akoma_ntoso import Identity, Version, write_akoma_ntoso
from proceedings.sample import regulation
from proceedings.text.provisions import plain_text
from proceedings.text.structure import provisions, read_structure
from submissions.examination import examine
from submissions.readers.document import Kind, Problem, State
from tests.submissions.documents import write

IDENTITY = Identity(
    workshop="hoi-thao-mau",
    text="quy-che",
    title="Quy chế mẫu",
    body="Ban Mẫu",
    versions=(Version(1, datetime.date(2021, 6, 28)),),
)


@pytest.fixture(scope="module")
def tree():
    """The first sample draft as the engines read it."""
    return provisions(read_structure(regulation.drafts()[0].paragraphs).texts[-1])


@pytest.fixture
def read(tmp_path):
    """Read bytes as an arriving file."""

    def begin(content):
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        return examine(write(tmp_path, "received", content), name="final-text.akn.xml", scratch=scratch)

    return begin


def test_what_was_exported_comes_back_with_the_same_provisions(read, tree):
    examined = read(write_akoma_ntoso(tree, IDENTITY))

    document = examined.document
    assert (document.kind, document.state) == (Kind.AKOMA_NTOSO, State.READ)
    assert not examined.stopping_flag
    again = provisions(read_structure([paragraph.text for paragraph in document.paragraphs]).texts[-1])
    assert plain_text(again) == plain_text(tree)
    assert [node.path for node in again] == [node.path for node in tree]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda data: data[: len(data) // 2], Problem.DAMAGED),
        (lambda data: data.replace(b"<akomaNtoso", b"<!DOCTYPE x><akomaNtoso", 1), Problem.DECLARES_ENTITIES),
        (
            lambda data: b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>",
            Problem.DAMAGED,
        ),
        (lambda data: b"<akomaNtoso><!DOCTYPE x></akomaNtoso>", Problem.DECLARES_ENTITIES),
    ],
)
def test_a_file_that_is_no_text_is_refused(read, tree, change, problem):
    document = read(change(write_akoma_ntoso(tree, IDENTITY))).document

    assert (document.state, document.problem) == (State.REFUSED, problem)


def test_a_mark_of_secrecy_in_the_metadata_is_found(read, tree):
    data = write_akoma_ntoso(tree, IDENTITY).replace("Quy chế mẫu".encode(), "TUYỆT MẬT".encode())

    assert read(data).is_secret
