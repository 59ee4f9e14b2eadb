"""Files of a hostile stranger, written by code: what they are and the bytes, made only when a test asks for them."""

import io
import random
import struct
import zipfile
import zlib

from PIL import Image

from tests.submissions import documents
from tests.submissions.documents import compound, docx, package, paragraph, relationships, root, run, zipped
from tests.submissions.readers.pdfs import encrypted, lines, pdf_of, stream, written
from tests.submissions.readers.zips import Part, zip_of

W = f'xmlns:w="{documents.TRANSITIONAL}"'
SECRET = "noi-dung-cua-tep-khac"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ANCHOR = "VĂN BẢN MẪU: cơ bản nhất trí với dự thảo"


def noise(size, seed=1):
    """Hexadecimal noise that no compression makes much smaller."""
    return random.Random(seed).randbytes(size // 2).hex()


def padding(size=300_000):
    """A comment that keeps the ratio of a bomb from betraying it."""
    return f"<!--{noise(size)}-->"


# --- entities --------------------------------------------------------------------------

OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]>'
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY l0 'ha'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    + "<!ENTITY x '&l9;'>]>"
)
QUADRATIC = f"<!DOCTYPE a [<!ENTITY y '{'y' * 100_000}'><!ENTITY x '{'&y;' * 2_000}'>]>"
PARAMETER = '<!DOCTYPE a [<!ENTITY % p SYSTEM "{address}"> %p;]>'

#: Parts of a DOCX that carry text or lead to parts, each with an entity where its text would stand.
_SHOWN = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
DOCX_PARTS = {
    "word/document.xml": f"<w:document {W}><w:body>{_SHOWN}</w:body></w:document>",
    "word/styles.xml": f'<w:styles {W}><w:style w:styleId="&x;"/></w:styles>',
    "word/numbering.xml": f"<w:numbering {W}><w:abstractNum>&x;</w:abstractNum></w:numbering>",
    "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2">{_SHOWN}</w:footnote></w:footnotes>',
    "word/comments.xml": f'<w:comments {W}><w:comment w:id="1">{_SHOWN}</w:comment></w:comments>',
    "word/header1.xml": f"<w:hdr {W}>{_SHOWN}</w:hdr>",
    "word/footer1.xml": f"<w:ftr {W}>{_SHOWN}</w:ftr>",
    "word/settings.xml": f"<w:settings {W}>&x;</w:settings>",
    "docProps/core.xml": f'<c:coreProperties xmlns:c="{_CORE}" xmlns:d="{_DUBLIN}"><d:title>&x;</d:title>'
    "</c:coreProperties>",
    "docProps/app.xml": f'<Properties xmlns="{_APP}"><Company>&x;</Company></Properties>',
}
LEADING_PARTS = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")


_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def docx_with(part, declaration):
    """A good DOCX, but for the declaration in one of its parts."""
    office = [("officeDocument", "word/document.xml", False), ("core-properties", "docProps/core.xml", False),
              ("extended-properties", "docProps/app.xml", False)]  # fmt: skip
    parts = {"word/document.xml": root("document", f"<w:body>{paragraph(ANCHOR, _NOTE)}</w:body>")}
    if part in DOCX_PARTS:
        parts[part] = declaration + DOCX_PARTS[part]
    parts["_rels/.rels"] = relationships(office)
    if part in LEADING_PARTS:
        with zipfile.ZipFile(io.BytesIO(package(parts))) as made:
            whole = {name: made.read(name).decode() for name in made.namelist()}
        whole[part] = whole[part].replace("?>\n", f"?>\n{declaration}", 1)
        return zipped(whole)
    return package(parts)


def xlsx(sheet="", strings="", *, workbook_head="", main_type=SHEET, more=None):
    """A workbook of one sheet: the inside of its sheetData, the shared strings, and a declaration before it."""
    parts = {
        "xl/workbook.xml": f'{workbook_head}<workbook {X} xmlns:r="{documents.OFFICE}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheet1.xml": sheet
        if sheet.startswith("<!DOCTYPE")
        else f"<worksheet {X}><sheetData>{sheet}</sheetData></worksheet>",
        **({"xl/sharedStrings.xml": strings} if strings else {}),
        **(more or {}),
    }
    return package(parts, main="xl/workbook.xml", main_type=main_type)


def cell(words, place="A1"):
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


# --- Word files ------------------------------------------------------------------------


def nested_tables(times):
    return "<w:tbl><w:tr><w:tc>" * times + paragraph("x") + "</w:tc></w:tr></w:tbl>" * times


def loops():
    """Styles, lists and parts that lead to themselves."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 500}"/>'
        f'<w:link w:val="S{n}"/><w:next w:val="S{n}"/></w:style>'
        for n in range(500)
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:numStyleLink w:val="S{n}"/><w:styleLink w:val="S{n}"/>'
        "</w:abstractNum>"
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(20)
    )
    body = "".join(
        paragraph(
            f"{ANCHOR} {n}",
            properties=f'<w:pStyle w:val="S{n}"/><w:numPr><w:numId w:val="{n % 20 + 1}"/></w:numPr>',
        )
        for n in range(40)
    )  # fmt: skip
    return docx(
        body,
        parts={"word/styles.xml": root("styles", styles), "word/numbering.xml": root("numbering", lists)},
        relations=[("header", "document.xml", False), ("footnotes", "document.xml", False),
                   ("aFChunk", "../word/document.xml", False), ("officeDocument", "document.xml", False)],
    )  # fmt: skip


def links_outside(port):
    """Everything a DOCX can fetch, each from this machine's port, from a file and from a share."""
    addresses = [
        f"http://127.0.0.1:{port}/x.png",
        f"file:////127.0.0.1@{port}/x",
        f"\\\\127.0.0.1@{port}\\x\\x.png",
    ]
    kinds = [
        "image",
        "attachedTemplate",
        "oleObject",
        "aFChunk",
        "hyperlink",
        "frame",
        "subDocument",
        "video",
    ]
    relations = [(kind, address, True) for kind in kinds for address in addresses]
    pictures = "".join(
        f'<w:p><w:r><w:pict><v:shape style="width:99pt;height:99pt"><v:imagedata r:id="rId{n}"/></v:shape>'
        "</w:pict></w:r></w:p>"
        f'<w:altChunk r:id="rId{n}"/><w:subDoc r:id="rId{n}"/>'
        for n in range(1, len(relations) + 3)
    )
    field = paragraph(
        f'<w:fldSimple w:instr=" INCLUDEPICTURE &quot;{addresses[0]}&quot; \\d ">{run("x")}</w:fldSimple>',
        f'<w:fldSimple w:instr=" INCLUDETEXT &quot;{addresses[0]}&quot; ">{run("x")}</w:fldSimple>',
        '<w:fldSimple w:instr=" DDEAUTO cmd &quot;/c calc&quot; ">' + run("x") + "</w:fldSimple>",
    )
    settings = root("settings", '<w:attachedTemplate r:id="rId2"/>')
    return docx(ANCHOR, pictures, field, parts={"word/settings.xml": settings}, relations=relations)


def many_footnotes():
    """One footnote of 100 KB that ten thousand places refer to."""
    notes = root("footnotes", f'<w:footnote w:id="2">{paragraph(noise(100_000))}</w:footnote>')
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return docx(padding(), paragraph(ANCHOR, mark * 10_000), parts={"word/footnotes.xml": notes})


def many_headers():
    header = root("hdr", paragraph(noise(100_000)))
    section = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:pPr></w:p>'
    )
    return docx(padding(), section * 10_000, ANCHOR, parts={"word/header1.xml": header})


def endless_numbers():
    """A list whose number is 50,000 characters wide, ten thousand times."""
    lists = documents.numbering(
        {0: [documents.level(0, "lowerLetter", "%1" * 25_000, start=999_999_999)]}, {1: (0, "")}
    )
    return docx(padding(), documents.listed("x", 1) * 10_000, parts={"word/numbering.xml": lists})


def wide_cells():
    spans = '<w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
    rows = f"<w:tr><w:trPr><w:gridBefore w:val='2000000000'/></w:trPr><w:tc>{spans}{paragraph('x')}</w:tc></w:tr>"
    return docx(f"<w:tbl>{rows * 50}</w:tbl>", ANCHOR)


def many_attributes(form, count):
    return f"<w:p {' '.join(form.format(number) for number in range(count))}/>"


def odd_numbers():
    big = "9" * 400
    body = paragraph(ANCHOR, properties=f'<w:numPr><w:ilvl w:val="{big}"/><w:numId w:val="-{big}"/></w:numPr>'
                     f'<w:outlineLvl w:val="{big}"/><w:ind w:left="{big}"/>')  # fmt: skip
    symbols = f'<w:r><w:sym w:font="Symbol" w:char="{big}"/><w:sym w:char="D800"/><w:sym w:char="zz"/></w:r>'
    return docx(body, paragraph(symbols), f'<w:p><w:r><w:t xml:space="{big}">x</w:t></w:r></w:p>')


def only(what):
    """A DOCX that has text nowhere but in one place."""
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(ANCHOR)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    forms = {
        "insertions": lambda: docx(f"<w:p>{documents.inserted(ANCHOR)}</w:p>"),
        "deletions": lambda: docx(f"<w:p>{documents.deleted(ANCHOR)}</w:p>"),
        "box": lambda: docx(paragraph(box)),
        "header": lambda: docx(section, parts={"word/header1.xml": root("hdr", paragraph(ANCHOR))}),
        "footnote": lambda: docx(
            paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
            parts={
                "word/footnotes.xml": root(
                    "footnotes", f'<w:footnote w:id="2">{paragraph(ANCHOR)}</w:footnote>'
                )
            },
        ),
        "hidden": lambda: docx(paragraph(run(ANCHOR, "<w:vanish/>"))),
        "nothing": lambda: docx("<w:p/>"),
    }
    return forms[what]()


# --- PDF -------------------------------------------------------------------------------


def page_loop():
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
    objects |= {
        n: f"<</Type/Pages/Kids[{n + 1 if n < 40 else 2} 0 R]/Count 1/Parent {n} 0 R>>".encode()
        for n in range(2, 41)
    }
    return written(objects)


def form_loop():
    """A drawing that draws itself, twice each time."""
    form = stream(
        b"/A Do /A Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 100 0 R>>>>"
    )
    return pdf_of("/A Do" + lines(ANCHOR_ASCII), extra=[form], resources="/XObject<</A 100 0 R>>")


def form_fan():
    """Ten levels of drawings, each drawing the next one ten times, with a word at the end."""
    forms = [
        stream(
            (f"/A{n + 1} Do " * 10).encode() if n < 9 else b"BT /F 9 Tf 9 9 Td (ha) Tj ET",
            "/Type/XObject/Subtype/Form/BBox[0 0 999 999]/Resources<</Font<</F 3 0 R>>"
            f"/XObject<</A{n + 1} {101 + n} 0 R>>>>",
        )
        for n in range(10)
    ]
    return pdf_of("/A0 Do", extra=forms, resources="/XObject<</A0 100 0 R>>")


ANCHOR_ASCII = "Van ban mau: co ban nhat tri"


def stream_bomb():
    """A page of a gigabyte of blanks, packed twice."""
    packer = zlib.compressobj(9)
    pieces = [packer.compress(b" " * 1_000_000) for _ in range(1000)]
    data = zlib.compress(b"".join([*pieces, packer.flush()]), 9)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        4: stream(data, "/Filter[/FlateDecode/FlateDecode]"),
    }  # fmt: skip
    return written(objects)


def million_letters():
    words = b"BT /F 9 Tf 1 0 0 1 9 9 Tm (" + b"ha ha " * 20 + b") Tj ET\n"
    data = zlib.compress(words * 60_000, 9)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        4: stream(data, "/Filter/FlateDecode"),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    }  # fmt: skip
    return written(objects)


def deep_array():
    return pdf_of(lines(ANCHOR_ASCII), catalog="/X " + "[" * 100_000 + "]" * 100_000)


def active_pdf(port):
    actions = [
        f"<</S/URI/URI(http://127.0.0.1:{port}/)>>", "<</S/JavaScript/JS(app.alert\\(1\\))>>",
        "<</S/Launch/F(cmd.exe)>>", f"<</S/SubmitForm/F<</FS/URL/F(http://127.0.0.1:{port}/)>>>>",
        "<</S/GoToR/F(\\\\\\\\127.0.0.1\\\\x)>>",
    ]  # fmt: skip
    return pdf_of(
        lines(ANCHOR_ASCII),
        extra=actions,
        catalog="/OpenAction 101 0 R/AA<</WC 102 0 R/WS 103 0 R>>/Names<</JavaScript<</Names[(a) 101 0 R]>>>>",
        annots="/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A 100 0 R>>]",
    )


def picture_pdf(width, height, filter_name="FlateDecode", data=b""):
    """A page that is one picture of so many pixels, with a filter whose data are what they are."""
    data = data or zlib.compress(bytes(width // 8 * height), 9)
    image = stream(data, f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 1"
                   f"/ColorSpace/DeviceGray/Filter/{filter_name}")  # fmt: skip
    return pdf_of("q 595 0 0 842 0 0 cm /I Do Q", extra=[image], resources="/XObject<</I 100 0 R>>")


def many_pages(count, boxes="/MediaBox[0 0 595 842]"):
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{'10 0 R ' * count}]/Count {count}>>".encode(),
        10: f"<</Type/Page/Parent 2 0 R{boxes}/Resources<</Font<</F 3 0 R>>>>/Contents 11 0 R>>".encode(),
        11: stream(lines(ANCHOR_ASCII).encode()),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    }
    return written(objects)


# --- the others ------------------------------------------------------------------------


def png(width, height):
    """A PNG of one colour, small whatever its measures say; a bit a pixel."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + -(-width // 8))
    data = b"".join([*(packer.compress(row) for _ in range(min(height, 60_000))), packer.flush()])
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def tiff(pages):
    out = io.BytesIO()
    images = [Image.new("1", (40, 40), n % 2) for n in range(pages)]
    images[0].save(out, "TIFF", save_all=True, append_images=images[1:])
    return out.getvalue()


def tiff_loop():
    """A directory of a TIFF whose next one is itself."""
    tags = {
        256: (3, 8),
        257: (3, 8),
        258: (3, 1),
        259: (3, 1),
        262: (3, 1),
        273: (4, 200),
        278: (3, 8),
        279: (4, 8),
    }
    entries = [(tag, kind, 1, value) for tag, (kind, value) in tags.items()]
    packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return (
        b"II*\0"
        + struct.pack("<I", 8)
        + struct.pack("<H", len(entries))
        + packed
        + struct.pack("<I", 8)
        + bytes(200)
    )


def rtf(inside):
    return ("{\\rtf1\\ansi\\ansicpg1252 " + inside + "}").encode("latin-1")


def odt(content, more=None):
    office = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    )
    head, body = content if isinstance(content, tuple) else ("", content)
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<?xml version="1.0"?>{head}<office:document-content {office} office:version="1.2">'
        "<office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        **(more or {}),
    }
    return zipped(parts)


def mail(body, kind="text/plain; charset=utf-8", head=""):
    return (
        f"From: mau@example.vn\r\nTo: ban@example.vn\r\nSubject: mau\r\nMIME-Version: 1.0\r\n{head}"
        f"Content-Type: {kind}\r\n\r\n{body}"
    ).encode()


def mails_in_mails(times):
    inner = mail(ANCHOR)
    for _ in range(times):
        inner = mail("", "message/rfc822").rstrip() + b"\r\n\r\n" + inner
    return inner


def parts_of_mail(count, part="Content-Type: text/plain\r\n\r\nx"):
    return mail(
        "".join(f"--B\r\n{part}\r\n" for _ in range(count)) + "--B--", 'multipart/mixed; boundary="B"'
    )


def nested_multiparts(count):
    body = "".join(
        f'--B{n}\r\nContent-Type: multipart/mixed; boundary="B{n + 1}"\r\n\r\n' for n in range(count)
    )
    return mail(body, 'multipart/mixed; boundary="B0"')


def nested_zips(times):
    inner = zipped({"thu.txt": ANCHOR})
    for _ in range(times):
        inner = zipped({"trong.zip": inner})
    return inner


def fat_loop():
    """A compound file whose chain of sectors runs in a ring."""
    content = bytearray(compound({"WordDocument": b"\xec\xa5" + bytes(8000)}))
    content[512 + 4 * 2 : 512 + 4 * 40] = b"".join(struct.pack("<I", 2 + (n + 1) % 16) for n in range(38))
    return bytes(content)


#: What a stranger may send, by a word for it: the name it comes under and how it is made.
FILES = {
    # Word
    "docx: loops": ("a.docx", loops),
    "docx: 500 tables in tables": ("a.docx", lambda: docx(padding(60_000), nested_tables(500))),
    "docx: 100,000 elements deep": (
        "a.docx",
        lambda: docx(padding(), "<w:smartTag>" * 100_000 + "</w:smartTag>" * 100_000),
    ),
    "docx: 1.5 million paragraphs": (
        "a.docx",
        lambda: docx(padding(3_000_000), "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 1_500_000),
    ),
    "docx: 900,000 paragraphs": (
        "a.docx",
        lambda: docx(padding(3_000_000), "<w:p><w:r><w:t>a b</w:t></w:r></w:p>" * 900_000),
    ),
    "docx: a run of 100 MB": ("a.docx", lambda: docx(padding(1_500_000), paragraph("ab " * 33_000_000))),
    "docx: a run of 9 MB": ("a.docx", lambda: docx(padding(200_000), paragraph("ab " * 3_000_000))),
    "docx: one footnote, 10,000 references": ("a.docx", many_footnotes),
    "docx: one header, 10,000 sections": ("a.docx", many_headers),
    "docx: numbers without end": ("a.docx", endless_numbers),
    "docx: cells without end": ("a.docx", wide_cells),
    "docx: numbers no word writes": ("a.docx", odd_numbers),
    "docx: a million attributes": ("a.docx", lambda: docx(padding(), many_attributes("a{0}='1'", 300_000))),
    "docx: a million namespaces": (
        "a.docx",
        lambda: docx(padding(), many_attributes("xmlns:a{0}='u{0}'", 100_000)),
    ),
    "docx: 200,000 relations": (
        "a.docx",
        lambda: docx(ANCHOR, relations=[("image", f"media/{n}.png", False) for n in range(30_000)]),
    ),
    "docx: 100,000 tracked changes": (
        "a.docx",
        lambda: docx(
            padding(2_000_000), *[f"<w:p>{documents.inserted('a')}{documents.deleted('b')}</w:p>"] * 100_000
        ),
    ),
    "docx: macros": (
        "a.docm",
        lambda: docx(
            ANCHOR,
            parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(900)},
            main_type=documents.MACRO_TYPE,
        ),
    ),
    "docx: encrypted": (
        "a.docx",
        lambda: compound(
            {"EncryptionInfo": b"\4\0\4\0\x40" + bytes(5000), "EncryptedPackage": noise(9000).encode()}
        ),
    ),
    "docx: UTF-7 declared": (
        "a.docx",
        lambda: package({"word/document.xml": f'<?xml version="1.0" encoding="UTF-7"?><w:document {W}/>'}),
    ),
    "docx: control characters": (
        "a.docx",
        lambda: package(
            {"word/document.xml": DOCX_PARTS["word/document.xml"].replace("&x;", "a&#1;&#xFFFF;\x08b")}
        ),
    ),
    **{
        f"docx: only {what}": ("a.docx", lambda what=what: only(what))
        for what in ("insertions", "deletions", "box", "header", "footnote", "hidden", "nothing")
    },
    # what LibreOffice converts
    "doc: no Word": ("a.doc", lambda: compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(9000)})),
    "doc: macros": (
        "a.doc",
        lambda: compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(9000), "_VBA_PROJECT": bytes(5000)}),
    ),
    "doc: encrypted": (
        "a.doc",
        lambda: compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(7) + b"\1" + bytes(9000)}),
    ),
    "doc: a ring of sectors": ("a.doc", fat_loop),
    "rtf: a million braces": ("a.rtf", lambda: rtf("{" * 1_000_000 + "x" + "}" * 1_000_000)),
    "rtf: binary data longer than the file": ("a.rtf", lambda: rtf(ANCHOR_ASCII + "\\bin2000000000 x")),
    "rtf: objects": (
        "a.rtf",
        lambda: rtf("{\\object\\objemb{\\*\\objdata " + "0105" * 90_000 + "}}" + ANCHOR_ASCII),
    ),
    "rtf: a picture of two billion points": (
        "a.rtf",
        lambda: rtf(ANCHOR_ASCII + "{\\pict\\wmetafile8\\picw2000000000\\pich2000000000 " + "00" * 900 + "}"),
    ),
    "rtf: 300,000 rows": ("a.rtf", lambda: rtf("\\trowd\\cellx1000 a\\intbl\\cell\\row\n" * 300_000)),
    "odt: entities": ("a.odt", lambda: odt((LAUGHS, "<text:p>&x;</text:p>"))),
    "odt: 5,000 deep": (
        "a.odt",
        lambda: odt("<text:section>" * 5_000 + "<text:p>x</text:p>" + "</text:section>" * 5_000),
    ),
    "odt: scripts": ("a.odt", lambda: odt(f"<text:p>{ANCHOR}</text:p>", {"Basic/Standard/M.xml": "<x/>"})),
    # PDF
    "pdf: a ring of pages": ("a.pdf", page_loop),
    "pdf: a drawing that draws itself": ("a.pdf", form_loop),
    "pdf: ten to the tenth drawings": ("a.pdf", form_fan),
    "pdf: a gigabyte of blanks": ("a.pdf", stream_bomb),
    "pdf: seven million letters in one place": ("a.pdf", million_letters),
    "pdf: 100,000 brackets": ("a.pdf", deep_array),
    "pdf: a page of 20,000 points": ("a.pdf", lambda: many_pages(1, "/MediaBox[0 0 20000 20000]")),
    "pdf: a page of no size": ("a.pdf", lambda: many_pages(1, "/MediaBox[0 0 0 0]")),
    "pdf: 3,000 pages": ("a.pdf", lambda: many_pages(3_000)),
    "pdf: 2,000 pages": ("a.pdf", lambda: many_pages(2_000)),
    "pdf: a picture of 4,000 megapixels": (
        "a.pdf",
        lambda: picture_pdf(64_000, 64_000, data=zlib.compress(bytes(1000))),
    ),
    "pdf: a JBIG2 picture of rubbish": (
        "a.pdf",
        lambda: picture_pdf(2000, 3000, "JBIG2Decode", b"\x97JB2" + bytes(300)),
    ),
    "pdf: a JPEG2000 picture of rubbish": (
        "a.pdf",
        lambda: picture_pdf(2000, 3000, "JPXDecode", noise(900).encode()),
    ),
    "pdf: encrypted": ("a.pdf", lambda: encrypted(lines(ANCHOR_ASCII), user=b"mat khau")),
    "pdf: no object": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(5000)),
    "pdf: a ZIP, too": ("a.pdf", lambda: pdf_of(lines(ANCHOR_ASCII)) + zip_of(Part(b"a.txt"))),
    # tables
    "xlsx: entities": ("a.xlsx", lambda: xlsx(cell("x"), workbook_head=LAUGHS)),
    "xlsx: entities in a sheet": (
        "a.xlsx",
        lambda: xlsx(f"{LAUGHS}<worksheet {X}><sheetData><row>{cell('&x;')}</row></sheetData></worksheet>"),
    ),
    "xlsx: entities in its strings": (
        "a.xlsx",
        lambda: xlsx('<row><c t="s"><v>0</v></c></row>', f"{LAUGHS}<sst {X}><si><t>&x;</t></si></sst>"),
    ),
    "xlsx: one string, 200,000 times": (
        "a.xlsx",
        lambda: xlsx(
            f"{padding()}" + '<row><c t="s"><v>0</v></c></row>' * 200_000,
            f"<sst {X}><si><t>{noise(30_000)}</t></si></sst>",
        ),
    ),
    "xlsx: the last cell of all": (
        "a.xlsx",
        lambda: xlsx(f'<row r="1048576">{cell("x", "XFD1048576")}</row>'),
    ),
    "xlsx: a cell beyond all": (
        "a.xlsx",
        lambda: xlsx(f'<row r="99999999999">{cell("x", "ZZZZZZ99999999999")}</row>'),
    ),
    "xlsx: a million rows": (
        "a.xlsx",
        lambda: xlsx(padding(2_000_000) + f"<row>{cell('a')}</row>" * 1_000_000),
    ),
    "xlsx: commands": (
        "a.xlsx",
        lambda: xlsx(
            "<row><c><f>cmd|'/c calc'!A0</f><v>1</v></c><c><f>WEBSERVICE(\"http://127.0.0.1/\")</f></c></row>"
        ),
    ),
    "xlsx: a bomb": ("a.xlsx", lambda: xlsx("<row/>" + " " * 140_000_000)),
    "xlsx: macros": (
        "a.xlsm",
        lambda: xlsx(
            f"<row>{cell('a')}</row>",
            main_type="application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            more={"xl/vbaProject.bin": bytes(90)},
        ),
    ),
    "csv: one line of 49 MB": ("a.csv", lambda: ("số;tên\n" + "a;" * 24_000_000).encode()),
    "csv: 49 MB of quotes": ("a.csv", lambda: b'a,b\n"' + b'""' * 24_000_000),
    "csv: ten million lines": ("a.csv", lambda: b"a,b\n1,2\n" + b"1,2\n" * 10_000_000),
    # text
    "txt: one line of 49 MB": ("a.txt", lambda: b"ab " * 16_000_000),
    "txt: 49 million lines": ("a.txt", lambda: b"x" + b"\n" * 49_000_000),
    "txt: a letter and 20 million lines": ("a.txt", lambda: b"a\n" * 20_000_000),
    "txt: UTF-16 without a mark": ("a.txt", lambda: (ANCHOR * 20).encode("utf-16-le")),
    "txt: UTF-16, the other way": ("a.txt", lambda: (ANCHOR * 20).encode("utf-16-be")),
    "txt: turned about": ("a.txt", lambda: (ANCHOR + "\u202e\u2066\u200b" * 1000).encode()),
    "txt: marks on marks": ("a.txt", lambda: ("a" + "\u0301" * 1_000_000 + ANCHOR).encode()),
    "txt: hundred thousand capitals": ("a.txt", lambda: ("T Ố I  M Ậ " * 40_000).encode()),
    "txt: numbers of documents": (
        "a.txt",
        lambda: ("Số " + "1" * 900_000 + "-CV/TU, ngày " * 9_000).encode(),
    ),
    "txt: blanks": ("a.txt", lambda: (("M" + " " * 3_000) * 3_000).encode()),
    # mail
    "eml: 100 mails in mails": ("a.eml", lambda: mails_in_mails(100)),
    "eml: 10,000 parts": ("a.eml", lambda: parts_of_mail(10_000)),
    "eml: 1,000 parts in parts": ("a.eml", lambda: nested_multiparts(1_000)),
    "eml: rubbish in base64": (
        "a.eml",
        lambda: mail(
            "=" * 900_000 + "@@@\0",
            "application/pdf",
            "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.pdf\r\n",
        ),
    ),
    "eml: a header of 1 MB": ("a.eml", lambda: mail(ANCHOR, head="X: " + "a" * 1_000_000 + "\r\n")),
    "eml: a subject of 1 MB": (
        "a.eml",
        lambda: mail(ANCHOR).replace(b"Subject: mau", b"Subject: " + b"=?utf-8?b?xJA=?= " * 60_000),
    ),
    "eml: 100,000 receivers": (
        "a.eml",
        lambda: mail(ANCHOR).replace(b"To: ", b"To: " + b"a@b.vn, " * 100_000),
    ),
    "eml: a charset that lies": ("a.eml", lambda: mail(ANCHOR, "text/plain; charset=utf-16")),
    "eml: a charset of no one": ("a.eml", lambda: mail(ANCHOR, "text/plain; charset=" + "x" * 5000)),
    "eml: HTML a million deep": (
        "a.eml",
        lambda: mail("<div>" * 1_000_000 + ANCHOR, "text/html; charset=utf-8"),
    ),
    "eml: a name in 100,000 pieces": (
        "a.eml",
        lambda: mail(
            ANCHOR,
            "application/pdf",
            "Content-Disposition: attachment;\r\n"
            + "".join(f" filename*{n}=aaaa;\r\n" for n in range(50_000)),
        ),
    ),
    "eml: a boundary of blanks": ("a.eml", lambda: mail("--\r\n" * 200_000, 'multipart/mixed; boundary=" "')),
    # archives and pictures
    "zip: 20 archives in archives": ("a.zip", lambda: nested_zips(20)),
    "zip: encrypted": (
        "a.zip",
        lambda: zip_of(Part(b"a.docx", flags=1), Part(b"b.docx", method=99, flags=1)),
    ),
    "zip: overlapping": (
        "a.zip",
        lambda: zip_of(
            Part(b"a", noise(9000).encode()),
            *(Part(b"%d" % n, noise(9000).encode(), offset=0) for n in range(90)),
        ),
    ),
    "zip: a bomb": ("a.zip", lambda: zip_of(*(Part(b"%d.txt" % n, bytes(20_000_000)) for n in range(8)))),
    "zip: names of 255 letters": (
        "a.zip",
        lambda: zip_of(Part(("ạ" * 251 + ".txt").encode(), ANCHOR.encode(), flags=0x800)),
    ),
    "png: 900 megapixels": ("a.png", lambda: png(30_000, 30_000)),
    "png: four billion rows": ("a.png", lambda: png(8, 4_000_000_000)),
    "png: cut off": ("a.png", lambda: png(900, 900)[:60]),
    "tiff: 1,000 pages": ("a.tif", lambda: tiff(1000)),
    "tiff: a ring of directories": ("a.tif", tiff_loop),
    "gif: a script": ("a.gif", lambda: b"GIF89a/*" + bytes(9) + b"*/=1;alert(1)"),
    # none of the kinds that are taken
    "hta": (
        "a.doc",
        lambda: b"<html><HTA:APPLICATION><script>new ActiveXObject('WScript.Shell')</script></html>",
    ),
    "svg": ("a.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    "nothing": ("a.docx", lambda: b""),
    "one byte": ("a.pdf", lambda: b"\0"),
    "noise": ("a.docx", lambda: random.Random(3).randbytes(50_000)),
    "a program": ("a.docx", lambda: b"MZ\x90\0" + bytes(5000)),
    "a name that starts a program": ("a.docx.exe", lambda: docx(ANCHOR)),
}

#: Those that take the converter, or a reader, most of the time it has.
LONG = {
    "docx: 100,000 tracked changes", "docx: 900,000 paragraphs", "rtf: 300,000 rows", "rtf: a million braces",
    "rtf: a picture of two billion points", "doc: no Word", "doc: macros", "odt: 5,000 deep", "odt: scripts",
    "txt: 49 million lines", "eml: a name in 100,000 pieces",
}  # fmt: skip

#: What may be read after all: nothing in it does anybody harm.
HARMLESS = {
    "docx: one footnote, 10,000 references", "docx: one header, 10,000 sections", "docx: numbers without end",
    "docx: cells without end", "docx: numbers no word writes", "docx: a million attributes",
    "docx: a million namespaces", "docx: only insertions", "docx: only deletions", "docx: only box",
    "docx: only header", "docx: only footnote", "docx: only nothing", "odt: 5,000 deep", "odt: scripts",
    "pdf: seven million letters in one place",
    "pdf: a ring of pages", "pdf: a drawing that draws itself", "pdf: 100,000 brackets", "pdf: a page of no size",
    "pdf: 2,000 pages", "pdf: a picture of 4,000 megapixels", "pdf: a JBIG2 picture of rubbish",
    "pdf: a JPEG2000 picture of rubbish", "xlsx: a cell beyond all", "xlsx: commands",
    "txt: UTF-16 without a mark", "txt: UTF-16, the other way", "txt: turned about", "txt: marks on marks",
    "txt: hundred thousand capitals", "txt: numbers of documents", "eml: 100 mails in mails",
    "eml: rubbish in base64", "eml: a header of 1 MB", "eml: a subject of 1 MB", "eml: 100,000 receivers",
    "eml: a charset that lies", "eml: a charset of no one", "eml: a name in 100,000 pieces",
    "eml: a boundary of blanks", "zip: 20 archives in archives", "zip: names of 255 letters",
    "tiff: a ring of directories", "one byte",
}  # fmt: skip
#: Flags that tell what else is in a file.
TOLD = {"macros", "embedded_files", "hidden_text", "external_content", "starts_programs", "scripts"}
