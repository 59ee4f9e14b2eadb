"""What is always true of the record, each as a question for the rows of which it is not."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.queries.draft_invariants import DRAFT_INVARIANTS
from proceedings.queries.point_invariants import POINT_INVARIANTS

_LINKS = (
    ("contribution", "theme", "theme"),
    ("contribution", "agenda_item", "agendaitem"),
    ("delegate", "site", "site"),
    ("agendaitem", "speaker", "delegate"),
    ("agendaitem", "site", "site"),
    ("conclusion", "speaker", "delegate"),
    ("conclusion", "site", "site"),
    ("site", "parent", "site"),
)
_HISTORIES = (
    "workshop", "consultedtext", "draft", "provision", "lineage", "contribution", "attachment", "conclusion", "task",
    "participation", "publication",
)  # fmt: skip

#: Name and SQL of each invariant; the SQL selects one text for every row that breaks it.
INVARIANTS: Mapping[str, str] = {
    # --- the registry ---
    "numbers have no gap": """
        SELECT format('workshop %s: %s contributions, last number %s', workshop_id, count(*), max(number))
          FROM proceedings_contribution GROUP BY workshop_id HAVING count(*) <> max(number) OR min(number) <> 1""",
    "the counter stands at the last number": """
        SELECT format('workshop %s: counter %s, last number %s', workshop.id, last_number, max(number))
          FROM proceedings_workshop workshop
          LEFT JOIN proceedings_registrycounter counter ON counter.workshop_id = workshop.id
          LEFT JOIN proceedings_contribution contribution ON contribution.workshop_id = workshop.id
         GROUP BY workshop.id, last_number HAVING last_number IS DISTINCT FROM coalesce(max(number), 0)""",
    "void has a reason": """
        SELECT format('contribution %s', id) FROM proceedings_contribution
         WHERE (state = 'void') <> (void_reason <> '')""",
    "void is final": """
        SELECT DISTINCT format('contribution %s', later.pgh_obj_id) FROM proceedings_contributionevent later
          JOIN proceedings_contributionevent earlier
            ON earlier.pgh_obj_id = later.pgh_obj_id AND earlier.pgh_id < later.pgh_id
         WHERE earlier.state = 'void' AND later.state <> 'void'""",
    "what is replaced has a version that replaces it": """
        SELECT format('contribution %s', earlier.id) FROM proceedings_contribution earlier
         WHERE earlier.state = 'replaced' AND NOT EXISTS (
            SELECT FROM proceedings_contribution later
             WHERE later.replaces_id = earlier.id AND later.state <> 'void')""",
    "a replacement belongs to the workshop of what it replaces": """
        SELECT format('contribution %s', later.id) FROM proceedings_contribution later
          JOIN proceedings_contribution earlier ON earlier.id = later.replaces_id
         WHERE earlier.workshop_id <> later.workshop_id OR earlier.number >= later.number""",
    "a number never changed": """
        SELECT format('contribution %s', pgh_obj_id) FROM proceedings_contributionevent
         GROUP BY pgh_obj_id HAVING count(DISTINCT (workshop_id, number)) > 1""",
    "a contribution has one body": """
        SELECT format('contribution %s', id) FROM proceedings_contribution
         WHERE (committee_id IS NULL) = (body_kind = 'committee') OR (committee_id IS NULL) = (body_name = '')""",
    "a committee was in force on the day": """
        SELECT format('contribution %s: committee %s', contribution.id, committee.slug)
          FROM proceedings_contribution contribution JOIN proceedings_committee committee ON committee_id = committee.id
         WHERE coalesce(document_on, received_on) NOT BETWEEN coalesce(valid_from, '-infinity')
                                                          AND coalesce(valid_to, 'infinity')""",
    "a document stands once": """
        SELECT format('workshop %s, committee %s: %s', workshop_id, committee_id, symbol_key)
          FROM proceedings_contribution
         WHERE state = 'registered' AND symbol_key <> '' AND committee_id IS NOT NULL AND document_on IS NOT NULL
         GROUP BY workshop_id, committee_id, symbol_key, document_on HAVING count(*) > 1""",
    "an order of speaking means live": """
        SELECT format('contribution %s', id) FROM proceedings_contribution
         WHERE NOT presented_live AND (speaking_order IS NOT NULL OR agenda_item_id IS NOT NULL)""",
    # --- the workshop ---
    "a committee has answered exactly while a contribution of it stands": """
        SELECT format('workshop %s, committee %s', coalesce(asked.workshop_id, stands.workshop_id),
                      coalesce(asked.committee_id, stands.committee_id))
          FROM (SELECT * FROM proceedings_participation WHERE state = 'answered') asked
          FULL JOIN (SELECT DISTINCT workshop_id, committee_id FROM proceedings_contribution
                      WHERE state = 'registered' AND committee_id IS NOT NULL) stands
            ON stands.workshop_id = asked.workshop_id AND stands.committee_id = asked.committee_id
         WHERE asked.workshop_id IS NULL OR stands.workshop_id IS NULL""",
    "sites hang from a first one": """
        WITH RECURSIVE hung(id) AS (
            SELECT id FROM proceedings_site WHERE parent_id IS NULL
             UNION SELECT site.id FROM proceedings_site site JOIN hung ON site.parent_id = hung.id)
        SELECT format('site %s', id) FROM proceedings_site WHERE id NOT IN (SELECT id FROM hung)""",
    "what is done has evidence": """
        SELECT format('task %s', id) FROM proceedings_task WHERE state = 'done' AND evidence = ''""",
    "spoken words have no symbol": """
        SELECT format('conclusion %s', id) FROM proceedings_conclusion
         WHERE symbol <> '' AND kind NOT IN ('notice', 'document')""",
    "lines of successors end in a living committee": """
        WITH RECURSIVE answered(id) AS (
            SELECT id FROM proceedings_committee WHERE successor_id IS NULL AND valid_to IS NULL
             UNION
            SELECT closed.id FROM proceedings_committee closed JOIN answered ON closed.successor_id = answered.id)
        SELECT format('committee %s', slug) FROM proceedings_committee WHERE id NOT IN (SELECT id FROM answered)""",
    "a successor begins no later than the day after": """
        SELECT format('committee %s', closed.slug) FROM proceedings_committee closed
          JOIN proceedings_committee heir ON closed.successor_id = heir.id
         WHERE heir.valid_from > closed.valid_to + 1""",
    # --- drafts ---
    **DRAFT_INVARIANTS,
    **POINT_INVARIANTS,
    # --- editions ---
    "a place on the shelf holds an edition of its own": """
        SELECT format('shelf %s', shelf.id) FROM proceedings_shelf shelf
          JOIN proceedings_edition edition ON edition.id = shelf.edition_id
         WHERE shelf.audience <> edition.audience OR shelf.workshop_id <> edition.workshop_id""",
    "the shelf holds the latest edition": """
        SELECT DISTINCT format('workshop %s, %s', edition.workshop_id, edition.audience)
          FROM proceedings_edition edition
          LEFT JOIN proceedings_shelf shelf
            ON shelf.workshop_id = edition.workshop_id AND shelf.audience = edition.audience
         WHERE shelf.id IS NULL OR shelf.edition_id < edition.id""",
    "the shelf of the site holds the latest edition of all": """
        SELECT DISTINCT format('site, %s', edition.audience) FROM proceedings_edition edition
          LEFT JOIN proceedings_shelf shelf ON shelf.workshop_id IS NULL AND shelf.audience = edition.audience
         WHERE shelf.id IS NULL OR shelf.edition_id < edition.id""",
    "a manifest has its hash": """
        SELECT format('edition %s', id) FROM proceedings_edition
         WHERE encode(sha256(convert_to(manifest, 'UTF8')), 'hex') <> manifest_sha256""",
    "a manifest lists the pages that are there": """
        SELECT format('edition %s: %s %s', coalesce(page.edition_id, listed.edition_id),
                      coalesce(page.language, listed.language), coalesce(page.path, listed.path))
          FROM proceedings_editionpage page
          FULL JOIN (SELECT edition.id AS edition_id, item->>'language' AS language, item->>'path' AS path,
                            item->>'sha256' AS sha256
                       FROM proceedings_edition edition, jsonb_array_elements(manifest::jsonb->'pages') item) listed
            ON listed.edition_id = page.edition_id AND listed.language = page.language
               AND listed.path = page.path AND listed.sha256 = page.body_id
         WHERE page.id IS NULL OR listed.edition_id IS NULL""",
    "a manifest lists the files that are there": """
        SELECT format('edition %s: %s', coalesce(file.edition_id, listed.edition_id), coalesce(file.name, listed.name))
          FROM proceedings_editionfile file
          FULL JOIN (SELECT edition.id AS edition_id, item->>'name' AS name, item->>'sha256' AS sha256
                       FROM proceedings_edition edition, jsonb_array_elements(manifest::jsonb->'files') item) listed
            ON listed.edition_id = file.edition_id AND listed.name = file.name AND listed.sha256 = file.body_id
         WHERE file.id IS NULL OR listed.edition_id IS NULL""",
    "a file has its hash and its size": """
        SELECT format('file %s', body.sha256) FROM proceedings_filebody body
          LEFT JOIN proceedings_filechunk chunk ON chunk.body_id = body.sha256
         GROUP BY body.sha256, body.size
        HAVING coalesce(sum(length(data)), 0) <> body.size
            OR encode(sha256(coalesce(string_agg(data, ''::bytea ORDER BY position), '')), 'hex') <> body.sha256""",
    "a page is in both languages": """
        SELECT format('edition %s: %s', edition_id, path) FROM proceedings_editionpage
         GROUP BY edition_id, path HAVING count(DISTINCT language) <> 2""",
    "a passage leads to a page": """
        SELECT format('passage %s', passage.id) FROM proceedings_passage passage
         WHERE NOT EXISTS (SELECT FROM proceedings_editionpage page
                            WHERE page.edition_id = passage.edition_id AND page.path = passage.path)""",
    "a correction says what it corrects": """
        SELECT format('edition %s', id) FROM proceedings_edition WHERE correction > 0 AND note = ''""",
    "corrections follow one another": """
        SELECT format('workshop %s, edition %s', workshop_id, number) FROM proceedings_edition
         GROUP BY workshop_id, number
        HAVING count(*) <> max(correction) + 1 OR count(DISTINCT audience) <> 1""",
    "a run that is done made an edition": """
        SELECT format('publication %s', id) FROM proceedings_publication
         WHERE (state = 'done') <> (edition_id IS NOT NULL)""",
    # --- the guards themselves ---
    "no guard is switched off": """
        SELECT format('%s on %s', tgname, tgrelid::regclass) FROM pg_trigger
         WHERE NOT tgisinternal AND tgenabled = 'D' AND tgrelid::regclass::text LIKE 'proceedings\\_%'""",
    "history is insert-only": """
        SELECT relname::text FROM pg_class
         WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
           AND relname LIKE 'proceedings\\_%event' AND 2 > (
               SELECT count(*) FROM pg_trigger
                WHERE tgrelid = pg_class.oid AND NOT tgisinternal AND tgtype IN (27, 34))""",
    "every rule of the tables was checked on all rows": """
        SELECT format('%s on %s', conname, conrelid::regclass) FROM pg_constraint
         WHERE NOT convalidated AND conrelid::regclass::text LIKE 'proceedings\\_%'""",
    **{
        f"the {column.replace('_', ' ')} of a row of {table} is of its workshop": f"""
        SELECT format('{table} %s', ours.id) FROM proceedings_{table} ours
          JOIN proceedings_{target} theirs ON theirs.id = ours.{column}_id
         WHERE theirs.workshop_id <> ours.workshop_id"""  # noqa: S608 - our own words
        for table, column, target in _LINKS
    },
    **{
        f"every {table} has a history from its beginning": f"""
        SELECT format('{table} %s', id) FROM proceedings_{table}
         WHERE id NOT IN (SELECT pgh_obj_id FROM proceedings_{table}event WHERE pgh_label = 'insert')"""  # noqa: S608
        for table in _HISTORIES
    },
    "the history of a contribution ends as it stands": """
        SELECT format('contribution %s', contribution.id) FROM proceedings_contribution contribution
          JOIN LATERAL (SELECT * FROM proceedings_contributionevent
                         WHERE pgh_obj_id = contribution.id ORDER BY pgh_id DESC LIMIT 1) last ON true
         WHERE (last.title, last.text, last.summary, last.state, last.circulation, last.symbol, last.committee_id)
               IS DISTINCT FROM (contribution.title, contribution.text, contribution.summary, contribution.state,
                                 contribution.circulation, contribution.symbol, contribution.committee_id)""",
}
