import time
import unicodedata

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from submissions.readers.document import Kind, Member, Paragraph, ParagraphKind, ReadDocument, Sheet
from submissions.screening.secrecy import Level, Mark, Where, find_mark, mark_of
from tests.submissions.screening import held_out, held_out_again, innocent, marked
from tests.submissions.screening.letters import HEADS, letter

SETS = (marked, held_out, held_out_again)
LETTERS = 92
#: Real innocent texts, where the folder with them is there.
REAL = next(
    (one / "shared" / "data" for one in settings.BASE_DIR.parents if (one / "shared" / "data").exists()),
    settings.BASE_DIR.parent / "shared" / "data",
)


def numbered(*tables):
    return list(enumerate(row for table in tables for row in table))


def stops(mark, level):
    return mark is not None and mark.level == level


# --- marks ---------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "row"), numbered(*(one.AT_THE_TOP for one in SETS)))
def test_mark_at_the_top_is_found(number, row):
    level, lines = row

    assert stops(find_mark(letter(number, words=lines, at=number % 5)), level)


@pytest.mark.parametrize(("number", "row"), numbered(marked.IN_COLUMNS))
def test_mark_in_a_column_at_the_top_is_found(number, row):
    level, line = row

    assert stops(find_mark(letter(number, words=[line], at=number % 4)), level)


@pytest.mark.parametrize(("number", "row"), numbered(marked.DEEP))
def test_mark_deep_inside_is_found(number, row):
    level, lines = row

    assert stops(find_mark(letter(number, words=lines)), level)


@pytest.mark.parametrize(("number", "row"), numbered(*(one.ASIDE for one in SETS)))
def test_mark_around_the_text_is_found(number, row):
    level, text = row

    mark = find_mark(letter(number), aside=["Tỉnh ủy Bắc Ninh", text])

    assert stops(mark, level)
    assert (mark.where, mark.line) == (Where.ASIDE, 1)


@pytest.mark.parametrize(("number", "row"), numbered(marked.PROPERTIES))
def test_mark_in_a_property_is_found(number, row):
    level, text = row

    assert stops(find_mark(letter(number), properties=["Bắc Ninh", text]), level)


@pytest.mark.parametrize(("number", "row"), numbered(*(one.FILE_NAMES for one in SETS)))
def test_mark_in_a_file_name_is_found(number, row):
    level, name = row

    mark = find_mark(letter(number), file_name=name)

    assert stops(mark, level)
    assert mark.where is Where.FILE_NAME


def test_at_least_two_hundred_marks_are_tried():
    assert (
        sum(len(getattr(one, name, ())) for one in SETS for name in ("AT_THE_TOP", "ASIDE", "FILE_NAMES"))
        >= 300
    )


@pytest.mark.parametrize(
    "spelling", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T", "[MẬT]", "MAT", "Độ mật: Mật", "MẬT - KHẨN"]
)
def test_plain_mark_is_certain(spelling):
    assert find_mark(letter(0, words=[spelling], at=0)).is_certain


@pytest.mark.parametrize("spelling", ["Toi mat", "TỐI MẶT", "Tài liệu thu hồi", "15/BC-TM"])
def test_mark_that_may_be_none_waits_for_a_person(spelling):
    assert not find_mark(letter(0, words=[spelling], at=0)).is_certain


def test_certain_mark_goes_before_a_higher_one_that_is_doubtful():
    mark = find_mark(["MẬT", "Kính gửi Ban Tổ chức,"], file_name="tuyet mat - bao cao.docx")

    assert mark == Mark(Level.SECRET, Where.TEXT, 0)


def test_mark_in_the_symbol_says_so():
    mark = find_mark(letter(0, words=["Số 45-BC/TU (M)"], at=2))

    assert (mark.where, mark.line) == (Where.SYMBOL, 2)


def test_mark_in_the_second_letter_of_a_file_is_found():
    lines = [*letter(0), *letter(1, words=["Mật"], at=1)]

    assert find_mark(lines).line == len(letter(0)) + 1


def test_mark_behind_a_line_break_is_found():
    assert find_mark(["ĐẢNG CỘNG SẢN VIỆT NAM\nMẬT\nBÁO CÁO"]).line == 0


def test_level_in_a_column_of_a_table_waits_for_a_person():
    rows = ["STT\tSố, ký hiệu\tĐộ mật\tTrích yếu", "1\t12-CV/TU\tThường\tgóp ý", "2\t13-CV/TU\tMật\tgóp ý"]

    assert find_mark(rows) == Mark(Level.SECRET, Where.TEXT, 2, is_certain=False)


@pytest.mark.parametrize("line", ["I MẬT I", "lMẬTl", "I TỐI MẬT l", "TUYỆI MẬT"])
def test_mark_misread_by_recognition_waits_for_a_person(line):
    assert find_mark(letter(0, words=[line], at=0)).is_certain is False


def test_given_name_in_a_list_of_people_is_never_certain():
    rows = ["STT\tHọ và tên đệm\tTên\tChức vụ", "1\tNGUYỄN VĂN\tMẬT\tBí thư", "2\tTrần Thị\tMật\tỦy viên"]

    assert find_mark(rows) == Mark(Level.SECRET, Where.TEXT, 1, is_certain=False)
    assert find_mark([rows[0], rows[2]]) is None


# --- innocent documents --------------------------------------------------------------


@pytest.mark.parametrize("number", range(LETTERS))
def test_letter_without_a_mark_passes(number):
    assert find_mark(letter(number), file_name=f"{number}-CV-TU.docx", aside=["Trang 1"]) is None


@pytest.mark.parametrize("at", ["top", "deep"])
@pytest.mark.parametrize(
    ("number", "line"), numbered(innocent.LINES, innocent.IN_COLUMNS, held_out.LINES, held_out_again.LINES)
)
def test_letter_with_a_look_alike_passes(number, line, at):
    place = number % 5 + 1 if at == "top" else None

    assert find_mark(letter(number, words=[line], at=place)) is None


@pytest.mark.parametrize("at", ["top", "deep"])
@pytest.mark.parametrize(("number", "lines"), numbered(innocent.RUNS))
def test_letter_with_a_broken_title_or_a_list_passes(number, lines, at):
    assert find_mark(letter(number, words=lines, at=number % 5 + 1 if at == "top" else None)) is None


@pytest.mark.parametrize(
    ("number", "name"),
    numbered(innocent.FILE_NAMES, held_out.INNOCENT_NAMES, held_out_again.INNOCENT_NAMES),
)
def test_innocent_file_name_passes(number, name):
    assert find_mark(letter(number), file_name=name) is None


@pytest.mark.parametrize("line", [line for line in innocent.LINES if len(line) > 12])
def test_look_alike_in_a_header_passes(line):
    assert find_mark(letter(0), aside=[line], properties=[f"title: {line}"]) is None


def test_regulation_about_secrets_passes():
    articles = [
        "QUY CHẾ", "BẢO VỆ BÍ MẬT NHÀ NƯỚC CỦA CƠ QUAN MẪU", "Chương I", "QUY ĐỊNH CHUNG",
        "Điều 8. Phân loại bí mật nhà nước",
        "Căn cứ vào tính chất quan trọng, mức độ nguy hại nếu bị lộ, bí mật nhà nước được phân loại thành 03 độ mật:",
        "1. Tuyệt mật;", "2. Tối mật;", "3. Mật.", "Điều 9. Dấu độ mật",
        "Tài liệu thuộc độ Tuyệt mật đóng dấu “TUYỆT MẬT”, độ Tối mật đóng dấu “TỐI MẬT”, độ Mật đóng dấu “MẬT”.",
    ]  # fmt: skip

    assert find_mark(articles, file_name="Quy chế bảo vệ bí mật nhà nước.docx") is None


@pytest.mark.parametrize("name", ["workshop-2021-09-07.article.txt", "committees.csv"])
def test_real_text_passes(name):
    path = REAL / name
    if not path.exists():
        pytest.skip(f"{path} is not here")

    assert find_mark(path.read_text(encoding="utf-8").splitlines(), file_name=name) is None


@pytest.mark.parametrize(
    "name", ["nghi-dinh-117-2003-tcvn3", "nghi-dinh-185-2026", "quy-che-chi-tieu-2007-vni"]
)
def test_real_transcript_passes(name):
    path = REAL / "real" / f"{name}.transcript.txt"
    if not path.exists():
        pytest.skip(f"{path} is not here")

    assert find_mark(path.read_text(encoding="utf-8").splitlines(), file_name=f"{name}.doc") is None


# --- whole documents -----------------------------------------------------------------


def document(**fields):
    return ReadDocument(Kind.DOCX, paragraphs=tuple(map(Paragraph, letter(0))), **fields)


def test_innocent_document_passes():
    assert mark_of(document(), file_name="12-CV-TU.docx") is None


@pytest.mark.parametrize(
    "fields",
    [
        {"aside": (Paragraph("MẬT", ParagraphKind.HEADER),)},
        {"aside": (Paragraph("Độ mật: Mật", ParagraphKind.PROPERTY),)},
        {"embedded": ("tài liệu mật.docx",)},
        {"members": (Member("MẬT/12.docx", "", 1),)},
        {"sheets": (Sheet("Mật", ()),)},
        {"sheets": (Sheet("1", (("MẬT",), ("STT", "Số", "Ngày"))),)},
        {"subject": "MẬT: góp ý dự thảo"},
        {"subject": "Công văn mật"},
    ],
)
def test_mark_in_any_part_of_a_document_is_found(fields):
    assert mark_of(document(**fields)).level is Level.SECRET


def test_mark_in_a_text_box_counts_as_at_the_head():
    above = [Paragraph(f"Đoạn {number} của văn bản mẫu.") for number in range(60)]
    boxed = ReadDocument(Kind.DOCX, paragraphs=(*above, Paragraph("Mật", ParagraphKind.TEXT_BOX)))

    assert mark_of(boxed).where is Where.ASIDE


def test_mark_that_was_taken_away_waits_for_a_person():
    mark = mark_of(document(original=("MẬT", *letter(0))))

    assert mark == Mark(Level.SECRET, Where.TEXT, None, is_certain=False)


# --- noise ---------------------------------------------------------------------------

UNSEEN = st.sampled_from(["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\xad", "\u202c"])
BLANK = st.sampled_from(["", " ", "  ", "\xa0", "\u2009", "\u3000"])
LEVELS = {"MẬT": Level.SECRET, "TỐI MẬT": Level.TOP_SECRET, "TUYỆT MẬT": Level.ABSOLUTE}
LOOK_ALIKES = str.maketrans({"M": "\u041c", "T": "\u0422", "I": "\u0406", "Y": "\u03a5", "U": "\uff35"})
FRAMES = st.sampled_from(
    [("", ""), ("[", "]"), ("( ", " )"), ("*", "*"), ("│ ", " │"), ("« ", "»"), ("--", "--"), ("", ".")]
)
quietly = hypothesis_settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)


@st.composite
def noisy_marks(draw):
    """A mark in capitals, letter-spaced, framed, decomposed, with unseen signs and look-alikes strewn in."""
    mark = draw(st.sampled_from(list(LEVELS)))
    text = mark.translate(LOOK_ALIKES) if draw(st.booleans()) else mark
    between = draw(BLANK)
    text = between.join(text)
    if draw(st.booleans()):
        text = unicodedata.normalize("NFD", text)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(UNSEEN) + text[at:]
    before, after = draw(FRAMES)
    return LEVELS[mark], before + text + after


@quietly
@given(noisy_marks(), st.integers(0, LETTERS - 1), st.integers(0, 6))
def test_noise_does_not_hide_a_mark(noisy, number, at):
    level, line = noisy

    assert stops(find_mark(letter(number, words=[line], at=at)), level)


@quietly
@given(st.sampled_from(marked.AT_THE_TOP), st.integers(0, LETTERS - 1))
def test_any_mark_on_top_of_any_letter_is_found(row, number):
    level, lines = row

    assert stops(find_mark(letter(number, words=lines, at=0)), level)


@quietly
@given(st.sampled_from(list(LEVELS)), st.data())
def test_case_does_not_hide_a_mark(mark, data):
    cased = "".join(sign.lower() if data.draw(st.booleans()) else sign for sign in mark)

    assert stops(find_mark([cased, *letter(0)]), LEVELS[mark])


@quietly
@given(st.lists(st.text(max_size=60), max_size=12), st.text(max_size=60))
def test_any_text_is_read_without_failing(lines, name):
    find_mark(lines, aside=lines, file_name=name, properties=lines)


@pytest.mark.parametrize(
    "line",
    [
        *("mat" * 50, "do" * 60 + "matx", "mat" + "1" * 90 + "x", "mat" + "khongsao" * 15 + "x", "mậ" * 140),
        *(
            "Số 1" + "-M" * 140,
            "(" * 150 + "mật",
            "[ " * 140,
            "- " * 140 + "mat",
            "│" * 290,
            "Số" + " " * 290,
        ),
    ],
    ids=lambda line: line[:8],
)
def test_hostile_line_is_read_at_once(line):
    start = time.process_time()
    find_mark([line] * 3, aside=[line], file_name=line, properties=[line])

    assert time.process_time() - start < 1


def test_every_letterhead_is_tried():
    assert len({letter(number)[1] for number in range(LETTERS)}) >= len(HEADS)
