"""Files of every kind, good and hostile: each ends read or refused with a reason, within the limits."""

import os
import shutil
import time

import pytest

from submissions.jail.convert import find_converter
from submissions.readers.document import Kind, Problem, State
from submissions.reading import read
from tests.submissions.documents import (
    TRANSITIONAL,
    docx,
    level,
    listed,
    numbering,
    package,
    paragraph,
    root,
    run,
    table,
    write,
    zipped,
)  # fmt: skip

W = f'xmlns:w="{TRANSITIONAL}"'
ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ROMAN = numbering({0: [level(0, "upperRoman", "%1%9" * 5000)]}, {1: (0, "")})
ROUND = root("styles", '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>')
needs_libreoffice = pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed")


@pytest.fixture
def open_(tmp_path):
    """Read bytes that came under a name."""

    def begin(content, name="gop-y.docx", **given):
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        return read(write(tmp_path, "received", content), name=name, scratch=scratch, **given)

    return begin


def padding(size):
    """A comment that no compression makes smaller, so that the ratio betrays nothing."""
    return f"<!--{os.urandom(size // 2).hex()}-->"


def body_of(xml):
    return package({"word/document.xml": f"<w:document {W}><w:body>{xml}</w:body></w:document>"})


HOSTILE = {
    "entities": (
        lambda: package({"word/document.xml": f"{ENTITY}<w:document {W}><w:p>&x;</w:p></w:document>"}),
        Problem.DECLARES_ENTITIES,
    ),
    "entities in a header": (
        lambda: docx("x", parts={"word/header1.xml": "<!DOCTYPE a><a/>"}),
        Problem.DECLARES_ENTITIES,
    ),
    "1.5 million paragraphs, crushed": (lambda: docx("<w:p/>" * 1_500_000), Problem.UNPACKS_TOO_LARGE),
    "1.5 million paragraphs": (lambda: docx(padding(600_000) + "<w:p/>" * 1_500_000), Problem.TOO_LONG),
    "1.5 million words": (
        lambda: docx(padding(600_000) + "<w:p><w:r><w:t/></w:r></w:p>" * 1_500_000),
        Problem.TOO_LONG,
    ),
    "a bomb": (lambda: docx("x", parts={"word/media/a.bin": bytes(100_000_000)}), Problem.UNPACKS_TOO_LARGE),
    "too many parts": (
        lambda: docx("x", parts={f"word/media/{number}": b"" for number in range(5001)}),
        Problem.TOO_MANY_PARTS,
    ),
    "100,000 levels": (
        lambda: body_of(padding(200_000) + "<w:sdt><w:sdtContent>" * 50_000
                        + "</w:sdtContent></w:sdt>" * 50_000),
        Problem.TOO_DEEP,
    ),
    "tables in tables": (lambda: docx(nested(80)), Problem.TOO_DEEP),
    "cut in the middle": (lambda: docx("x" * 5000)[:700], Problem.DAMAGED),
    "XML cut in the middle": (lambda: package({"word/document.xml": "<w:document"}), Problem.DAMAGED),
    "no body": (lambda: package({"word/document.xml": f"<w:document {W}/>"}), Problem.DAMAGED),
    "one huge word": (lambda: docx(padding(200_000) + paragraph("a" * 11_000_000)), Problem.TOO_LONG),
    "a huge text": (lambda: docx(padding(200_000) + paragraph("a" * 9_000_000)), Problem.TOO_LONG),
    "nothing": (lambda: b"", Problem.EMPTY),
    "a program": (lambda: b"MZ" + bytes(500), Problem.WRONG_TYPE),
    "a page": (lambda: b"<html><script>alert(1)</script></html>", Problem.WRONG_TYPE),
    "noise": (lambda: os.urandom(50_000), Problem.WRONG_TYPE),
    "51 MB": (lambda: bytes(50_000_001), Problem.TOO_LARGE),
}  # fmt: skip


def nested(times):
    inside = paragraph("x")
    for _ in range(times):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    return inside


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason_in_time(open_, case):
    make, problem = HOSTILE[case]
    content = make()
    began = time.monotonic()

    document = open_(content)

    assert (document.state, document.problem) == (State.REFUSED, problem)
    assert document.paragraphs == ()
    assert time.monotonic() - began < 25


@pytest.mark.parametrize(
    "content",
    [
        docx("x", parts={"word/numbering.xml": "<<<"}),
        docx(listed("x", 1), parts={"word/numbering.xml": ROMAN}),
        docx(paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 5000, "x")),
        docx("x", relations=[("image", "\0\uffff", True)]),
        docx(table(*[["a"] * 60] * 60)),
        docx(paragraph(run("x" * 2000, "<w:vanish/>"), "y")),
        docx(paragraph("x", properties='<w:pStyle w:val="A"/>'), parts={"word/styles.xml": ROUND}),
    ],
    ids=["numbering", "roman", "fields", "relation", "table", "hidden", "styles"],
)  # fmt: skip
def test_an_odd_file_ends_one_way_or_the_other(open_, content):
    document = open_(content)

    assert document.state == State.READ or document.problem in (Problem.DAMAGED, Problem.READER_FAILED)


@pytest.mark.parametrize("name", ["gop-y.docx.exe", "gop-y.pdf.lnk", "góp ý.scr "])
def test_a_name_that_starts_a_program_is_refused(open_, name):
    assert open_(docx("x"), name).problem == Problem.MISLEADING_TYPE


@pytest.mark.parametrize("name", ["góp\0ý.docx", "ạ" * 255, "../../x.docx", "", "gop-y.pdf"])
def test_any_other_name_does_not_matter(open_, name):
    assert open_(docx("Nhất trí"), name).text == "Nhất trí"


@needs_libreoffice
@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [(rb"{\rtf1\ansi Nh\u7845?t tr\u237? {\b d\u7921? th\u7843?o}}", "a.rtf", Kind.RTF)],
)
def test_what_libreoffice_knows_is_converted_and_read(open_, content, name, kind):
    document = open_(content, name)

    assert (document.kind, document.state, document.text) == (kind, State.READ, "Nhất trí dự thảo")


@needs_libreoffice
def test_an_embedded_object_of_a_rich_text_is_told(open_):
    package = b"0105000002000000" + b"080000005061636b61676500" + b"0000000000000000" + b"0400000061626364"
    document = open_(rb"{\rtf1\ansi x {\object\objemb{\*\objdata %s}{\result y}}}" % package, "a.rtf")

    assert document.embedded


def test_rich_text_that_promises_more_than_it_has_is_not_waited_for(open_):
    document = open_(b"{\\rtf1 van ban mau\\bin2000000000 x}", "gop-y.rtf")

    assert (document.state, document.problem) == (State.REFUSED, Problem.DAMAGED)


def test_without_libreoffice_a_person_is_asked(open_, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("submissions.jail.convert._PLACES", ())

    document = open_(b"{\\rtf1 x}", "a.rtf")

    assert (document.state, document.problem) == (State.NEEDS_PERSON, Problem.NO_CONVERTER)


def test_nothing_but_members_stays_in_the_scratch_folder(open_, tmp_path):
    open_(docx("x"))
    open_(zipped({"a.txt": "Nhất trí"}), "a.zip")

    assert len(list((tmp_path / "scratch").rglob("*"))) == 1


@pytest.mark.skipif(shutil.which("tesseract") is not None, reason="tesseract is installed")
def test_without_tesseract_a_picture_waits_for_a_person(open_):
    assert open_(b"\x89PNG\r\n\x1a\n" + bytes(50), "a.png", recognise=True).state != State.READ
