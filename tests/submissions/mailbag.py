"""Thirty files as committees send them: twenty-four that can be registered, six with a planted problem."""

import datetime
import email.message
import io
import random
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from proceedings.reference import committees
from proceedings.sample.paragraphs import paragraphs

DAY = datetime.date(2021, 9, 1)
SUBJECT = "góp ý dự thảo Quy chế phối hợp mẫu"
PER_LETTER = 11


def committees_of_2021():
    """The sixty-three committees of the day, in the order of the table."""
    return [row for row in committees() if row.is_in_force_on(DAY)]


def bodies():
    """Paragraphs for one letter after the other: each draws its own from the sample's three hundred."""
    chance = random.Random(2021)
    texts = [paragraph.text for paragraph in paragraphs()]
    while True:
        yield chance.sample(texts, PER_LETTER)


def letter(committee, number, body, *, day=DAY, subject=SUBJECT, repeat=1):
    """The bytes of a DOCX letter in the Party's layout of 2018: head in two columns, number, date, signature."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    head = document.add_table(1, 2)
    left, right = head.rows[0].cells
    _lines(left, committee.full_name.upper(), "*", f"Số {number}-CV/TU", subject)
    place = committee.name
    _lines(
        right,
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        f"{place}, ngày {day.day:02} tháng {day.month} năm {day.year}",
    )
    document.add_paragraph("VĂN BẢN MẪU")
    document.add_paragraph("Kính gửi: Ban Tổ chức hội thảo").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for _time in range(repeat):
        for paragraph in body:
            document.add_paragraph(paragraph)
    foot = document.add_table(1, 2)
    left, right = foot.rows[0].cells
    _lines(left, "Nơi nhận:", "- Như trên,", "- Lưu Văn phòng Tỉnh ủy.")
    _lines(right, "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Nguyễn Văn Mẫu")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def four_pages(committee, number, body):
    """A letter of about four pages."""
    return letter(committee, number, body, repeat=2)


def _lines(cell, *lines):
    cell.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        cell.add_paragraph(line)


def convert(content, to, *, suffix=".docx"):
    """A file in another format, by LibreOffice; None where it is not installed."""
    if shutil.which("soffice") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"thu{suffix}"
        source.write_bytes(content)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to,
             "--outdir", folder, str(source)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return (Path(folder) / f"thu.{to.split(':')[0]}").read_bytes()


def mail(attachments, *, sender="van.thu@example.vn", subject=SUBJECT):
    """The bytes of a saved mail with documents."""
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "ban.thu.ky@example.vn", subject
    message["Date"] = "Thu, 02 Sep 2021 09:00:00 +0700"
    message["Message-ID"] = "<mau-1@example.vn>"
    message.set_content("Kính gửi Ban Thư ký: xin gửi văn bản góp ý kèm theo.\nVĂN BẢN MẪU")
    for name, content in attachments.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def archive(members):
    """The bytes of a ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return out.getvalue()


def bomb():
    """A DOCX that unpacks to two hundred times its size."""
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"\0" * 60_000_000})


def thirty():
    """Name → bytes of thirty files: twenty-four good ones, then the six; LibreOffice makes four of them."""
    rows, texts = committees_of_2021(), bodies()
    made = {
        f"{index + 101}-CV-TU {row.name}.docx": letter(row, index + 101, next(texts))
        for index, row in enumerate(rows[:24])
    }
    names = list(made)
    good = {name: made[name] for name in names[:17]}
    for place, to in ((17, "pdf"), (18, "pdf"), (19, "doc"), (20, "rtf")):
        content = convert(made[names[place]], to)
        name = names[place]
        good[name if content is None else name.replace(".docx", f".{to}")] = content or made[name]
    good["thu góp ý.eml"] = mail({names[21]: made[names[21]]})
    good["ho so.zip"] = archive({names[22]: made[names[22]]})
    good[names[23]] = made[names[23]]
    return good | planted(made[names[0]], rows[30], next(texts))


def planted(known, committee, body):
    """The six with a problem: empty, broken, marked as secret, the same bytes again, a bomb, a scan's lack of text."""
    secret = docx.Document(io.BytesIO(letter(committee, 7, body)))
    secret.paragraphs[0].insert_paragraph_before("TỐI MẬT")
    out = io.BytesIO()
    secret.save(out)
    return {
        "rỗng.docx": b"",
        "hỏng.docx": known[: len(known) // 2],
        "van ban 7.docx": out.getvalue(),
        "bản sao.docx": known,
        "nén.docx": bomb(),
        "chuong trinh.docx": b"MZ\x90\x00" + b"\0" * 2000,
    }
