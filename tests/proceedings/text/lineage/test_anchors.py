from proceedings.text.lineage import Fate, Lineage, Match, Outlook, Reason, reanchor

LINEAGE = Lineage((
    Match(Fate.KEPT, ("dieu-1",), ("dieu-1",), 1.0, 1.0),
    Match(Fate.RENUMBERED, ("dieu-2",), ("dieu-3",), 0.9, 0.9, is_renumbered=True),
    Match(Fate.SPLIT, ("dieu-2.khoan-1",), ("dieu-3.khoan-1", "dieu-3.khoan-2"), 0.9, 0.9),
    Match(Fate.CHANGED, ("dieu-4",), ("dieu-5",), 0.4, 0.3, is_changed=True),
    Match(Fate.DELETED, ("dieu-2.khoan-2",), (), 0.0, 1.0),
    Match(Fate.DELETED, ("dieu-2.khoan-2.diem-a",), (), 0.0, 1.0),
    Match(Fate.DELETED, ("dieu-9",), (), 0.0, 1.0),
))  # fmt: skip


def test_anchors_follow_sure_matches():
    kept, renumbered = reanchor(["dieu-1", "dieu-2"], LINEAGE)

    assert (kept.now, kept.outlook, kept.reason) == (("dieu-1",), Outlook.SURE, Reason.KEPT)
    assert (renumbered.now, renumbered.outlook, renumbered.reason) == (
        ("dieu-3",),
        Outlook.SURE,
        Reason.RENUMBERED,
    )


def test_a_split_and_a_doubtful_match_are_looked_at():
    split, doubtful = reanchor(["dieu-2.khoan-1", "dieu-4"], LINEAGE)

    assert (split.now, split.outlook, split.reason) == (
        ("dieu-3.khoan-1", "dieu-3.khoan-2"), Outlook.LOOK, Reason.SPLIT,
    )  # fmt: skip
    assert (doubtful.now, doubtful.outlook, doubtful.reason) == (("dieu-5",), Outlook.LOOK, Reason.DOUBTFUL)


def test_what_is_gone_names_the_nearest_that_still_stands():
    clause, point, article = reanchor(["dieu-2.khoan-2", "dieu-2.khoan-2.diem-a", "dieu-9"], LINEAGE)

    assert (clause.outlook, clause.reason, clause.nearest) == (Outlook.GONE, Reason.DELETED, "dieu-3")
    assert point.nearest == "dieu-3"
    assert (article.now, article.nearest) == ((), "")


def test_a_path_that_was_never_there_is_looked_at():
    (unknown,) = reanchor(["dieu-77"], LINEAGE)

    assert (unknown.outlook, unknown.reason) == (Outlook.LOOK, Reason.UNKNOWN)
