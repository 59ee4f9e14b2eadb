"""PDF files for the tests: real pages by typst, and hostile ones written object by object."""

import hashlib
import json
import zlib

import typst

LETTER = """
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), header: HEAD, footer: FOOT)
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), leading: 7pt, spacing: 12pt)
"""
PARAGRAPHS = (
    "Ban Thường vụ Tỉnh ủy cơ bản nhất trí với bố cục và nội dung dự thảo Quy chế phối hợp. Văn bản này là "
    "VĂN BẢN MẪU, được viết để thử trình đọc, không phải ý kiến của cơ quan nào, dài hơn một dòng để phải xuống dòng.",
    "Điều 5. Nguyên tắc phối hợp",
    "1. Tại khoản 1, đề nghị sửa cụm từ “phối hợp chặt chẽ” thành “phối hợp thường xuyên” để rõ trách nhiệm của "
    "từng cơ quan trong quá trình thực hiện.",
    "a) Bổ sung nội dung về chế độ báo cáo định kỳ.",
    "- Thời hạn báo cáo là ngày 15 của tháng cuối quý.",
    "Chương II",
    "TRÁCH NHIỆM CỦA CÁC CƠ QUAN",
)


def typst_page(*paragraphs, head="none", foot="none", letterhead=None, before=""):
    """Return the bytes of a PDF with the paragraphs as an office would set them."""

    def text(value):
        return f"text({json.dumps(value, ensure_ascii=False)})"

    source = LETTER.replace("HEAD", head).replace("FOOT", foot) + before
    if letterhead:
        cells = [
            "".join(f"#par(first-line-indent: 0pt, {text(line)})\n" for line in lines) for lines in letterhead
        ]
        source += "#set par(spacing: 6pt)\n#grid(columns: (45%, 55%), align: center, [{}], [{}])\n".format(
            *cells
        )
        source += "#v(14pt)\n#set par(spacing: 12pt)\n"
    source += "".join(f"#par({text(paragraph)})\n" for paragraph in paragraphs)
    return typst.compile(source.encode())


def pdf_of(*pages, extra=(), catalog="", trailer="", resources="", annots=""):
    """Return a PDF whose pages have the given content streams; ``extra`` are further objects from number 100 on."""
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    }
    for at, content in enumerate(pages):
        box = "/MediaBox[0 0 595 842]"
        if isinstance(content, tuple):
            box, content = content
        objects[10 + 2 * at] = (
            f"<</Type/Page/Parent 2 0 R {box}/Resources<</Font<</F 3 0 R>>{resources}>>"
            f"/Contents {11 + 2 * at} 0 R {annots}>>"
        ).encode()
        objects[11 + 2 * at] = stream(content if isinstance(content, bytes) else content.encode("latin-1"))
    objects |= {100 + at: part if isinstance(part, bytes) else part.encode() for at, part in enumerate(extra)}
    return written(objects, trailer)


def stream(content, entries=""):
    return f"<</Length {len(content)}{entries}>>stream\n".encode() + content + b"\nendstream"


def written(objects, trailer=""):
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    return bytes(out + f"trailer<</Size 1000/Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF".encode())


def lines(*texts, mode=0, size=12):
    """Return a content stream of lines of text, from the top."""
    shown = "".join(f"({text}) Tj 0 -16 Td\n" for text in texts)
    return f"BT /F {size} Tf {mode} Tr 72 780 Td\n{shown}ET"


def picture(width=20, height=20):
    """Return an image object for ``extra`` (number 100), and what paints it over the whole page."""
    pixels = zlib.compress(bytes(range(20)) * 20)
    entries = (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    return stream(pixels, entries + "/Filter/FlateDecode"), "q 595 0 0 842 0 0 cm /I Do Q\n"


def encrypted(content, user=b"", owner=b"chu so huu"):
    """Return a PDF encrypted by the oldest standard handler (RC4, 40 bit) with the given passwords."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def padded(password):
        return (password + padding)[:32]

    identity = b"0123456789abcdef"
    owner_entry = rc4(hashlib.md5(padded(owner)).digest()[:5], padded(user))
    key = hashlib.md5(
        padded(user) + owner_entry + (-4).to_bytes(4, "little", signed=True) + identity
    ).digest()[:5]
    user_entry = rc4(key, padding)
    object_key = hashlib.md5(key + (11).to_bytes(3, "little") + bytes(2)).digest()[:10]
    return pdf_of(
        rc4(object_key, content.encode("latin-1")),
        extra=(f"<</Filter/Standard/V 1/R 2/P -4/O<{owner_entry.hex()}>/U<{user_entry.hex()}>>>",),
        trailer=f"/Encrypt 100 0 R/ID[<{identity.hex()}><{identity.hex()}>]",
    )


def rc4(key, data):
    state, swap = list(range(256)), 0
    for at in range(256):
        swap = (swap + state[at] + key[at % len(key)]) % 256
        state[at], state[swap] = state[swap], state[at]
    out, first, second = bytearray(), 0, 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)
