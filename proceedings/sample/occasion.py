"""The workshop of the sample without its contributions: convened, arranged and concluded as the facts state."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as _

from proceedings.models import AgendaItem, Committee, Delegate, Site, Theme, User, Workshop
from proceedings.operations import conclusions, workshops
from proceedings.operations.refusals import Refused
from proceedings.sample import facts
from proceedings.sample.bodies import bodies
from proceedings.vocabulary import AgendaKind


def begin(
    *, slug: str, title: str, short_title: str, source_note: str, actor: User, now: datetime.datetime
) -> Workshop:
    """Make the workshop with all its parts, up to its conclusions. Refuses as :func:`committees_asked` does."""
    committees = committees_asked()
    workshop = workshops.convene(
        slug=slug,
        title=title,
        short_title=short_title,
        host=facts.HOST,
        held_on=facts.HELD_ON,
        stage=facts.STAGE,
        summary=facts.SUMMARY,
        source_note=source_note,
        actor=actor,
        now=now,
    )
    workshops.invite(workshop=workshop, committees=committees.values(), actor=actor, now=now)

    def arrange(rows: Iterable[models.Model]) -> None:
        workshops.arrange(saved=rows, actor=actor, now=now)

    arrange(_themes(workshop))
    arrange(_sites(workshop, committees))
    arrange(_delegates(workshop, committees))
    arrange(_agenda(workshop))
    _conclude(workshop, actor=actor, now=now)
    return workshop


def committees_asked() -> dict[str, Committee]:
    """Return the committees in force on the day, by slug. Refuses where one that the sample speaks of is missing."""
    found = {committee.slug: committee for committee in Committee.objects.valid_on(facts.HELD_ON)}
    missing = [
        body.committee_slug for body in bodies() if body.committee_slug and body.committee_slug not in found
    ]
    if missing:
        raise Refused(
            _(
                "Dữ liệu nền thiếu %(count)s cấp ủy của ngày %(day)s (như “%(slug)s”) nên chưa nạp gì. "
                "Chạy “manage.py migrate” rồi nạp lại; nếu định danh cấp ủy đã bị sửa thì sửa lại như cũ."
            ),
            count=len(missing),
            day=f"{facts.HELD_ON:%d/%m/%Y}",
            slug=missing[0],
        )
    return found


def paper_line(order: int) -> str:
    """Name the line of the programme for a live paper; the report gives no order, so the sample's is called that."""
    return f"Tham luận trực tiếp {order} (thứ tự mẫu)"


def _themes(workshop: Workshop) -> list[Theme]:
    return [
        Theme(workshop=workshop, position=position, slug=theme.slug, title=theme.title)
        for position, theme in enumerate(facts.THEMES, start=1)
    ]


def _sites(workshop: Workshop, committees: dict[str, Committee]) -> list[Site]:
    main, *others = facts.SITES
    first = Site(workshop=workshop, position=1, name=main.name)
    return [
        first,
        *(
            Site(
                workshop=workshop,
                parent=first,
                position=position,
                name=site.name,
                committee=committees.get(site.committee),
            )
            for position, site in enumerate(others, start=2)
        ),
    ]


def _delegates(workshop: Workshop, committees: dict[str, Committee]) -> list[Delegate]:
    sites = {site.name: site for site in workshop.sites.all()}
    return [
        Delegate(
            workshop=workshop,
            position=position,
            full_name=person.full_name,
            posts=list(person.posts),
            role=person.role,
            site=sites.get(person.site),
            committee=committees.get(person.committee),
        )
        for position, person in enumerate(facts.PERSONS, start=1)
    ]


def _agenda(workshop: Workshop) -> list[AgendaItem]:
    people = {person.full_name: person for person in workshop.delegates.all()}
    sites = {site.name: site for site in workshop.sites.all()}
    papers = [
        AgendaItem(workshop=workshop, position=order, kind=AgendaKind.PAPER, title=paper_line(order))
        for order in range(1, facts.LIVE + 1)
    ]
    attested = [
        AgendaItem(
            workshop=workshop,
            position=position,
            kind=line.kind,
            title=line.title,
            speaker=people[line.speaker],
            site=sites.get(line.site),
        )
        for position, line in enumerate(facts.AGENDA_AFTER_PAPERS, start=facts.LIVE + 1)
    ]
    return [*papers, *attested]


def _conclude(workshop: Workshop, *, actor: User, now: datetime.datetime) -> None:
    people = {person.full_name: person for person in workshop.delegates.all()}
    sites = {site.name: site for site in workshop.sites.all()}
    for conclusion in facts.CONCLUSIONS:
        conclusions.conclude(
            workshop=workshop,
            kind=conclusion.kind,
            title=conclusion.title,
            speaker=people[conclusion.speaker],
            site=sites.get(conclusion.site),
            concluded_on=facts.HELD_ON,
            text=conclusion.text,
            tasks=[{"text": task.text, "owner": task.owner} for task in conclusion.tasks],
            actor=actor,
            now=now,
        )
