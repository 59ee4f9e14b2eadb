"""The proceedings (kỷ yếu) of a workshop as a neutral document, in the order that printed ones have."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from django.db.models import Count, F

from proceedings.exports.appendices import appendices
from proceedings.exports.tree import (
    Block,
    ContentsPlace,
    Document,
    Heading,
    NewPage,
    Paragraph,
    Role,
    Stream,
    Table,
    paragraph,
    table_of,
)
from proceedings.models import Contribution, Workshop
from proceedings.models.contributions import ContributionQuerySet
from proceedings.queries.conclusions import ConclusionText, TaskLine, conclusions_of
from proceedings.vocabulary import Audience, BodyKind

SAMPLE_MARK = "VĂN BẢN MẪU"
_SUBHEAD = re.compile(r"\s*[IVX]{1,5}\.\s+\S.{0,120}[^\s.,;:]\s*$")  # "II. Tình hình, kết quả"
_AT_A_TIME = 200  # contributions in memory
_UNUSED = ("summary", "search_key", "committee__search_key", "workshop__summary", "workshop__search_key")


def proceedings_of(
    workshop: Workshop,
    *,
    audience: Audience,
    created: datetime.datetime,
    contents: ContentsPlace = ContentsPlace.LAST,
    edition: str = "",
) -> Document:
    """The proceedings as `audience` may read them, from the working record.

    Cover, preface, opening, live papers in speaking order, written contributions by theme, conclusions with
    their tasks, appendices (programme, sites, delegates). Contributions are read a few at a time while the
    blocks are walked, so a registry of any size fits in memory. `created` is the time that the files will
    carry; `edition` is the number to print on the cover.
    """
    visible = Contribution.objects.in_workshop(workshop).visible_to_audience(audience)
    has_samples = visible.filter(is_sample=True).exists()
    held_on = workshop.held_on
    return Document(
        title=workshop.title,
        short_title=workshop.short_title,
        kind="Kỷ yếu",
        subtitle=f"Ngày {long_date(held_on)}" if held_on else "",
        bodies=(workshop.host,),
        place_and_date=_imprint(workshop, edition),
        subject=workshop.title,
        keywords=("kỷ yếu", "hội thảo", workshop.short_title, workshop.host),
        marks=(SAMPLE_MARK,) if has_samples else (),
        created=created,
        contents=contents,
        blocks=Stream(lambda: _blocks(workshop, visible, audience)),
    )


def long_date(day: datetime.date) -> str:
    """A date as documents write it: days below 10 and the months 1 and 2 with a nought (domain notes, C)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02} tháng {month} năm {day.year}"


def _imprint(workshop: Workshop, edition: str) -> str:
    year = f"{workshop.held_on.year}" if workshop.held_on else ""
    place = ", ".join(part for part in (workshop.place, year) if part)
    return "\n".join(part for part in (f"Ấn bản {edition}" if edition else "", place) if part)


def _blocks(workshop: Workshop, visible: ContributionQuerySet, audience: Audience) -> Iterator[Block]:
    yield from _front(workshop)
    yield from _live_papers(visible)
    yield from _written(visible)
    yield from _conclusions(conclusions_of(workshop))
    yield from appendices(workshop, audience)


def _front(workshop: Workshop) -> Iterator[Block]:
    for title, text in (("Lời nói đầu", workshop.preface), ("Phát biểu khai mạc", workshop.opening)):
        if text.strip():
            yield NewPage()
            yield Heading(title)
            yield from _paragraphs(text)


def _live_papers(visible: ContributionQuerySet) -> Iterator[Block]:
    live = visible.presented()
    if count := live.count():
        yield from _part("Tham luận trình bày tại hội thảo", f"{count} tham luận, theo thứ tự trình bày")
        papers = _read(live).in_speaking_order()
        for order, paper in enumerate(papers.iterator(chunk_size=_AT_A_TIME), start=1):
            yield from _paper(paper, level=2, place=f"Tham luận thứ {order}")


def _written(visible: ContributionQuerySet) -> Iterator[Block]:
    written = visible.filter(presented_live=False)
    if not (counts := _count_by_theme(written)):
        return
    yield from _part("Văn bản góp ý", f"{sum(counts.values())} văn bản, theo nhóm vấn đề")
    theme: int | str | None = "none yet"
    ordered = _read(written).order_by(F("theme__position").asc(nulls_last=True), "theme_id", "number")
    for paper in ordered.iterator(chunk_size=_AT_A_TIME):
        if paper.theme_id != theme:
            theme = paper.theme_id
            title = paper.theme.title if paper.theme else "Vấn đề chung"
            yield NewPage()
            yield Heading(title, level=2, byline=f"{counts[theme]} văn bản", alone=True)
        yield from _paper(paper, level=3)


def _count_by_theme(written: ContributionQuerySet) -> dict[int | None, int]:
    return dict(written.values_list("theme_id").annotate(Count("id")).order_by("theme_id"))


def _read(contributions: ContributionQuerySet) -> ContributionQuerySet:
    return contributions.with_body().defer(*_UNUSED)


def _part(title: str, byline: str = "") -> Iterator[Block]:
    yield NewPage()
    yield Heading(title, byline=byline, alone=True)


def _paper(paper: Contribution, *, level: int, place: str = "") -> Iterator[Block]:
    yield NewPage()
    yield paragraph(_reference(paper, place), Role.KICKER)
    yield Heading(paper.title, level=level, anchor=f"contribution-{paper.number}", byline=paper.body)
    yield from _byline(paper)
    if paper.is_sample:
        yield paragraph(SAMPLE_MARK, Role.MARK)
    yield from _paragraphs(paper.text)
    yield from _signature(paper)


def _reference(paper: Contribution, place: str) -> str:
    symbol = f"Số {paper.symbol}" if paper.symbol else ""
    day = f"ngày {paper.document_on:%d/%m/%Y}" if paper.document_on else ""
    document = ", ".join(part for part in (symbol, day) if part)
    return " · ".join(part for part in (place, f"Văn bản số {paper.number} trong sổ", document) if part)


def _byline(paper: Contribution) -> Iterator[Paragraph]:
    author = paper.author_name or paper.signer_name
    if author:
        yield paragraph(author, Role.AUTHOR)
    if paper.signer_post and author == paper.signer_name:
        yield paragraph(paper.signer_post, Role.POST)
    if paper.body_kind != BodyKind.PERSON or paper.body != author:
        yield paragraph(paper.body, Role.ORGANISATION)


def _signature(paper: Contribution) -> Iterator[Paragraph]:
    """Who signed, where that is not the author who stands above."""
    if paper.signer_name and paper.author_name and paper.signer_name != paper.author_name:
        signer = ", ".join(part for part in (paper.signer_name, paper.signer_post) if part)
        yield paragraph(f"Người ký: {signer}", Role.NOTE)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    lines = (line for line in text.splitlines() if line.strip())
    return (paragraph(line, Role.SUBHEAD if _SUBHEAD.match(line) else Role.BODY) for line in lines)


def _conclusions(conclusions: tuple[ConclusionText, ...]) -> Iterator[Block]:
    if conclusions:
        yield from _part("Kết luận")
    for conclusion in conclusions:
        yield NewPage()
        yield paragraph(_conclusion_reference(conclusion), Role.KICKER)
        yield Heading(conclusion.title, level=2, byline=conclusion.speaker)
        if conclusion.speaker:
            yield paragraph(conclusion.speaker, Role.AUTHOR)
        if conclusion.speaker_posts:
            yield paragraph(conclusion.speaker_posts, Role.POST)
        yield from (paragraph(text) for text in conclusion.paragraphs)
        if conclusion.tasks:
            yield _tasks(conclusion.tasks)


def _conclusion_reference(conclusion: ConclusionText) -> str:
    day = f"ngày {conclusion.concluded_on:%d/%m/%Y}" if conclusion.concluded_on else ""
    number = f"Số {conclusion.symbol}" if conclusion.symbol else ""
    document = ", ".join(part for part in (number, day) if part)
    return " · ".join(part for part in (str(conclusion.kind.label), conclusion.site, document) if part)


def _tasks(tasks: tuple[TaskLine, ...]) -> Table:
    rows = tuple(
        (str(number), task.text, task.owner, f"{task.due_on:%d/%m/%Y}" if task.due_on else "")
        for number, task in enumerate(tasks, start=1)
    )
    header = ("STT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời hạn")
    return table_of(header, rows, widths=(0.6, 4.6, 2.2, 1.4), caption="Nhiệm vụ được giao")
