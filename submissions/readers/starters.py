"""Signs that always begin a paragraph in Vietnamese papers: "Điều 5.", "1.", "a)", "-", "Chương II" …"""

from __future__ import annotations

import re
from typing import Final

_STARTERS: Final = re.compile(
    r"""
    (?: Điều \s+ \d+[a-zđ]? \s* [.:]                                   # Điều 5.   Điều 5a:
      | (?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|TIỂU\ MỤC|Tiểu\ mục) \s+ (?:[IVXLC]+|\d+|thứ\ \w+) \b
      | (?:PHỤ\ LỤC|Phụ\ lục|MẪU\ SỐ|Mẫu\ số|BIỂU|Biểu\ số)
      | \d{1,3} (?:\.\d{1,3}){0,4} [.)/] (?!\d) \s* \S                   # 1.   1.2.   1)   1/
      | \d{1,3} (?:\.\d{1,3}){1,4} \s+ [A-ZÀ-Ỹ]                          # 1.2 Nội dung
      | [a-zđ]{1,2} \d? [.)] \s+ \S                                      # a)   đ1)
      | [A-ZĐ] [.)] \s+ \S
      | [IVXLC]{1,6} [.)/] \s* \S | [IVXLC]{1,6} \s* - \s* [A-ZÀ-Ỹ]      # IV.   II -
      | [-–—+*•●○▪■□◦‣·\uf000-\uf0ff] \s* \S
      | Căn\ cứ\ | Kính\ gửi \s*: | Nơi\ nhận \s*: | V/v\ | Số \s* :
      | (?:TM|KT|TL|TUQ|Q)\. \s* [A-ZĐÀ-Ỹ]{2}
    )""",
    re.VERBOSE,
)


def begins_paragraph(line: str) -> bool:
    """Tell whether a line can only be the first of its paragraph."""
    return bool(_STARTERS.match(line))
