"""The background's work, done in the foreground: the tests of publishing prove the worker itself."""

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def work_off_the_queue():
    """Run the tasks that wait, with what they were asked for; return how many there were."""
    waiting = list(ProcrastinateJob.objects.filter(status="todo").order_by("pk"))
    for job in waiting:
        app.tasks[job.task_name](**job.args)
    return len(waiting)
