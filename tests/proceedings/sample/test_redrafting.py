"""Where the provisions of draft 2 come from: every unit once, each kind as defined, each change with its why."""

import re
from collections import Counter

import pytest
from django.conf import settings

from proceedings.sample.paragraphs import paragraphs
from proceedings.sample.redrafting import (
    Descent,
    Disposition,
    changes_for,
    decisions,
    deleted,
    lineage,
    name_opinion,
)
from proceedings.sample.regulation import drafts
from tests.proceedings.sample.draft_citations import cited_paths
from tests.proceedings.sample.draft_outline import units

ONE, TWO = (units(draft.paragraphs) for draft in drafts())
ROWS = {row.path: row for row in lineage()}
PARTS = Counter(origin for row in lineage() for origin in row.origins)
#: Opinions, and what draft 2 has for them, which a reader of the two files can check by eye.
ADOPTED = [
    ("co-so:30", ["dieu-3.khoan-4"]),
    ("trach-nhiem:19", ["dieu-13.khoan-4"]),
    ("trach-nhiem:26", ["dieu-15.khoan-3.diem-d", "dieu-15.khoan-3.diem-đ"]),
    ("phuong-phap:21", ["dieu-18.khoan-3"]),
    ("kinh-nghiem:30", ["dieu-11.khoan-2"]),
]


def parent(path):
    return path.rpartition(".")[0]


def label(path):
    return path.rpartition(".")[2]


def same_level(path, other):
    return path.count(".") == other.count(".")


def is_split(row):
    """An origin with several descendants is split, except into the one that alone stands on its own level."""
    (origin,) = row.origins
    heirs = [one.path for one in lineage() if origin in one.origins]
    is_heir = same_level(row.path, origin) and sum(same_level(heir, origin) for heir in heirs) == 1
    return len(heirs) > 1 and not is_heir


def is_moved(row):
    (origin,) = row.origins
    if ONE[origin].kind == "dieu":
        return ONE[origin].chapter not in ROWS[TWO[row.path].chapter].origins
    return bool(parent(origin)) and parent(origin) not in ROWS[parent(row.path)].origins


def descent(row):
    if len(row.origins) != 1:
        return Descent.MERGED if row.origins else Descent.NEW
    if is_split(row):
        return Descent.SPLIT
    if is_moved(row):
        return Descent.MOVED
    if label(row.path) != label(row.origins[0]):
        return Descent.RENUMBERED
    return Descent.CHANGED if row.is_reworded else Descent.KEPT


def test_every_unit_of_draft_2_has_one_row_in_its_order():
    assert [row.path for row in lineage()] == list(TWO)


def test_every_unit_of_draft_1_has_descendants_or_is_deleted():
    left_out = [one.path for one in deleted()]

    assert set(PARTS) | set(left_out) == set(ONE)
    assert not set(PARTS) & set(left_out)
    assert left_out == ["dieu-9.khoan-3"]


def test_only_what_is_split_is_named_twice():
    for origin, count in PARTS.items():
        heirs = [row for row in lineage() if origin in row.origins]
        split = [row for row in heirs if row.kind is Descent.SPLIT]
        assert count == 1 or len(split) >= 2, origin
        assert len(heirs) - len(split) <= 1, origin


@pytest.mark.parametrize("row", lineage(), ids=lambda row: row.path)
def test_kind_is_what_it_is_defined_to_be(row):
    assert row.kind is descent(row)


@pytest.mark.parametrize("row", lineage(), ids=lambda row: row.path)
def test_reworded_says_whether_the_words_differ(row):
    origins = [ONE[origin].lines for origin in row.origins]

    assert row.is_reworded == (bool(origins) and origins != [TWO[row.path].lines])


def test_every_kind_of_change_is_met():
    kinds = Counter(row.kind for row in lineage())

    assert set(kinds) == set(Descent)
    assert all(count >= 2 for count in kinds.values())
    assert [row.path for row in lineage() if row.kind is Descent.MOVED] == ["dieu-12.khoan-1", "dieu-17"]
    assert {path for path in ROWS if ROWS[path].kind is Descent.NEW and "." not in path} == {
        "dieu-12",
        "dieu-20",
    }
    assert ROWS["dieu-5.khoan-2.diem-đ"].kind is Descent.NEW
    assert ROWS["dieu-11"].kind is Descent.CHANGED
    assert ROWS["dieu-8.khoan-3"].origins == (
        "dieu-8.khoan-2.diem-c",
        "dieu-8.khoan-2.diem-d",
        "dieu-8.khoan-3",
    )


def test_every_change_has_a_note_and_nothing_else_has():
    for row in lineage():
        assert bool(row.reason) == (row.kind is not Descent.KEPT), row.path
        assert row.kind is not Descent.KEPT or not row.opinions, row.path
    for one in deleted():
        assert one.reason
    for reason in [one.reason for one in (*lineage(), *deleted()) if one.reason]:
        assert reason[0].isupper()
        assert reason[-1] not in ".,;"
        assert len(reason.split()) <= 40


def test_notes_and_decisions_cite_what_a_draft_has():
    for text in [row.reason for row in lineage()] + [one.reason for one in decisions()]:
        known = ONE if "dự thảo lần 1" in text else TWO
        assert [path for path in cited_paths(text) if path not in known] == [], text


def test_every_opinion_question_and_proposal_is_decided_once():
    asked = [
        name_opinion(one)
        for one in paragraphs()
        if not one.is_variant and one.role in ("opinion", "question", "proposal")
    ]

    assert [one.opinion for one in decisions()] == asked
    assert {one.disposition for one in decisions()} == set(Disposition)


@pytest.mark.parametrize("decided", decisions(), ids=lambda one: one.opinion)
def test_what_is_adopted_changed_the_draft_and_what_is_not_has_a_reason(decided):
    has_changed = bool(changes_for(decided.opinion)) or any(
        decided.opinion in one.opinions for one in deleted()
    )

    assert has_changed == (decided.disposition in (Disposition.ADOPTED, Disposition.PARTLY))
    assert bool(decided.reason) == (decided.disposition is not Disposition.ADOPTED)


def test_nothing_is_changed_for_an_opinion_that_nobody_has():
    named = {opinion for one in (*lineage(), *deleted()) for opinion in one.opinions}

    assert named <= {one.opinion for one in decisions()}


def test_opinions_change_the_provisions_that_they_are_about():
    originals = {name_opinion(one): one.text for one in paragraphs() if not one.is_variant}
    articles = {row.path: row.origins[0] for row in lineage() if row.origins and TWO[row.path].kind == "dieu"}

    for decided in decisions():
        cited = {path.partition(".")[0] for path in cited_paths(originals[decided.opinion])}
        changed = changes_for(decided.opinion)
        if decided.disposition is not Disposition.ADOPTED or not cited or not changed:
            continue
        touched = {origin.partition(".")[0] for row in changed for origin in row.origins}
        touched |= {articles.get(row.path.partition(".")[0], "") for row in changed}
        assert touched & cited or decided.opinion == "phuong-phap:28", decided.opinion


def test_wordings_that_were_offered_stand_in_the_provisions_that_took_them():
    taken = 0
    for paragraph in paragraphs():
        rows = [] if paragraph.is_variant else changes_for(name_opinion(paragraph))
        words = "\n".join(line for row in rows for line in TWO[row.path].lines).casefold()
        for quoted in re.findall("“(.*?)”", paragraph.text):
            wording = re.sub(r"^\d+a?\. ", "", quoted.rstrip(".")).casefold()
            is_offered = wording in drafts()[1].text.casefold() and wording not in drafts()[0].text.casefold()
            if rows and is_offered:
                taken += 1
                assert wording in words, (name_opinion(paragraph), wording)
    assert taken >= 50


@pytest.mark.parametrize(("opinion", "paths"), ADOPTED)
def test_changes_for_names_where_an_opinion_went(opinion, paths):
    assert [row.path for row in changes_for(opinion)] == paths


def test_changes_for_names_nothing_where_nothing_changed():
    assert changes_for("trach-nhiem:40") == ()
    assert changes_for("co-so:999") == ()


def test_document_names_the_opinions_behind_each_article_of_draft_2():
    document = (settings.BASE_DIR / "docs/sample-regulation-outline.md").read_text(encoding="utf-8")
    stated = {
        f"dieu-{number}": set(_opinions(cell))
        for number, cell in re.findall(r"^\| Điều (\d+) \|.*\| ([^|]*) \|$", document, re.MULTILINE)
    }
    behind = {path: set() for path, unit in TWO.items() if unit.kind == "dieu"}
    for row in lineage():
        if row.path.startswith("dieu"):
            behind[row.path.partition(".")[0]] |= set(row.opinions)
    for one in deleted():
        behind[one.path.partition(".")[0]] |= set(one.opinions)

    assert stated == behind


def _opinions(cell):
    """Read ``co-so:23, 24, nguyen-tac:41–44`` as it is written in the document."""
    theme = ""
    for part in cell.split(", "):
        named, _sign, numbers = part.rpartition(":")
        theme = named or theme
        found = [int(number) for number in re.findall(r"\d+", numbers)]
        if found:
            yield from (f"{theme}:{number}" for number in range(found[0], found[-1] + 1))
