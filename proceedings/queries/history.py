"""What happened to a row and its parts: who, when, by which operation, before and after."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.queries.operation_names import name_operation

VERBS: Mapping[str, str | Promise] = {
    "insert": gettext_lazy("thêm"),
    "update": gettext_lazy("sửa"),
    "delete": gettext_lazy("xóa"),
}
#: Columns that are kept for the machine: keys, hashes, folded copies.
UNSHOWN = frozenset(
    {
        "id",
        "symbol_key",
        "idempotency_key",
        "sort_key",
        "file",
        "sha256",
        "is_superuser",
        "source",
        "source_sha256",
        "content_sha256",
    }
)
NAMES = ("title", "full_name", "name", "text", "note")
LONGEST_SHOWN = 240
AROUND = 80
LATEST = 1_000


@dataclass(frozen=True)
class Change:
    """One field before and after; long texts are cut to the place where they differ."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """What happened to one row: the row itself (``subject`` empty) or one of its parts."""

    subject: str
    verb: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Act:
    """All that one operation did."""

    at: datetime.datetime
    actor: str
    operation: str
    lines: tuple[Line, ...]


def history_of(row: models.Model, *, parts: Mapping[type[models.Model], str] | None = None) -> list[Act]:
    """Return what happened to a row, the latest first, with the parts that hang on it.

    ``parts`` maps a model to the name of its foreign key to the row. One query per model and one per kind of row
    that a foreign key points at, however long the history is; the latest thousand events of each model are read.
    """
    events = list(_events(type(row), pgh_obj=row.pk))
    for part, path in (parts or {}).items():
        events += _events(part, **{path: row.pk})
    names = _names_of_targets(events)
    lines: dict[Any, list[tuple[Any, Line | None]]] = defaultdict(list)
    before: dict[tuple[str, Any], models.Model] = {}
    for event in sorted(events, key=lambda event: (event.pgh_created_at, event.pgh_id)):
        place = (event._meta.label, event.pgh_obj_id)
        line = _line(event, before.get(place), names, is_part=not isinstance(row, event.pgh_tracked_model))
        before[place] = event
        if line.changes or event.pgh_label != "update":
            lines[event.pgh_context_id or (*place, event.pgh_id)].append((event, line))
    acts = [_act(group) for group in lines.values()]
    return sorted(acts, key=lambda act: act.at, reverse=True)


def last_act(row: models.Model) -> Act | None:
    """Return who changed a row last and when, without its lines."""
    event = _events(type(row), pgh_obj=row.pk).first()
    return _act([(event, None)]) if event else None


def event_model(model: type[models.Model]) -> type[models.Model]:
    """Return the model that keeps the history of another."""
    return apps.get_model(model._meta.app_label, f"{model.__name__}Event")


def _events(model: type[models.Model], **conditions: Any) -> models.QuerySet[Any]:
    manager = event_model(model)._default_manager
    return manager.filter(**conditions).select_related("pgh_context").order_by("-pgh_id")[:LATEST]


def _act(group: list[tuple[Any, Line | None]]) -> Act:
    event = group[0][0]
    told = event.pgh_context.metadata if event.pgh_context else {}
    return Act(
        at=event.pgh_created_at,
        actor=told.get("actor_name") or _("hệ thống"),
        operation=name_operation(told.get("operation", "")),
        lines=tuple(line for _event, line in group if line is not None),
    )


def _line(event: Any, before: Any, names: Mapping[tuple[type, Any], str], *, is_part: bool) -> Line:
    subject = _subject(event, names) if is_part else ""
    verb = str(VERBS.get(event.pgh_label, event.pgh_label))
    if event.pgh_label == "delete":
        return Line(subject, verb, ())
    changes = []
    for field in _shown_fields(event):
        old = _in_words(before, field, names) if before else ""
        new = _in_words(event, field, names)
        if old != new:
            changes.append(Change(_label(event, field), *_cut(old, new)))
    return Line(subject, verb, tuple(changes))


def _shown_fields(event: Any) -> Iterable[models.Field[Any, Any]]:
    for field in event._meta.fields:
        if not field.name.startswith("pgh_") and field.name not in UNSHOWN:
            yield field


def _label(event: Any, field: models.Field[Any, Any]) -> str:
    label = str(event.pgh_tracked_model._meta.get_field(field.name).verbose_name)
    return label[:1].upper() + label[1:]


def _subject(event: Any, names: Mapping[tuple[type, Any], str]) -> str:
    tracked = event.pgh_tracked_model
    name = next((str(getattr(event, field)) for field in NAMES if getattr(event, field, "")), "")
    committee = getattr(event, "committee_id", None)
    if not name and committee:
        name = names.get((tracked._meta.get_field("committee").related_model, committee), "")
    kind = str(tracked._meta.verbose_name)
    return f"{kind[:1].upper()}{kind[1:]}: {name[:120]}" if name else kind


def _in_words(event: Any, field: models.Field[Any, Any], names: Mapping[tuple[type, Any], str]) -> str:
    value = getattr(event, field.attname)
    if value is None or value == "":
        return ""
    if field.is_relation:
        return names.get((field.related_model, value), str(value))  # type: ignore[arg-type]
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    choices = dict(event.pgh_tracked_model._meta.get_field(field.name).flatchoices)
    if choices:
        return str(choices.get(value, value))
    if isinstance(value, datetime.datetime):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return str(formats.localize(value))


def _names_of_targets(events: Iterable[Any]) -> dict[tuple[type, Any], str]:
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for event in events:
        for field in _shown_fields(event):
            if field.is_relation and (value := getattr(event, field.attname)):
                wanted[field.related_model].add(value)  # type: ignore[index]
    return {
        (model, row.pk): str(row)
        for model, keys in wanted.items()
        for row in model._default_manager.filter(pk__in=keys)
    }


def _cut(before: str, after: str) -> tuple[str, str]:
    if max(len(before), len(after)) <= LONGEST_SHOWN:
        return before, after
    start = next(
        (place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _excerpt(before, start, end), _excerpt(after, start, end)


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    if last - first > 3 * LONGEST_SHOWN:
        last = first + 3 * LONGEST_SHOWN
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
