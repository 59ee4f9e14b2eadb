"""Steps on a working draft of two thousand provisions: in front, where all that follows has another place."""

import sys
import time

import pytest

from proceedings.operations import draft_mending, draft_steps
from proceedings.text.provisions import with_paths
from tests.proceedings.drafting import Drafting
from tests.proceedings.regulations import dieu, khoan

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]

ROUNDS = 7


def test_every_step_at_the_front_of_two_thousand_provisions_takes_four_tenths_of_a_second(
    workshop, secretary, now
):
    by = {"actor": secretary, "now": now}
    drafting = Drafting(workshop, by)
    drafting.start(with_paths([dieu(n, f"Tên điều {n}", *map(_clause, range(1, 10))) for n in range(1, 201)]))
    rows = drafting.draft.provisions.order_by("position")
    taken = {}

    for _round in range(ROUNDS):
        for name, step in {
            "remove": lambda: draft_mending.remove(provision=rows.first(), **by),
            "undo": lambda: draft_steps.undo(draft=drafting.draft, **by),
            "redo": lambda: draft_steps.redo(draft=drafting.draft, **by),
            "undo again": lambda: draft_steps.undo(draft=drafting.draft, **by),
            "insert": lambda: draft_mending.insert(
                draft=drafting.draft, parent=None, place=0, kind="dieu", number="0", heading="Tên mới", **by
            ),
            "retitle": lambda: draft_mending.retitle(provision=rows.first(), heading="Tên khác", **by),
            "merge": lambda: draft_mending.merge(provision=rows.filter(kind="dieu")[2], **by),
        }.items():
            began = time.monotonic()
            step()
            taken.setdefault(name, []).append(time.monotonic() - began)

    sys.stderr.write(
        "".join(f"\n{name}: {min(every):.2f} to {max(every):.2f} s" for name, every in taken.items())
    )
    assert {name: min(every) for name, every in taken.items() if min(every) > 0.4} == {}


def _clause(number):
    return khoan(number, f"Khoản {number} có lời. " * 10)
