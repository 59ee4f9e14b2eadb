import pytest

from proceedings.operations import draft_mending, draft_rewriting, draft_units, draft_writing
from proceedings.operations.refusals import Refused
from proceedings.queries.writing import Rows
from proceedings.text.units import stamp_of

pytestmark = pytest.mark.django_db
SECRET = "TUYỆT MẬT"


def _rewrite(drafting, row, by):
    node = Rows(row.draft).nodes[row.pk]
    draft_rewriting.rewrite(
        provision=row, text=f"{row.mark} {row.heading}\n{SECRET}", stamp=stamp_of(node, ""), **by
    )


WAYS = {
    "rewrite": _rewrite,
    "note": lambda drafting, row, by: draft_writing.write(
        provision=row, heading=row.heading, text="", change_note=SECRET, version=row.version, **by
    ),
    "article": lambda drafting, row, by: draft_units.insert_article(
        after=row, heading="Tên", text=SECRET, **by
    ),
    "paragraph": lambda drafting, row, by: draft_units.insert_text(after=row, text=SECRET, **by),
    "heading": lambda drafting, row, by: draft_mending.retitle(provision=row, heading=SECRET, **by),
    "insert": lambda drafting, row, by: draft_mending.insert(
        draft=row.draft, parent=None, place=0, kind="text", text=SECRET, **by
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_words_with_a_mark_of_secrecy_are_refused_and_not_kept(drafting, by, way):
    drafting.start()
    row = drafting.at("dieu-3")

    with pytest.raises(Refused, match="bí mật nhà nước") as refusal:
        WAYS[way](drafting, row, by)

    assert SECRET not in str(refusal.value)
    assert not row.draft.provisions.filter(text__contains=SECRET).exists()
    assert not row.draft.provisions.filter(heading__contains=SECRET).exists()
    assert not row.draft.changes.exists()


def test_words_that_speak_of_secrets_are_kept(drafting, by):
    drafting.start()

    made = draft_units.insert_text(
        after=drafting.at("dieu-3"), text="Độ mật gồm: tuyệt mật, tối mật và mật.", **by
    )

    assert made.text == "Độ mật gồm: tuyệt mật, tối mật và mật."
