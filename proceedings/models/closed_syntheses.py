"""What no longer changes once the synthesis of a workshop was closed."""

import pgtrigger

#: Closing and writing take turns at the workshop's row (its other half is ``Closing.waits_for_writers``).
_WHILE_OPEN = """
    IF TG_OP <> 'INSERT' THEN
        own := ({old});
        PERFORM FROM proceedings_workshop WHERE id = own FOR KEY SHARE;
        IF EXISTS (SELECT FROM proceedings_closing WHERE workshop_id = own AND reopened_at IS NULL) THEN
            RAISE EXCEPTION 'the synthesis was closed: reopen it first'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'closing_lets_nothing_change';
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        own := ({new});
        PERFORM FROM proceedings_workshop WHERE id = own FOR KEY SHARE;
        IF EXISTS (SELECT FROM proceedings_closing WHERE workshop_id = own AND reopened_at IS NULL) THEN
            RAISE EXCEPTION 'the synthesis was closed: reopen it first'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'closing_lets_nothing_change';
        END IF;
        RETURN NEW;
    END IF;
    RETURN OLD;
"""


def while_open(workshop: str, *, columns: tuple[str, ...] = ()) -> pgtrigger.Trigger:
    """Return the trigger of a row that no longer changes once the synthesis of its workshop was closed.

    ``workshop`` is SQL that selects the key of the workshop, ``{row}`` in it stands for the row; with ``columns`` only
    changes of these count.
    """
    update = pgtrigger.UpdateOf(*columns) if columns else pgtrigger.Update  # type: ignore[no-untyped-call]
    return pgtrigger.Trigger(
        name="while_open",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | update | pgtrigger.Delete,
        declare=[("own", "bigint")],
        func=_WHILE_OPEN.format(old=workshop.format(row="OLD"), new=workshop.format(row="NEW")),
    )
