import unicodedata
from dataclasses import replace

from proceedings.text.lineage import Fate, Lineage, Match, match
from proceedings.text.provisions import Kind, Provision, Role, plain_text, with_paths
from proceedings.text.redline import BlockKind, Whole, accept_all, compare, reject_all
from tests.proceedings.text.lineage.test_matching import MEETINGS, RECORDS, SCOPE, article, chapter, renumber
from tests.proceedings.text.redline import notation


def redline(old, new):
    old, new = with_paths(old), with_paths(new)
    found = compare(old, new)
    assert "\n".join(accept_all(found)) == plain_text(new)
    assert "\n".join(reject_all(found)) == plain_text(old)
    return found


def block_at(found, kind, path):
    return next(block for block in found.blocks if block.kind is kind and block.place.path == path)


def changes(found):
    return [
        (change.kind.value, change.old.path if change.old else "", change.new.path if change.new else "")
        for change in found.changes
    ]


def test_the_same_draft_has_no_change():
    found = redline([SCOPE, MEETINGS], [SCOPE, MEETINGS])

    assert found.is_empty
    assert found.counts == {}


def test_a_changed_clause_shows_its_words():
    texts = [child.text for child in MEETINGS.children]
    new = article(2, "Cuộc họp", texts[0].replace("bảy ngày", "năm ngày"), *texts[1:])

    found = redline([SCOPE, MEETINGS], [SCOPE, new])

    assert changes(found) == [("changed", "dieu-2.khoan-1", "dieu-2.khoan-1")]
    (paragraph,) = block_at(found, BlockKind.CHANGED, "dieu-2.khoan-1").paragraphs
    assert notation.write(paragraph.segments) == (
        "1. Văn phòng mời đại biểu trước cuộc họp ít nhất [-bảy-]{+năm+} ngày làm việc."
    )
    assert (found.words_inserted, found.words_deleted) == (1, 1)


def test_a_heading_is_told_from_the_body():
    found = redline([SCOPE], [replace(SCOPE, heading="Phạm vi điều chỉnh")])

    (block,) = found.blocks
    assert [notation.write(one.segments) for one in block.heading] == ["Điều 1. Phạm vi{+ điều chỉnh+}"]
    assert [one.is_changed for one in block.body] == [False]


def test_an_article_put_in_is_one_change_and_the_others_are_renumbered():
    fresh = article(
        2, "Giải thích", "Hội thảo mẫu là cuộc thảo luận có ghi biên bản.", "Bản gốc là bản ký đầu tiên."
    )

    found = redline([SCOPE, MEETINGS], [SCOPE, fresh, renumber(MEETINGS, 3)])

    assert changes(found) == [("inserted", "", "dieu-2"), ("renumbered", "dieu-2", "dieu-3")]
    assert len(found.changes[0].blocks) == 3
    (heading,) = block_at(found, BlockKind.RENUMBERED, "dieu-3").heading
    assert notation.write(heading.segments) == "Điều [-2-]{+3+}. Cuộc họp"


def test_a_deleted_article_stands_where_it_stood():
    found = redline([SCOPE, MEETINGS, RECORDS], [SCOPE, renumber(RECORDS, 2)])

    assert changes(found) == [("deleted", "dieu-2", ""), ("renumbered", "dieu-3", "dieu-2")]
    kinds = [block.kind for block in found.blocks]
    assert kinds.index(BlockKind.DELETED) == 1
    assert found.words_inserted == 1  # the number


def test_a_moved_clause_is_shown_at_both_places_with_its_changes_at_the_new_one():
    stays = [child.text for child in MEETINGS.children]
    gone = stays.pop(2)
    new_records = article(
        3, "Hồ sơ", *(c.text for c in RECORDS.children), gone.replace("thường xuyên", "hằng năm")
    )

    found = redline([SCOPE, MEETINGS, RECORDS], [SCOPE, article(2, "Cuộc họp", *stays), new_records])

    source = block_at(found, BlockKind.MOVED_FROM, "dieu-2.khoan-3")
    target = block_at(found, BlockKind.MOVED_TO, "dieu-3.khoan-3")
    assert (source.twin, target.twin, source.move) == (target.index, source.index, target.move)
    assert (source.new.path, target.old.path) == ("dieu-3.khoan-3", "dieu-2.khoan-3")
    assert target.is_changed
    assert "[-thường xuyên-]{+hằng năm+}" in notation.write(target.paragraphs[0].segments)
    assert changes(found) == [("moved_to", "dieu-2.khoan-3", "dieu-3.khoan-3")]
    assert {one.whole for one in source.paragraphs} == {Whole.MOVE_FROM}


def test_a_moved_article_takes_its_clauses_along_as_one_change():
    old = [chapter("I", "CHUNG", SCOPE, MEETINGS), chapter("II", "HỒ SƠ", RECORDS)]
    new = [chapter("I", "CHUNG", SCOPE), chapter("II", "HỒ SƠ", RECORDS, MEETINGS)]

    found = redline(old, new)

    assert changes(found) == [("moved_to", "dieu-2", "dieu-2")]
    assert len(found.changes[0].blocks) == 4


def test_a_lone_paragraph_that_became_a_clause_is_not_rewritten():
    new = article(1, "Phạm vi", SCOPE.text, "Quy chế mẫu không áp dụng cho cuộc họp nội bộ.")

    found = redline([SCOPE], [new])

    (paragraph,) = block_at(found, BlockKind.RENUMBERED, "dieu-1.khoan-1").paragraphs
    assert notation.write(paragraph.segments) == "{+1. +}" + SCOPE.text
    assert changes(found)[1:] == [("inserted", "", "dieu-1.khoan-2")]


def test_parts_of_a_split_name_each_other():
    one, other, last = (child.text for child in MEETINGS.children)

    found = redline([article(2, "Cuộc họp", f"{one} {other}", last)], [MEETINGS])

    blocks = {block.place.path: block for block in found.blocks}
    related = {
        path: (block.also_old, block.also_new)
        for path, block in blocks.items()
        if block.also_old or block.also_new
    }
    assert set(related) == {"dieu-2.khoan-1", "dieu-2.khoan-2"}


def test_a_chapeau_stays_in_one_paragraph_with_its_mark():
    def clause(lead, *points):
        children = [Provision(Kind.TEXT, text=lead, role=Role.CHAPEAU)]
        children += [
            Provision(Kind.DIEM, mark[0], text=words, mark=mark)
            for mark, words in zip(("a)", "b)"), points, strict=False)
        ]
        return Provision(
            Kind.DIEU,
            "1",
            "Việc",
            mark="Điều 1.",
            children=(Provision(Kind.KHOAN, "1", mark="1.", children=tuple(children)),),
        )

    found = redline(
        [clause("Khi cần, văn phòng:", "Mời chuyên gia dự họp;")],
        [clause("Khi thật cần, văn phòng:", "Mời chuyên gia dự họp;", "Thuê nơi họp.")],
    )

    assert changes(found) == [
        ("changed", "dieu-1.khoan-1", "dieu-1.khoan-1"),
        ("inserted", "", "dieu-1.khoan-1.diem-b"),
    ]
    (paragraph,) = block_at(found, BlockKind.CHANGED, "dieu-1.khoan-1").paragraphs
    assert notation.write(paragraph.segments) == "1. Khi{+ thật+} cần, văn phòng:"


def test_another_full_stop_behind_the_number_is_a_change_not_a_renumbering():
    found = redline([SCOPE], [replace(SCOPE, mark="Điều 1:")])

    assert changes(found) == [("changed", "dieu-1", "dieu-1")]


def test_paragraphs_of_a_preamble_come_and_go_inside_one_block():
    old = Provision(
        Kind.TEXT, text="Căn cứ quy chế mẫu số 1;\nTheo đề nghị của văn phòng mẫu.", role=Role.PREAMBLE
    )
    new = replace(
        old, text="Căn cứ quy chế mẫu số 1;\nCăn cứ kết luận của cuộc họp;\nTheo đề nghị của văn phòng mẫu."
    )

    found = redline([old], [new])

    (block,) = found.blocks
    assert [paragraph.whole for paragraph in block.paragraphs] == [Whole.STAYS, Whole.INSERT, Whole.STAYS]
    assert block.kind is BlockKind.CHANGED


def test_decomposed_draft_is_the_same_draft():
    def decompose(provision):
        forms = {
            name: unicodedata.normalize("NFD", getattr(provision, name))
            for name in ("heading", "text", "mark")
        }
        return replace(provision, **forms, children=tuple(map(decompose, provision.children)))

    assert redline([decompose(SCOPE), decompose(MEETINGS)], [SCOPE, MEETINGS]).is_empty


def test_a_lineage_mended_by_hand_is_followed_even_out_of_order():
    old, new = with_paths([SCOPE, MEETINGS]), with_paths([renumber(MEETINGS, 1), renumber(SCOPE, 2)])
    rows = (
        Match(Fate.RENUMBERED, ("dieu-1",), ("dieu-2",), 1.0, 1.0, is_renumbered=True),
        Match(Fate.RENUMBERED, ("dieu-2",), ("dieu-1",), 1.0, 1.0, is_renumbered=True),
    )

    found = compare(old, new, Lineage(rows))

    assert "\n".join(accept_all(found)) == plain_text(new)
    assert "\n".join(reject_all(found)) == plain_text(old)
    assert BlockKind.MOVED_TO in found.counts


def test_a_lineage_of_other_drafts_does_no_harm():
    old, new = with_paths([SCOPE]), with_paths([MEETINGS])

    found = compare(old, new, match(with_paths([RECORDS]), with_paths([RECORDS])))

    assert "\n".join(accept_all(found)) == plain_text(new)
    assert "\n".join(reject_all(found)) == plain_text(old)
