"""The S of the country as two hand-drawn grids of committees: 63 of 2021 and 34 of today."""

# Read a grid as a map: north is up, one cell is one committee, "." is sea or a neighbour country.
# A cell touches (edge or corner) the cells whose provinces share a border with it; where the drawing
# cannot be wholly true it keeps the order along the coast. HS and TS are the archipelagos, alone in the
# last column, in the sea at their own latitude, never against the mainland.
GRID_2021 = """
    .    .    HG   CB   .    .    .
    LCh  LCa  TQ   BK   LS   .    .
    DB   YB   PT   TNg  BG   QNi  .
    .    SL   VP   HN   BN   HD   HP
    .    .    HB   HNa  HY   TB   .
    .    .    TH   NB   ND   .    .
    .    .    NA   .    .    .    .
    .    .    HT   QB   .    .    .
    .    .    .    QT   TTH  .    HS
    .    .    .    .    QNa  DNg  .
    .    .    .    .    KT   QNg  .
    .    .    .    .    GL   BDi  .
    .    .    .    DNo  DL   PY   .
    .    .    TNi  BP   LD   KH   .
    AG   DT   LA   BDu  DNi  NT   .
    CT   VL   TG   HCM  BRV  BTh  .
    KG   HGi  TV   BTr  .    .    TS
    BL   ST   .    .    .    .    .
    CM   .    .    .    .    .    .
"""

GRID_TODAY = """
    LCh  LCa  TQ   CB   .    .
    DB   SL   PT   TNg  LS   .
    .    .    HN   BN   QNi  .
    .    TH   NB   HY   HP   .
    .    NA   .    .    .    .
    .    HT   QT   .    .    .
    .    .    HUE  DNg  .    HS
    .    .    .    QNg  .    .
    .    .    .    GL   .    .
    .    .    .    DL   .    .
    .    TNi  DNi  LD   KH   .
    AG   DT   HCM  .    .    TS
    CT   VL   .    .    .    .
    CM   .    .    .    .    .
"""

# code → (slug of 2021, name). The label of a tile is the name on two lines, unless SHORT says otherwise.
PLACES = {
    "AG": ("an-giang", "An Giang"),
    "BDi": ("binh-dinh", "Bình Định"),
    "BDu": ("binh-duong", "Bình Dương"),
    "BG": ("bac-giang", "Bắc Giang"),
    "BK": ("bac-kan", "Bắc Kạn"),
    "BL": ("bac-lieu", "Bạc Liêu"),
    "BN": ("bac-ninh", "Bắc Ninh"),
    "BP": ("binh-phuoc", "Bình Phước"),
    "BRV": ("ba-ria-vung-tau", "Bà Rịa - Vũng Tàu"),
    "BTh": ("binh-thuan", "Bình Thuận"),
    "BTr": ("ben-tre", "Bến Tre"),
    "CB": ("cao-bang", "Cao Bằng"),
    "CM": ("ca-mau", "Cà Mau"),
    "CT": ("can-tho", "Cần Thơ"),
    "DB": ("dien-bien", "Điện Biên"),
    "DL": ("dak-lak", "Đắk Lắk"),
    "DNg": ("da-nang", "Đà Nẵng"),
    "DNi": ("dong-nai", "Đồng Nai"),
    "DNo": ("dak-nong", "Đắk Nông"),
    "DT": ("dong-thap", "Đồng Tháp"),
    "GL": ("gia-lai", "Gia Lai"),
    "HB": ("hoa-binh", "Hòa Bình"),
    "HCM": ("thanh-pho-ho-chi-minh", "Thành phố Hồ Chí Minh"),
    "HD": ("hai-duong", "Hải Dương"),
    "HG": ("ha-giang", "Hà Giang"),
    "HGi": ("hau-giang", "Hậu Giang"),
    "HN": ("ha-noi", "Hà Nội"),
    "HNa": ("ha-nam", "Hà Nam"),
    "HP": ("hai-phong", "Hải Phòng"),
    "HT": ("ha-tinh", "Hà Tĩnh"),
    "HUE": ("hue", "Huế"),
    "HY": ("hung-yen", "Hưng Yên"),
    "KG": ("kien-giang", "Kiên Giang"),
    "KH": ("khanh-hoa", "Khánh Hòa"),
    "KT": ("kon-tum", "Kon Tum"),
    "LA": ("long-an", "Long An"),
    "LCa": ("lao-cai", "Lào Cai"),
    "LCh": ("lai-chau", "Lai Châu"),
    "LD": ("lam-dong", "Lâm Đồng"),
    "LS": ("lang-son", "Lạng Sơn"),
    "NA": ("nghe-an", "Nghệ An"),
    "NB": ("ninh-binh", "Ninh Bình"),
    "ND": ("nam-dinh", "Nam Định"),
    "NT": ("ninh-thuan", "Ninh Thuận"),
    "PT": ("phu-tho", "Phú Thọ"),
    "PY": ("phu-yen", "Phú Yên"),
    "QB": ("quang-binh", "Quảng Bình"),
    "QNa": ("quang-nam", "Quảng Nam"),
    "QNg": ("quang-ngai", "Quảng Ngãi"),
    "QNi": ("quang-ninh", "Quảng Ninh"),
    "QT": ("quang-tri", "Quảng Trị"),
    "SL": ("son-la", "Sơn La"),
    "ST": ("soc-trang", "Sóc Trăng"),
    "TB": ("thai-binh", "Thái Bình"),
    "TG": ("tien-giang", "Tiền Giang"),
    "TH": ("thanh-hoa", "Thanh Hóa"),
    "TNg": ("thai-nguyen", "Thái Nguyên"),
    "TNi": ("tay-ninh", "Tây Ninh"),
    "TQ": ("tuyen-quang", "Tuyên Quang"),
    "TTH": ("thua-thien-hue", "Thừa Thiên Huế"),
    "TV": ("tra-vinh", "Trà Vinh"),
    "VL": ("vinh-long", "Vĩnh Long"),
    "VP": ("vinh-phuc", "Vĩnh Phúc"),
    "YB": ("yen-bai", "Yên Bái"),
}

SHORT = {
    "thanh-pho-ho-chi-minh": ("TP.", "HCM"),
    "ba-ria-vung-tau": ("Bà Rịa", "V. Tàu"),
    "thua-thien-hue": ("T. Thiên", "Huế"),
}

# Committees of today whose row did not change in 2025; all others carry the suffix of their new beginning.
UNCHANGED = frozenset(
    {"ha-noi", "cao-bang", "dien-bien", "lai-chau", "son-la", "lang-son"}
    | {"quang-ninh", "thanh-hoa", "nghe-an", "ha-tinh", "hue"}
)

# code → (slug of the tile, name, code of the province it belongs to)
ISLANDS = {
    "HS": ("hoang-sa", "Hoàng Sa", "DNg"),
    "TS": ("truong-sa", "Trường Sa", "KH"),
}
