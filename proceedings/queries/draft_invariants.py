"""What is always true of consulted texts, drafts, provisions and lineages: questions as in ``invariants``."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.queries.drafts import CONTENT_SHA256, ROWS

DRAFT_INVARIANTS: Mapping[str, str] = {
    "a workshop with texts has one main text": """
        SELECT format('workshop %s', workshop_id) FROM proceedings_consultedtext
         GROUP BY workshop_id HAVING count(*) FILTER (WHERE position = 1) <> 1""",
    "an issued document is told whole": """
        SELECT format('text %s', id) FROM proceedings_consultedtext
         WHERE (issued_symbol <> '') <> (issued_on IS NOT NULL) OR (issued_symbol <> '') <> (issued_title <> '')""",
    "numbers of drafts have no gap": """
        SELECT format('text %s: %s drafts, last number %s', consulted_text_id, count(*), max(number))
          FROM proceedings_draft WHERE state = 'issued'
         GROUP BY consulted_text_id HAVING count(*) <> max(number) OR min(number) <> 1""",
    "one draft of a text is worked on": """
        SELECT format('text %s', consulted_text_id) FROM proceedings_draft
         WHERE state <> 'issued' GROUP BY consulted_text_id HAVING count(*) > 1""",
    "a draft has a number exactly when it was issued by somebody": """
        SELECT format('draft %s', id) FROM proceedings_draft
         WHERE (state = 'issued') <> (number IS NOT NULL) OR (state = 'issued') <> (issued_at IS NOT NULL)
            OR (state = 'issued') <> (issued_by_id IS NOT NULL)""",
    "the content of an issued draft has its hash": f"""
        SELECT format('draft %s', draft.id) FROM proceedings_draft draft
         WHERE state = 'issued' AND content_sha256 IS DISTINCT FROM (
            SELECT {CONTENT_SHA256} FROM {ROWS} WHERE row.draft_id = draft.id)""",  # noqa: S608 - our own words
    "an issued draft never changed": """
        SELECT DISTINCT format('draft %s', later.pgh_obj_id) FROM proceedings_draftevent later
          JOIN proceedings_draftevent earlier
            ON earlier.pgh_obj_id = later.pgh_obj_id AND earlier.pgh_id < later.pgh_id
         WHERE earlier.state = 'issued'""",
    "an issued draft has articles": """
        SELECT format('draft %s', draft.id) FROM proceedings_draft draft
         WHERE state = 'issued' AND NOT EXISTS (
            SELECT FROM proceedings_provision WHERE draft_id = draft.id AND kind = 'dieu')""",
    "a draft is based on an issued one of its text": """
        SELECT format('draft %s', draft.id) FROM proceedings_draft draft
          JOIN proceedings_draft before ON before.id = draft.based_on_id
         WHERE before.consulted_text_id <> draft.consulted_text_id OR before.state <> 'issued'
            OR before.number >= draft.number""",
    "an original has a name and a hash": """
        SELECT format('draft %s', id) FROM proceedings_draft
         WHERE (source <> '') <> (source_name <> '') OR (source <> '') <> (length(source_sha256) = 64)""",
    "a path is taken once in a draft": """
        SELECT format('draft %s: %s', draft_id, path) FROM proceedings_provision
         GROUP BY draft_id, path HAVING count(*) > 1""",
    "a path goes on from that of the parent": """
        SELECT format('provision %s: %s', row.id, row.path) FROM proceedings_provision row
          LEFT JOIN proceedings_provision parent ON parent.id = row.parent_id
         WHERE CASE WHEN row.kind = 'dieu' OR parent.id IS NULL THEN strpos(row.path, '.') > 0
                    ELSE NOT starts_with(row.path, parent.path || '.') END""",
    "provisions are read one after the other": """
        SELECT format('draft %s: %s provisions, last place %s', draft_id, count(*), max(row.position))
          FROM proceedings_provision row JOIN proceedings_draft draft ON draft.id = row.draft_id
         WHERE draft.state = 'issued'
         GROUP BY draft_id HAVING count(*) <> max(row.position) OR min(row.position) <> 1""",
    "a provision hangs from an earlier one of its draft": """
        SELECT format('provision %s', row.id) FROM proceedings_provision row
          JOIN proceedings_provision parent ON parent.id = row.parent_id
         WHERE parent.draft_id <> row.draft_id OR parent.position >= row.position""",
    "a provision that holds others has no words of its own": """
        SELECT DISTINCT format('provision %s', parent.id) FROM proceedings_provision row
          JOIN proceedings_provision parent ON parent.id = row.parent_id WHERE parent.text <> ''""",
    "a copy comes from the draft before": """
        SELECT format('provision %s', row.id) FROM proceedings_provision row
          JOIN proceedings_draft draft ON draft.id = row.draft_id
          JOIN proceedings_provision origin ON origin.id = row.origin_id
         WHERE origin.draft_id IS DISTINCT FROM draft.based_on_id""",
    "the reason of a removal is about a provision of the draft before that is there no more": """
        SELECT format('removal %s', removal.id) FROM proceedings_removal removal
          JOIN proceedings_draft draft ON draft.id = removal.draft_id
          JOIN proceedings_provision gone ON gone.id = removal.provision_id
         WHERE gone.draft_id IS DISTINCT FROM draft.based_on_id
            OR EXISTS (SELECT FROM proceedings_provision copy
                        WHERE copy.draft_id = removal.draft_id AND copy.origin_id = removal.provision_id)""",
    "the history of a removal ends as it stands": """
        SELECT format('removal %s', row.id) FROM proceedings_removal row
          JOIN LATERAL (SELECT * FROM proceedings_removalevent
                         WHERE pgh_obj_id = row.id ORDER BY pgh_id DESC LIMIT 1) last ON true
         WHERE (last.draft_id, last.provision_id, last.reason)
               IS DISTINCT FROM (row.draft_id, row.provision_id, row.reason)""",
    "the history of a provision ends as it stands": """
        SELECT format('provision %s', row.id) FROM proceedings_provision row
          JOIN LATERAL (SELECT * FROM proceedings_provisionevent
                         WHERE pgh_obj_id = row.id ORDER BY pgh_id DESC LIMIT 1) last ON true
         WHERE (last.kind, last.role, last.number, last.mark, last.heading, last.text, last.change_note, last.parent_id)
               IS DISTINCT FROM
               (row.kind, row.role, row.number, row.mark, row.heading, row.text, row.change_note, row.parent_id)""",
    "a lineage joins a draft and the one before": """
        SELECT format('lineage %s', lineage.id) FROM proceedings_lineage lineage
          JOIN proceedings_draft draft ON draft.id = lineage.draft_id
          LEFT JOIN proceedings_provision before ON before.id = lineage.before_id
          LEFT JOIN proceedings_provision after ON after.id = lineage.after_id
         WHERE before.draft_id <> coalesce(draft.based_on_id, 0) OR after.draft_id <> draft.id""",
    "a decided lineage names who decided": """
        SELECT format('lineage %s', id) FROM proceedings_lineage
         WHERE (state = 'proposed') <> (decided_by_id IS NULL) OR (state = 'proposed') <> (decided_at IS NULL)""",
}
