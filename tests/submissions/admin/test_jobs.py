"""The dead letters of the background, as the secretariat sees them."""

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.operations.refusals import Refused
from submissions.models import BackgroundJob
from submissions.operations import jobs

pytestmark = pytest.mark.django_db
LIST = "/admin/submissions/backgroundjob/"


@pytest.fixture
def failed(receive):
    """A job that was tried six times and failed: ``failed("a.txt")``."""

    def make(name="hong.txt"):
        submission = receive(name)
        job = BackgroundJob.objects.get(task_name="read_submission", args={"submission_id": submission.pk})
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_jobs SET status = 'failed', attempts = 6 WHERE id = %s", [job.pk]
            )
        return job

    return make


def status_of(job):
    return ProcrastinateJob.objects.get(pk=job.pk).status


@pytest.mark.parametrize("count", [1, 3])
def test_failed_jobs_are_listed_in_words(
    secretary, client_of, failed, receive, count, django_assert_num_queries
):
    receive("dang-cho.txt")
    for place in range(count):
        failed(f"hong-{place}.txt")
    desk = client_of(secretary)

    with django_assert_num_queries(10):
        text = desk.get(LIST).content.decode()

    assert "Đọc hồ sơ tiếp nhận" in text
    assert "read_submission" not in text
    assert "hong-0.txt" in text
    assert "6 lần" in text
    assert "dang-cho.txt" not in text


@pytest.mark.parametrize(("action", "status"), [("retry", "todo"), ("give_up", "cancelled")])
def test_a_failed_job_is_tried_again_or_left_at_that(secretary, client_of, failed, action, status):
    job = failed()

    answer = client_of(secretary).post(LIST, {"action": action, "_selected_action": [job.pk]}, follow=True)

    assert answer.status_code == 200
    assert status_of(job) == status
    assert "hong.txt" not in answer.content.decode()


def test_a_job_that_runs_again_is_left_alone(failed, by):
    job = failed()
    jobs.retry(job=job, **by)

    with pytest.raises(Refused, match="không còn ở trạng thái lỗi"):
        jobs.give_up(job=job, **by)

    assert status_of(job) == "todo"


def test_an_editor_has_no_such_list(editor, client_of):
    assert client_of(editor).get(LIST).status_code == 403


def test_first_page_leads_to_the_desk_and_to_failed_jobs(secretary, client_of, failed, receive):
    failed()
    receive("b.txt")

    text = client_of(secretary).get("/admin/").content.decode()

    assert "/desk/intake/hoi-thao-mau/" in text
    assert "hồ sơ chờ" in text
    assert LIST in text
    assert "việc chạy nền không xong" in text
