"""Letters made from a seed: every layout of Party and State papers, in every shape that readers hand on, with noise."""

import datetime
import random
import unicodedata
from dataclasses import dataclass, field

from proceedings.reference import committees

ROWS = committees()
BY_SLUG = {row.slug: row for row in ROWS}
OLD_SPELLINGS = {
    "Đắk Lắk": ["Đắc Lắc", "Đăk Lăk", "Daklak"],
    "Bắc Kạn": ["Bắc Cạn"],
    "Kon Tum": ["Kontum"],
    "Thừa Thiên Huế": ["Thừa Thiên - Huế", "TT-Huế"],
    "Bà Rịa - Vũng Tàu": ["Bà Rịa-Vũng Tàu", "BR-VT", "Bà Rịa – Vũng Tàu"],
    "Thành phố Hồ Chí Minh": ["TP. Hồ Chí Minh", "TP.HCM", "TP Hồ Chí Minh"],
    "Đắk Nông": ["Đăk Nông", "Đắc Nông"],
    "Hòa Bình": ["Hoà Bình"],
    "Thanh Hóa": ["Thanh Hoá"],
}
SUBJECTS = [
    "góp ý dự thảo Quy chế phối hợp giữa Đảng ủy Công an Trung ương với các tỉnh ủy, thành ủy",
    "tham gia ý kiến vào dự thảo Đề án về công tác phối hợp lãnh đạo bảo đảm an ninh, trật tự",
    "góp ý dự thảo Quy chế phối hợp công tác",
    "cho ý kiến đối với dự thảo lần 2 Quy chế phối hợp trong công tác đảng, công tác chính trị",
    "kết quả hai năm thực hiện nhiệm vụ phối hợp và kiến nghị, đề xuất",
    "trả lời Công văn số 55-CV/ĐUCA của Đảng ủy Công an Trung ương về việc lấy ý kiến dự thảo Quy chế",
    "nội dung tham luận tại Hội thảo lấy ý kiến",
    "ý kiến của Ban Thường vụ về dự thảo Quy chế phối hợp giữa Tỉnh ủy Hà Giang và lực lượng Công an",
]
OTHER_SUBJECTS = [
    "Góp ý vào dự thảo Quy chế về mối quan hệ công tác",
    "về việc tham gia ý kiến vào hồ sơ trình Ban Bí thư ban hành Quy chế",
    "Báo cáo tình hình, kết quả phối hợp từ năm 2016 đến năm 2020; kiến nghị sửa đổi, bổ sung một số nội dung",
    "ý kiến tham gia dự thảo Tờ trình, dự thảo Quy chế (lần 3)",
    "Thực hiện chủ trương xây dựng Quy chế phối hợp giữa cấp ủy địa phương và Công an các đơn vị, địa phương",
    "đề nghị điều chỉnh Điều 5, khoản 2 Điều 7 và Điều 12 của dự thảo",
    "phúc đáp Công văn số 1234-CV/ĐUCA, ngày 15 tháng 7 năm 2021 của Thường vụ Đảng ủy Công an Trung ương",
    "góp ý dự thảo Quyết định ban hành Quy chế phối hợp - nhiệm vụ số 05 của Chương trình công tác",
]
OTHER_ADDRESSEES = [
    "Thường trực Đảng ủy Công an Trung ương",
    "Cục Công tác đảng và công tác chính trị, Bộ Công an",
    "Tổ biên tập xây dựng Quy chế",
    "Ban Bí thư Trung ương Đảng (qua Văn phòng Trung ương Đảng)",
]
OTHER_TEXTS = [
    "Phúc đáp Công văn số 1234-CV/ĐUCA, ngày 15 tháng 7 năm 2021, cấp ủy thống nhất như sau:",
    "Tiếp nhận dự thảo kèm theo Công văn số 1234-CV/ĐUCA, ngày 15/7/2021, Ban Thường vụ giao Ban Nội chính tham mưu.",
    "Trên cơ sở nghiên cứu hồ sơ gửi kèm, đơn vị nhất trí với bố cục của dự thảo.",
]
ADDRESSEES = [
    "Đảng ủy Công an Trung ương",
    "Ban Tổ chức Hội thảo",
    "Văn phòng Đảng ủy Công an Trung ương",
    "Bộ Công an",
]
FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Giàng", "Lò", "Quàng", "Triệu"]
MIDDLES = ["Văn", "Thị", "Đức", "Quang", "Thanh", "Hữu", "Thị Kim"]
NAMES = ["Mẫu", "Thử", "Mẫu Một", "Ví Dụ"]
OTHER_NAMES = ["H'Mẫu Niê", "Y Mẫu Kđoh", "H’Thử Êban"]
PARTY_POSTS = [
    (["T/M BAN THƯỜNG VỤ"], ["BÍ THƯ"]),
    (["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ"]),
    (["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ THƯỜNG TRỰC"]),
    (["T/M TỈNH ỦY", "K/T BÍ THƯ"], ["PHÓ BÍ THƯ"]),
    (["T/L BAN THƯỜNG VỤ"], ["CHÁNH VĂN PHÒNG"]),
    (["T/L BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG"], ["PHÓ CHÁNH VĂN PHÒNG"]),
    (["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ THƯỜNG TRỰC", "CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN TỈNH"]),
]
OTHER_PARTY_POSTS = [
    (["T/M BAN THƯỜNG VỤ"], ["ỦY VIÊN BAN THƯỜNG VỤ", "TRƯỞNG BAN NỘI CHÍNH"]),
    (["T/M THƯỜNG TRỰC TỈNH ỦY"], ["PHÓ BÍ THƯ THƯỜNG TRỰC"]),
    (["K/T TRƯỞNG BAN"], ["PHÓ TRƯỞNG BAN"]),
    (["T/L BAN THƯỜNG VỤ"], ["TRƯỞNG BAN TUYÊN GIÁO"]),
    ([], ["CHÁNH VĂN PHÒNG"]),
]
OTHER_STATE_POSTS = [
    (["TM. UBND TỈNH", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH THƯỜNG TRỰC"]),
    (["KT. BỘ TRƯỞNG"], ["THỨ TRƯỞNG"]),
    (["KT. VIỆN TRƯỞNG"], ["PHÓ VIỆN TRƯỞNG"]),
    (["TL. GIÁM ĐỐC"], ["TRƯỞNG PHÒNG THAM MƯU"]),
    (["KT. CHÁNH VĂN PHÒNG"], ["PHÓ CHÁNH VĂN PHÒNG"]),
]
STATE_POSTS = [
    (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]),
    (["TM. ỦY BAN NHÂN DÂN"], ["CHỦ TỊCH"]),
    (["KT. GIÁM ĐỐC"], ["PHÓ GIÁM ĐỐC"]),
    (["TL. CHỦ TỊCH"], ["CHÁNH VĂN PHÒNG"]),
    (["TUQ. CHỦ TỊCH"], ["GIÁM ĐỐC SỞ NỘI VỤ"]),
    ([], ["GIÁM ĐỐC"]),
]
SHAPES = [
    "cells",
    "right_first",
    "tab_rows",
    "side_by_side",
    "interleaved",
    "one_blank",
    "one_paragraph_cells",
]
LAYOUTS = ["party_letter", "party_letter", "party_letter", "party_report", "party_submission", "party_paper",
           "party_minutes", "state_letter", "state_report", "mail", "personal_paper"]  # fmt: skip


@dataclass
class Made:
    """A letter and what is true of it; a field that is missing or None is not in it."""

    paragraphs: list[str]
    truth: dict[str, object]
    file_name: str = ""
    sender: str = ""
    day: datetime.date | None = None
    traits: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Hand:
    """The words that letters are made of: rules are made with the first hand's, and tried on the others'."""

    subjects: list[str]
    addressees: list[str]
    party_posts: list
    state_posts: list
    texts: list[str]


def make_letters(seed, count, hand=None):
    """Make ``count`` letters, the same for the same seed and hand."""
    chance = random.Random(seed)
    return [
        make_letter(chance, LAYOUTS[i % len(LAYOUTS)], SHAPES[i % len(SHAPES)], hand or FIRST_HAND)
        for i in range(count)
    ]


def make_letter(chance, layout, shape, hand):
    row = chance.choice(ROWS)
    date = _day_of(chance, row)
    if layout == "mail":
        return _mail(chance, row, date)
    if layout == "personal_paper":
        return _personal_paper(chance)
    family = "state" if layout.startswith("state") else "party"
    made = Made([], {"family": family}, traits=[layout, shape])
    name = _spelled(chance, row, made)
    bodies, issuer = _body(chance, row, name, family, made)
    number_line = _number(chance, layout, issuer, family, date, made)
    place = name if row.kind == "tinh" or "Hồ Chí Minh" in row.name else row.name
    date_line = _date_line(chance, place, date, family, made)
    subject = chance.choice(hand.subjects)
    is_letter = layout.endswith("letter")
    under = _under_number(chance, subject, family, made) if is_letter else []
    mark = chance.choice(["", "", "", "KHẨN", "HỎA TỐC", "Dự thảo", "DỰ THẢO LẦN 2", "THƯỢNG KHẨN"])
    left = [*bodies, "*" if family == "party" else "-------", number_line, *under]
    right = ["ĐẢNG CỘNG SẢN VIỆT NAM", date_line] if family == "party" else [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------", date_line]  # fmt: skip
    if mark.startswith(("KHẨN", "HỎA", "THƯỢNG")):
        left.insert(left.index(number_line) + 1, mark)
    elif mark:
        right.insert(len(right) - 1, mark)
    head = _laid_out(chance, shape, left, right)
    title = [] if is_letter else _title(chance, layout, subject, family, made)
    addressee = _addressee(chance, layout, hand, made)
    signature = _signature(chance, shape, family, row, hand, made)
    text = _text(chance, row, hand)
    made.paragraphs = [*head, *title, *addressee, *text, *signature]
    if chance.random() < 0.12:
        made.paragraphs += ["PHỤ LỤC", "Kèm theo Công văn số 99-CV/TU, ngày 02/02/2020", "1. Nội dung."]
    _add_outside(chance, row, date, made)
    _add_noise(chance, shape, made)
    return made


def _day_of(chance, row):
    first = row.valid_from or datetime.date(2019, 1, 1)
    last = row.valid_to or datetime.date(2026, 10, 31)
    if row.slug == "hue":
        first = datetime.date(2025, 1, 1)
    return first + datetime.timedelta(chance.randrange((last - first).days + 1))


def _spelled(chance, row, made):
    if chance.random() < 0.4 and row.name in OLD_SPELLINGS:
        made.traits.append("old_spelling")
        return chance.choice(OLD_SPELLINGS[row.name])
    return row.name


def _body(chance, row, name, family, made):
    """The lines of the issuing body and the sign of the issuer; sets the true body and committee."""
    owner = "TỈNH ỦY" if row.kind == "tinh" else "THÀNH ỦY"
    unit = "TỈNH" if row.kind == "tinh" else "THÀNH PHỐ"
    upper = name.upper()
    if family == "state":
        lines, issuer = chance.choice([
            ([f"ỦY BAN NHÂN DÂN {unit} {upper}"], "UBND-NC"),
            (["ỦY BAN NHÂN DÂN", f"{unit} {upper}"], "UBND-NC"),
            (["BỘ CÔNG AN", f"CÔNG AN {unit} {upper}"], "CAT-PV01"),
            ([f"UBND {unit} {upper}", "SỞ NỘI VỤ"], "SNV-VP"),
            (["BỘ TƯ PHÁP"], "BTP-PLHS"),
            (["VIỆN KIỂM SÁT NHÂN DÂN", "TỐI CAO"], "VKSTC-VP"),
        ])  # fmt: skip
        if "THÀNH PHỐ THÀNH PHỐ" in " ".join(lines) or "THÀNH PHỐ TP" in " ".join(lines):
            lines = [
                line.replace("THÀNH PHỐ THÀNH PHỐ", "THÀNH PHỐ").replace("THÀNH PHỐ TP", "TP")
                for line in lines
            ]
        whole = len(lines) == 1 or lines[0].startswith(("ỦY BAN", "VIỆN"))
        made.truth["body"] = " ".join(lines) if whole else lines[-1]
        return lines, issuer
    draw = chance.random()
    if draw < 0.05:
        lines = [f"ĐẢNG BỘ {unit} {upper}".replace("THÀNH PHỐ THÀNH PHỐ", "THÀNH PHỐ"), "BAN CHẤP HÀNH"]
        made.truth |= {"body": "BAN CHẤP HÀNH", "committee": row.slug}
        return lines, "TU"
    if draw < 0.1:
        lines = [
            f"{owner} {upper}",
            chance.choice(["HUYỆN ỦY MẪU SƠN", "THỊ ỦY MẪU GIANG", "THÀNH ỦY MẪU KHÊ"]),
        ]
        made.truth["body"] = lines[1]
        return lines, chance.choice(["HU", "ThU", "TU"])
    if draw < 0.6:
        lines = chance.choice([[f"{owner} {upper}"], [owner, upper], [f"{owner} {upper}"]])
        made.truth |= {"body": " ".join(lines), "committee": row.slug}
        return lines, "TU"
    if draw < 0.7:
        lines = chance.choice([[f"BAN THƯỜNG VỤ {owner} {upper}"], ["BAN THƯỜNG VỤ", f"{owner} {upper}"]])
        made.truth |= {"body": " ".join(lines), "committee": row.slug}
        return lines, "TU"
    if draw < 0.8:
        made.truth |= {"body": "VĂN PHÒNG", "committee": row.slug, "is_organ": True}
        return [f"{owner} {upper}", "VĂN PHÒNG"], "VPTU"
    if draw < 0.86:
        made.truth |= {"body": f"BAN NỘI CHÍNH {owner} {upper}", "committee": row.slug, "is_organ": True}
        return [f"BAN NỘI CHÍNH {owner} {upper}"], "BNCTU"
    if draw < 0.94:
        lines = chance.choice(
            [[f"{owner} {upper}", f"ĐẢNG ỦY CÔNG AN {unit}"], [f"ĐẢNG ỦY CÔNG AN {unit} {upper}"]]
        )
        lines = [line.replace("THÀNH PHỐ THÀNH PHỐ", "THÀNH PHỐ") for line in lines]
        made.truth["body"] = lines[-1]
        return lines, "ĐUCA"
    body = chance.choice(
        ["VĂN PHÒNG TRUNG ƯƠNG ĐẢNG", "ĐẢNG ỦY CÔNG AN TRUNG ƯƠNG", "BAN NỘI CHÍNH TRUNG ƯƠNG"]
    )
    made.truth["body"] = body
    return [body], "VPTW"


def _number(chance, layout, issuer, family, date, made):
    kind = {"letter": "CV", "report": "BC", "submission": "TTr", "paper": "BC", "minutes": "BB"}[
        layout.split("_")[1]
    ]
    number = f"{chance.choice([chance.randrange(1, 10), chance.randrange(10, 3000)]):02}"
    if chance.random() < 0.12:
        made.traits.append("blank_number")
        gap = chance.choice(["      ", "  ", " ..... ", "____"])
        return f"Số{gap}-{kind}/{issuer}" if family == "party" else f"Số:{gap}/{issuer}"
    if family == "state":
        tail = issuer if layout == "state_letter" else f"BC-{issuer.split('-')[0]}"
        made.truth["symbol"] = f"{number}/{tail}"
        return chance.choice(["Số: {}", "Số:{}", "Số : {}", "Số {}"]).format(made.truth["symbol"])
    made.truth["symbol"] = f"{number}-{kind}/{issuer}"
    form = chance.choice(
        ["Số {}-{}/{}", "Số {}-{}/{}", "Số {} - {}/{}", "Số: {}-{}/{}", "SỐ {}-{}/{}", "Số {}–{}/{}"]
    )
    return form.format(number, kind, issuer)


def _date_line(chance, place, date, family, made):
    made.truth["place"] = place
    if chance.random() < 0.08:
        made.traits.append("blank_date")
        return f"{place}, ngày      tháng {date.month} năm {date.year}"
    made.truth["date"] = date
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    form = chance.random()
    if form < 0.85:
        return f"{place}, ngày {date.day:02} tháng {month} năm {date.year}"
    if form < 0.93:
        return f"{place}, ngày {date.day:02}/{date.month:02}/{date.year}"
    return f"{place}, ngày {date.day} tháng {date.month} năm {date.year}"


def _under_number(chance, subject, family, made):
    if chance.random() < 0.06:
        made.traits.append("no_subject")
        return []
    made.truth["subject"] = subject
    opening = chance.choice(["V/v ", "V/v: "]) if family == "state" else chance.choice(["", "", "V/v "])
    return _wrapped(opening + subject, chance.choice([24, 30, 38, 200]))


def _wrapped(text, width):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _title(chance, layout, subject, family, made):
    name = {
        "party_report": "BÁO CÁO", "party_submission": "TỜ TRÌNH", "party_paper": "THAM LUẬN",
        "party_minutes": "BIÊN BẢN", "state_report": chance.choice(["BÁO CÁO", "TỜ TRÌNH", "Ý KIẾN GÓP Ý"]),
    }[layout]  # fmt: skip
    made.truth["subject"] = f"{name} {subject}"
    lines = [name, *_wrapped(subject, chance.choice([45, 60, 75, 300]))]
    return [*lines, "-----"] if chance.random() < 0.6 else lines


def _addressee(chance, layout, hand, made):
    if layout in ("party_report", "party_paper", "party_minutes", "state_report") or chance.random() < 0.05:
        return []
    label = "Kính trình" if layout == "party_submission" and chance.random() < 0.5 else "Kính gửi"
    names = chance.sample(hand.addressees, chance.choice([1, 1, 2]))
    made.truth["addressee"] = "; ".join(names)
    if len(names) == 1:
        return [f"{label}: {names[0]}"]
    return [f"{label}:", *(f"- {name}," for name in names[:-1]), f"- {names[-1]}."]


def _text(chance, row, hand):
    other = chance.choice(ROWS)
    return [
        chance.choice([
            "Căn cứ Nghị quyết số 12-NQ/TW, ngày 16/3/2022 của Bộ Chính trị về đẩy mạnh xây dựng lực lượng;",
            "Thực hiện Công văn số 55-CV/ĐUCA, ngày 01 tháng 7 năm 2021 về việc lấy ý kiến,",
            f"Sau khi nghiên cứu dự thảo Quy chế, {row.full_name} có ý kiến như sau:",
            *hand.texts,
        ]),
        f"VĂN BẢN MẪU. Cơ bản nhất trí với dự thảo; kinh nghiệm của {other.full_name} là đáng chú ý.",
        "1. Về nguyên tắc phối hợp (Điều 3)",
        "Đề nghị bổ sung vào khoản 2 Điều 3 chế độ thông tin, báo cáo theo Quy định số 22-QĐ/TW ngày 28/7/2021.",
        "2. Về trách nhiệm của các bên",
        "Số 01 điểm cầu do Công an tỉnh bố trí; đồng chí Bí thư chủ trì.",
        *(f"Nội dung {i} được giữ như dự thảo, không có ý kiến khác." for i in range(chance.randrange(3, 25))),
        "Trên đây là ý kiến góp ý, trân trọng báo cáo.",
    ]  # fmt: skip


def _signature(chance, shape, family, row, hand, made):
    powers, posts = chance.choice(hand.party_posts if family == "party" else hand.state_posts)
    person = chance.choice(OTHER_NAMES) if chance.random() < 0.12 else " ".join(
        (chance.choice(FAMILIES), chance.choice(MIDDLES), chance.choice(NAMES)))  # fmt: skip
    rank = chance.choice(["", "", "", "Đại tá ", "TS. ", "Đồng chí ", "PGS.TS. "])
    made.truth |= {
        "signer": person, "signer_post": ", ".join(posts),
        "signing_power": ", ".join(powers) if powers else None,
    }  # fmt: skip
    if chance.random() < 0.15:
        person = person.upper()
    if chance.random() < 0.06:
        made.truth["signer"] = None
        person = rank = ""
    note = chance.choice([[], [], ["(Đã ký)"], ["(đã ký)"], ["(Ký tên, đóng dấu)"]])
    right = [*powers, *posts, *note, *([rank + person] if person else [])]
    left = ["Nơi nhận:", "- Như trên,", f"- Thường trực {row.full_name},", "- Lưu VPTU."]
    return _laid_out(chance, "cells" if shape == "one_line" else shape, left, right)


def _laid_out(chance, shape, left, right):
    rows = max(len(left), len(right))
    pairs = [(left[i] if i < len(left) else "", right[i] if i < len(right) else "") for i in range(rows)]
    if shape == "cells":
        return [*left, *right]
    if shape == "right_first":
        return [*right, *left]
    if shape == "one_paragraph_cells":
        return ["\n".join(left), "\n".join(right)]
    if shape == "joined_cells":
        return (
            [" ".join(left) + "\t" + " ".join(right)]
            if right[0].isupper() and "NAM" in right[0]
            else [*left, *right]
        )
    if shape == "one_line":
        return [" ".join([*left, *right])]
    if shape == "tab_rows":
        return ["\t".join(pair) for pair in pairs]
    if shape == "interleaved":
        return [one for pair in pairs for one in pair if one]
    if shape == "one_blank":
        shift = chance.choice([0, 1])
        moved = [*([""] * shift), *right]
        rows = max(len(left), len(moved))
        return [
            " ".join(
                one
                for one in ((left[i] if i < len(left) else ""), (moved[i] if i < len(moved) else ""))
                if one
            )
            for i in range(rows)
        ]
    return [
        f"{' ' * chance.randrange(0, 6)}{one:<44}{' ' * chance.randrange(3, 8)}{other}".rstrip()
        for one, other in pairs
    ]


FIRST_HAND = Hand(
    SUBJECTS,
    ADDRESSEES,
    PARTY_POSTS,
    STATE_POSTS,
    ["Theo đề nghị của Ban Tổ chức Hội thảo tại Công văn số 77-CV/VPTW,"],
)
SECOND_HAND = Hand(OTHER_SUBJECTS, OTHER_ADDRESSEES, OTHER_PARTY_POSTS, OTHER_STATE_POSTS, OTHER_TEXTS)

THIRD_HAND = Hand(
    [
        "Về việc cho ý kiến dự thảo Quy chế làm việc giữa Ban Thường vụ Tỉnh ủy và Ban Giám đốc Công an tỉnh",
        "Kế hoạch triển khai góp ý; danh sách đại biểu dự Hội thảo ngày 07/9/2021",
        "Ban Thường vụ Tỉnh ủy thống nhất nội dung dự thảo Đề án số 01",
        "Một số kiến nghị qua thực tiễn địa phương",
        "tổng hợp ý kiến của các Ban cán sự đảng, đảng đoàn, đảng ủy trực thuộc tỉnh",
        "nhất trí với dự thảo",
        "Quy chế phối hợp trong công tác cán bộ: thực trạng và giải pháp",
        "Căn cứ chính trị, pháp lý của Quy chế phối hợp",
    ],
    [
        "Đồng chí Bí thư Đảng ủy Công an Trung ương",
        "Ban Chỉ đạo xây dựng Đề án",
        "Cục Tổ chức cán bộ - Bộ Công an",
        "Các đồng chí Ủy viên Ban Thường vụ",
    ],
    [
        (["T/M BAN THƯỜNG VỤ", "Q. BÍ THƯ"], ["PHÓ BÍ THƯ"]),
        (["T/M ĐẢNG ỦY"], ["BÍ THƯ"]),
        (["T/L BAN THƯỜNG VỤ TỈNH ỦY"], ["PHÓ CHÁNH VĂN PHÒNG THƯỜNG TRỰC"]),
        (["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ", "TRƯỞNG ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH"]),
    ],
    [
        (["TM. ỦY BAN NHÂN DÂN TỈNH"], ["CHỦ TỊCH"]),
        (["KT. CỤC TRƯỞNG"], ["PHÓ CỤC TRƯỞNG"]),
        (["TL. BỘ TRƯỞNG", "KT. CỤC TRƯỞNG"], ["PHÓ CỤC TRƯỞNG"]),
        ([], ["PHÓ GIÁM ĐỐC"]),
    ],
    [
        "Công an Trung ương đề nghị góp ý dự thảo; Ban Thường vụ báo cáo như sau.",
        "Trước hết, chúng tôi bày tỏ sự thống nhất cao với việc xây dựng Quy chế.",
    ],
)


def _mail(chance, row, date):
    return Made(
        [
            chance.choice(
                ["Kính gửi: Ban Tổ chức Hội thảo,", "Kính gửi các đồng chí,", "Kính chào Ban Tổ chức!"]
            ),
            f"{row.full_name} xin gửi kèm Công văn số 12-CV/TU ngày {date:%d/%m/%Y} về việc góp ý dự thảo Quy chế.",
            "VĂN BẢN MẪU",
            "Đề nghị Ban Tổ chức xác nhận đã nhận được thư này.",
            "Trân trọng cảm ơn./.",
            "Nguyễn Văn Mẫu",
            "Chuyên viên, điện thoại: 0000 000 000",
        ],
        {"family": ""},
        traits=["mail"],
    )


def _personal_paper(chance):
    return Made(
        [
            "Một số suy nghĩ về công tác phối hợp trong tình hình mới",
            "VĂN BẢN MẪU",
            "Kính thưa đồng chí chủ trì, kính thưa các đồng chí!",
            "Qua nghiên cứu dự thảo, tôi xin có một số ý kiến theo Nghị quyết số 12-NQ/TW ngày 16/3/2022.",
            *(f"Ý kiến {i} về chế độ giao ban, trao đổi thông tin." for i in range(chance.randrange(2, 20))),
            "Xin trân trọng cảm ơn!",
            chance.choice(["Nguyễn Văn Mẫu", "Người viết: Nguyễn Văn Mẫu"]),
        ],
        {"family": ""},
        traits=["personal_paper"],
    )


def _add_outside(chance, row, date, made):
    number = str(made.truth.get("symbol", "")).replace("/", chance.choice(["-", ""]))
    spoken = chance.choice([row.name, unicodedata.normalize("NFD", row.name), row.name.replace(" ", "_")])
    if chance.random() < 0.4 and number:
        made.file_name = f"{number} {spoken}.docx"
        made.traits.append("file_name")
    elif chance.random() < 0.2:
        made.file_name = f"Góp ý của {row.full_name}.doc"
        made.traits.append("file_name")
    elif chance.random() < 0.1:
        other = chance.choice(ROWS)
        made.file_name = f"Góp ý của {other.full_name}.doc"
        made.traits.append("wrong_file_name")
    if chance.random() < 0.2:
        made.sender = f"Văn phòng {row.full_name} <vptu@{row.slug.replace('-', '')}.gov.vn>"
    made.day = date + datetime.timedelta(chance.randrange(0, 30)) if chance.random() < 0.7 else None


def _add_noise(chance, shape, made):
    if chance.random() < 0.25:
        made.traits.append("old_uy")
        made.paragraphs = [one.replace("ủy", "uỷ").replace("ỦY", "UỶ") for one in made.paragraphs]
    if chance.random() < 0.12:
        made.traits.append("lost_tones")
        made.paragraphs = [_without_tones(one) if one.isupper() else one for one in made.paragraphs]
    if chance.random() < 0.15:
        made.traits.append("recognised")
        made.paragraphs = [_misread(chance, one) if i < 8 else one for i, one in enumerate(made.paragraphs)]
    if chance.random() < 0.2:
        made.traits.append("nbsp")
        made.paragraphs = [one.replace(" ", "\xa0", chance.randrange(0, 3)) for one in made.paragraphs]
    if chance.random() < 0.2:
        made.traits.append("double_blanks")
        made.paragraphs = [one.replace(" ", "  ", 1) for one in made.paragraphs]
    if chance.random() < 0.15:
        made.traits.append("empty_paragraphs")
        made.paragraphs = [part for one in made.paragraphs for part in (one, "")]
    if chance.random() < 0.2:
        made.traits.append("nfd")
        made.paragraphs = [unicodedata.normalize("NFD", one) for one in made.paragraphs]


def _without_tones(text):
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if sign not in tones)
    return unicodedata.normalize("NFC", bare)


def _misread(chance, text):
    """Confuse signs as recognition does: I and l, 0 and O, 1 and l, a lost mark."""
    signs = list(text)
    for at, sign in enumerate(signs):
        if chance.random() < 0.04:
            signs[at] = {"I": "l", "Ị": "I", "O": "0", "1": "l", "Ố": "Ô", "ố": "ô", "Ỉ": "I", "Ắ": "Ă"}.get(
                sign, sign
            )
    return "".join(signs)
