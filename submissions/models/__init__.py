"""The models of the door, in the order in which things arrive."""

from submissions.models.batches import Batch, ReceivedFile
from submissions.models.jobs import BackgroundJob
from submissions.models.links import UploadLink
from submissions.models.mailboxes import Mailbox
from submissions.models.mappings import ColumnMapping
from submissions.models.progress import ReadingProgress
from submissions.models.returned import ReturnedFile
from submissions.models.submissions import Submission
from submissions.models.workbooks import Workbook

__all__ = [
    "BackgroundJob",
    "Batch",
    "ColumnMapping",
    "Mailbox",
    "ReadingProgress",
    "ReceivedFile",
    "ReturnedFile",
    "Submission",
    "UploadLink",
    "Workbook",
]
