from proceedings.text.redline.sequences import find_steps, likeness


def test_steps_cover_both_sequences_in_order():
    steps = find_steps(["a", "b", "c"], ["a", "x", "c", "d"])

    assert [step.old for step in steps if step.is_equal] == [(0, 1), (2, 3)]
    assert sum(step.old[1] - step.old[0] for step in steps) == 3
    assert sum(step.new[1] - step.new[0] for step in steps) == 4


def test_likeness_goes_from_nothing_to_the_same():
    assert likeness(["a"], ["b"]) == 0
    assert likeness(["a", "b"], ["a", "c"]) == 0.5
    assert likeness(["a"], ["a"]) == likeness([], []) == 1
