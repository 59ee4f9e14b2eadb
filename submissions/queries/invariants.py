"""What is always true of the door, each as a question for the rows of which it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.core.files.storage import default_storage

from submissions import spool
from submissions.models import ReceivedFile, Submission

#: Name and SQL of each invariant; the SQL selects one text for every row that breaks it.
INVARIANTS: Mapping[str, str] = {
    "an accepted submission stands in the registry of its workshop": """
        SELECT format('submission %s', submission.id) FROM submissions_submission submission
          JOIN submissions_batch batch ON batch.id = submission.batch_id
          LEFT JOIN proceedings_contribution contribution ON contribution.id = submission.contribution_id
         WHERE submission.state = 'accepted' AND contribution.workshop_id IS DISTINCT FROM batch.workshop_id""",
    "an accepted file is attached as it was received": """
        SELECT format('submission %s', submission.id) FROM submissions_submission submission
          JOIN submissions_receivedfile file ON file.id = submission.file_id
         WHERE submission.state = 'accepted' AND NOT EXISTS (
            SELECT FROM proceedings_attachment attachment
             WHERE attachment.contribution_id = submission.contribution_id AND attachment.sha256 = file.sha256)""",
    "a number comes from one document": """
        SELECT format('contribution %s', contribution_id) FROM submissions_submission
         WHERE state = 'accepted' AND attaches_to_id IS NULL AND contribution_id IS NOT NULL
         GROUP BY contribution_id HAVING count(*) > 1""",
    "what the door registered has its submission": """
        SELECT format('contribution %s', contribution.id) FROM proceedings_contribution contribution
         WHERE idempotency_key LIKE 'submission:%' AND NOT EXISTS (
            SELECT FROM submissions_submission submission
             WHERE submission.id = split_part(contribution.idempotency_key, ':', 2)::bigint)""",
    "a refusal has its reason": """
        SELECT format('submission %s', id) FROM submissions_submission
         WHERE (state = 'refused') <> (refusal <> '') OR (refusal = 'by-person' AND refusal_note = '')
            OR (refusal IN ('unreadable', 'unsafe') AND problem = '')
            OR (refusal = 'known' AND known_as_id IS NULL)""",
    "a secret has left nothing": """
        SELECT format('submission %s', id) FROM submissions_submission
         WHERE refusal = 'secrecy'
           AND concat(name, spool, sha256, title, symbol, text, original_text, marked_text, body_name) <> ''""",
    "what is on the table has its file": """
        SELECT format('submission %s', id) FROM submissions_submission
         WHERE state IN ('ready', 'doubtful', 'accepted') AND file_id IS NULL""",
    "only what waits for the machine lies in the spool": """
        SELECT format('submission %s: %s', id, state) FROM submissions_submission
         WHERE (spool <> '') AND state NOT IN ('waiting', 'reading', 'opened')
            OR (spool = '') AND file_id IS NULL AND state IN ('waiting', 'reading')""",
    "what waits for the machine has its job": """
        SELECT format('submission %s', submission.id) FROM submissions_submission submission
         WHERE submission.state IN ('waiting', 'reading') AND NOT EXISTS (
            SELECT FROM procrastinate_jobs job
             WHERE job.task_name IN ('read_submission', 'recognise_submission') AND job.status IN ('todo', 'doing')
               AND (job.args ->> 'submission_id')::bigint = submission.id)""",
    "a table that was entered has its rows in the registry": """
        SELECT format('submission %s', submission.id) FROM submissions_submission submission
         WHERE submission.facts ? 'imported' AND (submission.state <> 'opened' OR
               (submission.facts ->> 'imported')::integer <> (
                   SELECT count(*) FROM proceedings_contribution contribution
                    WHERE contribution.idempotency_key LIKE concat('submission:', submission.id,
                          CASE WHEN submission.undone_count > 0 THEN ':' || submission.undone_count END, ':row:%')))""",
    "a member lies in the batch of what it came in": """
        SELECT format('submission %s', member.id) FROM submissions_submission member
          JOIN submissions_submission container ON container.id = member.container_id
         WHERE member.batch_id <> container.batch_id OR container.state <> 'opened'""",
    "a kept file is of the batch of its submission": """
        SELECT format('submission %s', submission.id) FROM submissions_submission submission
          JOIN submissions_receivedfile file ON file.id = submission.file_id
         WHERE file.batch_id <> submission.batch_id OR file.sha256 <> submission.sha256""",
    "every kept file belongs to a submission": """
        SELECT format('file %s', file.id) FROM submissions_receivedfile file
         WHERE NOT EXISTS (SELECT FROM submissions_submission submission WHERE submission.file_id = file.id)""",
    "a link opens its own workshop": """
        SELECT format('batch %s', batch.id) FROM submissions_batch batch
          JOIN submissions_uploadlink link ON link.id = batch.link_id
         WHERE link.workshop_id <> batch.workshop_id OR link.committee_id IS DISTINCT FROM batch.committee_id""",
    "receipts have no gap": """
        SELECT format('workshop %s', workshop_id) FROM submissions_batch WHERE receipt_number IS NOT NULL
         GROUP BY workshop_id HAVING count(*) <> max(receipt_number) OR min(receipt_number) <> 1""",
    "a submission has a history from its beginning": """
        SELECT format('submission %s', id) FROM submissions_submission submission
         WHERE NOT EXISTS (SELECT FROM submissions_submissionevent event
                            WHERE event.pgh_obj_id = submission.id AND event.pgh_label = 'insert')""",
    "the history of a submission ends as it stands": """
        SELECT format('submission %s', submission.id) FROM submissions_submission submission
          JOIN LATERAL (SELECT state, refusal FROM submissions_submissionevent event
                         WHERE event.pgh_obj_id = submission.id ORDER BY pgh_id DESC LIMIT 1) last ON true
         WHERE (last.state, last.refusal) IS DISTINCT FROM (submission.state, submission.refusal)""",
}
KEPT = "a received file is on the disk with its size"
SPOOLED = "a spooled file is on the disk"


def missing_files() -> Iterator[str]:
    """Yield the received files that are not on the disk, or not with their size (the hash is the attachment's)."""
    for pk, path, size in ReceivedFile.objects.order_by("id").values_list("id", "file", "size").iterator():
        if not default_storage.exists(path) or default_storage.size(path) != size:
            yield f"file {pk}"


def missing_spooled() -> Iterator[str]:
    """Yield the submissions whose spooled bytes are not there."""
    there = spool.names()
    for pk, name in Submission.objects.exclude(spool="").order_by("id").values_list("id", "spool"):
        if name not in there:
            yield f"submission {pk}"
