"""The standing phrases around a mark, folded and squeezed: labels, kinds of documents, urgency, copies, care."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LABELS: Final = (
    "(?:muc|cap)?do(?:bao)?mat(?:neuco)?",
    "(?:muc|cap)?do",
    "mucmat",
    "chedo(?:mat)?",
    "phanloai(?:mat)?",
    "bimatnhanuoc",
    "thuocdanhmucbimatnhanuoc",
)
KINDS: Final = (
    "tailieu", "vanban", "hoso", "congvan", "(?:cong)?dien", "nghiquyet", "quyetdinh", "baocao", "totrinh", "kehoach",
    "dean", "duthao", "thongbao", "phuluc", "thamluan", "tapgopy",
)  # fmt: skip
#: Words that join a label and a mark; a phrase does not begin with them: "cơ mật" and "lá mật" are words.
_GLUE: Final = ("nay", "co", "thuoc", "la", "mang", "duoc", "xep", "noidung", "phamvi")
_STAMPING: Final = ("dau", "dongdau", "loai", "luuhanh")
_URGENCY: Final = ("(?:(?:muc)?dokhan)?(?:(?:thuong)?khan|hoatoc(?:hengio)?|thuong)",)
_COPIES: Final = (
    "(?:ban|so|trang|page|p)*[0-9]{1,4}",
    "(?:tren|trongso|cua|of)[0-9]{1,4}",
    "bansao",
    "bangoc",
)
_CARE: Final = (
    "(?:denghi)?(?:nghiem|tuyetdoi)?(?:cam|khongduoc|khong)"
    "(?:sao|chup|chep|luc|pho|bien|tiet|lo|mang|ra|ngoai|in|va|de|lot|duoi|moi|hinh|thuc)+",
    "luuhanhnoibo",
    "(?:tailieu)?thuhoi(?:sauhoinghi|saucuochop)?",
    "xemxong(?:tralai|huy|dot)",
    "chi(?:dung|gui|luuhanh|phobien)[a-z]{0,30}",
    "chinguoicotenmoiduocbocbi",
    "(?:cua)?(?:dangva)?nhanuoc",
    "(?:top)?secret",
    "thoihan(?:baove)?[a-z0-9]{0,40}",
    "duthao",
)
_BEGINNING = re.compile("|".join(("$", *LABELS, *KINDS, *_URGENCY, *_COPIES, *_STAMPING)))
_OPENING = tuple(map(re.compile, (*LABELS, *KINDS, *_GLUE, *_STAMPING, *_URGENCY, *_COPIES)))
_CLOSING = tuple(map(re.compile, (*_URGENCY, *_COPIES, *_CARE)))


def may_open(letters: str) -> bool:
    """Tell whether letters before a mark are standing phrases, one after the other, or none."""
    return bool(_BEGINNING.match(letters)) and _is_made_of(letters, _OPENING)


def may_close(letters: str, level: str) -> bool:
    """Tell whether letters after a mark are standing phrases or the mark again."""
    return _is_made_of(letters, (*_CLOSING, re.compile(level)))


def _is_made_of(letters: str, phrases: Sequence[re.Pattern[str]]) -> bool:
    """Tell whether a text can be cut into phrases: by the places that they reach, so that no text takes long."""
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            reached |= {match.end() for phrase in phrases if (match := phrase.match(letters, start))}
    return len(letters) in reached
