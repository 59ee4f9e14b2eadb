"""What an editor sent from the answering screen: all that was typed there, so that no refusal loses any of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from proceedings.desk.places import find_place
from proceedings.desk.sent_keys import key_of
from proceedings.models import Point, Provision, Response
from proceedings.operations.answers import Read
from proceedings.operations.refusals import Refused
from proceedings.operations.responses import Decided
from proceedings.queries.answering import Beside, Choice
from proceedings.vocabulary import Decision

_WORDS: Final = (
    "decision", "reason", "resulting", "addendum", "read_addendum", "unit_text", "unit_note", "stamp",
    "answer_print", "unit_print", "queue",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of the one form of the screen, as typed; keys and versions are those that were read."""

    decision: str = ""
    reason: str = ""
    resulting: str = ""
    addendum: str = ""
    read_addendum: str = ""
    unit_text: str = ""
    unit_note: str = ""
    stamp: str = ""
    answer_print: str = ""
    unit_print: str = ""
    queue: str = ""
    response: int = 0
    version: int = 0
    unit: int = 0
    is_answer_saved: bool = False
    is_unit_saved: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> Sent:
        """Read it from a form; what is no number counts as 0."""
        words: dict[str, Any] = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in _WORDS}
        if words["decision"] not in Decision.values:
            words["decision"] = ""
        words |= {name: number_of(request.POST.get(name)) for name in ("response", "version", "unit")}
        return cls(**words)

    @property
    def read(self) -> Read:
        """What was on the page when the person began to write."""
        return Read(self.response, self.version, self.read_addendum)

    @property
    def has_words_left(self) -> bool:
        """Tell whether something was typed into the answer that the page did not have."""
        typed = fingerprint(self.decision, self.reason, self.resulting, self.addendum)
        return not self.is_answer_saved and bool(self.answer_print) and typed != self.answer_print

    @property
    def has_unit_left(self) -> bool:
        """Tell whether something was typed into the provision that the page did not have."""
        typed = fingerprint(self.unit_text, self.unit_note)
        return not self.is_unit_saved and bool(self.unit_print) and typed != self.unit_print

    def decided(self, point: Point, response: Response | None) -> Decided:
        """Return the decision; refuses words that name no provision. The drafts are read only where one is named."""
        named = " ".join(self.resulting.split())
        return Decided(self.decision, self.reason, self._provision(named, point, response) if named else None)

    def _provision(self, named: str, point: Point, response: Response | None) -> Provision | None:
        beside = Beside(point, response.resulting if response else None)
        if response and response.resulting and named == shown_resulting(beside, response):
            return response.resulting
        key = next((choice.pk for choice in beside.choices() if label_of(choice) == named), None)
        if key is not None:
            return Provision.objects.select_related("draft__consulted_text").get(pk=key)
        if beside.current is None:
            raise Refused(
                _("Chưa có bản đang soạn của dự thảo tiếp theo nên chưa chọn được điều khoản."),
                field="resulting",
            )
        return find_place(beside.current, named, field="resulting")


def label_of(choice: Choice) -> str:
    """Return what a choice is called in the list; what was taken out says so, and which draft had it."""
    if not choice.draft:
        return choice.name
    return str(_("%(name)s (đã bỏ, %(draft)s)")) % {"name": choice.name, "draft": choice.draft}


def shown_resulting(beside: Beside, response: Response | None) -> str:
    """Return what the field of the provision shows for a response that was saved."""
    if response is None or response.resulting_id is None:
        return ""
    for choice in beside.choices():
        if choice.pk == response.resulting_id:
            return label_of(choice)
    return response.resulting_label


def fingerprint(*words: str) -> str:
    """Return what tells whether the fields of a form were changed; line ends and outer blanks do not count."""
    plain = "\0".join(each.replace("\r\n", "\n").strip() for each in words)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def number_of(text: str | None) -> int:
    """Return a key as an address or form has it, 0 where it is none."""
    return key_of(text) or 0
