import itertools

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.models import User
from submissions import spool
from submissions.models import Submission
from submissions.operations import correcting, deciding, links, receiving
from submissions.tasks import read_submission
from submissions.vocabulary import Source

LETTER = """TỈNH ỦY BẮC NINH
*
Số {number}-CV/TU
góp ý dự thảo Quy định mẫu
ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Ninh, ngày 03 tháng 9 năm 2021
Kính gửi: Ban Tổ chức Mẫu
VĂN BẢN MẪU
{body}
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nguyễn Văn Mẫu
"""


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def letter():
    """Make the bytes of a letter, each with a number and a text of its own: ``letter(number=…, body=…)``."""
    numbers = itertools.count(101)

    def write(**fields):
        number = fields.pop("number", None) or next(numbers)
        words = " ".join(f"nội dung thứ {number} điểm {place}" for place in range(40))
        body = fields.pop("body", f"Cơ bản nhất trí với dự thảo; đề nghị bổ sung {words}.")
        return LETTER.format(number=number, body=body).encode()

    return write


@pytest.fixture
def batch(workshop, by):
    """A batch at the intake desk."""
    return receiving.open_batch(workshop=workshop, source=Source.DESK, idempotency_key="mau", **by)


@pytest.fixture
def receive(batch, by, letter):
    """Take a file in: ``receive("a.txt", content)``; without content it is a letter of its own."""

    def take_in(name="thu.txt", content=None, **fields):
        content = letter() if content is None else content
        return receiving.receive(
            **{"batch": batch, "name": name, "spooled": spool.take_in([content]), **by, **fields}
        )

    return take_in


@pytest.fixture
def read_all():
    """Read all that waits, members of containers too; return all submissions in order."""

    def work():
        while waiting := list(ProcrastinateJob.objects.filter(task_name="read_submission", status="todo")):
            for job in waiting:
                read_submission(**job.args)
            ProcrastinateJob.objects.filter(pk__in=[job.pk for job in waiting]).update(status="succeeded")
        return list(Submission.objects.in_order())

    return work


@pytest.fixture
def on_table(receive, read_all):
    """Take a file in and read it: ``on_table("a.txt", content)``; return its submission as it stands then."""

    def put(name="thu.txt", content=None, **fields):
        submission = receive(name, content, **fields)
        read_all()
        submission.refresh_from_db()
        return submission

    return put


@pytest.fixture
def check(by, bac_ninh):
    """Let a person check a submission: what is missing is filled in, and it is ready."""

    def confirm(submission, **fields):
        given = {"committee": bac_ninh, "title": "Góp ý dự thảo Quy định mẫu", **fields}
        for name, value in given.items():
            setattr(submission, name, value)
        return correcting.correct(
            submission=submission, changed=given, version=submission.version, is_checked=True, **by
        )

    return confirm


@pytest.fixture
def accept(check, by):
    """Check a submission and register it; return the contribution."""

    def enter(submission, **fields):
        return deciding.accept(submission=check(submission, **fields), **by)

    return enter


# --- a committee's own page ------------------------------------------------------------


@pytest.fixture
def as_link(db, now):
    """Who writes by a link, and when: the machine."""
    return {"actor": User.objects.system(), "now": now}


@pytest.fixture
def link(workshop, bac_ninh, by):
    """The personal link of Bắc Ninh, for thirty days from the morning of the tests."""
    return links.issue(workshop=workshop, committee=bac_ninh, days=30, **by)


@pytest.fixture
def open_page(workshop, link, as_link):
    """Open a batch on a committee's page: ``open_page(key=…)`` by the link, ``committee=…`` by a delegate."""

    def begin(*, committee=None, key="mot"):
        return receiving.open_batch(
            workshop=workshop,
            source=Source.LINK,
            link=None if committee else link,
            committee=committee,
            idempotency_key=key,
            **as_link,
        )

    return begin


@pytest.fixture
def page_batch(open_page):
    """A batch that Bắc Ninh has begun on its page."""
    return open_page()


@pytest.fixture
def page_receive(page_batch, as_link, letter):
    """Take a file in on the page of Bắc Ninh: ``page_receive("a.txt", content)``."""

    def take_in(name="thu.txt", content=None):
        content = letter() if content is None else content
        return receiving.receive(batch=page_batch, name=name, spooled=spool.take_in([content]), **as_link)

    return take_in
