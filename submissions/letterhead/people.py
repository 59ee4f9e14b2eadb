"""Names of persons in a signature, without ranks and titles; what tells them from posts and list items."""

from __future__ import annotations

import re
from typing import Final

from submissions.letterhead.pieces import Piece

#: Family names, folded; a name of another family is a name too, but less certain.
_FAMILY_NAMES: Final = """
    a an bach ban be bui cao cham chau chu chung co cu dam dang danh dao dau diep dieu dinh do doan
    duong gian giang ha hau ho hoai hoang hua huinh huu i khong khuc ki kieu kim kpa ksor la lai lam
    lang lau le li lien lo long lu luan luc luong luu ma mac mai mau mo moc mua nai ngan nghiem ngo
    nguien nhan nie ninh nong on pham phan phi pho phu phung quach quan quang rah rcom ro sam siu son
    sung ta thach thai than thao thi thieu thuong tien tieu to ton tong tra tran trieu trinh truong tu
    ung uong va van vang vi viem vinh vo vu vuong xa xuan
"""
_FAMILIES: Final = frozenset(_FAMILY_NAMES.split())
_TITLES: Final = re.compile(
    r"(?:(?:dong\s+chi|d/c|d\.c|ong|ba|gs|pgs|ts|tskh|ths|cn|ks|bs|ls|iuat\s+su|tien\s+si|thac\s+si"
    r"|giao\s+su|pho\s+giao\s+su"
    r"|(?:dai|thuong|trung|thieu)\s+(?:tuong|ta|ui|uy)|chuan\s+do\s+doc"
    r"|(?:pho\s+)?do\s+doc)\s*(?:[.:,]\s*|\s)\s*)+"
)
#: Words of posts, bodies and list items; with their marks, as names are alike without them (Phong, Vũ, Tình).
_NO_NAME: Final = re.compile(
    r"\b(?:phòng|ủy|uỷ|sở|cục|vụ|viện|tỉnh|nơi nhận|như trên|văn thư|đã ký|bí thư|chủ tịch|giám đốc"
    r"|trưởng ban|thành phố)\b"
)
_NO_NAME_PLAIN: Final = re.compile(
    r"\b(?:bi thu|chu tich|giam doc|truong ban|phu iuc|muc iuc|hoi nghi|hoi thao|viet nam|trung uong"
    r"|cong an|mau so|quy che"
    r"|thu tuong|bo truong|van phong|dang uy|tinh uy|thanh uy|uy ban|noi nhan|nhu tren|trang so)\b"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2018\u2019\u02bc.-][^\W\d_]+)*")
_VOWEL: Final = re.compile(r"[aeiouy]")


def read_person(piece: Piece) -> tuple[Piece, float] | None:
    """Return the part of a piece that is a person's name, and how certain it is, or None.

    Academic titles and military ranks before the name are left out (domain notes, C: none in a signature). Names
    in capitals or not, of two to six words; names such as H'Yim Kđoh are names, less certainly.
    """
    if not 4 <= len(piece.text) <= 60:
        return None
    title = _TITLES.match(piece.skeleton)
    name = piece.part(title.end() if title else 0, len(piece.text))
    words = name.text.split()
    if not 2 <= len(words) <= 6 or not all(_WORD.fullmatch(word) for word in words):
        return None
    if any(
        not word[0].isupper() or not _VOWEL.search(plain)
        for word, plain in zip(words, name.plain.split(), strict=True)
    ):
        return None
    capitals = [word.isupper() and len(word) > 1 for word in words]
    if any(capitals) and not all(
        capital or len(word) < 3 for capital, word in zip(capitals, words, strict=True)
    ):
        return None
    family = name.plain.split()[0].replace("y", "i")
    known = family in _FAMILIES or "'" in family
    judged = words[:-1] if known and len(words) > 2 else words  # Nguyễn Văn Vụ is a name
    if _NO_NAME.search(" ".join(judged).lower()) or _NO_NAME_PLAIN.search(name.words):
        return None
    return name, (0.95 if known else 0.85) if not all(capitals) or known else 0.6
