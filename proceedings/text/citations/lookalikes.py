"""Words that only look like units, and what makes a number a count."""

from typing import Final

from proceedings.text.citations.shapes import Level

# fmt: off
#: Words before a unit's word that make it another word: "quan điểm", "tài khoản", "danh mục".
BEFORE: Final = {
    Level.TIET: frozenset(["tình", "chi", "thời", "khí", "tuần", "bài"]),
    Level.DOAN: frozenset(["giai", "công", "thủ", "tập", "lũng", "phân", "gián", "quân"]),
    Level.DIEM: frozenset([
        "quan", "thời", "địa", "đặc", "trọng", "nhược", "ưu", "khuyết", "yếu", "đỉnh", "khởi", "luận", "giao",
        "thí", "chấm", "thang", "số", "cao",
    ]),
    Level.KHOAN: frozenset(["tài", "điều", "thanh", "trái"]),
    Level.DIEU: frozenset(["hạt", "cây", "quả", "giáo", "tín"]),
    Level.MUC: frozenset(["danh", "hạng", "chuyên", "khoản", "thư", "tiết", "đầu", "đề"]),
    Level.CHUONG: frozenset(["huân", "huy", "hiến", "văn", "cửu", "niệm"]),
    Level.PHAN: frozenset(["cổ", "thành", "học", "góp", "một", "đa", "khẩu", "tỷ", "tỉ", "bách"]),
}
#: Words behind a number that make it a sum or a measure: "khoản 2 tỷ".
MEASURES: Final = frozenset([
    "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "đồng", "vnđ", "usd", "đô", "tấn", "kg", "km", "ha", "m", "%",
])
#: Words behind a further number that make it a count: "khoản 1, 2 ý kiến", "và 3 thành viên".
COUNTED: Final = MEASURES | frozenset([
    "người", "ngày", "ý", "thành", "tháng", "năm", "lần", "cơ", "đơn", "văn", "trường", "cấp", "cán", "đại",
    "giờ", "tuần", "phút", "vấn", "nội", "loại", "nhóm", "phương", "bản", "hình", "đối", "tổ", "chữ", "từ",
    "dòng", "câu", "trang", "hồ", "mức", "tỉnh", "bên", "đảng", "thôn", "xã",
])
#: Words before a unit's word that make it more than one: "hai khoản này".
SEVERAL: Final = frozenset([
    "các", "những", "cả", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "nhiều", "mọi", "mỗi",
])
#: Words that go on with the sentence: the name of a document ends before them.
SENTENCE: Final = frozenset([
    "là", "chưa", "đã", "được", "có", "không", "và", "hoặc", "thì", "nên", "cần", "về", "như", "theo", "để",
    "cho", "phải", "sẽ", "bao", "gồm", "nêu", "trong", "tại", "đề", "sửa", "bổ", "vì", "do", "nhằm", "với",
    "khi", "nếu", "mà", "còn", "chỉ", "cũng", "thành", "bằng", "từ", "đến", "đang", "bị", "vẫn", "rằng",
    "nói", "trên",
])
# fmt: on
