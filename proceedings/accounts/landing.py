"""Where a person begins after signing in."""

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language

from proceedings.models import Committee, User, Workshop
from proceedings.vocabulary import WorkshopStage


def landing_of(user: User) -> str:
    """Staff begin in the register, delegates where their committee is asked now, or else at what it said last."""
    if user.is_staff:
        return reverse("admin:index")
    root = "/en/" if get_language() == "en" else "/"
    if user.committee_id is not None and _is_asked_now(user.committee_id):
        return reverse("committee:home")
    workshop = _latest_published()
    if user.committee_id is None or workshop is None:
        return root
    committee = _asked_as(user.committee_id, workshop)
    if committee is None:
        return f"{root}workshops/{workshop.slug}/"
    return f"{root}workshops/{workshop.slug}/committees/{committee.slug}/"


def _is_asked_now(committee_id: int) -> bool:
    """Tell whether a workshop collects opinions of this committee, or of one that it succeeded."""
    collecting = Workshop.objects.filter(stage=WorkshopStage.COLLECTING)
    return Committee.objects.filter(_own(committee_id), participations__workshop__in=collecting).exists()


def _latest_published() -> Workshop | None:
    published = Workshop.objects.filter(shelves__isnull=False).distinct()
    return published.order_by(F("held_on").desc(nulls_last=True), "-pk").first()


def _asked_as(committee_id: int, workshop: Workshop) -> Committee | None:
    """The committee of that day that this one is, or succeeds; where several were merged, the first by name."""
    return (
        Committee.objects.filter(_own(committee_id), participations__workshop=workshop).alphabetical().first()
    )


def _own(committee_id: int) -> Q:
    return Q(pk=committee_id) | Q(successor=committee_id) | Q(successor__successor=committee_id)
