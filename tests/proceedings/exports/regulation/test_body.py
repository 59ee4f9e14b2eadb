"""The tree becomes lines: nothing is left out, each has its place and its look."""

import pytest

from proceedings.exports.regulation.body import Foot, Grid, Line, body_of
from proceedings.exports.regulation.looks import Component
from proceedings.exports.regulation.profiles import PARTY_2018, PARTY_2026, STATE
from proceedings.text.provisions import Kind, Provision, Role, plain_text, walk, with_paths
from tests.proceedings.exports.documents import squeezed
from tests.proceedings.exports.regulation.samples import (
    PROVISIONS,
    article,
    chapter,
    clause,
    document_of,
    text,
)

BARE = {"type_name": "", "subject": "", "signing": None, "recipients": ()}


def words_of(blocks):
    for block in blocks:
        if isinstance(block, Line):
            yield " ".join((block.mark, block.title, block.text))
        elif isinstance(block, Grid):
            yield from (" ".join(row) for row in block.rows)


def laid_out(*provisions, profile=PARTY_2026, **changes):
    return body_of(document_of(*with_paths(provisions), **changes), profile)


def test_body_leaves_no_word_out():
    printed = squeezed(" ".join(words_of(body_of(document_of(**BARE), PARTY_2026))))

    assert printed == squeezed(plain_text(PROVISIONS))


def test_body_gives_every_path_once():
    blocks = body_of(document_of(**BARE), PARTY_2026)
    paths = [block.path for block in blocks if not isinstance(block, Foot) and block.path]
    inside = {node.path for node in walk(PROVISIONS) if node.role is Role.CHAPEAU}
    tables = [node.path for node in walk(PROVISIONS) if node.role is Role.TABLE]

    assert len(paths) == len(set(paths))
    assert {node.path for node in walk(PROVISIONS)} - set(paths) <= inside | set(tables[1:])


def test_title_and_signature_give_way_to_those_of_the_document():
    printed = " ".join(words_of(body_of(document_of(), PARTY_2026)))

    assert "phối hợp công tác mẫu" not in printed
    assert "TM. CƠ QUAN MẪU" not in printed


def test_foot_stands_before_the_first_appendix():
    blocks = body_of(document_of(), PARTY_2026)
    place = blocks.index(Foot())

    assert blocks[place + 1].component is Component.APPENDIX
    assert blocks[place + 1].begins_page
    assert blocks[place - 1].text.endswith("thi hành Quy chế này.")


@pytest.mark.parametrize(
    ("words", "party", "state"),
    [
        ("Hết", "Hết.", "Hết./."),
        ("Hết.", "Hết.", "Hết./."),
        ("Hết./.", "Hết.", "Hết./."),
        ("như “Hết”", "như “Hết”.", "như “Hết”./."),
        ("như sau:", "như sau:", "như sau:"),
        ("còn nữa...", "còn nữa...", "còn nữa..."),
    ],
)
def test_text_ends_in_the_sign_of_the_family(words, party, state):
    for profile, end in ((PARTY_2018, party), (STATE, state)):
        blocks = laid_out(article("1", "", words), profile=profile)

        assert blocks[0].text == end


def test_a_signature_that_is_kept_follows_the_end_of_the_text():
    signed = text("TM. CƠ QUAN MẪU\nNgười Ký Mẫu", Role.SIGNATURE)

    blocks = laid_out(article("1", "", "Hết."), signed, profile=STATE, signing=None, recipients=())

    assert [block.text for block in blocks[:3]] == ["Hết./.", "TM. CƠ QUAN MẪU", "Người Ký Mẫu"]


def test_levels_begin_with_the_outermost_kind_that_is_there():
    part = Provision(Kind.PHAN, "I", "Phần", children=(chapter("I", "Chương", article("1", "Tên", "Lời.")),))

    assert [block.level for block in laid_out(part)[:3]] == [1, 2, 3]
    assert [block.level for block in laid_out(article("1", "Tên", "Lời."))[:2]] == [1, 0]


def test_article_keeps_its_heading_apart_from_its_words():
    headed, bare = laid_out(article("1", "Tên", "Lời.")), laid_out(article("2", "", "Lời đầu.\nLời sau."))

    assert [(block.mark, block.title, block.text) for block in headed[:2]] == [
        ("Điều 1.", "Tên", ""),
        ("", "", "Lời."),
    ]
    assert [(block.mark, block.text) for block in bare[:2]] == [("Điều 2.", "Lời đầu."), ("", "Lời sau.")]


def test_mark_is_printed_as_the_text_has_it_and_made_where_it_has_none():
    blocks = laid_out(
        article("1", "Tên", "", clause("1", "Một.", mark="{}-"), Provision(Kind.KHOAN, "2", text="Hai.")),
        Provision(Kind.DIEU, "2a", "Tên"),
        profile=PARTY_2018,
    )

    assert [block.mark for block in blocks[:4]] == ["Điều 1.", "1-", "2-", "Điều 2a."]


def test_tables_that_follow_each_other_are_one():
    (grid, _) = laid_out(text("a\tb", Role.TABLE), text("c\td\te\n\tg", Role.TABLE))

    assert grid.rows == (("a", "b", ""), ("c", "d", "e"), ("", "g", ""))
    assert round(sum(grid.widths), 6) == 1


def test_enacting_words_in_capitals_are_no_grounds():
    blocks = laid_out(text("Căn cứ Điều lệ;\nQUYẾT ĐỊNH:", Role.PREAMBLE))

    assert [block.component for block in blocks[:2]] == [Component.PREAMBLE, Component.ENACTING]


def test_an_empty_text_is_only_a_foot():
    assert body_of(document_of(text("")), PARTY_2026) == (Foot(),)
    assert laid_out(Provision(Kind.TEXT, mark="-")) == (Line(Component.BODY, mark="-", path="doan-1"), Foot())
