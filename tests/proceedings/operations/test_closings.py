import pytest

from proceedings.models import Closing
from proceedings.operations import closings, draft_writing, no_requests, responses
from proceedings.operations.closings import Incomplete
from proceedings.operations.responses import Decided
from proceedings.queries.integrity import TRUTHS, verify_all
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def answered(pointing):
    """A document of which everything is accounted for."""
    point = pointing.point()
    no_requests.mark_rest(contribution=point.contribution, **pointing.by)
    pointing.approved(point)
    return point


def close(pointing, **fields):
    return closings.close_synthesis(workshop=pointing.workshop, **fields, **pointing.chief)


def test_a_complete_synthesis_is_closed_with_its_ledger(pointing, answered):
    made = close(pointing, reason="Không cần")

    assert (made.gaps, made.reason, made.closed_by) == ([], "", pointing.chief["actor"])
    assert made.ledger["points"]["approved"] == 1
    assert made.ledger["complete"] is True


def test_a_gap_refuses_and_is_named(pointing, answered):
    pointing.point()

    with pytest.raises(Incomplete) as caught:
        close(pointing)

    assert "còn 2 chỗ chưa khớp" in str(caught.value)
    assert "Ý kiến chưa có trả lời" in str(caught.value)
    assert len(caught.value.ledger.gaps) == 2
    assert not Closing.objects.exists()


def test_a_written_reason_closes_with_gaps_that_are_kept(pointing):
    pointing.point()

    made = close(pointing, reason="  Cấp ủy đã rút ý kiến qua điện thoại.  ")

    assert made.reason == "Cấp ủy đã rút ý kiến qua điện thoại."
    assert [gap["kind"] for gap in made.gaps] == ["open-paragraphs", "unanswered"]


def test_what_is_closed_is_not_closed_again_nor_changed(pointing, answered):
    close(pointing)

    with refusal("đã được Tổ trưởng Mẫu khóa"):
        close(pointing)
    with refusal("Mở lại tổng hợp"):
        no_requests.mark_rest(contribution=answered.contribution, **pointing.by)


def test_it_is_opened_again_with_a_reason(pointing, answered):
    close(pointing)
    reopen = closings.reopen_synthesis
    with refusal("Ghi lý do mở lại", field="reopen_reason"):
        reopen(workshop=pointing.workshop, reason=" ", **pointing.chief)

    opened = reopen(workshop=pointing.workshop, reason="Có văn bản gửi bổ sung", **pointing.chief)

    assert opened.reopen_reason == "Có văn bản gửi bổ sung"
    pointing.point()
    with refusal("đang mở"):
        reopen(workshop=pointing.workshop, reason="Lần nữa", **pointing.chief)
    with pytest.raises(Incomplete):
        close(pointing)


def test_what_was_closed_as_complete_is_held_against_the_drafts_for_ever(pointing):
    point = pointing.point()
    no_requests.mark_rest(contribution=point.contribution, **pointing.by)
    next_draft = pointing.drafting.next()
    row = next_draft.provisions.exclude(text="").exclude(kind="text").order_by("position").first()
    written = {"provision": row, "heading": row.heading, "text": "Lời văn mới.", **pointing.by}
    row = draft_writing.write(**written, version=row.version)
    pointing.approve(
        responses.respond(
            points=[point], decided=Decided("adopted", "Tiếp thu.", row), propose=True, **pointing.by
        )
    )
    close(pointing)
    assert verify_all()[1] == []

    before = next_draft.based_on.provisions.get(path=row.path).text
    draft_writing.write(**{**written, "text": before}, version=row.version)

    (broken,) = verify_all()[1]
    assert (broken.invariant, broken.count) == (TRUTHS, 1)


def test_no_secret_is_kept_as_a_reason(pointing):
    pointing.point()
    secret = "TUYỆT MẬT\nTheo văn bản của cơ quan mẫu."
    with refusal("bí mật nhà nước", field="text"):
        close(pointing, reason=secret)
    close(pointing, reason="Cấp ủy đã rút ý kiến.")

    with refusal("bí mật nhà nước", field="text"):
        closings.reopen_synthesis(workshop=pointing.workshop, reason=secret, **pointing.chief)


def test_the_next_draft_goes_on_after_a_closing(pointing, answered):
    close(pointing)
    row = (
        pointing.drafting.next().provisions.exclude(text="").exclude(kind="text").order_by("position").first()
    )

    draft_writing.write(
        provision=row, heading=row.heading, text="Lời văn mới.", version=row.version, **pointing.by
    )

    assert verify_all()[1] == []
