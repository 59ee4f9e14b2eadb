"""What is always true of points, stretches, responses, answers and closings: questions as in ``invariants``."""

from __future__ import annotations

from collections.abc import Mapping

_SPANS = """(SELECT 'point' AS kind, id, contribution_id, start, "end", quote FROM proceedings_point UNION ALL
             SELECT 'norequest', id, contribution_id, start, "end", quote FROM proceedings_norequest)"""

_POINT_FIELDS = (
    "start",
    "end",
    "quote",
    "kind",
    "anchor_id",
    "theme_id",
    "wording",
    "summary",
    "assignee_id",
)
_STANDING: Mapping[str, tuple[str, ...]] = {
    "point": _POINT_FIELDS,
    "norequest": ("start", "end", "quote", "reason", "marked_by_id", "marked_at"),
    "response": ("decision", "reason", "resulting_id", "state", "proposed_by_id", "approved_by_id", "approved_at"),
    "answer": ("point_id", "response_id", "former_id", "addendum", "reply", "reply_note", "replied_on"),
    "closing": ("workshop_id", "gaps", "ledger", "reason", "closed_at", "reopened_at", "reopen_reason"),
}  # fmt: skip


def _ends_as_it_stands(table: str, fields: tuple[str, ...]) -> str:
    last, row = (", ".join(f'{alias}."{field}"' for field in fields) for alias in ("last", "row"))
    return f"""
        SELECT format('{table} %s', row.id) FROM proceedings_{table} row
          JOIN LATERAL (SELECT * FROM proceedings_{table}event
                         WHERE pgh_obj_id = row.id ORDER BY pgh_id DESC LIMIT 1) last ON true
         WHERE ({last}) IS DISTINCT FROM ({row})"""  # noqa: S608 - our own words


POINT_INVARIANTS: Mapping[str, str] = {
    "a quote is what stands at its span": f"""
        SELECT format('%s %s', span.kind, span.id) FROM {_SPANS} span
          JOIN proceedings_contribution contribution ON contribution.id = span.contribution_id
         WHERE span.start >= span."end" OR span."end" > length(contribution.text)
            OR span.quote <> substr(contribution.text, span.start + 1, span."end" - span.start)""",  # noqa: S608
    "no word of a document is in two spans": f"""
        SELECT format('contribution %s, %s %s', contribution_id, kind, id) FROM (
            SELECT *, max("end") OVER (PARTITION BY contribution_id ORDER BY start, "end", kind, id
                                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
              FROM {_SPANS} span) ordered
         WHERE start < before""",  # noqa: S608
    "every document is measured": """
        SELECT format('contribution %s', id) FROM proceedings_contribution
         WHERE id NOT IN (SELECT contribution_id FROM proceedings_coverage)""",
    "the coverage of a document is true": f"""
        SELECT format('contribution %s', contribution.id) FROM proceedings_contribution contribution
          JOIN proceedings_coverage coverage ON coverage.contribution_id = contribution.id
         WHERE ARRAY[coverage.paragraph_count, coverage.open_count] <> measure_coverage(contribution.text, COALESCE((
                   SELECT range_agg(int4range(span.start, span."end")) FROM {_SPANS} span
                    WHERE span.contribution_id = contribution.id), '{{}}'::int4multirange))
            OR point_count <> (SELECT count(*) FROM proceedings_point WHERE contribution_id = contribution.id)""",  # noqa: S608
    "a point is about one place, an issued draft or a theme of its workshop": """
        SELECT format('point %s', point.id) FROM proceedings_point point
          JOIN proceedings_contribution contribution ON contribution.id = point.contribution_id
          LEFT JOIN proceedings_theme theme ON theme.id = point.theme_id
          LEFT JOIN proceedings_provision anchor ON anchor.id = point.anchor_id
          LEFT JOIN proceedings_draft draft ON draft.id = anchor.draft_id
          LEFT JOIN proceedings_consultedtext text ON text.id = draft.consulted_text_id
         WHERE num_nonnulls(point.anchor_id, point.theme_id) > 1 OR theme.workshop_id <> contribution.workshop_id
            OR text.workshop_id <> contribution.workshop_id OR draft.state <> 'issued'""",
    "a point has one answer at most": """
        SELECT format('point %s', point_id) FROM proceedings_answer GROUP BY point_id HAVING count(*) > 1""",
    "point and response are of one workshop": """
        SELECT format('answer %s', answer.id) FROM proceedings_answer answer
          JOIN proceedings_point point ON point.id = answer.point_id
          JOIN proceedings_contribution contribution ON contribution.id = point.contribution_id
          JOIN proceedings_response response ON response.id = answer.response_id
          LEFT JOIN proceedings_response former ON former.id = answer.former_id
         WHERE response.workshop_id <> contribution.workshop_id OR former.workshop_id <> contribution.workshop_id""",
    "a provision that changed is of the workshop of its response": """
        SELECT format('response %s', response.id) FROM proceedings_response response
          JOIN proceedings_provision provision ON provision.id = response.resulting_id
          JOIN proceedings_draft draft ON draft.id = provision.draft_id
          JOIN proceedings_consultedtext text ON text.id = draft.consulted_text_id
         WHERE text.workshop_id <> response.workshop_id""",
    "a provision that changed is named": """
        SELECT format('response %s', id) FROM proceedings_response
         WHERE (resulting_id IS NULL) <> (resulting_label = '')""",
    "what was proposed is ready": """
        SELECT format('response %s', id) FROM proceedings_response
         WHERE state <> 'drafted' AND (decision = '' OR decision IN ('adopted', 'partly') AND resulting_label = ''
                                       OR decision IN ('partly', 'explained', 'referred') AND reason = '')""",
    "a response was proposed by somebody exactly when it is no draft": """
        SELECT format('response %s', id) FROM proceedings_response
         WHERE (state <> 'drafted') <> (proposed_by_id IS NOT NULL)
            OR (state <> 'drafted') <> (proposed_at IS NOT NULL)""",
    "a response was approved by somebody exactly when it is approved": """
        SELECT format('response %s', id) FROM proceedings_response
         WHERE (state = 'approved') <> (approved_by_id IS NOT NULL)
            OR (state = 'approved') <> (approved_at IS NOT NULL)""",
    "a response was approved by another than who proposed it": """
        SELECT format('response %s', id) FROM proceedings_response WHERE approved_by_id = proposed_by_id""",
    "what was approved never changed while it was": """
        SELECT DISTINCT format('response %s', pgh_obj_id) FROM (
            SELECT *, lag(state) OVER told AS before, lag(decision) OVER told AS decided, lag(reason) OVER told AS why
              FROM proceedings_responseevent WINDOW told AS (PARTITION BY pgh_obj_id ORDER BY pgh_id)) event
         WHERE before = 'approved' AND state = 'approved' AND (decision, reason) IS DISTINCT FROM (decided, why)""",
    "an approved response answers somebody": """
        SELECT format('response %s', id) FROM proceedings_response response WHERE state = 'approved'
           AND NOT EXISTS (SELECT FROM proceedings_answer WHERE response_id = response.id)""",
    "a reply is whole": """
        SELECT format('answer %s', id) FROM proceedings_answer
         WHERE (reply = '') <> (replied_on IS NULL) OR reply = '' AND reply_note <> ''""",
    "a batch names responses of its workshop": """
        SELECT format('batch %s: %s', batch.id, named) FROM proceedings_approvalbatch batch
          CROSS JOIN LATERAL jsonb_object_keys(batch.versions) named
          LEFT JOIN proceedings_response response ON response.id = named::bigint
         WHERE response.workshop_id IS DISTINCT FROM batch.workshop_id""",
    "a batch names who took it back": """
        SELECT format('batch %s', id) FROM proceedings_approvalbatch
         WHERE (undone_by_id IS NULL) <> (undone_at IS NULL)""",
    "a closing with gaps has a reason": """
        SELECT format('closing %s', id) FROM proceedings_closing WHERE gaps <> '[]' AND reason = ''""",
    "one closing of a workshop stands": """
        SELECT format('workshop %s', workshop_id) FROM proceedings_closing WHERE reopened_at IS NULL
         GROUP BY workshop_id HAVING count(*) > 1""",
    "a synthesis was reopened by somebody for a reason": """
        SELECT format('closing %s', id) FROM proceedings_closing
         WHERE (reopened_at IS NULL) <> (reopened_by_id IS NULL) OR (reopened_at IS NULL) <> (reopen_reason = '')""",
    # A closing is told by its row in the history: what came after it, and before its reopening, was written past it.
    "nothing was written while a synthesis was closed": """
        WITH closed AS (
            SELECT shut.workshop_id, shut.pgh_created_at AS since, opened.pgh_created_at AS until
              FROM proceedings_closingevent shut
              LEFT JOIN proceedings_closingevent opened ON opened.pgh_obj_id = shut.pgh_obj_id
                   AND opened.pgh_label = 'update' AND opened.reopened_at IS NOT NULL
             WHERE shut.pgh_label = 'insert'),
        written AS (
            SELECT 'response' AS kind, pgh_obj_id, workshop_id, pgh_created_at FROM proceedings_responseevent
             UNION ALL
            SELECT 'point', event.pgh_obj_id, workshop_id, pgh_created_at FROM proceedings_pointevent event
              JOIN proceedings_contribution contribution ON contribution.id = event.contribution_id)
        SELECT DISTINCT format('%s %s', kind, pgh_obj_id) FROM written JOIN closed USING (workshop_id)
         WHERE pgh_created_at > since AND pgh_created_at < COALESCE(until, 'infinity')""",
    **{
        f"the history of every {table} ends as it stands": _ends_as_it_stands(table, fields)
        for table, fields in _STANDING.items()
    },
    **{
        f"every {table} has a history from its beginning": f"""
        SELECT format('{table} %s', id) FROM proceedings_{table}
         WHERE id NOT IN (SELECT pgh_obj_id FROM proceedings_{table}event WHERE pgh_label = 'insert')"""  # noqa: S608
        for table in (*_STANDING, "approvalbatch")
    },
}
