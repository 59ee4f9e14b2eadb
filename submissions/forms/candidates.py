"""A field with what the machine found for it: how sure it is, in words, and the other candidates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crispy_forms.utils import render_field
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from proceedings.admin.committee_field import Directory, label
from submissions.letterhead.found import DOUBTFUL, SURE

#: Which field of the letterhead fills a field of the form.
SOURCES: Mapping[str, str] = {
    "committee": "committee",
    "body_name": "body",
    "symbol": "symbol",
    "document_on": "date",
    "title": "subject",
    "signer_name": "signer",
    "signer_post": "signer_post",
}
MOST = 5
_SURE, _UNSURE, _MISSING = "sure", "unsure", "missing"
_CONFIDENCE: Mapping[str, str | Promise] = {
    _SURE: gettext_lazy("chắc chắn"),
    _UNSURE: gettext_lazy("cần xem"),
    _MISSING: gettext_lazy("chưa tìm thấy"),
}


@dataclass(frozen=True)
class Candidate:
    """A value that may be meant, as a person types it."""

    value: str
    is_sure: bool


class FoundField:
    """A field of the form and, below it, what was found for it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, form: Any, context: Any, template_pack: str = "", **_options: Any) -> SafeString:
        """Draw the field, then its confidence and candidates where it has a source."""
        drawn: SafeString = render_field(self.name, form, context, template_pack=template_pack)
        if self.name not in SOURCES or self.name not in form.fields:
            return drawn
        candidates = list(candidates_of(form.instance.found, self.name, form.directory))
        confidence = confidence_of(form.instance.found, self.name)
        bound = form[self.name]
        shown = str(bound.field.prepare_value(bound.value()) or "")
        found = render_to_string(
            "components/_candidates.html",
            {
                "field_id": bound.id_for_label,
                "confidence": confidence,
                "words": _CONFIDENCE[confidence],
                "candidates": [each for each in candidates if each.value != shown],
                "has_place": (form.instance.found.get(SOURCES[self.name]) or {}).get("paragraph") is not None,
            },
        )
        return SafeString(drawn + found)


class Unfolding:
    """Fields that are seldom needed, behind a line that unfolds; open where one of them is wrong or needed."""

    def __init__(self, title: str, *fields: FoundField) -> None:
        self.title, self.fields = title, fields

    def render(self, form: Any, context: Any, template_pack: str = "", **_options: Any) -> SafeString:
        """Draw the fields inside their details."""
        names = [field.name for field in self.fields]
        drawn = SafeString("".join(field.render(form, context, template_pack) for field in self.fields))
        is_open = any(name in form.errors for name in names) or bool(form["body_name"].value())
        return render_to_string(
            "intake/_further.html", {"title": self.title, "fields": drawn, "is_open": is_open}
        )


def confidence_of(found: Mapping[str, Any], name: str) -> str:
    """Return how sure the machine is of a field: ``sure``, ``unsure`` or ``missing``."""
    value = found.get(SOURCES[name])
    if value is None:
        return _MISSING
    return _SURE if value["confidence"] >= SURE else _UNSURE


def candidates_of(found: Mapping[str, Any], name: str, directory: Directory) -> Iterator[Candidate]:
    """Yield the values that were found for a field, best first, each once and as a person types it."""
    source = SOURCES[name]
    seen: set[str] = set()
    values = [found.get(source), *found.get("candidates", {}).get(source, [])]
    for each in filter(None, values):
        value = _typed(name, str(each["value"]), directory)
        if value and value not in seen and len(seen) < MOST:
            seen.add(value)
            yield Candidate(value, each["confidence"] >= DOUBTFUL)


def _typed(name: str, value: str, directory: Directory) -> str:
    if name == "committee":
        return next((label(each) for each in directory.committees if each.slug == value), "")
    if name == "document_on":
        try:
            return f"{datetime.date.fromisoformat(value):%d/%m/%Y}"
        except ValueError:
            return ""
    return value
