"""Letters of our own making: letterheads of the Party and of the State around sample paragraphs, signed by nobody."""

from functools import cache

from proceedings.sample.compose import generate

PARTY = (
    ("TỈNH ỦY {upper}", "*", "Số {n}-CV/TU", "góp ý dự thảo Quy chế phối hợp", "ĐẢNG CỘNG SẢN VIỆT NAM",
     "{place}, ngày 05 tháng 7 năm 2021"),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY {upper}", "*", "{place}, ngày 12 tháng 8 năm 2021", "Số {n}-BC/TU", "BÁO CÁO",
     "tham gia ý kiến vào dự thảo Quy chế phối hợp", "-----"),
    ("THÀNH ỦY {upper}  ĐẢNG CỘNG SẢN VIỆT NAM", "BAN DÂN VẬN", "*  {place}, ngày 02 tháng 8 năm 2021",
     "Số {n}-CV/BDVTU", "HỎA TỐC"),
    ("TINH UY {upper}", "*", "So {n}-CV/TU", "DANG CONG SAN VIET NAM", "{place}, ngay 5 thang 7 nam 2021"),
)  # fmt: skip
STATE = (
    ("ỦY BAN NHÂN DÂN", "TỈNH {upper}", "Số: {n}/UBND-NC", "V/v góp ý dự thảo Quy chế",
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "{place}, ngày 07 tháng 9 năm 2021"),
    ("BỘ CÔNG AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CÔNG AN TỈNH {upper}\tĐộc lập - Tự do - Hạnh phúc",
     "Số:      /BC-CAT-PX01\t{place}, ngày    tháng 8 năm 2021", "BÁO CÁO"),
    ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH {upper}", "BAN THƯỜNG TRỰC", "Số: {n}/MTTQ-BTT",
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "KHẨN"),
)  # fmt: skip
HEADS = (*PARTY, *STATE)
PLACES = ("Bắc Ninh", "Hà Giang", "Gia Lai", "Cần Thơ", "Quảng Bình", "Lào Cai", "Đắk Lắk")
FOOT = ("Nơi nhận", "- Như trên,", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn Mẫu")


@cache
def bodies(count=40):
    """The texts of sample contributions, each a tuple of paragraphs."""
    return tuple(tuple(filter(None, one.text.split("\n"))) for one in generate(count))


def letter(number, *, words=(), at=None):
    """The lines of letter ``number``, always the same; ``words`` are put in as lines ``at`` a place (None: last)."""
    place = PLACES[number % len(PLACES)]
    head = [
        line.format(upper=place.upper(), n=number + 12, place=place) for line in HEADS[number % len(HEADS)]
    ]
    body = bodies()[number % len(bodies())]
    lines = ["VĂN BẢN MẪU", *head, "Kính gửi Ban Tổ chức Hội thảo,", *body, *FOOT]
    place = len(lines) - len(FOOT) if at is None else at
    return [*lines[:place], *words, *lines[place:]]
