import datetime
import hashlib

import pytest

from proceedings.models import Contribution
from proceedings.operations.refusals import Refused
from submissions.operations import correcting, deciding
from submissions.vocabulary import Refusal, SubmissionState

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


def test_accept_gives_the_next_number_and_keeps_the_file_as_received(on_table, accept, letter):
    content = letter()

    contribution = accept(on_table("Thư góp ý.txt", content))

    attachment = contribution.attachments.get()
    assert contribution.number == 1
    with attachment.file.open("rb") as kept:
        assert kept.read() == content
    assert attachment.sha256 == hashlib.sha256(content).hexdigest()
    assert attachment.name == "Thư góp ý.txt"


def test_accept_again_is_the_same_number(on_table, accept, by):
    submission = on_table()
    first = accept(submission)

    again = deciding.accept(submission=submission, **by)

    assert again == first
    assert Contribution.objects.count() == 1


def test_accept_refuses_what_a_person_has_not_looked_at(on_table, by):
    submission = on_table("ghi chú.txt", "VĂN BẢN MẪU\nCơ bản nhất trí với dự thảo.".encode())
    assert submission.state == SubmissionState.DOUBTFUL

    with pytest.raises(Refused, match="cần xem lại"):
        deciding.accept(submission=submission, **by)


def test_accept_refuses_what_the_registry_refuses_and_leaves_no_gap(on_table, check, accept, by, workshop):
    accept(on_table(), symbol="9-CV/TU", document_on=datetime.date(2021, 9, 3))
    second = check(on_table("b.txt"), symbol="9-CV/TU", document_on=datetime.date(2021, 9, 3))

    with pytest.raises(Refused, match="đã vào sổ: số 1"):
        deciding.accept(submission=second, **by)

    second.refresh_from_db()
    assert second.state == SubmissionState.READY
    workshop.counter.refresh_from_db()
    assert workshop.counter.last_number == 1


def test_a_later_version_replaces_the_earlier_which_keeps_its_number(on_table, accept, by):
    earlier = accept(
        on_table(), symbol="9-CV/TU", document_on=datetime.date(2021, 9, 3), circulation="public"
    )
    later = on_table("b.txt")
    correcting.mark_replacement(submission=later, earlier=earlier, **by)
    later.refresh_from_db()

    contribution = accept(later, symbol="9-CV/TU", document_on=datetime.date(2021, 9, 3))

    earlier.refresh_from_db()
    assert (earlier.number, earlier.state) == (1, "replaced")
    assert (contribution.number, contribution.replaces) == (2, earlier)
    assert contribution.circulation == "public"


def test_undo_leaves_the_number_void_and_the_submission_on_the_table(on_table, accept, by):
    submission = on_table()
    contribution = accept(submission)

    deciding.undo(submission=submission, **by)

    contribution.refresh_from_db()
    submission.refresh_from_db()
    assert (contribution.state, submission.state) == ("void", SubmissionState.READY)
    assert deciding.accept(submission=submission, **by).number == 2


def test_undo_of_a_replacement_lets_the_earlier_version_stand_again(on_table, accept, by):
    earlier = accept(on_table())
    later = on_table("b.txt")
    correcting.mark_replacement(submission=later, earlier=earlier, **by)
    later.refresh_from_db()
    accept(later)

    deciding.undo(submission=later, **by)

    earlier.refresh_from_db()
    assert earlier.state == "registered"


def test_undo_is_refused_after_a_day(on_table, accept, by):
    submission = on_table()
    accept(submission)

    with pytest.raises(Refused, match="một ngày"):
        deciding.undo(
            submission=submission, actor=by["actor"], now=by["now"] + datetime.timedelta(days=1, minutes=1)
        )


def test_a_further_file_goes_to_the_number_of_its_document(on_table, accept, by):
    main, scan = on_table(), on_table("b.txt")
    correcting.keep_with(submission=scan, main=main, **by)

    with pytest.raises(Refused, match="chưa vào sổ"):
        deciding.accept(submission=scan, **by)

    main.refresh_from_db()
    contribution = accept(main)
    assert deciding.accept(submission=scan, **by) == contribution
    assert contribution.attachments.count() == 2
    with pytest.raises(Refused, match="được giữ nguyên"):
        deciding.undo(submission=scan, **by)


def test_refuse_needs_a_reason_and_may_be_reconsidered(on_table, by):
    submission = on_table()

    with pytest.raises(Refused, match="lý do"):
        deciding.refuse(submission=submission, reason="  ", **by)
    deciding.refuse(submission=submission, reason="Thiếu chữ ký", **by)

    submission.refresh_from_db()
    assert (submission.state, submission.refusal) == (SubmissionState.REFUSED, Refusal.BY_PERSON)
    deciding.reconsider(submission=submission, **by)
    submission.refresh_from_db()
    assert submission.state == SubmissionState.DOUBTFUL


def test_reconsider_refuses_what_the_machine_refused(on_table, by):
    submission = on_table("rong.txt", b"")

    with pytest.raises(Refused, match="gửi lại tệp"):
        deciding.reconsider(submission=submission, **by)
