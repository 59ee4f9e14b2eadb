import zipfile
from datetime import UTC, datetime

import docx
import pytest
from lxml import etree

from proceedings.exports.docx_styles import W
from proceedings.exports.tree import Document
from proceedings.exports.working_docx import write_working_docx
from proceedings.text.provisions import Kind, Provision, plain_text, with_paths
from proceedings.text.returned import DraftName
from tests.proceedings.exports.office import paragraphs_of
from tests.proceedings.exports.provision_trees import REGULATION

DRAFT = DraftName("hoi-thao-mau", "quy-che-phoi-hop", 2)
DOCUMENT = Document("Quy chế phối hợp", (), datetime(2026, 1, 2, tzinfo=UTC), marks=("VĂN BẢN MẪU",))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write_working_docx(REGULATION, DRAFT, DOCUMENT, tmp_path_factory.mktemp("w") / "draft.docx")


def test_working_docx_holds_the_plain_text(written):
    assert "\n".join(paragraphs_of(written)) == plain_text(REGULATION)


def test_working_docx_has_plain_styles(written):
    used = {p.text: p.style.name for p in docx.Document(written).paragraphs}

    assert used["Chương I"] == "Heading 2"
    assert used["Điều 1. Phạm vi điều chỉnh"] == "Bài - Đề mục nhỏ"
    assert used["1. Đúng chức năng, nhiệm vụ."] == "Bài - Khoản mục"


def test_working_docx_paragraphs_stand_in_hidden_bookmarks_of_their_own(written):
    body = docx.Document(written).element.body
    names = [e.get(f"{{{W}}}name") for e in body.iter(f"{{{W}}}bookmarkStart")]

    assert len(names) == len(set(names)) == len(plain_text(REGULATION).split("\n"))
    assert all(name.startswith("_ky_") and len(name) <= 40 for name in names)


def test_working_docx_names_its_draft(written):
    with zipfile.ZipFile(written) as package:
        custom = etree.fromstring(package.read("docProps/custom.xml"))

    assert [(e.get("name"), "".join(e.itertext())) for e in custom] == [
        ("KyYeuDraft", "hoi-thao-mau/quy-che-phoi-hop/2")
    ]


def test_working_docx_of_hostile_words_is_a_file(tmp_path):
    tree = with_paths(
        [Provision(Kind.TEXT, text="<w:p/>&\x01\v\ttab\ud800"), Provision(Kind.TEXT, text="  ")]
    )

    path = write_working_docx(tree, DraftName("a<&", "b", 1), DOCUMENT, tmp_path / "a.docx")

    assert paragraphs_of(path) == ["<w:p/>&\ufffd \ttab\ufffd"]


def test_working_docx_equal_input_gives_equal_bytes(written, tmp_path):
    again = write_working_docx(REGULATION, DRAFT, DOCUMENT, tmp_path / "b.docx")

    assert again.read_bytes() == written.read_bytes()
