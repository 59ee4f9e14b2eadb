import datetime
from dataclasses import replace

import pytest
from lxml import etree

from proceedings.exports.akoma_ntoso import (
    Amendment,
    Change,
    Identity,
    Version,
    write_akoma_ntoso,
    write_amended,
)
from proceedings.exports.akoma_ntoso.names import AKN, KY, number_in
from proceedings.text.provisions import Kind, Provision, with_paths
from tests.proceedings.exports.akoma_ntoso.schema import errors_in
from tests.proceedings.exports.akoma_ntoso.test_round_trip import DRAFTS, IDENTITY
from tests.proceedings.exports.provision_trees import REGULATION, dieu

NAMES = {"a": AKN, "ky": KY}
WORK = "/akn/vn/bill/quy-che/hoi-thao-mau/2026-01-05/quy-che-phoi-hop"
EARLIER = with_paths((dieu("1", "Cũ", words="Lời cũ."), dieu("2", "Hai", words="Hai."), dieu("3", "Ba")))
LATER = with_paths((dieu("1", "Cũ", words="Lời mới."), dieu("2", "Ba"), dieu("3", "Mới"), dieu("4", "Bốn")))
AMENDMENTS = [
    Amendment(Change.CHANGED, ("dieu-1",), ("dieu-1",), "Lời cũ.", "Lời mới."),
    Amendment(Change.RENUMBERED, ("dieu-3",), ("dieu-2",)),
    Amendment(Change.MOVED, ("dieu-2",), ("dieu-4",)),
    Amendment(Change.NEW, (), ("dieu-3",), "", "Điều 3. Mới"),
    Amendment(Change.DELETED, ("dieu-2",), (), "Điều 2. Hai"),
    Amendment(Change.SPLIT, ("dieu-1",), ("dieu-1", "dieu-3")),
    Amendment(Change.MERGED, ("dieu-1", "dieu-2"), ("dieu-1",), "a\x00b", "<c>"),
    Amendment(Change.CHANGED, ("khong-co",), ("khong-co",)),
]


def eids_of(data):
    return [e.get("eId") for e in etree.fromstring(data).iter() if e.get("eId")]


def test_regulation_is_valid_and_says_which_draft_it_is():
    data = write_akoma_ntoso(REGULATION, IDENTITY)
    root = etree.fromstring(data)

    assert errors_in(data) == []
    assert root.xpath("string(//a:FRBRWork/a:FRBRuri/@value)", namespaces=NAMES) == WORK
    assert (
        root.xpath("string(//a:FRBRExpression/a:FRBRuri/@value)", namespaces=NAMES) == f"{WORK}/vie@draft-2"
    )
    assert root.xpath("string(//a:FRBRlanguage/@language)", namespaces=NAMES) == "vie"
    assert root.xpath("//a:eventRef/@date", namespaces=NAMES) == ["2026-01-05", "2026-03-09"]


def test_regulation_has_the_eids_of_the_naming_convention():
    eids = eids_of(write_akoma_ntoso(REGULATION, IDENTITY))

    assert len(eids) == len(set(eids))
    assert {
        "chp_1",
        "art_2__intro",
        "art_2__para_2__point_đ",
        "art_2__para_2__wrapup",
        "art_2__para_2-2",
        "chp_2__sec_1",
        "art_3a",
    } <= set(eids)


def test_issued_document_is_an_act_with_its_number():
    data = write_akoma_ntoso(REGULATION, replace(IDENTITY, issued_number="12-QC/TU"))
    root = etree.fromstring(data)

    assert errors_in(data) == []
    assert root[0].tag == f"{{{AKN}}}act"
    assert root.xpath("string(//a:FRBRnumber/@value)", namespaces=NAMES) == "12-QC/TU"


def test_text_of_names_and_signatures_only_is_a_body():
    tree = tuple(p for p in REGULATION if p.kind is Kind.TEXT)[:2]

    data = write_akoma_ntoso(tree, IDENTITY)

    assert errors_in(data) == []
    assert etree.fromstring(data).find(".//a:preface", NAMES) is None


def test_text_without_provisions_is_refused():
    with pytest.raises(ValueError, match="without provisions"):
        write_akoma_ntoso((), IDENTITY)


def test_control_characters_become_replacement_characters():
    data = write_akoma_ntoso((Provision(Kind.TEXT, text="a\x00b\ud800"),), IDENTITY)

    assert errors_in(data) == []
    assert "a\ufffdb\ufffd" in data.decode()


def test_hostile_identity_is_valid():
    identity = Identity('w/../"<&>', "a b?#", '<script>"&', "Ban\n\x01", (Version(1, DRAFTS[0].issued_on),))

    assert errors_in(write_akoma_ntoso(REGULATION, identity)) == []


def test_equal_input_gives_equal_bytes():
    assert write_akoma_ntoso(REGULATION, IDENTITY) == write_akoma_ntoso(REGULATION, IDENTITY)


def test_amendments_are_textual_modifications():
    data = write_amended(LATER, IDENTITY, EARLIER, 1, AMENDMENTS)
    root = etree.fromstring(data)

    assert errors_in(data) == []
    found = [
        (
            e.get("type"),
            e.xpath("a:destination/@href", namespaces=NAMES),
            [href.removeprefix(WORK) for href in e.xpath("a:old/@href", namespaces=NAMES)],
        )
        for e in root.iterfind(".//a:textualMod", NAMES)
    ]
    assert found[:5] == [
        ("substitution", ["#art_1"], ["/vie@draft-1#art_1"]),
        ("renumbering", ["#art_2"], ["/vie@draft-1#art_3"]),
        ("renumbering", ["#art_4"], ["/vie@draft-1#art_2"]),
        ("insertion", ["#art_3"], []),
        ("repeal", [f"{WORK}/vie@draft-1#art_2"], ["/vie@draft-1#art_2"]),
    ]
    assert found[5:7] == [
        ("split", ["#art_1", "#art_3"], ["/vie@draft-1#art_1"]),
        ("join", ["#art_1"], ["/vie@draft-1#art_1", "/vie@draft-1#art_2"]),
    ]
    assert root.xpath("//a:textualMod[@ky:moved]/@eId", namespaces=NAMES) == ["pmod_3"]
    assert root.xpath("string(//a:textualMod[1]/a:old)", namespaces=NAMES).strip() == "Lời cũ."


def test_amendments_of_the_first_draft_are_none():
    alone = replace(IDENTITY, versions=(Version(1, datetime.date(2026, 1, 5)),))

    data = write_amended(EARLIER, alone, (), 1, ())

    assert errors_in(data) == []
    assert b"analysis" not in data
    assert b'contains="originalVersion"' in data


@pytest.mark.parametrize(
    ("mark", "kind", "number"),
    [
        ("Điều 5.", Kind.DIEU, "5"),
        ("ĐIỀU 12a:", Kind.DIEU, "12a"),
        ("Điều thứ nhất:", Kind.DIEU, "thứ nhất"),
        ("Chương II", Kind.CHUONG, "II"),
        ("Tiểu mục 2.", Kind.TIEU_MUC, "2"),
        ("2.", Kind.KHOAN, "2"),
        ("đ)", Kind.DIEM, "đ"),
        ("-", Kind.TEXT, ""),
        ("", Kind.DIEU, ""),
    ],
)
def test_number_in_a_mark(mark, kind, number):
    assert number_in(mark, kind) == number
