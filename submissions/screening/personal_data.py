"""Personal data in a text: counted for the secretariat, never told."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")
# A mobile number (10 figures from 03, 05, 07, 08, 09) or a landline (02x, 10–11), also as +84 …
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+?84[\s.-]?|0)(?:[35789](?:[\s.-]?[0-9]){8}|2(?:[\s.-]?[0-9]){8,9})(?![\w/])"
)
# A citizen's number has 12 figures and begins with the code of a province (001–096); the old card had 9.
_CITIZEN = re.compile(r"(?<![\w/.-])0[0-9]{2}[0-9][0-9]{2}[0-9]{6}(?![\w/])")
_CARD = re.compile(
    r"(?:cmnd|cccd|chứng minh|căn cước|định danh|cmtnd|hộ chiếu)[^0-9\n]{0,40}"
    r"([A-Z][0-9]{7}|[0-9]{9}|[0-9]{12})(?![0-9])",
    re.IGNORECASE,
)


def count_personal_data(lines: Iterable[str]) -> dict[str, int]:
    """Count the phone numbers, numbers of identity papers and e-mail addresses in a text, each one once.

    Numbers and dates of documents are none: ``Số 0123456789/CV`` and ``ngày 05/07/2021`` count for nothing.
    """
    phones, papers, mails = set(), set(), set()
    for line in lines:
        mails |= {found.lower() for found in _MAIL.findall(line)}
        if not any(sign.isdigit() for sign in line):
            continue
        found = {*_CITIZEN.findall(line), *_CARD.findall(line)}
        papers |= found
        phones |= {
            number
            for one in _PHONE.findall(line)
            if (number := re.sub(r"^84|\D", "", one)) not in found and one not in found
        }
    return {"phones": len(phones), "papers": len(papers), "mails": len(mails)}
