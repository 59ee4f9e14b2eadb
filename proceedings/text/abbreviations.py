"""Abbreviations of Party and State papers and what they stand for, all folded."""

from typing import Final

from proceedings.text.folding import fold

_ONE_MEANING: Final = {
    "TW": "Trung ương",
    "BCHTW": "Ban Chấp hành Trung ương",
    "BCT": "Bộ Chính trị",
    "BBT": "Ban Bí thư",
    "BCH": "Ban Chấp hành",
    "BTV": "Ban Thường vụ",
    "UBKT": "Ủy ban Kiểm tra",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "VPTW": "Văn phòng Trung ương",
    "ĐUCATW": "Đảng ủy Công an Trung ương",
    "CATW": "Công an Trung ương",
    "CAND": "Công an nhân dân",
    "BCA": "Bộ Công an",
    "QĐND": "Quân đội nhân dân",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "VKSND": "Viện kiểm sát nhân dân",
    "TAND": "Tòa án nhân dân",
    "CTĐ": "công tác đảng",
    "CTCT": "công tác chính trị",
    "ANTT": "an ninh trật tự",
    "XHCN": "xã hội chủ nghĩa",
    "TP": "thành phố",
    "HCM": "Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh",
}
_SEVERAL_MEANINGS: Final = {
    "TU": ("Tỉnh ủy", "Thành ủy"),
    "ĐU": ("Đảng ủy",),
    "QĐ": ("quyết định", "quy định"),
    "QyĐ": ("quy định",),
    "QC": ("quy chế",),
    "NQ": ("nghị quyết",),
    "CT": ("chỉ thị", "chương trình"),
    "CTr": ("chương trình",),
    "KL": ("kết luận",),
    "TB": ("thông báo",),
    "CV": ("công văn",),
    "KH": ("kế hoạch",),
    "BC": ("báo cáo",),
    "HD": ("hướng dẫn",),
    "TTr": ("tờ trình",),
    "ĐA": ("đề án",),
}

EXPANSIONS: Final[dict[str, tuple[str, ...]]] = {
    fold(short): tuple(fold(long).split()) for short, long in _ONE_MEANING.items()
}
"""Folded abbreviation → its folded syllables; read in any case, as none is a Vietnamese syllable."""

MEANINGS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    fold(short): tuple(tuple(fold(long).split()) for long in longs)
    for short, longs in _SEVERAL_MEANINGS.items()
}
"""Folded abbreviation → each of its folded meanings; it may mean something else too: it is never replaced."""

SHORT_FORMS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    meaning: tuple(short for short, others in MEANINGS.items() if meaning in others)
    for meanings in MEANINGS.values()
    for meaning in meanings
}
"""Each meaning of ``MEANINGS``, always two folded syllables → the abbreviations that may stand for it."""
