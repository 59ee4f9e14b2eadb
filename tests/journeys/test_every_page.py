"""Every kind of page, on a phone and at a desk, in both languages, light and dark: no fault is found.

A page is opened once for each window and looked at from every side there, because opening it is what takes time.
"""

import pytest

from tests.journeys import faults
from tests.journeys.pages import DOOR, EVERY, PUBLIC, REGISTER, each, go

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

#: The styleguide, by far the longest page, is searched for barriers in `test_styleguide.py`.
LOOKED_AT_ELSEWHERE = {"styleguide"}
NARROWEST = 320


@each(EVERY)
def test_no_fault_is_found_on_a_phone(published, visit, kind):
    page = visit(width=360, as_=kind.as_, has_touch=True, is_mobile=True)
    told = faults.listen(page)
    go(page, kind, "vi")

    found = faults.complaints(page, told, kind.status)
    found += faults.sticking_out(page, NARROWEST)
    if kind in PUBLIC or kind in DOOR:
        found += faults.too_small(page, 44)
    if kind in REGISTER:
        found += faults.too_small(page, 24)
    found += _barriers(page, kind)

    assert not found, "\n".join(found)


@each(EVERY)
def test_no_fault_is_found_at_a_desk_in_the_dark_and_in_english(published, visit, kind):
    page = visit(as_=kind.as_, color_scheme="dark")
    told = faults.listen(page)
    go(page, kind, "en")

    found = faults.complaints(page, told, kind.status)
    found += faults.sticking_out(page, NARROWEST)
    if kind in REGISTER:
        found += faults.too_small(page, 24)
    found += _barriers(page, kind)

    assert not found, "\n".join(found)


def _barriers(page, kind):
    """What axe finds as the page stands; of what everybody reads, in light and in dark."""
    if kind.name in LOOKED_AT_ELSEWHERE:
        return []
    if kind not in PUBLIC and kind not in DOOR:
        return faults.barriers(page)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {line}" for line in faults.barriers(page)]
    return found
