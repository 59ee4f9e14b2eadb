import datetime

import pytest

from proceedings.models import AgendaItem, Delegate, Site
from proceedings.operations import workshops
from proceedings.queries.registry import lines_of
from proceedings.queries.workshops import head_of, numbers_of, people_of, programme_of, sites_of
from proceedings.vocabulary import Audience, BodyKind, ContributionForm, Stance, WorkshopStage

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def arrange(secretary, now):
    """Save parts of the workshop."""
    return lambda *parts: workshops.arrange(saved=parts, actor=secretary, now=now)


def test_the_head_says_what_comes_next(workshop):
    workshop.stage, workshop.closes_on = WorkshopStage.COLLECTING, datetime.date(2021, 8, 30)

    head = head_of(workshop)

    assert (head.slug, head.stage) == ("hoi-thao-mau", WorkshopStage.COLLECTING)
    assert (head.next_kind, head.next_on) == ("closes", datetime.date(2021, 8, 30))


def test_the_head_after_the_event_has_nothing_to_come(workshop):
    head = head_of(workshop)

    assert (head.next_kind, head.next_on) == ("", None)


def test_documents_papers_and_bodies_are_never_mixed(workshop, register, bac_ninh, ha_noi):
    register(committee=bac_ninh, circulation="public", presented_live=True, form="paper", stance="agrees")
    register(committee=bac_ninh, circulation="public", symbol="2-CV/TU")
    register(committee=ha_noi, circulation="public", stance="differs")
    register(circulation="public")
    register(committee=ha_noi, circulation="internal", symbol="3-CV/TU")

    numbers = numbers_of(workshop, lines_of(workshop, Audience.PUBLIC))

    assert (numbers.documents, numbers.live, numbers.bodies, numbers.committees) == (4, 1, 3, 2)
    assert numbers.committees_asked == 2
    assert numbers.by_kind == ((BodyKind.COMMITTEE, 2), (BodyKind.ORGANISATION, 1))
    assert numbers.by_form == ((ContributionForm.WRITTEN, 3), (ContributionForm.PAPER, 1))
    assert numbers.by_stance == ((Stance.AGREES, 1), (Stance.DIFFERS, 1))
    assert sum(count for _region, count in numbers.by_region) == 3


def test_numbers_of_nothing_are_nothing(workshop):
    numbers = numbers_of(workshop, [])

    assert (numbers.documents, numbers.live, numbers.bodies) == (0, 0, 0)
    assert numbers.by_kind == numbers.by_region == ()


def test_the_programme_links_a_paper_only_for_who_may_read_it(workshop, register, arrange):
    items = [AgendaItem(workshop=workshop, position=n, title=f"Mục {n}", kind="paper") for n in (2, 1)]
    arrange(*items)
    register(presented_live=True, agenda_item=items[0], circulation="delegates")

    public = programme_of(workshop, lines_of(workshop, Audience.PUBLIC))
    delegates = programme_of(workshop, lines_of(workshop, Audience.DELEGATES))

    assert [(line.title, line.number, line.body) for line in public] == [
        ("Mục 1", None, ""),
        ("Mục 2", None, ""),
    ]
    assert [(line.number, line.body) for line in delegates] == [(None, ""), (1, "Cơ quan Mẫu")]


def test_sites_hang_below_one_another_with_their_people(workshop, bac_ninh, arrange):
    main = Site(workshop=workshop, position=1, name="Điểm cầu chính")
    other = Site(workshop=workshop, position=2, name="Điểm cầu Bắc Ninh", committee=bac_ninh)
    arrange(main, other)
    arrange(Site(workshop=workshop, position=3, name="Huyện", parent=other, headcount=20))
    arrange(
        Delegate(
            workshop=workshop,
            position=2,
            full_name="Người hai",
            posts=["Bí thư"],
            site=other,
            role="site-chair",
        ),
        Delegate(workshop=workshop, position=1, full_name="Người một"),
    )

    people = people_of(workshop)
    sites = sites_of(workshop, people)

    assert [(person.full_name, person.posts, person.site) for person in people] == [
        ("Người một", "", ""), ("Người hai", "Bí thư", "Điểm cầu Bắc Ninh"),
    ]  # fmt: skip
    assert [(site.name, site.level, site.committee_slug) for site in sites] == [
        ("Điểm cầu chính", 0, ""), ("Điểm cầu Bắc Ninh", 0, "bac-ninh"), ("Huyện", 1, ""),
    ]  # fmt: skip
    assert [person.full_name for person in sites[1].people] == ["Người hai"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_a_workshop_costs_the_same_however_long(
    workshop, arrange, bac_ninh, django_assert_num_queries, count
):
    for number in range(1, count + 1):
        site = Site(workshop=workshop, position=number, name=f"Điểm cầu {number}", committee=bac_ninh)
        arrange(site)
        person = Delegate(workshop=workshop, position=number, full_name="Đại biểu Mẫu", site=site)
        arrange(person)
        arrange(AgendaItem(workshop=workshop, position=number, title="Mục", speaker=person, site=site))

    with django_assert_num_queries(4):
        people = people_of(workshop)
        found = (people, sites_of(workshop, people), programme_of(workshop, []), numbers_of(workshop, []))

    assert [len(part) for part in found[:3]] == [count] * 3
