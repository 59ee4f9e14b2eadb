import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from proceedings.models import Draft
from proceedings.operations.drafts import Source
from submissions import spool
from submissions.operations import sweeping
from tests.proceedings.drafting import Drafting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_stores")]


def test_originals_of_drafts_stay(secretary, workshop, by):
    drafting = Drafting(workshop, by)
    drafting.start(source=Source("quy-che.txt", b"VAN BAN MAU", "text/plain"))
    drafting.issue()
    original = Draft.objects.exclude(source="").get().source

    sweeping.sweep(actor=secretary, now=timezone.now() + datetime.timedelta(days=1))

    assert default_storage.exists(original.name)


def test_what_nothing_points_at_is_wiped_and_the_rest_stays(receive, on_table, secretary):
    kept = on_table("a.txt")
    waiting = receive("b.txt")
    left = spool.take_in([b"left by a process that died"])
    orphan = default_storage.save("zz/orphan", ContentFile(b"x"))
    tomorrow = timezone.now() + datetime.timedelta(days=1)

    swept = sweeping.sweep(actor=secretary, now=tomorrow)

    assert swept >= 2
    assert not spool.path_of(left.name).exists()
    assert not default_storage.exists(orphan)
    assert spool.path_of(waiting.spool).exists()
    assert default_storage.exists(kept.file.file.name)


def test_what_is_young_is_left_alone(secretary):
    left = spool.take_in([b"of a transaction under way"])

    sweeping.sweep(actor=secretary, now=timezone.now())

    assert spool.path_of(left.name).exists()
    spool.discard(left.name)
