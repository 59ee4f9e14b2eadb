import pytest

from proceedings.vocabulary import (
    DRAFT_MOVES,
    LINEAGE_MOVES,
    MAIN_ROAD,
    READABLE,
    TASK_MOVES,
    WORKSHOP_MOVES,
    Audience,
    Circulation,
    DraftState,
    LineageState,
    TaskState,
    WorkshopStage,
    may_move,
)

S = WorkshopStage


def test_the_main_road_has_every_stage_but_the_two_beside_it():
    assert [stage.value for stage in MAIN_ROAD] == [
        "planned", "scheduled", "collecting", "closed", "held", "synthesising", "concluded", "issued",
    ]  # fmt: skip


def test_every_state_has_its_moves():
    assert set(WORKSHOP_MOVES) == set(WorkshopStage)
    assert set(TASK_MOVES) == set(TaskState)
    assert set(DRAFT_MOVES) == set(DraftState)
    assert set(LINEAGE_MOVES) == set(LineageState)


def test_what_is_issued_moves_no_more():
    assert may_move(DRAFT_MOVES, DraftState.WORKING, DraftState.ISSUED)
    assert not may_move(DRAFT_MOVES, DraftState.ISSUED, DraftState.WORKING)


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (S.PLANNED, S.SCHEDULED, True),
        (S.PLANNED, S.HELD, True),
        (S.HELD, S.COLLECTING, False),
        (S.CLOSED, S.POSTPONED, True),
        (S.CLOSED, S.CANCELLED, True),
        (S.HELD, S.POSTPONED, False),
        (S.HELD, S.CANCELLED, False),
        (S.POSTPONED, S.COLLECTING, True),
        (S.POSTPONED, S.HELD, False),
        (S.CANCELLED, S.PLANNED, False),
        (S.ISSUED, S.CONCLUDED, False),
        (S.ISSUED, S.ISSUED, True),
    ],
)
def test_a_workshop_moves_by_the_table(before, after, allowed):
    assert may_move(WORKSHOP_MOVES, before, after) is allowed


def test_what_is_done_can_only_be_taken_up_again():
    allowed = [state for state in TaskState if may_move(TASK_MOVES, TaskState.DONE, state)]

    assert allowed == [TaskState.IN_PROGRESS, TaskState.DONE]


def test_delegates_read_all_that_the_public_reads():
    assert READABLE[Audience.PUBLIC] == {Circulation.PUBLIC}
    assert READABLE[Audience.PUBLIC] < READABLE[Audience.DELEGATES]
    assert not any(Circulation.INTERNAL in readable for readable in READABLE.values())
