"""The two drafts of the sample regulation: their marks, numbers, citations, and the wordings that opinions quote."""

import datetime
import re
import unicodedata
from itertools import pairwise

import pytest

from proceedings.sample import regulation
from proceedings.sample.compose import FIRST_DAY
from proceedings.sample.facts import HELD_ON
from proceedings.sample.paragraphs import paragraphs
from proceedings.sample.regulation import MARK, SUBJECT, TYPE_NAME, MalformedDraft, drafts, parse
from proceedings.text.cleaning import clean_line
from proceedings.text.provisions import LETTERS
from tests.proceedings.sample.draft_citations import cited_paths
from tests.proceedings.sample.draft_outline import units
from tests.proceedings.sample.quoted_wordings import ASKED_FOR, NOWHERE, STANDING, WORDINGS

FIRST, SECOND = drafts()
ONE, TWO = units(FIRST.paragraphs), units(SECOND.paragraphs)
BOTH = pytest.mark.parametrize("draft", drafts(), ids=("draft-1", "draft-2"))

#: The outline that the opinions cite: chương, then per điều its name and how many khoản it has.
OUTLINE = {
    "NHỮNG QUY ĐỊNH CHUNG": [
        ("Phạm vi điều chỉnh và đối tượng áp dụng", 0),
        ("Mục đích phối hợp", 2),
        ("Nguyên tắc phối hợp", 5),
        ("Phương pháp phối hợp", 4),
    ],
    "NỘI DUNG PHỐI HỢP": [
        ("Lãnh đạo thực hiện nhiệm vụ chính trị, bảo đảm an ninh, trật tự", 4),
        ("Công tác giáo dục chính trị, tư tưởng", 3),
        ("Công tác tổ chức xây dựng Đảng", 4),
        ("Công tác cán bộ", 5),
        ("Công tác bảo vệ chính trị nội bộ", 3),
        ("Công tác kiểm tra, giám sát và kỷ luật đảng", 4),
        ("Công tác dân vận và xây dựng lực lượng", 3),
    ],
    "TRÁCH NHIỆM PHỐI HỢP": [
        ("Trách nhiệm của Đảng ủy Công an Trung ương", 6),
        ("Trách nhiệm của Tỉnh ủy, Thành ủy", 6),
        ("Trách nhiệm của Đảng ủy Công an tỉnh, thành phố", 5),
        ("Trách nhiệm của người đứng đầu", 3),
    ],
    "CHẾ ĐỘ LÀM VIỆC": [
        ("Chế độ thông tin, báo cáo", 4),
        ("Chế độ hội nghị, giao ban", 3),
        ("Cơ quan tham mưu, giúp việc", 2),
    ],
    "TỔ CHỨC THỰC HIỆN": [
        ("Sơ kết, tổng kết, khen thưởng, kỷ luật", 2),
        ("Hiệu lực thi hành", 2),
    ],
}
LISTS = {"dieu-5.khoan-2": "abc", "dieu-8.khoan-2": "abcdđ", "dieu-14.khoan-3": "abcd"}


def path_of(short):
    return ".".join(
        f"{kind}-{number}" for kind, number in zip(("dieu", "khoan", "diem"), short.split("."), strict=False)
    )


def quotations(paragraph):
    for match in re.finditer("“(.*?)”", paragraph.text):
        wording = re.sub(r"^\d+a?\. ", "", match[1].rstrip("."))
        yield wording, paragraph.text[: match.start()]


@BOTH
def test_draft_begins_with_the_mark_of_a_sample(draft):
    mark, which, type_name, subject, note = draft.paragraphs[:5]

    assert mark == MARK
    assert mark.startswith("VĂN BẢN MẪU")
    assert which == f"DỰ THẢO LẦN {draft.number} (bản mẫu)"
    assert (type_name, subject) == (TYPE_NAME, SUBJECT)
    assert "không phải lời của cơ quan, tổ chức, cá nhân nào" in note
    assert draft.paragraphs[5] == "Chương I"
    assert draft.text.split("\n") == list(draft.paragraphs)


def test_drafts_are_dated_around_what_the_opinions_answer():
    assert [draft.number for draft in drafts()] == [1, 2]
    assert FIRST.drafted_on < FIRST_DAY < HELD_ON < SECOND.drafted_on
    assert SECOND.drafted_on - HELD_ON < datetime.timedelta(days=60)


def test_metadata_says_that_the_text_is_a_sample():
    assert "bản mẫu" in regulation.TITLE
    assert "bản mẫu" in regulation.SHORT_TITLE
    assert regulation.TITLE.endswith(SUBJECT)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", regulation.SLUG)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("Chương I\n", "x.txt: the first paragraph is not the mark"),
        ("", "x.txt: the first paragraph is not the mark"),
        (f"{MARK}\n" + unicodedata.normalize("NFD", "Điều 1. Một."), "x.txt: the text is not NFC"),
    ],
)
def test_parse_refuses_what_is_no_sample(content, complaint):
    with pytest.raises(MalformedDraft, match=re.escape(complaint)):
        parse(content, name="x.txt")


@BOTH
def test_draft_is_spelled_cleanly(draft):
    faults = {
        "not clean": lambda text: clean_line(text).text != text,
        "two blanks": lambda text: "  " in text,
        "blank before a sign": lambda text: re.search(r" [,.;:?)”]", text),
        "no blank after a sign": lambda text: re.search(r"[,;:][^\W\d_]", text),
        "straight quotes": lambda text: '"' in text or "'" in text,
        "eth for đ": lambda text: re.search("[ðÐ]", text),
        "tone on the second vowel": lambda text: re.search(r"\b\w*(?<![qQ])(oà|oá|oè|oé|uỷ|uý|uỳ)\b", text),
    }

    assert [(fault, line) for line in draft.paragraphs for fault, has in faults.items() if has(line)] == []


@BOTH
def test_units_end_as_office_writing_ends_them(draft):
    body = draft.paragraphs[draft.paragraphs.index("Chương I") :]

    for line, following in pairwise((*body, "")):
        if re.match(r"Điều|Chương", line) or line.isupper():
            assert line[-1] not in ".;:", line
        elif re.match(r"[a-zđ]\) |- ", line):
            pattern = r"- " if line[0] == "-" else r"[a-zđ]\) "
            same = re.match(pattern, following)
            assert line[-1] == (";" if same else "."), line
        else:
            listed = re.match(r"[a1]\)|- |1\. ", following)
            assert line[-1] == (":" if listed and not re.match(r"- ", line) else "."), line


@BOTH
def test_numbers_have_no_gap_and_letters_follow_the_alphabet(draft):
    found = units(draft.paragraphs)
    chapters = [path for path in found if path.startswith("chuong")]
    articles = [path for path in found if re.fullmatch(r"dieu-\d+", path)]

    assert chapters == [f"chuong-{number}" for number in range(1, 6)]
    assert articles == [f"dieu-{number}" for number in range(1, len(articles) + 1)]
    for above in found:
        below = [unit.number for path, unit in found.items() if path.rpartition(".")[0] == above]
        wanted = LETTERS if ".khoan" in above else [str(number) for number in range(1, 20)]
        assert below == list(wanted[: len(below)])
        assert len(below) != 1


def test_draft_1_has_the_outline_that_opinions_cite():
    outline, article = {}, 0
    for name, articles in OUTLINE.items():
        for heading, clauses in articles:
            article += 1
            outline[f"dieu-{article}"] = (name, heading, clauses)

    def clauses_of(path):
        return sum(one.rpartition(".")[0] == path and unit.kind == "khoan" for one, unit in ONE.items())

    found = {
        path: (ONE[unit.chapter].lines[0], unit.lines[0], clauses_of(path))
        for path, unit in ONE.items()
        if unit.kind == "dieu"
    }
    assert found == outline
    lists = {}
    for path, unit in ONE.items():
        if unit.kind == "diem":
            lists[path.rpartition(".")[0]] = lists.get(path.rpartition(".")[0], "") + unit.number
    assert lists == LISTS


@pytest.mark.parametrize(("short", "wording"), WORDINGS)
def test_draft_1_has_the_wording_where_opinions_quote_it(short, wording):
    assert wording in "\n".join(ONE[path_of(short)].lines)


def test_draft_1_lacks_what_opinions_miss():
    khoan_2 = [unit.lines for path, unit in ONE.items() if path.startswith("dieu-8.khoan-2")]

    assert not any("đánh giá" in line for lines in khoan_2 for line in lines)
    assert len(ONE["dieu-1"].lines) == 2
    assert "phát hiện" not in ONE["dieu-14.khoan-5"].lines[0]
    assert ONE["dieu-4.khoan-1"].lines[0].startswith("Lấy ý kiến bằng văn bản")
    assert len(ONE["dieu-11.khoan-1"].lines[0]) > 2 * len(ONE["dieu-11.khoan-3"].lines[0])


@BOTH
def test_citations_within_a_draft_point_to_what_it_has(draft):
    found, cited = units(draft.paragraphs), []
    for path, unit in found.items():
        for line in unit.lines:
            here = path.partition(".")[0]
            cited += [(path, target) for target in cited_paths(line, here)]
            cited += [
                (path, f"chuong-{len(roman)}") for roman in re.findall(r"Chương (I+) Quy chế này", line)
            ]

    assert len(cited) >= 12
    assert [one for one in cited if one[1] not in found] == []
    assert [one for one in cited if one[0] == one[1]] == []


@BOTH
def test_citations_within_a_draft_say_of_which_text(draft):
    body = "\n".join(draft.paragraphs)

    named = re.findall(r"(?<!^)(?<!\n)Điều \d+(?!\d| Quy chế này)", body)
    assert named == []


def test_provisions_that_opinions_cite_exist_in_draft_1():
    cited = [
        (path, paragraph.text[:60]) for paragraph in paragraphs() for path in cited_paths(paragraph.text)
    ]

    assert len(cited) > 140
    assert {path for path, _text in cited if path not in ONE} == ASKED_FOR


def test_quotations_of_the_draft_stand_in_it():
    said = [(wording, before) for paragraph in paragraphs() for wording, before in quotations(paragraph)]
    standing = [wording for wording, before in said if STANDING.search(before[-40:])]

    assert len(standing) >= 25
    assert [wording for wording in standing if wording not in FIRST.text] == []


def test_every_quotation_stands_in_a_draft_or_is_known_to_stand_in_none():
    texts = FIRST.text.casefold(), SECOND.text.casefold()
    said = [wording for paragraph in paragraphs() for wording, _before in quotations(paragraph)]
    nowhere = {wording for wording in said if not any(wording.casefold() in text for text in texts)}

    assert len(said) > 120
    assert {next((one for one in NOWHERE if wording.startswith(one)), wording) for wording in nowhere} == set(
        NOWHERE
    )
