"""Writes the files that the tests of the door read: a DOCX from fragments of its XML, and what is wrong with it."""

import io
import struct
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def text(words):
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(words, properties=""):
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{text(words)}</w:r>"


def deleted(words, number=1):
    return (
        f'<w:del w:id="{number}" w:author="A"><w:r>'
        f'<w:delText xml:space="preserve">{escape(words)}</w:delText></w:r></w:del>'
    )


def inserted(words, number=2):
    return f'<w:ins w:id="{number}" w:author="A">{run(words)}</w:ins>'


def paragraph(*content, properties=""):
    """A paragraph; plain words become a run, what begins with "<" is taken as XML."""
    inside = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def listed(words, number, level=0):
    """A paragraph of a list, by the number of its w:num."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, properties=properties)


def table(*rows, properties="", bordered=True):
    """A table; each cell is words, or XML that begins with "<"."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides) if bordered else ""
    body = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}<w:tblBorders>{borders}</w:tblBorders></w:tblPr>{body}</w:tbl>"


def _cell(content):
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def level(number, form, words, *, start=1, more=""):
    """A level of a list: ``level(0, "decimal", "Điều %1.")``."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f"<w:lvlText w:val={quoteattr(words)}/></w:lvl>"
    )


def numbering(lists, numbers):
    """numbering.xml: levels of each abstract list by its number; each w:num as (abstract number, overrides)."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        for number, levels in lists.items()
    )
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'
        for number, (of, overrides) in numbers.items()
    )
    return root("numbering", abstract + nums)


def root(name, inside, *, namespace=TRANSITIONAL, office=OFFICE):
    return f'{XML}<w:{name} xmlns:w="{namespace}" xmlns:r="{office}" {OTHERS}>{inside}</w:{name}>'


def docx(
    *body,
    parts=None,
    relations=(),
    main_type=MAIN_TYPE,
    main="word/document.xml",
    namespace=TRANSITIONAL,
    office=OFFICE,
):
    """The bytes of a DOCX.

    ``body`` are paragraphs and tables as XML, plain words become paragraphs. ``parts`` are other parts by name, text or
    bytes; parts of word/ named after a kind of relation (styles, numbering, footnotes, comments …) are related to the
    main part. ``relations`` are further relations: (kind, target, is_external).
    """
    inside = "".join(part if part.startswith("<") else paragraph(part) for part in body)
    document = root("document", f"<w:body>{inside}</w:body>", namespace=namespace, office=office)
    return package(
        {main: document, **(parts or {})}, relations=relations, main_type=main_type, main=main, office=office
    )


def package(parts, *, relations=(), main_type=MAIN_TYPE, main="word/document.xml", office=OFFICE):
    """The bytes of an OPC package of these parts, as they are given."""
    folder, _, name = main.rpartition("/")
    related = [
        (Path(part).stem.rstrip("0123456789"), part.removeprefix(f"{folder}/"), False)
        for part in parts
        if part.startswith(f"{folder}/") and part != main and part.count("/") == main.count("/")
    ]
    types = f'<Override PartName="/{main}" ContentType="{main_type}"/>'
    files = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": relationships([("officeDocument", main, False)], office),
        f"{folder}/_rels/{name}.rels".lstrip("/"): relationships([*related, *relations], office),
        **parts,
    }
    return zipped(files)


def relationships(relations, office=OFFICE):
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"' if is_external else "")
        + "/>"
        for number, (kind, target, is_external) in enumerate(relations, start=1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """The bytes of a ZIP with these members, text or bytes by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, (2021, 9, 7, 8, 0, 0))  # the same bytes whenever a test runs
            member.compress_type = method
            archive.writestr(member, content)
    return buffer.getvalue()


def compound(streams):
    """The bytes of an OLE compound file (DOC, XLS, encrypted DOCX) with these streams; each is padded to 4,096."""
    sector, free, last, table = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    directories = -(-(len(streams) + 1) // 4)
    chain = [table, *range(2, directories + 1), last]
    entries, data = [_entry("Root Entry", 5, 1, last, 0)], b""
    for number, (name, content) in enumerate(streams.items(), start=1):
        content = content.ljust(4096, b"\0") + bytes(-len(content) % sector if len(content) > 4096 else 0)
        begin, length = len(chain), len(content) // sector
        entries.append(_entry(name, 2, number + 1 if number < len(streams) else free, begin, len(content)))
        chain += [*range(begin + 1, begin + length), last]
        data += content
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0,
        4096, last, 0, last, 0, 0,
    )  # fmt: skip
    head += b"".join(struct.pack("<I", number) for number in (*[free] * 108,))
    fat = b"".join(struct.pack("<I", each) for each in chain).ljust(sector, b"\xff")
    return head.ljust(sector, b"\xff") + fat + b"".join(entries).ljust(directories * sector, b"\0") + data


def _entry(name, kind, following, begin, size):
    """A directory entry; the root has its following entry as its child, a stream as its right neighbour."""
    wide = name.encode("utf-16-le")
    free = 0xFFFFFFFF
    right, child = (free, following) if kind == 5 else (following, free)
    return struct.pack(
        "<64sHBBIII16sIQQIII", wide, len(wide) + 2, kind, 1, free, right, child, b"", 0, 0, 0, begin, size, 0
    )


def write(folder, name, content):
    """Put bytes or text into a file and return its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
