import io
import struct
import warnings
import zipfile

import pytest

from submissions.readers import safe_xml
from submissions.readers.document import Problem
from submissions.readers.failure import Unreadable, problem_of
from submissions.readers.package import Package
from tests.submissions.documents import docx, write, zipped

LAUGHS = "".join(f'<!ENTITY l{place} "{f"&l{place - 1};" * 10}">' for place in range(1, 10))


def refuse(tmp_path, content):
    with pytest.raises(Unreadable) as caught:
        Package(write(tmp_path, "tep.docx", content))
    return caught.value.problem


def test_parts_are_found_in_any_case_and_with_their_types(tmp_path):
    with Package(write(tmp_path, "tep.docx", docx("x"))) as package:
        assert package.main_part() == "word/document.xml"
        assert package.has("Word/Document.XML")
        assert "wordprocessingml.document.main" in package.type_of("word/document.xml")
        assert package.type_of("khac.xml") == "application/xml"
        with pytest.raises(Unreadable):
            package.read("khac.xml")


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"word/media/a.bin": bytes(5_000_000)}, Problem.UNPACKS_TOO_LARGE),
        ({f"word/{number}.xml": "" for number in range(5001)}, Problem.TOO_MANY_PARTS),
        ({"WORD/document.xml": "x"}, Problem.UNSAFE_ARCHIVE),
    ],
)
def test_a_package_is_refused_by_its_directory(tmp_path, parts, problem):
    assert refuse(tmp_path, docx("x", parts=parts)) == problem


def test_two_parts_of_one_name_are_refused(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "a")
        archive.writestr("word/document.xml", "b")

    assert refuse(tmp_path, buffer.getvalue()) == Problem.UNSAFE_ARCHIVE


def test_an_encrypted_part_is_refused(tmp_path):
    content = bytearray(zipped({"a.xml": "x"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert refuse(tmp_path, bytes(content)) == Problem.ENCRYPTED


def test_a_directory_that_lies_about_its_length_is_refused_before_it_is_read(tmp_path):
    content = bytearray(zipped({f"{number}.xml": "" for number in range(20)}))
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = struct.pack("<I", 0xFFFFFFF0)

    assert refuse(tmp_path, bytes(content)) == Problem.TOO_MANY_PARTS


def test_a_part_larger_than_its_directory_says_is_not_unpacked(tmp_path):
    content = bytearray(zipped({"a.xml": "x" * 5000}))
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 10)

    with Package(write(tmp_path, "tep.docx", bytes(content))) as package, pytest.raises(zipfile.BadZipFile):
        package.read("a.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.vn/a.dtd">',
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>',
    ],
)
def test_declarations_are_refused_in_any_encoding(declaration, encoding):
    head = "" if encoding == "utf-8" else '<?xml version="1.0" encoding="UTF-16"?>'

    with pytest.raises(Unreadable) as caught:
        safe_xml.parse(f"{head}{declaration}<a>&x;</a>".encode(encoding))

    assert caught.value.problem == Problem.DECLARES_ENTITIES


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("<a>" * 100_000 + "</a>" * 100_000, Problem.TOO_DEEP),
        (f"<a>{'x' * 10_500_000}</a>", Problem.TOO_LONG),
        (f"<a>{'<b/>' * 3_000_001}</a>", Problem.TOO_LONG),
        ("<a><b></a>", Problem.DAMAGED),
        ("", Problem.DAMAGED),
        ("<a>&x;</a>", Problem.DECLARES_ENTITIES),
    ],
)
def test_xml_that_no_word_writes_is_refused(content, problem):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - lxml's own types, classified in one place
        safe_xml.parse(content.encode())

    assert problem_of(caught.value)[0] == problem


def test_strict_names_become_transitional_but_not_in_the_text():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    root = safe_xml.parse(f'<w:p xmlns:w="{strict}">{strict}</w:p>'.encode())

    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    assert root.text == strict
