"""What lies in the queues: points of a workshop of their own, some of whose responses wait for approval, and groups."""

from proceedings.models import Grouping, User
from proceedings.operations import groupings, workshops
from tests.proceedings.drafting import Drafting
from tests.proceedings.many_points import ManyPoints

WORKSHOP = "hoi-thao-mau-y-kien"


def fill(**by):
    """Put sixty points into a workshop that is only planned, and has no page; let the machine group them."""
    workshop = workshops.convene(
        slug=WORKSHOP,
        title="Hội thảo mẫu để xem danh sách ý kiến",
        short_title="Hội thảo mẫu về ý kiến",
        host="Ban Tổ chức Mẫu",
        **by,
    )
    people = [User.objects.get(username=name) for name in ("bien-tap", "to-truong")]
    ManyPoints(Drafting(workshop, by), people, by).fill(60)
    search = Grouping.objects.create(workshop=workshop, asked_by=by["actor"], asked_at=by["now"])
    groupings.find_groups(search, now=by["now"])
