"""What a table of spans of contributions promises: exact words, apart from all other spans, coverage that follows."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

#: Longer than the longest text of a contribution (a million characters).
STRETCH = 1 << 24

#: The words of a span are those of a document that stands, and no other span of it has any of them. Whoever writes
#: holds the contribution, so that of two who take the same words at once, the second finds the first.
_SPAN_IS_EXACT = """
    SELECT text, state INTO words, standing FROM proceedings_contribution
     WHERE id = NEW.contribution_id FOR NO KEY UPDATE;
    IF TG_OP = 'INSERT' AND standing <> 'registered' THEN
        RAISE EXCEPTION 'the document does not stand in the registry'
              USING ERRCODE = 'check_violation', CONSTRAINT = '{own}_is_of_a_standing_document';
    END IF;
    IF NEW."end" > length(words) OR NEW.quote <> substr(words, NEW.start + 1, NEW."end" - NEW.start) THEN
        RAISE EXCEPTION 'the quote is not what stands at this span'
              USING ERRCODE = 'check_violation', CONSTRAINT = '{own}_quote_is_exact';
    END IF;
    IF EXISTS (SELECT FROM proceedings_{other} taken WHERE taken.contribution_id = NEW.contribution_id
                  AND taken.start < NEW."end" AND NEW.start < taken."end") THEN
        RAISE EXCEPTION 'the span overlaps another one'
              USING ERRCODE = 'exclusion_violation', CONSTRAINT = '{own}_overlaps_{other}';
    END IF;
    RETURN NEW;
"""

#: Whatever changes a span lets the coverage of its contribution follow.
_REFRESH = {
    pgtrigger.Insert: "SELECT array_agg(DISTINCT contribution_id) FROM new_rows",
    pgtrigger.Delete: "SELECT array_agg(DISTINCT contribution_id) FROM old_rows",
    pgtrigger.Update: """SELECT array_agg(DISTINCT fresh.contribution_id) FROM new_rows fresh
                           JOIN old_rows stale ON stale.id = fresh.id
                          WHERE (stale.start, stale."end") <> (fresh.start, fresh."end")""",
}


def spans_apart(own: str) -> list[models.BaseConstraint]:
    """Return the constraints of a table of spans: whole, not empty, and apart from each other.

    Spans of all contributions lie on one line, each contribution on a stretch of its own that is longer than any text.
    """
    return [
        models.CheckConstraint(condition=Q(end__gt=F("start"), end__lt=STRETCH), name=f"{own}_span_is_whole"),
        ExclusionConstraint(
            name=f"{own}_spans_apart",
            expressions=[(_on_the_line(), RangeOperators.OVERLAPS)],
            violation_error_message=_("Đoạn này trùng với một ý kiến đã có."),
        ),
    ]


def exact_span(own: str, other: str) -> pgtrigger.Trigger:
    """Return the trigger that holds each span of a table to the text, and apart from the spans of the other table.

    ``own`` and ``other`` are the models' names in small letters, as their tables have them.
    """
    return pgtrigger.Trigger(
        name="span_is_exact",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("contribution_id", "start", "end", "quote"),  # type: ignore[no-untyped-call]
        declare=[("words", "text"), ("standing", "text")],
        func=_SPAN_IS_EXACT.format(own=own, other=other),
    )


def refreshes_coverage() -> list[pgtrigger.Trigger]:
    """Return the triggers that keep :class:`~proceedings.models.coverage.Coverage` true, once a statement."""
    rows = {
        pgtrigger.Insert: pgtrigger.Referencing(new="new_rows"),  # type: ignore[no-untyped-call]
        pgtrigger.Delete: pgtrigger.Referencing(old="old_rows"),  # type: ignore[no-untyped-call]
        pgtrigger.Update: pgtrigger.Referencing(old="old_rows", new="new_rows"),  # type: ignore[no-untyped-call]
    }
    return [
        pgtrigger.Trigger(
            name=f"refreshes_coverage_{str(operation).lower()}",
            when=pgtrigger.After,
            operation=operation,
            level=pgtrigger.Statement,
            referencing=rows[operation],
            func=f"PERFORM refresh_coverage(({keys})); RETURN NULL;",
        )
        for operation, keys in _REFRESH.items()
    ]


def _on_the_line() -> models.Func:
    base = Cast("contribution", models.BigIntegerField()) * STRETCH
    ends = (base + Cast(name, models.BigIntegerField()) for name in ("start", "end"))
    return models.Func(*ends, function="int8range", output_field=BigIntegerRangeField())
