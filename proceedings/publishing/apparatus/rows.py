"""Rows as components list them: contributions, tasks, conclusions, files, filters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from django.utils.translation import gettext as _

from proceedings.exports.draft_names import kind_of
from proceedings.publishing.apparatus.words import TASKS, choice_label
from proceedings.publishing.pages.filters import Choice
from proceedings.publishing.pages.workshop import WorkshopPage
from proceedings.publishing.sources import FileLine
from proceedings.queries.conclusions import ConclusionText, TaskLine
from proceedings.queries.registry import Line
from proceedings.queries.workshops import Person

Row = dict[str, Any]


def contribution_rows(lines: Iterable[Line], root: str) -> list[Row]:
    """Return lines of the registry as rows with their links."""
    return [contribution_row(line, root) for line in lines]


def contribution_row(line: Line, root: str) -> Row:
    """Return one line of the registry; its number is text, as the registry writes it."""
    return {
        "number": str(line.number),
        "href": contribution_href(line.number, root),
        "title": line.title,
        "body": line.body,
        "body_href": committee_href(line.committee_slug, root),
        "symbol": line.symbol,
        "on": line.document_on,
        "live_order": str(line.speaking_order or ""),
        "is_live": line.presented_live,
        "is_sample": line.is_sample,
    }


def contribution_href(number: int | None, root: str) -> str:
    """Return the address of a contribution; empty where there is none."""
    return f"{root}contributions/{number}/" if number else ""


def committee_href(slug: str, root: str) -> str:
    """Return the address of a committee's page in a workshop; empty for another body."""
    return f"{root}committees/{slug}/" if slug else ""


def neighbour(line: Line | None, root: str) -> Row | None:
    """Return the contribution before or after as the foot of a page links it."""
    if line is None:
        return None
    return {
        "href": contribution_href(line.number, root),
        "label": _("số %(number)s") % {"number": line.number},
        "title": line.body,
    }


def committee_neighbour(found: tuple[str, str] | None, root: str) -> Row | None:
    """Return the committee before or after as the foot of a page links it."""
    return {"href": committee_href(found[0], root), "title": found[1]} if found else None


def filter_links(choices: Iterable[Choice], root: str) -> list[Row]:
    """Return the choices of a filter as links with their counts."""
    return [
        {
            "href": f"{root}contributions/{choice.path}",
            "label": choice_label(choice.label),
            "count": choice.count,
            "is_current": choice.is_current,
        }
        for choice in choices
    ]


def task_rows(tasks: Iterable[TaskLine]) -> list[Row]:
    """Return tasks with the shape and the word of their state."""
    return [
        {
            "text": task.text,
            "owner": task.owner,
            "due": task.due_on,
            "chip": TASKS[task.state],
            "state": str(task.state.label),
            "evidence": task.evidence,
        }
        for task in tasks
    ]


def conclusion_view(conclusion: ConclusionText) -> Row:
    """Return a conclusion as its component takes it; ``kl-2`` is what links point at."""
    post = conclusion.speaker_posts
    return {
        "id": f"kl-{conclusion.position}",
        "kind": str(conclusion.kind.label),
        "number": conclusion.symbol,
        "on": conclusion.concluded_on,
        "title": conclusion.title,
        "speaker": conclusion.speaker,
        "post": " · ".join(part for part in (post, conclusion.site) if part),
        "paragraphs": conclusion.paragraphs,
        "tasks": task_rows(conclusion.tasks),
        "tasks_caption": _("Nhiệm vụ theo “%(title)s”") % {"title": conclusion.title},
    }


def theme_rows(page: WorkshopPage, root: str) -> list[Row]:
    """Return the outline with the documents of each heading; a heading without any leads nowhere."""
    return [
        {"label": title, "count": count, "href": f"{root}contributions/by/theme/{slug}/" if count else ""}
        for slug, title, count in page.themes
    ]


def unplaced(page: WorkshopPage) -> list[Person]:
    """Return the delegates who stand at no site, in protocol order."""
    return [person for person in page.people if not person.site]


def file_rows(files: Iterable[FileLine], root: str) -> list[Row]:
    """Return the files of an edition by what they are for."""
    return [
        {
            "href": f"{root}downloads/{file.name}",
            "label": _file_label(file.name),
            "name": file.name,
            "size": file.size,
            "format": PurePosixPath(file.name).suffix.lstrip(".").upper(),
            "sha256": file.sha256,
        }
        for file in files
    ]


def _file_label(name: str) -> str:
    path = PurePosixPath(name)
    purpose = {
        ".pdf": _("bản để đọc và in"),
        ".docx": _("bản để biên tập"),
        ".epub": _("bản cho máy đọc sách"),
    }
    if kind := kind_of(name):
        return _draft_file_label(kind)
    if not path.stem.startswith("proceedings"):
        return name
    label = _("Kỷ yếu")
    if volume := path.stem.removeprefix("proceedings").removeprefix("-"):
        label = _("Kỷ yếu, tập %(volume)s") % {"volume": volume}
    return f"{label}, {purpose[path.suffix]}" if path.suffix in purpose else label


def _draft_file_label(kind: str) -> str:
    return {
        "final-text.pdf": _("Dự thảo mới nhất, đúng thể thức, để đọc và in"),
        "final-text.docx": _("Dự thảo mới nhất, đúng thể thức, để biên tập"),
        "final-text.html": _("Dự thảo mới nhất, một trang để lưu"),
        "final-text.akn.xml": _("Dự thảo mới nhất, dữ liệu theo chuẩn Akoma Ntoso"),
        "redline.pdf": _("So sánh hai dự thảo gần nhất, để đọc và in"),
        "redline.docx": _("So sánh hai dự thảo gần nhất, sửa đổi có theo dõi trong Word"),
    }[kind]
