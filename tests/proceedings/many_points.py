"""As many points as one likes, of every kind, at every place and in every state, told by their number alone."""

import datetime

from django.db.models import F

from proceedings.models import Answer, Committee, Point, Response, Theme
from proceedings.operations import contributions_in_bulk, workshops
from proceedings.queries.similar_points import said_of
from proceedings.text.likeness import signature
from proceedings.vocabulary import ContributionForm, Decision, PointKind, ResponseState
from tests.proceedings.regulations import long

#: Points of one contribution, and points that share a response where they share one.
IN_ONE, TOGETHER = 10, 3
WORDS = ("phối hợp giữa các cơ quan", "thời hạn báo cáo", "quy hoạch cán bộ", "kinh phí bảo đảm")


class ManyPoints:
    """A workshop's points: ``fill(300)``; the same numbers give the same points.

    Of ten points, nine have a holder, five a response: two drafted, two proposed, one approved.
    """

    def __init__(self, drafting, editors, by):
        self.drafting, self.editors, self.by, self.workshop = drafting, editors, by, drafting.workshop

    def fill(self, count, *, answered=True):
        """Enter so many points; return them in the order of the registry."""
        self._prepare()
        texts = [self._texts(start, count) for start in range(0, count, IN_ONE)]
        entered = contributions_in_bulk.register_all(
            workshop=self.workshop,
            rows=[self._row(place, lines) for place, lines in enumerate(texts)],
            **self.by,
        )
        points = []
        for contribution, lines in zip(entered, texts, strict=True):
            start = len("VĂN BẢN MẪU\n")
            for line in lines:
                points.append(self._point(len(points), contribution, start, line))
                start += len(line) + 1
        points = self._enter(points)
        if answered:
            self._answer(points)
        return points

    def _enter(self, points):
        return Point.objects.bulk_create(points, batch_size=1_000)

    def _prepare(self):
        self.drafting.start(long(12, 3))
        self.drafting.issue()
        rows = self.drafting.draft.provisions.filter(kind__in=["dieu", "khoan"]).order_by("position")
        theme = Theme(workshop=self.workshop, position=1, slug="phoi-hop", title="Về phối hợp")
        workshops.arrange(saved=[theme], **self.by)
        self.places = [*({"anchor": row} for row in rows), {"theme": theme}, {}]
        self.committees = list(Committee.objects.valid_on(datetime.date(2021, 9, 7)).alphabetical()[:20])
        self.editor, self.other = self.editors[:2]

    def _texts(self, start, count):
        return [
            f"Đề nghị số {place}: làm rõ {WORDS[place % len(WORDS)]} tại dự thảo."
            for place in range(start, min(start + IN_ONE, count))
        ]

    def _row(self, place, lines):
        body = {"committee": self.committees[place % len(self.committees)]}
        if place % 7 == 6:
            body = {"body_kind": "organisation", "body_name": f"Cơ quan Mẫu {place % 3}"}
        return {
            **body,
            "title": f"Góp ý dự thảo Quy định mẫu, văn bản {place}",
            "text": "\n".join(["VĂN BẢN MẪU", *lines]),
            "form": list(ContributionForm)[place % 3 if place % 4 == 0 else 0],
            "document_on": datetime.date(2021, 9, 6),
            "is_sample": True,
        }

    def _point(self, place, contribution, start, line):
        due = datetime.date(2021, 9, 1) + datetime.timedelta(days=place % 30)
        point = Point(
            contribution=contribution,
            start=start,
            end=start + len(line),
            quote=line,
            summary=line[:60],
            kind=list(PointKind)[place % len(PointKind)],
            assignee=[self.editor, self.other, None][0 if place % 10 < 6 else 1 if place % 10 < 9 else 2],
            due_on=due if place % 3 else None,
            **self.places[place % len(self.places)],
        )
        point.signature = signature(said_of(point))
        return point

    def _answer(self, points):
        responses, answers = [], []
        for place, point in enumerate(points):
            if place % 2:
                continue
            half = place // 2
            if half % 15 >= TOGETHER or half % 15 == 0:
                decision = [Decision.NOTED, Decision.EXPLAINED, ""][half % 3 if half % 5 < 2 else half % 2]
                responses.append(
                    Response(
                        workshop=self.workshop,
                        drafted_by=self.editor,
                        decision=decision,
                        reason=f"Lý do mẫu {half}.",
                    )
                )
            answers.append((point, len(responses) - 1, half % 5))
        responses = Response.objects.bulk_create(responses, batch_size=1_000)
        Answer.objects.bulk_create(
            [Answer(point=point, response=responses[at]) for point, at, _state in answers], batch_size=1_000
        )
        self._move(responses)

    def _move(self, responses):
        stages = {place: response.pk for place, response in enumerate(responses) if place % 5 > 1}
        proposed = Response.objects.filter(pk__in=stages.values()).exclude(decision="")
        proposed.update(state=ResponseState.PROPOSED, proposed_by=F("drafted_by"), proposed_at=self.by["now"])
        last = [key for place, key in stages.items() if place % 5 == 4]
        Response.objects.filter(pk__in=last, state=ResponseState.PROPOSED).update(
            state=ResponseState.APPROVED, approved_by=self.other, approved_at=self.by["now"]
        )
