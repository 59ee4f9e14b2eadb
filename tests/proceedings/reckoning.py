"""The gaps of a workshop reckoned by plain reading of all rows, one by one: the ledger's queries must agree."""

import re
from collections import defaultdict

from proceedings.models import Contribution, Draft, NoRequest, Point, Provision, Removal, Response
from proceedings.queries.gaps import GapKind
from proceedings.text.folding import fold

CHANGES = {"adopted", "partly"}
NEEDS_REASON = {"partly", "explained", "referred"}


class Reckoning:
    """All rows of a workshop with one consulted text, read into memory; :meth:`gaps` as (kind, subject)."""

    def __init__(self, workshop):
        self.documents = list(Contribution.objects.filter(workshop=workshop, state="registered"))
        rows = Point.objects.filter(contribution__in=self.documents).order_by("pk")
        self.points = list(rows.select_related("contribution"))
        answers = rows.filter(answer__isnull=False).values_list("pk", "answer__response")
        responses = Response.objects.in_bulk([response for _point, response in answers])
        self.answers = {point: responses[response] for point, response in answers}
        self.in_use = {response.pk: response for response in self.answers.values()}
        drafts = Draft.objects.filter(consulted_text__workshop=workshop)
        self.drafts = sorted(drafts, key=lambda draft: (not draft.is_issued, draft.number or 0))
        self.rows = {row.pk: row for row in Provision.objects.filter(draft__in=drafts).order_by("position")}
        self.copies, self.parts, self.below = defaultdict(list), defaultdict(list), defaultdict(list)
        for row in self.rows.values():
            self.copies[row.origin_id].append(row.pk)
            self.parts[self._unit_of(row.pk)].append(row.pk)
            if row.kind != "text" and row.parent_id:
                self.below[self._unit_of(row.parent_id)].append(row.pk)

    def gaps(self):
        """Every gap as a pair of its kind and the row that it is about."""
        return {
            *self._of_documents(),
            *((GapKind.UNANSWERED, point.pk) for point in self.points if point.pk not in self.answers),
            *self._of_responses(),
            *self._of_equal_points(),
            *self._of_provisions(),
        }

    # --- documents, responses, equal points ---

    def _of_documents(self):
        for document in self.documents:
            spans = [
                *Point.objects.filter(contribution=document).values_list("start", "end"),
                *NoRequest.objects.filter(contribution=document).values_list("start", "end"),
            ]
            at = 0
            for line in document.text.split("\n"):
                end = at + len(line)
                is_taken = any(start < end and stop > at for start, stop in spans)
                if re.search(r"[^\W\d_]{2}", line) and not is_taken:
                    yield GapKind.OPEN_PARAGRAPHS, document.number
                    break
                at = end + 1

    def _of_responses(self):
        for key, response in self.in_use.items():
            if response.state != "approved":
                yield GapKind.UNAPPROVED, key
            if response.decision in NEEDS_REASON and not response.reason:
                yield GapKind.NO_REASON, key
            if response.decision in CHANGES and response.resulting_id:
                if response.resulting_id not in self.rows:
                    yield GapKind.NOT_THERE, key
                elif not self._really_changed(self._unit_of(response.resulting_id)):
                    yield GapKind.NOT_CHANGED, key

    def _of_equal_points(self):
        for words in (lambda point: point.quote, lambda point: point.wording):
            alike = defaultdict(list)
            for point in self.points:
                response = self.answers.get(point.pk)
                if response and response.decision and words(point):
                    alike[point.anchor_id, point.theme_id, point.kind, fold(words(point))].append(point.pk)
            for keys in alike.values():
                if len({self.answers[key].decision for key in keys}) > 1:
                    yield GapKind.UNEQUAL, min(keys)

    # --- provisions ---

    def _of_provisions(self):
        latest = self.drafts[-1]
        if latest.based_on_id is None:
            return
        named = {
            self._unit_of(response.resulting_id)
            for response in self.in_use.values()
            if response.decision in CHANGES and response.resulting_id in self.rows
        }
        heirs = named | {copy for key in named for copy in self._copies_in(key, latest.pk)}
        reasons = set(Removal.objects.filter(draft=latest).values_list("provision", flat=True))
        for key, row in self.rows.items():
            if row.kind == "text":
                continue
            if row.draft_id == latest.pk and self._changed_itself(key):
                is_noted = any(self.rows[part].change_note for part in self.parts[key])
                if not is_noted and not self._above(key) & heirs:
                    yield GapKind.NO_RESPONSE, key
            is_gone = row.draft_id == latest.based_on_id and not self._copies_in(key, latest.pk)
            if is_gone and not self._above(key) & (reasons | named):
                yield GapKind.NO_RESPONSE, key

    def _really_changed(self, unit):
        for draft in self.drafts:
            if draft.based_on_id is None:
                continue
            if self.rows[unit].draft_id == draft.based_on_id and not self._copies_in(unit, draft.pk):
                return True
            there = [unit] if self.rows[unit].draft_id == draft.pk else self._copies_in(unit, draft.pk)
            for each in there:
                origin = self.rows[each].origin_id
                if origin is None or self._all_words(each) != self._all_words(origin):
                    return True
        return False

    def _changed_itself(self, unit):
        origin = self.rows[unit].origin_id
        return origin is None or self._own_words(unit) != self._own_words(origin)

    def _copies_in(self, key, draft):
        return [copy for copy in self.copies[key] if self.rows[copy].draft_id == draft]

    def _unit_of(self, key):
        while self.rows[key].kind == "text" and self.rows[key].parent_id:
            key = self.rows[key].parent_id
        return key

    def _above(self, key):
        """The row itself and all that it stands in."""
        found = set()
        while key:
            found.add(key)
            key = self.rows[key].parent_id
        return found

    def _own_words(self, unit):
        """What a unit says with the paragraphs that are its own."""
        return [(self.rows[key].heading, self.rows[key].text) for key in self.parts[unit]]

    def _all_words(self, unit):
        """What a unit says with all below it, as a tree."""
        return self._own_words(unit), [self._all_words(key) for key in self.below[unit]]
