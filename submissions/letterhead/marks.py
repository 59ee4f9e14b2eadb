"""The fixed words of a letterhead, as patterns over skeletons (small letters, no marks, l and 1 as i, 0 as o)."""

from __future__ import annotations

import re
from typing import Final

PARTY_MOTTO: Final = re.compile(r"d[ao]ng\s*cong\s*san\s*viet\s*nam")
STATE_MOTTO: Final = re.compile(r"c[oq]ng\s*hoa\s*xa\s*hoi\s*chu\s*nghia\s*viet\s*nam")
TAGLINE: Final = re.compile(r"doc\s*iap\s*[-.,~]*\s*tu\s*do\s*[-.,~]*\s*hanh\s*phuc")
RULE: Final = re.compile(r"[\W_x]*o?[\W_]*")
"""A rule, an asterisk, or nothing that is read."""
ASIDE: Final = re.compile(
    r"[\W_]*(?:thuong khan|hoa toc|khan|du thao(?:[\s:]*(?:ian"
    r"|so)?(?:\s+thu)?\s*\w{0,4})?(?:\s*,?\s*\(?ngay.*)?|toi mat|tuyet mat|mat|"
    r"iuu hanh noi bo|tai iieu hoi (?:nghi|thao)|ban sao|sao y(?: ban chinh)?|van ban mau.*|hen gio|"
    r"\(?xem xong tra iai\)?|den|so den.*|cong van den|"
    r"bieu mau.*|mau so \w+|trang \d+.*|[\dio]{1,3}(?:/[\dio]{1,3})?)[\W_]*"
)
"""What stands beside a letterhead and is no part of it."""
MARK_AT_END: Final = re.compile(
    r"(?<=\S)\s+(?P<mark>thuong\s+khan|hoa\s+toc|khan|du\s+thao(?:\s+ian\s+(?:thu\s+)?\w{1,3})?)$"
)
PRINTED_BESIDE: Final = re.compile(r"(?:ky boi|co quan|ngay ky|thoi gian ky)\s*:.*|cong bao\s*/\s*so.*")
"""Whole lines that a gazette or an electronic signature adds."""
ADDRESSEE: Final = re.compile(r"kinh\s*(?:gui|trinh)\b\s*[:.;]?\s*")
ADDRESSEE_INSIDE: Final = re.compile(r"(?<=\S\s)kinh\s+(?:gui|trinh)\s*:")
REFERENCES: Final = re.compile(r"[\W_]*n[oa]i\s*nh[ao]n\b")

_TYPES: Final = (
    "bao cao", "to trinh", "bai tham iuan", "tham iuan", "y kien gop y", "y kien tham gia", "ban gop y",
    "van ban gop y", "gop y", "bien ban", "quyet dinh", "quy dinh", "quy che", "nghi quyet", "nghi dinh", "chi thi",
    "ket iuan", "thong bao", "ke hoach", "chuong trinh", "huong dan", "de an", "phuong an", "giay moi",
    "thong tu", "iuat", "phap ienh", "cong dien", "phieu y kien", "phieu gop y", "bai phat bieu", "phat bieu",
    "ban tong hop", "bang tong hop", "y kien", "thong tri", "tuyen bo", "iich", "de cuong", "cong van",
)  # fmt: skip
_ANY_TYPE: Final = "|".join(name.replace(" ", r"\s+") for name in _TYPES)
TYPE: Final = re.compile(rf"[\W_]*(?P<type>{_ANY_TYPE})(?P<more>\s.*)?[\W_]*")

BODY: Final = re.compile(
    r"(?:can cu|thuc hien|phuc dap|tra ioi|sau khi|qua nghien cuu|xet|theo (?:de nghi|cong van"
    r"|ke hoach|yeu cau|van ban"
    r"|noi dung|tinh than|chi dao)|tiep theo|nham|de (?:nghi|co|thuc|gop|hoan|trien|bao|tang)"
    r"|tren co so|kinh thua|thua |ngay \d|hom nay|vao hoi|vua qua|"
    r"trong (?:thoi gian|nhung)|duoc su|"
    r"(?:thoi gian|dia diem|thanh phan|noi dung|chu tri|chu toa|thu ky|nguoi trinh bay|tac gia"
    r"|bao cao vien)[^:]{0,20}:|"
    r"(?:ban thuong vu|thuong truc|van phong)?\s*(?:tinh uy|thanh uy|dang uy"
    r"|huyen uy)\s.*(?:nhan duoc|thong nhat|nhat tri"
    r"|co y kien|bao cao|xin|tham gia|gop y nhu|da nghien cuu)|"
    r"(?:uy ban nhan dan|ubnd|cong an)\s.*(?:nhan duoc|thong nhat|nhat tri|co y kien|bao cao|xin"
    r"|da nghien cuu))"
)
"""How a text begins after its letterhead."""
NEVER_TITLE: Final = re.compile(
    r"\W|can cu (?:dieu|iuat|nghi|quyet|quy (?:dinh|che)|ke hoach|cong van|chi thi|ket iuan"
    r"|phap ienh|thong|huong|hien|vao)|kinh thua|thua cac|hom nay|vao hoi|thoi gian|dia diem"
    r"|thanh phan|[ivx\d]{1,4}\s*[.)-]"
)
"""How a text begins that no title line begins with."""
ENUMERATED: Final = re.compile(
    r"dieu \w+\s*[.:]|chuong (?:[ivx]+|[\do]+)\b|phan (?:thu|[ivx\d])|[ivx]{1,4}\s*[.-]\s"
    r"|[\dio]{1,2}\s*[.)-]\s|[a-d]\)"
)
"""How a part of a text begins, in capitals or not."""
TITLE_LINE: Final = re.compile(
    r"(?P<type>nghi dinh|quyet dinh|thong tu(?: iien tich)?|chi thi|nghi quyet|cong van|bao cao|to trinh)\s"
    r"(?:cua\s[^,;\d]{2,80}\s)?so\s"
)
"""A title that says number and date in one line, as old law books print it."""


def is_rule(text: str) -> bool:
    """Tell whether a line is a drawn rule, an asterisk or other signs without words."""
    return RULE.fullmatch(text.lower()) is not None


def is_motto(skeleton: str) -> bool:
    """Tell whether a line holds the Party's or the State's title."""
    return any(pattern.search(skeleton) for pattern in (PARTY_MOTTO, STATE_MOTTO, TAGLINE))
