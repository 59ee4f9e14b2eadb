import pytest

from proceedings.models import Response
from proceedings.operations import draft_mending, draft_units, draft_writing, drafts
from proceedings.operations.reason_snippets import add_snippet, amend_snippet
from proceedings.operations.responses import Decided, respond
from proceedings.queries.gaps import GapKind
from proceedings.queries.remedies import MOST, Act, remedies_for
from proceedings.queries.truth import find_untruths

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

LEAVES = ("dieu-2.khoan-1", "dieu-2.khoan-2")


@pytest.fixture
def next_draft(pointing):
    """The working copy of the next draft beside what was issued."""
    pointing.next = pointing.drafting.next()
    return pointing


def write(pointing, path, text="Lời văn mới sau khi tiếp thu."):
    row = pointing.next.provisions.get(path=path)
    return draft_writing.write(
        provision=row, heading=row.heading, text=text, version=row.version, **pointing.by
    )


def adopt(pointing, spoken_of, named):
    """A point about one provision, adopted into another of the working copy."""
    resulting = pointing.next.provisions.get(path=named)
    point = pointing.point(at=spoken_of)
    return respond(points=[point], decided=Decided("adopted", "", resulting), propose=True, **pointing.by)


def offered(pointing, kind):
    """What is offered for findings of a kind: act, words and target."""
    gaps = find_untruths(pointing.workshop)
    found = remedies_for(pointing.workshop, gaps)
    return [
        (remedy.act, str(remedy.words), remedy.target)
        for gap in gaps
        if gap.kind == kind
        for remedy in found.get(gap, [])
    ]


# --- adopted where nothing changed ---------------------------------------------------


def test_what_changed_where_the_point_speaks_of_is_offered(next_draft):
    adopt(next_draft, LEAVES[0], LEAVES[1])
    changed = write(next_draft, LEAVES[0])

    assert offered(next_draft, GapKind.NOT_CHANGED) == [(Act.NAME, "Đổi sang khoản 1 Điều 2", changed.pk)]


def test_where_nothing_changed_there_nothing_is_offered(next_draft):
    adopt(next_draft, LEAVES[0], LEAVES[0])

    assert offered(next_draft, GapKind.NOT_CHANGED) == []


def test_a_change_beside_the_place_offers_what_both_stand_in(next_draft):
    adopt(next_draft, LEAVES[0], LEAVES[0])
    write(next_draft, LEAVES[1])

    above = next_draft.next.provisions.get(path="dieu-2")
    assert offered(next_draft, GapKind.NOT_CHANGED) == [(Act.NAME, "Đổi sang Điều 2", above.pk)]


def test_what_was_taken_out_is_offered_by_its_row_in_the_draft_before(next_draft):
    adopt(next_draft, LEAVES[0], LEAVES[1])
    draft_mending.remove(provision=next_draft.next.provisions.get(path=LEAVES[0]), **next_draft.by)

    before = next_draft.draft.provisions.get(path=LEAVES[0])
    assert offered(next_draft, GapKind.NOT_CHANGED) == [
        (Act.NAME, "Đổi sang khoản 1 Điều 2 (đã bỏ)", before.pk)
    ]


def test_a_provision_that_is_no_more_is_found_again_by_what_it_was_called(next_draft):
    adopt(next_draft, "dieu-1", LEAVES[0])
    draft_mending.remove(provision=next_draft.next.provisions.get(path=LEAVES[0]), **next_draft.by)
    before = next_draft.draft.provisions.get(path=LEAVES[0])
    draft_units.bring_back(draft=next_draft.next, origin=before, **next_draft.by)
    called_so = write(next_draft, LEAVES[0])

    assert offered(next_draft, GapKind.NOT_THERE) == [(Act.NAME, "Đổi sang khoản 1 Điều 2", called_so.pk)]


def test_a_change_is_followed_through_the_drafts(next_draft):
    response = adopt(next_draft, LEAVES[0], LEAVES[0])
    first = write(next_draft, LEAVES[0])
    drafts.issue(draft=next_draft.next, acknowledged=True, **next_draft.drafting.by)
    next_draft.next = next_draft.drafting.next()
    Response.objects.filter(pk=response.pk).update(resulting=next_draft.draft.provisions.get(path="dieu-1"))
    assert offered(next_draft, GapKind.NOT_CHANGED) == []

    later = write(next_draft, LEAVES[0], "Lời văn mới nữa.")

    assert later.origin_id == first.pk
    assert offered(next_draft, GapKind.NOT_CHANGED) == [(Act.NAME, "Đổi sang khoản 1 Điều 2", later.pk)]


# --- a reason, a decision, a note -----------------------------------------------------


def test_only_snippets_of_the_decision_are_offered_and_not_many(pointing):
    response = pointing.drafted(decision="explained", reason="")
    kept = [
        add_snippet(
            workshop=pointing.workshop,
            name=f"Mẫu {n}",
            decision="explained",
            text=f"Lý do {n}.",
            **pointing.by,
        )
        for n in range(MOST + 2)
    ]
    amend_snippet(
        snippet=kept[0], name="Mẫu 0", decision="explained", text="Lý do 0.", is_retired=True,
        version=kept[0].version, **pointing.by,
    )  # fmt: skip
    for name, decision in (("A", ""), ("B", "partly")):
        add_snippet(
            workshop=pointing.workshop, name=name, decision=decision, text=f"Lý do {name}.", **pointing.by
        )

    assert offered(pointing, GapKind.NO_REASON) == [
        (Act.REASON, "Dùng mẫu “Mẫu 1”", kept[1].pk),
        (Act.REASON, "Dùng mẫu “Mẫu 2”", kept[2].pk),
    ]
    assert Response.objects.get(pk=response.pk).reason == ""


def test_where_the_provision_is_no_more_it_is_chosen_before_the_reason(next_draft):
    add_snippet(workshop=next_draft.workshop, name="Mẫu", decision="partly", text="Đã có.", **next_draft.by)
    resulting = next_draft.next.provisions.get(path=LEAVES[0])
    respond(points=[next_draft.point()], decided=Decided("partly", "", resulting), **next_draft.by)
    assert [act for act, *_rest in offered(next_draft, GapKind.NO_REASON)] == [Act.REASON]

    draft_mending.remove(provision=resulting, **next_draft.by)

    assert offered(next_draft, GapKind.NO_REASON) == []


def test_each_decision_of_equal_points_is_offered_with_how_many_have_it(pointing):
    one, other, third = pointing.points(3, at="dieu-1")
    noted = pointing.drafted(one, decision="noted", reason="")
    explained = pointing.approved(other, third)

    gaps = find_untruths(pointing.workshop)
    found = remedies_for(pointing.workshop, gaps)[gaps[0]]

    assert {(str(each.words), each.target, each.answered, each.reopens) for each in found} == {
        ("Thống nhất: ghi nhận (1)", noted.pk, ((other.pk, explained.pk), (third.pk, explained.pk)), True),
        ("Thống nhất: giải trình (2)", explained.pk, ((one.pk, noted.pk),), True),
    }
    assert len({each.key for each in found}) == 2


def test_what_somebody_writes_meanwhile_gives_another_key(pointing):
    one, other = pointing.points(2, at="dieu-1")
    pointing.drafted(one, decision="noted", reason="")
    response = pointing.drafted(other)

    def keys():
        gaps = find_untruths(pointing.workshop)
        return {remedy.key for each in remedies_for(pointing.workshop, gaps).values() for remedy in each}

    before = keys()
    Response.objects.filter(pk=response.pk).update(reason="Lý do khác.")

    assert before
    assert not before & keys()


def test_a_change_that_nobody_asked_for_can_be_noted(next_draft):
    row = write(next_draft, LEAVES[0])

    assert offered(next_draft, GapKind.NO_RESPONSE) == [(Act.NOTE, "Ghi: chỉnh sửa kỹ thuật", row.pk)]


def test_of_what_was_taken_out_the_whole_comes_back(next_draft):
    draft_mending.remove(provision=next_draft.next.provisions.get(path="dieu-2"), **next_draft.by)

    before = next_draft.draft.provisions.get(path="dieu-2")
    kinds = [gap.kind for gap in find_untruths(next_draft.workshop)]
    assert kinds.count(GapKind.NO_RESPONSE) > 1
    assert offered(next_draft, GapKind.NO_RESPONSE) == [(Act.RESTORE, "Khôi phục", before.pk)]


def test_what_was_issued_is_neither_noted_nor_brought_back(next_draft):
    write(next_draft, LEAVES[0])
    draft_mending.remove(provision=next_draft.next.provisions.get(path="dieu-1"), **next_draft.by)
    drafts.issue(draft=next_draft.next, acknowledged=True, **next_draft.drafting.by)

    assert GapKind.NO_RESPONSE in {gap.kind for gap in find_untruths(next_draft.workshop)}
    assert offered(next_draft, GapKind.NO_RESPONSE) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_questions_does_not_grow(next_draft, count, django_assert_num_queries):
    for _each in range(count):
        adopt(next_draft, LEAVES[0], LEAVES[1])
        next_draft.drafted(next_draft.point(at="dieu-3"), decision="explained", reason="")
        next_draft.drafted(next_draft.point(at="dieu-3"), decision="noted", reason="")
    write(next_draft, LEAVES[0])
    gaps = find_untruths(next_draft.workshop)

    with django_assert_num_queries(14):
        remedies_for(next_draft.workshop, gaps)
