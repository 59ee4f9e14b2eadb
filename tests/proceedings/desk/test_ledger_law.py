"""After any sequence of writes the ledger adds up, or every gap is listed: reckoned anew by plain reading."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from proceedings.desk.gap_remedies import offered
from proceedings.models import Answer, Contribution, Point, Provision, Response
from proceedings.operations import (
    carrying_over,
    draft_mending,
    draft_removals,
    draft_steps,
    draft_units,
    draft_writing,
    drafts,
    no_requests,
    points,
    responses,
    shared_responses,
)
from proceedings.operations.reason_snippets import add_snippet
from proceedings.operations.refusals import Refused
from proceedings.operations.responses import Decided
from proceedings.queries.gaps import GapKind
from proceedings.queries.integrity import verify_all
from proceedings.queries.ledger import counts_of, ledger_of
from proceedings.queries.ledger_rows import NUMBERS
from tests.proceedings.pointing import FIRST, SECOND
from tests.proceedings.reckoning import Reckoning

pytestmark = [pytest.mark.django_db]

chosen = st.integers(0, 30)
#: What a point is about, its kind, the wording that it asks for.
said = st.tuples(
    st.sampled_from(["dieu-2.khoan-1", "dieu-1", None]),
    st.sampled_from(["add", "ask"]),
    st.sampled_from(["", "thêm một câu"]),
)
#: Decision, reason, and the place of the provision that changed.
answer = st.tuples(
    st.sampled_from(["adopted", "partly", "explained", "noted", "referred", ""]),
    st.sampled_from(["", "Đã có trong quy định hiện hành."]),
    chosen,
)


class Team(RuleBasedStateMachine):
    """Secretaries, editors and a chief at work on one workshop; what is refused changes nothing."""

    pointing, client, steps = None, None, 0

    @initialize(
        said=st.lists(said, min_size=6, max_size=6),
        answers=st.lists(st.none() | answer, min_size=6, max_size=6),
    )
    def begin(self, said, answers):
        self.savepoint = transaction.savepoint()
        self.working = self.pointing.drafting.next()
        documents = [self.pointing.contribute() for _each in range(3)]
        for n, (at, kind, wording) in enumerate(said):
            words, told = (FIRST, SECOND)[n % 2], {"kind": kind, "wording": wording}
            self.pointing.point(words, of=documents[n // 2], at=at, **told)
        for point, given in zip(Point.objects.order_by("pk"), answers, strict=False):
            if given:
                self.attempt(responses.respond, points=[point], decided=self.decided(*given), propose=False)

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)

    def attempt(self, write, *, as_chief=False, **given):
        try:
            with transaction.atomic():
                return write(**given, **(self.pointing.chief if as_chief else self.pointing.by))
        except Refused:
            return None

    # --- documents and points ---

    @precondition(lambda self: Contribution.objects.count() < 5)
    @rule()
    def contribute(self):
        self.pointing.contribute()

    @rule(which=chosen, words=st.sampled_from([FIRST, SECOND]), said=said)
    def mark(self, which, words, said):
        document = self.any(Contribution, which)
        (at, kind, wording), span = said, self.pointing.span(document, words)
        told = self.pointing.told(at, kind=kind, wording=wording)
        self.attempt(points.mark_point, contribution=document, start=span[0], end=span[1], told=told)

    @precondition(lambda self: Point.objects.exists())
    @rule(which=chosen)
    def take_point_back(self, which):
        point = self.any(Point, which)
        self.attempt(points.remove_point, point=point, version=point.version)

    @rule(which=chosen, whole=st.booleans())
    def ask_for_nothing(self, which, whole):
        act = no_requests.mark_rest if whole else no_requests.agree_fully
        self.attempt(act, contribution=self.any(Contribution, which))

    @rule(which=chosen)
    def withdraw(self, which):
        self.attempt(lambda **_call: self.pointing.withdraw(self.any(Contribution, which)))

    @rule(which=chosen)
    def replace(self, which):
        earlier = self.any(Contribution, which)
        if later := self.attempt(lambda **_call: self.pointing.replace(earlier)):
            self.attempt(carrying_over.carry_over, earlier=earlier, later=later)

    # --- answers ---

    def decided(self, decision, reason, place):
        """A decision; a change names a provision of the working copy or, where it is to go, of the draft before."""
        drafts = [self.working, self.working.based_on]
        rows = Provision.objects.filter(draft__in=drafts).exclude(kind="text").order_by("pk")
        row = rows[place % len(rows)] if decision in {"adopted", "partly"} else None
        return Decided(decision, reason, row)

    @rule(which=st.lists(chosen, min_size=1, max_size=3), given=answer, propose=st.booleans())
    def respond(self, which, given, propose):
        rows = Point.objects.filter(answer=None).order_by("pk")
        answered = {rows[n % len(rows)].pk: rows[n % len(rows)] for n in which if rows}
        decided = self.decided(*given)
        self.attempt(responses.respond, points=answered.values(), decided=decided, propose=propose)

    @precondition(lambda self: Response.objects.exists())
    @rule(which=chosen, given=answer)
    def decide_anew(self, which, given):
        row = self.any(Response, which)
        decided = self.decided(*given)
        self.attempt(responses.save_response, response=row, decided=decided, version=row.version)

    @precondition(lambda self: Response.objects.exists())
    @rule(which=chosen, act=st.sampled_from(["propose", "approve", "send_back", "reopen"]))
    def move_on(self, which, act):
        row = self.any(Response, which)
        note = {"send_back": {"note": "Xem lại"}, "reopen": {"reason": "Xem lại"}}.get(act, {})
        write = responses.send_back if act == "send_back" else getattr(responses, f"{act}_response")
        self.attempt(write, as_chief=act != "propose", response=row, version=row.version, **note)

    @precondition(lambda self: Response.objects.exists() and Point.objects.exists())
    @rule(which=chosen, other=chosen)
    def join(self, which, other):
        point, row = self.any(Point, which), self.any(Response, other)
        self.attempt(shared_responses.join_response, point=point, response=row)

    @precondition(lambda self: Answer.objects.exists())
    @rule(which=chosen, act=st.sampled_from([shared_responses.take_out, shared_responses.unanswer]))
    def leave(self, which, act):
        self.attempt(act, point=self.any(Answer, which).point)

    @precondition(lambda self: Point.objects.filter(answer=None).exists())
    @rule(which=chosen, place=chosen)
    def adopt_a_removal(self, which, place):
        """An opinion asks that an article goes: the response names what went, in the draft before."""
        open_points = Point.objects.filter(answer=None).order_by("pk")
        articles = self.working.provisions.filter(kind="dieu", origin__isnull=False).order_by("position")
        if not articles:
            return
        article = articles[place % len(articles)]
        decided = Decided("adopted", "", article.origin)
        self.attempt(responses.respond, points=[open_points[which % len(open_points)]], decided=decided)
        self.attempt(draft_mending.remove, provision=article)

    # --- the next draft ---

    @rule(
        place=chosen,
        text=st.sampled_from(["Lời văn mới.", "Lời văn khác."]),
        note=st.sampled_from(["", "Sửa lỗi"]),
    )
    def write(self, place, text, note):
        row = self.provision(place)
        self.attempt(
            draft_writing.write, provision=row, heading=row.heading, text=text, change_note=note,
            version=row.version,
        )  # fmt: skip

    @precondition(lambda self: self.working.provisions.filter(kind="khoan").count() > 2)
    @rule(place=chosen)
    def remove(self, place):
        row = self.provision(place)
        if row.kind != "chuong":
            self.attempt(draft_mending.remove, provision=row)

    @rule(which=chosen, act=st.sampled_from(["bring_back", "explain"]))
    def of_what_is_gone(self, which, act):
        copied = set(self.working.provisions.values_list("origin", flat=True))
        before = self.working.based_on.provisions.exclude(kind="text").exclude(pk__in=copied)
        gone = [row for row in before.order_by("pk") if row.parent_id is None or row.parent_id in copied]
        if not gone:
            return
        row = gone[which % len(gone)]
        if act == "bring_back":
            self.attempt(draft_units.bring_back, draft=self.working, origin=row)
        else:
            self.attempt(
                draft_removals.explain_removal,
                draft=self.working,
                removed=row,
                reason="Trùng nội dung",
                read="",
            )

    @rule(place=chosen)
    def insert(self, place):
        self.attempt(draft_units.insert_article, after=self.provision(place), heading="Điều mới")

    @rule()
    def undo(self):
        self.attempt(draft_steps.undo, draft=self.working)

    @precondition(lambda self: self.working.based_on.number == 1)
    @rule()
    def issue(self):
        drafts.issue(draft=self.working, acknowledged=True, **self.pointing.drafting.by)
        self.working = self.pointing.drafting.next()

    # --- the remedies ---

    @rule(which=chosen)
    def mend(self, which):
        if choices := self.remedies():
            self.press(*choices[which % len(choices)])

    @invariant()
    def every_invariant_of_the_record_holds(self):
        if self.steps % 5 == 0:
            assert verify_all()[1] == []

    @invariant()
    def what_is_offered_mends(self):
        self.steps += 1
        if choices := self.remedies():
            savepoint = transaction.savepoint()
            self.press(*choices[self.steps % len(choices)])
            transaction.savepoint_rollback(savepoint)

    def remedies(self):
        workshop, chief = self.pointing.workshop, self.pointing.chief["actor"]
        found = offered(workshop, ledger_of(workshop).gaps, chief, is_closed=False)
        return [(gap, remedy) for gap, remedies in found.items() for remedy in remedies]

    def press(self, gap, remedy):
        workshop = self.pointing.workshop
        sent = {"subject": gap.subject, "remedy": remedy.key}
        self.client.post(f"/desk/ledger/{workshop.slug}/gaps/{gap.kind.value}/mend/", sent)
        if gap.kind == GapKind.UNEQUAL:  # the same point may be found again, by its wording
            moved = Answer.objects.filter(point__in=dict(remedy.answered)).values_list("response", flat=True)
            assert set(moved) == {remedy.target}
        else:
            assert (gap.kind, gap.subject) not in {
                (each.kind, each.subject) for each in ledger_of(workshop).gaps
            }

    def any(self, model, which):
        rows = model.objects.order_by("pk")
        if model is Contribution and rows.filter(state="registered").exists():
            rows = rows.filter(state="registered")
        return rows[which % len(rows)]

    def provision(self, place):
        rows = list(self.working.provisions.exclude(kind="text").order_by("position"))
        return rows[place % len(rows)]

    # --- the law ---

    @invariant()
    def it_adds_up_and_lists_every_gap_and_no_other(self):
        ledger = ledger_of(self.pointing.workshop)
        listed = [(gap.kind, gap.subject) for gap in ledger.gaps]
        assert len(listed) == len(set(listed))
        assert set(listed) == Reckoning(self.pointing.workshop).gaps()
        documents, told = ledger.documents, ledger.points
        assert documents.numbers == Contribution.objects.count()
        assert documents.numbers == documents.standing + documents.void + documents.replaced
        assert documents.standing == documents.split + documents.open
        assert documents.standing == documents.written + documents.papers + documents.remarks
        assert told.all == told.answered + told.unanswered == told.written + told.only_spoken
        undecided = Answer.objects.filter(
            response__decision="", point__contribution__state="registered"
        ).count()
        assert told.answered == sum(told.decided.values()) + undecided
        assert ledger.is_complete == (ledger.share == 1.0 and not ledger.truths)


def test_the_law_holds_after_any_sequence_of_writes(pointing, client_of, chief_editor):
    add_snippet(
        workshop=pointing.workshop, name="Mẫu", decision="explained", text="Đã có ở Điều 3.", **pointing.by
    )
    machine = type("Team", (Team,), {"pointing": pointing, "client": client_of(chief_editor)})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_every_count_has_rows_behind_it(pointing):
    assert set(counts_of(ledger_of(pointing.workshop).as_json())) == set(NUMBERS)
