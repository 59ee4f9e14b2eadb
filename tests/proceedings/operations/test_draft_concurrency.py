"""Several people at one draft, each on a connection of their own."""

import threading
import time

import pytest
from django.db import Error, connection, transaction

from proceedings.models import Draft, Provision
from proceedings.operations import consulted_texts, draft_writing, drafts
from proceedings.operations.refusals import Conflict, Refused
from proceedings.queries.integrity import verify_all
from tests.proceedings.drafting import Drafting
from tests.proceedings.operations.test_concurrency import together

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def drafting(workshop, secretary, now):
    """A working draft."""
    made = Drafting(workshop, {"actor": secretary, "now": now})
    made.start()
    return made


def test_two_editors_never_overwrite_each_other(drafting):
    for turn in range(8):
        read = drafting.at("dieu-4")

        def save(place, read=read, turn=turn):
            try:
                draft_writing.write(
                    provision=read,
                    heading="",
                    text=f"{turn} của {place}",
                    version=read.version,
                    **drafting.by,
                )
            except Conflict as conflict:
                return conflict.theirs.text
            return None

        shown = together(2, save)

        stored = drafting.at("dieu-4").text
        assert sorted(shown, key=str) == sorted([None, stored], key=str)
        assert stored == f"{turn} của {shown.index(None)}"


def test_an_issue_at_once_gives_one_number(drafting):
    def issue(_place):
        try:
            return drafts.issue(draft=Draft.objects.get(), **drafting.by).number
        except Refused:
            return None

    assert sorted(together(4, issue), key=str) == [1, None, None, None]
    assert verify_all()[1] == []


def test_one_of_many_begins_the_next_draft(drafting):
    drafting.issue()

    def begin(_place):
        try:
            return drafts.start_next(consulted_text=drafting.text, **drafting.by).pk
        except Refused:
            return None

    assert [made is None for made in together(4, begin)].count(False) == 1
    assert Draft.objects.working().count() == 1


def test_texts_at_once_take_places_of_their_own(drafting):
    def add(place):
        return consulted_texts.add_text(
            workshop=drafting.workshop, slug=f"t{place}", title="Hai", family="party", **drafting.by
        ).position

    assert sorted(together(4, add)) == [2, 3, 4, 5]


def test_writing_and_issuing_at_once_leave_the_hash_right(drafting):
    row = drafting.at("dieu-4")

    def act(place):
        try:
            if place == 0:
                drafts.issue(draft=Draft.objects.get(), **drafting.by)
            else:
                draft_writing.write(
                    provision=row, heading="", text=f"Bản {place}", version=row.version, **drafting.by
                )
        except Refused:
            pass

    together(6, act)

    assert Draft.objects.get().is_issued
    assert verify_all()[1] == []


def test_a_stray_write_waits_for_the_issue_and_is_refused(drafting):
    """The lock that the trigger takes: SQL past the operations cannot slip a word in while the draft is frozen."""
    begun, words = threading.Event(), []

    def stray():
        begun.wait(10)
        try:
            Provision.objects.filter(path="dieu-4").update(text="Chui")
        except Error as error:
            words.append(str(error))
        finally:
            connection.close()

    thread = threading.Thread(target=stray)
    thread.start()
    with transaction.atomic():
        drafts.issue(draft=drafting.draft, **drafting.by)
        begun.set()
        time.sleep(0.2)
        assert words == []
    thread.join(10)

    assert "the draft was issued" in words[0]
    assert verify_all()[1] == []
