"""What waits at the intake desk of the published sample: one of each, all read, so that nothing runs meanwhile."""

import datetime

from django.db import connection

from proceedings.models import Workshop
from proceedings.operations import workshops
from proceedings.vocabulary import WorkshopStage
from submissions import spool
from submissions.models import Submission
from submissions.operations import deciding, receiving
from submissions.tasks import read_now
from submissions.vocabulary import Source
from tests.submissions import documents, mailbag

DAY = datetime.date(2021, 9, 1)


#: A workshop of its own, so that the founding one has nothing waiting; it is only planned, and has no page.
WORKSHOP = "hoi-thao-mau-tiep-nhan"


def arrive(**by):
    """Hand in a batch for a workshop of its own and read it; nothing of it is in the registry."""
    held = workshops.convene(
        slug=WORKSHOP,
        title="Hội thảo mẫu để xem bàn tiếp nhận",
        short_title="Hội thảo mẫu",
        host="Ban Tổ chức Mẫu",
        stage=WorkshopStage.SCHEDULED,
        **by,
    )
    batch = receiving.open_batch(workshop=held, source=Source.DESK, idempotency_key="mau", **by)
    for name, content in _files().items():
        receiving.receive(batch=batch, name=name, spooled=spool.take_in([content]), **by)
    while waiting := list(batch.submissions.under_way().in_order()):
        for submission in waiting:
            read_now(submission.pk)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    unsigned = Submission.objects.get(batch=batch, name__startswith="202-")
    deciding.refuse(submission=unsigned, reason="Văn bản chưa ký, đóng dấu.", **by)


def workshop():
    """Return the workshop of its own."""
    return Workshop.objects.get(slug=WORKSHOP)


def _files():
    rows, texts = mailbag.committees_of_2021(), mailbag.bodies()
    named = [(row, number, f"{number}-CV-TU {row.name}.docx") for number, row in enumerate(rows[5:9], 201)]
    letters = {name: mailbag.letter(row, number, next(texts), day=DAY) for row, number, name in named}
    return letters | {
        "tham luận.docx": documents.docx(*_edited()),
        "thu gop y.eml": mailbag.mail(
            {"phu luc.txt": "VĂN BẢN MẪU\nMột phụ lục mẫu không có phần đầu.".encode()}
        ),
        "rỗng.docx": b"",
    }


def _edited():
    """A paper with tracked changes and without a letterhead."""
    yield documents.paragraph("VĂN BẢN MẪU")
    yield documents.paragraph("Tham luận về cơ chế phối hợp mẫu")
    for place in range(1, 9):
        yield documents.paragraph(
            f"{place}. Đoạn văn mẫu thứ {place} nêu ",
            documents.deleted("một số", place * 2),
            documents.inserted("những", place * 2 + 1),
            " nội dung của dự thảo mẫu, không phải lời của cơ quan hay cá nhân nào.",
        )
