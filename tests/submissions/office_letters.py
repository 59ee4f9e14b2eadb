"""Letters as offices lay them out in Word, with their truth: heads by tables, tabs, breaks, boxes, narrow and wide."""

import datetime
import io
import random
from dataclasses import dataclass

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from proceedings.reference import committees

FONTS = ["Times New Roman", "Arial", "Liberation Serif", "DejaVu Serif", ".VnTime"]
HEADS = ["one_row", "three_rows", "breaks", "tabs", "one_row", "three_rows", "nested", "box"]
SUBJECTS = [
    "góp ý dự thảo Quy chế phối hợp mẫu giữa Đảng ủy Công an Trung ương với các tỉnh ủy, thành ủy",
    "góp ý dự thảo Quy chế mẫu",
    "trả lời Công văn số 55-CV/ĐUCA, ngày 15/7/2021 của Đảng ủy Công an Trung ương về dự thảo mẫu",
    "tham gia ý kiến vào dự thảo lần 2 Đề án mẫu (kèm theo Quy chế) năm 2021",
    "ý kiến đối với Điều 5, khoản 2 Điều 7 dự thảo mẫu; kiến nghị, đề xuất",
    "góp ý dự thảo Quy chế mẫu về quan hệ công tác giai đoạn 2021 - 2025",
]
POSTS = [
    ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
    ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
]
STATE_POSTS = [("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")]
SENTENCES = [
    "Sau khi nghiên cứu dự thảo, cấp ủy cơ bản nhất trí với bố cục và nội dung của văn bản mẫu.",
    "Đề nghị bổ sung tại khoản 2 Điều 5 thời hạn trả lời là 05 ngày làm việc kể từ ngày nhận được văn bản.",
    "Đề nghị sửa điểm b khoản 1 Điều 8 theo hướng nêu rõ cơ quan chủ trì và cơ quan phối hợp.",
    "Từ năm 2016 đến năm 2020, hai bên đã tổ chức 12 cuộc họp giao ban và xử lý các vụ việc phát sinh.",
    "Đề nghị cân nhắc quy định về chế độ báo cáo để tránh trùng lặp với các quy định đã có.",
]


@dataclass(frozen=True)
class Letter:
    """A letter's bytes as DOCX and what is true of it."""

    content: bytes
    truth: dict
    traits: str


def make(seed):
    """The letter of a seed: the family, the head, the font, the widths and the words are drawn from it."""
    chance = random.Random(seed)
    family = ["party", "party_organ", "party_report", "state"][seed % 4]
    row = chance.choice([row for row in committees() if row.is_in_force_on(datetime.date(2021, 9, 1))])
    day = datetime.date(2021, chance.choice([1, 2, 8, 9, 12]), chance.choice([1, 3, 9, 10, 28]))
    number = chance.choice([7, 58, 118, 1234, 4270])
    subject = chance.choice(SUBJECTS)
    head = HEADS[seed // 4 % len(HEADS)]
    font = chance.choice(FONTS)
    size = chance.choice([12, 13, 14, 15])
    share = chance.choice([0.36, 0.4, 0.45, 0.5])
    written = _written(family, row, number, subject, day)
    document = _opened(font, size, chance)
    HEAD_FORMS[head](document, written, share, size)
    if written["title"]:
        _centred(document, written["title"][0], bold=True)
        _centred(document, written["title"][1], bold=True)
        _centred(document, "-----")
    _centred(document, "VĂN BẢN MẪU")
    _centred(document, f"{'Kính gửi:' if chance.random() < 0.8 else 'Kính gửi'} Ban Tổ chức Hội thảo mẫu")
    for _paragraph in range(chance.choice([5, 9, 16])):
        _body(document, " ".join(chance.sample(SENTENCES, 3)))
    _signed(document, chance, family, written)
    out = io.BytesIO()
    document.save(out)
    return Letter(out.getvalue(), written["truth"], f"{seed} {family} {head} {font} {size} {share}")


def _written(family, row, number, subject, day):
    """The lines of both columns of the head, the title, and the truth."""
    name = row.name
    date = (
        f"{name}, ngày {day.day:02} tháng {f'{day.month:02}' if day.month < 3 else day.month} năm {day.year}"
    )
    truth = {"date": day, "place": name, "signer": "Nguyễn Văn Mẫu"}
    shown = f"{number:02}"
    if family == "state":
        kind = "THÀNH PHỐ" if row.kind == "city" else "TỈNH"
        unit = name.removeprefix("Thành phố ").upper()
        symbol = f"{shown}/UBND-NC"
        return {
            "left": ["ỦY BAN NHÂN DÂN", f"{kind} {unit}"],
            "number": [f"Số: {symbol}"],
            "subject": [f"V/v {subject}"],
            "right": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            "date": date,
            "title": None,
            "truth": {**truth, "symbol": symbol, "subject": subject, "committee": None},
        }
    kind, issuer = (
        ("BC", "TU") if family == "party_report" else ("CV", "VPTU" if family == "party_organ" else "TU")
    )
    symbol = f"{shown}-{kind}/{issuer}"
    is_report = family == "party_report"
    return {
        "left": [row.full_name.upper(), *(["VĂN PHÒNG"] if issuer == "VPTU" else []), "*"],
        "number": [f"Số {symbol}"],
        "subject": [] if is_report else [subject],
        "right": ["ĐẢNG CỘNG SẢN VIỆT NAM"],
        "date": date,
        "title": ("BÁO CÁO", subject) if is_report else None,
        "truth": {
            **truth,
            "symbol": symbol,
            "subject": f"BÁO CÁO {subject}" if is_report else subject,
            "committee": row.slug,
        },
    }


def _opened(font, size, chance):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(chance.choice([30, 35])), Mm(chance.choice([15, 20]))
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.paragraph_format.space_after = Pt(chance.choice([0, 6]))
    return document


# --- the forms of a head ---------------------------------------------------------------


def _one_row(document, written, share, size):
    left, right = _columns(document, share, 1)[0]
    _fill(left, [*written["left"], *written["number"], *written["subject"]], written, size)
    _fill(right, [*written["right"], written["date"]], written, size)


def _three_rows(document, written, share, size):
    rows = _columns(document, share, 2)
    _fill(rows[0][0], written["left"], written, size)
    _fill(rows[0][1], written["right"], written, size)
    _fill(rows[1][0], [*written["number"], *written["subject"]], written, size)
    _fill(rows[1][1], [written["date"]], written, size)


def _breaks(document, written, share, size):
    """Each cell is one paragraph, its lines parted by line breaks."""
    left, right = _columns(document, share, 1)[0]
    _fill(left, ["\n".join([*written["left"], *written["number"], *written["subject"]])], written, size)
    _fill(right, ["\n".join([*written["right"], "", written["date"]])], written, size)


def _tabs(document, written, share, size):
    left = [*written["left"], *written["number"], *written["subject"]]
    right = [*written["right"], *[""] * (len(written["left"]) - len(written["right"])), written["date"]]
    for place in range(max(len(left), len(right))):
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(75), WD_TAB_ALIGNMENT.LEFT)
        begin = left[place] if place < len(left) else ""
        end = right[place] if place < len(right) else ""
        line.add_run(f"{begin}\t{end}" if end else begin).font.size = Pt(11)


def _nested(document, written, share, size):
    """A table in the one cell of a table."""
    outer = document.add_table(1, 1).rows[0].cells[0]
    inner = outer.add_table(1, 2)
    for cell, width in zip(inner.rows[0].cells, (Mm(165 * share), Mm(165 * (1 - share))), strict=True):
        cell.width = width
    left, right = inner.rows[0].cells
    _fill(left, [*written["left"], *written["number"], *written["subject"]], written, size)
    _fill(right, [*written["right"], written["date"]], written, size)


def _box(document, written, share, size):
    """The right column in a text box beside the left one."""
    for line in [*written["left"], *written["number"], *written["subject"]]:
        paragraph = document.add_paragraph(line)
        paragraph.paragraph_format.right_indent = Mm(95)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    inside = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>{line}</w:t></w:r></w:p>'
        for line in [*written["right"], written["date"]]
    )
    anchor = f"""<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape
        style="position:absolute;margin-left:205pt;margin-top:0;width:275pt;height:80pt" stroked="f">
        <v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
    document.paragraphs[0]._p.append(parse_xml(anchor))


HEAD_FORMS = {
    "one_row": _one_row,
    "three_rows": _three_rows,
    "breaks": _breaks,
    "tabs": _tabs,
    "nested": _nested,
    "box": _box,
}


def _columns(document, share, rows):
    table = document.add_table(rows, 2)
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, (Mm(165 * share), Mm(165 * (1 - share))), strict=True):
            cell.width = width
    return [row.cells for row in table.rows]


def _fill(cell, lines, written, size):
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.bold = line.isupper()
        run.italic = line == written["date"]
        run.font.size = Pt(12) if line in written["subject"] else Pt(size)


# --- the rest --------------------------------------------------------------------------


def _centred(document, line, *, bold=False):
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(line).bold = bold


def _body(document, words):
    paragraph = document.add_paragraph(words)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)


def _signed(document, chance, family, written):
    power, post = chance.choice(STATE_POSTS if family == "state" else POSTS)
    if family == "party_organ":
        power, post = "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"
    lines = [*power.split("\n"), post, "", "", written["truth"]["signer"]]
    if chance.random() < 0.8:
        left, right = document.add_table(1, 2).rows[0].cells
        _fill(left, ["Nơi nhận:", "- Như trên;", "- Lưu: VT."], written, 12)
        _fill(right, lines, written, 13)
        return
    for line in lines:
        paragraph = document.add_paragraph(line)
        paragraph.paragraph_format.left_indent = Mm(85)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("Nơi nhận:")
    document.add_paragraph("- Như trên;")
