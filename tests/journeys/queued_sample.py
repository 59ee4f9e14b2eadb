"""What lies in the queues: points of a workshop of their own, some of whose responses wait for approval."""

from proceedings.models import User
from proceedings.operations import workshops
from tests.proceedings.drafting import Drafting
from tests.proceedings.many_points import ManyPoints

WORKSHOP = "hoi-thao-mau-y-kien"


def fill(**by):
    """Put sixty points into a workshop that is only planned, and has no page."""
    workshop = workshops.convene(
        slug=WORKSHOP,
        title="Hội thảo mẫu để xem danh sách ý kiến",
        short_title="Hội thảo mẫu về ý kiến",
        host="Ban Tổ chức Mẫu",
        **by,
    )
    people = [User.objects.get(username=name) for name in ("bien-tap", "to-truong")]
    ManyPoints(Drafting(workshop, by), people, by).fill(60)
