"""What tests of points and responses write short: documents, points by their words, responses in each state."""

from proceedings.models import Closing
from proceedings.operations import (
    approvals,
    contributions,
    no_requests,
    points,
    replacements,
    responses,
    shared_responses,
    workshops,
)
from proceedings.operations.points import Told
from proceedings.operations.responses import Decided
from tests.proceedings.drafting import Drafting

LINES = (
    "VĂN BẢN MẪU",
    "Kính gửi: Cơ quan chủ trì soạn thảo.",
    "I.",
    "Đề nghị bổ sung cơ quan tham mưu vào phạm vi điều chỉnh.",
    "Đề nghị làm rõ thời hạn trao đổi.",
    "Trân trọng cảm ơn.",
)
TEXT = "\n".join(LINES)
FIRST, SECOND = LINES[3], LINES[4]
REASON = "Nội dung này đã có trong quy định hiện hành."


class Pointing:
    """A workshop with an issued draft; an editor splits and answers what comes in, a chief editor approves."""

    def __init__(self, drafting, register, editor, chief, now):
        self.drafting, self.workshop, self.register = drafting, drafting.workshop, register
        self.by, self.chief = {"actor": editor, "now": now}, {"actor": chief, "now": now}
        drafting.start()
        self.draft = drafting.issue()

    def elsewhere(self):
        """The same in another workshop."""
        other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **self.by)

        def register(**fields):
            return self.register(**{"workshop": other, **fields})

        return Pointing(
            Drafting(other, self.drafting.by), register, self.by["actor"], self.chief["actor"], self.by["now"]
        )

    def contribute(self, *lines, **fields):
        """A document with these lines, or with those above."""
        return self.register(text="\n".join(lines or LINES), **fields)

    def replace(self, earlier, *lines):
        """A later version of a document."""
        return replacements.replace(
            earlier=earlier, title="Bản thay thế", body_kind=earlier.body_kind, body_name=earlier.body_name,
            committee=earlier.committee, text="\n".join(lines or LINES), **self.by,
        )  # fmt: skip

    def withdraw(self, contribution):
        """Take the number of a document back."""
        return contributions.void(contribution=contribution, reason="Gửi nhầm", **self.by)

    def span(self, contribution, words):
        """Where words stand in a document."""
        start = contribution.text.index(words)
        return start, start + len(words)

    def told(self, at=None, **fields):
        """What is said of a point: its provision by path, the rest as it comes."""
        anchor = self.draft.provisions.get(path=at) if at else None
        return Told(**{"kind": "add", "anchor": anchor, **fields})

    def point(self, words=FIRST, of=None, at=None, **told):
        """A point over words of a document, by default of a new one."""
        contribution = of or self.contribute()
        start, end = self.span(contribution, words)
        return points.mark_point(
            contribution=contribution, start=start, end=end, told=self.told(at, **told), **self.by
        )

    def stretch(self, contribution, words, reason="context"):
        """A stretch over words of a document that asks for nothing."""
        [made] = no_requests.mark_no_request(
            contribution=contribution, spans=[self.span(contribution, words)], reason=reason, **self.by
        )
        return made

    def points(self, count, at=None):
        """So many points, each of a document of its own."""
        return [self.point(at=at) for _each in range(count)]

    def decided(self, decision="explained", reason=REASON, at=None):
        """A decision; the provision that changed by its path."""
        return Decided(decision, reason, self.draft.provisions.get(path=at) if at else None)

    def drafted(self, *answered, **decided):
        """A response that is being written, by default for a new point."""
        return responses.respond(
            points=answered or [self.point()], decided=self.decided(**decided), **self.by
        )

    def proposed(self, *answered, **decided):
        """A response that waits for approval."""
        return responses.respond(
            points=answered or [self.point()], decided=self.decided(**decided), propose=True, **self.by
        )

    def approved(self, *answered, **decided):
        """A response that the chief editor has approved."""
        return self.approve(self.proposed(*answered, **decided))

    def approve(self, response):
        """Let the chief editor approve a response as it stands."""
        response.refresh_from_db()
        return responses.approve_response(response=response, version=response.version, **self.chief)

    def reopen(self, response):
        """Open an approved response again."""
        response.refresh_from_db()
        return responses.reopen_response(
            response=response, reason="Sửa số liệu", version=response.version, **self.chief
        )

    def approve_together(self, *chosen):
        """Let the chief editor approve responses as they stand, in one batch."""
        versions = {row.pk: type(row).objects.get(pk=row.pk).version for row in chosen}
        return approvals.approve_batch(workshop=self.workshop, versions=versions, **self.chief)

    def join(self, point, response):
        """Let a point be answered by the response of others."""
        return shared_responses.join_response(point=point, response=response, **self.by)

    def close(self, **fields):
        """The synthesis of the workshop, closed as a row: without the operation, which asks for the ledger."""
        given = {"workshop": self.workshop, "ledger": {}, "closed_by": self.chief["actor"]}
        return Closing.objects.create(**given, closed_at=self.by["now"], **fields)
