"""Publishing from the register: what would be published, the request, its progress."""

import datetime

import pytest
from django.urls import reverse

from proceedings.models import Publication
from proceedings.operations import editions
from proceedings.publishing.publish import run
from proceedings.vocabulary import Audience, PublicationState

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(workshop):
    return reverse("admin:proceedings_workshop_publish", args=[workshop.pk])


def test_page_compares_what_would_be_published_with_the_shelf(
    address, workshop, register, secretary, client_of
):
    register(workshop=workshop, circulation="public")
    register(workshop=workshop, circulation="delegates")

    page = client_of(secretary).get(address)

    public, delegates = page.context["comparisons"]
    assert (public.documents, delegates.documents) == (1, 2)
    assert public.on_shelf is None


def test_page_counts_in_the_same_queries_at_one_and_three_documents(
    address, workshop, register, secretary, client_of, django_assert_num_queries
):
    client = client_of(secretary)
    register(workshop=workshop)
    client.get(address)

    with django_assert_num_queries(11):
        client.get(address)
    register(workshop=workshop)
    register(workshop=workshop)
    with django_assert_num_queries(11):
        client.get(address)


def test_request_waits_for_the_worker_and_its_progress_is_shown(address, workshop, secretary, client_of):
    client = client_of(secretary)

    page = client.post(address, {"audience": "public", "note": ""}, follow=True)

    publication = Publication.objects.get()
    assert publication.state == PublicationState.QUEUED
    assert publication.requested_by == secretary
    assert page.redirect_chain[-1][0] == reverse(
        "admin:proceedings_publication_progress", args=[publication.pk]
    )
    assert "Đang chờ đến lượt" in page.content.decode()


def test_request_is_refused_while_another_waits_and_nothing_typed_is_lost(
    address, workshop, secretary, client_of
):
    client = client_of(secretary)
    client.post(address, {"audience": "public", "note": ""})

    page = client.post(address, {"audience": "delegates", "note": "Bản cho đại biểu"})

    assert Publication.objects.count() == 1
    assert "đang chờ công bố" in page.content.decode()
    assert "Bản cho đại biểu" in page.content.decode()


def test_correction_without_words_is_refused_at_its_field(address, workshop, secretary, client_of):
    page = client_of(secretary).post(address, {"audience": "public", "note": "", "is_correction": "on"})

    assert page.context["form"].errors["note"]
    assert not Publication.objects.exists()


def test_progress_tells_how_a_run_ended(workshop, register, secretary, client_of, now):
    register(workshop=workshop, circulation="public")
    done = editions.plan(workshop=workshop, audience=Audience.PUBLIC, actor=secretary, now=now)
    run(done, actor=secretary, now=now)
    failed = editions.plan(workshop=workshop, audience=Audience.PUBLIC, actor=secretary, now=now)
    editions.fail(publication=failed, reason="Hết dung lượng đĩa.", actor=secretary, now=now)
    client = client_of(secretary)

    told = [
        client.get(reverse("admin:proceedings_publication_progress", args=[each.pk])).content.decode()
        for each in (done, failed)
    ]

    assert "Đã công bố ấn bản 1" in told[0]
    assert "Hết dung lượng đĩa." in told[1]


def test_progress_remarks_on_a_request_that_nobody_takes_up(workshop, secretary, client_of, now):
    long_ago = now - datetime.timedelta(minutes=5)
    publication = editions.plan(workshop=workshop, audience=Audience.PUBLIC, actor=secretary, now=long_ago)

    page = client_of(secretary).get(reverse("admin:proceedings_publication_progress", args=[publication.pk]))

    assert "procrastinate worker" in page.content.decode()


def test_editor_may_not_publish(address, editor, client_of):
    assert client_of(editor).get(address).status_code == 403
    assert client_of(editor).post(address, {"audience": "public"}).status_code == 403
