"""One row → the fields of one contribution; each value is read by what its column holds."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import TextChoices

from proceedings.models import Contribution
from proceedings.text.folding import fold
from proceedings.vocabulary import BodyKind, Circulation, ContributionForm, Stance
from submissions.sheets.bodies import kind_of_body
from submissions.sheets.columns import Content
from submissions.sheets.known import DocumentKey, Known
from submissions.sheets.mapping import Layout
from submissions.sheets.values import (
    Wrong,
    is_nothing,
    key_of_symbol,
    labels_of,
    read_choice,
    read_day,
    read_line,
    read_symbol_and_date,
    read_text,
)

_CHOICES: Final[Mapping[Content, type[TextChoices]]] = {
    Content.FORM: ContributionForm,
    Content.STANCE: Stance,
    Content.CIRCULATION: Circulation,
    Content.BODY_KIND: BodyKind,
}
_LINES: Final = frozenset(
    {Content.SYMBOL, Content.TITLE, Content.SIGNER_NAME, Content.SIGNER_POST, Content.AUTHOR_NAME, Content.BODY_NAME}
)  # fmt: skip
_ERRORS: Final = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_FORMULA: Final = re.compile(r"=\s*(?:[A-Z][A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?[0-9]|['(+0-9-]|\[)", re.I)


def limit_of(name: str) -> int:
    """Return how many characters a field of a contribution takes."""
    return int(getattr(Contribution._meta.get_field(name), "max_length", None) or 0)


_LIMITS: Final = {name: limit_of(name) for name in _LINES}
_KEY_LIMIT: Final = limit_of("symbol_key")


@dataclass(slots=True)
class ReadRow:
    """What a row says: fields, what is wrong as (column, code, values), and what makes its document one."""

    fields: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[int, str, Mapping[str, str | int]]] = field(default_factory=list)
    key: DocumentKey | None = None
    symbol_column: int = 0


class RowReader:
    """Reads the rows of one sheet."""

    def __init__(self, layout: Layout, known: Known) -> None:
        self.layout = layout
        self.known = known
        self.columns: dict[Content, list[int]] = {}
        for place, content in enumerate(layout.contents):
            if content:
                self.columns.setdefault(Content(content), []).append(place)
        self._choices: dict[tuple[Content, str], str | Wrong] = {}

    def is_heading_of_group(self, row: Sequence[str]) -> bool:
        """Tell whether a row only heads the ones below it: one value, perhaps with a numeral, that is no committee."""
        values = {value.strip() for value in row if not is_nothing(value)}
        values = {value for value in values if not re.fullmatch(r"[IVXLC]+\.?|[A-Z][.)]?|[0-9]+\.?", value)}
        if len(values) > 1:
            return False
        return not values or not self.known.bodies.committee(values.pop(), self.known.today).committee

    def read(self, row: Sequence[str]) -> ReadRow:
        """Return the fields of a row; with a problem they are not whole."""
        read = ReadRow()
        for content, places in self.columns.items():
            self._read_column(read, content, places, row)
        fields = read.fields
        if Content.TITLE not in self.columns:
            fields["title"] = self.known.title
        elif not fields.get("title") and not self._has_problem(read, Content.TITLE):
            read.problems.append((self._place(Content.TITLE), "no_title", {}))
        fields.setdefault("received_on", self.known.received_on)
        self._judge_days(read)
        self._find_body(read, row)
        for helper in ("committee_text", "body_text"):
            fields.pop(helper, None)
        read.symbol_column = self._place(Content.SYMBOL, Content.SYMBOL_AND_DATE)
        read.problems.sort(key=lambda problem: problem[0])
        committee, symbol = fields.get("committee"), key_of_symbol(fields.get("symbol", ""), _KEY_LIMIT)
        if committee is not None and symbol and fields.get("document_on"):
            read.key = (committee.pk, symbol, fields["document_on"])
        return read

    def _read_column(
        self, read: ReadRow, content: Content, places: Sequence[int], row: Sequence[str]
    ) -> None:
        for place in places:
            text = row[place] if place < len(row) else ""
            if is_nothing(text) or content in {Content.POSITION, Content.NOTE}:
                continue
            try:
                _refuse_uncomputed(text)
                self._read_value(read.fields, content, text)
            except Wrong as wrong:
                read.problems.append((place, wrong.code, wrong.values))

    def _read_value(self, fields: dict[str, Any], content: Content, text: str) -> None:
        name = content.value
        if content in _LINES:
            fields[name] = read_line(text, _LIMITS[content])
        elif content in {Content.TEXT, Content.SUMMARY}:
            fields[name] = "\n".join(filter(None, (fields.get(name), read_text(text))))
        elif content in {Content.DOCUMENT_ON, Content.RECEIVED_ON}:
            fields[name] = read_day(text)
        elif content in _CHOICES:
            fields[name] = self._choice(content, text)
        elif content is Content.SYMBOL_AND_DATE:
            symbol, day = read_symbol_and_date(text, _LIMITS[Content.SYMBOL])
            fields["symbol"] = fields.get("symbol") or symbol
            if day:
                fields.setdefault("document_on", day)
        elif content is Content.THEME:
            fields["theme"] = self._theme(text)
        else:
            fields[f"{name}_text"] = read_line(text, _LIMITS[Content.BODY_NAME])

    def _choice(self, content: Content, text: str) -> str:
        """Read a closed list once for each way of writing it."""
        if (content, text) not in self._choices:
            try:
                self._choices[content, text] = read_choice(text, _CHOICES[content])
            except Wrong as wrong:
                self._choices[content, text] = wrong
        found = self._choices[content, text]
        if isinstance(found, Wrong):
            raise Wrong(found.code, **found.values)
        return found

    def _theme(self, text: str) -> Any:
        if not self.known.themes:
            raise Wrong("no_themes")
        theme = self.known.themes.get(fold(text))
        if theme is None:
            titles = dict.fromkeys(each.title for each in self.known.themes.values())
            raise Wrong("unknown_theme", allowed="; ".join(titles))
        return theme

    def _judge_days(self, read: ReadRow) -> None:
        written, received = read.fields.get("document_on"), read.fields["received_on"]
        if received > self.known.today:
            read.problems.append((self._place(Content.RECEIVED_ON), "received_in_future", {}))
        if written and written > received:
            place = self._place(Content.DOCUMENT_ON, Content.SYMBOL_AND_DATE)
            values = {"received": f"{received:%d/%m/%Y}"}
            read.problems.append((place, "written_after_received", values))

    def _find_body(self, read: ReadRow, row: Sequence[str]) -> None:
        fields = read.fields
        day: datetime.date = fields.get("document_on") or fields["received_on"]
        committee, body = fields.get("committee_text", ""), fields.get("body_text", "")
        if committee and fields.get("body_name"):
            read.problems.append((self._place(Content.BODY_NAME), "two_bodies", {}))
        elif committee:
            self._find_committee(read, committee, day, Content.COMMITTEE)
        elif body and not fields.get("body_name"):
            named = self.known.bodies.committee(body, day)
            if named.committee or named.others:
                self._find_committee(read, body, day, Content.BODY)
            else:
                fields["body_name"] = body
        if not fields.get("committee") and not self._has_problem(
            read, Content.COMMITTEE, Content.BODY, Content.BODY_NAME
        ):
            self._find_kind(read)
        elif fields.get("committee"):
            fields["body_kind"] = BodyKind.COMMITTEE

    def _find_committee(self, read: ReadRow, text: str, day: datetime.date, column: Content) -> None:
        named = self.known.bodies.committee(text, day)
        place = self._place(column)
        if named.committee:
            read.fields["committee"] = named.committee
        elif named.others:
            other = named.others[0]
            values = {
                "committee": other.full_name,
                "day": f"{day:%d/%m/%Y}",
                "today": other.answering_today().full_name,
            }
            read.problems.append((place, "committee_not_in_force", values))
        elif meant := self.known.bodies.suggestion(text, day):
            read.problems.append((place, "similar_committee", {"meant": meant}))
        else:
            read.problems.append((place, "unknown_committee", {}))

    def _find_kind(self, read: ReadRow) -> None:
        """Say what kind of body another one than a committee is: as the row says, else by its first words."""
        fields = read.fields
        name, kind = fields.get("body_name"), fields.get("body_kind")
        place = self._place(Content.COMMITTEE, Content.BODY, Content.BODY_NAME)
        if not name:
            read.problems.append((place, "no_body", {}))
        elif kind == BodyKind.COMMITTEE:
            read.problems.append((self._place(Content.BODY_KIND), "kind_is_committee", {}))
        elif not kind and not self._has_problem(read, Content.BODY_KIND):
            guess = kind_of_body(name)
            if guess is None:
                kinds = "; ".join(labels_of(BodyKind)[1:])
                read.problems.append(
                    (
                        self._place(Content.BODY_KIND, Content.BODY_NAME, Content.BODY),
                        "no_kind",
                        {"allowed": kinds},
                    )
                )
            else:
                fields["body_kind"] = guess

    def _has_problem(self, read: ReadRow, *contents: Content) -> bool:
        places = {place for content in contents for place in self.columns.get(content, ())}
        return any(place in places for place, _code, _values in read.problems)

    def _place(self, *contents: Content) -> int:
        """Return the column of the first of some contents that the sheet has."""
        return next((places[0] for content in contents if (places := self.columns.get(content))), 0)


def _refuse_uncomputed(text: str) -> None:
    if _ERRORS.fullmatch(text.strip()):
        raise Wrong("error_value", found=text.strip())
    if _FORMULA.match(text):
        raise Wrong("formula")
