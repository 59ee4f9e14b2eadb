"""The law of registry numbers: issued under a lock, one after the other, none left out, none given twice (law 2)."""

from __future__ import annotations

import pgtrigger
from django.db import models

from proceedings.models.guards import lasting
from proceedings.models.workshops import Workshop

#: Said by the database where a number was not issued or not next; ``CONSTRAINT`` names it for programs.
_NOT_NEXT = """
    SELECT last_number INTO issued FROM proceedings_registrycounter WHERE workshop_id = NEW.workshop_id;
    SELECT max(number) INTO given FROM proceedings_contribution WHERE workshop_id = NEW.workshop_id;
    IF issued IS NULL OR NEW.number > issued OR NEW.number <> COALESCE(given, 0) + 1 THEN
        RAISE EXCEPTION 'registry number % was not issued: % is the last issued, % the last given',
              NEW.number, COALESCE(issued, 0), COALESCE(given, 0)
              USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_number_is_issued';
    END IF;
    RETURN NEW;
"""
#: At commit: each number between the old and the new last one has its contribution. Numbers are unique and stay, so
#: counting them is enough. One number is asked for by itself: that is quick also where the table has no statistics yet.
_HAVE_BEEN_GIVEN = """
    IF NEW.last_number = OLD.last_number + 1 THEN
        SELECT count(*) INTO given FROM proceedings_contribution
         WHERE workshop_id = NEW.workshop_id AND number = NEW.last_number;
    ELSE
        SELECT count(*) INTO given FROM proceedings_contribution
         WHERE workshop_id = NEW.workshop_id AND number BETWEEN OLD.last_number + 1 AND NEW.last_number;
    END IF;
    IF given <> NEW.last_number - OLD.last_number THEN
        RAISE EXCEPTION 'registry numbers % to % were issued, but % of them given',
              OLD.last_number + 1, NEW.last_number, given
              USING ERRCODE = 'check_violation', CONSTRAINT = 'registrycounter_numbers_were_given';
    END IF;
    RETURN NULL;
"""


class RegistryCounter(models.Model):
    """The last number issued in a workshop's registry; locked while numbers are issued.

    It begins at 0 and only goes up, by as many as are registered together; no commit leaves a number without its
    contribution.
    """

    workshop = models.OneToOneField(
        Workshop, on_delete=models.CASCADE, primary_key=True, related_name="counter"
    )
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        triggers = [
            pgtrigger.Protect(
                name="begins_at_nothing",
                operation=pgtrigger.Insert,
                condition=~pgtrigger.Q(new__last_number=0),
            ),
            pgtrigger.Protect(
                name="counts_up",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__last_number__lte=pgtrigger.F("old__last_number"))
                | pgtrigger.Q(old__workshop_id__df=pgtrigger.F("new__workshop_id")),
            ),
            pgtrigger.Trigger(
                name="numbers_were_given",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                declare=[("given", "integer")],
                func=_HAVE_BEEN_GIVEN,
            ),
            *lasting(),
        ]

    def __str__(self) -> str:
        return f"{self.workshop_id}: {self.last_number}"


def number_is_issued() -> pgtrigger.Trigger:
    """Return the trigger of what has a number: it is the one after the last given, and not beyond the last issued."""
    return pgtrigger.Trigger(
        name="number_is_issued",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("issued", "integer"), ("given", "integer")],
        func=_NOT_NEXT,
    )


def number_stays() -> pgtrigger.Trigger:
    """Return the trigger that keeps a number and its workshop as they were given."""
    return pgtrigger.Protect(
        name="number_stays",
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__number__df=pgtrigger.F("new__number"))
        | pgtrigger.Q(old__workshop_id__df=pgtrigger.F("new__workshop_id")),
    )
