import pytest

from proceedings.models import Removal
from proceedings.operations import draft_removals, draft_steps, draft_units, drafts
from proceedings.operations.draft_removals import ReasonConflict
from proceedings.queries.integrity import verify_all
from proceedings.queries.issued_drafts import removal_reasons
from tests.proceedings.models.database import refused
from tests.proceedings.models.test_guards import labels
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.operations.test_draft_rewriting import Unit
from tests.proceedings.regulations import small

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

WHY = "Trùng với quy chế làm việc mẫu"


@pytest.fixture
def second(drafting):
    """A second draft in hand, from which Điều 3 was taken out."""
    drafting.start()
    drafting.issue()
    drafting.next()
    unit = Unit(drafting, "dieu-3")
    drafting.gone = unit.row.origin
    draft_units.remove_unit(provision=unit.row, stamp=unit.stamp, **drafting.by)
    return drafting


def explain(drafting, reason=WHY, *, read="", removed=None, draft=None):
    draft_removals.explain_removal(
        draft=draft or drafting.draft,
        removed=removed or drafting.gone,
        reason=reason,
        read=read,
        **drafting.by,
    )


def reasons(drafting):
    return removal_reasons(drafting.draft.pk)


def test_the_reason_is_kept_with_its_history_and_can_be_undone_and_done_again(second):
    explain(second, f"{WHY}  \n")
    assert reasons(second) == {"dieu-3": WHY}

    change = draft_steps.undo(draft=second.draft, **second.by)
    assert (str(change), reasons(second)) == ("Ghi lý do bỏ: Điều 3. Công tác cán bộ", {})
    draft_steps.redo(draft=second.draft, **second.by)
    assert reasons(second) == {"dieu-3": WHY}

    explain(second, "Lý do khác", read=WHY)
    draft_steps.undo(draft=second.draft, **second.by)
    assert reasons(second) == {"dieu-3": WHY}
    assert labels(Removal) == ["insert", "delete", "insert", "update", "update"]
    assert verify_all()[1] == []


def test_an_empty_reason_takes_it_back_and_the_same_again_is_no_step(second):
    explain(second)
    explain(second)
    explain(second, "", read=WHY)

    assert reasons(second) == {}
    assert second.draft.changes.count() == 3  # the removal, the reason, its end


def test_what_is_brought_back_needs_no_reason_until_that_is_undone(second):
    explain(second)
    draft_units.bring_back(draft=second.draft, origin=second.gone, **second.by)
    assert reasons(second) == {}
    assert verify_all()[1] == []

    draft_steps.undo(draft=second.draft, **second.by)

    assert reasons(second) == {"dieu-3": WHY}


def test_a_clause_that_was_written_away_has_its_reason_and_writing_it_again_ends_that(second):
    unit = Unit(second, "dieu-2")
    clause = second.at("dieu-2.khoan-2").origin
    words = unit.text
    unit.save("\n".join(line for line in words.split("\n") if not line.startswith("2.")))
    explain(second, removed=clause)
    assert reasons(second) == {"dieu-2.khoan-2": WHY}

    Unit(second, "dieu-2").save(words)

    assert reasons(second) == {}
    draft_steps.undo(draft=second.draft, **second.by)
    assert reasons(second) == {"dieu-2.khoan-2": WHY}
    assert verify_all()[1] == []


def test_what_somebody_else_noted_meanwhile_is_not_written_over(second):
    explain(second)

    with refusal(WHY, kind=ReasonConflict, field="reason"):
        explain(second, "Lý do khác", read="")

    assert reasons(second) == {"dieu-3": WHY}


def test_refusals_say_what_is_wrong(second, drafting):
    with refusal("vẫn còn trong bản đang soạn"):
        explain(second, removed=second.at("dieu-1").origin)
    with refusal("không thuộc dự thảo"):
        explain(second, removed=second.at("dieu-1"))
    with refusal("quá giới hạn", field="reason"):
        explain(second, "x" * 10_001)
    with refusal("mức độ mật", field="text"):
        explain(second, "MẬT\nSố 1-CV/TU")
    with refusal("đã phát hành"):
        explain(second, draft=second.gone.draft)
    assert reasons(second) == {}


def test_the_reason_is_frozen_with_the_draft_and_given_up_with_it(second):
    explain(second)
    second.issue()
    with refused("the draft was issued"):
        Removal.objects.update(reason="Chui")
    assert reasons(second) == {"dieu-3": WHY}

    second.next()
    assert reasons(second) == {}
    unit = Unit(second, "dieu-1")
    gone = unit.row.origin
    draft_units.remove_unit(provision=unit.row, stamp=unit.stamp, **second.by)
    explain(second, removed=gone)
    drafts.discard(draft=second.draft, **second.by)
    assert verify_all()[1] == []


def test_a_draft_from_a_file_comes_with_its_reasons(drafting):
    drafting.start()
    drafting.issue()

    drafting.start(small()[:-1], removals={"dieu-3": WHY, "dieu-4": ""})
    assert reasons(drafting) == {"dieu-3": WHY}
    drafts.discard(draft=drafting.draft, **drafting.by)
    with refusal("Không có mục “dieu-9”", field="removals"):
        drafting.start(removals={"dieu-9": WHY})


def test_the_database_takes_no_empty_reason(second):
    with refused("removal_has_a_reason"):
        Removal.objects.create(draft=second.draft, provision=second.gone, reason="")
