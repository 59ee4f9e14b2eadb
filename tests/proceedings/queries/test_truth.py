import pytest

from proceedings.models import Lineage, Response
from proceedings.operations import draft_mending, draft_writing, drafts
from proceedings.operations.responses import Decided, respond
from proceedings.queries.gaps import GapKind
from proceedings.queries.truth import find_untruths

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def next_draft(pointing):
    """The working copy of the next draft: provisions by path."""
    pointing.next = pointing.drafting.next()
    return pointing


def provision(pointing, path):
    return pointing.next.provisions.get(path=path)


def write(pointing, path, text, note=""):
    row = provision(pointing, path)
    draft_writing.write(
        provision=row, heading=row.heading, text=text, change_note=note, version=row.version, **pointing.by
    )


def decide(pointing, path, decision="adopted", reason="Vì thế."):
    resulting = provision(pointing, path) if path else None
    return respond(
        points=[pointing.point()], decided=Decided(decision, reason, resulting), propose=True, **pointing.by
    )


def found(pointing):
    return [(gap.kind, gap.where) for gap in find_untruths(pointing.workshop)]


def leaf(pointing):
    """A provision that has words of its own."""
    return pointing.next.provisions.exclude(text="").exclude(kind="text").order_by("position").first().path


def test_adopted_where_nothing_changed_is_found_until_it_changes(next_draft):
    path = leaf(next_draft)
    response = decide(next_draft, path)
    assert found(next_draft) == [(GapKind.NOT_CHANGED, response.resulting_label)]

    write(next_draft, path, "Lời văn mới sau khi tiếp thu.")

    assert found(next_draft) == []


def test_a_change_below_the_provision_that_is_named_counts(next_draft):
    inner = next_draft.next.provisions.filter(path__contains=".khoan").exclude(text="").exclude(kind="text")
    path = inner.order_by("position").first().path
    decide(next_draft, path.split(".")[0])

    write(next_draft, path, "Lời văn mới.")

    assert found(next_draft) == []


def test_a_change_needs_a_response_or_a_reason(next_draft):
    path = leaf(next_draft)
    write(next_draft, path, "Lời văn mới.")
    assert [kind for kind, _where in found(next_draft)] == [GapKind.NO_RESPONSE]

    write(next_draft, path, "Lời văn mới.", note="Sửa lỗi chính tả")

    assert found(next_draft) == []


def test_a_provision_that_is_no_more_is_found(next_draft):
    path = leaf(next_draft)
    response = decide(next_draft, path)

    draft_mending.remove(provision=provision(next_draft, path), **next_draft.by)

    kinds = dict(found(next_draft))
    assert kinds[GapKind.NOT_THERE] == response.resulting_label


def test_a_removal_that_was_asked_for_names_what_was_removed(next_draft):
    path = leaf(next_draft)
    before = next_draft.draft.provisions.get(path=path)
    respond(
        points=[next_draft.point()], decided=Decided("adopted", "", before), propose=True, **next_draft.by
    )
    assert [kind for kind, _where in found(next_draft)] == [GapKind.NOT_CHANGED]

    draft_mending.remove(provision=provision(next_draft, path), **next_draft.by)

    assert found(next_draft) == []


def test_a_reason_that_is_missing_is_found(next_draft):
    response = next_draft.drafted(decision="explained", reason="")

    assert found(next_draft) == [(GapKind.NO_REASON, "Giải trình cho 1 ý kiến, từ số 1")]
    assert Response.objects.get(pk=response.pk).state == "drafted"


def test_equal_points_with_different_decisions_are_found_once(pointing):
    one, other, third = pointing.points(3, at="dieu-1")
    pointing.drafted(one, decision="noted", reason="")
    pointing.drafted(other, decision="explained")
    pointing.drafted(third, decision="explained")

    ((kind, where),) = found(pointing)

    assert kind == GapKind.UNEQUAL
    assert "2 ý kiến khác" in where
    assert "ghi nhận" in where


def test_equal_points_about_other_places_or_decided_alike_are_right(pointing):
    pointing.drafted(pointing.point(at="dieu-1"), decision="noted", reason="")
    pointing.drafted(pointing.point(at="dieu-2"), decision="explained")
    pointing.drafted(pointing.point(at="dieu-1"), decision="noted", reason="")

    assert found(pointing) == []


def test_the_lineage_that_was_decided_has_the_last_word(next_draft):
    path = leaf(next_draft)
    write(next_draft, path, "Lời văn mới.", note="Sửa")
    drafts.issue(draft=next_draft.next, acknowledged=True, **next_draft.drafting.by)
    before = next_draft.draft.provisions.get(path=path)
    after = next_draft.next.provisions.get(path=path)
    Lineage.objects.create(draft=next_draft.next, before=before, after=after, kind="changed", is_changed=True)
    decide(next_draft, path)

    assert GapKind.NOT_CHANGED not in dict(found(next_draft))


def test_the_number_of_questions_does_not_grow(next_draft, django_assert_num_queries):
    paths = [row.path for row in next_draft.next.provisions.exclude(kind="text")[:3]]
    for path in paths:
        decide(next_draft, path)

    with django_assert_num_queries(10):
        find_untruths(next_draft.workshop)
