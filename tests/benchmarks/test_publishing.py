"""What publishing takes: the sample, the sample again after one change, and ten thousand contributions."""

import pytest
from django.utils import timezone

from proceedings.models import Contribution, User, Workshop
from proceedings.operations import contributions
from proceedings.sample.facts import WORKSHOP_SLUG
from proceedings.sample.load import load_founding
from tests.benchmarks.commands import measure

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]


def test_publishing_the_sample_with_all_files_takes_fifteen_seconds_and_again_three():
    load_founding(now=timezone.now())

    first = measure("publish", WORKSHOP_SLUG)
    _touch(WORKSHOP_SLUG)
    again = measure("publish", WORKSHOP_SLUG)

    assert first.seconds <= 15
    assert again.seconds <= 3


def test_publishing_ten_thousand_contributions_takes_eight_minutes_and_half_a_gigabyte():
    measure("load_sample", "--contributions", "10000")
    workshop = Workshop.objects.get()

    published = measure("publish", workshop.slug)

    assert published.seconds <= 8 * 60
    assert published.own_megabytes <= 500
    assert published.child_megabytes <= 1_200


def _touch(slug):
    contribution = Contribution.objects.get(workshop__slug=slug, number=7)
    contribution.title += " (sửa)"
    contributions.amend(
        contribution=contribution,
        changed=["title"],
        version=contribution.version,
        actor=User.objects.system(),
        now=timezone.now(),
    )
