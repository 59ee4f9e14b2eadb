import base64
import quopri
import random
import unicodedata
from email.message import EmailMessage

import pytest

from submissions.readers import mail
from submissions.readers.document import Encoding, Kind, ParagraphKind, Problem, State
from submissions.readers.failure import Unreadable
from tests.submissions.readers.zips import written_below

DOCX = b"PK\3\4 mot tep docx gia"
LETTER = "Kính gửi: Ban Tổ chức hội thảo.\n\nTỉnh ủy xin gửi văn bản góp ý. VĂN BẢN MẪU"


@pytest.fixture
def scratch(tmp_path):
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def read(tmp_path, scratch):
    def read_bytes(data):
        path = tmp_path / "received.eml"
        path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
        return mail.read(path, scratch)

    return read_bytes


def letter(text=LETTER):
    message = EmailMessage()
    message["From"] = "Nguyễn Văn Mẫu <mau@tinhuy.example.vn>"
    message["To"] = "vanthu@example.vn"
    message["Subject"] = "Góp ý dự thảo Quy chế phối hợp, lần thứ hai, gửi kèm văn bản số 123-CV/TU"
    message["Date"] = "Mon, 06 Sep 2021 15:04:05 +0700"
    message.set_content(text)
    return message


def attached(name, content=DOCX, kind="vnd.openxmlformats-officedocument.wordprocessingml.document"):
    message = letter()
    message.add_attachment(content, maintype="application", subtype=kind, filename=name)
    return message


def by_hand(*lines, headers=(b"From: a@example.vn", b"Subject: thu")):
    return b"\r\n".join((*headers, *lines))


def part_by_hand(disposition):
    return by_hand(
        b'Content-Type: multipart/mixed; boundary="x"',
        b"",
        b"--x",
        b"Content-Type: application/msword",
        b"Content-Transfer-Encoding: base64",
        disposition,
        b"",
        base64.b64encode(DOCX),
        b"--x--",
    )


def test_mail_gives_sender_subject_date_and_text(read):
    document = read(letter())

    assert (document.kind, document.state) == (Kind.MAIL, State.READ)
    assert document.sender == "Nguyễn Văn Mẫu <mau@tinhuy.example.vn>"
    assert document.subject == "Góp ý dự thảo Quy chế phối hợp, lần thứ hai, gửi kèm văn bản số 123-CV/TU"
    assert document.sent_at == "2021-09-06T15:04:05+07:00"
    assert [paragraph.text for paragraph in document.paragraphs] == LETTER.split("\n\n")


def test_attachments_are_kept_to_the_byte(read, scratch):
    message = attached("Góp ý của Tỉnh ủy.docx")
    message.add_attachment(b"\0\xff" * 5_000, maintype="application", subtype="pdf", filename="b.pdf")

    document = read(message)

    assert [(member.name, member.path, member.size) for member in document.members] == [
        ("Góp ý của Tỉnh ủy.docx", "0001.bin", len(DOCX)),
        ("b.pdf", "0002.bin", 10_000),
    ]
    assert (scratch / "0001.bin").read_bytes() == DOCX
    assert (scratch / "0002.bin").read_bytes() == b"\0\xff" * 5_000


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b"Content-Disposition: attachment; filename*=UTF-8''G%C3%B3p%20%C3%BD.docx", "Góp ý.docx"),
        (
            b"Content-Disposition: attachment;\r\n filename*0*=UTF-8''G%C3%B3p%20;\r\n filename*1=xong.docx",
            "Góp xong.docx",
        ),
        (b'Content-Disposition: attachment; filename="=?utf-8?Q?G=C3=B3p_=C3=BD=2Edocx?="', "Góp ý.docx"),
        (
            b'Content-Disposition: attachment; filename="=?utf-8?B?R8M=?=\r\n =?utf-8?B?s3A=?="',
            "Góp",
        ),
        ('Content-Disposition: attachment; filename="Góp ý.docx"'.encode(), "Góp ý.docx"),
        (
            b'Content-Disposition: attachment; filename="' + "Đo\u0301ng.doc".encode("cp1258") + b'"',
            "Đóng.doc",
        ),
        (
            f'Content-Disposition: attachment; filename="{unicodedata.normalize("NFD", "Cấp ủy.doc")}"'.encode(),
            "Cấp ủy.doc",
        ),
        (b"Content-Disposition: attachment; filename*=khong-co''a%E9.doc", "aé.doc"),
        (b'Content-Disposition: attachment; filename="../../etc/passwd"', "passwd"),
        (b'Content-Disposition: attachment; filename="C:\\\\thu\\\\a.doc"', "a.doc"),
        (b'Content-Disposition: attachment; filename="a\0b\x1b.doc"', "ab.doc"),
        (b"Content-Disposition: attachment", "tep-dinh-kem-1.doc"),
        (b'Content-Disposition: attachment; filename=""', "tep-dinh-kem-1.doc"),
    ],
)
def test_attachment_name_is_decoded(read, disposition, name):
    document = read(part_by_hand(disposition))

    assert [member.name for member in document.members] == [name]


def test_long_attachment_name_keeps_its_suffix(read):
    document = read(attached("Ý kiến góp ý " * 60 + ".docx"))

    assert len(document.members[0].name) == 255
    assert document.members[0].name.endswith("….docx")


def test_attachments_of_one_name_are_numbered(read):
    message = attached("a.docx")
    message.add_attachment(b"2", maintype="application", subtype="msword", filename="a.docx")
    message.add_attachment(b"3", maintype="application", subtype="msword", filename="a.docx")

    assert [member.name for member in read(message).members] == ["a.docx", "a (2).docx", "a (3).docx"]


def test_small_inline_images_are_left_out_and_a_photographed_letter_kept(read):
    message = letter()
    message.add_alternative(
        "<p>Kính gửi Ban Tổ chức</p><img src='cid:logo'><img src='cid:anh'>", subtype="html"
    )
    page = message.get_payload()[1]
    page.add_related(b"x" * 3_000, "image", "png", cid="<logo>")
    page.add_related(b"x" * 300_000, "image", "jpeg", cid="<anh>", filename="cong van.jpg")

    html_only = EmailMessage()
    html_only["From"] = "a@example.vn"
    html_only.make_mixed()
    html_only.attach(page)
    document = read(html_only)

    assert [member.name for member in document.members] == ["cong van.jpg"]
    assert [(remark.code, remark.values) for remark in document.remarks] == [
        ("inline_images_left_out", {"count": 1})
    ]


def test_attached_mail_is_a_member_that_is_a_mail(read, scratch):
    inner = attached("ben trong.docx")
    outer = letter("Chuyển tiếp")
    outer.add_attachment(inner)

    document = read(outer)
    name = document.members[0].name
    again = mail.read(scratch / document.members[0].path, scratch / ".")

    assert name.endswith("123-CV-TU.eml")
    assert again.subject == inner["Subject"]
    assert [member.name for member in again.members] == ["ben trong.docx"]


def test_html_is_read_without_scripts_and_hidden_text(read):
    message = EmailMessage()
    message["From"] = "a@example.vn"
    message.set_content(
        """<html><head><title>T</title><style>p{}</style></head><body><h2>Góp ý</h2>
        <script>alert(1)</script><p>Điều&nbsp;5 cần <b>sửa</b>&shy; lại<br>như sau:</p>
        <ol><li>Một</li><li>Hai</li></ol><ul><li>Ba</li></ul>
        <table><tr><td>Điều</td><td>Ý kiến</td></tr><tr><td>1</td><td><p>Nhất</p><p>trí</p></td></tr></table>
        <div style="display:none">ẩn ở đây</div><img src="https://theo-doi.example/x.gif"><!-- chú thích -->
        <p>Hết</body>""",
        subtype="html",
    )

    document = read(message)

    assert [(paragraph.text, paragraph.kind) for paragraph in document.paragraphs] == [
        ("Góp ý", ParagraphKind.HEADING),
        ("Điều 5 cần sửa lại", ParagraphKind.BODY),
        ("như sau:", ParagraphKind.BODY),
        ("1. Một", ParagraphKind.LIST),
        ("2. Hai", ParagraphKind.LIST),
        ("- Ba", ParagraphKind.LIST),
        ("Điều\tÝ kiến", ParagraphKind.ROW),
        ("1\tNhất trí", ParagraphKind.ROW),
        ("Hết", ParagraphKind.BODY),
    ]
    assert document.hidden_characters == 8
    assert document.external_links == ("https://theo-doi.example/x.gif",)


@pytest.mark.parametrize(
    "page", ["", "<", "<p", "<!--", "<![CDATA[", "&#0;&#x110000;", "<p>" * 100_000, "\0"]
)
def test_broken_html_never_fails(read, page):
    message = by_hand(b"Content-Type: text/html; charset=utf-8", b"", page.encode())

    assert read(message).state != State.REFUSED


def test_html_deeper_than_the_parser_goes_is_read_without_its_form(read):
    page = (
        "<style>x</style>"
        + "<div>" * 2_000
        + "<p>Văn bản mẫu &amp; góp&nbsp;ý</p>"
        + "</div>" * 2_000
        + "Kính gửi"
    )

    document = read(by_hand(b"Content-Type: text/html; charset=utf-8", b"", page.encode()))

    assert document.text == "Văn bản mẫu & góp ý\nKính gửi"


def test_html_longer_than_a_book_is_refused_and_not_cut_but_pictures_do_not_count(read):
    picture = "<img src='data:image/png;base64," + "A" * 6_000_000 + "'>"

    for page, problem in (("x " * 2_600_000, Problem.TOO_LONG), (f"Góp ý {picture}", None)):
        message = by_hand(b"Content-Type: text/html; charset=utf-8", b"", page.encode())
        try:
            found = read(message).problem
        except Unreadable as error:
            found = error.problem
        assert found == problem


def test_mail_that_only_has_a_subject_waits_for_a_person(read):
    document = read(by_hand(b"", b"\r\n \r\n", headers=(b"From: a@example.vn", b"Subject: mau")))

    assert (document.state, document.problem) == (State.NEEDS_PERSON, Problem.NO_TEXT)


def test_alternative_prefers_plain_text_unless_it_is_an_excuse(read):
    both, excuse = letter("Văn bản góp ý của Tỉnh ủy."), letter("Xem HTML.")
    for message in (both, excuse):
        message.add_alternative("<p>" + "Văn bản góp ý của Tỉnh ủy. " * 2 + "</p>", subtype="html")

    assert read(both).text == "Văn bản góp ý của Tỉnh ủy."
    assert read(excuse).text.count("góp ý") == 2


def test_lines_that_a_program_broke_are_joined(read):
    message = by_hand(
        b"Content-Type: text/plain; charset=utf-8",
        b"",
        "Ban Thường vụ Tỉnh ủy cơ bản nhất trí với nội dung dự thảo Quy chế, song\r\n"
        "đề nghị Ban soạn thảo xem xét, bổ sung một số nội dung cụ thể sau đây:\r\n"
        "1. Tại Điều 5, đề nghị sửa cụm từ thứ nhất.\r\n"
        "2. Tại Điều 6, đề nghị bỏ.\r\n"
        "\r\n"
        "Trân trọng.\r\n"
        "Nguyễn Văn Mẫu\r\n".encode(),
    )

    assert [paragraph.text[:12] for paragraph in read(message).paragraphs] == [
        "Ban Thường v",
        "1. Tại Điều ",
        "2. Tại Điều ",
        "Trân trọng.",
        "Nguyễn Văn M",
    ]


def test_flowed_text_is_joined(read):
    message = by_hand(
        b"Content-Type: text/plain; charset=utf-8; format=flowed",
        b"",
        "Điều 5 cần \r\nsửa lại.\r\nHết.\r\n".encode(),
    )

    assert read(message).text == "Điều 5 cần sửa lại.\nHết."


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        (b"utf-8", "Cấp ủy".encode()),
        (b"iso-8859-1", "Cấp ủy".encode()),
        (b"khong-ro", "Cấp ủy".encode()),
        (b"us-ascii", "Cấp ủy".encode()),
        (b"windows-1258", "Câ\u0301p u\u0309y".encode("cp1258")),
        (b"utf-8", "Câ\u0301p u\u0309y".encode("cp1258")),
        (b"utf-16le", "Cấp ủy".encode("utf-16le")),
        (b"hex", "Cấp ủy".encode()),
    ],
)
def test_wrong_and_unknown_charsets_are_survived(read, charset, raw):
    message = by_hand(
        b"Content-Type: text/plain; charset=" + charset,
        b"Content-Transfer-Encoding: base64",
        b"",
        base64.b64encode(raw),
    )

    assert read(message).text == "Cấp ủy"


def test_tcvn3_is_repaired(read):
    message = by_hand(
        b"Content-Type: text/plain; charset=iso-8859-1",
        b"",
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp Tù do H¹nh phóc".encode("latin-1"),
    )

    document = read(message)

    assert document.text == "Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập Tự do Hạnh phúc"
    assert document.encoding == Encoding.TCVN3


def test_quoted_printable_is_read(read):
    message = by_hand(
        b"Content-Type: text/plain; charset=utf-8",
        b"Content-Transfer-Encoding: quoted-printable",
        b"",
        quopri.encodestring("Đảng ủy = Đảng uỷ".encode()),
    )

    assert read(message).text == "Đảng ủy = Đảng uỷ"


def test_signed_mail_is_read_through(read):
    message = by_hand(
        b'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary="s"',
        b"",
        b"--s",
        b"Content-Type: text/plain; charset=utf-8",
        b"",
        "Nội dung có ký số".encode(),
        b"--s",
        b"Content-Type: application/pkcs7-signature; name=smime.p7s",
        b"Content-Transfer-Encoding: base64",
        b"",
        b"MIAGCSqGSIb3",
        b"--s--",
    )

    document = read(message)

    assert (document.text, document.members) == ("Nội dung có ký số", ())
    assert [remark.code for remark in document.remarks] == ["mail_signed"]


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nMIAG",
        b'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="e"\r\n\r\n--e\r\n'
        b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--e--",
        b"Content-Type: text/plain\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----",
    ],
)
def test_encrypted_mail_is_refused(read, content):
    document = read(by_hand(content))

    assert (document.state, document.problem) == (State.REFUSED, Problem.ENCRYPTED)


def test_winmail_is_a_member_with_a_remedy(read):
    document = read(attached("winmail.dat", b"\x78\x9f\x3e\x22", "ms-tnef"))

    assert [(member.path, member.problem) for member in document.members] == [("", Problem.WRONG_TYPE)]
    assert [remark.code for remark in document.remarks] == ["winmail_dat"]


def test_cut_off_mail_says_so(read):
    document = read(attached("a.docx", b"x" * 30_000).as_bytes()[:20_000])

    assert [remark.code for remark in document.remarks] == ["mail_cut_off"]
    assert document.members[0].size < 30_000


def test_deep_mail_is_refused(read):
    def nested(levels):
        opening = b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(levels)
        )
        return b"From: a@example.vn\r\n" + opening + b"Content-Type: text/plain\r\n\r\nx\r\n"

    assert read(nested(9)).text == "x"
    assert read(nested(30)).problem == Problem.TOO_DEEP
    assert read(nested(900)).problem == Problem.TOO_DEEP
    assert read(nested(5_000)).problem == Problem.TOO_MANY_PARTS


def test_mail_of_many_parts_is_refused(read, scratch):
    part = b"--x\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n"
    message = by_hand(b'Content-Type: multipart/mixed; boundary="x"', b"", part * 300)

    assert read(message).problem == Problem.TOO_MANY_PARTS


@pytest.mark.parametrize(("data", "problem"), [(b"", Problem.DAMAGED), (b"\0" * 900, Problem.DAMAGED)])
def test_what_is_no_mail_is_refused(read, data, problem):
    assert read(data).problem == problem


def test_mail_without_anything_is_refused(read):
    assert read(b"From: a@example.vn\r\n\r\n").problem == Problem.EMPTY


@pytest.mark.parametrize(
    "date", ["", "hom qua", "Mon, 99 Sep 2021 99:99:99 +0700", "Mon, 06 Sep 2021 15:04:05"]
)
def test_odd_dates_are_survived(read, date):
    message = by_hand(b"", b"x", headers=(b"From: a@example.vn", b"Date: " + date.encode()))

    assert read(message).sent_at in {"", "2021-09-06T15:04:05+00:00"}


@pytest.mark.parametrize("seed", range(60))
def test_no_damage_makes_the_reader_fail(read, scratch, seed):
    chance = random.Random(seed)
    message = attached("Góp ý.docx")
    message.add_attachment(letter())
    data = bytearray(message.as_bytes())
    for _ in range(chance.randint(1, 60)):
        data[chance.randrange(len(data))] = chance.choice(b"\0\xff\"=?;:\r\n ()<>*%'")

    document = read(bytes(data))

    assert document.state in State
    assert len(written_below(scratch)) <= 3
