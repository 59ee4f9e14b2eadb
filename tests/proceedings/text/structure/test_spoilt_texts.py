"""Regulations spoilt as scans, gazettes and scraped pages spoil them: the same units are found again."""

import json
import random
import re
import textwrap
import unicodedata
from functools import cache

import pytest

from proceedings.text.provisions import Kind
from proceedings.text.structure import read_structure
from tests.proceedings.text.structure.trees import check_promises
from tests.submissions import real_files

# ruff: noqa: SIM905 – a text is read best on the lines that it has

#: A regulation of our own; khoản and điểm are long enough to be broken over lines.
OWN = """QUY CHẾ
PHỐI HỢP CÔNG TÁC
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng của Quy chế phối hợp
1. Quy chế này quy định nguyên tắc, nội dung, hình thức phối hợp giữa các cơ quan, đơn vị trong việc lấy ý kiến.
2. Quy chế áp dụng đối với các cơ quan nêu tại khoản 1 Điều 3 của Quy chế này và các đơn vị có liên quan.
Điều 2. Nguyên tắc phối hợp
Việc phối hợp tuân theo các nguyên tắc sau đây:
1. Đúng chức năng, nhiệm vụ, bao gồm:
a) Không làm thay nhiệm vụ của cơ quan khác;
b) Bảo đảm thời hạn theo quy định tại Điều 5.
2. Công khai, minh bạch.
Điều 3. Cơ quan chủ trì
Cơ quan chủ trì là cơ quan được giao soạn thảo.
Chương II
NỘI DUNG PHỐI HỢP
Điều 4. Gửi dự thảo
1. Cơ quan chủ trì gửi dự thảo.
2. Hồ sơ gửi kèm gồm:
a) Tờ trình của cơ quan chủ trì;
b) Dự thảo văn bản;
c) Tài liệu khác.
3. Thời hạn trả lời là mười ngày.
Điều 5. Tiếp thu ý kiến
Cơ quan chủ trì tiếp thu, giải trình ý kiến.""".split("\n")


def wrapped(width):
    return lambda lines: [
        part for line in lines for part in textwrap.wrap(line, width, break_on_hyphens=False) or [""]
    ]


def paged(*running_heads):
    def spoil(lines):
        lines = wrapped(80)(lines)
        pages = [lines[start : start + 7] for start in range(0, len(lines), 7)]
        return [
            line
            for number, page in enumerate(pages, 30)
            for line in [*page, "", *(head.format(number) for head in running_heads), ""]
        ]

    return spoil


def replaced(pattern, by):
    return lambda lines: [re.sub(pattern, by, line) for line in lines]


def glued(pattern):
    """Every line that begins so goes to the end of the line before it."""

    def spoil(lines):
        whole = []
        for line in lines:
            if whole and re.match(pattern, line):
                whole[-1] += " " + line
            else:
                whole.append(line)
        return whole

    return spoil


def with_footnotes(lines):
    """Digits of footnotes at numbers and headings, and the notes at the foot of each page of a gazette."""
    dice, count, spoilt, notes = random.Random(4), 0, [], []
    for line in lines:
        found = re.match(r"(\d{1,2})\. (?=[A-ZĐ])|([a-zđ])\) (?=[A-ZĐ])|Điều \d+\. ", line)
        if found and dice.random() < 0.4:
            count += 1
            mark = f"{found[1]}.{count} " if found[1] else f"{found[2]}){count} " if found[2] else ""
            line = mark + line[found.end() :] if mark else f"{line}{count}"
            notes += [
                f"{count} Nội dung này được sửa đổi theo khoản 2 Điều 3 của Thông tư số 5/2024/TT-",
                "BTC, có hiệu lực.",
            ]
        spoilt += textwrap.wrap(line, 85, break_on_hyphens=False)
        if len(notes) > 3:
            spoilt += [" " * 30, *notes, "", "CÔNG BÁO/Số 3 + 4/Ngày 25-02-2025 ", str(count), ""]
            notes = []
    return spoilt


def read_as_letters(found):
    return found[0].replace("1", "l").replace("0", "O")


_HEADING = r"(?:Điều|Chương|Mục|Phần) "
MUTATIONS = {
    "broken at 40": wrapped(40),
    "broken at 75": wrapped(75),
    "a gazette": paged("CÔNG BÁO/Số 529 + 530/Ngày 27-4-2018 ", "{} "),
    "page numbers": paged("- {} -"),
    "running heads": paged("Quy chế phối hợp công tác", "Trang {}/90"),
    "a consolidated text": with_footnotes,
    "in capitals": lambda lines: [line.upper() for line in lines],
    "decomposed": lambda lines: [unicodedata.normalize("NFD", line) for line in lines],
    "hard spaces": lambda lines: [line.replace(" ", "\u00a0") for line in lines],
    "eth": replaced("Đ", "Ð"),
    "soft hyphens": replaced("iề", "i\u00ad\u200bề"),
    "letters for digits": lambda lines: [re.sub(r"^(?:Điều )?\d+(?=\.)", read_as_letters, line) for line in lines],
    "misread words": replaced("^Điều (?=[0-9]+. [A-ZĐÀ-Ỹ])", "Điểu "),
    "no space": replaced(r"^Điều (\d+)\. ?(?=[^\W\d])", r"Điều\1."),
    "doubled blanks": lambda lines: [part for line in lines for part in (line, "")],
    "tabs": replaced(r"^(Điều \d+\.|\d+\.|[a-zđ]\)) ", r"\1\t"),
    "bold": replaced(r"^(Điều \d+\..*)$", r"**\1**"),
    "headings of Markdown": replaced(f"^(?={_HEADING})", "### "),
    "lists of Markdown": replaced(r"^(\d+\.|[a-zđ]\)) ", r"- \1 "),
    "tags": lambda lines: [f"<p><b>{line}</b></p>" for line in lines],
    "rows of one cell": lambda lines: [f"| {line} |" for line in lines],
    "quoted": lambda lines: [f"> {line}" for line in lines],
    "articles glued": glued(r"Điều \d+\. "),
    "first khoản glued": glued(r"1\. "),
    "numbers on the next line": lambda lines: "\n".join(lines).replace("\nĐiều ", "\nĐiều\n").split("\n"),
}  # fmt: skip


@cache
def real_text(name):
    regulation = json.loads((real_files.folder() / f"regulation-{name}.json").read_text(encoding="utf-8"))
    lines = []
    for chapter in regulation["chapters"]:
        lines += filter(None, [chapter["title"], chapter["subtitle"]])
        for article in chapter["articles"]:
            lines += [
                f"{article['number']}. {article['heading']}",
                *filter(None, article["body"].split("\n")),
            ]
    return lines, units(lines)[0]


def units(lines):
    outline = read_structure(lines)
    check_promises(outline)
    found = [
        (text.start > 0, node.path)
        for text in outline.texts
        for node in text.walk()
        if node.kind is not Kind.TEXT
    ]
    return found, len(outline.warnings)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_spoilt_regulation_has_the_same_units(name):
    spoilt, warnings = units(MUTATIONS[name](OWN))

    assert spoilt == units(OWN)[0]
    assert warnings <= 1


@pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing() or "they are there")
@pytest.mark.parametrize("name", MUTATIONS)
def test_a_spoilt_law_has_nearly_all_units(name):
    for law in ("104-2016-qh13", "162-2004-n-cp"):
        lines, wanted = real_text(law)
        found, warnings = units(MUTATIONS[name](lines))
        missed = len(set(wanted) ^ set(found))

        assert missed <= len(wanted) // 100, (missed, len(wanted))
        assert {unit for unit in wanted if "khoan" not in unit[1]} == {
            unit for unit in found if "khoan" not in unit[1]
        }
        assert warnings <= 5
