"""What stands at the end of the proceedings: the programme, the sites, and the delegates of each."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.exports.tree import Block, Heading, NewPage, Table, table_of
from proceedings.models import Workshop
from proceedings.queries.registry import lines_of
from proceedings.queries.workshops import Person, ProgrammeLine, SiteLine, people_of, programme_of, sites_of
from proceedings.vocabulary import Audience, DelegateRole


def appendices(workshop: Workshop, audience: Audience) -> Iterator[Block]:
    """The appendices, each on a page of its own; one that would be empty is left out.

    The programme names the body behind a paper only where the audience may read that paper.
    """
    people = people_of(workshop)
    sites = sites_of(workshop, people)
    parts = [
        *_programme(programme_of(workshop, lines_of(workshop, audience))),
        *_sites(sites),
        *_delegates(sites, people),
    ]
    if parts:
        yield NewPage()
        yield Heading("Phụ lục", alone=True)
        yield from parts


def _programme(programme: tuple[ProgrammeLine, ...]) -> Iterator[Block]:
    if programme:
        rows = tuple(
            (f"{line.starts_at:%H:%M}" if line.starts_at else "", line.title, _who(line))
            for line in programme
        )
        yield from _titled("Chương trình hội thảo")
        yield table_of(("Giờ", "Nội dung", "Người thực hiện"), rows, widths=(0.9, 4.4, 3.2))


def _who(line: ProgrammeLine) -> str:
    paper = f"{line.body} (văn bản số {line.number})" if line.number else ""
    return "\n".join(part for part in (line.speaker, line.speaker_posts, paper, line.site) if part)


def _sites(sites: tuple[SiteLine, ...]) -> Iterator[Block]:
    if sites:
        rows = tuple(
            (str(number), " – " * site.level + site.name, site.place, str(site.headcount or ""))
            for number, site in enumerate(sites, start=1)
        )
        yield from _titled("Danh sách điểm cầu")
        yield table_of(("STT", "Điểm cầu", "Nơi đặt", "Số đại biểu"), rows, widths=(0.6, 3, 3.4, 1.3))


def _delegates(sites: tuple[SiteLine, ...], people: tuple[Person, ...]) -> Iterator[Block]:
    if not people:
        return
    yield from _titled("Danh sách đại biểu")
    for site in sites:
        if site.people:
            yield _people(site.name, site.people)
    elsewhere = tuple(person for person in people if not person.site)
    if elsewhere:
        yield _people("Đại biểu khác" if len(elsewhere) < len(people) else "", elsewhere)


def _people(caption: str, people: tuple[Person, ...]) -> Table:
    rows = tuple(
        (str(number), person.full_name, person.posts, _role(person))
        for number, person in enumerate(people, start=1)
    )
    return table_of(
        ("STT", "Họ và tên", "Chức vụ", "Vai trò"), rows, widths=(0.6, 2.4, 4.2, 1.5), caption=caption
    )


def _role(person: Person) -> str:
    return "" if person.role == DelegateRole.DELEGATE else str(person.role.label)


def _titled(title: str) -> Iterator[Block]:
    yield NewPage()
    yield Heading(title, level=2)
