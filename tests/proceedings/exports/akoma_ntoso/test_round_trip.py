import datetime

from hypothesis import given, settings

from proceedings.exports.akoma_ntoso import Identity, Version, read_akoma_ntoso, write_akoma_ntoso
from tests.proceedings.exports.akoma_ntoso.schema import errors_in
from tests.proceedings.exports.provision_trees import REGULATION, TREES

DRAFTS = (Version(1, datetime.date(2026, 1, 5)), Version(2, datetime.date(2026, 3, 9)))
IDENTITY = Identity("hoi-thao-mau", "quy-che-phoi-hop", "Quy chế phối hợp", "Văn phòng mẫu", DRAFTS)


def test_regulation_comes_back_equal():
    imported = read_akoma_ntoso(write_akoma_ntoso(REGULATION, IDENTITY))

    assert imported.tree == REGULATION
    assert imported.warnings == ()


@settings(max_examples=40, deadline=None)
@given(TREES)
def test_any_tree_is_valid_and_comes_back_equal(tree):
    data = write_akoma_ntoso(tree, IDENTITY)

    assert errors_in(data) == []
    assert read_akoma_ntoso(data).tree == tree
