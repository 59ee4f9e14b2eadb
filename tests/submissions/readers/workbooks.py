"""Workbooks for tests: by XlsxWriter, and by hand where no program writes such a thing."""

import io
import zipfile

import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def written(*sheets, fill=None):
    """The bytes of a workbook: each sheet a list of rows; ``fill(workbook, worksheets)`` adds what is special."""
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False})
    made = [workbook.add_worksheet() for _each in sheets]
    for worksheet, rows in zip(made, sheets, strict=True):
        for place, row in enumerate(rows):
            worksheet.write_row(place, 0, row)
    if fill:
        fill(workbook, *made)
    workbook.close()
    return content.getvalue()


def by_hand(
    sheet="<sheetData/>", *, head="", names=("Bảng",), shared="", styles="", parts=None, namespace=MAIN
):
    """The bytes of a workbook whose sheet is this XML; ``head`` stands before it, ``parts`` are further files."""
    sheets = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(names) + 1)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.sheet.main+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{RELATIONS}">'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>',
        **{
            f"xl/worksheets/sheet{n}.xml": f'{head}<worksheet xmlns="{namespace}">{sheet}</worksheet>'
            for n in range(1, len(names) + 1)
        },
    }
    if shared:
        files["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{shared}</sst>'
    if styles:
        files["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    return zipped({**files, **(parts or {})})


def zipped(files):
    """The bytes of an archive of files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def cells(*texts, row=1):
    """A row of inline texts as XML."""
    inside = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{row}">{inside}</row>'
