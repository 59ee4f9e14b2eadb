import shutil
import time
import zipfile

import pytest
from lxml import etree

from proceedings.exports.docx_styles import W
from proceedings.exports.working_docx import write_working_docx
from proceedings.text.returned import DraftName
from proceedings.text.returned_differences import Origin, ReturnedChange, compare_returned
from submissions.readers.document import Kind, ReadDocument, State, from_json, to_json
from submissions.readers.docx import read
from submissions.returned_drafts import read_round_trip, returned_draft
from tests.proceedings.exports.office import Office, needs_soffice
from tests.proceedings.exports.provision_trees import REGULATION
from tests.proceedings.exports.test_working_docx import DOCUMENT, DRAFT

NAMES = {"w": W}
SIGNED = f'xmlns:w="{W}" w:id="9001" w:author="A" w:date="2026-01-02T03:04:05Z"'


#: Deletes a điểm with its paragraph, edits a word, adds a paragraph, and pastes a heading once more at the end.
EDITING = """
Find(document, "a) Kịp thời;")
Dispatch(document, "Delete", Array())
Dispatch(document, "Delete", Array())
Find(document, "Đúng chức năng")
Dispatch(document, "InsertText", Named("Text", "Rất đúng chức năng"))
Find(document, "lặp lại")
Dispatch(document, "GoToEndOfPara", Array())
Dispatch(document, "InsertPara", Array())
Dispatch(document, "InsertText", Named("Text", "3. Khoản hoàn toàn mới."))
Find(document, "Điều 1. Phạm vi điều chỉnh")
Dispatch(document, "GoToStartOfPara", Array())
Dispatch(document, "EndOfParaSel", Array())
Dispatch(document, "Copy", Array())
Dispatch(document, "GoToEndOfDoc", Array())
Dispatch(document, "InsertPara", Array())
Dispatch(document, "Paste", Array())
"""


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory):
    return write_working_docx(REGULATION, DRAFT, DOCUMENT, tmp_path_factory.mktemp("out") / "draft.docx")


@pytest.fixture
def edited(sent_out, tmp_path):
    """Edit the body of the file that went out, and return what the reader makes of it."""

    def edit(change):
        path = tmp_path / "edited.docx"
        with zipfile.ZipFile(sent_out) as source, zipfile.ZipFile(path, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "word/document.xml":
                    root = etree.fromstring(data)
                    change({"".join(p.itertext()): p for p in root.iter(f"{{{W}}}p")})
                    data = etree.tostring(root)
                target.writestr(name, data)
        return compare_returned(REGULATION, DRAFT, returned_draft(read(path, tmp_path)))

    return edit


def told(comparison):
    return [(d.change, d.path) for d in comparison.differences]


def wrapped(run, tag):
    """Put a run into a tracked change."""
    change = etree.fromstring(f"<w:{tag} {SIGNED}/>")
    run.addprevious(change)
    change.append(run)
    if tag == "del":
        for text in run.iter(f"{{{W}}}t"):
            text.tag = f"{{{W}}}delText"


def test_file_that_nobody_edited_has_no_differences(sent_out, tmp_path):
    document, returned = read_round_trip(sent_out, name="draft.docx", scratch=tmp_path)

    found = compare_returned(REGULATION, DRAFT, returned)

    assert document.state is State.READ
    assert (found.differences, found.origin, found.draft) == ((), Origin.SAME, DRAFT)


@needs_soffice
def test_file_saved_by_libreoffice_has_no_differences_and_an_edited_one_those_made(sent_out, tmp_path):
    office = Office(tmp_path)
    saved = office.save_again(sent_out)
    edited = office.edit(saved, EDITING)

    found = compare_returned(REGULATION, DRAFT, returned_draft(read(saved, tmp_path)))
    assert (found.differences, found.origin, found.draft, found.lost_ids) == ((), Origin.SAME, DRAFT, 0)

    found = compare_returned(REGULATION, DRAFT, returned_draft(read(edited, tmp_path)))
    assert [(d.change.value, d.path, d.new) for d in found.differences] == [
        ("changed", "dieu-2.khoan-1", "1. Rất đúng chức năng, nhiệm vụ."),
        ("deleted", "dieu-2.khoan-2.diem-a", ""),
        ("new", "", "3. Khoản hoàn toàn mới."),
        ("new", "", "Điều 1. Phạm vi điều chỉnh"),
    ]
    assert found.repeated_ids == 1


def test_edited_word_is_a_change(edited):
    def change(paragraphs):
        paragraphs["a) Kịp thời;"].find(".//w:t", NAMES).text = "a) Kịp thời, đầy đủ;"

    assert told(edited(change)) == [(ReturnedChange.CHANGED, "dieu-2.khoan-2.diem-a")]


def test_tracked_changes_are_read_as_proposed_and_counted(edited):
    def change(paragraphs):
        wrapped(paragraphs["a) Kịp thời;"].find("w:r", NAMES), "del")
        gone = paragraphs["d) Chính xác;"]
        mark = etree.SubElement(gone.find("w:pPr", NAMES), f"{{{W}}}rPr")
        mark.append(etree.fromstring(f"<w:del {SIGNED}/>"))
        wrapped(gone.find("w:r", NAMES), "del")

    found = edited(change)

    assert told(found) == [
        (ReturnedChange.DELETED, "dieu-2.khoan-2.diem-a"),
        (ReturnedChange.DELETED, "dieu-2.khoan-2.diem-d"),
    ]
    assert found.tracked_changes == 3  # the mark of a paragraph is one, too


def test_id_left_without_words_belongs_to_nothing(edited):
    def change(paragraphs):
        gone, following = paragraphs["a) Kịp thời;"], paragraphs["d) Chính xác;"]
        for sign in (gone.find("w:bookmarkEnd", NAMES), gone.find("w:bookmarkStart", NAMES)):
            following.insert(1, sign)
        gone.getparent().remove(gone)

    assert told(edited(change)) == [(ReturnedChange.DELETED, "dieu-2.khoan-2.diem-a")]


def test_id_that_begins_before_its_paragraph_goes_with_it(edited):
    def change(paragraphs):
        moved = paragraphs["a) Kịp thời;"]
        moved.addprevious(moved.find("w:bookmarkStart", NAMES))
        moved.addnext(moved.find("w:bookmarkEnd", NAMES))
        moved.find(".//w:t", NAMES).text = "a) Hoàn toàn khác đi và không giống gì;"

    found = edited(change)

    assert told(found) == [(ReturnedChange.CHANGED, "dieu-2.khoan-2.diem-a")]
    assert not found.differences[0].by_content


def test_paragraph_parted_by_enter_keeps_its_id_at_the_first_part(edited):
    def change(paragraphs):
        first = paragraphs["Điều 1. Phạm vi điều chỉnh"]
        second = etree.fromstring(f'<w:p xmlns:w="{W}"><w:r><w:t>phần sau</w:t></w:r></w:p>')
        second.append(first.find("w:bookmarkEnd", NAMES))
        first.find(".//w:t", NAMES).text = "Điều 1. Phạm vi, đối tượng"
        first.addnext(second)

    (found,) = edited(change).differences

    assert (found.change, found.path) == (ReturnedChange.CHANGED, "dieu-1")
    assert found.new.startswith("Điều 1. Phạm vi, đối tượng\nphần sau\nQuy chế này")


def test_empty_paragraph_before_takes_no_id(edited):
    def change(paragraphs):
        first = paragraphs["Điều 1. Phạm vi điều chỉnh"]
        empty = etree.fromstring(f'<w:p xmlns:w="{W}"/>')
        empty.append(first.find("w:bookmarkStart", NAMES))
        first.addprevious(empty)

    found = edited(change)

    assert (found.differences, found.lost_ids) == ((), 0)


def test_file_of_another_draft_is_told(sent_out, tmp_path):
    _, returned = read_round_trip(sent_out, name="draft.docx", scratch=tmp_path)

    found = compare_returned(REGULATION, DraftName("hoi-thao-mau", "quy-che-phoi-hop", 3), returned)

    assert (found.origin, found.draft, found.differences) == (Origin.OTHER, DRAFT, ())


def test_any_other_file_is_no_draft(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Văn bản khác")
    shutil.copy(path, tmp_path / "b.txt")

    document, returned = read_round_trip(path, name="a.txt", scratch=tmp_path)

    assert (document.kind, returned.draft) == (Kind.TEXT, None)


def test_thousands_of_ids_that_never_end_cost_no_time(edited):
    def change(paragraphs):
        first = paragraphs["Điều 1. Phạm vi điều chỉnh"]
        for number in range(5_000):
            name = f"_ky_{number:08x}_{number:012x}" if number else "_ky_" + "a" * 100_000
            sign = etree.SubElement(first, f"{{{W}}}bookmarkStart")
            sign.set(f"{{{W}}}id", f"x{number}")
            sign.set(f"{{{W}}}name", name)
            first.addprevious(etree.fromstring(f'<w:p xmlns:w="{W}"/>'))

    begun = time.process_time()
    found = edited(change)

    assert time.process_time() - begun < 3
    assert found.differences == ()


def test_ids_survive_the_way_out_of_the_jail(sent_out, tmp_path):
    document = read(sent_out, tmp_path)

    assert from_json(to_json(document)) == document
    assert isinstance(document, ReadDocument)
    assert all(len(paragraph.bookmarks) == 1 for paragraph in document.paragraphs)
