"""Writes on proposed groups of points: searched for in the background, joined or dismissed by people."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Grouping, GroupMember, Point, ProposedGroup, Response, User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.responses import Decided, respond
from proceedings.operations.shared_responses import join_response
from proceedings.operations.synthesis_guard import refuse_closed
from proceedings.queries.similar_points import all_said
from proceedings.text.likeness import Group, cluster
from proceedings.vocabulary import ContributionState, ResponseState

#: A search that said nothing for so long has died; another may be asked for.
DEAD_AFTER = datetime.timedelta(minutes=10)


@operation
def ask_for_groups(*, workshop: Workshop, actor: User, now: datetime.datetime) -> Grouping:
    """Let the machine look for groups in the background; while it does, that search is returned (law 10).

    Refuses a closed synthesis.
    """
    from procrastinate.contrib.django import app

    refuse_closed(workshop)
    Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)
    running = Grouping.objects.filter(workshop=workshop, finished_at=None).first()
    if running is not None and now - running.asked_at < DEAD_AFTER:
        return running
    if running is not None:
        running.finished_at, running.failure = now, str(_("Bị ngắt giữa chừng."))
        running.save(update_fields=["finished_at", "failure"])
    grouping = Grouping.objects.create(workshop=workshop, asked_by=actor, asked_at=now)
    app.configure_task("find_groups", lock=f"find_groups {workshop.pk}").defer(grouping_id=grouping.pk)
    return grouping


def find_groups(grouping: Grouping, *, now: datetime.datetime) -> int:
    """Look for groups of a workshop's points, telling how far it is; what was proposed before and is not touched goes.

    Returns how many are proposed. A group that a person dismissed stays dismissed, and is not proposed again.
    """

    def report(done: int, total: int) -> None:
        Grouping.objects.filter(pk=grouping.pk).update(done=done, total=total)

    groups = cluster(all_said(grouping.workshop), report)
    with transaction.atomic():
        _replace(grouping.workshop, groups, now)
        Grouping.objects.filter(pk=grouping.pk).update(finished_at=now)
    return len(groups)


def _replace(workshop: Workshop, groups: tuple[Group, ...], now: datetime.datetime) -> None:
    Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)
    proposed = ProposedGroup.objects.filter(workshop=workshop)
    proposed.filter(dismissed_by=None).delete()
    dismissed = {frozenset(group.members.values_list("point_id", flat=True)) for group in proposed}
    there = set(Point.objects.in_workshop(workshop).values_list("pk", flat=True))
    for group in groups:
        members = [member for member in group.members if member.key in there]
        if len(members) < 2 or frozenset(member.key for member in members) in dismissed:
            continue
        row = ProposedGroup.objects.create(
            workshop=workshop, score=min(member.score for member in members), proposed_at=now
        )
        GroupMember.objects.bulk_create(
            GroupMember(group=row, point_id=member.key, score=member.score) for member in members
        )


@operation
def join_group(*, group: ProposedGroup, actor: User, now: datetime.datetime) -> Response:
    """Let the points of a proposed group be answered by one response, and return it.

    It is the one that most of them have already and that is not approved, else a new one without a decision; what an
    approved response answers stays as it is. Refuses a group whose points are all answered otherwise or gone.
    """
    refuse_closed(group.workshop)
    points = list(
        Point.objects.filter(
            memberships__group=group, contribution__state=ContributionState.REGISTERED
        ).order_by("pk")
    )
    answers = {
        answer.point_id: answer.response
        for answer in Answer.objects.filter(point__in=points).select_related("response")
    }
    approved = {pk for pk, response in answers.items() if response.state == ResponseState.APPROVED}
    free = [point for point in points if point.pk not in approved]
    if not free:
        raise Refused(_("Các ý kiến trong nhóm này đều đã có trả lời được duyệt."))
    shared = [answers[point.pk] for point in free if point.pk in answers]
    if not shared:
        return respond(points=free, decided=Decided(), actor=actor, now=now)
    target = max(shared, key=lambda response: (sum(each == response for each in shared), -response.pk))
    for point in free:
        join_response(point=point, response=target, actor=actor, now=now)
    return target


@operation
def dismiss_group(*, group: ProposedGroup, actor: User, now: datetime.datetime) -> None:
    """Say that the points of a proposed group do not belong together: it is not proposed again."""
    ProposedGroup.objects.filter(pk=group.pk, dismissed_by=None).update(dismissed_by=actor)
