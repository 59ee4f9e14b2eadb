import pytest

from proceedings.operations import workshops
from proceedings.queries.committees import shares_of, table_of_committees
from proceedings.queries.registry import lines_of
from proceedings.vocabulary import Audience, ParticipationState

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def test_the_table_knows_who_answers_today(django_assert_num_queries):
    with django_assert_num_queries(1):
        table = table_of_committees()

    closed = [body for body in table.values() if body.valid_to]
    living = [body for body in table.values() if not body.valid_to]
    assert (len(closed), len(living)) == (53, 34)
    assert all(table[body.today_slug].full_name == body.today for body in closed)
    assert {body.today_slug for body in living} == {""}
    assert next(iter(table)).startswith("an-giang")


def test_shares_say_who_was_asked_and_who_contributed(workshop, register, bac_ninh, ha_noi, secretary, now):
    register(committee=bac_ninh, circulation="public", presented_live=True)
    register(committee=bac_ninh, circulation="delegates", symbol="2-CV/TU")
    [silent] = workshops.invite(workshop=workshop, committees=[ha_noi], actor=secretary, now=now)
    silent.attended = True
    workshops.arrange(saved=[silent], actor=secretary, now=now)

    shares = {
        share.body.slug: share
        for share in shares_of(workshop, lines_of(workshop, Audience.PUBLIC), table_of_committees())
    }

    assert list(shares) == ["bac-ninh", "ha-noi"]
    assert (shares["bac-ninh"].state, len(shares["bac-ninh"].lines)) == (ParticipationState.ANSWERED, 1)
    assert shares["bac-ninh"].live_count == 1
    assert (shares["ha-noi"].asked, shares["ha-noi"].attended, shares["ha-noi"].lines) == (True, True, ())


@pytest.mark.parametrize("count", [1, 3])
def test_shares_cost_one_question(workshop, register, bac_ninh, django_assert_num_queries, count):
    for number in range(count):
        register(committee=bac_ninh, circulation="public", symbol=f"{number}-CV/TU")
    lines, table = lines_of(workshop, Audience.PUBLIC), table_of_committees()

    with django_assert_num_queries(1):
        [share] = shares_of(workshop, lines, table)

    assert len(share.lines) == count
