import os
import zipfile

import pytest

from submissions.readers.document import Kind, Problem
from submissions.readers.kinds import Sniffed, kind_of, media_type_of, sniff
from tests.submissions.documents import MACRO_TYPE, compound, docx, package, write, zipped

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"}
MAIL = "Received: from may-chu\r\nFrom: Mau <mau@example.vn>\r\nSubject: Gui gop y\r\n\r\nKinh gui"
PROSE = "Kính gửi: Văn phòng, Ban Tổ chức, Ban Nội chính;\nCăn cứ Quy định;\nXin góp ý như sau."

SIGNS = {
    Kind.DOCX: docx("x"),
    Kind.XLSX: package({"xl/workbook.xml": "<workbook/>"}, main="xl/workbook.xml", main_type=SHEET_TYPE),
    Kind.ODT: zipped(ODT),
    Kind.ZIP: zipped({"gop-y.docx": "x"}),
    Kind.PDF: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    Kind.RTF: b"{\\rtf1\\ansi x}",
    Kind.MAIL: MAIL.encode(),
    Kind.IMAGE: b"\x89PNG\r\n\x1a\n" + bytes(20),
    Kind.TEXT: PROSE.encode(),
    Kind.CSV: b"So,Ten,Ngay\n1,An,2021-09-07\n2,Binh,2021-09-08\n",
    Kind.OTHER: b"MZ\x90\x00" + bytes(100),
}


@pytest.mark.parametrize("kind", SIGNS)
@pytest.mark.parametrize("name", ["gop-y.docx", "khong-duoi"])
def test_a_kind_is_known_by_its_bytes_whatever_its_name(tmp_path, kind, name):
    assert kind_of(write(tmp_path, name, SIGNS[kind])) == kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (docx("x", main_type=MACRO_TYPE), Kind.DOCX),
        (docx("x", main="tai-lieu/a.xml"), Kind.DOCX),
        (package({"ppt/p.xml": "<p/>"}, main="ppt/p.xml", main_type=SLIDES_TYPE), Kind.OTHER),
        (zipped({**ODT, "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), Kind.OTHER),
        (b"\r\n\r\nrac truoc %PDF-1.4", Kind.PDF),
        (bytes(2000) + b"%PDF-1.4", Kind.OTHER),
        (b"\xff\xd8\xff\xe0" + bytes(20), Kind.IMAGE),
        (b"II*\x00" + bytes(20), Kind.IMAGE),
        (b"From nguoi-gui Mon Sep 6\r\n" + MAIL.encode(), Kind.MAIL),
        (b"Subject: khong phai thu\nchi la van ban", Kind.TEXT),
        (PROSE.encode("utf-16"), Kind.TEXT),
        (PROSE.encode("utf-16-le"), Kind.TEXT),
        (PROSE.encode("utf-8-sig"), Kind.TEXT),
        ("Bé tr\xadëng Bé Néi vô".encode("cp1252"), Kind.TEXT),
        ("Kính gửi\0".encode(), Kind.TEXT),
        ("Số;Tên\n1;An\n2;Bình\n".encode(), Kind.CSV),
        (b"<!DOCTYPE html><html><body>x</body></html>", Kind.OTHER),
        (b"\xef\xbb\xbf  <!-- a --><!-- b --><HTML>", Kind.OTHER),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", Kind.OTHER),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>", Kind.OTHER),
        (b"#!/bin/sh\nrm -rf x", Kind.OTHER),
        (b"@echo off\r\nstart x", Kind.OTHER),
        (b"var s = new ActiveXObject('WScript.Shell')", Kind.OTHER),
        (b"\x7fELF" + bytes(20), Kind.OTHER),
        (bytes(1000), Kind.OTHER),
        (bytes(range(256)) * 40, Kind.OTHER),
    ],
)
def test_what_looks_like_another_kind_is_told_from_it(tmp_path, content, kind):
    assert kind_of(write(tmp_path, "tep", content)) == kind


@pytest.mark.parametrize(
    ("content", "sniffed"),
    [
        (b"", Sniffed(Kind.OTHER, Problem.EMPTY)),
        (b"MZ" + bytes(100), Sniffed(Kind.OTHER, Problem.WRONG_TYPE)),
        (docx("x" * 3000)[:900], Sniffed(Kind.DOCX, Problem.DAMAGED)),
        (zipped({"a.txt": "x" * 3000})[:60], Sniffed(Kind.ZIP)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(5000), Sniffed(Kind.DOC, Problem.DAMAGED)),
        (
            zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": ""}),
            Sniffed(Kind.OTHER, Problem.DAMAGED),
        ),
        (
            zipped({**ODT, "META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            Sniffed(Kind.ODT, Problem.ENCRYPTED),
        ),
        (
            b"%PDF-1.4\n" + zipped({"a.docx": "x"}, zipfile.ZIP_STORED),
            Sniffed(Kind.PDF, Problem.MISLEADING_TYPE),
        ),
        (zipped({"a.pdf": "%PDF-1.4 nội dung %%EOF " + "x" * 2000}, zipfile.ZIP_STORED), Sniffed(Kind.ZIP)),
    ],
)
def test_what_stops_a_file_shows_before_it_is_read(tmp_path, content, sniffed):
    assert sniff(write(tmp_path, "tep", content)) == sniffed


@pytest.mark.parametrize(
    ("streams", "sniffed"),
    [
        ({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}, Sniffed(Kind.DOCX, Problem.ENCRYPTED)),
        ({"WordDocument": b"\xec\xa5" + bytes(10), "1Table": b""}, Sniffed(Kind.DOC)),
        (
            {"WordDocument": b"\xec\xa5" + bytes(9) + b"\x01", "1Table": b""},
            Sniffed(Kind.DOC, Problem.ENCRYPTED),
        ),
        ({"Workbook": b"x"}, Sniffed(Kind.OTHER, Problem.WRONG_TYPE)),
        ({"__properties_version1.0": b"x"}, Sniffed(Kind.OTHER, Problem.WRONG_TYPE)),
    ],
)
def test_old_office_files_are_told_by_their_streams(tmp_path, streams, sniffed):
    assert sniff(write(tmp_path, "tep", compound(streams))) == sniffed


def test_a_pdf_that_is_a_zip_inside_is_misleading(tmp_path):
    stored = zipped({"a.pdf": b"%PDF-1.4\n" + b"x" * 3000 + b"%%EOF"}, zipfile.ZIP_STORED)
    with_comment = stored[:-2] + (5).to_bytes(2, "little") + b"%%EOF"

    assert sniff(write(tmp_path, "tep", with_comment)) == Sniffed(Kind.ZIP, Problem.MISLEADING_TYPE)


def test_many_comments_before_no_markup_are_judged_at_once(tmp_path):
    assert kind_of(write(tmp_path, "tep", b"<!--a-->" * 8000 + b"x")) == Kind.TEXT


def test_a_text_of_two_columns_is_a_table_where_its_name_says_so(tmp_path):
    rows = b"Ten,So\nAn,1\nBinh,2\n"

    assert sniff(write(tmp_path, "tep", rows), "bang.csv").kind == Kind.CSV
    assert sniff(write(tmp_path, "tep", rows), "thu.txt").kind == Kind.TEXT


def test_media_types_are_those_of_the_kinds():
    assert media_type_of(Kind.PDF) == "application/pdf"
    assert media_type_of(Kind.IMAGE, b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert all(media_type_of(kind) for kind in Kind)
