"""Who speaks in the sample."""

from collections import Counter

from proceedings.reference import committees
from proceedings.sample.bodies import bodies
from proceedings.sample.facts import DOCUMENTS, HELD_ON, LIVE
from proceedings.vocabulary import BodyKind


def test_bodies_are_the_committees_of_the_day_and_29_others():
    kinds = Counter(body.kind for body in bodies())

    assert len(bodies()) == DOCUMENTS
    assert kinds[BodyKind.COMMITTEE] == 63
    assert set(kinds) == {
        BodyKind.COMMITTEE, BodyKind.PARTY_BODY, BodyKind.STATE_BODY, BodyKind.ORGANISATION,
    }  # fmt: skip
    in_force = {row.slug for row in committees() if row.is_in_force_on(HELD_ON)}
    assert {body.committee_slug for body in bodies()} - {""} == in_force


def test_bodies_that_the_report_does_not_name_have_placeholder_names():
    unnamed = [body for body in bodies() if body.kind != BodyKind.COMMITTEE]

    assert len({body.name for body in unnamed}) == 29
    assert all("mẫu số" in body.name for body in unnamed)


def test_fifteen_committees_of_every_region_present_but_not_bac_ninh():
    region = {row.slug: row.region for row in committees()}

    live = sorted((body for body in bodies() if body.speaking_order), key=lambda body: body.speaking_order)

    assert [body.speaking_order for body in live] == list(range(1, LIVE + 1))
    assert "bac-ninh" not in {body.committee_slug for body in live}
    spread = Counter(region[body.committee_slug] for body in live)
    assert set(spread) == {region[body.committee_slug] for body in bodies() if body.committee_slug}
    assert max(spread.values()) - min(spread.values()) <= 1
