"""Each refusal speaks to people in their language, and says what to do."""

import datetime

import pytest
from django.utils import translation

from proceedings.models import Committee, Contribution, Participation, Theme
from proceedings.operations import (
    attachments,
    conclusions,
    contributions,
    contributions_in_bulk,
    editions,
    workshops,
)
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import Audience, ParticipationState, TaskState, WorkshopStage

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

DAY = datetime.date(2021, 9, 1)


@pytest.fixture
def refusals(workshop, register, bac_ninh, ha_noi, secretary, now):
    """Every refusal of the operations by name, ready to be provoked."""
    by = {"actor": secretary, "now": now}
    other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    theme = Theme.objects.create(workshop=other, position=1, slug="nhom", title="Nhóm")
    first = register(committee=bac_ninh, symbol="12-CV/TU", document_on=DAY)
    gone = register()
    contributions.void(contribution=gone, reason="Rút", **by)
    stale = Contribution.objects.get(number=1)
    Contribution.objects.filter(number=1).update(summary="Khác")
    gone.refresh_from_db()
    closed = Committee.objects.filter(valid_to=datetime.date(2025, 6, 30)).first()
    fresh = Committee.objects.exclude(valid_from=None).first()
    answered = Participation.objects.get(committee=bac_ninh)
    [silent] = workshops.invite(workshop=workshop, committees=[ha_noi], **by)
    task = conclusions.conclude(
        workshop=workshop, kind="closing-words", title="Kết luận", text="Một.", tasks=[{"text": "Việc"}], **by
    ).tasks.get()
    cancelled = workshops.convene(
        slug="huy", title="Hủy", short_title="Hủy", host="Mẫu", stage=WorkshopStage.CANCELLED, **by
    )
    public = {"workshop": workshop, "audience": Audience.PUBLIC}

    def participate(row, state):
        row.state = state
        workshops.arrange(saved=[row], **by)

    return {
        "cancelled": lambda: register(workshop=cancelled),
        "closed": lambda: register(committee=closed, received_on=datetime.date(2026, 1, 2)),
        "not begun": lambda: register(committee=fresh, document_on=DAY),
        "known": lambda: register(committee=bac_ninh, symbol="12-CV/TU", document_on=DAY),
        "too long": lambda: register(text="a" * 1_000_001),
        "elsewhere": lambda: register(theme=theme),
        "amend void": lambda: contributions.amend(contribution=gone, changed=[], version=gone.version, **by),
        "conflict": lambda: contributions.amend(contribution=stale, changed=["title"], version=1, **by),
        "no reason": lambda: contributions.void(contribution=first, reason=" ", **by),
        "void twice": lambda: contributions.void(contribution=gone, reason="x", **by),
        "empty file": lambda: attachments.attach(
            contribution=first, name="a.txt", content=b"", media_type="text/plain", **by
        ),
        "themes": lambda: contributions_in_bulk.assign_theme(contributions=[first], theme=theme, **by),
        "stage": lambda: workshops.move_on(workshop=workshop, stage=WorkshopStage.PLANNED, **by),
        "invite": lambda: workshops.invite(workshop=workshop, committees=[fresh], **by),
        "remind": lambda: workshops.remind(participation=answered, reminded_on=DAY, note="x", **by),
        "untrue": lambda: participate(silent, ParticipationState.ANSWERED),
        "denied": lambda: participate(answered, ParticipationState.NO_REPLY),
        "evidence": lambda: conclusions.report(task=task, state=TaskState.DONE, **by),
        "no note": lambda: editions.plan(**public, is_correction=True, **by),
        "no edition": lambda: editions.plan(**public, is_correction=True, note="Sửa", **by),
    }


def words(provoke, language):
    with translation.override(language), pytest.raises(Refused) as caught:
        provoke()
    with translation.override(language):
        return str(caught.value)


def test_every_refusal_speaks_vietnamese_and_english(refusals):
    for name, provoke in refusals.items():
        vietnamese, english = words(provoke, "vi"), words(provoke, "en")

        assert vietnamese != english, name
        for text in (vietnamese, english):
            assert len(text) > 20, name
            assert text.rstrip("”")[-1] in ".", text
            assert "!" not in text
            assert "%(" not in text
            assert "thành công" not in text


def test_a_refusal_is_kept_as_a_pattern_and_said_in_the_language_of_who_reads(refusals):
    with pytest.raises(Refused) as caught:
        refusals["closed"]()

    with translation.override("vi"):
        assert "không còn hoạt động vào ngày 02/01/2026" in str(caught.value)
    with translation.override("en"):
        assert "02/01/2026" in str(caught.value)
        assert "không còn hoạt động" not in str(caught.value)
