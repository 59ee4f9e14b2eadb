import random
from collections import Counter

import pytest

from proceedings.text.lineage import LEAST, SURE, Fate, match
from proceedings.text.provisions import Kind, Provision, Role, walk, with_paths
from tests.proceedings.text import sample_regulations
from tests.submissions import real_files


def article(number, heading, *clauses, text=""):
    children = tuple(
        Provision(Kind.KHOAN, str(place), text=words, mark=f"{place}.")
        for place, words in enumerate(clauses, 1)
    )
    return Provision(Kind.DIEU, str(number), heading, text, f"Điều {number}.", children=children)


def chapter(number, heading, *articles):
    return Provision(Kind.CHUONG, number, heading, mark=f"Chương {number}", children=articles)


SCOPE = article(
    1, "Phạm vi", text="Quy chế mẫu này nói về việc phối hợp giữa văn phòng và các đơn vị soạn thảo."
)
MEETINGS = article(
    2,
    "Cuộc họp",
    "Văn phòng mời đại biểu trước cuộc họp ít nhất bảy ngày làm việc.",
    "Thư ký ghi biên bản và gửi cho mọi người dự họp trong hai ngày.",
    "Kinh phí tổ chức cuộc họp lấy từ nguồn chi thường xuyên của đơn vị.",
)
RECORDS = article(
    3,
    "Hồ sơ",
    "Đơn vị soạn thảo lập danh mục tài liệu theo mẫu kèm theo quy chế.",
    "Bộ phận lưu trữ giữ bản gốc mười năm kể từ ngày kết thúc hội thảo.",
)


def renumber(provision, number):
    return article(
        number, provision.heading, *(child.text for child in provision.children), text=provision.text
    )


def compare(old, new):
    return match(with_paths(old), with_paths(new))


def test_the_same_text_is_kept_throughout():
    lineage = compare([SCOPE, MEETINGS, RECORDS], [SCOPE, MEETINGS, RECORDS])

    assert {row.fate for row in lineage} == {Fate.KEPT}
    assert all(row.old == row.new and row.confidence == 1 and row.is_sure for row in lineage)


def test_an_article_put_in_renumbers_those_behind_it():
    fresh = article(
        2, "Giải thích từ ngữ", text="Trong quy chế mẫu này, hội thảo là cuộc thảo luận có ghi biên bản."
    )

    lineage = compare([SCOPE, MEETINGS, RECORDS], [SCOPE, fresh, renumber(MEETINGS, 3), renumber(RECORDS, 4)])

    assert lineage.by_new["dieu-2"].fate is Fate.NEW
    row = lineage.by_old["dieu-2"]
    assert (row.fate, row.new, row.is_renumbered, row.is_moved, row.is_changed) == (
        Fate.RENUMBERED, ("dieu-3",), True, False, False,
    )  # fmt: skip
    assert lineage.by_old["dieu-2.khoan-1"].fate is Fate.KEPT


def test_a_clause_that_goes_elsewhere_has_moved_and_may_be_changed_too():
    stays = [child.text for child in MEETINGS.children]
    gone = stays.pop(2)
    old = [SCOPE, MEETINGS, RECORDS]
    new = [
        SCOPE,
        article(2, "Cuộc họp", *stays),
        article(3, "Hồ sơ", *(c.text for c in RECORDS.children), gone + " mẫu"),
    ]

    row = compare(old, new).by_old["dieu-2.khoan-3"]

    assert (row.fate, row.new, row.is_moved, row.is_changed) == (Fate.MOVED, ("dieu-3.khoan-3",), True, True)


def test_siblings_that_change_places_count_as_one_move():
    texts = [child.text for child in MEETINGS.children]

    lineage = compare([MEETINGS], [article(2, "Cuộc họp", texts[1], texts[0], texts[2])])

    assert sum(row.fate is Fate.MOVED for row in lineage) == 1
    assert lineage.by_old["dieu-2.khoan-3"].fate is Fate.KEPT


def test_a_clause_split_in_two():
    one, other, last = (child.text for child in MEETINGS.children)
    whole = article(2, "Cuộc họp", f"{one} {other}", last)

    row = compare([whole], [MEETINGS]).by_old["dieu-2.khoan-1"]

    assert (row.fate, set(row.new)) == (Fate.SPLIT, {"dieu-2.khoan-1", "dieu-2.khoan-2"})


def test_two_clauses_merged():
    one, other, last = (child.text for child in MEETINGS.children)
    whole = article(2, "Cuộc họp", f"{one} {other}", last)

    row = compare([MEETINGS], [whole]).by_new["dieu-2.khoan-1"]

    assert (row.fate, set(row.old)) == (Fate.MERGED, {"dieu-2.khoan-1", "dieu-2.khoan-2"})


def test_another_text_under_the_same_number_is_no_match():
    other = article(1, "Hiệu lực", text="Bãi bỏ mọi hướng dẫn trước đây trái với nội dung mới ban hành.")

    lineage = compare([SCOPE], [other])

    assert [row.fate for row in lineage] == [Fate.NEW, Fate.DELETED]


def test_a_chapter_is_known_by_its_articles_when_its_heading_is_rewritten():
    old = [chapter("I", "NHỮNG QUY ĐỊNH CHUNG", SCOPE, MEETINGS), chapter("II", "LƯU TRỮ", RECORDS)]
    new = [chapter("I", "PHẠM VI VÀ CUỘC HỌP", SCOPE, MEETINGS), chapter("II", "LƯU TRỮ", RECORDS)]

    row = compare(old, new).by_old["chuong-1"]

    assert (row.fate, row.new) == (Fate.CHANGED, ("chuong-1",))


def test_a_chapter_put_around_articles_moves_none_of_them():
    lineage = compare(
        [SCOPE, MEETINGS, RECORDS], [chapter("I", "CHUNG", SCOPE, MEETINGS), chapter("II", "HỒ SƠ", RECORDS)]
    )

    assert Counter(row.fate for row in lineage if row.old) == {Fate.KEPT: 8}


def test_an_article_that_goes_to_another_chapter_has_moved():
    old = [chapter("I", "CHUNG", SCOPE, MEETINGS), chapter("II", "HỒ SƠ", RECORDS)]
    new = [chapter("I", "CHUNG", SCOPE), chapter("II", "HỒ SƠ", MEETINGS, RECORDS)]

    lineage = compare(old, new)

    assert lineage.by_old["dieu-2"].fate is Fate.MOVED
    assert lineage.by_old["dieu-2.khoan-1"].fate is Fate.KEPT


def test_the_lone_paragraph_of_an_article_is_found_again_as_its_first_clause():
    lineage = compare(
        [SCOPE], [article(1, "Phạm vi", SCOPE.text, "Quy chế mẫu không áp dụng cho cuộc họp nội bộ.")]
    )

    assert lineage.by_old["dieu-1"].new == ("dieu-1",)
    row = lineage.by_new["dieu-1.khoan-1"]
    assert (row.old, row.is_changed) == (("dieu-1",), False)
    assert lineage.by_new["dieu-1.khoan-2"].fate is Fate.NEW


def test_mirrored_lineage_turns_every_row_round():
    lineage = compare([SCOPE, MEETINGS], [MEETINGS, RECORDS])

    back = lineage.mirrored()

    assert back.mirrored() == lineage
    assert back.by_new["dieu-1"].fate is Fate.NEW


def test_doubtful_rows_come_the_least_sure_first():
    dice = random.Random(1004)
    old = sample_regulations.make_regulation(4, 16)
    new = sample_regulations.edit(dice, old, 1.0)

    doubtful = match(sample_regulations.build(old)[0], sample_regulations.build(new)[0]).doubtful()

    assert [row.confidence for row in doubtful] == sorted(row.confidence for row in doubtful)
    assert all(row.confidence < SURE for row in doubtful)


def test_empty_drafts():
    assert match((), ()).matches == ()
    assert [row.fate for row in compare([], [SCOPE])] == [Fate.NEW]
    blank = Provision(Kind.TEXT, text="…", role=Role.PLAIN)
    assert [row.fate for row in compare([blank], [blank])] == [Fate.KEPT]


class Tally:
    """How many provisions of both sides were given the right partners, and which wrong match was the surest."""

    def __init__(self):
        self.right = self.all = self.edited_right = self.edited = 0
        self.surest_wrong = 0.0

    def add(self, old, new):
        (old_tree, old_paths), (new_tree, new_paths) = map(sample_regulations.build, (old, new))
        truth = sample_regulations.true_pairs(old_paths, new_paths)
        lineage = match(old_tree, new_tree)
        found = {(one, other) for row in lineage for one in row.old for other in row.new}
        texts = [{node.path: list(node.lines()) for node in walk(tree)} for tree in (old_tree, new_tree)]
        assert all(row.score >= LEAST for row in lineage if row.old and row.new)
        for row in lineage:
            pairs = {(one, other) for one in row.old for other in row.new}
            if any(texts[0][one] != texts[1][other] for one, other in pairs - truth):
                self.surest_wrong = max(self.surest_wrong, row.confidence)
        for side, paths in enumerate((old_paths, new_paths)):
            for path in paths.values():
                wanted = {pair for pair in truth if pair[side] == path}
                is_right = wanted == {pair for pair in found if pair[side] == path}
                is_edited = (
                    len(wanted) != 1
                    or len(
                        {texts[0][one] == texts[1][other] and one == other for one, other in wanted} - {True}
                    )
                    > 0
                )
                self.all, self.right = self.all + 1, self.right + is_right
                self.edited, self.edited_right = (
                    self.edited + is_edited,
                    self.edited_right + (is_edited and is_right),
                )


def test_generated_edits_are_found():
    tally = Tally()

    for seed in range(4):
        old = sample_regulations.make_regulation(seed, 20)
        tally.add(old, sample_regulations.edit(random.Random(seed + 1000), old, 0.4))

    assert tally.edited >= 250
    assert tally.right / tally.all >= 0.98
    assert tally.edited_right / tally.edited >= 0.95
    assert tally.surest_wrong < SURE


@pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing() or "they are there")
def test_edits_of_real_regulations_are_found():
    tally = Tally()

    regulations = list(sample_regulations.real_regulations().values())
    for place, old in enumerate(regulations[:2]):  # all of them in the drill
        tally.add(old, sample_regulations.edit(random.Random(place + 1000), old, 0.4))

    assert tally.edited_right / tally.edited >= 0.95
    assert tally.surest_wrong < SURE


@pytest.mark.drill
def test_many_generated_edits_are_found():
    tally = Tally()

    for seed in range(60):
        old = sample_regulations.make_regulation(seed, 40)
        tally.add(old, sample_regulations.edit(random.Random(seed + 1000), old, (seed % 10 + 1) / 10))
    for old in sample_regulations.real_regulations().values():
        for seed in range(12):
            tally.add(old, sample_regulations.edit(random.Random(seed + 1000), old, (seed % 6 + 1) / 6))

    seen = f"{tally.right} of {tally.all}, of the edited {tally.edited_right} of {tally.edited}"
    print(f"\n{seen}; the surest wrong match {tally.surest_wrong}")  # noqa: T201
    assert tally.edited_right / tally.edited >= 0.95
    assert tally.surest_wrong < SURE
