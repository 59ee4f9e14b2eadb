import datetime

import pytest

from proceedings.models import AgendaItem
from proceedings.operations import contributions, replacements
from proceedings.operations.refusals import Refused
from proceedings.queries.integrity import verify_all

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


@pytest.fixture
def replace(by):
    """Replace a contribution by a later version."""

    def enter(earlier, **fields):
        return replacements.replace(
            earlier=earlier,
            title="Góp ý (bản thay thế)",
            body_kind=earlier.body_kind,
            body_name=earlier.body_name,
            committee=earlier.committee,
            **fields,
            **by,
        )

    return enter


def test_the_earlier_keeps_its_number_and_gives_its_place_to_the_later(register, replace, workshop):
    item = AgendaItem.objects.create(workshop=workshop, position=1, kind="paper", title="Tham luận")
    earlier = register(presented_live=True, speaking_order=3, agenda_item=item, circulation="public")

    later = replace(earlier)

    earlier.refresh_from_db()
    assert (earlier.number, earlier.state, earlier.agenda_item) == (1, "replaced", None)
    assert (later.number, later.replaces, later.speaking_order, later.agenda_item) == (2, earlier, 3, item)
    assert later.circulation == "public"
    assert verify_all()[1] == []


def test_the_same_number_and_date_may_come_again_as_a_replacement(register, replace, bac_ninh):
    earlier = register(committee=bac_ninh, symbol="9-CV/TU", document_on=datetime.date(2021, 9, 3))

    later = replace(earlier, symbol="9-CV/TU", document_on=datetime.date(2021, 9, 3))

    assert later.number == 2


def test_withdrawing_the_later_lets_the_earlier_stand_again(register, replace, workshop, by):
    item = AgendaItem.objects.create(workshop=workshop, position=1, kind="paper", title="Tham luận")
    earlier = register(presented_live=True, agenda_item=item)
    later = replace(earlier)

    contributions.void(contribution=later, reason="Gửi nhầm", **by)

    earlier.refresh_from_db()
    assert (earlier.state, earlier.agenda_item) == ("registered", item)
    assert verify_all()[1] == []


def test_withdrawing_is_refused_where_another_document_took_the_number(register, replace, bac_ninh, by):
    first = {"committee": bac_ninh, "symbol": "9-CV/TU", "document_on": datetime.date(2021, 9, 3)}
    earlier = register(**first)
    later = replace(earlier, symbol="10-CV/TU", document_on=datetime.date(2021, 9, 4))
    register(**first, title="Một văn bản khác")

    with pytest.raises(Refused, match="đã vào sổ"):
        contributions.void(contribution=later, reason="Gửi nhầm", **by)

    later.refresh_from_db()
    assert later.state == "registered"


def test_only_what_stands_is_replaced_and_what_is_replaced_is_not_amended(register, replace, by):
    earlier = register()
    replace(earlier)
    earlier.refresh_from_db()

    with pytest.raises(Refused, match="không còn hiệu lực"):
        replace(earlier)
    earlier.title = "Sửa"
    with pytest.raises(Refused, match="bản thay thế"):
        contributions.amend(contribution=earlier, changed=["title"], version=earlier.version, **by)
